"""The attributes of a tag: their names, their values, and where they stand in it."""

from __future__ import annotations

from collections.abc import Iterator

from filinglint.documents.references import decode
from filinglint.patterns import pattern

_ATTRIBUTE = pattern(r"""(?<![-\w:.])([A-Za-z_:][-\w:.]*+)\s*+=\s*(?:"([^"<]*)"|'([^'<]*)'|([^\s"'<>]+))""")


def attributes(tag: str) -> dict[str, str]:
    """Return the attributes of *tag*: lower-case names, references in the values decoded; the first wins."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(tag):
        found.setdefault(name.lower(), _value(double, single, bare))
    return found


def _value(double: str | None, single: str | None, bare: str | None) -> str:
    value = double or single or bare or ""
    return decode(value) if "&" in value else value


def marks_of(tag: str) -> Iterator[str]:
    """Yield the first ``id`` and the first ``name`` of *tag*, which may be the whole header of inline XBRL."""
    wanted = {"id", "name"}
    for m in _ATTRIBUTE.finditer(tag):
        if (name := m[1].lower()) in wanted:
            yield _value(*m.groups()[1:])
            wanted.discard(name)
            if not wanted:
                return


def attribute_places(tag: str) -> Iterator[tuple[str, int, int]]:
    """Yield the lower-case name of each attribute of *tag*, and its range there, name and value."""
    for m in _ATTRIBUTE.finditer(tag):
        yield m[1].lower(), m.start(), m.end()


def attribute_place(tag: str, name: str) -> tuple[int, int] | None:
    """Return the range in *tag* of the value of attribute *name*, quotation marks left out; None without one."""
    for m in _ATTRIBUTE.finditer(tag):
        if m[1].lower() == name:
            return next(m.span(group) for group in (2, 3, 4) if m[group] is not None)
    return None
