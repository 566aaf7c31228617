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

PART_TWO = {
    "S-1": ("13", "14", "15", "16", "17"),
    "S-3": ("14", "15", "16", "17"),
    "S-4": ("20", "21", "22"),
    "F-1": ("6", "7", "8", "9"),
    "F-3": ("8", "9", "10"),
}
"""The items of Part II of the forms, of which each statement has all; the automatic variants share them."""

PROSPECTUSES = frozenset(f"424B{paragraph}" for paragraph in range(1, 9))
"""Prospectuses filed under Rule 424(b); the last character names the paragraph."""

AFTER_EFFECTIVENESS = frozenset(("POS AM", "POSASR", "S-8 POS", "S-4 POS", "S-3DPOS"))
"""Amendments of registration statements after their effectiveness."""
