"""Directives taken out of documents: the comments, and not one byte more."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filinglint.documents.submission import read_document
from filinglint.source import Source
from filinglint.triage.directives import comments_of

ONE = '<!-- filinglint: ignore[BCP050] reason="r" -->'
BROKEN = "<!--filinglint: ignore-->"


def test_strip(tree: Any) -> None:
    """Directives go, well formed or not; comments that are none stay, and so does every other byte."""
    tree.page(first=ONE, before=BROKEN + "<!-- a comment -->", after="\r\n<p>é  \t</p>")
    before = Path("bcp/page.htm").read_bytes()
    assert tree.run("strip", "--check", "bcp").exit_code == 1
    assert Path("bcp/page.htm").read_bytes() == before
    result = tree.run("strip")
    assert (result.exit_code, result.stdout) == (0, "took out 2 directives in 1 file\n")
    assert Path("bcp/page.htm").read_bytes() == before.replace(ONE.encode(), b"").replace(BROKEN.encode(), b"")
    result = tree.run("strip", "--check")
    assert (result.exit_code, result.stdout) == (0, "found 0 directives in 0 files\n")


def test_check_says_where(tree: Any) -> None:
    """With --check each directive is named, and the status is 1."""
    tree.page(before=ONE)
    assert tree.run("strip", "--check").stdout == (
        "./bcp/page.htm:6:1: a directive is left\nfound 1 directive in 1 file\n"
    )


def test_submission(tree: Any) -> None:
    """In a submission the documents are stripped, the header is not."""
    text = Path("filings/good.txt").read_text()
    text = text.replace("<SEC-HEADER>", ONE + "<SEC-HEADER>").replace("<p>FORM", ONE + "<p>FORM")
    tree.write("filings/good.txt", text)
    tree.run("strip", "filings")
    assert Path("filings/good.txt").read_text() == text.replace(ONE + "<p>FORM", "<p>FORM")


def test_draft_and_unknown(tree: Any) -> None:
    """The documents of a draft are stripped, and texts that are neither filings nor summaries too."""
    tree.write("drafts/q3/submission.toml", 'form = "8-K"\n[[documents]]\nfile = "lark.htm"\ntype = "8-K"\n')
    tree.write("drafts/q3/lark.htm", f"<html><body>{ONE}<p>FORM 8-K</p></body></html>")
    tree.write("other.htm", f"<html><body>{ONE}<p>A menu</p><div>Soup</div></body></html>")
    assert tree.run("strip").stdout == "took out 2 directives in 2 files\n"
    assert ONE not in Path("drafts/q3/lark.htm").read_text() + Path("other.htm").read_text()


def test_excluded(tree: Any) -> None:
    """What the configuration leaves out is left alone."""
    tree.write("filinglint.toml", 'exclude = ["bcp/**"]\n')
    tree.page(before=ONE)
    assert tree.run("strip").stdout == "took out 0 directives in 0 files\n"
    assert ONE in Path("bcp/page.htm").read_text()


def test_what_cannot_be_read(tree: Any) -> None:
    """A file that is named and cannot be read is status 3; one on the way is nobody's."""
    tree.write("empty.htm", "")
    assert tree.run("strip", "empty.htm").exit_code == 3
    assert tree.run("strip", ".").exit_code == 0


@pytest.mark.parametrize("link", [True, False])
def test_links_and_permissions(tree: Any, *, link: bool) -> None:
    """A link stays a link, and a file keeps its permissions."""
    page = tree.page(before=ONE)
    page.chmod(0o640)
    path = tree.root / "link.htm"
    if link:
        path.symlink_to(page)
    tree.run("strip", str(path if link else page))
    assert path.is_symlink() is link
    assert ONE not in page.read_text()
    assert page.stat().st_mode & 0o777 == 0o640


@given(
    st.lists(
        st.sampled_from(
            [ONE, BROKEN, "<!-- x -->", "<p>", "</p>", "a", "é", "\r\n", "<div>", "</div>", "<br>", "&amp;", "<script>"]
        ),
        max_size=12,
    )
)
def test_what_is_left(parts: list[str]) -> None:
    """Whatever stands around them, what is left is what stood around the directives, and holds none."""
    head = "<html><body><p><div><td>"
    text = head + "".join(parts)
    source = Source.from_bytes(text.encode(), "a.htm")
    spans = list(comments_of(read_document(source, "document").documents))
    left = ""
    at = 0
    for span in spans:
        left += text[at : span.start]
        assert text[span.start : span.end] in (ONE, BROKEN)
        at = span.end
    left += text[at:]
    again = Source.from_bytes(left.encode(), "a.htm")
    assert list(comments_of(read_document(again, "document").documents)) == []
