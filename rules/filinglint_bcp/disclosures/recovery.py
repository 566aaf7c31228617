"""BCP001, BCP002, BCP006, BCP007: recovery times, their caveat, and the will to go on."""

from __future__ import annotations

from collections.abc import Iterator

from filinglint.finding import Observation
from filinglint_bcp.facts.summary import Summary
from filinglint_bcp.rulebook import (
    ERROR,
    GENERAL,
    INFO,
    NFA_2_38,
    NOTICE_04_37,
    PAPER,
    RULE_3510,
    RULE_4370,
    WARNING,
    declared,
    everywhere,
    missing,
    profiles,
)


def _speaks_of_time(text: Summary) -> bool:
    return text.disclosures["recovery_time_stated"].present == "yes" or bool(text.words["recovery_time"])


def _caveat_missing(text: Summary) -> Iterator[Observation]:
    if text.disclosures["rto_caveat"].present != "no" or not _speaks_of_time(text):
        return
    stated = text.first("recovery_time_stated") if text.disclosures["recovery_time_stated"].present == "yes" else None
    place = stated or text.words["recovery_time"][0]
    yield Observation(
        place,
        f"recovery time is mentioned ('{place.value[:120]}') but nothing says that actual recovery times may differ",
    )


def _time_missing(text: Summary) -> Iterator[Observation]:
    if text.disclosures["rto_caveat"].present == "no" and not _speaks_of_time(text):
        yield Observation(
            text.absent("recovery-time caveat"),
            "nothing is said about recovery time, nor that actual recovery times may differ from what is aimed at",
        )


RULES = (
    declared(
        __name__,
        "BCP001",
        "rto-caveat-missing",
        "A text that mentions a recovery time says that it is a goal and that actual times may differ.",
        "A reader takes a stated time for a promise. The hour, the extent of the event and above all the state of "
        "telecommunications decide how long recovery takes, and a time without that caveat misleads.",
        check=_caveat_missing,
        remedy="add that recovery times are goals, and that outside factors can make actual times longer",
        on=profiles(ERROR, ERROR, WARNING),
        authority=(GENERAL, NOTICE_04_37, PAPER),
    ),
    declared(
        __name__,
        "BCP002",
        "rto-caveat-and-time-missing",
        "A summary says something about recovery time, and that it may differ.",
        "Customers ask first how long they will be without service. A text that is silent leaves them to guess, "
        "and profile general requires the caveat of every summary.",
        check=_time_missing,
        remedy="say what recovery time you aim at, and that actual times may be longer",
        on=profiles(ERROR, WARNING, WARNING),
        authority=(GENERAL, NOTICE_04_37),
    ),
    missing(
        __name__,
        "BCP006",
        "continue-business-missing",
        "A summary says whether the firm intends to continue business during a disruption.",
        "It is the first thing the notice asks for each scenario: does the firm mean to go on, and how.",
        disclosure="continue_business_statement",
        message="the text does not say whether you intend to continue business during a disruption",
        remedy="say for each scenario whether you plan to continue or resume business",
        on=everywhere(WARNING),
        authority=(GENERAL, NOTICE_04_37, NFA_2_38),
    ),
    missing(
        __name__,
        "BCP007",
        "recovery-time-missing",
        "A summary gives a planned recovery time.",
        "The notice suggests a planned recovery time for each scenario. 'Promptly' is no time.",
        disclosure="recovery_time_stated",
        message="no planned recovery time is given",
        remedy="give the recovery time you aim at, as a goal",
        on=profiles(None, INFO, INFO),
        authority=(NOTICE_04_37, RULE_4370, RULE_3510, NFA_2_38),
    ),
)
