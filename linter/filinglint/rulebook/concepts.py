"""Concepts: named lists of phrases, which rules ask for by name."""

from __future__ import annotations

import re
from collections.abc import Mapping

from filinglint.patterns import pattern as compiled_late
from filinglint.rulebook.phrases import PhraseError, any_of, needles_of, phrase_expression


class Concepts:
    """Named lists of phrases, each compiled at its first use.

    *phrases* maps a name to its phrases. A phrase may name other concepts, but none that leads back to it.
    """

    def __init__(self, phrases: Mapping[str, tuple[str, ...]]) -> None:
        self._phrases = dict(phrases)
        self._expressions: dict[str, str] = {}
        self._open: list[str] = []
        self._needles: dict[str, tuple[str, ...]] = {}
        self._compiled: dict[str, re.Pattern[str]] = {}

    def __contains__(self, name: str) -> bool:
        return name in self._phrases

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all concepts, in the order in which they are declared."""
        return tuple(self._phrases)

    def expression(self, name: str) -> str:
        """Return the regular expression of the concept *name*. Raises PhraseError when there is none."""
        if name in self._open:
            raise PhraseError(f"concept {name!r} is defined by itself: {' -> '.join([*self._open, name])}")
        if name not in self._expressions:
            if name not in self._phrases:
                raise PhraseError(f"no concept is named {name!r}")
            self._open.append(name)
            try:
                self._expressions[name] = any_of(
                    phrase_expression(phrase, self.expression) for phrase in self._phrases[name]
                )
            finally:
                self._open.pop()
        return self._expressions[name]

    def pattern(self, name: str) -> re.Pattern[str]:
        """Return the compiled concept *name*, which matches whole words. Raises PhraseError when there is none."""
        if name not in self._compiled:
            self._compiled[name] = _whole_words(self.expression(name))
        return self._compiled[name]

    def phrase(self, phrase: str, *, exact: bool = False) -> re.Pattern[str]:
        """Return the compiled *phrase*, which matches whole words; *exact* as in phrase_expression.

        Raises PhraseError.
        """
        key = f"{phrase}\n{exact}"
        if key not in self._compiled:
            self._compiled[key] = _whole_words(phrase_expression(phrase, self.expression, exact=exact))
        return self._compiled[key]

    def needles(self, phrase: str) -> tuple[str, ...]:
        """Return letters of which a text that has *phrase* has at least one; none where it may have any."""
        return needles_of(phrase, self.concept_needles)

    def concept_needles(self, name: str) -> tuple[str, ...]:
        """Return letters of which a text that has a phrase of the concept *name* has at least one."""
        if name not in self._needles:
            each = [self.needles(phrase) for phrase in self._phrases[name]]
            self._needles[name] = tuple(dict.fromkeys(one for some in each for one in some)) if all(each) else ()
        return self._needles[name]


def _whole_words(expression: str) -> re.Pattern[str]:
    return compiled_late(rf"(?<![\w-]){expression}(?!\w)")
