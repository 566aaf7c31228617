"""Words are put otherwise with the narrowest edits, and addresses as they were meant."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filinglint.documents.submission import Submission, read_document
from filinglint.facts.mending import ampersands_written, by_number, tabs_filled, written_in_ascii
from filinglint.facts.rewording import reworded
from filinglint.facts.web_addresses import mail_address, unmasked, web_address
from filinglint.finding import Edit
from filinglint.source import Source


def page(text: str, name: str = "a.htm") -> Submission:
    """A document that holds *text*."""
    return read_document(Source.from_bytes(text.encode(), name), "document")


def edited(text: str, edits: tuple[Edit, ...] | list[Edit]) -> str:
    """*text* with *edits*."""
    for edit in sorted(edits, key=lambda one: one.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


@pytest.mark.parametrize(
    ("html", "old", "new", "becomes"),
    [
        ("<p>to1997</p>", "to1997", "to 1997", "<p>to 1997</p>"),
        ("<p>942404110</p>", "942404110", "94-2404110", "<p>94-2404110</p>"),
        ("<p>the\n the shop</p>", "the the", "the", "<p>the shop</p>"),
        # Tags between words stay; inside a word that differs they are in the way.
        ("<p><b>Other</b> <i>Information.</i></p>", "Other Information.", "Other Events.",
         "<p><b>Other</b> <i>Events.</i></p>"),
        ("<p>Other Infor<b>mation</b></p>", "Other Information", "Other Events", None),
        ("<p>Other&nbsp;Events</p>", "Other Events", "Many Other Events", "<p>Many Other&nbsp;Events</p>"),
        ("<p>Profit &amp; loss</p>", "Profit & loss", "Profit & Loss", "<p>Profit &amp; Loss</p>"),
        ("<p>Gain or loss</p>", "Gain or loss", "Gain & “loss”", "<p>Gain &amp; &#8220;loss&#8221;</p>"),
        # What differs in typography alone is as good as the same.
        ("<p>Registrant&#146;s shares</p>", "Registrant’s shares", "Registrant's Shares",
         "<p>Registrant&#146;s Shares</p>"),
    ],
)  # fmt: skip
def test_rewording(html: str, old: str, new: str, becomes: str | None) -> None:
    """Only the words that differ are touched, and only where no tag stands inside them."""
    document = page(f"<html><body>{html}<p>more</p></body></html>").documents[0]
    found = re.search(r"\s+".join(map(re.escape, old.split())), document.rendered.text)
    assert found
    span = document.rendered.source_span(*found.span())
    edits = reworded(document, span, new)
    if becomes is None:
        assert edits == ()
    else:
        assert edited(document.source.text, edits) == f"<html><body>{becomes}<p>more</p></body></html>"


WORDS = st.lists(st.sampled_from(["shop", "The", "of", "1997", "R&D", "a", "“b”", "x<y"]), min_size=1, max_size=8)


@given(WORDS, WORDS)
def test_the_reader_sees_the_new_words(old: list[str], new: list[str]) -> None:
    """Whatever the words were, a reader sees the new ones afterwards, typography aside."""
    shown = " ".join(old).replace("&", "&amp;").replace("<", "&lt;")
    document = page(f"<html><body><p>before</p><p>{shown}</p><p>after</p></body></html>").documents[0]
    start = document.rendered.text.index("before") + len("before")
    span = document.rendered.source_span(start, document.rendered.text.index("after"))
    edits = reworded(document, span, " ".join(new))
    after = page(edited(document.source.text, edits)).documents[0].rendered.text.split()
    plain = str.maketrans("“”", '""')
    assert " ".join(after).translate(plain) == " ".join(["before", *new, "after"]).translate(plain)


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("htp://alder.example", "http://alder.example"),
        ("http:/www.alder.example", "http://www.alder.example"),
        ("http//alder.example", "http://alder.example"),
        ("https:///alder.example", "https://alder.example"),
        ("https;//alder.example/a", "https://alder.example/a"),
        ("ttps://alder.example", "https://alder.example"),
        ("http:www.alder.example", "http://www.alder.example"),
        ("www..alder.example", "www.alder.example"),
        ("www,alder.example", "www.alder.example"),
        ("wwww.alder.example", "www.alder.example"),
        ("ww.alder.example", "www.alder.example"),
        ("www. alder.example", "www.alder.example"),
        ("www.alder,com", "www.alder.com"),
        ("www.alder .com", "www.alder.com"),
        ("www.alder..example", "www.alder.example"),
        # What is right stays, and what can be several things too.
        ("https://www.alder.example/a,b;c/..", "https://www.alder.example/a,b;c/.."),
        ("www.alder.example", "www.alder.example"),
        ("httpd://alder.example", "httpd://alder.example"),
    ],
)
def test_web_addresses(words: str, meant: str) -> None:
    """A slip of which one mending is possible is mended, and a second mending changes nothing."""
    assert web_address(words) == meant
    assert web_address(meant) == meant


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("help@alder,com", "help@alder.com"),
        ("help@@alder.example", "help@alder.example"),
        ("help@alder..example", "help@alder.example"),
        ("help @ alder.example", "help@alder.example"),
        ("help@.alder.example", "help@alder.example"),
        ("help@alder", "help@alder"),
        ("help@alder.example", "help@alder.example"),
    ],
)
def test_mail_addresses(words: str, meant: str) -> None:
    """As for addresses of the web; a domain that is missing nobody can guess."""
    assert mail_address(words) == meant


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("help [at] alder.example", "help@alder.example"),
        ("help(at)alder(dot)example", "help@alder.example"),
        ("[email protected]", "[email protected]"),
        ("help@alder.example", "help@alder.example"),
    ],
)
def test_masked_addresses(words: str, meant: str) -> None:
    """What is spelled out for robots is written for people."""
    assert unmasked(words) == meant


@pytest.mark.parametrize(
    ("reference", "number"),
    [
        ("&#147;", "&#8220;"),
        ("&#128;", "&#8364;"),
        ("&#129;", "&#129;"),  # Windows has no such character
        ("&rarr;", "&#8594;"),
        ("&bogus;", "&bogus;"),
        ("&lt;", "&lt;"),  # a sign that would become markup stays a name
    ],
)
def test_by_number(reference: str, number: str) -> None:
    """A reference is written by the number of its character, where it has one beyond the controls."""
    assert by_number(reference) == number


@pytest.mark.parametrize(
    ("html", "becomes"),
    [
        ("<p>AT&T</p>", "<p>AT&amp;T</p>"),
        ("<p>&copy 2024 &nbsp next</p>", "<p>&copy; 2024 &nbsp next</p>"),
        ('<p><a href="?a=1&b=2">R&amp;D</a></p>', '<p><a href="?a=1&amp;b=2">R&amp;D</a></p>'),
        ("<p>&#8220;x&#8221;</p><!-- a & b --><script>a && b</script>", None),
    ],
)
def test_ampersands(html: str, becomes: str | None) -> None:
    """Bare ones are written out, references read as such get their semicolon, comments and scripts stay."""
    text = f"<html><body>{html}</body></html>"
    document = page(text).documents[0]
    assert edited(text, list(ampersands_written(document.rendered))) == text.replace(html, becomes or html)


def test_tabs_become_blanks() -> None:
    """A tab goes to the next stop, eight columns apart, whatever tabs stand before it."""
    text = "Exhibit 99.1\n\na\tb\tc\n12345678\tx\n\ty\n"
    document = page(text, "a.txt").documents[0]
    assert edited(text, list(tabs_filled(document))) == text.expandtabs(8)


def test_plain_text_in_ascii() -> None:
    """Typists write quotation marks and dashes in ASCII; what they have no sign for is left."""
    text = "Exhibit 99.1\n\n“Caf\u00e9” – it’s…\n"
    document = page(text, "a.txt").documents[0]
    assert edited(text, list(written_in_ascii(document))) == 'Exhibit 99.1\n\n"Caf\u00e9" - it\'s...\n'
