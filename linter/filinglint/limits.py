"""How much one input may ask of the machine; what asks for more is reported as not looked at, never passed over."""

from __future__ import annotations

from typing import Any

from filinglint.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The ``[limits]`` of a configuration, all far beyond any filing; seconds are those of a clock.

    ``document_bytes`` is the size of the largest file that is read, ``documents`` how many one filing may hold,
    ``nesting`` how many tables, lists and divisions may stand in one another, ``rule_findings`` how many findings
    of one rule on one document are kept, ``rule_seconds`` and ``input_seconds`` how long one rule, and one input
    as a whole, may take.
    """

    document_bytes: int = 268_435_456
    documents: int = 10_000
    nesting: int = 1_000
    rule_findings: int = 10_000
    rule_seconds: float = 120.0
    input_seconds: float = 900.0

    @property
    def by_key(self) -> dict[str, Any]:
        """Each limit by its key in a configuration."""
        return {name.replace("_", "-"): getattr(self, name) for name in self.__slots__}
