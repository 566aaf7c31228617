"""EXH001."""

from collections.abc import Iterator

from filinglint.facts.exhibits import Exhibits, exhibits
from filinglint.finding import Observation
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint_edgar.exhibits.standing import attached_documents


@rule(
    "EXH001",
    "exhibit-index-missing",
    reads=(exhibits,),
    remedy="list the exhibits with number and description; in a current report under Item 9.01",
    authority=Authority("Regulation S-K, Item 601(a)(2) (17 CFR 229.601(a)(2))"),
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def index_missing(found: Exhibits) -> Iterator[Observation]:
    """A report with exhibits lists them in an exhibit index.

    The index is how a reader learns what is attached. In a current report the list under Item 9.01 serves. Without it
    the exhibits belong to nothing that the report says.
    """
    attached = attached_documents(found)
    if attached and not found.listed:
        first = attached[0]
        numbers = ", ".join(f"'{each.number.value}'" for each in attached)
        many = "exhibit" if len(attached) == 1 else "exhibits"
        yield Observation(
            first.number,
            f"{many} {numbers} {'is' if len(attached) == 1 else 'are'} attached, and the report lists no exhibits",
            related=[(found.lists[0].span if found.lists else found.span, "no list of exhibits here")],
        )
