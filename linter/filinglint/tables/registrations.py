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

PROSPECTUSES = frozenset(f"424B{paragraph}" for paragraph in range(1, 9))
"""Prospectuses filed under Rule 424(b); the last character names the paragraph."""

AFTER_EFFECTIVENESS = frozenset(("POS AM", "POSASR", "S-8 POS", "S-4 POS", "S-3DPOS"))
"""Amendments of registration statements after their effectiveness."""
