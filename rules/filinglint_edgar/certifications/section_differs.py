"""CRT022."""

from collections.abc import Iterator

from filinglint.facts.certifications import Certifications, certifications
from filinglint.finding import Observation
from filinglint.rule import TEN_K, TEN_Q, Authority, rule

_OWN = {"302": ("302",), "906": ("906", "1350")}


@rule(
    "CRT022",
    "certification-names-other-section",
    reads=(certifications,),
    remedy="name the section under which the officer certifies",
    authority=Authority("Regulation S-K, Item 601(b)(31) and (32) (17 CFR 229.601(b)(31), (32)); 18 U.S.C. 1350"),
    forms=(TEN_K | TEN_Q) - {"10-K405", "10-KT405"},
)
def section_differs(found: Certifications) -> Iterator[Observation]:
    """A certification names the section of the Sarbanes-Oxley Act under which it is made.

    Sections 302 and 906 ask for different statements; the latter made section 1350 of Title 18. A heading of the one
    above the text of the other is left by copying, another number by a slip of the hand.
    """
    for each in found.certifications:
        own = _OWN.get(each.kind)
        for section in each.sections:
            if own and section.value not in own:
                yield Observation(
                    section,
                    f"a certification under section {each.kind} names section '{section.value}'",
                )
                break
