"""Which rules run, and how severe they are: editions, purposes, profiles, and the choices of each layer.

Between choices that disagree about a rule the more specific wins; on a tie the one of the later layer
does, and within one layer ``select`` < ``extend-select`` < ``ignore``. A ``select`` replaces what is
asked for by default, and what earlier layers took.
"""

from __future__ import annotations

from collections.abc import Sequence

from filinglint.catalogue import Catalogue
from filinglint.editions import is_later
from filinglint.errors import ConfigError
from filinglint.finding import Confidence, Severity
from filinglint.frozen import dataclass
from filinglint.remarks import REMARKS
from filinglint.report import Purpose
from filinglint.rule import Rule
from filinglint.selectors import EXACT, Choice, Level, decisive, is_known, is_name, unknown

_LAST = 1_000  # the layer of the caller's own lists: there is none above


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a rule runs, and why: in words, with the place of the choice that decided."""

    runs: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Selection:
    """What is asked for: the caller's own lists, and under them the choices of the configuration.

    ``start`` is where the choices of the configuration say that nothing else runs, "" where they do not;
    ``edition`` is the one that is kept to, "" for the rules as they are.
    """

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    purpose: Purpose = "review"
    preview: bool = False
    edition: str = ""
    choices: tuple[Choice, ...] = ()
    levels: tuple[Level, ...] = ()
    start: str = ""

    def verify(self, catalogue: Catalogue) -> None:
        """Raise ConfigError for the first of the caller's selectors that names no rule."""
        known = (*catalogue.rules, *REMARKS)
        for selectors, takes in (((*self.select, *self.extend_select), True), (self.ignore, False)):
            for selector in selectors:
                if not is_known(selector, known, takes=takes):
                    raise ConfigError(unknown(selector, catalogue, REMARKS))

    def takes(self, rule: Rule) -> bool:
        """Tell whether *rule* is to run."""
        return self.verdict(rule).runs

    def verdict(self, rule: Rule) -> Verdict:
        """Tell whether *rule* is to run, and what decided."""
        rank, best = decisive(self._choices(), rule)
        exact = best is not None and best.takes and rank == EXACT
        if rule.status == "preview" and not self.preview:
            return Verdict(False, "on trial: it needs preview")
        if is_later(rule, self.edition) and not exact:
            return Verdict(False, f"not in edition {self.edition}")
        if best is not None:
            return Verdict(best.takes, f"{'selected' if best.takes else 'ignored'} by {_said(best)}")
        if self.select or self.start:
            return Verdict(False, f"not selected by {'--select' if self.select else self.start}")
        if not self._asked(rule):
            return Verdict(False, f"not asked for by purpose {self.purpose}")
        return Verdict(True, f"asked for by purpose {self.purpose}")

    def speaks(self, remark: Rule, severity: Severity) -> bool:
        """Tell whether *remark*, of *severity* here, is made: unless it is ignored, or the purpose asks for less."""
        _, best = decisive((choice for choice in self._choices() if is_name(choice.selector)), remark)
        if best is not None:
            return best.takes
        return self.purpose != "submit" or severity is Severity.ERROR

    def severity(self, rule: Rule, otherwise: Severity) -> Severity:
        """Return the severity that the configuration gives *rule*, or *otherwise*."""
        _, best = decisive(self.levels, rule)
        return otherwise if best is None else best.severity

    def severity_reason(self, rule: Rule) -> str:
        """Return which level of the configuration gives *rule* its severity; "" when none does."""
        _, best = decisive(self.levels, rule)
        return "" if best is None else f"'{best.selector}' ({best.origin})"

    def _choices(self) -> tuple[Choice, ...]:
        """Return all choices, the earlier layers first; a ``select`` of the caller leaves only what they ignore."""
        below = tuple(choice for choice in self.choices if not choice.takes) if self.select else self.choices
        own = ((self.select, True, "--select"), (self.extend_select, True, "--extend-select"))
        lists = (*own, (self.ignore, False, "--ignore"))
        return (*below, *(Choice(name, takes, by, _LAST) for given, takes, by in lists for name in given))

    def _asked(self, rule: Rule) -> bool:
        """Tell whether the purpose asks the question that *rule* answers."""
        if self.purpose == "submit":
            worst = self.severity(rule, min((rule.severity, *rule.profiles.values()), key=lambda level: level.rank))
            return worst is Severity.ERROR and rule.confidence is Confidence.HIGH
        return self.purpose == "audit" or expected(rule)


def _said(choice: Choice) -> str:
    return f"'{choice.selector}' ({choice.origin})"


def expected(rule: Rule) -> bool:
    """Tell whether a run that asks for nothing special would run *rule*, preview aside."""
    return rule.confidence is not Confidence.LOW


def severity_in(rule: Rule, profiles: Sequence[str]) -> Severity | None:
    """Return the severity of *rule* under *profiles*, the weightiest; None when it is off in all of them."""
    if not rule.profiles:
        return rule.severity
    on = [rule.profiles[profile] for profile in profiles if profile in rule.profiles]
    return min(on, key=lambda severity: severity.rank, default=None)
