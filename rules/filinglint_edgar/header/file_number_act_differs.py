"""HDR027."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.finding import Confidence, Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule
from filinglint.tables.file_numbers import file_number_prefix


def _year_of(act: str) -> str:
    """Return the year of an act: "1934" for "1934 Act", and for the bare 34 of the 1990s."""
    digits = act.split()[0] if act.split() else ""
    return digits if len(digits) == 4 else f"19{digits}" if len(digits) == 2 else ""


@rule(
    "HDR027",
    "header-file-number-act-differs",
    reads=(header,),
    remedy="correct the act or the file number",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: ACT and FILE-NUMBER"),
    confidence=Confidence.MEDIUM,
)
def file_number_act_differs(stated: Header) -> Iterator[Observation]:
    """A file number belongs to the act under which the party files.

    Numbers beginning 001 and 000 are given under the Securities Exchange Act of 1934. A number of one act beside
    another act is a number copied from another filing. Form 144 is filed under the Act of 1933 and gives the issuer's
    number under the Act of 1934.
    """
    if stated.form.value.upper().startswith("144"):
        return
    for party in stated.parties:
        for each in party.values:
            if not isinstance(each.act, Located) or not isinstance(each.file_number, Located):
                continue
            prefix = file_number_prefix(each.file_number.value)
            act = _year_of(each.act.value)
            given_for = _year_of(prefix.act) if prefix is not None and prefix.firm else ""
            # Reports under the Act of 1934 bear numbers of the other acts rightly: Section 15(d), investment companies.
            if prefix is not None and act in ("1933", "1940") and given_for == "1934":
                yield Observation(
                    each.file_number,
                    f"file number '{each.file_number.value}' is given under the '{prefix.act}', the header says "
                    f"'{each.act.value}'",
                    related=[(each.act, f"the act is '{each.act.value}'")],
                )
