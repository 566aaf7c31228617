"""Elements of cover pages by form and date."""

from datetime import date
from functools import cache
from typing import Literal

from filinglint.frozen import dataclass
from filinglint.tables.form_items import form_of
from filinglint.tables.rows import Row, read_table, typed


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverElement(Row):
    """An element that the cover of *forms* has; *header* and *xbrl* name what states the same elsewhere."""

    id: str
    element: str
    forms: tuple[str, ...]
    kind: Literal["field", "checkbox", "yesno"]
    header: str = ""
    xbrl: tuple[str, ...] = ()


@cache
def cover_elements() -> tuple[CoverElement, ...]:
    """Return all elements of all covers."""
    return tuple(CoverElement(**typed(raw)) for raw in read_table("cover_elements")["elements"])


def cover_elements_of(code: str, on: date) -> tuple[CoverElement, ...]:
    """Return the elements of the cover of a submission of type *code* on the day *on*, from top to bottom."""
    forms = {code.strip().upper().removesuffix("/A"), form_of(code)}
    return tuple(each for each in cover_elements() if not forms.isdisjoint(each.forms) and each.in_force(on))


def cover_element(name: str, code: str, on: date) -> CoverElement | None:
    """Return the element with the id *name* when the cover of *code* has it on the day *on*."""
    return next((each for each in cover_elements_of(code, on) if each.id == name), None)
