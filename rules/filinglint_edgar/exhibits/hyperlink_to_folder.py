"""EXH031."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.exhibits import Exhibits, exhibits
from filinglint.finding import Observation, Severity
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "EXH031",
    "exhibit-hyperlink-to-folder",
    reads=(exhibits,),
    remedy="link the entry to the file of the exhibit itself",
    authority=Authority(
        "Regulation S-K, Item 601(a)(2) (17 CFR 229.601(a)(2))", "should", effective_from=date(2017, 9, 1)
    ),
    severity=Severity.INFO,
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def hyperlink_to_folder(found: Exhibits) -> Iterator[Observation]:
    """The hyperlink of an entry goes to the exhibit itself, not to the list of a filing's documents.

    The reader has to look for the exhibit there, among others of like names.
    """
    for entry in found.listed:
        for link in entry.links:
            target = link.href.split("#")[0].split("?")[0].lower()
            if "sec.gov/" in target and (
                target.endswith(("/", "-index.htm", "-index.html")) or "browse-edgar" in target
            ):
                yield Observation(
                    link.tag, f"the entry of exhibit '{entry.number.value}' links to '{link.href}', which is no exhibit"
                )
                break
