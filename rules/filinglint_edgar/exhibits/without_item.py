"""EXH004."""

from collections.abc import Iterator

from filinglint.facts.exhibits import Exhibits, exhibits
from filinglint.facts.header_items import HeaderItems, header_items
from filinglint.facts.items import Items, items
from filinglint.finding import Observation, Severity
from filinglint.rule import EIGHT_K, Authority, Unclear, rule
from filinglint.tables.form_8k import SWITCH_DATE
from filinglint_edgar.exhibits.standing import attached_documents


@rule(
    "EXH004",
    "exhibit-without-item",
    reads=(header_items, items, exhibits),
    remedy="add Item 9.01 with the list of exhibits, in the report and in the submission header",
    authority=Authority("Form 8-K, Item 9.01(d)", effective_from=SWITCH_DATE),
    severity=Severity.ERROR,
    forms=EIGHT_K,
)
def without_item(named: HeaderItems, body: Items, found: Exhibits) -> Iterator[Observation | Unclear]:
    """A current report with exhibits has Item 9.01, which lists them.

    Whatever item an exhibit belongs to, Item 9.01(d) asks for it to be listed there. Who follows reports by their items
    does not learn of it otherwise.
    """
    attached = attached_documents(found)
    if not attached or body.keyed("9.01") or any(item.number == "9.01" for item in named.named):
        return
    if not body.headings:
        yield Unclear("the document has no item headings", body.span)
        return
    listed = ", ".join(f"'{heading.number.value}'" for heading in body.headings)
    numbers = ", ".join(f"'{each.number.value}'" for each in attached)
    yield Observation(
        attached[0].number,
        f"attached: {numbers}; but the report has no Item 9.01, only {listed}",
        related=[(body.headings[-1].span, "the last item of the report")],
    )
