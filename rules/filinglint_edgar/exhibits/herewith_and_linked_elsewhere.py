"""EXH027."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.exhibits import Exhibits, exhibits
from filinglint.finding import Confidence, Observation, Somewhere
from filinglint.located import Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint_edgar.exhibits.standing import is_for_machines, local_file


@rule(
    "EXH027",
    "exhibit-herewith-linked-elsewhere",
    reads=(exhibits,),
    remedy="link the entry to the file of the exhibit in this submission",
    authority=Authority("Regulation S-K, Item 601(a)(2) (17 CFR 229.601(a)(2))", effective_from=date(2017, 9, 1)),
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def herewith_and_linked_elsewhere(found: Exhibits) -> Iterator[Observation]:
    """The hyperlink of an exhibit that is filed with the report goes to its document in the same submission.

    A link to an earlier filing shows the reader an old version. It was carried over with the entry from the last
    report.
    """
    attached = {each.number.value: each for each in found.attached}
    for entry in found.listed:
        herewith = isinstance(entry.filed, Located) and entry.filed.value.attached
        if not herewith or not entry.links or is_for_machines(entry.number.value):
            continue
        if any(local_file(link.href) or link.href.startswith("#") for link in entry.links):
            continue
        there = next((each for number, each in attached.items() if entry.names(number)), None)
        related: list[tuple[Somewhere, str]] = [(entry.filed, "how it is filed")]
        if there is not None:
            related.append((there.number, f"the document '{there.document.file_name}' of this submission"))
        yield Observation(
            entry.links[0].tag,
            f"exhibit '{entry.number.value}' is listed as coming with this report, and linked to another: "
            f"'{entry.links[0].href}'",
            related=related,
        )
