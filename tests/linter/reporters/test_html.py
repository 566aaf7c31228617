"""The HTML report: nothing of a filing acts in it, its words are all there, and places are marked to the character."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html

from filinglint.catalogue import load_catalogue
from filinglint.cli import main
from filinglint.documents.markup import Rendered, folded
from filinglint.engine import check
from filinglint.finding import Suppression
from filinglint.judging import Options
from filinglint.reporters.html import filed
from filinglint.reporters.html.dress import dressed
from filinglint.reporters.html.elements import element, escaped, joined, shown, void
from filinglint.reporters.html.pane import Ink, Mark, plain, rendered
from filinglint.spans import Span

if TYPE_CHECKING:
    from .conftest import Formats

UNSEEN = re.compile("[\\s\u00ad\u200b-\u200d\u2060\ufeff☐☒]|\\\\[ux][0-9a-f]+|picture(?:: \\S+)?")
ALLOWED = {*"div span table tbody tr td br hr b i u s sup sub mark code".split()}
ATTRIBUTES = {"class", "colspan", "rowspan", "role", "id", "data-m"}
PIECES = """
<p> · </p> · <div> · </div> · <b> · </b> · <i> · </i> · <font size=5> · </font> · <table> · </table> · <tr> · </tr>
<td> · </td> · <td colspan=3> · <th> · <li> · </li> · <ul> · </ul> · <ol> · <dt> · <dd> · <pre> · </pre> · <h1> · </h1>
<br> · <hr> · <center> · </center> · <a href=javascript:x> · </a> · <sup> · </sup> · <img src=x onerror=y>
<script>x</script> · <style>y</style> · <svg onload=z> · </svg> · <iframe> · </iframe> · <math>
<noscript> · </noscript> · <textarea> · </textarea> · <plaintext>
<template> · <select> · <option> · <!--c--> · <![CDATA[d]]> · <p style=color:red> · </form>
<span style=display:none> · </span> · <input type=checkbox> · <form> · <x:y> · alpha · beta gamma · &amp; · &lt;b&gt;
&nbsp; · &#146; · 1&lt;2 · < · > · " · ' · & · ] · -- · \u202e · \x1b
"""
# Other control characters are marks of the scanner's own, and no reader's.
WORDS = st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=6)
SOUP = st.lists(
    st.one_of(st.sampled_from([piece.strip() for piece in re.split(r" · |\n", PIECES)]), WORDS), max_size=40
).map("".join)


class Nesting(HTMLParser):
    """Holds markup to being nested as it is written, and keeps what it holds."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.words = ""
        self.marks: dict[str, str] = {}
        self._marked: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take a start tag."""
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        self.words += " " if tag in ("div", "br", "hr", "td", "tr", "table") else ""
        if tag in ("br", "hr"):
            return
        self.open.append(tag)
        if tag == "mark":
            self._marked = str(dict(attrs)["data-m"]).split()

    def handle_endtag(self, tag: str) -> None:
        """Take an end tag, which ends what was opened last."""
        assert self.open.pop() == tag
        self.words += " " if tag in ("div", "td", "tr", "table") else ""
        self._marked = []

    def handle_data(self, data: str) -> None:
        """Take words."""
        self.words += data
        for number in self._marked:
            self.marks[number] = self.marks.get(number, "") + data


def read(markup: str) -> Nesting:
    """Return what *markup* holds, which is well nested."""
    nesting = Nesting()
    nesting.feed(markup)
    nesting.close()
    assert nesting.open == []
    return nesting


def bare(words: str) -> str:
    """Return *words* without white space, and with signs that cannot be shown as escapes."""
    return "".join(shown(words).split())


@given(SOUP)
def test_soup(text: str) -> None:
    """Whatever the markup, what comes of it is nested, allowed, and read by browsers as it is written."""
    made = rendered(text, Span(0, len(text)), Ink(text, []), stuffed=False)
    nesting = read(made)
    assert nesting.tags <= ALLOWED
    assert nesting.attributes <= ATTRIBUTES
    if made.strip():
        tree = lxml_html.fragment_fromstring(made, create_parent="section")
        assert {node.tag for node in tree.iterdescendants()} <= ALLOWED


@given(SOUP)
def test_words(text: str) -> None:
    """Every word that a reader of the filing sees is there, and none besides."""
    made = read(rendered(text, Span(0, len(text)), Ink(text, []), stuffed=False)).words
    added = re.compile("[☐☒]|picture(: x)?")
    assert bare(added.sub("", made)) == bare(added.sub("", Rendered(text, Span(0, len(text)), html=True).text))


@given(SOUP, st.data())
def test_marks(text: str, data: st.DataObject) -> None:
    """Every place has exactly one anchor, and of what is marked the words are those at the place."""
    ends = st.integers(0, len(text))
    spans = [sorted(pair) for pair in data.draw(st.lists(st.tuples(ends, ends), max_size=5))]
    marks = [Mark(number, start, end, "error", "x") for number, (start, end) in enumerate(spans, 1)]
    for made in (
        rendered(text, Span(0, len(text)), Ink(text, marks), stuffed=False),
        plain(text, Span(0, len(text)), Ink(text, marks)),
    ):
        assert read(made)
        inside = [mark.number for mark in marks if mark.start < len(text)]
        assert sorted(int(number) for number in re.findall(r'id="m(\d+)"', made)) == inside


@pytest.mark.parametrize(
    ("source", "words", "shown_as"),
    [
        ("<p>The number is <b>000-27265</b>.</p>", "000-27265", "000-27265"),
        ("<p>A <b>bo</b>ld word</p>", "bo</b>ld", "bold"),
        ("<td>x &amp; y</td>", "&amp;", "&"),
        ("<p>one<p>two", "one<p>two", "onetwo"),
        ("<p>a</p><a href='x.htm'>b</a>", "<a href='x.htm'>", "<a href='x.htm'>"),
        ("<p>a<script>evil()</script>b</p>", "evil()", "evil()"),
        ("<p>1 < 2</p>", "< 2", "< 2"),
        ("<table> \n <tr><td>a</td></tr></table>", "\n", "\n"),  # between rows stands nothing that can be seen
    ],
)
def test_marked(source: str, words: str, shown_as: str) -> None:
    """A place is marked to the character, over tags, in references, and in markup, whose source is then shown."""
    start = source.index(words)
    mark = Mark(7, start, start + len(words), "warning", "here")
    made = read(rendered(source, Span(0, len(source)), Ink(source, [mark]), stuffed=False))
    assert made.marks == {"7": shown_as}


def test_wide_places() -> None:
    """A place of many lines is flagged at its beginning, with what is said of it; so is one without words."""
    text = "x" * 10 + "y" * 900
    marks = [Mark(1, 10, len(text), "info", "looked for here", wide=True), Mark(2, 3, 3, "error", "COV004")]
    made = plain(text, Span(0, len(text)), Ink(text, marks))
    assert '<span class="flag info" id="m1" data-m="1">⚑ looked for here</span>' in made
    assert '<span class="flag error" id="m2" data-m="2">⚑ COV004</span>' in made
    assert "<mark" not in made


@pytest.mark.parametrize(
    ("tag", "classes"),
    [
        ("<p style='text-align:center;font-weight:bold'>", "ac wb"),
        ("<P ALIGN=right>", "ar"),
        ("<td width='33%' valign=top>", "vt w3"),
        ("<td style='border-bottom:3px double #000;width:48.5%'>", "bd w5"),
        ("<span style='font-size:24pt;color:red;position:fixed;top:0'>", "z4"),
        ("<p style='margin-left:36pt;text-indent:-36pt'>", "th n2"),
        ("<div style='background:url(javascript:x);width:expression(y);behavior:url(z)'>", ""),
        ("<div style='display:none'>", "unseen"),
        ('<div style="text-align:&quot;><script>">', ""),
        ("<font size='+2'>", "z4"),
        ("<p class='top finding' id='findings'>", ""),
        ("<p style='font-size:1e999pt;margin-left:999999999in'>", "z1 n6"),
    ],
)
def test_dress(tag: str, classes: str) -> None:
    """Of styles and attributes only what we have a class for is left."""
    assert dressed(tag).classes == classes


def test_elements() -> None:
    """What is no markup is escaped, in content and in attributes; what cannot be shown is shown as an escape."""
    assert element("p", "<b>", class_='"x"', data_n=1, hidden=False) == (
        '<p class="&quot;x&quot;" data-n="1">&lt;b&gt;</p>'
    )
    assert element("p", element("b", "&"), "&") == "<p><b>&amp;</b>&amp;</p>"
    assert void("input", checked=True) == "<input checked>"
    assert joined(["<", escaped(">")], "&") == "&lt;&amp;&gt;"
    assert escaped("\x1b\u202e\udc80\ufffe\n") == "\\x1b\\u202e\\udc80\\ufffe\n"


def texts(page: str) -> Iterator[str]:
    """Yield the words of the page that are no script and no style."""
    for node in lxml_html.document_fromstring(page).iter(*"h1 h2 h3 h4 p dd dt td th li a".split()):
        yield folded("".join(map(str, node.itertext())))


def test_page(formats: Formats) -> None:
    """The page says what a report says: findings with their places, remedy, authority, coverage, outcomes, caution."""
    made = formats.finding(suppression=Suppression("waiver", "W-1", "agreed", "cco@firm.example", "2027-03-03"))
    page = formats.rendered("html", formats.report(formats.finding(), made))
    said = list(texts(page))
    for words in (
        "the cover page and the header give different numbers",
        "the cover says 000-27256",
        "the header says 000-27265",
        "header › FILER › FILING VALUES",
        "correct the cover page",
        "Form 8-K, cover page (must)",
        "waiver W-1: agreed, approved by cco@firm.example, until 2027-03-03",
        "a notice",
        "a.txt: its documents are not shown: it cannot be read again as it was judged.",
    ):
        assert any(words in line for line in said), words
    assert any(line.startswith("No finding is not compliance") for line in said)
    assert 'id="rule-COV004"' in page


def test_hostile(formats: Formats) -> None:
    """Whatever a filing, a path or a reason says, the page has the elements that it has without."""
    page = formats.rendered("html", formats.hostile())
    assert page.encode()
    tree = lxml_html.document_fromstring(page)
    assert len(list(tree.iter("script"))) == len(list(tree.iter("style"))) == 1
    assert not any(str(name).startswith("on") for node in tree.iter() for name in node.attrib)
    assert "\u202e" not in page
    assert "\x1b" not in page


def test_policy(formats: Formats) -> None:
    """The page allows itself its own script and style, and nothing else: no address of anything is in it."""
    page = formats.rendered("html", formats.report(formats.finding()))
    assert "default-src 'none'; style-src 'sha256-" in page
    assert "unsafe" not in page
    tree = lxml_html.document_fromstring(page)
    assert not [node for node in tree.iter() if "src" in node.attrib or "style" in node.attrib]
    ids = [node.get("id") for node in tree.iter() if node.get("id")]
    assert len(ids) == len(set(ids))
    links = [str(node.get("href")) for node in tree.iter("a")]
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)


def test_very_many(formats: Formats) -> None:
    """Of thousands of findings those that matter most are on the page, and how many are not is said."""
    page = formats.rendered("html", formats.report(*[formats.finding()] * 3000))
    assert page.count('class="finding ') == 1500
    assert "1,500 more findings are in the reports for machines" in page


def checked(path: Path, folder: Path) -> str:
    """Return the page about the input at *path*."""
    file = folder / "report.html"
    CliRunner().invoke(main, ["check", "--isolated", "-q", "-o", f"html:{file}", str(path)])
    return file.read_text("utf-8")


@pytest.mark.parametrize("name", ["8-k-defects.txt", "bcp-summary-defects.txt", "bcp-page.html", "draft"])
def test_examples(formats: Formats, tmp_path: Path, name: str) -> None:
    """Each place of each finding leads into a document on the page, whatever the input; twice the same page."""
    page = checked(formats.examples / name, tmp_path)
    marks = set(re.findall(r'data-mark="(\d+)"', page))
    assert marks
    assert marks <= set(re.findall(r'id="m(\d+)"', page))
    assert page == checked(formats.examples / name, tmp_path)


def test_changed(formats: Formats, tmp_path: Path) -> None:
    """A file that is not as it was judged is not shown: nothing else has the words that were."""
    path = tmp_path / "a.txt"
    path.write_bytes((formats.examples / "8-k-defects.txt").read_bytes())
    report = formats.report()
    (record,) = report.inputs
    assert filed.read_again(record) is None


@pytest.mark.parametrize(
    ("text", "places", "shown_of"),
    [
        ("a" * 100, [(10, 12)], [(0, 100)]),
        ("word " * 10_000, [(20_000, 20_004)], [(19_900, 20_104)]),
        ("word " * 10_000, [(20_000, 20_004), (20_050, 20_054)], [(19_900, 20_154)]),
        ("<p>word</p>" * 5_000, [(11_003, 11_007)], [(10_901 // 11 * 11 - 11, 11_107)]),
        ("word " * 10_000, [(0, 50_000)], [(0, 200)]),
    ],
)
def test_windows(text: str, places: list[tuple[int, int]], shown_of: list[tuple[int, int]]) -> None:
    """Of a long document what is near its places is shown, from a word or a block on."""
    marks = [Mark(n, start, end, "info", "x") for n, (start, end) in enumerate(places)]
    margin = 100 if len(text) > 1000 else len(text)
    found = filed._windows(text, Span(0, len(text)), marks, margin)
    for window, (start, end) in zip(found, shown_of, strict=True):
        assert abs(window.start - start) <= 11
        assert abs(window.end - end) <= 11
        assert not window.start or text[window.start - 1] in " >"


@pytest.mark.corpus
def test_real_filings(corpus: Path) -> None:
    """In real filings of three decades the words that are marked are those that the findings are about."""
    files = sorted(str(path) for path in (corpus / "filings").glob("*/*.txt"))[::8]
    report = check(files, Options(today=date(2026, 9, 30)), load_catalogue())
    findings = list(report.findings)
    numbers = filed.numbered(findings)
    library = filed.library(report, findings, numbers)
    assert not library.remarks
    marked: dict[str, str] = {}
    for document in library.documents:
        marked |= read(document.markup).marks
    compared = 0
    for (i, j), number in numbers.items():
        spot = (findings[i].spot, *findings[i].related)[j]
        wanted = UNSEEN.sub("", spot.text)
        if str(number) in marked and wanted and "…" not in wanted:
            assert UNSEEN.sub("", marked[str(number)]) == wanted, (findings[i].code, spot.path)
            compared += 1
    assert compared > 40
