"""DTE024."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.header import Header, header
from filinglint.facts.inline_references import InlineReferences, inline_references
from filinglint.finding import Observation
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "DTE024",
    "tagged-period-after-filing",
    reads=(inline_references, header),
    tags=frozenset(("ixbrl",)),
    remedy="correct the period of the context",
    authority=Authority("EDGAR Filer Manual, volume II, 6.5.19 and 6.5.20", effective_from=date(2019, 6, 15)),
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def tagged_period_after_filing(inline: InlineReferences, stated: Header) -> Iterator[Observation]:
    """The tagged facts of a cover are of a period that ends before, or when, the report is filed.

    What is wrong is usually the year of the context.
    """
    filed = stated.filed
    for end in inline.ends:
        if end.value > filed.value:
            yield Observation(
                end,
                f"the tags of the cover are of a period that ends on {end.value.isoformat()}, filed on "
                f"{filed.value.isoformat()}",
                related=[(filed, "filed on")],
            )
