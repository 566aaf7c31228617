"""A finding is known by what it says: whoever wraps, indents, minifies or moves a text meets the same fingerprints."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filinglint.catalogue import load_catalogue
from filinglint.finding import Finding
from filinglint.judging import Options, judge
from filinglint.kinds import read
from filinglint.source import Source
from filinglint.triage.selection import Selection

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
CATALOGUE = load_catalogue()
OPTIONS = Options(selection=Selection(select=("ALL",), purpose="audit", preview=True), today=date(2026, 1, 2))
# What these find is the layout itself.
LAYOUT = frozenset(("FMT022", "FMT023", "FMT024", "FMT025"))
TEXT = re.compile(r"(?<=<TEXT>\n)(<html.*?)(?=</TEXT>)", re.DOTALL | re.IGNORECASE)
PIECES = re.compile(r"(<!--.*?-->|<[^<>]*>)", re.DOTALL)
BLOCKS = re.compile(r"</?(?:p|div|table|tr|td|th|h[1-6]|body|html|head|hr|br|ul|li)\b", re.IGNORECASE)

FILING = (EXAMPLES / "8-k-defects.txt").read_text("utf-8")
SUMMARY = (EXAMPLES / "bcp-summary-defects.txt").read_text("utf-8")
PAGE = "<html><head><title>BCP</title></head><body>\n{}\n</body></html>\n".format(
    "\n".join(f"<p>{' '.join(paragraph.split())}</p>" for paragraph in SUMMARY.split("\n\n"))
)
TEXTS = {
    "8-k.txt": ("submission", FILING),
    "bcp.txt": ("bcp-summary", SUMMARY),
    "bcp.htm": ("bcp-summary", PAGE),
    "bcp-page.html": ("bcp-summary", (EXAMPLES / "bcp-page.html").read_text("utf-8")),
    "lark-8k.htm": ("document", (EXAMPLES / "draft" / "lark-8k.htm").read_text("utf-8")),
}
IN_HTML = [name for name in TEXTS if name != "bcp.txt"]


def findings(name: str, text: str) -> list[Finding]:
    """What is found in *text*, the layout aside."""
    kind, _ = TEXTS[name]
    source = Source.from_bytes(text.encode("utf-8"), name)
    submission = read(source, kind, lambda _: None).submission
    judged = judge(submission, source, OPTIONS, CATALOGUE)
    return [finding for finding in judged.findings if finding.code not in LAYOUT]


def known(name: str, text: str) -> Counter[tuple[str, str]]:
    """The codes and fingerprints of what is found in *text*."""
    return Counter((finding.code, finding.fingerprint) for finding in findings(name, text))


def in_html(text: str, change: Callable[[str], str]) -> str:
    """Return *text*, a submission or a page, with *change* made to its HTML."""
    return TEXT.sub(lambda m: change(m[0]), text) if "<TEXT>" in text else change(text)


def set_anew(html: str, random: Random, blanks: list[str]) -> str:
    """Return *html* with every run of white space set as one of *blanks*, and tags in either case.

    Between the tags of blocks white space comes and goes.
    """
    pieces = PIECES.split(html)
    for index, piece in enumerate(pieces):
        if index % 2:
            if not piece.startswith("<!"):
                name = re.match(r"</?[A-Za-z0-9]+", piece)
                if name and random.random() < 0.5:
                    pieces[index] = name[0].upper() + piece[name.end() :]
            continue
        before = pieces[index - 1] if index else "<p>"
        after = pieces[index + 1] if index + 1 < len(pieces) else "<p>"
        at_block = BLOCKS.match(before) is not None and BLOCKS.match(after) is not None
        if not piece.strip() and at_block:
            pieces[index] = random.choice(["", *blanks])
        else:
            pieces[index] = re.sub(r"[ \t\r\n]+", lambda _: random.choice(blanks), piece)
    return "".join(pieces)


def minified(html: str) -> str:
    """Return *html* on one line, with no white space that shows nothing."""
    return set_anew(html, Random(1), [" "]).replace("\n", " ")


@pytest.mark.parametrize("name", TEXTS)
def test_there_is_something_to_know(name: str) -> None:
    """Each text has findings, each known by a fingerprint of its own."""
    found = known(name, TEXTS[name][1])
    assert len(found) >= (5 if name in ("8-k.txt", "bcp.txt", "bcp.htm") else 1)
    assert set(found.values()) == {1}


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("line_end", ["\r\n", "\r"])
def test_line_ends(name: str, line_end: str) -> None:
    """However lines end, the findings are the same."""
    text = TEXTS[name][1]
    if line_end == "\r" and name == "8-k.txt":
        return  # a submission is told by lines, and EDGAR knows no such ones
    assert known(name, text.replace("\n", line_end)) == known(name, text)


@given(st.sampled_from(IN_HTML), st.randoms(use_true_random=False), st.integers(1, 6))
def test_wrapping_and_indenting(name: str, random: Random, indent: int) -> None:
    """HTML wrapped at any blank and indented anyhow has the same findings."""
    text = TEXTS[name][1]
    changed = in_html(text, lambda html: set_anew(html, random, [" ", "\n", "\n" + " " * indent, "\t", "  "]))
    assert known(name, changed) == known(name, text)


@pytest.mark.parametrize("name", IN_HTML)
def test_minifying(name: str) -> None:
    """HTML on one line has the same findings."""
    text = TEXTS[name][1]
    assert known(name, in_html(text, lambda html: minified(html) + "\n")) == known(name, text)


@given(st.integers(1, 40), st.sampled_from(IN_HTML))
def test_moving(lines: int, name: str) -> None:
    """What moves down the page, by a comment of many lines above it, stays known."""
    text = TEXTS[name][1]
    comment = "<!-- " + "a note\n" * lines + " -->\n"
    changed = in_html(text, lambda html: re.sub(r"(<body[^<>]*>)", lambda m: m[1] + comment, html, count=1))
    assert known(name, changed) == known(name, text)


@pytest.mark.parametrize("name", IN_HTML)
def test_an_edit_elsewhere(name: str) -> None:
    """A sentence that is added says nothing new of what was found before."""
    text = TEXTS[name][1]
    added = text.replace("</body>", "<p>We thank those who wrote to us.</p></body>", 1)
    assert known(name, text) - known(name, added) == Counter()


@pytest.mark.parametrize(
    ("plain", "written"), [("&", "&amp;"), ("'", "&#39;"), (" ", "&#32;"), ("e", "&#101;"), ("(", "&#x28;")]
)
def test_references(plain: str, written: str) -> None:
    """A character written as a reference is the same character."""
    text = TEXTS["bcp.htm"][1]
    pieces = PIECES.split(text)
    pieces[::2] = [piece.replace(plain, written) if piece.strip() else piece for piece in pieces[::2]]
    assert known("bcp.htm", "".join(pieces)) == known("bcp.htm", text)


def test_the_header_may_be_set_otherwise() -> None:
    """Tabs and blanks of the header are no part of what it says."""
    head, mark, rest = FILING.partition("</SEC-HEADER>")
    changed = "\n".join(re.sub(r":\t+", ":   ", line) for line in head.split("\n"))
    assert changed != head
    assert known("8-k.txt", changed + mark + rest) == known("8-k.txt", FILING)


def test_what_comes_again_is_told_apart() -> None:
    """Two findings that say the same are two, by their order, and the first stays known without the second."""
    page = "<html><body><p>Exhibit 99.1</p><p>Opened in1997.</p><p>{}</p></body></html>"
    source = [Source.from_bytes(page.format(words).encode(), "a.htm") for words in ("Opened in1997.", "Nothing.")]
    twice, once = (
        [
            finding.fingerprint
            for finding in judge(read(one, "document", lambda _: None).submission, one, OPTIONS, CATALOGUE).findings
            if finding.code == "INT005"
        ]
        for one in source
    )
    assert len(set(twice)) == 2
    assert once == twice[:1]
