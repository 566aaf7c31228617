"""What is promised, and what is disowned, wished for, supposed or only aimed at."""

from __future__ import annotations

import pytest

from filinglint.facts.sentences import Cut
from filinglint_bcp.facts.disclosures import Disclosed, disclosed

PROMISED = [
    "Our systems will never be down.",
    "You will not lose a single minute of trading.",
    "We guarantee that your orders will be executed.",
    "Service will continue without interruption, whatever the cause.",
    "Clients can count on access to their accounts at any hour of any disaster.",
    "Trading is assured in every emergency.",
    "Failover is invisible to customers.",
    "We promise that you will be back online within an hour.",
    "There is no scenario in which your data could be lost.",
    "Our availability is 99.99%, guaranteed.",
    "You will always be able to reach us.",
    "Operations continue uninterrupted during any event.",
]

NOT_PROMISED = [
    "We do not promise uninterrupted service.",
    "Nothing in this plan guarantees that service will continue without interruption.",
    "It would be wrong to guarantee uninterrupted access.",
    "No firm can guarantee seamless recovery.",
    "If we could guarantee uninterrupted access, we would say so.",
    "We are not in a position to assure you that trading will always be possible.",
    "This should not be read as a guarantee of uninterrupted service.",
    "Customers should not expect uninterrupted service.",
    "The plan is intended to permit, but cannot assure, uninterrupted operation.",
    "We wish we could promise no downtime.",
    "Even if systems never failed, telephone lines might.",
    "Neither we nor our vendors guarantee availability at all times.",
    "Were we to lose both centers, no one could promise that trading would go on without interruption.",
    "Without guaranteeing any result, we will try to reopen.",
    "There is no guarantee that we will always be able to reach you.",
    "We disclaim any guarantee of continuous availability.",
    "Uninterrupted service cannot be guaranteed.",
    "Seamless recovery is our aim, not a promise.",
    "Uninterrupted power supplies keep the servers alive.",
    "We can offer no assurance that systems will be available at all times.",
    "The plan does not mean that service will never be interrupted.",
    "Whether service can continue without interruption depends on the event.",
    "It is unlikely that service would be entirely uninterrupted.",
    "Do not assume that your access will be seamless.",
    "Please always keep your statements.",
    "Far from guaranteeing uninterrupted service, we expect some delay.",
    "We seek to avoid, but may not avoid, interruption of service.",
    "The firm makes no representation that operations will be uninterrupted.",
    "Your deposits are guaranteed by the FDIC.",
    "We hope to recover without interruption.",
    "Systems are designed to run without interruption.",
    "Our aim is seamless service.",
    "In a perfect world nothing would ever fail.",
    "We strive to provide uninterrupted access.",
    "The vendor's guarantee does not extend to us.",
    "Guarantees of any kind are expressly excluded.",
    "We try never to close.",
    "Rarely will service be without interruption.",
]


def read(sentence: str) -> Disclosed:
    """Return what *sentence* discloses in a summary."""
    text = f"Alder Securities: Business Continuity\n\nThis page is about our business continuity plan. {sentence}\n"
    return disclosed(text, Cut(text).units)


@pytest.mark.parametrize("sentence", PROMISED)
def test_a_promise_is_found(sentence: str) -> None:
    """A promise of an outcome is one in any words."""
    found = read(sentence)
    assert found["guarantee_language"].present == "yes"
    assert found.words["promise"]


@pytest.mark.parametrize("sentence", NOT_PROMISED)
def test_no_promise_is_found(sentence: str) -> None:
    """Who denies, doubts, supposes or aims at an outcome does not promise it."""
    found = read(sentence)
    assert found["guarantee_language"].present != "yes"
    assert (found.words["promise"], found.words["promised_time"]) == ((), ())
