"""The forms on which securities are registered under the Securities Act, and the prospectuses that follow.

Source: ``eis_Common.xsd``, submission types; 17 CFR 239.11 to 239.45; Rule 424 (17 CFR 230.424).
"""

STATEMENTS = frozenset(
    (
        *("S-1", "S-2", "S-3", "S-3ASR", "S-3D", "S-4", "S-8", "S-11"),
        *("F-1", "F-2", "F-3", "F-3ASR", "F-3D", "F-4"),
    )
)
"""Registration statements, without their amendments after effectiveness and those of Rule 462(b)."""

_EXPENSES, _INDEMNITY, _SALES = "other expenses", "indemnification", "recent sales"
_EXHIBITS, _UNDERTAKINGS = "exhibits", "undertakings"

PART_TWO = {
    "S-1": {"13": _EXPENSES, "14": _INDEMNITY, "15": _SALES, "16": _EXHIBITS, "17": _UNDERTAKINGS},
    "S-3": {"14": _EXPENSES, "15": _INDEMNITY, "16": _EXHIBITS, "17": _UNDERTAKINGS},
    "S-4": {"20": _INDEMNITY, "21": _EXHIBITS, "22": _UNDERTAKINGS},
    "F-1": {"6": _INDEMNITY, "7": _SALES, "8": _EXHIBITS, "9": _UNDERTAKINGS},
    "F-3": {"8": _INDEMNITY, "9": _EXHIBITS, "10": _UNDERTAKINGS},
}
"""The items of Part II of the forms with the first words of their captions; the automatic variants share them."""

PROSPECTUSES = frozenset(f"424B{paragraph}" for paragraph in range(1, 9))
"""Prospectuses filed under Rule 424(b); the last character names the paragraph."""

AFTER_EFFECTIVENESS = frozenset(("POS AM", "POSASR", "S-8 POS", "S-4 POS", "S-3DPOS"))
"""Amendments of registration statements after their effectiveness."""
