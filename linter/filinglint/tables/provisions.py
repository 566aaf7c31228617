"""Provisions that filers and firms meet and that say more than a linter can read, or than ours does.

Coverage names those that no rule cites, so that their absence is not read as a clean report. Source: the
titles in 17 CFR parts 210, 229, 232, 240, 243 and 244, and the paragraphs of FINRA Rule 4370.
"""

from __future__ import annotations

from filinglint.frozen import dataclass

_ANNUAL = frozenset(("10-K", "10-K405", "10-KT", "10-KSB"))
_PERIODIC = _ANNUAL | {"10-Q", "10-QT", "10-QSB"}
_CURRENT = frozenset(("8-K",))
_REPORTS = _PERIODIC | _CURRENT


@dataclass(frozen=True, slots=True)
class Provision:
    """A provision, what it asks, and of whom: forms without ``/A``, or profiles of BCP texts."""

    citation: str
    asks: str
    forms: frozenset[str] = frozenset()
    profiles: frozenset[str] = frozenset()


_FINRA = frozenset(("finra-4370",))
_NFA = frozenset(("nfa-2-38",))

PROVISIONS = (
    Provision("17 CFR 210.3-01", "financial statements, from the balance sheets on", _PERIODIC),
    Provision("17 CFR 229.10(e)", "measures outside GAAP in filings", _REPORTS),
    Provision("17 CFR 229.101", "description of business", _ANNUAL),
    Provision("17 CFR 229.103", "legal proceedings", _PERIODIC),
    Provision("17 CFR 229.105", "risk factors", _PERIODIC),
    Provision("17 CFR 229.106", "cybersecurity", _ANNUAL),
    Provision("17 CFR 229.303", "management's discussion and analysis", _PERIODIC),
    Provision("17 CFR 229.305", "market risk", _PERIODIC),
    Provision("17 CFR 229.307", "disclosure controls and procedures", _PERIODIC),
    Provision("17 CFR 229.308", "internal control over financial reporting", _PERIODIC),
    Provision("17 CFR 229.401", "directors and executive officers", _ANNUAL),
    Provision("17 CFR 229.402", "executive compensation", _ANNUAL),
    Provision("17 CFR 229.404", "transactions with related persons", _ANNUAL),
    Provision("17 CFR 232.303", "incorporation by reference", _REPORTS),
    Provision("17 CFR 232.405", "interactive data files", _REPORTS),
    Provision("17 CFR 240.13a-15", "controls and procedures", _PERIODIC),
    Provision("17 CFR 243.100", "fair disclosure: when and how it is made", _CURRENT),
    Provision("17 CFR 244.100", "reconciliation of measures outside GAAP", _CURRENT),
    Provision("FINRA Rule 4370(a)", "a written plan, made available to FINRA", profiles=_FINRA),
    Provision("FINRA Rule 4370(d)", "approval and yearly review by a registered principal", profiles=_FINRA),
    Provision(
        "FINRA Rule 4370(e), delivery", "at account opening, on the website, by mail on request", profiles=_FINRA
    ),
    Provision("FINRA Rule 4370(f)", "emergency contacts reported to FINRA", profiles=_FINRA),
    Provision("17 CFR 23.603", "plans of swap dealers and major swap participants", profiles=_NFA),
)
