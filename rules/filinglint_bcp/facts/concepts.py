"""The concepts of the pack: named lists of phrases, read once from ``concepts/*.yaml``."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from filinglint.rulebook.concepts import Concepts as Concepts
from filinglint.rulebook.phrases import PhraseError


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
