"""HDR054."""

from collections.abc import Iterator

from filinglint.documents.labels import Section
from filinglint.facts.header import Header, header
from filinglint.finding import Confidence, Observation
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule

_LINES = ("FORM TYPE", "SEC ACT", "SEC FILE NUMBER", "FILM NUMBER")


@rule(
    "HDR054",
    "header-line-missing",
    reads=(header,),
    remedy="take the header from EDGAR again",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: submission header", "guidance"),
    confidence=Confidence.MEDIUM,
    kinds=frozenset(("submission",)),
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def line_missing(stated: Header) -> Iterator[Observation]:
    """The filing values of a report have all lines that EDGAR writes.

    EDGAR writes them for every registrant of a report; one that is missing was lost in a copy. An empty line is there.
    The lines of the company data vary: not every company has an industry or a fiscal year.
    """
    for filer in stated.record.sections:
        for group in filer.sections if filer.label == "FILER" else ():
            missing = _missing(group) if group.label == "FILING VALUES" else []
            if missing:
                yield Observation(group.span, f"the filing values have no line {', '.join(missing)}")


def _missing(group: Section) -> list[str]:
    stated = {line.label for line in (*group.lines, *(line for inner in group.sections for line in inner.lines))}
    return [label for label in _LINES if label not in stated] if stated else []
