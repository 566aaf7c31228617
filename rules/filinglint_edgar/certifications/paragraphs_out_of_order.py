"""CRT013."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from filinglint.facts.certifications import Certifications, certifications
from filinglint.finding import Observation
from filinglint.rule import Authority, rule
from filinglint_edgar.certifications.certifying import PERIODIC


@rule(
    "CRT013",
    "certification-paragraphs-misnumbered",
    reads=(certifications,),
    remedy="number the paragraphs 1 to 5, as in Item 601(b)(31)(i)",
    authority=Authority("Regulation S-K, Item 601(b)(31)(i)", effective_from=date(2002, 8, 29)),
    forms=PERIODIC,
)
def paragraphs_out_of_order(found: Certifications) -> Iterator[Observation]:
    """The paragraphs of a certification under section 302 are numbered from 1 on, each number once.

    A number that comes again is a paragraph of another certification, or a slip that makes references to
    paragraphs wrong. What is left out altogether is another rule's matter.
    """
    for certification in found.of_kind("302"):
        marks = [paragraph for paragraph in certification.paragraphs if paragraph.number.isdecimal()]
        if len(marks) < 3:
            continue
        for before, mark in pairwise(marks):
            if mark.number <= before.number:
                order = ", ".join(paragraph.number for paragraph in marks[:12])
                yield Observation(
                    mark.at,
                    f"the paragraphs of the certification are numbered {order}",
                    related=[(before.at, "the number before it")],
                )
                break
