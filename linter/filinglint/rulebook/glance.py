"""One look at a text for all rules of a pack: most are about other documents, or ask for words that it lacks.

Those are answered without being run.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from functools import cached_property
from typing import Any

from filinglint.documents.document import Document
from filinglint.facts import words
from filinglint.facts.extractor import Extractor, document
from filinglint.facts.wording import Wording, wording
from filinglint.facts.words import Lookup, Needs
from filinglint.finding import Outcome
from filinglint.rule import Foregone
from filinglint.rulebook.checks import NOT_ABOUT, Check
from filinglint.rulebook.conditions import Ask, Combined, Condition
from filinglint.rulebook.text_asks import Where


class WordGlance:
    """What comes of those *checks* that are not asked of a document, or need words which it lacks.

    What they need is found out when a text is first looked at.
    """

    reads: tuple[Extractor[Any], ...] = (document, wording)

    def __init__(self) -> None:
        self._checks: list[Check] = []
        # Most texts have the words of none: what comes of all is the same for them.
        self._silent: dict[tuple[str, tuple[str, ...]], Mapping[Check, Foregone]] = {}

    def add(self, check: Check) -> bool:
        """Take *check* in where the words of a text are what it reads first, and tell whether they are."""
        read = check.reads[1:] if check.reads[:1] == (document,) else check.reads
        if read[:1] != (wording,):
            return False
        self._checks.append(check)
        return True

    @property
    def checks(self) -> Collection[Check]:
        """All that were taken in."""
        return self._checks

    def __call__(self, where: Document, text: Wording) -> Mapping[Check, Foregone]:
        """Return what comes of those that find nothing."""
        met = self._met(text)
        foreign = text.foreign if self._english else ""
        elsewhere = tuple(reason for reason, (asked, _) in self._elsewhere.items() if not asked.takes(where.type_name))
        found = self._silent.get((foreign, elsewhere))
        if found is None:
            found = self._silent[foreign, elsewhere] = self._foregone(foreign, elsewhere)
        met.difference_update(*(self._elsewhere[reason][1] for reason in elsewhere))
        return {check: outcome for check, outcome in found.items() if check not in met} if met else found

    def _foregone(self, foreign: str, elsewhere: Iterable[str]) -> Mapping[Check, Foregone]:
        """Return what comes of them where none finds its words: in another language, and elsewhere than asked of."""
        found: dict[Check, Foregone] = {}
        for check in self._needs:
            if foreign and check in self._english:
                found[check] = (Outcome.CANNOT_TELL, foreign)
            else:
                found[check] = (Outcome.PASSED, None) if check.when is None else (Outcome.NOT_APPLICABLE, NOT_ABOUT)
        for reason in elsewhere:
            found |= dict.fromkeys(self._elsewhere[reason][1], (Outcome.NOT_APPLICABLE, reason))
        return found

    def _met(self, text: Wording) -> set[Check]:
        """Return the checks whose needs *text* may meet."""
        had = text.search(self._signs)
        likely = {check: needs for clue in had & self._clued.keys() for check, needs in self._clued[clue]}
        return {check for check, needs in likely.items() if needs.met(had)}

    @cached_property
    def _needs(self) -> Mapping[Check, Needs]:
        """What those need that are answered by a lack of words."""
        # Where some of what is asked for is told in any language and some is not, it is not told without looking.
        found = ((check, needs_of(_first(check))) for check in self._checks if len(_in_english(check)) == 1)
        return {check: needs for check, needs in found if needs is not None and needs.clues}

    @cached_property
    def _english(self) -> Set[Check]:
        """Those of them that are told of English texts alone."""
        return {check for check in self._needs if _in_english(check) == {True}}

    @cached_property
    def _elsewhere(self) -> Mapping[str, tuple[Where, list[Check]]]:
        """Those of all checks that are asked of some documents alone, by what is said of others."""
        found: dict[str, tuple[Where, list[Check]]] = {}
        for check in self._checks:
            if check.where is not None and check.where.documents:
                _, checks = found.setdefault(check.where.not_taken, (check.where, []))
                checks.append(check)
        return found

    @cached_property
    def _clued(self) -> Mapping[str, Sequence[tuple[Check, Needs]]]:
        """The same by the signs of which a text has one at least that meets them."""
        found: defaultdict[str, list[tuple[Check, Needs]]] = defaultdict(list)
        for check, needs in self._needs.items():
            for clue in needs.clues:
                found[clue].append((check, needs))
        return found

    @cached_property
    def _signs(self) -> Lookup:
        """All that a text is searched for, whichever of the checks are run."""
        conditions = (
            condition
            for check in self._checks
            for condition in (check.when, check.unless, check.require, check.forbid, *(one for one, _ in check.related))
        )
        asks = (ask for condition in conditions if condition is not None for ask in condition.asks)
        return Lookup(frozenset().union(*(ask.needs().every for ask in asks if ask.needs is not None)))


def _first(check: Check) -> Condition | None:
    """Return the condition without which *check* sees nothing, where it is the first that it asks, and of the whole."""
    if check.where is not None and check.where.part is not None:
        return None
    if check.when is not None:
        return check.when
    alone = check.unless is None and check.require is None and not check.related
    return check.forbid if alone else None


def _in_english(check: Check) -> set[bool]:
    """Return whether what *check* asks first is told of English texts alone, question by question."""
    first = _first(check)
    return {ask.english for ask in first.asks} if first is not None else set()


def needs_of(condition: Condition | None) -> Needs | None:
    """Return what a text has wherever *condition* is more than no; None where that is no matter of words alone."""
    if isinstance(condition, Ask):
        return None if condition.needs is None or "no" in condition.present else condition.needs()
    if not isinstance(condition, Combined) or condition.operator == "not":
        return None
    parts = [needs_of(part) for part in condition.parts]
    known = [needs for needs in parts if needs is not None]
    if len(known) < len(parts):
        return None
    return words.all_of(known) if condition.operator == "all" else words.any_of(known)
