"""HDR054."""

from collections.abc import Iterator

from filinglint.documents.labels import Section
from filinglint.facts.header import Header, header
from filinglint.finding import Confidence, Observation
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule

_LINES = {
    "COMPANY DATA": ("STANDARD INDUSTRIAL CLASSIFICATION", "FISCAL YEAR END"),
    "FILING VALUES": ("FORM TYPE", "SEC ACT", "SEC FILE NUMBER", "FILM NUMBER"),
}


@rule(
    "HDR054",
    "header-line-missing",
    reads=(header,),
    remedy="take the header from EDGAR again",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: submission header", "guidance"),
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def line_missing(stated: Header) -> Iterator[Observation]:
    """The header of a report has all lines that EDGAR writes about a registrant and its filing values.

    EDGAR writes them for every registrant of a report; one that is missing was lost in a copy. Co-registrants may lack
    company data of their own, and of several registrants only the filing values are looked at. An empty line is there.
    """
    filers = [section for section in stated.record.sections if section.label == "FILER"]
    for filer in filers:
        for group in filer.sections:
            if group.label == "COMPANY DATA" and len(filers) > 1:
                continue
            missing = _missing(group)
            if missing:
                yield Observation(group.span, f"the {group.label.lower()} have no line {', '.join(missing)}")


def _missing(group: Section) -> list[str]:
    stated = {line.label for line in (*group.lines, *(line for inner in group.sections for line in inner.lines))}
    return [label for label in _LINES.get(group.label, ()) if label not in stated] if stated else []
