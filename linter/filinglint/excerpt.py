"""What a frame shows of a place: a window of its line, and of the rendered block around it.

However long the line and however wide the place, an excerpt holds at most 500 characters of either,
and no search goes further than that: a file of one line costs no more than any other.
"""

from __future__ import annotations

from filinglint.documents.submission import Submission
from filinglint.finding import Excerpt
from filinglint.patterns import pattern
from filinglint.source import Source
from filinglint.spans import Span

LIMIT = 500
_CONTEXT = 100  # of the limit, what is kept for the text on each side of a wide span
_CELLS = pattern(r" *\t[ \t]*")
_BLANKS = pattern(r" +")


def excerpt(submission: Submission, span: Span) -> Excerpt:
    """Return what there is to show of *span*, a range of the submission's text."""
    source, base = submission.source.source_at(span.start)
    start = min(span.start - base, len(source.text))
    end = max(start, min(span.end - base, len(source.text)))
    whole = source.lines.line_at(start)
    line = _without_break(source.text, whole)
    # Of a span over several lines the first is shown.
    start, end = min(start, line.end), min(end, line.end)
    left, right = _window(line, start, end)
    shown, omitted = source.text[left:right], 0
    widest = LIMIT - (start - left) - (right - end)
    if end - start > widest:
        half = widest // 2
        omitted = end - start - 2 * half
        shown = source.text[left : start + half] + source.text[end - half : right]
    rendered, first, last = _rendered(submission, span, source.text[line.start : min(line.end, line.start + LIMIT)])
    return Excerpt(
        source=shown,
        start=start - left,
        end=end - left - omitted,
        cut_left=left > line.start,
        cut_right=right < line.end,
        before=_neighbour(source, whole.start - 1),
        after=_neighbour(source, whole.end),
        rendered=rendered,
        rendered_start=first,
        rendered_end=last,
        omitted=omitted,
    )


def _without_break(text: str, line: Span) -> Span:
    end = line.end
    while end > line.start and end > line.end - 2 and text[end - 1] in "\r\n":
        end -= 1
    return Span(line.start, end)


def _neighbour(source: Source, at: int) -> str:
    """Return the line of *source* that has the character at *at*; "" where there is no such character."""
    if not 0 <= at < len(source.text):
        return ""
    line = source.lines.line_at(at)
    return source.text[line.start : min(line.end, line.start + LIMIT)].rstrip("\r\n")


def _window(line: Span, start: int, end: int) -> tuple[int, int]:
    """Return the range of *line* to keep around ``[start, end)``, at most LIMIT wide beside a wide span."""
    if len(line) <= LIMIT:
        return line.start, line.end
    room = max(2 * _CONTEXT, LIMIT - (end - start))
    before, after = start - line.start, line.end - end
    left = min(before, max(room // 2, room - after))
    return start - left, end + min(after, room - left)


def _rendered(submission: Submission, span: Span, line: str) -> tuple[str, int, int]:
    """Return the rendered block around *span* and the range of its words there; "" when *line* says the same."""
    document = submission.document_at(span)
    if document is None or not document.readable or span not in document.content:
        return "", 0, 0
    rendered = document.rendered
    text = rendered.text
    start = min(rendered.offset(span.start), len(text))
    end = max(start, min(rendered.offset(span.end), start + LIMIT, len(text)))
    while start < end and text[start].isspace():
        start += 1
    end = _found(text.find("\n", start, end), end)
    room = max(2 * _CONTEXT, LIMIT - (end - start))
    lowest, highest = max(0, start - room), min(len(text), end + room)
    block = Span(text.rfind("\n", lowest, start) + 1 or lowest, _found(text.find("\n", end, highest), highest))
    left, right = _window(block, start, end)
    before = _plain(text[left:start]).lstrip(" |")
    words = _plain(text[start:end])
    after = _plain(text[end:right]).rstrip(" |")
    if before.endswith(" ") or not before:
        words = words.lstrip()
    shown = f"{before}{words}{after}"
    if not words.strip() or " ".join(line.split()) == shown.strip():
        return "", 0, 0
    more_left = left > block.start or (block.start == lowest > 0 and text[lowest - 1] != "\n")
    more_right = right < block.end or (block.end == highest < len(text) and text[highest] != "\n")
    prefix = "…" if more_left else ""
    first = len(prefix) + len(before)
    return f"{prefix}{shown}{'…' if more_right else ''}", first, first + len(words)


def _found(index: int, otherwise: int) -> int:
    return otherwise if index < 0 else index


def _plain(text: str) -> str:
    """Return *text* on one line, its cells joined by `` | ``."""
    return _BLANKS.sub(" ", _CELLS.sub(" | ", text.replace("\n", " ")))
