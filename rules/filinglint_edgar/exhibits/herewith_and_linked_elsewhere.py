"""EXH027."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.exhibits import AttachedExhibit, Exhibits, exhibits
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
        if not entry.links or is_for_machines(entry.number.value):
            continue
        if any(local_file(link.href) or link.href.startswith("#") for link in entry.links):
            continue
        there = next((each for number, each in attached.items() if entry.names(number)), None)
        if isinstance(entry.filed, Located):
            herewith = entry.filed.value.attached
        else:
            # It is not said how; the only exhibit of its number comes with the report.
            alone = there is not None and sum(other.names(there.number.value) for other in found.listed) == 1
            herewith = alone and all(_is_elsewhere(link.href, there) for link in entry.links)
        if not herewith:
            continue
        related: list[tuple[Somewhere, str]] = []
        if isinstance(entry.filed, Located):
            related.append((entry.filed, "how it is filed"))
        if there is not None:
            related.append((there.number, f"the document '{there.document.file_name}' of this submission"))
        yield Observation(
            entry.links[0].tag,
            f"exhibit '{entry.number.value}' is listed as coming with this report, and linked to another: "
            f"'{entry.links[0].href}'",
            related=related,
        )


def _is_elsewhere(href: str, there: AttachedExhibit | None) -> bool:
    """Tell whether *href* leads to a document on EDGAR of another name than the exhibit's file."""
    name = there.document.file_name if there is not None else None
    return "/archives/edgar/" in href.lower() and name is not None and not href.lower().endswith(f"/{name.lower()}")
