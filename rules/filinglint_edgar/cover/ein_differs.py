"""COV006."""

from collections.abc import Iterator

from filinglint.addresses import normal_ein, same_ein
from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "COV006",
    "cover-ein-differs",
    reads=(cover_page, header),
    remedy="correct the number on the cover, or the company's data on EDGAR",
    authority=Authority("Form 8-K, Form 10-K and Form 10-Q, cover page"),
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def ein_differs(cover: CoverPage, stated: Header) -> Iterator[Observation]:
    """The employer identification number on the cover is the registrant's in the header.

    Zeros in the header stand for a number that EDGAR was never told, and are not compared.
    """
    numbers = [p.ein for p in stated.parties if isinstance(p.ein, Located) and p.ein.value.strip("0- ")]
    for registrant in cover.registrants:
        ein = registrant.ein
        if not isinstance(ein, Located):
            if registrant is cover.registrant:
                ein.value  # noqa: B018  (says why there is nothing to compare)
            continue
        if not numbers or normal_ein(ein.value) is None:
            continue
        if all(same_ein(ein.value, number.value) is False for number in numbers):
            yield Observation(
                ein,
                f"the cover gives employer number '{ein.value}', the header '{numbers[0].value}'",
                related=[(number, f"the header says {number.value}") for number in numbers[:3]],
                label=f"the cover says {ein.value}",
            )
