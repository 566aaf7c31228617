"""White space made one blank, of texts of any length."""

from __future__ import annotations

from collections.abc import Iterator

_LONG_TEXT = 4096


def folded(text: str) -> str:
    """Return *text* with each run of white space made one blank, and none at its ends."""
    if len(text) <= _LONG_TEXT:
        return " ".join(text.split())
    # The words of a text of megabytes would take several times its room.
    return " ".join(filter(None, (" ".join(piece.split()) for piece in _pieces(text))))


def _pieces(text: str) -> Iterator[str]:
    """Yield *text* piece by piece; a blank ends each."""
    start = 0
    while start < len(text):
        end = text.find(" ", start + _LONG_TEXT) + 1 or len(text)
        yield text[start:end]
        start = end


def folded_ends(text: str, start: int, end: int, most: int | None) -> str:
    """Return ``text[start:end]`` folded; of what stays longer than *most*, at least so much of both its ends."""
    if most is not None and end - start > 2 * (length := _LONG_TEXT + most):
        first, last = folded(text[start : start + length]), folded(text[end - length : end])
        if min(len(first), len(last)) > most:
            return f"{first} {last}"
    return folded(text[start:end])
