"""Reports made of findings at hand: the one for people, the line by line one, the one for machines."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from filinglint.errors import ConfigError
from filinglint.facts.extractor import submission
from filinglint.finding import (
    Confidence,
    Excerpt,
    Finding,
    Observation,
    Outcome,
    OutcomeRecord,
    Severity,
    Spot,
    Suppression,
)
from filinglint.report import InputRecord, Notice, Report, RunRecord
from filinglint.reporters import FORMATS, reporter
from filinglint.reporters.summary import in_short
from filinglint.reporters.view import View
from filinglint.rule import Authority, Rule
from filinglint.source import Place
from filinglint_schemas import load_schema

RULE = Rule(
    code="COV004",
    slug="cover-file-number-differs",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    authority=(Authority("Form 8-K, cover page", effective_from=date(1993, 1, 1)),),
    reads=(submission,),
    check=lambda _: iter([Observation(submission, "")]),  # type: ignore[arg-type]
    title="The number is the number.",
    rationale="",
    remedy="correct the cover page",
    revision=3,
)


def spot(text: str, line: int, document: str | None, label: str = "", trail: tuple[str, ...] = ()) -> Spot:
    """Return a place that is all of a line."""
    place = Place("a.txt", line, 1, line, len(text) + 1, 100 * line, 100 * line + len(text))
    return Spot("a.txt", document, trail, place, text, label, Excerpt(text, 0, len(text)))


def finding(**changes: Any) -> Finding:
    """Return a finding with two places."""
    made = Finding(
        code=RULE.code,
        slug=RULE.slug,
        severity=RULE.severity,
        confidence=RULE.confidence,
        message="the cover page and the header give different Commission file numbers",
        remedy=RULE.remedy,
        spot=spot("000-27256", 312, "1 8-K d8k.htm", "the cover says 000-27256", ("cover page",)),
        related=(spot("000-27265", 21, "header", "the header says 000-27265", ("FILER", "FILING VALUES")),),
        citations=RULE.citations,
        fixable="no",
        fingerprint="fp1:" + "0" * 32,
    )
    return replace(made, **changes)


def report(*findings: Finding, **changes: Any) -> Report:
    """Return the report of a run over one filing."""
    outcome = OutcomeRecord("COV004", "a.txt", None, Outcome.FAILED if findings else Outcome.PASSED)
    made = Report(
        run=RunRecord("0.1.0", (("edgar", "0.1.0"),), "filing", "2026-09-30", "review", (), "error", 1),
        inputs=(
            InputRecord("a.txt", "submission", "8-K", "0001-04-1", "2004-07-26", "filed", ("general",), 3, 9, "0" * 64),
        ),
        findings=findings,
        outcomes=(outcome,),
        notices=(Notice("a.txt", "a notice"),),
    )
    return replace(made, **changes)


def rendered(style: str, made: Report, **view: Any) -> str:
    """Return *made* in the format *style*."""
    return "".join(reporter(style)(made, (RULE,), View(**view)))


def test_text() -> None:
    """The report for people shows both places, the authority, the next step, and what was looked at."""
    assert (
        rendered("text", report(finding()))
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


def test_clean() -> None:
    """A clean report says that it looked, and at what."""
    text = rendered("text", report())
    assert text.startswith("no findings in 1 input\n1 input (1 submission with 3 documents) · 1 rule: 1 passed\n")


def test_infos_in_a_line() -> None:
    """Infos take one line each, unless everything is asked for."""
    made = report(finding(severity=Severity.INFO, message="a hint"))
    line = "info[COV004 cover-file-number-differs]: a.txt:312:1: a hint\n"
    assert rendered("text", made).startswith(line + "a.txt: 1 info\n")
    assert "  --> a.txt:312:1" in rendered("text", made, verbosity=1)
    audit = replace(made, run=replace(made.run, purpose="audit"))
    assert "  --> a.txt:312:1" in rendered("text", audit)


@pytest.mark.parametrize(("frames", "shown"), [("0", []), ("1", ["^", "-"]), ("all", ["^", "-", "-"])])
def test_frames(frames: str, shown: list[str]) -> None:
    """By default the place and one related place have frames; the others are named with what they say."""
    related = (spot("one", 7, "header", "it says one"), spot("two", 8, "header", "it says two"))
    text = rendered("text", report(finding(related=related)), frames=frames)
    marks = [line.split("|")[1].split()[0][0] for line in text.splitlines() if "| ^" in line or "| -" in line]
    assert marks == shown
    assert "it says two" in text


def test_suppressed() -> None:
    """A suppressed finding counts for nothing and is shown on wish; machines always have it."""
    waived = Suppression("waiver", "W-2026-014", "legal memo", "cco@firm.example", "2027-03-03")
    made = report(finding(severity=Severity.ERROR, suppression=waived))
    assert made.status == 0
    assert "COV004" not in rendered("text", made)
    assert "= suppressed: waiver W-2026-014: legal memo, until 2027-03-03" in rendered("text", made, suppressed=True)
    assert json.loads(rendered("json", made))["findings"][0]["suppression"]["id"] == "W-2026-014"


def test_most() -> None:
    """No more findings are shown than wanted; how many are left out is said, and all are counted."""
    text = rendered("concise", report(finding(), finding(), finding()), most=1)
    assert text.count("COV004") == 1
    assert "2 more findings are not shown\na.txt: 3 warnings\n" in text


def test_incomplete() -> None:
    """What broke is named in every report for people, and the run is called incomplete."""
    broken = OutcomeRecord("COV004", "a.txt", "2 EX-99.1", Outcome.CANNOT_TELL, "incomplete: the rule broke")
    unclear = OutcomeRecord("COV004", "a.txt", None, Outcome.CANNOT_TELL, "the number is smudged")
    text = rendered("text", report(outcomes=(broken, unclear)))
    assert "cannot tell: COV004 on a.txt (2 EX-99.1): incomplete: the rule broke\n" in text
    assert "smudged" not in text
    assert "INCOMPLETE" in text
    assert "smudged" in rendered("text", report(outcomes=(broken, unclear)), verbosity=1)


def test_concise() -> None:
    """The concise report has one line for each finding."""
    first = rendered("concise", report(finding(message="two\nlines \x1b[1m"))).splitlines()[0]
    assert first == "a.txt:312:1: warning COV004 cover-file-number-differs two lines \\x1b[1m"


@pytest.mark.parametrize("style", FORMATS)
def test_nothing_obeyed(style: str) -> None:
    """Whatever a filing, path or reason holds, no report tells a terminal anything."""
    evil = "\x1b]0;x\x07\u202e\r\n\x9b"
    bad = replace(spot(evil, 1, evil, evil, (evil,)), path=evil)
    made = finding(message=evil, remedy=evil, spot=bad, related=(bad, bad), citations=(evil,))
    text = rendered(style, report(made, notices=(Notice(evil, evil),)), frames="all")
    assert all(char.isprintable() or char == "\n" for char in text)


def test_never_wider() -> None:
    """The report for people keeps to its width."""
    long = finding(message="word " * 200, remedy="x" * 500, citations=("Regulation S-T, Rule 304",) * 20)
    for room in (40, 66, 100):
        assert max(map(len, rendered("text", report(long, finding()), width=room).splitlines())) <= room


def test_json() -> None:
    """The report for machines is as its schema says, in ASCII, and the same every time."""
    long = replace(spot("é" * 2000, 1, None), label="“quoted”")
    made = report(finding(), finding(spot=long, related=(long,)), finding(spot=Spot("a.txt", None, (), None, "", "")))
    text = rendered("json", made)
    assert text == rendered("json", made)
    assert text.isascii()
    document = json.loads(text)
    Draft202012Validator(load_schema("report")).validate(document)
    assert document["findings"][0]["revision"] == 3
    assert document["findings"][0]["related"][0]["label"] == "the header says 000-27265"
    assert len(document["findings"][1]["text"]) <= 500
    assert document["findings"][2]["line"] is None
    assert document["notices"] == [{"path": "a.txt", "message": "a notice"}]
    assert document["summary"]["covered_in_part"] == ["Form 8-K, cover page"]


def test_empty_json() -> None:
    """A report of nothing is as its schema says too."""
    document = json.loads(rendered("json", report(inputs=(), outcomes=(), notices=())))
    Draft202012Validator(load_schema("report")).validate(document)


def test_unknown_format() -> None:
    """A format that there is not is answered with the nearest."""
    with pytest.raises(ConfigError, match="did you mean json"):
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
