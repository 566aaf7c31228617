"""The day as of which a text is judged."""

from __future__ import annotations

from datetime import date
from typing import NoReturn

from filinglint.documents.submission import Submission
from filinglint.facts.extractor import Extractor
from filinglint.located import CannotTell


def _untold(submission: Submission, document: object) -> NoReturn:  # noqa: ARG001
    raise CannotTell("nobody says as of which day it is judged")


day: Extractor[date] = Extractor("day", frozenset(), False, _untold)
"""The day, which whoever judges a text tells with ``tell_day``."""


def tell_day(submission: Submission, as_of: date) -> None:
    """Make *as_of* the day of *submission*."""
    submission.memory[day] = as_of
