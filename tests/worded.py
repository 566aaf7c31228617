"""Tables of sentences by the disclosure that they make, or only seem to make."""

from __future__ import annotations

from filinglint.facts.sentences import Cut
from filinglint_bcp.facts.disclosures import disclosed


def rows(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    """Return the pairs of id and text of a table."""
    return [(identifier, text) for identifier, texts in table.items() for text in texts]


def present(identifier: str, text: str) -> str:
    """Return whether a summary that is *text* makes the disclosure."""
    return disclosed(text, Cut(text).units)[identifier].present
