"""CRT004."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.certifications import Certifications, certifications
from filinglint.facts.signatures import Signatures, signatures
from filinglint.finding import Confidence, Observation
from filinglint.rule import Authority, rule
from filinglint_edgar.certifications.certifying import (
    PERIODIC,
    certifier_of,
    left_out,
    may_be_unread,
    two_heads,
    written,
)


@rule(
    "CRT004",
    "officer-does-not-certify",
    reads=(certifications, signatures),
    remedy="attach a certification under section 302 of each of the two officers",
    authority=Authority(
        "Exchange Act Rules 13a-14(a) and 15d-14(a): each principal executive and principal financial officer",
        effective_from=date(2002, 8, 29),
    ),
    confidence=Confidence.MEDIUM,
    forms=PERIODIC,
)
def too_few_certify(found: Certifications, signed: Signatures) -> Iterator[Observation]:
    """Each principal executive and each principal financial officer makes a certification of his own.

    One of the two is lost among the exhibits, or the same one is attached twice. One person in both
    offices certifies once.
    """
    heads, made = two_heads(signed), found.of_kind("302")
    if heads is None or not made or may_be_unread(found):
        return
    certifiers = [certifier_of(each) for each in made]
    names = [name for name in certifiers if name is not None]
    if len(names) != len(made) or (missed := left_out(heads, names)) is None:
        return
    head, office = missed
    yield Observation(
        made[0].span,
        f"'{written(head)}' signs as principal {office} officer, and does not certify",
        related=[(head, f"signs as principal {office} officer"), (names[0], "who certifies")],
    )
