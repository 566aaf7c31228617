"""The report as SARIF 2.1.0."""

from __future__ import annotations

import json
import os
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator
from jsonschema.validators import validator_for

from filinglint.documents.submission import read_document
from filinglint.finding import (
    Observation,
    Outcome,
    OutcomeRecord,
    PlacedEdit,
    PlacedFix,
    Severity,
    Suppression,
)
from filinglint.rule import Authority
from filinglint.source import Source, SourceText
from filinglint.spans import Span
from filinglint.stamp import Observed, stamped

if TYPE_CHECKING:
    from .conftest import Formats


PART = Draft7Validator(json.loads(Path(__file__).with_name("sarif-2.1.0-part.schema.json").read_text("utf-8")))
# The official schema, which .ci/formats gets; ours is its part that filinglint writes.
OFFICIAL = os.environ.get("SARIF_SCHEMA", "")


def validate(log: Any) -> None:
    """Hold *log* to our part of the schema, and to the whole of it where it is at hand."""
    PART.validate(log)
    if OFFICIAL:
        schema = json.loads(Path(OFFICIAL).read_text("utf-8"))
        checker = validator_for(schema)
        checker(schema, format_checker=checker.FORMAT_CHECKER).validate(log)


def run_of(text: str) -> dict[str, Any]:
    """Return the one run of a log, which is valid and whose references lead somewhere."""
    log = json.loads(text)
    validate(log)
    (run,) = log["runs"]
    tool = run["tool"]
    instruments = {taxonomy["guid"]: {taxon["id"] for taxon in taxonomy["taxa"]} for taxonomy in run["taxonomies"]}
    for component in (tool["driver"], *tool.get("extensions", ())):
        for rule in component["rules"]:
            for relation in rule.get("relationships", ()):
                target = relation["target"]
                assert target["id"] in instruments[target["toolComponent"]["guid"]]
    for result in run["results"]:
        if "rule" in result:
            rules = tool["extensions"][result["rule"]["toolComponent"]["index"]]["rules"]
            assert rules[result["rule"]["index"]]["id"] == result["ruleId"]
        elif "ruleIndex" in result:
            assert tool["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        ids = [location["id"] for location in result.get("relatedLocations", ())]
        links = re.findall(r"(?<!\\)\]\(([^)]*)\)", result["message"]["text"])
        assert links == [str(number) for number in ids]
    return run  # type: ignore[no-any-return]


def test_example(formats: Formats) -> None:
    """A filing with defects: each region holds in the file what its snippet says, by columns, characters and bytes."""
    path = formats.examples / "8-k-defects.txt"
    data = path.read_bytes()
    lines = data.decode().split("\n")
    run = run_of(formats.checked("sarif", path))
    assert len(run["results"]) > 5
    for result in run["results"]:
        for location in (*result["locations"], *result.get("relatedLocations", ())):
            physical = location["physicalLocation"]
            for region in (physical["region"], physical.get("contextRegion")):
                if region is None or "snippet" not in region or region["startLine"] != region["endLine"]:
                    continue
                words = region["snippet"]["text"]
                assert lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1] == words
                assert data.decode()[region["charOffset"] :][: region["charLength"]] == words
                if "byteOffset" in region:
                    assert data[region["byteOffset"] :][: region["byteLength"]].decode() == words


def test_result(formats: Formats) -> None:
    """A result has an explicit level, both places, a link to the other one, and fingerprints that are ours."""
    run = run_of(formats.rendered("sarif", formats.report(formats.finding())))
    (result,) = run["results"]
    assert (result["ruleId"], result["kind"], result["level"]) == ("COV004", "fail", "warning")
    assert result["message"]["text"].endswith("([the header says 000-27265](1))")
    assert result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] == "1 8-K d8k.htm › cover page"
    assert set(result["partialFingerprints"].values()) == {"fp1:" + "0" * 32}
    assert set(result["partialFingerprints"]) == {"filinglint/v1", "primaryLocationLineHash"}
    assert run["columnKind"] == "utf16CodeUnits"
    (rule,) = run["tool"]["driver"]["rules"]
    assert (rule["id"], rule["name"]) == ("COV004", "cover-file-number-differs")
    assert rule["properties"]["precision"] == "high"
    assert [taxonomy["name"] for taxonomy in run["taxonomies"]] == ["Form 8-K"]


@pytest.mark.parametrize(
    ("severity", "level"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "note")]
)
def test_levels(formats: Formats, severity: Severity, level: str) -> None:
    """Each severity has its level."""
    (result,) = run_of(formats.rendered("sarif", formats.report(formats.finding(severity=severity))))["results"]
    assert result["level"] == level


