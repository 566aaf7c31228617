"""BCP003, BCP004, BCP005, BCP009: how far a disruption reaches, and where people then go."""

from __future__ import annotations

from collections.abc import Iterator

from filinglint.finding import Confidence, Observation
from filinglint_bcp.facts.summary import Summary
from filinglint_bcp.rulebook import (
    ELEMENTS_4370,
    ERROR,
    GENERAL,
    INFO,
    NFA_2_38,
    NOTICE_04_37,
    RULE_3510,
    RULE_4370,
    WARNING,
    declared,
    everywhere,
    missing,
    profiles,
)

_LADDER = ("firm", "building", "district", "city", "region", "nation")


def _generic(text: Summary) -> Iterator[Observation]:
    shown = text.first("varying_scope_scenarios")
    if text.disclosures["varying_scope_scenarios"].present == "weak" and shown is not None:
        yield Observation(
            shown,
            "the text speaks of disruptions in general but describes no scenarios of different scope "
            "(for example office, building, district, city, region)",
        )


def _few(text: Summary) -> Iterator[Observation]:
    shown = text.first("varying_scope_scenarios")
    if text.disclosures["varying_scope_scenarios"].present == "yes" and len(text.reaches) < 3 and shown is not None:
        named = " and ".join(step for step in _LADDER if step in text.reaches)
        yield Observation(shown, f"only two reaches of a disruption are described: {named}")


RULES = (
    missing(
        __name__,
        "BCP003",
        "varying-scope-missing",
        "A summary describes scenarios of different scope.",
        "Rule 4370(e) asks how the firm will respond to events of varying scope. The notice names five steps: the "
        "firm alone, a single building, the business district, the city, the region.",
        disclosure="varying_scope_scenarios",
        message="no scenarios of different scope (for example office, building, district, city, region) are described",
        remedy="describe what you do when only your office, the district, the city or the region is affected",
        on=profiles(WARNING, ERROR, INFO),
        authority=(RULE_4370, RULE_3510, NOTICE_04_37, GENERAL),
    ),
    declared(
        __name__,
        "BCP004",
        "varying-scope-generic",
        "Scenarios of different scope are named, not only spoken of.",
        "That events vary in scope is no description of them. Kinds of event (fire, flood) and their length say "
        "nothing of how far they reach.",
        check=_generic,
        remedy="name at least two reaches, such as the building and the city, and what you do in each",
        on=profiles(INFO, WARNING, INFO),
        authority=(RULE_4370, RULE_3510, NOTICE_04_37, GENERAL),
        confidence=Confidence.MEDIUM,
    ),
    declared(
        __name__,
        "BCP005",
        "varying-scope-few",
        "Three or more reaches of a disruption are described.",
        "The notice names five steps from the firm alone to the region. Two of them leave most cases open.",
        check=_few,
        remedy="add scenarios for the steps that are not described",
        on=profiles(None, INFO, None),
        authority=(NOTICE_04_37,),
        confidence=Confidence.MEDIUM,
    ),
    missing(
        __name__,
        "BCP009",
        "relocation-missing",
        "A summary says where staff or operations would move.",
        "Customers judge a plan by whether work can go on elsewhere: a second office, a recovery site, home.",
        disclosure="relocation",
        message="nothing says where staff or operations would move",
        remedy="say that staff move to another site or work remotely; the address need not be given",
        on=everywhere(WARNING),
        authority=(ELEMENTS_4370, NFA_2_38, GENERAL),
    ),
)
