"""The two disclosures that every profile asks for: the recovery-time caveat, and a channel to reach the firm."""

from __future__ import annotations

import pytest

from filinglint.facts.sentences import Cut
from filinglint_bcp.facts.disclosures import disclosed

CAVEATS = [
    "Recovery time objectives vary by function, and actual times may differ from them.",
    "We cannot guarantee that each function meets its recovery time objective.",
    "Actual times to recover depend on the event.",
    "Recovery-time objectives are goals and not fixed deadlines.",
    "Our recovery time objectives are targets only; the real time may be longer.",
    "Actual recovery times may vary depending on the nature of the event.",
    "External factors such as the time of day and the state of the power grid can affect how long recovery takes.",
    "We expect to be open again within four hours, although it could take longer.",
    "How quickly we can resume depends on circumstances beyond our control.",
    "There is no assurance that service will return within the stated recovery time.",
    "We cannot guarantee that systems will be restored within these recovery times.",
    "The times shown above are estimates. Real recovery times may differ.",
    "The RTO may be negatively affected by the unavailability of outside resources.",
    "Our goal is to resume within one business day. That goal may not be met if telephone service is out.",
    "These recovery times are not promises: much depends on the telephone companies.",
    "The time it takes us to reopen will depend on how widespread the event is.",
    "The speed of our recovery may be influenced by the scope of the disruption.",
    "No promise is made that operations will resume in the recovery period we aim for.",
    "Resumption may take more time than planned when roads are closed; recovery times are only a guide.",
    "Various outside factors, for instance the hour and the extent of the damage, bear on actual recovery times.",
    "Restoration times are estimates and should not be relied upon as commitments.",
    "In most cases we expect to be back in two hours, but actual times will vary.",
    "We aim to recover within 24 hours. Such times are targets, not guarantees.",
    "Because each event is different, the length of time needed to recover can change.",
    "The period within which we recover is subject to circumstances we do not control.",
    "Recovery may be delayed beyond our four-hour target by the loss of telecommunications.",
    "Though our plan sets an RTO of two hours, the actual time to restore service might exceed it.",
    "Service could be unavailable for longer than the recovery time objective.",
    "Our estimated recovery windows hinge on the availability of public utilities.",
]

NO_CAVEATS = [
    "We set recovery time objectives for functions depending on their urgency.",
    "Recovery time objectives vary by function.",
    "The recovery time objective is the maximum time that a system can be down, and is determined by management.",
    "Each department has a recovery time objective based on its impact.",
    "Recovery time objectives are reviewed when business needs change.",
    "Our recovery time objective is four hours; you may call us if you need more information.",
    "We can restore service within four hours without depending on outside power.",
    "Functions with an RTO of four hours come first; others can wait longer.",
    "The plan sets recovery times, and these do not depend on the telephone company.",
    "Disruptions may take longer than expected to reach us.",
    "Recovery teams may change their meeting place.",
    "The plan includes recovery time objectives and may be changed at any time.",
    "The speed of recovery is our pride.",
    "Our recovery time objectives and emergency contacts are subject to change.",
    "The plan is designed to let us resume as quickly as possible given the scope and severity of the disruption.",
    "The timing and impact of disasters are unpredictable, so we must stay flexible.",
    "No plan can remove every risk of an interruption.",
    "We will recover in line with the recovery time objectives in the plan.",
    "The recovery time objective (RTO) is the time within which a process must be restored.",
    "In most cases service goes on within minutes.",
    "We expect to reopen within four hours.",
    "Recovery times will not vary, whatever the event.",
    "Significant business disruptions can vary in their scope.",
    "Disruptions may differ in severity, from a burst pipe to a hurricane.",
    "The plan is reviewed every year and may be changed.",
    "This summary is subject to change without notice.",
    "Your investments may lose value, and past performance is no guarantee of future results.",
    "Hours of trading may vary on holidays.",
    "We cannot promise that calls will be answered at once.",
    "Our recovery time objective for critical systems is two hours.",
    "We do not control the markets, and prices can change at any time.",
    "The response of the team depends on the kind of event.",
    "External factors such as weather may cause a disruption.",
    "We test recovery times twice a year.",
    "Our plan lists critical functions with recovery time objectives for each.",
    "Fees may vary. See the schedule of fees for details.",
]

