"""CRT022."""

from collections.abc import Iterator

from filinglint.facts.certifications import Certifications, certifications
from filinglint.finding import Observation
from filinglint.rule import TEN_K, TEN_Q, Authority, rule

_OTHER = {"302": "906", "906": "302"}


@rule(
    "CRT022",
    "certification-names-other-section",
    reads=(certifications,),
    remedy="name the section under which the officer certifies",
    authority=Authority("Regulation S-K, Item 601(b)(31) and (32) (17 CFR 229.601(b)(31), (32))"),
    forms=(TEN_K | TEN_Q) - {"10-K405", "10-KT405"},
)
def section_differs(found: Certifications) -> Iterator[Observation]:
    """A certification names the section of the Sarbanes-Oxley Act under which it is made.

    Sections 302 and 906 ask for different statements. A heading of the one above the text of the other is left by
    copying.
    """
    for each in found.certifications:
        other = _OTHER.get(each.kind)
        for section in each.sections:
            if section.value == other:
                yield Observation(
                    section,
                    f"a certification under section {each.kind} names section '{section.value}'",
                )
                break
