"""The header of a submission as written: sections and labelled lines, in order, unknown ones kept.

Two layouts, one record, and they mix: label headers hold stretches of tags. The label layout
(``<SEC-HEADER>``, ``<IMS-HEADER>``) nests by tabs, which are not to be relied on (in the summer of
2000 each line stood deeper than the one before), and ends a section's label with a colon; the tag
layout (``<SUBMISSION>``) has ``<TAG>value`` lines and closes only its sections. Source: the
disseminated filings themselves, 1993 to 2026.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import field

from filinglint.frozen import dataclass
from filinglint.patterns import pattern
from filinglint.spans import Span

# Tags whose label is not the same words with blanks for hyphens.
_LABEL_OF_TAG = {
    "ACCESSION-NUMBER": "ACCESSION NUMBER",
    "TYPE": "CONFORMED SUBMISSION TYPE",
    "PERIOD": "CONFORMED PERIOD OF REPORT",
    "ITEMS": "ITEM INFORMATION",
    "FILING-DATE": "FILED AS OF DATE",
    "DATE-OF-FILING-DATE-CHANGE": "DATE AS OF CHANGE",
    "CONFORMED-NAME": "COMPANY CONFORMED NAME",
    "CIK": "CENTRAL INDEX KEY",
    "ASSIGNED-SIC": "STANDARD INDUSTRIAL CLASSIFICATION",
    "STATE-OF-INCORPORATION": "STATE OF INCORPORATION",
    "ACT": "SEC ACT",
    "FILE-NUMBER": "SEC FILE NUMBER",
    "STREET1": "STREET 1",
    "STREET2": "STREET 2",
    "PHONE": "BUSINESS PHONE",
    "DATE-CHANGED": "DATE OF NAME CHANGE",
    "FORMER-NAME": "FORMER COMPANY",
    "FORMER-CONFORMED-NAME": "FORMER CONFORMED NAME",
    "REFERENCES-429": "REFERENCES 429",
    "RELATIONSHIP": "RELATIONSHIP",
    "SROS": "SROS",
}
_TAG_LINE = pattern(r"[ \t]*<(/?)([A-Za-z][A-Za-z0-9&_-]*)>{1,2}[ \t]*(.*)")
_LABEL_LINE = pattern(r"[ \t]*([A-Z][A-Z0-9 .,/&()'_-]{0,60}?)[ \t]{0,40}:(?!//)[ \t]*(.*)")
_VALUE_TAG = pattern(r"<[A-Z][A-Z-]*>")
_LINE = pattern(r"[^\r\n]+")
_END_TAG = pattern(r"</([A-Za-z][A-Za-z0-9&_-]{0,80})>")
# In the summer of 2000 the bracket that closes a SIC code began the next line, and the next label followed it.
_STRAY_BRACKET = pattern(r"[ \t]*\]")
# Headers nest four deep; a file of nothing but opening tags must not nest a million.
_DEPTH = 12
_NEIGHBOURS = 4
_ROLES = frozenset(
    (
        "FILER",
        "SUBJECT COMPANY",
        "FILED BY",
        "FILED FOR",
        "REPORTING-OWNER",
        "REPORTING OWNER",
        "ISSUER",
        "SERIAL COMPANY",
        "DEPOSITOR",
        "SECURITIZER",
        "UNDERWRITER",
        "ISSUING ENTITY",
    )
)
# What stands beside the parties, never inside one.
_BESIDE = _ROLES | {"RULE", "SERIES AND CLASSES CONTRACTS DATA"}
# Lines that may be empty where a section of a role nobody listed would begin.
_MAY_BE_EMPTY = frozenset(
    (
        "ITEM INFORMATION",
        "CONFIRMING COPY",
        "GROUP MEMBERS",
        "SROS",
        "CONFORMED PERIOD OF REPORT",
        "FILED AS OF DATE",
        "DATE AS OF CHANGE",
        "EFFECTIVENESS DATE",
        "PUBLIC DOCUMENT COUNT",
        "PRIVATE TO PUBLIC",
        "RELATIONSHIP",
    )
)
_GROUPS = frozenset(
    (
        "COMPANY DATA",
        "OWNER DATA",
        "FILING VALUES",
        "BUSINESS ADDRESS",
        "MAIL ADDRESS",
        "FORMER COMPANY",
        "FORMER NAME",
        "RULE",
        "ITEM",
        "SERIES AND CLASSES CONTRACTS DATA",
        "EXISTING SERIES AND CLASSES CONTRACTS",
        "NEW SERIES AND CLASSES CONTRACTS",
        "MERGER SERIES AND CLASSES CONTRACTS",
        "SERIES",
        "CLASS CONTRACT",
    )
)


@dataclass(frozen=True, slots=True)
class Line:
    """One labelled line. ``value`` is stripped and may be empty; ``span`` is its place, ``line`` the whole line's."""

    label: str
    value: str
    span: Span
    line: Span


@dataclass(slots=True)
class Section:
    """A labelled group of lines and of further sections, in order; ``span`` ends where its last line does."""

    label: str
    span: Span
    lines: list[Line] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)

    def first(self, *labels: str) -> Line | None:
        """Return the first line that bears one of *labels*."""
        return next((line for line in self.lines if line.label in labels), None)

    def all(self, *labels: str) -> list[Line]:
        """Return the lines that bear one of *labels*, in order."""
        return [line for line in self.lines if line.label in labels]

    def named(self, *labels: str) -> list[Section]:
        """Return the direct sections that bear one of *labels*, in order."""
        return [section for section in self.sections if section.label in labels]

    def around(self, span: Span) -> Iterator[Section]:
        """Yield the sections below this one in which *span* lies, the outermost first."""
        index = bisect_right(self.sections, span.start, key=lambda section: section.span.start)
        # In a manifest a section may stand inside the place of its neighbour.
        for section in reversed(self.sections[max(0, index - _NEIGHBOURS) : index]):
            if span in section.span:
                yield section
                yield from section.around(span)  # _DEPTH bounds it
                return

    def walk(self) -> Iterator[Section]:
        """Yield this section and all below it, in order."""
        yield self
        for section in self.sections:
            yield from section.walk()  # _DEPTH bounds it


