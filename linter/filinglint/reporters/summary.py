"""The figures and the caution that stand in every report, whatever its format."""

from __future__ import annotations

import re
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


_TITLE = re.compile(r" \(|: ")


def in_short(citations: Sequence[str]) -> str:
    """Return *citations* for one sentence: titles left out, provisions of one instrument together."""
    instruments: dict[str, dict[str, None]] = {}
    for citation in (part for several in citations for part in several.split("; ")):
        name, *provisions = _TITLE.split(citation, maxsplit=1)[0].split(", ")
        instruments.setdefault(name, {}).update(dict.fromkeys(provisions))
    return "; ".join(", ".join((name, *provisions)) for name, provisions in instruments.items())
