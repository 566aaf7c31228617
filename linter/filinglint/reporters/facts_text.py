"""Facts for people: a table for each input, a row for each value, with its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from filinglint.reporters.cells import escaped, width, wrapped
from filinglint.reporters.view import View

_PLACE = frozenset(("line", "column", "end_line", "end_column", "byte_start", "byte_end"))
_EXTRACTED = frozenset(("page", "end_page", "page_line", "paragraph", "end_paragraph"))
_LONGEST = 300
_WIDEST_NAME = 40


def render_facts(record: dict[str, Any], view: View) -> Iterator[str]:
    """Yield the facts of one input, as facts_of has them; what is absent only where everything is asked for."""
    title = record["path"], record["kind"], record["form"] or ""
    yield view.styled(escaped("  ".join(part for part in title if part), ascii_only=view.ascii), "strong") + "\n"
    if "reason" in record:
        yield f"  {escaped(record['reason'], ascii_only=view.ascii)}\n"
    for name, facts in record["facts"].items():
        yield f"\n{view.styled(name, 'info')}\n"
        rows = [row for row in _rows("", facts) if row[2] != "absent" or view.verbosity > 0]
        if not rows:
            yield "  nothing stated\n"
            continue
        names = min(_WIDEST_NAME, max(width(row[0]) for row in rows))
        places = max(width(row[3]) for row in rows)
        for row in rows:
            yield from _row(row, names, places, view)
    yield "\n"


def _row(row: tuple[str, str, str, str], names: int, places: int, view: View) -> Iterator[str]:
    name, value, state, place = row
    words = escaped(value, ascii_only=view.ascii)
    words = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}{view.glyphs.ellipsis}"
    room = max(10, view.room - names - places - 6)
    head = escaped(name).ljust(names)
    style = {"absent": "faint", "unsure": "warning"}.get(state, "")
    for number, line in enumerate(wrapped(words, room) if words.strip() else ("",)):
        shown = view.styled(line, style) if style else line
        where = f"{place:>{places}}" if number == 0 else " " * places
        yield f"  {head}  {where}  {shown}".rstrip() + "\n"
        head = " " * names


def _rows(name: str, value: Any) -> Iterator[tuple[str, str, str, str]]:
    """Yield name, value, state and place of each leaf below *value*, in order."""
    if isinstance(value, dict):
        state = value.get("state")
        if isinstance(state, str) and isinstance(value.get("reason", value.get("what", "")), str):
            said = {"stated": value.get("value"), "absent": "absent", "unsure": f"unsure: {value.get('reason')}"}
            words = said.get(state, f"{state}: {value.get('reason')}")
            yield name, _words(words), state, _place(value)
            return
        if value.keys() - _EXTRACTED == _PLACE | {"present", "text"}:
            words = f"{value['present']}: {value['text']}" if value["text"] else value["present"]
            yield name, words, "stated", _place(value)
            return
        if name and value.keys() >= _PLACE:
            yield name, "", "stated", _place(value)
        for key, member in value.items():
            # The filers are among the parties: a person reads them once.
            if key not in _PLACE | _EXTRACTED and not (key == "filers" and "parties" in value):
                yield from _rows(f"{name}.{key}" if name else key, member)
    elif isinstance(value, list):
        for index, member in enumerate(value, 1):
            rows = list(_rows(f"{name}[{index}]", member))
            states = {row[2] for row in rows}
            # A check box that the form does not have is absent with the name that we give it.
            missing = "absent" in states and states <= {"absent", "given"}
            yield from ((*row[:2], "absent", row[3]) for row in rows) if missing else rows
    elif value is not None and value != "":
        yield name, _words(value), "given", ""


def _words(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _place(value: dict[str, Any]) -> str:
    if value.get("page") or value.get("paragraph"):
        return f"page {value['page']}" if value.get("page") else f"paragraph {value['paragraph']}"
    return f"{value['line']}:{value['column']}" if value.get("line") else ""
