"""What a page is made of is found without a walk through it where there is nothing to find, and else the same."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filinglint.documents.submission import read_document
from filinglint.facts.html_use import HtmlUse, html_use
from filinglint.source import Source

PIECES = (
    "<a href='a.htm'>", "<a href='#top'>", "<A HREF=http://x.com>", "<a name=z>", "</a>", "<img src='b.jpg'>", "<img>",
    "<img src='data:x'>", "<p style='display:none'>", "<P STYLE='VISIBILITY : Hidden'>", "<p style='display:block'>",
    "<p style='border:none'>", "</p>", "<td onclick='x'>", "<p\nonload=y>", "words", "&nbsp;", "ı",
    "<p style='dısplay:none'>",
)  # fmt: skip
PAGES = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)
_HIDING = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE)


def use_of(markup: str) -> HtmlUse:
    """What the page *markup* uses."""
    submission = read_document(Source.from_bytes(f"<html><body>{markup}".encode(), "a.htm"), "document")
    return html_use.of(submission, submission.documents[0])


@given(PAGES, st.sampled_from(["attached", "outside", "anchor", "inline", "nowhere", "disk"]))
def test_targets_that_are_wanted_are_those_among_all(markup: str, goes: str) -> None:
    """The links and pictures that go somewhere are the same, found one by one or all at once."""
    use = use_of(markup)
    assert use.links_where(lambda goal: goal.goes == goes) == tuple(each for each in use.links if each.goes == goes)
    images = use.images_where(lambda _: True)
    assert use.images_where(lambda goal: goal.goes == goes) == tuple(each for each in images if each.goes == goes)
    assert {goal.words for goal in use.image_goals} == {image.words for image in images}
    assert len(use.links) == len(use.rendered.links)
    assert len(images) == use.opened("img")


@given(PAGES)
def test_hidden_words_are_those_of_the_tags_that_hide(markup: str) -> None:
    """No tag that hides is passed over because all together do not look like it."""
    use = use_of(markup)
    found, opened = [], None
    for tag in use.rendered.tags(frozenset(("p", "/p"))):
        if opened is None:
            opened = tag if tag.name == "p" and _HIDING.search(tag.words) else None
        elif tag.name == "/p":
            if use.rendered.text[opened.at : tag.at].strip():
                found.append(use.rendered.located(opened.at, tag.at))
            opened = None
    assert list(use.hidden()) == found


@given(PAGES)
def test_handlers_are_those_of_every_tag(markup: str) -> None:
    """Attributes that run scripts are found wherever a tag has one."""
    use = use_of(markup)
    assert {handler.tag for handler in use.handlers} == {
        words for words in use.rendered.tag_words if "onclick" in words or "onload" in words
    }


def test_elements_are_counted() -> None:
    """Elements are named in the order of their first places and counted, with those of XBRL left out."""
    use = use_of("<b>x<i>y</b><B>z<ix:x>w</ix:x>")
    assert use.elements == ("html", "body", "b", "i")
    assert [(use.opened(name), use.closed(name)) for name in ("b", "i", "u")] == [(2, 1), (1, 0), (0, 0)]


@pytest.mark.parametrize("page", ["<a href='x.htm'>", "</a>", "<a name=x>"])
def test_what_leads_nowhere_is_no_link(page: str) -> None:
    """A tag that nothing ends begins no link, and neither does one without an address."""
    assert use_of(page).links == ()
