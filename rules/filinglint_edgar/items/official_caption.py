"""The caption of an item put as the form has it."""

from __future__ import annotations

from filinglint.documents.submission import Submission
from filinglint.facts.rewording import reworded_in
from filinglint.finding import Fix
from filinglint.located import Located


def official_caption(filing: Submission, caption: Located[str], said: str, official: str) -> Fix:
    """Return the fix that puts *official* for *said*, the words of *caption* without the stop at their end."""
    words = official.upper() if said.isupper() else official
    end = caption.value[len(said) :]
    return Fix("unsafe", f"write '{words}'", reworded_in(filing, caption.span, f"{words}{end}"))
