"""EXH049."""

from collections.abc import Iterator

from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.fee_table import FeeTable, fee_table
from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.names import same_name, telling_words
from filinglint.rule import Authority, rule
from filinglint.tables.registrations import STATEMENTS


@rule(
    "EXH049",
    "fee-table-of-other-registrant",
    reads=(
        fee_table,
        cover_page,
        header,
    ),
    remedy="name the registrant in the exhibit on fees",
    authority=Authority("Regulation S-K, Item 601(b)(107) (17 CFR 229.601(b)(107)): exact name of registrant"),
    forms=STATEMENTS,
)
def fee_table_of_other_registrant(table: FeeTable, cover: CoverPage, stated: Header) -> Iterator[Observation]:
    """The calculation of filing fees names the registrant.

    A name that has no word of any registrant's, present or former, comes with the exhibit of another company.
    """
    names = stated.names + stated.former_names
    names += [each.name for each in cover.registrants if isinstance(each.name, Located)]
    own = frozenset(word for each in names for word in telling_words(each.value))
    said = [each for each in table.names if telling_words(each.value)]
    if not own or not said:
        return
    if any(own.intersection(telling_words(line.value)) for line in said):
        return
    if all(same_name(line.value, name.value) is False for line in said for name in names):
        yield Observation(
            said[0],
            f"the exhibit on fees names '{said[0].value}', the registrant is '{names[0].value}'",
            related=[(names[0], "the registrant")],
        )
