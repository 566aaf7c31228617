"""The report as one page for a browser: findings beside the filing's words, coverage, outcomes.

``elements`` escapes, ``dress`` and ``weave`` make a filing's markup harmless, ``pane`` marks places in it,
``filed`` chooses what of the documents is shown, ``cards`` and ``tables`` are the parts, ``page`` the whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from filinglint.report import Report
from filinglint.reporters.view import View
from filinglint.rule import Rule


def render(report: Report, rules: Sequence[Rule], view: View) -> Iterator[str]:  # noqa: ARG001
    """Yield the page in pieces."""
    from filinglint.reporters.html.page import pieces

    yield from pieces(report, rules)
