"""The report for machines that read line by line: the objects of the JSON report, one a line, each with its ``type``.

The first line is of type ``report`` and says what made it and how; ``input``, ``finding``, ``outcome`` and
``notice`` follow in the order of the JSON report, and ``summary`` is last: a file without it is cut short.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from filinglint.report import Report
from filinglint.reporters.json import SCHEMA, finding_record, input_record, outcome_record, run, summary, tool
from filinglint.reporters.view import View
from filinglint.rule import Rule


def render(report: Report, rules: Sequence[Rule], view: View) -> Iterator[str]:  # noqa: ARG001
    """Yield the report, a line each."""
    revisions = {rule.code: rule.revision for rule in rules}
    yield _line("report", {"schema": SCHEMA, "tool": tool(report), "run": run(report)})
    for record in report.inputs:
        yield _line("input", input_record(record))
    for finding in report.findings:
        yield _line("finding", finding_record(finding, revisions))
    for outcome in report.outcomes:
        yield _line("outcome", outcome_record(outcome))
    for notice in report.notices:
        yield _line("notice", {"path": notice.path, "message": notice.message})
    yield _line("summary", summary(report, rules))


def _line(kind: str, record: Mapping[str, Any]) -> str:
    return json.dumps({"type": kind, **record}) + "\n"
