"""The figures and the caution that stand in every report, whatever its format."""

from __future__ import annotations

from collections.abc import Sequence

from filinglint.finding import Outcome
from filinglint.report import Report
from filinglint.rule import Rule

CAUTION = "no finding is not compliance: the rules check parts of what they cite, and nothing else"
_JUDGED = frozenset((Outcome.PASSED, Outcome.FAILED, Outcome.WAIVED, Outcome.CANNOT_TELL))


def citations_in_part(report: Report, rules: Sequence[Rule]) -> list[str]:
    """Return the instruments that the rules which judged something cite, sorted, each once.

    A rule covers in part what it cites, never in full.
    """
    judged = {record.code for record in report.outcomes if record.outcome in _JUDGED}
    return sorted({authority.instrument for rule in rules if rule.code in judged for authority in rule.authority})
