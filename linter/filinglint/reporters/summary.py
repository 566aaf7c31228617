"""The figures and the caution that stand in every report, whatever its format."""

from __future__ import annotations

from collections.abc import Sequence

from filinglint.finding import Outcome
from filinglint.patterns import pattern
from filinglint.report import Report
from filinglint.rule import Rule

CAUTION = "no finding is not compliance: the rules check parts of what they cite, and nothing else"
_JUDGED = frozenset((Outcome.PASSED, Outcome.FAILED, Outcome.WAIVED, Outcome.CANNOT_TELL))


def citations_in_part(report: Report, rules: Sequence[Rule]) -> list[str]:
    """Return the instruments that the rules which judged something cite, sorted, each once.

    A rule covers in part what it cites, never in full.
    """
    judged = report.came_to(_JUDGED)
    return sorted({authority.instrument for rule in rules if rule.code in judged for authority in rule.authority})


_TITLE = pattern(r" \(|: ")
_NAMED = 5


def in_short(citations: Sequence[str]) -> str:
    """Return *citations* for one sentence: the instruments with most provisions, each with their number."""
    instruments: dict[str, set[str]] = {}
    for citation in (part for several in citations for part in several.split("; ")):
        name, _, provision = _TITLE.split(citation, maxsplit=1)[0].partition(", ")
        instruments.setdefault(name, set()).add(provision)
    ranked = sorted(instruments.items(), key=lambda entry: (-len(entry[1]), entry[0]))
    named = [_named(name, provisions) for name, provisions in ranked]
    rest = len(named) - _NAMED
    return "; ".join(named[:_NAMED]) + (f"; and {rest} more instruments" if rest > 0 else "")


def _named(instrument: str, provisions: set[str]) -> str:
    if len(provisions) > 1:
        return f"{instrument} ({len(provisions)} provisions)"
    return ", ".join(part for part in (instrument, *provisions) if part)
