"""The report for people as it looks: pictures of it at three widths, in ASCII, in colours and with links.

What is not as in its picture fails; who changed the report on purpose looks at it, and writes the picture anew with
``FILINGLINT_PICTURES=1 pytest tests/linter/reporters/test_widths.py``.
"""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from filinglint.documents.submission import read_submission
from filinglint.finding import Observation, Severity
from filinglint.reporters.cells import width
from filinglint.rule import Authority
from filinglint.source import Source
from filinglint.spans import Span
from filinglint.stamp import Observed, stamped

if TYPE_CHECKING:
    from filinglint.report import Report

    from .conftest import Formats

PICTURES = Path(__file__).with_name("pictures")
CELLS = "".join(f"<tr><td>Row {n}</td><td align=right>1,{n:03}</td></tr>" for n in range(400))
FILING = f"""\
<SEC-DOCUMENT>0009990142-24-000031.txt : 20241107
<SEC-HEADER>0009990142-24-000031.hdr.sgml : 20241107
CONFORMED SUBMISSION TYPE:\t8-K
\tFILING VALUES:
\t\tSEC FILE NUMBER:\t001-99821
\t\tFILM NUMBER:\t\t241479902
</SEC-HEADER>
<DOCUMENT>
<TYPE>8-K
<FILENAME>lark.htm
<TEXT>
<html><body><p align="center"><b>LARKSPUR INSTRUMENTS, INC.</b></p><table><tr><td>Delaware</td><td>001-99812</td>\
<td>99-0000124</td></tr></table><table>{CELLS}</table><p>We guarantee that trading will resume within four hours of \
any disruption, however long, whatever its cause &mdash; “at all events” 日本語 and\u202e always.</p></body></html>
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-99.1
<FILENAME>lark-ex.txt
<TEXT>
PRESS RELEASE

Larkspur Instruments, Inc. said\ttoday that nothing happened.
Contact: (603) 555-0142
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
"""
VIEWS: dict[str, dict[str, Any]] = {
    "60": {"width": 60},
    "100": {"width": 100},
    "160": {"width": 160},
    "ascii": {"width": 100, "ascii": True},
    "all-frames": {"width": 100, "frames": "all", "verbosity": 1},
    "no-frames": {"width": 100, "frames": "0"},
    "colour": {"width": 100, "colour": True},
    "links": {"width": 100, "hyperlinks": True},
}


def looked_at(formats: Formats) -> Report:
    """Return a report with findings of all sorts: in a long line, over cells, in plain text, with places elsewhere."""
    submission = read_submission(Source.from_bytes(FILING.encode(), "filings/lark.txt"))

    def at(words: str, last: str = "") -> Span:
        start = FILING.index(words)
        return Span(start, FILING.index(last, start) + len(last) if last else start + len(words))

    number = formats.rule()
    promise = formats.rule(
        code="BCP050", slug="absolute-promise", authority=(Authority("NASD Notice to Members 04-37", "guidance"),)
    )
    observed = [
        Observed(
            number,
            Severity.ERROR,
            Observation(
                at("001-99812"),
                "the cover gives file number '001-99812', the header '001-99821'",
                [
                    (at("001-99821"), "the header says 001-99821"),
                    (at("LARKSPUR INSTRUMENTS, INC."), "whose cover it is"),
                ],
                label="the cover says 001-99812",
            ),
        ),
        Observed(
            promise,
            Severity.WARNING,
            Observation(
                at("We guarantee", "always"),
                "this promises an outcome",
                label="a promise that nobody can be sure to keep",
            ),
        ),
        Observed(number, Severity.WARNING, Observation(at("said\ttoday", "today"), "a tab stands between words")),
        Observed(number, Severity.WARNING, Observation(at("<DOCUMENT>", "</TEXT>"), "the document has no end")),
        Observed(number, Severity.INFO, Observation(at("(603) 555-0142"), "a telephone number is no telephone")),
    ]
    return replace(formats.report(*stamped(submission, observed)), notices=())


@pytest.mark.parametrize("name", VIEWS)
def test_picture(formats: Formats, name: str) -> None:
    """The report looks as in its picture."""
    text = formats.rendered("text", looked_at(formats), **VIEWS[name])
    text = text.replace(f"file://{Path.cwd().as_posix()}/", "file:///…/").replace("\x1b", "␛")
    picture = PICTURES / f"{name}.txt"
    if os.environ.get("FILINGLINT_PICTURES"):
        picture.parent.mkdir(exist_ok=True)
        picture.write_text(text, "utf-8")
    assert text == picture.read_text("utf-8")


@pytest.mark.parametrize("room", [40, 60, 80, 100, 160])
def test_never_wider(formats: Formats, room: int) -> None:
    """No line is wider than the view, in cells, whatever is in it."""
    for more in ({}, {"ascii": True}, {"frames": "all"}):
        text = formats.rendered("text", looked_at(formats), width=room, **more)
        assert max(map(width, text.splitlines())) <= room


def test_ascii(formats: Formats) -> None:
    """In ASCII there is nothing but ASCII, and nothing is lost: what there is no sign for is written as an escape."""
    text = formats.rendered("text", looked_at(formats), ascii=True)
    assert text.isascii()
    assert "\\u65e5" in text


def test_decoration(formats: Formats) -> None:
    """Without its colours and links the report is the one without colours and links."""
    made = looked_at(formats)
    plain = formats.rendered("text", made)
    bare = re.compile("\x1b(?:\\[[0-9;]*m|\\]8;;[^\x1b]*\x1b\\\\)")
    for more in ({"colour": True}, {"hyperlinks": True}, {"colour": True, "hyperlinks": True}):
        text = formats.rendered("text", made, **more)
        assert text != plain
        assert bare.sub("", text) == plain


@pytest.mark.parametrize("path", ["a b.txt", "a\x1b\\evil.txt", "ü%;#?.txt", "\udc80.txt"])
def test_links(formats: Formats, path: str) -> None:
    """A hyperlink holds an address in ASCII, whatever the file is called."""
    made = formats.finding()
    made = replace(made, spot=replace(made.spot, path=path), related=())
    text = formats.rendered("text", formats.report(made), hyperlinks=True)
    (target,) = {found for found in re.findall("\x1b]8;;([^\x1b]*)\x1b\\\\", text) if found}
    assert target.isascii()
    assert target.isprintable()
    assert target.startswith("file:///")
    assert re.sub("\x1b]8;;[^\x1b]*\x1b\\\\", "", text) == formats.rendered("text", formats.report(made))
