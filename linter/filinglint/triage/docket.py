"""Which rules judge an input: settled once for all inputs of one kind, form and regime."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from filinglint.catalogue import Catalogue
from filinglint.finding import Outcome, Severity
from filinglint.outcomes import Row
from filinglint.rule import Rule
from filinglint.triage.selection import Selection, severity_in

Refusal = tuple[Outcome, str]
_MOST = 32  # of the dockets in use there is one for each configuration


class Entry(NamedTuple):
    """A rule that may judge the input, and its severity here.

    From the day ``lasting`` one of its authorities is in force for good; before it, that is to be asked. ``afterwards``
    is why it does not judge the input all the same, as reports say the first reason of several.
    """

    rule: Rule
    severity: Severity
    lasting: date
    afterwards: Refusal | None


class Stretch(NamedTuple):
    """Rules in their order: what comes of those that judge no such input, and those after them that may."""

    refused: tuple[Row, ...]
    entries: tuple[Entry, ...]


class Docket:
    """The rules of a catalogue as one selection takes them."""

    def __init__(self, rules: Sequence[Rule], selection: Selection) -> None:
        self._verdicts = [(rule, selection.verdict(rule)) for rule in rules]
        self._selection = selection
        self.stretches = lru_cache(maxsize=256)(self._stretches)

    def _stretches(self, kind: str, form: str | None, profiles: tuple[str, ...]) -> tuple[Stretch, ...]:
        """Return the rules in the order of the catalogue, for inputs of *kind* and *form* under *profiles*."""
        found: list[Stretch] = []
        refused: list[Row] = []
        entries: list[Entry] = []
        for rule, verdict in self._verdicts:
            refusal = _refusal(rule, kind, form) if verdict.runs else (Outcome.NOT_RUN, verdict.reason)
            if refusal is None:
                severity = self._selection.severity(rule, severity_in(rule, profiles) or rule.severity)
                entries.append(Entry(rule, severity, _lasting(rule), _off(rule, profiles)))
                continue
            if entries:
                found.append(Stretch(tuple(refused), tuple(entries)))
                refused, entries = [], []
            refused.append((rule.code, None, *refusal))
        return (*found, Stretch(tuple(refused), tuple(entries)))


def _refusal(rule: Rule, kind: str, form: str | None) -> Refusal | None:
    """Return why *rule* judges no input of *kind* and *form*; None when it does."""
    if kind not in rule.kinds:
        return _not_about(f"a {kind}")
    if rule.forms is not None and form is None:
        return _NO_FORM
    if form is not None and not rule.covers(form):
        return _not_about(f"form {form}")
    return None


_NO_FORM = (Outcome.CANNOT_TELL, "which form this is cannot be told")


@lru_cache(maxsize=256)  # of hundreds of rules
def _not_about(what: str) -> Refusal:
    return Outcome.NOT_APPLICABLE, f"not about {what}"


def _lasting(rule: Rule) -> date:
    """Return the day from which one authority of *rule* is in force for good; the last of all days without one."""
    open_ended = (authority for authority in rule.authority if authority.effective_to is None)
    return min((authority.effective_from or date.min for authority in open_ended), default=date.max)


def _off(rule: Rule, profiles: tuple[str, ...]) -> Refusal | None:
    if severity_in(rule, profiles) is None:
        return Outcome.NOT_APPLICABLE, f"off in profile {', '.join(profiles)}"
    return None


_dockets: OrderedDict[tuple[int, Selection], tuple[Catalogue, Docket]] = OrderedDict()


def docket(catalogue: Catalogue, selection: Selection) -> Docket:
    """Return how *selection* takes the rules of *catalogue*, settled now or before."""
    key = (id(catalogue), selection)
    if key not in _dockets:
        # The catalogue is kept, so that its identity stays its own.
        _dockets[key] = (catalogue, Docket(catalogue.rules, selection))
        if len(_dockets) > _MOST:
            _dockets.popitem(last=False)
    return _dockets[key][1]
