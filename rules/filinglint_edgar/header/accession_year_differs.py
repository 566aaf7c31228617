"""HDR017."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.rule import Authority, rule

_FORMS_RELEASED_LATER = ("UPLOAD", "CORRESP", "LETTER")


@rule(
    "HDR017",
    "header-accession-year-differs",
    reads=(header,),
    remedy="take the header from EDGAR again",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: ACCESSION-NUMBER", "guidance"),
)
def accession_year_differs(stated: Header) -> Iterator[Observation]:
    """The two digits in the middle of an accession number are the year of the filing date.

    EDGAR gives the number on receipt: one of the last days of a year may be filed in the next, and a filing
    may be dated back by the staff. A larger difference is an edited header.
    """
    middle = stated.accession.value.split("-")[1:2]
    filed = stated.filed.value
    if stated.form.value.upper() in _FORMS_RELEASED_LATER or not middle or not middle[0].isdecimal():
        return
    apart = (filed.year - int(middle[0])) % 100
    if apart not in (0, 1, 99):
        yield Observation(
            stated.accession,
            f"the accession number is of the year '{middle[0]}', the filing date {filed.isoformat()}",
            related=[(stated.filed, f"filed as of {filed.isoformat()}")],
        )
