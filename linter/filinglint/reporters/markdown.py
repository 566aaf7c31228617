"""A summary in Markdown for the page of a job or a merge request: counts, findings by file, what that is worth.

Job summaries end at a megabyte: so many findings are shown, the most severe ones first; all are counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from filinglint.finding import Finding
from filinglint.patterns import pattern
from filinglint.report import Report, counted
from filinglint.reporters.exchange import most_severe_first, path_of, surroundings, words
from filinglint.reporters.text import remarks, shown
from filinglint.reporters.view import View
from filinglint.rule import Rule
from filinglint.stamp import cut

MOST = 200
_LONGEST = 300
# Beside the signs of Markdown and HTML: what becomes a link, a mention, a reference or a formula by itself.
_SIGNS = pattern(r"[\\`*_\[\]<>|#~@&$]|:(?=//)|(?<=www)\.|^[-+=]")


def render(report: Report, rules: Sequence[Rule], view: View) -> Iterator[str]:
    """Yield the summary."""
    found, left_out = shown(report, view)
    yield f"## filinglint: {_verdict(report)}\n\n"
    if found:
        yield "| severity | rule | where | finding |\n| --- | --- | --- | --- |\n"
    for finding in most_severe_first(found)[:MOST]:
        yield _row(finding)
    if found:
        yield "\n"
    for piece in remarks(report, rules, View(width=100_000), left_out + max(0, len(found) - MOST)):
        yield f"{safe(piece.rstrip())}\n\n"


def _verdict(report: Report) -> str:
    if not report.complete:
        return "incomplete"
    numbers = report.severities()
    said = [
        counted(number, severity.value)
        for severity, number in sorted(numbers.items(), key=lambda entry: entry[0].rank)
        if number
    ]
    return ", ".join(said) or "no findings"


def _row(finding: Finding) -> str:
    spot = finding.spot
    where = path_of(spot.path) + (f":{spot.place.where}" if spot.place is not None else "")
    around = surroundings(spot)
    cells = (
        finding.severity.value + (" (suppressed)" if finding.suppression is not None else ""),
        f"{finding.code} {finding.slug}",
        cut(where, _LONGEST) + (f" ({cut(around, _LONGEST)})" if around else ""),
        f"{cut(finding.message, _LONGEST)}. Remedy: {cut(finding.remedy, _LONGEST)}",
    )
    return f"| {' | '.join(map(safe, cells))} |\n"


def safe(text: str) -> str:
    """Return *text* on one line, with no sign in it that Markdown or HTML obeys."""
    return _SIGNS.sub(lambda sign: f"&#{ord(sign[0])};", words(text))
