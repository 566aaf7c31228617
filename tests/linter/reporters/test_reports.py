"""Reports made of findings at hand: the one for people, the line by line one, the one for machines."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from jsonschema import Draft202012Validator

from filinglint.errors import ConfigError
from filinglint.finding import Outcome, OutcomeRecord, Severity, Spot, Suppression
from filinglint.report import Notice
from filinglint.reporters import FORMATS, reporter
from filinglint.reporters.summary import in_short
from filinglint_schemas import load_schema

if TYPE_CHECKING:
    from .conftest import Formats


def test_text(formats: Formats) -> None:
    """The report for people shows both places, the authority, the next step, and what was looked at."""
    message = "the cover page and the header give different Commission file numbers"
    assert (
        formats.rendered("text", formats.report(formats.finding(message=message)))
        == """\
warning[COV004 cover-file-number-differs]: the cover page and the header give different Commission
    file numbers
  --> a.txt:312:1  (1 8-K d8k.htm › cover page)
     |
 312 | 000-27256
     | ^^^^^^^^^ the cover says 000-27256
 ::: a.txt:21:1  (header › FILER › FILING VALUES)
     |
  21 | 000-27265
     | --------- the header says 000-27265
     = authority: Form 8-K, cover page (must)
     = remedy: correct the cover page
     = more: filinglint explain COV004

