"""HDR004."""

from collections.abc import Iterator

from filinglint.facts.envelope import Envelope, envelope
from filinglint.facts.header import Header, header
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "HDR004",
    "header-accession-differs-from-envelope",
    reads=(header, envelope),
    remedy="take the submission from EDGAR again; two filings may be mixed in this file",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: SEC-DOCUMENT and SEC-HEADER"),
    severity=Severity.ERROR,
)
def accession_differs_from_envelope(stated: Header, around: Envelope) -> Iterator[Observation]:
    """The accession number in the header is the one in the lines that open the submission.

    EDGAR writes all three from one record. Where they differ, the file was edited, or the header of one
    filing stands before the documents of another.
    """
    number = stated.accession.value.replace("-", "")
    for marker in around.markers:
        if marker.accession.value.replace("-", "") != number:
            yield Observation(
                stated.accession,
                f"the header gives accession number '{stated.accession.value}', "
                f"the line '<SEC-{marker.name}>' '{marker.accession.value}'",
                related=[(marker.accession, f"the opening line says '{marker.accession.value}'")],
            )
            return
