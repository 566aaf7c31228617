"""The caption of an item put as the form has it."""

from __future__ import annotations

from filinglint.documents.submission import Submission
from filinglint.facts.rewording import reworded_in
from filinglint.finding import Fix
from filinglint.located import Located
from filinglint_edgar.items.wording import weighty


def official_caption(filing: Submission, caption: Located[str], said: str, official: str) -> Fix:
    """Return the fix that puts *official* for *said*, the words of *caption* without the stop at their end.

    A caption of quite other words may be right, and the number wrong: then it is no more than a suggestion.
    """
    words = official.upper() if said.isupper() else official
    end = caption.value[len(said) :]
    own = weighty(said)
    alike = sum(word in weighty(official) for word in own) * 2 >= len(own)
    return Fix(
        "unsafe" if alike else "suggestion", f"write '{words}'", reworded_in(filing, caption.span, f"{words}{end}")
    )
