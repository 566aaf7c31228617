"""Concepts: named lists of phrases, which rules ask for by name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial

from filinglint.facts import words
from filinglint.facts.wording import Sought
from filinglint.facts.words import Needs, Starts
from filinglint.patterns import pattern as compiled_late
from filinglint.rulebook.phrases import PhraseError, any_of, needs_of, phrase_expression, starts_of


class Concepts:
    """Named lists of phrases, each compiled at its first use.

    *phrases* maps a name to its phrases. A phrase may name other concepts, but none that leads back to it.
    """

    def __init__(self, phrases: Mapping[str, tuple[str, ...]]) -> None:
        self._phrases = dict(phrases)
        self._expressions: dict[str, str] = {}
        self._open: list[str] = []
        self._needs: dict[str, Needs] = {}
        self._sought: dict[str, Sought] = {}
        self._compiled: dict[str, re.Pattern[str]] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._phrases

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all concepts, in the order in which they are declared."""
        return tuple(self._phrases)

    def expression(self, name: str) -> str:
        """Return the regular expression of the concept *name*. Raises PhraseError when there is none."""
        if name not in self._expressions:
            self._expressions[name] = any_of(self._alternatives(name))
        return self._expressions[name]

    def _alternatives(self, name: str) -> list[str]:
        """Return the expressions of the phrases of the concept *name*."""
        if name in self._open:
            raise PhraseError(f"concept {name!r} is defined by itself: {' -> '.join([*self._open, name])}")
        if name not in self._phrases:
            raise PhraseError(f"no concept is named {name!r}")
        self._open.append(name)
        try:
            return [phrase_expression(phrase, self.expression) for phrase in self._phrases[name]]
        finally:
            self._open.pop()

    def pattern(self, name: str) -> re.Pattern[str]:
        """Return the compiled concept *name*, which matches whole words. Raises PhraseError when there is none."""
        if name not in self._compiled:
            self._compiled[name] = compiled_late(any_of(self._alternatives(name), whole=True), of_phrases=True)
        return self._compiled[name]

    def phrase(self, phrase: str, *, exact: bool = False) -> re.Pattern[str]:
        """Return the compiled *phrase*, which matches whole words; *exact* as in phrase_expression.

        Raises PhraseError.
        """
        key = f"{phrase}\n{exact}"
        if key not in self._compiled:
            expression = phrase_expression(phrase, self.expression, exact=exact)
            self._compiled[key] = compiled_late(any_of((expression,), whole=True), of_phrases=True)
        return self._compiled[key]

    def sought(self, name: str) -> Sought:
        """Return the concept *name* as it is looked for in a text. Raises PhraseError when there is none."""
        if name not in self._sought:
            self._sought[name] = Sought(self.pattern(name), lambda: self.needs(name), lambda: self.starts(name))
        return self._sought[name]

    def sought_phrase(self, phrase: str, *, exact: bool = False) -> Sought:
        """Return *phrase* as it is looked for in a text; *exact* as in phrase_expression. Raises PhraseError."""
        key = f"{phrase}\n{exact}"
        if key not in self._sought:
            pattern = self.phrase(phrase, exact=exact)
            self._sought[key] = Sought(
                pattern, lambda: needs_of(phrase, self.needs), partial(starts_of, phrase, self.starts)
            )
        return self._sought[key]

    def starts(self, name: str) -> Starts | None:
        """Return how a phrase of the concept *name* begins; None where that is not known."""
        found = Starts()
        for phrase in self._phrases[name]:
            starts = starts_of(phrase, self.starts)
            if starts is None:
                return None
            found |= starts
        return found

    def needs(self, name: str) -> Needs:
        """Return what a text needs that has a phrase of the concept *name*."""
        if name not in self._needs:
            self._needs[name] = words.any_of(needs_of(phrase, self.needs) for phrase in self._phrases[name])
        return self._needs[name]
