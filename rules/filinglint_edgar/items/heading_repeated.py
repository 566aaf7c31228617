"""ITM015."""

from collections.abc import Iterator

from filinglint.facts.items import ItemHeading, Items, items
from filinglint.finding import Confidence, Observation
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint.tables.registrations import STATEMENTS


@rule(
    "ITM015",
    "item-heading-repeated",
    reads=(items,),
    remedy="give the second heading the number of its item, or join the two texts",
    authority=Authority("Exchange Act Rule 12b-13 (17 CFR 240.12b-13); Securities Act Rule 404(d)", "should"),
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K | TEN_K | TEN_Q | STATEMENTS,
)
def heading_repeated(body: Items) -> Iterator[Observation]:
    """Each item of a report has one heading.

    The second heading of the same number is most often that of another item, copied and not changed. Headings with
    different paragraph letters, continued headings and page heads are not meant.
    """
    seen: dict[tuple[str, str, str], ItemHeading] = {}
    for heading in body.headings:
        if len(heading.keys) != 1:
            continue
        letters = "".join(paragraph.value for paragraph in heading.paragraphs)
        named = (heading.part_key, heading.keys[0], letters)
        if named in seen:
            where = f" of Part {heading.part_key}" if heading.part_key else ""
            yield Observation(
                heading.number,
                f"the document has two headings for Item {heading.keys[0]}{letters}{where}",
                related=[(seen[named].span, "the first of them")],
                label="the second",
            )
        seen.setdefault(named, heading)
