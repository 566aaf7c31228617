"""How much one input may ask of the machine; what asks for more is reported as not looked at, never passed over."""

from __future__ import annotations

from typing import Any

from filinglint.errors import InputError
from filinglint.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The ``[limits]`` of a configuration, all far beyond any filing; seconds are those of a clock.

    ``document_bytes`` is the size of the largest file that is read, ``documents`` how many of a filer one filing may
    hold, ``header_lines`` how many lines its header may have, ``tags`` how many different tags one document,
    ``nesting`` how many tables, lists and divisions may stand in one another. What is past one of these is not read.

    ``fact_members`` is how many of one thing a fact may hold, ``rule_findings`` how many findings
    of one rule on one input are kept, ``rule_seconds`` and ``input_seconds`` how long one rule, and one input
    as a whole, may take. What is past one of these is told as far as it goes.
    """

    document_bytes: int = 268_435_456
    documents: int = 2_000
    header_lines: int = 50_000
    tags: int = 200_000
    nesting: int = 1_000
    fact_members: int = 20_000
    rule_findings: int = 1_000
    rule_seconds: float = 120.0
    input_seconds: float = 900.0

    @property
    def by_key(self) -> dict[str, Any]:
        """Each limit by its key in a configuration."""
        return {name.replace("_", "-"): getattr(self, name) for name in self.__slots__}

    def hold(self, path: str, key: str, count: int, words: str) -> None:
        """Raise InputError for the file at *path* where *count*, of which *words* speak, is more than *key* allows."""
        if count > (most := getattr(self, key.replace("-", "_"))):
            reason = f"{words}, and {key} allows {most:,}"
            raise InputError(path, reason, f"raise {key} under [limits], or leave the file out")
