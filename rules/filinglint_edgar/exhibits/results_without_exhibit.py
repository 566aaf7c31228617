"""EXH024."""

from collections.abc import Iterator

from filinglint.facts.exhibits import Exhibits, exhibits
from filinglint.facts.items import Items, items
from filinglint.finding import Confidence, Observation, Severity
from filinglint.located import Located
from filinglint.rule import EIGHT_K, Authority, rule
from filinglint.tables.form_8k import SWITCH_DATE
from filinglint_edgar.exhibits.standing import attached_documents


@rule(
    "EXH024",
    "results-without-exhibit",
    reads=(items, exhibits),
    remedy="furnish the text of the announcement as Exhibit 99",
    authority=Authority("Form 8-K, Item 2.02(a)", "should", effective_from=SWITCH_DATE),
    severity=Severity.INFO,
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K,
    amendments=False,
)
def results_without_exhibit(body: Items, found: Exhibits) -> Iterator[Observation]:
    """A report of an announcement of results includes the text of the announcement as an exhibit.

    The item asks for the text, not for a summary. A report that is itself the announcement needs none.
    """
    if attached_documents(found) or found.embedded or found.listed:
        return
    for heading in body.keyed("2.02"):
        if not isinstance(heading.inapplicable, Located):
            yield Observation(heading.span, "Item 2.02 reports results, and the report has no exhibit")
            return
