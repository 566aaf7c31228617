"""What fixes change, for people: a window of the source before and after, and of what a reader sees.

However long a line is, a hunk is never wider than the view: of a place only its surroundings are shown,
and of a long place its beginning and its end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from filinglint.documents.submission import Submission
from filinglint.facts.rewording import same_ends
from filinglint.fixing.passes import Mended
from filinglint.fixing.revision import Hunk, Revision
from filinglint.reporters.cells import Cell, cells, escaped, total
from filinglint.reporters.view import View
from filinglint.rule import Rule
from filinglint.spans import Span

_MOST = 20  # hunks of one file; -v shows all
_FIRST = 12  # characters around a place that are shown at least
_WIDEST = 56  # places on one line that lie within so many characters are one hunk


def shown(done: Mended, rules: Mapping[str, Rule], view: View) -> Iterator[str]:
    """Yield what *done* changes, line by line, file by file; *rules* are by code."""
    for revision in done.files:
        yield from _file(revision, done, rules, view)


def _file(revision: Revision, done: Mended, rules: Mapping[str, Rule], view: View) -> Iterator[str]:
    path = escaped(revision.source.path, ascii_only=view.ascii)
    yield view.styled(f"--- {path}", "strong")
    yield view.styled(f"+++ {path}", "strong")
    if revision.marked_by:
        yield _head("byte order mark", revision.marked_by, rules, view)
        yield view.styled("-\\ufeff", "error")
    hunks = list(_joined(revision))
    most = len(hunks) if view.verbosity > 0 else _MOST
    for hunk in hunks[:most]:
        yield from _hunk(hunk, revision, done, rules, view)
    if len(hunks) > most:
        yield f"and {len(hunks) - most:,} more places in {path}; -v shows them all"


def _joined(revision: Revision) -> Iterator[Hunk]:
    """Yield the hunks of *revision*, those near each other on one line as one."""
    last: Hunk | None = None
    old = revision.source.text
    for hunk in revision.hunks():
        if last is not None and max(hunk.old_end - last.old_start, hunk.new_end - last.new_start) <= _WIDEST:
            between = old[last.old_start : hunk.old_end]
            if "\n" not in between and "\r" not in between:
                codes = (*dict.fromkeys((*last.codes, *hunk.codes)),)
                last = Hunk(last.old_start, hunk.old_end, last.new_start, hunk.new_end, codes)
                continue
        if last is not None:
            yield last
        last = hunk
    if last is not None:
        yield last


def _head(where: str, codes: tuple[str, ...], rules: Mapping[str, Rule], view: View) -> str:
    names = ", ".join(f"{code} {rules[code].slug}" if code in rules else code for code in codes)
    return view.styled(f"@@ {where} @@ {names}", "gutter")


def _hunk(hunk: Hunk, revision: Revision, done: Mended, rules: Mapping[str, Rule], view: View) -> Iterator[str]:
    old, new = revision.source.text, revision.text
    position = revision.source.lines.position(hunk.old_start)
    yield _head(f"{position.line}:{position.column}", hunk.codes, rules, view)
    yield view.styled(f"-{_window(old, hunk.old_start, hunk.old_end, view)}", "error")
    yield view.styled(f"+{_window(new, hunk.new_start, hunk.new_end, view)}", "good")
    before = _rendered(done.before, revision.source.path, hunk.old_start, hunk.old_end)
    after = _rendered(done.after, revision.source.path, hunk.new_start, hunk.new_end)
    if before is not None and after is not None and before != after:
        yield view.styled(f"-txt {_differing(before, after, view)}", "error")
        yield view.styled(f"+txt {_differing(after, before, view)}", "good")


def _window(text: str, start: int, end: int, view: View) -> str:
    """Return ``text[start:end]`` with what stands around it on its line, cut to the view."""
    room = view.room - 6
    left = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
    ends = [at for at in (text.find("\n", end, end + room), text.find("\r", end, end + room)) if at >= 0]
    right = min(ends, default=min(len(text), end + room))
    inner = _middle(text[start:end], room - 2 * _FIRST, view)
    spare = max(2 * _FIRST, room - total(inner))
    # What one side has no use for, the other takes.
    behind = min(right - end, max(spare // 2, spare - (start - left)))
    before = cells(text[max(left, start - (spare - behind)) : start], ascii_only=view.ascii)
    after = cells(text[end : end + behind], ascii_only=view.ascii)
    while before and total(before) > spare - behind:
        before.pop(0)
    while after and total(after) > behind:
        after.pop()
    cut = view.glyphs.ellipsis
    return "".join(
        (
            cut if start - len(before) > left else "",
            *(cell.shown for cell in (*before, *inner, *after)),
            cut if end + len(after) < right or (right - end == room and right < len(text)) else "",
        )
    )


def _middle(text: str, room: int, view: View) -> list[Cell]:
    """Return *text* in *room* cells: of a long one its beginning and its end."""
    if len(text) <= room:
        row = cells(text, ascii_only=view.ascii)
        if total(row) <= room:
            return row
    words = f" {view.glyphs.gap} {len(text):,} characters {view.glyphs.gap} "
    gap = Cell(words, len(words))
    half = max(4, (room - gap.width) // 4)  # escapes are up to four cells wide, most often
    head = cells(text[:half], ascii_only=view.ascii)
    tail = cells(text[-half:], ascii_only=view.ascii)
    return [*head, gap, *tail]


def _rendered(submission: Submission, path: str, start: int, end: int) -> str | None:
    """Return the rendered block around ``[start, end)`` of the file at *path*; None where nothing is rendered."""
    source = submission.source
    base = next((b for one, b in zip(source.sources, source.bases, strict=True) if one.path == path), None)
    if base is None:
        return None
    span = Span(base + start, base + end)
    document = submission.document_at(span)
    if document is None or not document.readable or span not in document.content:
        return None
    rendered = document.rendered
    first, last = rendered.offset(span.start), rendered.offset(span.end)
    left = rendered.text.rfind("\n", max(0, first - 500), first) + 1 or max(0, first - 500)
    right = rendered.text.find("\n", last, last + 500)
    block = rendered.text[left : right if right >= 0 else min(len(rendered.text), last + 500)]
    return " ".join(block.split())


def _differing(words: str, other: str, view: View) -> str:
    """Return the part of *words* that differs from *other*, with some words around it."""
    head, tail = same_ends(words, other)
    return _window(words, head, len(words) - tail, view)
