"""EXH021."""

from collections.abc import Iterator

from filinglint.facts.exhibits import Exhibits, Relation, exhibits, relation
from filinglint.finding import Observation, Severity
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint_edgar.exhibits.standing import attached_documents


@rule(
    "EXH021",
    "exhibit-number-less-exact",
    reads=(exhibits,),
    remedy="attach the exhibit under the number that the list gives it",
    authority=Authority("Regulation S-T, Rule 102 (17 CFR 232.102); Regulation S-K, Item 601(a)(2)", "should"),
    severity=Severity.INFO,
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def number_less_exact(found: Exhibits) -> Iterator[Observation]:
    """An exhibit is attached under the whole number that the list gives it.

    A document of type EX-99 may be any of 99.1 and 99.2; a program that pairs documents with the list cannot tell.
    """
    for each in attached_documents(found):
        number = each.number.value
        if found.entries_of(number):
            continue
        for entry in found.related_to(number):
            other = next((own for own in entry.numbers if relation(number, own.value) is Relation.BROADER), None)
            if other is not None:
                yield Observation(
                    each.number,
                    f"the exhibit is attached as '{number}', the list has '{other.value}'",
                    related=[(other, "the entry of the list")],
                )
                break
