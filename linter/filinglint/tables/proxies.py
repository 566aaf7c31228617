"""The forms of proxy and information statements, by what is filed and under which schedule.

Source: ``eis_Common.xsd``, submission types; Schedules 14A and 14C (17 CFR 240.14a-101 and 240.14c-101).
"""

PRELIMINARY = frozenset(
    (
        *("PRE 14A", "PREC14A", "PREM14A", "PREN14A", "PRER14A", "PRES14A", "PRRN14A"),
        *("PRE 14C", "PREC14C", "PREM14C", "PRER14C", "PRES14C"),
    )
)
"""Preliminary statements."""

DEFINITIVE = frozenset(
    (
        *("DEF 14A", "DEFC14A", "DEFM14A", "DEFN14A", "DEFR14A", "DEFS14A", "DFRN14A"),
        *("DEF 14C", "DEFC14C", "DEFM14C", "DEFR14C", "DEFS14C"),
    )
)
"""Definitive statements."""

ADDITIONAL = frozenset(("DEFA14A", "DFAN14A", "DEFA14C"))
"""What is sent to security holders after the definitive statement, or before it."""
