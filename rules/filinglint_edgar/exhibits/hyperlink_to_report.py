"""EXH019."""

from collections.abc import Iterator
from datetime import date

from filinglint.documents.submission import Submission
from filinglint.facts.exhibits import Exhibits, Manner, exhibits
from filinglint.facts.extractor import submission
from filinglint.finding import Observation, Severity
from filinglint.located import Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint_edgar.exhibits.standing import is_for_machines, local_file


@rule(
    "EXH019",
    "exhibit-hyperlink-to-report",
    reads=(submission, exhibits),
    remedy="link the entry to the file of the exhibit",
    authority=Authority("Regulation S-K, Item 601(a)(2) (17 CFR 229.601(a)(2))", effective_from=date(2017, 9, 1)),
    severity=Severity.INFO,
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def hyperlink_to_report(filing: Submission, found: Exhibits) -> Iterator[Observation]:
    """The hyperlink of an entry goes to the exhibit, not to the report that lists it.

    Such a link leads the reader in a circle. Exhibits that the report itself contains, and data files, are not meant.
    """
    main = filing.main
    name = main.file_name.lower() if main is not None else ""
    for entry in found.listed:
        contained = isinstance(entry.filed, Located) and entry.filed.value is Manner.CONTAINED
        if contained or is_for_machines(entry.number.value):
            continue
        for link in entry.links:
            target = local_file(link.href).lower()
            if name and target == name and "#" not in link.href:
                yield Observation(
                    link.tag,
                    f"the entry of exhibit '{entry.number.value}' links to '{link.href}', the report itself",
                    related=[(entry.number, f"the entry of '{entry.number.value}'")],
                )
                break
