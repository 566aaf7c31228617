"""One rule run on one submission or document, and what came of it, whatever it does."""

from __future__ import annotations

import signal
import threading
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FrameType
from typing import NamedTuple

from filinglint.documents.document import Document
from filinglint.documents.submission import Submission
from filinglint.finding import Observation, Outcome
from filinglint.located import CannotTell, NotApplicable
from filinglint.report import INCOMPLETE
from filinglint.rule import Rule, Unclear

CRASHED = ("SYS001", "rule-crashed")
TIMED_OUT = ("SYS002", "rule-timed-out")


class Ran(NamedTuple):
    """What came of one rule on one subject; ``crash`` is the code and slug of how it broke, None when it did not."""

    outcome: Outcome
    reason: str | None
    seen: Sequence[Observation] = ()
    crash: tuple[str, str] | None = None
    how: str = ""


_PASSED = Ran(Outcome.PASSED, None)


class Overrun(Exception):  # noqa: N818  (an outcome, not an error)
    """A rule took longer than it may."""


@contextmanager
def deadline(seconds: float) -> Iterator[None]:
    """Raise Overrun after *seconds* in what is done meanwhile.

    It needs the signals of POSIX and the main thread; where they are not to be had, it waits.
    """
    possible = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
    if not possible:
        yield
        return

    def overrun(number: int, frame: FrameType | None) -> None:  # noqa: ARG001
        raise Overrun

    before = signal.signal(signal.SIGALRM, overrun)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def run_rule(
    rule: Rule, submission: Submission, document: Document | None, seconds: float | None, *, verbose: bool
) -> Ran:
    """Run *rule* once; what it saw before it could not go on counts."""
    try:
        if seconds is None:
            return _ran(rule, submission, document)
        with deadline(seconds):
            return _ran(rule, submission, document)
    except Overrun:
        reason = f"{INCOMPLETE}the rule took more than {seconds:g} seconds"
        how = f"rule {rule.code} {rule.slug} took more than {seconds:g} seconds, which rule-seconds allows"
        return Ran(Outcome.CANNOT_TELL, reason, crash=TIMED_OUT, how=how)
    except Exception as error:
        how = traceback.format_exc() if verbose else f"{type(error).__name__}: {error}"
        reason = f"{INCOMPLETE}the rule broke ({type(error).__name__})"
        return Ran(Outcome.CANNOT_TELL, reason, crash=CRASHED, how=f"rule {rule.code} {rule.slug} broke: {how}")


def _ran(rule: Rule, submission: Submission, document: Document | None) -> Ran:
    facts = []
    for extractor in rule.reads:
        found = extractor.found(submission, document)
        # Raising is slow, and most rules are about none of the documents of a filing.
        if isinstance(found, NotApplicable):
            return Ran(Outcome.NOT_APPLICABLE, str(found))
        if isinstance(found, CannotTell):
            return Ran(Outcome.CANNOT_TELL, str(found))
        facts.append(found)
    seen: list[Observation] = []
    unclear: str | None = None
    try:
        for said in rule.check(*facts):
            if isinstance(said, Unclear):
                unclear = said.reason
            else:
                seen.append(said)
    except NotApplicable as outcome:
        if not seen and unclear is None:
            return Ran(Outcome.NOT_APPLICABLE, str(outcome))
    except CannotTell as outcome:
        unclear = str(outcome)
    if seen:
        return Ran(Outcome.FAILED, None, seen)
    return _PASSED if unclear is None else Ran(Outcome.CANNOT_TELL, unclear)
