"""How words of a document are put otherwise without touching more of it than must change.

Words may stand apart in the source: tags, references and line breaks lie between and inside them. Only
the words that differ are replaced, and only where no tag stands inside what is replaced.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from filinglint.documents.document import Body, Document
from filinglint.documents.submission import Submission
from filinglint.finding import Edit
from filinglint.patterns import pattern
from filinglint.spans import Span

_WORD = pattern(r"\S+")
_LONGEST = 2_000  # words compared: what is longer is no slip that a program mends
_PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "--", "…": "...", "\u00a0": " "})


def reworded(document: Document, span: Span, words: str) -> tuple[Edit, ...]:
    """Return the edits after which the words at *span* of *document* are *words*.

    Empty when they cannot be made: the place is outside the text, a tag stands inside a word that
    differs, or the document cannot hold the words.
    """
    if span not in document.content or not document.readable:
        return ()
    rendered = document.rendered
    start, end = rendered.offset(span.start), rendered.offset(span.end)
    old = [(m[0], m.start(), m.end()) for m in _WORD.finditer(rendered.text, start, end)]
    new = words.split()
    if not old or not new or len(old) + len(new) > _LONGEST:
        return ()
    found: list[Edit] = []
    for first, last, text in _changes(old, new):
        edit = replaced(document, first, last, text)
        if edit is None:
            return ()
        found.append(edit)
    return tuple(found)


def _changes(old: Sequence[tuple[str, int, int]], new: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield each range of the rendered text, and what to put there, to make *new* of *old*, words with their ranges."""
    from difflib import SequenceMatcher

    # Typographic quotation marks and dashes stay where only they differ.
    matcher = SequenceMatcher(
        None, [_plain(word) for word, _, _ in old], [_plain(word) for word in new], autojunk=False
    )
    for sign, i1, i2, j1, j2 in matcher.get_opcodes():
        added = " ".join(new[j1:j2])
        if sign == "equal":
            continue
        if i2 - i1 == j2 - j1:
            for (_, start, end), word in zip(old[i1:i2], new[j1:j2], strict=True):
                yield start, end, word
        elif sign == "insert":
            word, start, end = old[max(i1 - 1, 0)]
            yield start, end, f"{word} {added}" if i1 else f"{added} {word}"
        elif sign == "delete" and i1:
            # The blank that parted them from their neighbour goes with them.
            yield old[i1 - 1][2], old[i2 - 1][2], ""
        elif sign == "delete":
            yield old[0][1], old[i2][1] if i2 < len(old) else old[i2 - 1][2], ""
        else:
            yield old[i1][1], old[i2 - 1][2], added


def reworded_in(submission: Submission, span: Span, words: str) -> tuple[Edit, ...]:
    """Return the edits after which the words at *span*, in whichever document of *submission*, are *words*."""
    document = submission.document_at(span)
    return reworded(document, span, words) if document is not None else ()


def replaced(document: Document, start: int, end: int, text: str) -> Edit | None:
    """Return the edit that puts *text* for ``document.rendered.text[start:end]``, as narrow as can be.

    None when a tag stands inside what is to be replaced, or the document cannot hold *text*.
    """
    rendered = document.rendered
    shown = rendered.text[start:end]
    # What both begin and end with stays: a blank or a hyphen that is missing is put in, nothing else moves.
    head, tail = same_ends(shown, text)
    first, last = start + head, end - tail
    if first < last:
        span = rendered.exact_span(first, last)
    elif head:
        span = Span(*2 * (rendered.exact_span(first - 1, first).end,))
    else:
        span = Span(*2 * (rendered.exact_span(first, first + 1).start,))
    if rendered.html and "<" in document.source.text[span.start : span.end]:
        return None
    written = _written(document, text[head : len(text) - tail])
    return None if written is None else Edit(span, written)


def same_ends(one: str, other: str) -> tuple[int, int]:
    """Return how many characters *one* and *other* both begin with, and how many of the rest both end with."""
    least = min(len(one), len(other))
    head = 0
    while head < least and one[head] == other[head]:
        head += 1
    tail = 0
    while tail < least - head and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    return head, tail


def _written(document: Document, words: str) -> str | None:
    """Return *words* as the source of *document* has them; None when it cannot."""
    if document.body in (Body.HTML, Body.IXBRL):
        return "".join(_referred(words))
    return plain if (plain := _plain(words)).isascii() else None


def _plain(words: str) -> str:
    return words.translate(_PLAIN)


def _referred(words: str) -> Iterator[str]:
    """Yield each character of *words* as HTML in ASCII has it."""
    for char in words:
        if char in "&<>":
            yield {"&": "&amp;", "<": "&lt;", ">": "&gt;"}[char]
        else:
            yield char if char.isascii() else f"&#{ord(char)};"
