"""Tables of sentences by the disclosure that they make, or only seem to make."""

from __future__ import annotations


def rows(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    """Return the pairs of id and text of a table."""
    return [(identifier, text) for identifier, texts in table.items() for text in texts]
