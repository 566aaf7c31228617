"""The language of phrases, which is the engine's."""

from filinglint.rulebook.phrases import PhraseError as PhraseError
