"""FMT024."""

from collections.abc import Iterator

from filinglint.documents.document import Document
from filinglint.facts.characters import PlainLines, plain_lines
from filinglint.facts.extractor import document
from filinglint.facts.mending import tabs_filled
from filinglint.finding import Confidence, Fix, Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "FMT024",
    "text-tab-character",
    reads=(plain_lines, document),
    remedy="put blanks where the tabs stand",
    authority=Authority("EDGAR Filer Manual, Volume II, section 5.2.1.1 (accepted characters)", "guidance"),
    severity=Severity.INFO,
    confidence=Confidence.LOW,
    fixable="unsafe",
)
def text_tab(lines: PlainLines, filed: Document) -> Iterator[Observation]:
    """A plain-text document is laid out with blanks.

    A tab is as wide as each reader makes it, and columns fall apart.
    """
    seen = lines.tab
    if seen is not None:
        times = "once" if seen.count == 1 else f"{seen.count} times"
        yield Observation(
            seen.first,
            f"a tab is used {times} in plain text",
            fixes=[Fix("unsafe", "put blanks up to the next stop, eight columns apart", tabs_filled(filed))],
        )