def read_labels(text: str, span: Span) -> Section:
    """Return the header at *span* of *text* as one section without a label."""
    reader = _Reader(text, span)
    for m in _LINE.finditer(text, span.start, span.end):
        reader.take(m[0], m.start(), m.end())
    return reader.finished()


class _Reader:
    """Reads line after line; *open* is the chain of sections in which the next line stands."""

    def __init__(self, text: str, span: Span) -> None:
        self.root = Section("", span)
        self._text = text
        self._open = [self.root]
        # A tag without a value begins a section when the header closes one of its name somewhere.
        self._closed = {m[1].upper() for m in _END_TAG.finditer(text, span.start, span.end)}
        self._line: Line | None = None  # the line stated just before, in the innermost section

    def take(self, words: str, start: int, end: int) -> None:
        if self._line is not None and (bracket := _STRAY_BRACKET.match(words)) and self._mend(start + bracket.end()):
            words, start = words[bracket.end() :], start + bracket.end()
        if not words or words.isspace():
            return
        tag = _TAG_LINE.match(words)
        if tag:
            self._take_tag(tag, start, end)
            return
        label = _LABEL_LINE.match(words)
        if label:
            self._take_label(label, start, end)
        # Anything else is the rest of a line that was cut, or damage: it states nothing.

    def _mend(self, end: int) -> bool:
        """Let the last line's value go on to *end* when it has an open bracket; tell whether it has."""
        last = self._line
        if last is None or "[" not in last.value or "]" in last.value:
            return False
        self._line = Line(
            last.label, self._text[last.span.start : end], Span(last.span.start, end), Span(last.line.start, end)
        )
        self._open[-1].lines[-1] = self._line
        return True

    def _take_tag(self, m: re.Match[str], start: int, end: int) -> None:
        name = m[2].upper()
        label = _LABEL_OF_TAG.get(name, name.replace("-", " ").replace("_", " "))
        if m[1]:
            self._line = None
            for depth in range(len(self._open) - 1, 0, -1):
                if self._open[depth].label == label or self._open[depth].label == name:
                    self._close(depth)
                    break
            return  # an end tag without its section is a stray
        value = m[3].strip()
        if not value and self._opens(name, label):
            if label in _BESIDE:
                self._close(1)
            self._enter(label, start, end)
            return
        self._state(label, m, 3, start, end)

    def _take_label(self, m: re.Match[str], start: int, end: int) -> None:
        label = m[1].strip()
        value = m[2].strip()
        beside = label if label in _BESIDE else label.replace("-", " ")
        if not value and beside in _BESIDE:
            self._close(1)
            self._enter(beside, start, end)
        elif not value and label in _GROUPS:
            if label in ("COMPANY DATA", "OWNER DATA"):
                self._begin_unlisted_role()
            self._close(2)
            self._enter(label, start, end)
        else:
            self._state(label, m, 2, start, end)

    def _begin_unlisted_role(self) -> None:
        """Take an empty line just before the data of a party for what it is: the name of a role."""
        last = self._line
        if last is not None and not last.value and last.label not in _MAY_BE_EMPTY:
            self._open[-1].lines.pop()
            self._close(1)
            self._enter(last.label, last.line.start, last.line.end)

    def _opens(self, name: str, label: str) -> bool:
        known = label in _BESIDE or label in _GROUPS or name.endswith(("-DATA", "-ADDRESS", "-VALUES"))
        return known or name in self._closed

    def _enter(self, label: str, start: int, end: int) -> None:
        self._line = None
        section = Section(label.replace("REPORTING OWNER", "REPORTING-OWNER"), Span(start, end))
        self._open[-1].sections.append(section)
        if len(self._open) < _DEPTH:
            self._open.append(section)

    def _close(self, depth: int) -> None:
        for section in reversed(self._open[depth:]):  # the inner ends first: the outer ends where it does
            section.span = Span(section.span.start, max(section.span.end, self._last(section)))
        del self._open[depth:]

    @staticmethod
    def _last(section: Section) -> int:
        ends = [line.line.end for line in section.lines[-1:]] + [inner.span.end for inner in section.sections[-1:]]
        return max(ends, default=section.span.end)

    def _state(self, label: str, m: re.Match[str], group: int, start: int, end: int) -> None:
        raw = m[group] or ""
        at = start + (m.start(group) if m[group] is not None else len(m[0]))
        # In 2024 and after, tags stand inside label lines ("ITEM INFORMATION: <ITEMS>1.05").
        inner = _VALUE_TAG.match(raw.lstrip())
        if inner:
            at += len(raw) - len(raw.lstrip()) + inner.end()
            raw = raw.lstrip()[inner.end() :]
        value = raw.strip()
        at += len(raw) - len(raw.lstrip())
        self._line = Line(label, value, Span(at, at + len(value)), Span(start, end))
        self._open[-1].lines.append(self._line)

    def finished(self) -> Section:
        self._close(1)
        return self.root
