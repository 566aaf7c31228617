"""HDR029."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.finding import Observation, Severity
from filinglint.located import Located
from filinglint.rule import Authority, rule


@rule(
    "HDR029",
    "header-film-number-repeated",
    reads=(header,),
    remedy="take the header from EDGAR again",
    authority=Authority("EDGAR Public Dissemination Service, technical specification: FILM-NUMBER", "guidance"),
    severity=Severity.INFO,
)
def film_number_repeated(stated: Header) -> Iterator[Observation]:
    """Each filing of each party has a film number of its own.

    Two parties with one number are one party copied.
    """
    seen: dict[str, Located[str]] = {}
    for party in stated.parties:
        for each in party.values:
            film = each.film_number
            if not isinstance(film, Located) or not film.value.strip("0"):
                continue
            if film.value in seen:
                yield Observation(
                    film,
                    f"film number '{film.value}' is given twice",
                    related=[(seen[film.value], "the first of them")],
                )
            seen.setdefault(film.value, film)
