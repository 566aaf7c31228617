"""COV034."""

from collections.abc import Iterator

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.finding import Observation
from filinglint.located import Absent, Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint.tables.places import code_of, place


@rule(
    "COV034",
    "cover-zip-missing",
    reads=(cover_page,),
    remedy="add the ZIP code to the address",
    authority=Authority(
        "Form 8-K, Form 10-K and Form 10-Q, cover page: address of principal executive offices, zip code"
    ),
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def zip_missing(cover: CoverPage) -> Iterator[Observation]:
    """The address of the principal executive offices has its ZIP code.

    Addresses abroad have codes of other kinds, or none.
    """
    address = cover.address
    if not isinstance(address.zip, Absent) or not isinstance(address.state, Located):
        return
    known = place(code_of(address.state.value) or "")
    if known is not None and known.kind == "us" and isinstance(address.block, Located):
        yield Observation(address.block, f"the address '{address.block.value}' has no ZIP code")
