"""HDR037."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.finding import Confidence, Observation, Severity
from filinglint.located import Located
from filinglint.rule import Authority, rule
from filinglint.tables.sic import sic_titles


@rule(
    "HDR037",
    "header-sic-unknown",
    reads=(header,),
    remedy="correct the code in the filer's EDGAR company data",
    authority=Authority(
        "SEC, Division of Corporation Finance: Standard Industrial Classification code list", "guidance"
    ),
    severity=Severity.INFO,
    confidence=Confidence.LOW,
)
def sic_unknown(stated: Header) -> Iterator[Observation]:
    """The industrial classification of a filer is a code of the SEC's list.

    The code decides which office of the staff reviews the filing. Old lists had codes that the present one lacks.
    """
    for party in stated.parties:
        if not isinstance(party.sic, Located):
            continue
        code = "".join(character for character in party.sic.value.rpartition("[")[2] if character.isdecimal())
        if len(code) == 4 and not sic_titles(code):
            yield Observation(party.sic, f"industrial classification '{code}' is not in the SEC's list")
