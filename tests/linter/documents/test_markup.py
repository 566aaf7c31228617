"""What a reader sees of a document: blocks, cells, links, and nothing that is hidden."""

from __future__ import annotations

import re
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filinglint.documents.markup import Rendered, attributes, folded, tag_name
from filinglint.documents.submission import read_submission
from filinglint.source import Source
from filinglint.spans import Span


def html(source: str) -> Rendered:
    """The rendering of a whole HTML text."""
    return Rendered(source, Span(0, len(source)), html=True)


def plain(source: str) -> Rendered:
    """The rendering of a whole plain text."""
    return Rendered(source, Span(0, len(source)), html=False)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>Item 5.02</p><p>Departure</p>", "\nItem 5.02\n\nDeparture\n"),
        ("Exhibit\nIndex", "Exhibit Index"),  # a line break of the source is white space
        ("a<br>b<BR/>c", "a\nb\nc"),
        ("<b>It</b>em", "Item"),  # inline tags do not part words
        ("10<sup>th</sup>", "10 th"),
        ("R&amp;D&nbsp;&#8211; &ldquo;so&rdquo;", "R&D – “so”"),
        ("A&NBSP;B", "A B"),
        ("AT&T; Q&A", "AT&T; Q&A"),  # these stand for nothing
        ("soft&shy;ware", "software"),
        ("<tr><td>10.1</td><td>Letter</td></tr>", "\n\t10.1\tLetter\n"),
        ("x<!-- <p>hidden</p> -->y", "xy"),
        ("x<!-- never closed", "x"),
        ("<script>if (a < b) alert('<p>')</script>x", "x"),
        ("<style>p > b {}</style>x", "x"),
        ("<ix:header><ix:hidden>2024</ix:hidden></ix:header>x", "x"),
        ("<title>d8k</title>x", "\nx"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("<a title='x > y'>z</a>", "z"),
        ('<a title="never closed>z</a>', "z"),
        ("<pre>a\nb</pre>c\nd", "\na\nb\nc d"),
        ("", ""),
    ],
)
def test_html_is_rendered_as_it_is_seen(source: str, text: str) -> None:
    """Blocks end lines, cells begin with tabs, and what browsers hide is not there."""
    assert html(source).text == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("Item 5.02\n  Departure", "Item 5.02\n  Departure"),
        ("a\r\nb", "a \nb"),
        ("a\rb", "a\nb"),
        ("one<PAGE>two", "one\ntwo"),
        ("<TABLE><CAPTION>\n<S> <C>\n1 2\n</TABLE>", "\n \n1 2\n"),
        ("a <b c> &amp;", "a <b c> &amp;"),  # plain text knows neither
    ],
)
def test_plain_text_keeps_its_lines(source: str, text: str) -> None:
    """In plain text every line is a block, and only the tags of EDGAR itself are markup."""
    assert plain(source).text == text


def test_words_of_a_span_are_what_is_seen_there() -> None:
    """A span of the source that cuts through tags shows only the words in it."""
    source = "<p>Commission <b>File</b>&nbsp;Number</p>"
    rendered = html(source)
    assert rendered.words(Span(source.index("sion"), source.index("ber"))) == "sion File Num"
    assert rendered.words(Span(0, len(source))) == "Commission File Number"


def test_tables_are_the_innermost() -> None:
    """A table that only lays out another is not listed, and cells know their columns."""
    rendered = html(
        "<table><tr><td><table><tr><th colspan='2'>Title</th></tr><tr><td>10.1<td>Letter</table></td></tr></table>"
        "<table><tr><td>x</td></tr></table>"
    )
    tables = [[[rendered.text[c.start : c.end] for c in row.cells] for row in t.rows] for t in rendered.tables]
    assert tables == [[["Title"], ["10.1", "Letter"]], [["x"]]]
    assert [cell.columns for row in rendered.tables[0].rows for cell in row.cells] == [2, 1, 1]


def test_links_have_their_words_and_their_goals() -> None:
    """A link is what its words are and where it goes; one that is not closed ends at the next."""
    source = '<a href="a&amp;b.htm">Letter</a> <a name="x">no link</a> <a href=c.htm>open <a href=#x>next</a>'
    rendered = html(source)
    found = [(link.href, rendered.text[link.start : link.end].strip()) for link in rendered.links]
    assert found == [("a&b.htm", "Letter"), ("c.htm", "open"), ("#x", "next")]
    assert source[rendered.links[0].tag.start : rendered.links[0].tag.end] == '<a href="a&amp;b.htm">'
    assert rendered.anchors == {"x"}


LINKS = st.lists(st.sampled_from(('<a href="#x">', "<a name=y>", "</a>", "words ", "<p>", "more " * 2000)), max_size=25)


@given(LINKS, st.data())
def test_links_of_a_part_are_those_of_the_whole(pieces: list[str], data: st.DataObject) -> None:
    """Of a part of the text they are those that begin there, and one before that reaches to it."""
    rendered = html("".join(pieces))
    places = st.integers(0, len(rendered.text) + 1)
    start, end = sorted((data.draw(places), data.draw(places)))
    near = [one for one in rendered.links if one.start < end and (one.start >= start or one.end >= start)]
    assert list(rendered.links_in(start, end)) == near


PIECES = (
    "<p>",
    "words ",
    "&nbsp;&amp;",
    "<pre>",
    "</pre>",
    "\n",
    "\r\n",
    "- ",
    "<!-- x -->",
    "<td>",
    "<PAGE>",
    "a < b",
)


