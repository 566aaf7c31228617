"""JUnit XML: a suite for each document, a case for each outcome of a rule on it, so that passes count.

A case fails where the rule has findings that nothing suppresses, whatever their severity: the gate is the exit
status. What is waived or cannot be told is skipped, with its reason; what broke is an error.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from filinglint.finding import Finding, Outcome, OutcomeRecord
from filinglint.report import INCOMPLETE, Report
from filinglint.reporters.exchange import open_findings, surroundings
from filinglint.reporters.view import View
from filinglint.reporters.xml import DECLARATION, start, text
from filinglint.rule import Rule

Case = tuple[OutcomeRecord, list[Finding]]
_MOST = 100  # findings told in one case
_FIGURES = ("tests", "failures", "errors", "skipped")


def render(report: Report, rules: Sequence[Rule], view: View) -> Iterator[str]:  # noqa: ARG001
    """Yield the suites in the order of the outcomes."""
    slugs = {rule.code: rule.slug for rule in rules} | {finding.code: finding.slug for finding in report.findings}
    yield DECLARATION
    # The figures stand before what they are of: the outcomes are gone through twice, and never held all together.
    total: Counter[str] = Counter()
    for _, _, cases in _suites(report):
        total.update(_counts(cases))
    yield start("testsuites", {"name": "filinglint", **{key: total[key] for key in _FIGURES}}) + "\n"
    for path, document, cases in _suites(report):
        name = f"{path} ({document})" if document else path
        yield " " + start("testsuite", {"name": name, **_counts(cases)}) + "\n"
        for record, findings in cases:
            yield _case(record, findings, slugs.get(record.code, ""), name)
        yield " </testsuite>\n"
    yield "</testsuites>\n"


def _suites(report: Report) -> Iterator[tuple[str, str | None, list[Case]]]:
    """Yield the suites, input by input: path, document, and the outcomes with the findings that each is for."""
    found: dict[str, list[Finding]] = {}
    for finding in open_findings(report):
        about = report.input_of(finding)
        found.setdefault(about.path if about is not None else finding.spot.path, []).append(finding)
    ran = (record for record in report.outcomes if record.outcome is not Outcome.NOT_RUN)
    for path, records in groupby(ran, key=lambda record: record.path):
        yield from _of_input(path, list(records), found.pop(path, []))
    for path, findings in found.items():
        yield from _of_input(path, [], findings)


def _of_input(
    path: str, outcomes: Sequence[OutcomeRecord], findings: Sequence[Finding]
) -> Iterator[tuple[str, str | None, list[Case]]]:
    single = {(record.code, record.document) for record in outcomes}
    told: dict[tuple[str, str | None], list[Finding]] = {}
    for finding in findings:
        key = (finding.code, finding.spot.document)
        # A rule about the submission as a whole points into its documents.
        told.setdefault(key if key in single else (finding.code, None), []).append(finding)
    suites: dict[str | None, list[Case]] = {}
    for record in outcomes:
        suites.setdefault(record.document, []).append((record, told.pop((record.code, record.document), [])))
    for (code, document), others in told.items():  # what the tool itself says
        record = OutcomeRecord(code, path, document, Outcome.FAILED)
        suites.setdefault(document, []).append((record, others))
    for document, cases in suites.items():
        yield path, document, cases


def _result(record: OutcomeRecord, findings: list[Finding]) -> str:
    if findings:
        return "failures"
    if record.outcome is Outcome.CANNOT_TELL and (record.reason or "").startswith(INCOMPLETE):
        return "errors"
    return "" if record.outcome in (Outcome.PASSED, Outcome.FAILED) else "skipped"


def _counts(cases: Sequence[Case]) -> dict[str, int]:
    results = [_result(record, findings) for record, findings in cases]
    return {"tests": len(cases)} | {key: results.count(key) for key in _FIGURES[1:]}


def _case(record: OutcomeRecord, findings: list[Finding], slug: str, suite: str) -> str:
    named = {"name": f"{record.code} {slug}".strip(), "classname": suite}
    result = _result(record, findings)
    if not result:
        return "  " + start("testcase", named, empty=True) + "\n"
    reason = record.reason or ""
    if result == "failures":
        more = f" (and {len(findings) - 1} more)" if len(findings) > 1 else ""
        said = {"message": findings[0].message + more, "type": findings[0].severity.value}
        told = [_told(finding) for finding in findings[:_MOST]]
        if len(findings) > _MOST:
            told.append(f"{len(findings) - _MOST} more findings are not shown")
        body = start("failure", said) + text("\n\n".join(told)) + "</failure>"
    elif result == "errors":
        body = start("error", {"message": reason, "type": "incomplete"}, empty=True)
    else:
        words = record.outcome.value.replace("-", " ")
        body = start("skipped", {"message": f"{words}: {reason}" if reason else words}, empty=True)
    return f"  {start('testcase', named)}{body}</testcase>\n"


def _told(finding: Finding) -> str:
    lines = [finding.message]
    for spot in (finding.spot, *finding.related):
        where = f"{spot.path}:{spot.place.where}" if spot.place is not None else spot.path
        around = surroundings(spot)
        lines.append(f"  {where}{f' ({around})' if around else ''}{f': {spot.label}' if spot.label else ''}")
    return "\n".join(line.replace("\n", " ") for line in (*lines, f"  remedy: {finding.remedy}"))
