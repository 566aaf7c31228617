"""Which rules run: selectors, purposes and profiles.

A selector is a code, a slug, the beginning of a code, ``tag:name`` or ``ALL``. Between selectors that
disagree the more specific wins; on a tie the later one in the order select, extend-select, ignore.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from filinglint.catalogue import Catalogue
from filinglint.errors import ConfigError
from filinglint.finding import Confidence, Severity
from filinglint.report import Purpose
from filinglint.rule import Rule


@dataclass(frozen=True, slots=True)
class Selection:
    """What the caller asked for; an empty ``select`` starts from what the purpose allows."""

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    purpose: Purpose = "review"
    preview: bool = False

    def verify(self, catalogue: Catalogue) -> None:
        """Raise ConfigError for the first selector that names no rule."""
        for selector in (*self.select, *self.extend_select, *self.ignore):
            if not any(_specificity(selector, rule) for rule in catalogue.rules):
                near = catalogue.suggest(selector)
                hint = f"did you mean {' or '.join(near)}?" if near else "see 'filinglint rules'"
                raise ConfigError(f"no rule is called '{selector}'; {hint}")

    def takes(self, rule: Rule) -> bool:
        """Tell whether *rule* is to run."""
        if rule.status == "preview" and not self.preview:
            return False
        default = 0 if self.select or not _asked(rule, self.purpose) else 1
        best, taken = (0, 0), bool(default)
        for layer, (selectors, verdict) in enumerate(
            ((self.select, True), (self.extend_select, True), (self.ignore, False)), 1
        ):
            for selector in selectors:
                rank = (_specificity(selector, rule), layer)
                if rank[0] and rank >= best:
                    best, taken = rank, verdict
        return taken


def _specificity(selector: str, rule: Rule) -> int:
    """Return how closely *selector* names *rule*, 0 when it does not."""
    if selector.upper() == rule.code or selector.lower() == rule.slug:
        return 100
    if selector == "ALL":
        return 1
    if selector.startswith("tag:"):
        return 2 if selector[4:] in rule.tags else 0
    if selector.startswith("form:"):
        return 2 if rule.forms is not None and selector[5:].upper() in rule.forms else 0
    return 10 + len(selector) if selector and rule.code.startswith(selector.upper()) else 0


def _asked(rule: Rule, purpose: Purpose) -> bool:
    """Tell whether *purpose* asks the question that *rule* answers."""
    if purpose == "submit":
        return _worst(rule) is Severity.ERROR and rule.confidence is Confidence.HIGH
    return purpose == "audit" or rule.confidence is not Confidence.LOW


def _worst(rule: Rule) -> Severity:
    return min((rule.severity, *rule.profiles.values()), key=lambda severity: severity.rank)


def severity_in(rule: Rule, profiles: Sequence[str]) -> Severity | None:
    """Return the severity of *rule* under *profiles*, the weightiest; None when it is off in all of them."""
    if not rule.profiles:
        return rule.severity
    on = [rule.profiles[profile] for profile in profiles if profile in rule.profiles]
    return min(on, key=lambda severity: severity.rank, default=None)
