"""BCP020 to BCP023: whether customers are told how to reach the firm, and what to do when that fails."""

from __future__ import annotations

from collections.abc import Iterator

from filinglint.finding import Observation
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

_MEDIA = {
    "contact_phone": "telephone number",
    "contact_web": "web address",
    "contact_email": "e-mail address",
}


def _given(text: Summary) -> list[str]:
    return [name for name in _MEDIA if text.disclosures[name].present == "yes"]


def _none(text: Summary) -> Iterator[Observation]:
    if _given(text):
        return
    hint = next((found for name in _MEDIA if (found := text.first(name))), None)
    yield Observation(
        hint or text.absent("contact channel"),
        "no phone number, web address or e-mail address tells customers how to reach you during a disruption",
    )


def _single(text: Summary) -> Iterator[Observation]:
    given = _given(text)
    shown = text.first(given[0]) if len(given) == 1 else None
    if shown is not None:
        message = f"a {_MEDIA[given[0]]} is the only way to reach you: '{shown.value[:120]}'"
        yield Observation(shown, message.replace("a e-mail", "an e-mail"))


def _no_mail(text: Summary) -> Iterator[Observation]:
    if _given(text) and text.disclosures["contact_email"].present != "yes":
        yield Observation(text.absent("e-mail address"), "no e-mail address is given")


RULES = (
    declared(
        __name__,
        "BCP020",
        "contact-channel-missing",
        "A summary gives a concrete way to reach the firm during a disruption.",
        "To say that customers will be told by telephone or on the website helps nobody who has neither number nor "
        "address. A fax number, or the telephone of a named employee, is no channel for customers.",
        check=_none,
        remedy="give a telephone number, a web address or an e-mail address that works when the office does not",
        on=profiles(ERROR, ERROR, WARNING),
        authority=(GENERAL, RULE_4370, RULE_3510, NFA_2_38),
    ),
    declared(
        __name__,
        "BCP021",
        "contact-channel-single",
        "Customers have more than one kind of channel.",
        "What disrupts the firm often disrupts its telephones or its site as well.",
        check=_single,
        remedy="add a channel of another kind",
        on=profiles(WARNING, WARNING, INFO),
        authority=(GENERAL, NOTICE_04_37, NFA_2_38),
    ),
    declared(
        __name__,
        "BCP022",
        "contact-email-missing",
        "An e-mail address is among the channels.",
        "It is the channel that most often survives the loss of an office, and the one fewest texts give.",
        check=_no_mail,
        remedy="add an e-mail address, if one is read during a disruption",
        on=everywhere(INFO),
        authority=(GENERAL,),
    ),
    missing(
        __name__,
        "BCP023",
        "contact-alternate-missing",
        "A summary says what to do if the main channel is out of service.",
        "The first section of the usual text is this: if you cannot reach us as you usually do, call there. A second "
        "number, another office, the clearing firm or the custodian will do.",
        disclosure="contact_alternate",
        message="the text does not say what to do if the main channel is out of service",
        remedy="name a second number, another office, the clearing firm or the custodian",
        on=profiles(INFO, WARNING, WARNING),
        authority=(ELEMENTS_4370, NFA_2_38, GENERAL),
    ),
)