def test_clean(formats: Formats) -> None:
    """A run that found nothing has results, and none in them."""
    run = run_of(formats.rendered("sarif", formats.report()))
    assert run["results"] == []
    (invocation,) = run["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (True, 0)
    assert [n["message"]["text"] for n in invocation["toolExecutionNotifications"]] == ["a notice"]


def test_incomplete(formats: Formats) -> None:
    """What could not be looked at makes the run unsuccessful, and is said with its rule and file."""
    broken = OutcomeRecord("COV004", "a.txt", "1 8-K d8k.htm", Outcome.CANNOT_TELL, "incomplete: the rule broke")
    unread = OutcomeRecord("SYS010", "b c.txt", None, Outcome.CANNOT_TELL, "incomplete: no such file")
    system = formats.finding(code="SYS010", slug="input-not-read", severity=Severity.ERROR)
    made = formats.report(system, outcomes=(broken, unread), notices=())
    run = run_of(formats.rendered("sarif", made))
    (invocation,) = run["invocations"]
    assert (invocation["executionSuccessful"], invocation["exitCode"]) == (False, 3)
    first, second = invocation["toolExecutionNotifications"]
    assert first["level"] == "error"
    assert first["associatedRule"]["id"] == "COV004"
    assert second["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "b%20c.txt"
    assert run["results"][0]["ruleIndex"] == 1


def test_review(formats: Formats) -> None:
    """In an audit, what a rule cannot tell is a result for review; otherwise it is none."""
    unsure = OutcomeRecord("COV004", "a.txt", None, Outcome.CANNOT_TELL, "two dates [sic]")
    made = formats.report(outcomes=(unsure,))
    assert run_of(formats.rendered("sarif", made))["results"] == []
    (result,) = run_of(formats.rendered("sarif", replace(made, run=replace(made.run, purpose="audit"))))["results"]
    assert (result["kind"], result["level"]) == ("review", "none")
    assert result["message"]["text"] == "cannot tell: two dates \\[sic\\]"


def test_outcomes(formats: Formats) -> None:
    """Rules that passed or did not apply are results for who asks, and for nobody else."""
    outcomes = [
        OutcomeRecord("COV004", "a.txt", None, Outcome.PASSED),
        OutcomeRecord("COV004", "a.txt", "2 EX-99", Outcome.NOT_APPLICABLE, "no [cover]"),
        OutcomeRecord("COV004", "a.txt", "3 EX-99", Outcome.CANNOT_TELL, "two covers"),
        OutcomeRecord("COV004", "a.txt", "4 EX-99", Outcome.NOT_RUN, "not selected"),
    ]
    made = formats.report(outcomes=tuple(outcomes))
    assert run_of(formats.rendered("sarif", made))["results"] == []
    results = run_of(formats.rendered("sarif", made, outcomes=True))["results"]
    assert [(one["kind"], one["level"], one["message"]["text"]) for one in results] == [
        ("pass", "none", "passed"),
        ("notApplicable", "none", "not applicable: no \\[cover\\]"),
        ("review", "none", "cannot tell: two covers"),
    ]


@pytest.mark.parametrize(("kind", "where"), [("inline", "inSource"), ("waiver", "external"), ("baseline", "external")])
def test_suppressed(formats: Formats, kind: str, where: str) -> None:
    """A suppressed finding stays, with who approved it and until when."""
    made = formats.finding(suppression=Suppression(kind, "W-1", "agreed", "A. Person", "2027-01-01"))
    (result,) = run_of(formats.rendered("sarif", formats.report(made)))["results"]
    (suppression,) = result["suppressions"]
    assert (suppression["kind"], suppression["justification"]) == (where, "agreed")
    assert suppression["properties"] == {"kind": kind, "id": "W-1", "approver": "A. Person", "expires": "2027-01-01"}


def test_baseline(formats: Formats) -> None:
    """Where the baseline knows a finding, every result says whether it is new; elsewhere none does."""
    known, new = formats.finding(known=True), formats.finding(fingerprint="fp1:" + "1" * 32)
    results = run_of(formats.rendered("sarif", formats.report(known, new)))["results"]
    assert [result["baselineState"] for result in results] == ["unchanged", "new"]
    (result,) = run_of(formats.rendered("sarif", formats.report(new)))["results"]
    assert "baselineState" not in result


@pytest.mark.parametrize(("kind", "given"), [("safe", 1), ("unsafe", 1), ("suggestion", 0)])
def test_fixes(formats: Formats, kind: Any, given: int) -> None:
    """Fixes that may be applied are given, suggestions are not."""
    place = formats.spot("000-27256", 312).place
    assert place is not None
    fix = PlacedFix(kind, "put the number right", (PlacedEdit(place, 31100, 31109, "000-27265"),))
    (result,) = run_of(formats.rendered("sarif", formats.report(formats.finding(fixes=(fix,)))))["results"]
    assert len(result.get("fixes", ())) == given
    for one in result.get("fixes", ()):
        (replacement,) = one["artifactChanges"][0]["replacements"]
        assert replacement["insertedContent"]["text"] == "000-27265"
        assert (replacement["deletedRegion"]["charOffset"], replacement["deletedRegion"]["charLength"]) == (31100, 9)


def test_extensions(formats: Formats) -> None:
    """The rules of other packs are in extensions of the tool, and results name them there."""
    theirs = formats.rule(code="ACM001", slug="acme-word", module="filinglint_acme.words")
    theirs = replace(theirs, authority=(Authority("Acme Handbook, 3; Form 8-K, Item 5.02"),))
    made = formats.report(formats.finding(code="ACM001"))
    made = replace(made, run=replace(made.run, packs=(("acme", "2.0"), ("edgar", "0.1.0"))))
    run = run_of(formats.rendered("sarif", made, formats.rule(), theirs))
    (extension,) = run["tool"]["extensions"]
    assert (extension["name"], extension["version"], len(extension["rules"])) == ("filinglint_acme", "2.0", 1)
    assert [taxonomy["name"] for taxonomy in run["taxonomies"]] == ["Acme Handbook", "Form 8-K"]


def test_hostile(formats: Formats) -> None:
    """No text of a filing becomes a link or a placeholder of a message."""
    run = run_of(formats.rendered("sarif", formats.hostile()))
    text = run["results"][0]["message"]["text"]
    assert "\\[x\\](http" in text
    assert "{{0}}" in text


def test_document_without_lines(formats: Formats) -> None:
    """A place in a PDF has its page and no region."""
    first = formats.spot("words", 3)
    assert first.place is not None
    paged = replace(first, path="a.pdf", place=replace(first.place, page=2, end_page=2, page_line=3))
    (result,) = run_of(formats.rendered("sarif", formats.report(formats.finding(spot=paged, related=()))))["results"]
    (location,) = result["locations"]
    assert "region" not in location["physicalLocation"]
    assert location["properties"]["page"] == 2


WORDS = st.text(st.sampled_from("aé€𝄞\n "), max_size=60)


@given(before=WORDS, words=WORDS, after=WORDS, bom=st.booleans())
def test_units(before: str, words: str, after: str, *, bom: bool) -> None:
    """Columns and offsets in UTF-16 and bytes name the same words as code points do."""
    data = (b"\xef\xbb\xbf" if bom else b"") + f"x{before}{words}{after}".encode()
    source = Source.from_bytes(data, "a")
    place = SourceText(source).place(Span(1 + len(before), 1 + len(before) + len(words)))
    units = place.units
    wide = source.text.encode("utf-16-le")
    assert wide[2 * units.utf16_start : 2 * units.utf16_end].decode("utf-16-le") == words
    lines = source.text.split("\n")
    first, last = lines[place.line - 1], lines[place.end_line - 1]
    for line, column, utf16, octets in (
        (first, place.column, units.utf16_column, units.byte_column),
        (last, place.end_column, units.utf16_end_column, units.byte_end_column),
    ):
        assert len(line[: column - 1].encode("utf-16-le")) == 2 * (utf16 - 1)
        assert len(line[: column - 1].encode()) == octets - 1


def test_long_line(formats: Formats) -> None:
    """A document of one line with 3,000 findings makes a log of less than 10 megabytes, and no excerpt is long."""
    text = (
        "<html><body><p>" + "The “number” is <b>000-27256</b>, or so it is said by some. " * 3200 + "</p></body></html>"
    )
    assert len(text) > 192_000
    submission = read_document(Source.from_bytes(text.encode(), "a.htm"), "document")
    rule = formats.rule()
    starts = [match.start() for match in re.finditer("000-27256", text)][:3000]
    places = [Span(start, start + 9) for start in starts]
    observed = [
        Observed(rule, Severity.WARNING, Observation(place, "not the number", [(places[0], "the first")]))
        for place in places
    ]
    log = formats.rendered("sarif", formats.report(*stamped(submission, observed)), rule)
    assert len(log.encode()) < 10_000_000
    run = run_of(log)
    assert len(run["results"]) == 3000
    snippets = re.findall(r'"snippet":\{"text":("(?:[^"\\]|\\.)*")', log)
    assert max(len(json.loads(words)) for words in snippets) <= 500


def test_wide_place(formats: Formats) -> None:
    """Of a place that is long its head and tail are shown."""
    text = "<html><body><p>" + "word " * 2000 + "</p></body></html>"
    submission = read_document(Source.from_bytes(text.encode(), "a.htm"), "document")
    rule = formats.rule()
    found = stamped(submission, [Observed(rule, Severity.INFO, Observation(Span(15, 10_015), "long"))])
    (result,) = run_of(formats.rendered("sarif", formats.report(*found), rule))["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region["charLength"] == 10_000
    assert "⋯" in region["snippet"]["text"]
    assert len(region["snippet"]["text"]) <= 500
