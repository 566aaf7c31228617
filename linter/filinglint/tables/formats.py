"""What attached documents may be made of: EDGAR Filer Manual, volume II, chapter 5."""

from functools import cache

from filinglint.frozen import dataclass
from filinglint.tables.rows import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Formats:
    """The lists of the manual: elements, attributes by element and references in lower case as they are written.

    *elements* are recognised, *forbidden_elements* named as not allowed, and *active_elements* those of them
    that run or ask something; what stands in no list was not foreseen.
    """

    filename_length: int
    text_line_max: int
    table_line_max: int
    elements: frozenset[str]
    forbidden_elements: frozenset[str]
    active_elements: frozenset[str]
    attributes: dict[str, frozenset[str]]
    forbidden_attributes: dict[str, frozenset[str]]
    inline_forbidden_elements: frozenset[str]
    inline_forbidden_attributes: dict[str, frozenset[str]]
    references: frozenset[str]
    image_extensions: tuple[str, ...]


@cache
def formats() -> Formats:
    """Return the lists of the manual."""
    table = read_table("formats")

    def many(name: str) -> dict[str, frozenset[str]]:
        return {key: frozenset(values) for key, values in table[name].items()}

    return Formats(
        filename_length=table["filename_length"],
        text_line_max=table["text_line_max"],
        table_line_max=table["table_line_max"],
        elements=frozenset(table["elements"]),
        forbidden_elements=frozenset(table["forbidden_elements"]),
        active_elements=frozenset(table["active_elements"]),
        attributes=many("attributes"),
        forbidden_attributes=many("forbidden_attributes"),
        inline_forbidden_elements=frozenset(table["inline_forbidden_elements"]),
        inline_forbidden_attributes=many("inline_forbidden_attributes"),
        references=frozenset(table["references"]),
        image_extensions=tuple(table["image_extensions"]),
    )
