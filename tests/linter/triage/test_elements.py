"""The element that follows a comment, in markup as it is found."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filinglint.documents.markup import Rendered
from filinglint.spans import Span
from filinglint.triage.elements import fences, following, markdown_block, markdown_comments


def elements(text: str, *, xml: bool = False) -> list[str]:
    """What follows each comment of *text*, "" where nothing does."""
    rendered = Rendered(text, Span(0, len(text)), html=True)
    tags = list(rendered.tags(rendered.tag_names))
    comments = [tag.span.start for tag in tags if tag.words.startswith("<!--")]
    found = following(tags, set(comments), len(text), xml=xml)
    return [text[found[start].start : found[start].end] if start in found else "" for start in comments]


C = "<!--x-->"


@pytest.mark.parametrize(
    ("text", "element"),
    [
        (f"{C}<p>a <b>b</b></p><p>c</p>", "<p>a <b>b</b></p>"),
        (f"{C} words <p>a</p>", "<p>a</p>"),
        (f"{C}<div><div>a</div>b</div>c", "<div><div>a</div>b</div>"),
        (f"<div>{C}</div><p>a</p>", ""),  # its parent ends first
        (f"{C}", ""),
        (f"{C}<br>a<p>b</p>", "<br>"),
        (f"{C}<img src='a'><p>b</p>", "<img src='a'>"),
        (f"{C}<p>a<p>b", "<p>a"),  # the end tag of p may be left out
        (f"{C}<p>a<table><tr><td>b</table>", "<p>a"),
        (f"<ul>{C}<li>a<li>b</ul>", "<li>a"),
        (f"<ul>{C}<li>a<ul><li>b</ul><li>c</ul>", "<li>a<ul><li>b</ul>"),
        (f"<table><tr>{C}<td>a<td>b</table>", "<td>a"),
        (f"<table>{C}<tr><td>a<table><tr><td>b</table><tr><td>c</table>", "<tr><td>a<table><tr><td>b</table>"),
        (f"{C}<p><font>a<p>b</font>", "<p><font>a"),
        (f"{C}<div>a</font>b</div>", "<div>a</font>b</div>"),  # an end tag of nothing
        (f"<td>{C}<div>a</td>b", "<div>a"),  # the parent's end ends it
        (f"{C}<b><i>a</b>b</i>", "<b><i>a</b>"),
        (f"{C}<script>if (a<b) x()</script><p>a</p>", "<script>if (a<b) x()</script>"),
        (f"{C}<!-- another --><p>a</p>", "<p>a</p>"),
        (f"{C}<p>never closed", "<p>never closed"),
        (f"{C}<dt>a<dd>b", "<dt>a"),
    ],
)
def test_element(text: str, element: str) -> None:
    """The next sibling element is found with its subtree, whatever end tags are left out; in doubt it is shorter."""
    assert elements(text)[0] == element


@pytest.mark.parametrize(
    ("text", "element"),
    [
        (f"<r>{C}<p/>a<p>b</p></r>", "<p/>"),
        (f"<r>{C}<p><p>a</p></p></r>", "<p><p>a</p></p>"),
        (f"<r>{C}<br>a</br></r>", "<br>a</br>"),
        (f"<r>{C}<x:y a='>'>b</x:y></r>", "<x:y a='>'>b</x:y>"),
    ],
)
def test_element_of_xml(text: str, element: str) -> None:
    """XML leaves no end tag out, and knows no empty elements but those that say so."""
    assert elements(text, xml=True)[0] == element


@given(
    st.lists(st.sampled_from([C, "<p>", "</p>", "<div>", "</div>", "<td>", "<tr>", "<table>", "</table>", "a", "<br>"]))
)
def test_elements_of_anything(parts: list[str]) -> None:
    """Whatever the markup, an element begins after its comment, is not empty, and ends within the document."""
    text = "".join(parts)
    rendered = Rendered(text, Span(0, len(text)), html=True)
    tags = list(rendered.tags(rendered.tag_names))
    comments = [tag.span.start for tag in tags if tag.words == C]
    for start, span in following(tags, comments, len(text), xml=False).items():
        assert start + len(C) <= span.start < span.end <= len(text)
        assert text[span.start] == "<"


MARKDOWN = """\
# Heading <!--a-->

<!--b-->

A paragraph
of two lines.

```html
<!--c-->
```

Words with `<!--d-->` in code. <!--e-->

<!--f-->
## Head
After it.

<!--g-->
~~~
code

more
~~~
"""


def test_comments_of_markdown() -> None:
    """Comments in code are none."""
    whole = Span(0, len(MARKDOWN))
    found = markdown_comments(MARKDOWN, whole, fences(MARKDOWN, whole))
    assert [MARKDOWN[span.start : span.end] for span in found] == [f"<!--{name}-->" for name in "abefg"]


@pytest.mark.parametrize(
    ("name", "block"),
    [
        ("b", "A paragraph\nof two lines.\n"),
        ("f", "## Head\n"),
        ("g", "~~~\ncode\n\nmore\n~~~\n"),
    ],
)
def test_block_of_markdown(name: str, block: str) -> None:
    """In Markdown the next block follows: a paragraph, the line of a heading, or fenced code."""
    end = MARKDOWN.index(f"<!--{name}-->") + 8
    span = markdown_block(MARKDOWN, end, len(MARKDOWN), fences(MARKDOWN, Span(0, len(MARKDOWN))))
    assert span is not None
    assert MARKDOWN[span.start : span.end] == block


def test_no_block_of_markdown() -> None:
    """Nothing follows a comment within a paragraph, or at the end."""
    assert markdown_block("<!--x--> words", 8, 14, []) is None
    assert markdown_block("<!--x-->\n\n", 8, 10, []) is None


HOSTILE = {
    "deep": "<div>" * 200_000 + C + "<p>a</p>" + "</x>" * 200_000,
    "deep and implied": "<table><td>" + "<span>" * 100_000 + "<p>" + C + "<p>" * 100_000,
    "comments": (C + "<p>a") * 50_000,
    "comments alone": C * 100_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile(name: str) -> None:
    """A document that nests without end, or is nothing but comments, takes time by its length."""
    began = time.monotonic()
    elements(HOSTILE[name])
    assert time.monotonic() - began < 20


def test_hostile_markdown() -> None:
    """A text of nothing but comments and marks of code takes time by its length."""
    text = "<!--x-->`\n\n```a\n" * 20_000
    began = time.monotonic()
    whole = Span(0, len(text))
    code = fences(text, whole)
    for span in markdown_comments(text, whole, code):
        markdown_block(text, span.end, len(text), code)
    assert time.monotonic() - began < 20