a.txt: 1 warning
1 input (1 submission with 3 documents) · 1 rule: 1 failed
filinglint 0.1.0 · purpose review · profile general · as of 2004-07-26 (filed) · complete
no finding is not compliance: the rules that ran cover in part Form 8-K, cover page
"""
    )


def test_clean(formats: Formats) -> None:
    """A clean report says that it looked, and at what."""
    text = formats.rendered("text", formats.report())
    assert text.startswith("no findings in 1 input\n1 input (1 submission with 3 documents) · 1 rule: 1 passed\n")


def test_infos_in_a_line(formats: Formats) -> None:
    """Infos take one line each, unless everything is asked for."""
    made = formats.report(formats.finding(severity=Severity.INFO, message="a hint"))
    line = "info[COV004 cover-file-number-differs]: a.txt:312:1: a hint\n"
    assert formats.rendered("text", made).startswith(line + "a.txt: 1 info\n")
    assert "  --> a.txt:312:1" in formats.rendered("text", made, verbosity=1)
    audit = replace(made, run=replace(made.run, purpose="audit"))
    assert "  --> a.txt:312:1" in formats.rendered("text", audit)


@pytest.mark.parametrize(("frames", "shown"), [("0", []), ("1", ["^", "-"]), ("all", ["^", "-", "-"])])
def test_frames(formats: Formats, frames: str, shown: list[str]) -> None:
    """By default the place and one related place have frames; the others are named with what they say."""
    related = (formats.spot("one", 7, "header", "it says one"), formats.spot("two", 8, "header", "it says two"))
    text = formats.rendered("text", formats.report(formats.finding(related=related)), frames=frames)
    marks = [line.split("|")[1].split()[0][0] for line in text.splitlines() if "| ^" in line or "| -" in line]
    assert marks == shown
    assert "it says two" in text


def test_suppressed(formats: Formats) -> None:
    """A suppressed finding counts for nothing and is shown on wish; machines always have it."""
    waived = Suppression("waiver", "W-2026-014", "legal memo", "cco@firm.example", "2027-03-03")
    made = formats.report(formats.finding(severity=Severity.ERROR, suppression=waived))
    assert made.status == 0
    assert "COV004" not in formats.rendered("text", made)
    text = formats.rendered("text", made, suppressed=True)
    assert "= suppressed: waiver W-2026-014: legal memo, until 2027-03-03" in text
    assert json.loads(formats.rendered("json", made))["findings"][0]["suppression"]["id"] == "W-2026-014"


def test_most(formats: Formats) -> None:
    """No more findings are shown than wanted; how many are left out is said, and all are counted."""
    text = formats.rendered("concise", formats.report(formats.finding(), formats.finding(), formats.finding()), most=1)
    assert text.count("COV004") == 1
    assert "2 more findings are not shown\na.txt: 3 warnings\n" in text


def test_incomplete(formats: Formats) -> None:
    """What broke is named in every report for people, and the run is called incomplete."""
    broken = OutcomeRecord("COV004", "a.txt", "2 EX-99.1", Outcome.CANNOT_TELL, "incomplete: the rule broke")
    unclear = OutcomeRecord("COV004", "a.txt", None, Outcome.CANNOT_TELL, "the number is smudged")
    text = formats.rendered("text", formats.report(outcomes=(broken, unclear)))
    assert "cannot tell: COV004 on a.txt (2 EX-99.1): incomplete: the rule broke\n" in text
    assert "smudged" not in text
    assert "INCOMPLETE" in text
    assert "smudged" in formats.rendered("text", formats.report(outcomes=(broken, unclear)), verbosity=1)


def test_concise(formats: Formats) -> None:
    """The concise report has one line for each finding."""
    first = formats.rendered("concise", formats.report(formats.finding(message="two\nlines \x1b[1m"))).splitlines()[0]
    assert first == "a.txt:312:1: warning COV004 cover-file-number-differs two lines \\x1b[1m"


@pytest.mark.parametrize("style", FORMATS)
def test_nothing_obeyed(formats: Formats, style: str) -> None:
    """Whatever a filing, path or reason holds, no report tells a terminal anything."""
    evil = "\x1b]0;x\x07\u202e\r\n\x9b"
    bad = replace(formats.spot(evil, 1, evil, evil, (evil,)), path=evil)
    made = formats.finding(message=evil, remedy=evil, spot=bad, related=(bad, bad), citations=(evil,))
    text = formats.rendered(style, formats.report(made, notices=(Notice(evil, evil),)), frames="all")
    assert all(char.isprintable() or char == "\n" for char in text)


def test_never_wider(formats: Formats) -> None:
    """The report for people keeps to its width."""
    long = formats.finding(message="word " * 200, remedy="x" * 500, citations=("Regulation S-T, Rule 304",) * 20)
    for room in (40, 66, 100):
        text = formats.rendered("text", formats.report(long, formats.finding()), width=room)
        assert max(map(len, text.splitlines())) <= room


def test_json(formats: Formats) -> None:
    """The report for machines is as its schema says, in ASCII, and the same every time."""
    long = replace(formats.spot("é" * 2000, 1), label="“quoted”")
    nowhere = Spot("a.txt", None, (), None, "", "")
    made = formats.report(formats.finding(), formats.finding(spot=long, related=(long,)), formats.finding(spot=nowhere))
    revised = formats.rule(revision=3)
    text = formats.rendered("json", made, revised)
    assert text == formats.rendered("json", made, revised)
    assert text.isascii()
    document = json.loads(text)
    Draft202012Validator(load_schema("report")).validate(document)
    assert document["findings"][0]["revision"] == 3
    assert document["findings"][0]["related"][0]["label"] == "the header says 000-27265"
    assert len(document["findings"][1]["text"]) <= 500
    assert document["findings"][2]["line"] is None
    assert document["notices"] == [{"path": "a.txt", "message": "a notice"}]
    assert document["summary"]["covered_in_part"] == ["Form 8-K, cover page"]


def test_empty_json(formats: Formats) -> None:
    """A report of nothing is as its schema says too."""
    document = json.loads(formats.rendered("json", formats.report(inputs=(), outcomes=(), notices=())))
    Draft202012Validator(load_schema("report")).validate(document)


def test_unknown_format() -> None:
    """A format that there is not is answered with the nearest."""
    with pytest.raises(ConfigError, match="did you mean 'json'"):
        reporter("jso")
    with pytest.raises(ConfigError, match="it is one of text"):
        reporter("zzz")


@pytest.mark.parametrize(
    ("citations", "short"),
    [
        ([], ""),
        (["Form 8-K, cover page", "Form 8-K, Item 9.01"], "Form 8-K (2 provisions)"),
        (["Regulation S-T, Rule 13(a) (17 CFR 232.13(a))"], "Regulation S-T, Rule 13(a)"),
        (["A manual, part 1: names", "A manual, part 1: types"], "A manual, part 1"),
        (["NTM 04-37", "RFC 1421, section 4.4"], "NTM 04-37; RFC 1421, section 4.4"),
    ],
)
def test_citations_in_short(citations: list[str], short: str) -> None:
    """An instrument is named once in a sentence: with its one provision, or how many."""
    assert in_short(citations) == short
