"""JUnit XML: a suite for each document, a case for each outcome of a rule on it, so that passes count.

A case fails where the rule has findings that nothing suppresses, whatever their severity: the gate is the exit
status. What is waived or cannot be told is skipped, with its reason; what broke is an error.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from filinglint.finding import Finding, Outcome, OutcomeRecord
from filinglint.report import INCOMPLETE, Report
from filinglint.reporters.exchange import open_findings, surroundings
from filinglint.reporters.view import View
from filinglint.reporters.xml import DECLARATION, start, text
from filinglint.rule import Rule

Suite = tuple[str, str | None]
_MOST = 100  # findings told in one case


def render(report: Report, rules: Sequence[Rule], view: View) -> Iterator[str]:  # noqa: ARG001
    """Yield the suites in the order of the outcomes."""
    slugs = {rule.code: rule.slug for rule in rules} | {finding.code: finding.slug for finding in report.findings}
    suites = _suites(report)
    yield DECLARATION
    counts = [_counts(cases) for cases in suites.values()]
    total = {key: sum(count[key] for count in counts) for key in ("tests", "failures", "errors", "skipped")}
    yield start("testsuites", {"name": "filinglint", **total}) + "\n"
    for ((path, document), cases), count in zip(suites.items(), counts, strict=True):
        name = f"{path} ({document})" if document else path
        yield " " + start("testsuite", {"name": name, **count}) + "\n"
        for record, findings in cases:
            yield _case(record, findings, slugs.get(record.code, ""), name)
        yield " </testsuite>\n"
    yield "</testsuites>\n"


def _suites(report: Report) -> dict[Suite, list[tuple[OutcomeRecord, list[Finding]]]]:
    """Return the outcomes by input and document, each with the findings that it is for."""
    outcomes = [record for record in report.outcomes if record.outcome is not Outcome.NOT_RUN]
    single = {(record.code, record.path, record.document) for record in outcomes}
    found: dict[tuple[str, str, str | None], list[Finding]] = {}
    for finding in open_findings(report):
        about = report.input_of(finding)
        path = about.path if about is not None else finding.spot.path
        key = (finding.code, path, finding.spot.document)
        # A rule about the submission as a whole points into its documents.
        found.setdefault(key if key in single else (finding.code, path, None), []).append(finding)
    suites: dict[Suite, list[tuple[OutcomeRecord, list[Finding]]]] = {}
    for record in outcomes:
        findings = found.pop((record.code, record.path, record.document), [])
        suites.setdefault((record.path, record.document), []).append((record, findings))
    for (code, path, document), findings in found.items():  # what the tool itself says
        record = OutcomeRecord(code, path, document, Outcome.FAILED)
        suites.setdefault((path, document), []).append((record, findings))
    return suites


def _result(record: OutcomeRecord, findings: list[Finding]) -> str:
    if findings:
        return "failures"
    if record.outcome is Outcome.CANNOT_TELL and (record.reason or "").startswith(INCOMPLETE):
        return "errors"
    return "" if record.outcome in (Outcome.PASSED, Outcome.FAILED) else "skipped"


def _counts(cases: list[tuple[OutcomeRecord, list[Finding]]]) -> dict[str, int]:
    results = [_result(record, findings) for record, findings in cases]
    return {"tests": len(cases)} | {key: results.count(key) for key in ("failures", "errors", "skipped")}


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