@pytest.mark.parametrize("body", ["<html><p>{}</html>", "\n{}"])
@given(st.lists(st.sampled_from(PIECES), max_size=20), st.integers(1, 400), st.integers(1, 3000))
def test_the_beginning_of_a_document_is_that_of_its_whole(
    body: str, pieces: list[str], times: int, length: int
) -> None:
    """Its text and the places of it are those that they are in the whole."""
    words = body.format("".join(pieces) * times)
    text = f"<SEC-HEADER>\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>EX-99\n<TEXT>\n{words}\n</TEXT>\n</DOCUMENT>\n"
    submission = read_submission(Source.from_bytes(text.encode(), "x.txt"))
    (document,) = submission.documents
    begun = document.beginning(length)
    whole = document.rendered
    assert whole.text.startswith(begun.text)
    assert len(begun.text) >= min(length, len(whole.text))
    end = min(length, len(whole.text)) - 1
    for start in {0, end // 2, end} if end > 0 else ():
        assert begun.source_span(start, end) == whole.source_span(start, end)


@pytest.mark.parametrize("source", ["a\n- b\n- - c\nd", "a\r- b\r- c\rd", "a\r\n- b\r\n- c\r\nd", "no line"])
def test_the_beginning_of_a_stuffed_text_ends_before_a_line(source: str) -> None:
    """What was put before a hyphen at the beginning of a line is never cut in two."""
    span = Span(0, len(source))
    whole = Rendered(source, span, html=False, stuffed=True)
    for most in range(len(source) + 2):
        assert whole.text.startswith(Rendered(source, span, html=False, stuffed=True, most=most).text)


TAGS = (
    "<a href='x'>",
    "<a name='x'>",
    "<a href=y>",
    "</a>",
    "<td style='hide'>",
    "<td>",
    "</td>",
    "<p>",
    "&nbsp;",
    " ",
    "x",
)
PAGES = st.lists(st.sampled_from(TAGS), max_size=40).map("".join).map(html)


@given(PAGES)
def test_tags_of_links_are_found_by_their_words(rendered: Rendered) -> None:
    """The tags of some links are those that all links of these words have."""
    openings = {"<a href='x'>"}
    wanted = [("<a href='x'>", link.tag) for link in rendered.links if link.href == "x"]
    assert list(rendered.link_spans(openings)) == wanted


@given(PAGES)
def test_elements_with_words_are_found(rendered: Rendered) -> None:
    """Of elements that begin with certain tags, none with words is left out."""
    found, opened = [], None
    for tag in rendered.tags(frozenset(("td", "/td"))):
        if opened is None:
            opened = tag if "hide" in tag.words else None
        elif tag.name == "/td":
            found.append((opened.at, tag.at))
            opened = None
    all_found = list(rendered.elements({"<td style='hide'>"} & set(rendered.tag_words)))
    assert [each for each in found if rendered.text[slice(*each)].strip()] == [
        each for each in all_found if rendered.text[slice(*each)].strip()
    ]


def test_white_space_is_folded() -> None:
    """Every white space there is becomes one blank, and none at the ends."""
    every = "".join(f"x{chr(code)}" for code in range(sys.maxunicode + 1)) + "\n\n"
    assert folded(every) == re.sub(r"\s+", " ", every).strip()


def test_names_of_tags_are_counted() -> None:
    """Tags are counted by their names in lower case, ends by themselves; what is no tag in the end counts as none."""
    rendered = html("<P>a<p b>c</p>d<B <i>e")
    assert [rendered.tag_count(name) for name in ("p", "/p", "i", "b", "")] == [2, 1, 1, 0, 0]
    assert rendered.tag_names == {"p", "/p", "i"}
    assert dict(rendered.distinct_tags()) == {"<P>": "p", "<p b>": "p", "</p>": "/p", "<i>": "i"}


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("<P ALIGN=x>", "p"),
        ("</Td >", "/td"),
        ("<ix:nonNumeric a>", "ix:nonnumeric"),
        ("<br/>", "br"),
        ("<!-- -->", ""),
    ],
)
def test_tag_names(tag: str, name: str) -> None:
    """A tag's name is in lower case, with a slash before it for an end."""
    assert tag_name(tag) == name


def test_attributes_are_read_however_they_are_quoted() -> None:
    """Attributes may be quoted either way or not at all; the first of a name wins."""
    assert attributes("""<td A="1&amp;2" b='x "y"' c=3 a=4 d>""") == {"a": "1&2", "b": 'x "y"', "c": "3"}


@pytest.mark.parametrize("unit", ["<", "<p ", '<a b="', "<!--", "&", "<td>", "<table>", "<!", "<![CDATA[", "<script"])
def test_hostile_markup_is_read_in_linear_time(unit: str) -> None:
    """Markup that never closes costs no more than its length: this would not end otherwise."""
    rendered = html(unit * 100_000)
    assert len(rendered.tables) >= 0
    assert len(rendered.links) >= 0


@given(
    st.lists(st.sampled_from(("<p ", "<a ", "<td ", "ID=x", " id='y'", "\nname=z", " name=w", " class=id", ">", " ")))
)
def test_anchors_are_the_marks_of_tags(pieces: list[str]) -> None:
    """Every ``id`` is an anchor, and the ``name`` of whatever is marked: the first of each."""
    rendered = html("".join(pieces))
    marked = [
        attributes(words)
        for words, name in rendered.distinct_tags()
        if name == "a" or any(sign in words.lower() for sign in (" id", "\nid", "\tid"))
    ]
    assert rendered.anchors == {marks[key] for marks in marked for key in ("id", "name") if key in marks}
