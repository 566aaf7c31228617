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
from functools import cached_property

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
# One line: a tag, a label, or the bracket below; anything else is the rest of a line that was cut, or damage, and
# states nothing. A label ends before the first colon of its line.
_LINE = pattern(
    r"(?=[^\r\n])[ \t]*+(?:"
    r"<(/?)([A-Za-z][A-Za-z0-9&_-]*+)>{1,2}[ \t]*+([^\r\n]*+)"
    r"|([A-Z][A-Z0-9 .,/&()'_-]{0,60})[ \t]{0,40}:(?!//)[ \t]*+([^\r\n]*+)"
    r"|(\])"
    r"|)[^\r\n]*+"
)
_TAG, _LABEL, _BRACKET = 3, 5, 6  # the last group of each
_VALUE_TAG = pattern(r"<[A-Z][A-Z-]*>")
_END_TAG = pattern(r"</([A-Za-z][A-Za-z0-9&_-]{0,80})>")
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


class Line:
    """One labelled line. ``value`` is stripped and may be empty; it stands from ``at`` to ``until``.

    A header may have thousands, so that they are made cheaply: neither frozen, nor with places that few are asked for.
    """

    __slots__ = ("at", "end", "label", "start", "until", "value")

    def __init__(self, label: str, value: str, at: int, until: int, start: int, end: int) -> None:
        self.label = label
        self.value = value
        self.at = at
        self.until = until
        self.start = start
        self.end = end

    @property
    def span(self) -> Span:
        """The place of the value."""
        return Span(self.at, self.until)

    @property
    def line(self) -> Span:
        """The place of the whole line."""
        return Span(self.start, self.end)


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
    return _Reader(text, span).read()


class _Reader:
    """Reads line after line; *open* is the chain of sections in which the next line stands."""

    def __init__(self, text: str, span: Span) -> None:
        self.root = Section("", span)
        self._text, self._span = text, span
        self._open = [self.root]
        self._line: Line | None = None  # the line stated just before, in the innermost section

    def read(self) -> Section:
        for m in _LINE.finditer(self._text, self._span.start, self._span.end):
            self._take(m)
        self._close(1)
        return self.root

    def _take(self, m: re.Match[str]) -> None:
        kind = m.lastindex
        if kind == _LABEL:
            label, rest = m.group(4, 5)
            label, rest = label.rstrip(), rest.lstrip()
            if rest or not self._begins(label, m):
                self._state(label, rest, m)
        elif kind == _TAG:
            self._take_tag(m)
        elif kind == _BRACKET:
            self._take_bracket(m)

    def _begins(self, label: str, m: re.Match[str]) -> bool:
        """Begin a section where *label*, on a line without a value, is one's; tell whether it is."""
        beside = label if label in _BESIDE else label.replace("-", " ")
        if beside in _BESIDE:
            self._close(1)
            self._enter(beside, Span(*m.span()))
            return True
        if label in _GROUPS:
            if label in ("COMPANY DATA", "OWNER DATA"):
                self._begin_unlisted_role()
            self._close(2)
            self._enter(label, Span(*m.span()))
            return True
        return False

    def _begin_unlisted_role(self) -> None:
        """Take an empty line just before the data of a party for what it is: the name of a role."""
        last = self._line
        if last is not None and not last.value and last.label not in _MAY_BE_EMPTY:
            self._open[-1].lines.pop()
            self._close(1)
            self._enter(last.label, last.line)

    def _take_tag(self, m: re.Match[str]) -> None:
        name = m[2].upper()
        label = _LABEL_OF_TAG.get(name) or name.replace("-", " ").replace("_", " ")
        if m[1]:
            self._line = None
            for depth in range(len(self._open) - 1, 0, -1):
                if self._open[depth].label == label or self._open[depth].label == name:
                    self._close(depth)
                    break
            return  # an end tag without its section is a stray
        rest = m[3].lstrip()
        if not rest and self._opens(name, label):
            if label in _BESIDE:
                self._close(1)
            self._enter(label, Span(*m.span()))
            return
        self._state(label, rest, m)

    def _opens(self, name: str, label: str) -> bool:
        known = label in _BESIDE or label in _GROUPS or name.endswith(("-DATA", "-ADDRESS", "-VALUES"))
        return known or name in self._closed

    @cached_property
    def _closed(self) -> set[str]:
        """The names that the header closes somewhere: a tag of one of them without a value begins a section."""
        return {m[1].upper() for m in _END_TAG.finditer(self._text, self._span.start, self._span.end)}

    def _take_bracket(self, m: re.Match[str]) -> None:
        """Let the value just before, when it has an open bracket, end with the one here.

        In the summer of 2000 the bracket that closes a SIC code began the next line, and the next label followed it.
        """
        last = self._line
        if last is None or "[" not in last.value or "]" in last.value:
            return
        end = m.end(_BRACKET)
        self._line = Line(last.label, self._text[last.at : end], last.at, end, last.start, end)
        self._open[-1].lines[-1] = self._line
        following = _LINE.match(self._text, end, m.end())
        if following:
            self._take(following)

    def _enter(self, label: str, at: Span) -> None:
        self._line = None
        section = Section(label.replace("REPORTING OWNER", "REPORTING-OWNER"), at)
        self._open[-1].sections.append(section)
        if len(self._open) < _DEPTH:
            self._open.append(section)

    def _close(self, depth: int) -> None:
        for section in reversed(self._open[depth:]):  # the inner ends first: the outer ends where it does
            end = section.span.end
            if section.lines:
                end = max(end, section.lines[-1].end)
            if section.sections:
                end = max(end, section.sections[-1].span.end)
            section.span = Span(section.span.start, end)
        del self._open[depth:]

    def _state(self, label: str, rest: str, m: re.Match[str]) -> None:
        """State *label* with *rest*, which begins with its value and ends with the line."""
        # In 2024 and after, tags stand inside label lines ("ITEM INFORMATION: <ITEMS>1.05").
        if rest[:1] == "<" and (inner := _VALUE_TAG.match(rest)):
            rest = rest[inner.end() :].lstrip()
        start, end = m.span()
        at = end - len(rest)
        value = rest.rstrip()
        self._line = Line(label, value, at, at + len(value), start, end)
        self._open[-1].lines.append(self._line)
