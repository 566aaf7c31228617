"""HDR024."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule
from filinglint.tables.places import place


@rule(
    "HDR024",
    "header-zip-malformed",
    reads=(header,),
    remedy="correct the ZIP code in the filer's EDGAR company data",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: ZIP", "should"),
)
def zip_malformed(stated: Header) -> Iterator[Observation]:
    """The ZIP code of an address in the United States is five digits, or nine.

    Another form is a digit lost, or a foreign address under the code of a state.
    """
    seen: set[str] = set()
    for party in stated.parties:
        for address in (party.business_address, party.mail_address):
            if address is None or not isinstance(address.zip, Located) or not isinstance(address.state, Located):
                continue
            if address.zip.value in seen:
                continue
            seen.add(address.zip.value)
            where = place(address.state.value)
            digits = address.zip.value.replace("-", "").replace(" ", "")
            if where is not None and where.kind == "us" and not (digits.isdecimal() and len(digits) in (5, 9)):
                yield Observation(
                    address.zip,
                    f"'{address.zip.value}' is no ZIP code of an address in '{address.state.value}'",
                    related=[(address.state, f"the state is '{address.state.value}'")],
                )
