"""FMT022."""

from collections.abc import Iterator

from filinglint.facts.characters import PlainLines, plain_lines
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "FMT022",
    "text-line-too-long",
    reads=(plain_lines,),
    remedy="break the lines at 80 characters",
    authority=Authority("EDGAR Filer Manual, Volume II, section 5.2.1.2 (line length)"),
    severity=Severity.INFO,
)
def text_line_long(lines: PlainLines) -> Iterator[Observation]:
    """Lines of a plain-text document have at most 80 characters.

    Longer ones are cut off where the document is printed.
    """
    seen = lines.text_long
    if seen is not None:
        count = "one line" if seen.count == 1 else f"{seen.count} lines"
        yield Observation(
            seen.first, f"{count} outside tables longer than 80 characters, the longest of {lines.text_longest}"
        )
