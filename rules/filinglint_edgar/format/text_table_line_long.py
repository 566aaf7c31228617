"""FMT023."""

from collections.abc import Iterator

from filinglint.facts.characters import PlainLines, plain_lines
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "FMT023",
    "text-table-line-too-long",
    reads=(plain_lines,),
    remedy="make the table narrower, or divide it",
    authority=Authority("EDGAR Filer Manual, Volume II, section 5.2.1.2 (line length)"),
    severity=Severity.INFO,
)
def text_table_line_long(lines: PlainLines) -> Iterator[Observation]:
    """Lines in tables of a plain-text document have at most 132 characters.

    Longer ones are cut off where the document is printed.
    """
    seen = lines.table_long
    if seen is not None:
        count = "one line" if seen.count == 1 else f"{seen.count} lines"
        yield Observation(
            seen.first, f"{count} in tables longer than 132 characters, the longest of {lines.table_longest}"
        )
