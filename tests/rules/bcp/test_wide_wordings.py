# ruff: noqa: E501  (sentences are shown unbroken, as authors write them)
"""Disclosures in the words of other trades and countries, and in the order that a writer happens on; with near misses."""

from __future__ import annotations

import pytest

from worded import present, rows

SHOWN: dict[str, list[str]] = {
    "internal_details": [
        "Mail server MX-PROD-2 is rebuilt from tape.",
        "The hosts LEDGER-DB-07 and LEDGER-DB-08 are restored next.",
        "Failover address: 172.16.4.9.",
        "Dial the crisis bridge and enter moderator PIN 448120.",
        "The guest network uses the passphrase tulip77kite.",
        "The padlock on the cage opens with 40719.",
        "The keypad by the loading dock takes the code 6652.",
        "Power comes from substation 4471.",
        "The primary fibre rises through the east riser, the second one through the west riser.",
        "The fuel is under contract with Hallam Oil, customer number 55901.",
        "Staff will assemble at Plot 9, Sector 18, Noida.",
        "The standby office is at Unit 12, Larkfield Business Park.",
        "Tapes are lodged in the vault at 44 Mill Lane.",
        "The Lodges, 12 Orchard Drive, will serve as the command centre.",
        "This manual must not be shown to clients.",
        "Classified: RESTRICTED.",
        "Distribution of this plan is restricted to the crisis team.",
        "For the eyes only of the recovery team. Eyes only.",
        "This binder is intended exclusively for employees.",
        "The treasurer's private line is 613-555-0171.",
        "Wake the IT manager at 613-555-0172.",
        "Call Mr. Holt's wife at 613-555-0173.",
    ],
}

NOT_SHOWN: dict[str, list[str]] = {
    "internal_details": [
        "Our servers are encrypted with AES-256.",
        "Our server meets ISO-27001.",
        "Client records are kept strictly confidential.",
        "We do not disclose private numbers.",
        "Our staff must change the door code every quarter.",
        "Press 2 for the trading desk.",
        "You will be asked to enter the PIN that we gave you.",
        "Visit us at 12 Mill Lane.",
        "We hold tapes in a vault in another county.",
        "Power reaches the building from two substations.",
        "This page may be copied freely.",
        "Staff assemble in the car park across the road.",
        "Customer service: 800-555-0134.",
    ],
}


@pytest.mark.parametrize(("identifier", "text"), rows(SHOWN))
def test_shown(identifier: str, text: str) -> None:
    """A disclosure is found for its meaning, whoever words it."""
    assert present(identifier, text) == "yes"


@pytest.mark.parametrize(("identifier", "text"), rows(NOT_SHOWN))
def test_not_shown(identifier: str, text: str) -> None:
    """What is denied, or said of something else, is none."""
    assert present(identifier, text) != "yes"
