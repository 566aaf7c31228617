"""BCP008, BCP010, BCP011, BCP012, BCP013: access to funds, the plan's elements, and what is only hinted at."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from filinglint.finding import Confidence, Observation
from filinglint_bcp.facts.summary import Summary
from filinglint_bcp.rulebook import (
    ELEMENTS_4370,
    GENERAL,
    INFO,
    NFA_2_38,
    NOTICE_04_37,
    WARNING,
    declared,
    everywhere,
    missing,
    profiles,
)

# As messages name them; the order is that of FINRA Rule 4370(c).
_NAMES = {
    "data_backup": "data back-up",
    "mission_critical": "mission critical systems",
    "financial_assessment": "financial and operational assessments",
    "customer_comms": "communications with customers",
    "employee_comms": "communications with employees",
    "relocation": "alternate location of employees",
    "counterparties": "counterparties, banks and suppliers",
    "regulatory_reporting": "regulatory reporting",
    "regulator_comms": "communications with regulators",
    "access_to_funds": "access to funds and securities",
}
_HINTED = {
    "rto_caveat": "the recovery-time caveat",
    "continue_business_statement": "whether you continue business",
    "relocation": "where staff or operations move",
    "subject_to_change": "that the text may change",
    "summary_only": "that this is only a summary",
    "review_frequency": "how often the plan is reviewed",
}


def _lacking(*wanted: str) -> Callable[[Summary], Iterator[Observation]]:
    def check(text: Summary) -> Iterator[Observation]:
        lacking = [_NAMES[name] for name in wanted if not text.elements[name]]
        if lacking:
            message = f"the summary does not mention: {', '.join(lacking)}"
            yield Observation(text.absent("plan elements"), message)

    return check


def _only_hinted(text: Summary) -> Iterator[Observation]:
    for name, what in _HINTED.items():
        shown = text.first(name)
        if text.disclosures[name].present == "weak" and shown is not None:
            yield Observation(shown, f"this only hints at {what}: '{shown.value[:120]}'")


RULES = (
    missing(
        __name__,
        "BCP008",
        "access-to-funds-missing",
        "A summary says how customers reach their funds and securities if the firm cannot continue.",
        "The plan must provide for it, and it is what customers fear most. The clearing firm or custodian, and how "
        "to reach it, is the usual answer.",
        disclosure="access_to_funds",
        message="the text does not say how customers reach their funds and securities if you cannot continue",
        remedy="say who gives customers access to funds and securities, and how to ask for it",
        on=profiles(None, WARNING, WARNING),
        authority=(ELEMENTS_4370, NFA_2_38, NOTICE_04_37),
    ),
    declared(
        __name__,
        "BCP010",
        "plan-elements-missing",
        "A summary touches the ten elements of the plan.",
        "The ten elements bind the plan, not the summary: one that is missing here is advice only.",
        check=_lacking(*_NAMES),
        remedy="name the elements that the plan covers",
        on=profiles(None, INFO, None),
        authority=(ELEMENTS_4370, NOTICE_04_37),
        confidence=Confidence.MEDIUM,
    ),
    declared(
        __name__,
        "BCP011",
        "plan-elements-nfa-missing",
        "A summary touches back-up of data, relocation, third parties and communications.",
        "The interpretive notice asks these of the plan; a public text that names them tells customers what to expect.",
        check=_lacking("data_backup", "relocation", "counterparties", "customer_comms"),
        remedy="name the elements that the plan covers",
        on=profiles(None, None, INFO),
        authority=(NFA_2_38,),
        confidence=Confidence.MEDIUM,
    ),
    declared(
        __name__,
        "BCP012",
        "plan-elements-basic-missing",
        "A summary mentions the back-up of data and how staff are reached.",
        "Whoever relies on a service wants to know that data survive and that staff can be called.",
        check=_lacking("data_backup", "employee_comms"),
        remedy="mention the back-up of data and the communication with employees",
        on=profiles(INFO, None, None),
        authority=(GENERAL,),
        confidence=Confidence.MEDIUM,
    ),
    declared(
        __name__,
        "BCP013",
        "disclosure-only-hinted",
        "What a summary discloses, it says plainly.",
        "A heading, a bare list or generic words hint at a disclosure without making it. A person may take them for "
        "it or not.",
        check=_only_hinted,
        remedy="say it in a sentence of its own",
        on=everywhere(INFO),
        authority=(GENERAL, NOTICE_04_37),
        confidence=Confidence.MEDIUM,
    ),
)
