"""EXH017."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.exhibits import Exhibits, exhibits
from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Observation, Severity
from filinglint.located import Located
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule


@rule(
    "EXH017",
    "exhibit-index-behind-signatures",
    reads=(exhibits, signatures),
    remedy="put the exhibit index before the signatures",
    authority=Authority(
        "Regulation S-K, Item 601(a)(2) (17 CFR 229.601(a)(2)); Release 33-10322", effective_from=date(2017, 9, 1)
    ),
    severity=Severity.INFO,
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def index_behind_signatures(found: Exhibits, signed: Signatures) -> Iterator[Observation]:
    """The exhibit index stands before the signatures.

    Since September 2017 it is part of the report that is signed; before, it stood immediately before the exhibits, and
    many templates keep it there. Where the item lists the exhibits too, that list is the index.
    """
    blocks = signed.blocks
    if not blocks or any(one.place == "item" and one.entries for one in found.lists):
        return
    for one in found.lists:
        if one.place == "index" and one.entries and one.span.start > blocks[0].span.start:
            yield Observation(
                one.heading if isinstance(one.heading, Located) else one.span,
                "the exhibit index stands behind the signatures",
                related=[(blocks[0].heading, "the signatures")] if isinstance(blocks[0].heading, Located) else (),
            )
            return
