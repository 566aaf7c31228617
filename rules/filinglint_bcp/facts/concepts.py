"""The concepts of the pack: named lists of phrases, read once from ``concepts/*.yaml``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from filinglint_bcp.facts.phrases import PhraseError, any_of, phrase_expression


class Concepts:
    """Named lists of phrases, each compiled at its first use.

    *phrases* maps a name to its phrases. A phrase may name other concepts, but none that leads back to it.
    """

    def __init__(self, phrases: Mapping[str, tuple[str, ...]]) -> None:
        self._phrases = dict(phrases)
        self._expressions: dict[str, str] = {}
        self._open: list[str] = []
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
            self._compiled[name] = re.compile(rf"(?<![\w-]){self.expression(name)}(?!\w)")
        return self._compiled[name]

    def phrase(self, phrase: str) -> re.Pattern[str]:
        """Return the compiled *phrase*, which matches whole words. Raises PhraseError."""
        if phrase not in self._compiled:
            expression = phrase_expression(phrase, self.expression)
            self._compiled[phrase] = re.compile(rf"(?<![\w-]){expression}(?!\w)")
        return self._compiled[phrase]


def read_yaml(folder: str) -> dict[str, object]:
    """Return the entries of all YAML files in *folder* of the pack, files in order of their names.

    Raises PhraseError when two files declare one name.
    """
    import yaml  # heavy, and of no use where no text is a BCP summary

    entries: dict[str, object] = {}
    for file in sorted(files("filinglint_bcp").joinpath(folder).iterdir(), key=lambda file: file.name):
        if file.name.endswith(".yaml"):
            loaded = yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)
            twice = entries.keys() & loaded.keys()
            if twice:
                raise PhraseError(f"{file.name} declares again: {', '.join(sorted(twice))}")
            entries.update(loaded)
    return entries


@cache
def concepts() -> Concepts:
    """Return the concepts of the pack."""
    declared: dict[str, tuple[str, ...]] = {}
    for name, phrases in read_yaml("concepts").items():
        if not isinstance(phrases, list) or not all(isinstance(phrase, str) for phrase in phrases):
            raise PhraseError(f"concept {name!r} is a list of phrases")
        declared[name] = tuple(phrases)
    return Concepts(declared)
