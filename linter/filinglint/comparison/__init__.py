"""Two drafts compared: findings that are new, fixed, changed and the same, and facts that changed."""

from __future__ import annotations

from typing import Literal

from filinglint.finding import Finding, Severity
from filinglint.frozen import dataclass
from filinglint.report import FailOn, InputRecord

Sign = Literal["new", "changed", "fixed"]
SIGNS: tuple[Sign, ...] = ("new", "changed", "fixed")


@dataclass(frozen=True, slots=True)
class FindingChange:
    """A finding that is not in both drafts as it is; ``old`` is None where it is new, ``new`` where it is fixed."""

    sign: Sign
    old: Finding | None
    new: Finding | None

    @property
    def finding(self) -> Finding:
        """The finding as it is now, or as it was."""
        found = self.new or self.old
        assert found is not None, "a change has one side at least"
        return found


@dataclass(frozen=True, slots=True)
class FactChange:
    """A fact that is stated otherwise, by its name in ``filinglint facts``; None where it is not stated.

    ``told`` is whether a finding that is new, changed or fixed speaks of it.
    """

    name: str
    old: str | None
    new: str | None
    told: bool


@dataclass(frozen=True, slots=True)
class InputComparison:
    """One input of either draft, or of one alone; ``name`` is its path in the draft, "" for the draft itself."""

    name: str
    old: InputRecord | None
    new: InputRecord | None
    findings: tuple[FindingChange, ...]
    unchanged: int
    facts: tuple[FactChange, ...]

    @property
    def changes_something(self) -> bool:
        """Whether there is anything to say of it."""
        return bool(self.findings or self.facts or self.old is None or self.new is None)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from the draft at ``old`` to the one at ``new``, the paths as given.

    ``broken`` says what could not be looked at.
    """

    old: str
    new: str
    inputs: tuple[InputComparison, ...]
    broken: tuple[str, ...] = ()

    def count(self, sign: Sign) -> int:
        """Return how many findings are *sign*."""
        return sum(change.sign == sign for one in self.inputs for change in one.findings)

    @property
    def unchanged(self) -> int:
        """How many findings are in both as they were."""
        return sum(one.unchanged for one in self.inputs)

    def status(self, fail_on: FailOn) -> int:
        """Return the exit status: 3 incomplete, 1 for a new finding at or above *fail_on*, else 0."""
        if self.broken:
            return 3
        if fail_on == "never":
            return 0
        limit = Severity(fail_on).rank
        return int(
            any(
                change.sign == "new" and change.finding.severity.rank <= limit
                for one in self.inputs
                for change in one.findings
            )
        )