CHANNELS = [
    ("Call us at 212-555-0134.", "contact_phone"),
    ("Customers may telephone (800) 555-0199 for news.", "contact_phone"),
    ("Dial 1-800-555-0123 at any hour.", "contact_phone"),
    ("Toll free: 1.888.555.0147", "contact_phone"),
    ("Our hotline is 866-555-5BCP.", "contact_phone"),
    ("Ring our London desk on +44 20 7946 0000.", "contact_phone"),
    ("Please phone our Network Operations Center at 866 555 0141.", "contact_phone"),
    ("If you cannot reach us at 305/555-0110, try 305/555-0111.", "contact_phone"),
    ("For information call 1-800-555-HELP.", "contact_phone"),
    ("Phone: 415.555.0162 ext. 12", "contact_phone"),
    ("Go to www.larkspur.example for the latest.", "contact_web"),
    ("Visit larkspur-brokers.com for news of the event.", "contact_web"),
    ("See https://status.larkspur.example/today.", "contact_web"),
    ("News will be posted on our website.", "contact_web"),
    ("We will publish updates on the firm's web site as we have them.", "contact_web"),
    ("Look at http://larkspur.example/bcp?x=1, which we keep current.", "contact_web"),
    ("Instructions to clients: www.larkspur.example/alerts", "contact_web"),
    ("During an emergency, announcements will appear on our homepage; we post them hourly.", "contact_web"),
    ("E-mail help@larkspur.example.", "contact_email"),
    ("Write to continuity.team@mail.larkspur.example with questions.", "contact_email"),
    ("Questions go to [email protected].", "contact_email"),
    ("Send a note to info [at] larkspur [dot] com.", "contact_email"),
    ("Email: service+bcp@larkspur.example", "contact_email"),
]

NO_CHANNELS = [
    "We will notify you by e-mail, telephone or on the website.",
    "Contact Us",
    "Fax your order to (212) 555-0177.",
    "Facsimile: 212-555-0178",
    "In an emergency the staff call Pat Doe, mobile 555-555-0182.",
    "The firm clears under Rule 15c3-3(k)(2)(ii).",
    "Harrow & Co, CRD No. 1234567, is a member of FINRA.",
    "See SEC File No. 8-1234567890 for details.",
    "CUSIP 1234567890 is held at the custodian.",
    "Form 3070 was filed under 866-NNN.",
    "Our offices are open 24/7, 365 days a year.",
    "Visit our Contact page.",
    "Check the background of this firm at www.finra.org.",
    "The plan was written in 2012-2013 and holds 1,000 entries.",
    "To opt out of order routing requests, write to routing@larkspur.example.",
    "Your account number 123-4567890 is on the statement.",
    "Call us on our usual number.",
    "Employees carry a card with the numbers of their managers.",
    "We post guards at the door.",
    "The share price was 415.55 on 0162 shares.",
    "See 17 CFR 240.17a-4 and Release 34-60534.",
]


def present(text: str, identifier: str) -> str:
    """Return whether the summary *text* makes the disclosure."""
    return disclosed(text, Cut(text).units)[identifier].present


@pytest.mark.parametrize("text", CAVEATS)
def test_caveat(text: str) -> None:
    """A goal that may be missed, in whatever words, is a recovery-time caveat."""
    assert present(text, "rto_caveat") == "yes"


@pytest.mark.parametrize("text", NO_CAVEATS)
def test_no_caveat(text: str) -> None:
    """Words about events, plans, prices or promises are no recovery-time caveat."""
    assert present(text, "rto_caveat") != "yes"


@pytest.mark.parametrize(("text", "identifier"), CHANNELS)
def test_channel(text: str, identifier: str) -> None:
    """A concrete number or address is a channel, however it is written."""
    assert present(text, identifier) == "yes"


@pytest.mark.parametrize("text", NO_CHANNELS)
@pytest.mark.parametrize("identifier", ["contact_phone", "contact_web", "contact_email"])
def test_no_channel(text: str, identifier: str) -> None:
    """Channels without data, numbers of other things, and what is not for customers are no channel."""
    assert present(text, identifier) != "yes"
