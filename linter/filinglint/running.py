"""One rule run on one submission or document, and what came of it, whatever it does."""

from __future__ import annotations

import faulthandler
import os
import signal
import sys
import threading
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from math import inf
from types import FrameType, TracebackType
from typing import Any, NamedTuple

from filinglint.documents.document import Document
from filinglint.documents.submission import Submission
from filinglint.errors import UnsoundError, broken_by
from filinglint.facts.extractor import Extractor
from filinglint.facts.members import TooMany
from filinglint.finding import Observation, Outcome, span_of
from filinglint.limits import Limits
from filinglint.located import CannotTell, NotApplicable
from filinglint.report import INCOMPLETE
from filinglint.rule import Check, Foregone, Glance, Rule, Unclear

CRASHED = ("SYS001", "rule-crashed")
TIMED_OUT = ("SYS002", "rule-timed-out")
LIMIT_REACHED = ("SYS013", "limit-reached")
_TICK = 0.25  # seconds between two looks at the clock
_NO_FACTS = (NotApplicable, CannotTell)
_GRACE = 5.0  # seconds that a process has to end what a signal should have ended


class Ran(NamedTuple):
    """What came of one rule on one subject; ``crash`` is the code and slug of how it broke, None when it did not."""

    outcome: Outcome
    reason: str | None
    seen: Sequence[Observation] = ()
    crash: tuple[str, str] | None = None
    how: str = ""


PASSED = Ran(Outcome.PASSED, None)


class Overrun(BaseException):
    """Something took longer than it may. No ``except Exception`` of a rule keeps it from being ended."""


class Watch:
    """The clock of one input: raises Overrun in what takes longer than *limits* allow.

    It looks at the clock at the signals of POSIX, which reach Python code and regular expressions in the main
    thread; in other threads, and where there are no such signals, nothing is ended. What no signal reaches is ended
    with its process where that works for another. ``over`` is whether the time of the input is over; ``turns`` is
    one more whenever a rule begins, and whenever one has ended: while it is odd, a rule runs.
    """

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.over = False
        self._able = hasattr(signal, "setitimer") and threading.current_thread() is threading.main_thread()
        self._last = self._end = inf
        self.turns = self._seen = 0

    def __enter__(self) -> Watch:
        if self._able:
            self._last = time.monotonic() + self.limits.input_seconds
            self._before = signal.signal(signal.SIGALRM, self._look)
            tick = min(_TICK, self.limits.rule_seconds / 2, self.limits.input_seconds / 2)
            # It goes on ringing: what swallows an exception is told again.
            self._timer = signal.setitimer(signal.ITIMER_REAL, tick, tick)
            if _in_worker():
                # What no signal reaches is ended with its process: whoever waits for it hears of a death.
                faulthandler.dump_traceback_later(self.limits.input_seconds + _GRACE, exit=True, file=_nowhere())
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._last = inf
        if self._able:
            signal.setitimer(signal.ITIMER_REAL, *self._timer)
            signal.signal(signal.SIGALRM, self._before)
            if _in_worker():
                faulthandler.cancel_dump_traceback_later()

    def _look(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002
        now = time.monotonic()
        if now >= self._last:
            self.over = True
            raise Overrun
        if self.turns != self._seen:
            # A rule's time counts from the first look at it: rules are many and short, looks are few.
            self._seen, self._end = self.turns, now + self.limits.rule_seconds
        elif self.turns % 2 and now >= self._end:
            raise Overrun


def _in_worker() -> bool:
    """Tell whether this process was begun by another of ours; nothing is loaded to find out."""
    processes = sys.modules.get("multiprocessing.process")
    return processes is not None and processes.parent_process() is not None


@cache
def _nowhere() -> int:
    return os.open(os.devnull, os.O_WRONLY)


class Subject:
    """What rules are run on: a document with its label in reports, or the submission as a whole without either.

    ``facts`` are those that several rules read, gathered once, or what comes of every rule that reads them;
    ``told`` is what comes of those rules, by their checks, that the glances in ``glanced`` have told of at once.
    """

    __slots__ = ("document", "facts", "glanced", "label", "told")

    def __init__(self, document: Document | None = None, label: str | None = None) -> None:
        self.document, self.label = document, label
        self.facts: dict[tuple[Extractor[Any], ...], list[Any] | Ran] = {}
        self.glanced: set[Glance] = set()
        self.told: Mapping[Check, Foregone] = {}


class Runner:
    """Runs the rules on one submission; *watch* is its clock, *verbose* whether what breaks is told at length."""

    def __init__(self, submission: Submission, watch: Watch, *, verbose: bool) -> None:
        self._submission, self._watch, self._verbose = submission, watch, verbose
        self._seen: Counter[str] = Counter()  # places that each rule has found so far, by its code

    def run(self, rule: Rule, subject: Subject) -> Ran:
        """Run *rule* once on *subject*; what it saw before it could not go on counts."""
        watch = self._watch
        try:
            try:
                watch.turns += 1
                if rule.glance is not None:
                    if rule.glance not in subject.glanced:
                        self._glance(rule.glance, subject)
                    if (told := subject.told.get(rule.check)) is not None:
                        return Ran(*told)
                facts = subject.facts.get(rule.reads) or self._gather(rule.reads, subject)
                return facts if type(facts) is Ran else self._ran(rule, facts)
            finally:
                watch.turns += 1
        except Overrun:
            watch.turns += watch.turns % 2  # it may have come just when the rule had ended
            if watch.over:
                return out_of_time(watch.limits)
            seconds = watch.limits.rule_seconds
            reason = f"{INCOMPLETE}the rule took more than {seconds:g} seconds"
            how = f"rule {rule.code} {rule.slug} took more than {seconds:g} seconds, which rule-seconds allows"
            return Ran(Outcome.CANNOT_TELL, reason, crash=TIMED_OUT, how=how)
        except (KeyboardInterrupt, MemoryError):  # no other rule would have more memory: the input is given up
            raise
        except BaseException as error:  # a rule that calls sys.exit ends no run
            how = broken_by(error, verbose=self._verbose)
            reason = f"{INCOMPLETE}the rule broke ({type(error).__name__})"
            return Ran(Outcome.CANNOT_TELL, reason, crash=CRASHED, how=f"rule {rule.code} {rule.slug} broke: {how}")

    def _glance(self, glance: Glance, subject: Subject) -> None:
        """Find out what comes of those rules that *glance* tells of at once."""
        subject.glanced.add(glance)  # once and no more, whatever happens
        facts = subject.facts.get(glance.reads) or self._gather(glance.reads, subject)
        if not isinstance(facts, Ran):
            told = glance(*facts)
        else:
            told = {} if facts.crash else dict.fromkeys(glance.checks, facts[:2])
        subject.told = {**subject.told, **told} if subject.told else told

    def _gather(self, reads: tuple[Extractor[Any], ...], subject: Subject) -> list[Any] | Ran:
        """Return the facts that *reads* are, or what comes of every rule that reads one that is not to be had."""
        facts = subject.facts[reads] = self._read(reads, subject.document)
        return facts

    def _read(self, reads: Sequence[Extractor[Any]], document: Document | None) -> list[Any] | Ran:
        facts = []
        for extractor in reads:
            try:
                found = extractor.found(self._submission, document)
            except Overrun:
                # The next rule that reads it would wait as long.
                extractor.give_up(self._submission, document, f"{INCOMPLETE}reading '{extractor.name}' took too long")
                raise
            # Raising is slow, and most rules are about none of the documents of a filing.
            if isinstance(found, _NO_FACTS):
                return _without(found)
            facts.append(found)
        return facts

    def _ran(self, rule: Rule, facts: Sequence[Any]) -> Ran:
        seen: list[Observation] = []
        unclear: str | None = None
        try:
            for said in rule.check(*facts):
                if isinstance(said, Unclear):
                    unclear = said.reason
                elif len(seen) + self._seen[rule.code] < (most := self._watch.limits.rule_findings):
                    seen.append(sound(said, self._submission))
                else:
                    words = f"the rule found more than {most:,} places, which rule-findings allows"
                    how = f"{rule.code} {rule.slug}: {words}; the first {most:,} are reported"
                    self._seen[rule.code] = most
                    return Ran(Outcome.CANNOT_TELL, f"{INCOMPLETE}{words}", seen, LIMIT_REACHED, how)
        except NotApplicable as outcome:
            if not seen and unclear is None:
                return Ran(Outcome.NOT_APPLICABLE, str(outcome))
        except TooMany as outcome:
            return _too_many(outcome, seen)
        except CannotTell as outcome:
            unclear = str(outcome)
        if seen:
            self._seen[rule.code] += len(seen)
            return Ran(Outcome.FAILED, None, seen)
        return PASSED if unclear is None else Ran(Outcome.CANNOT_TELL, unclear)


def _without(found: NotApplicable | CannotTell) -> Ran:
    """Return what comes of a rule that reads a fact that is not to be had, for the reason that *found* is."""
    if isinstance(found, TooMany):
        return _too_many(found)
    return Ran(Outcome.NOT_APPLICABLE if isinstance(found, NotApplicable) else Outcome.CANNOT_TELL, str(found))


def _too_many(found: TooMany, seen: Sequence[Observation] = ()) -> Ran:
    """Return what comes of a rule that reads a fact of more members than it may have."""
    return Ran(Outcome.CANNOT_TELL, f"{INCOMPLETE}{found}", seen, LIMIT_REACHED, str(found))


def out_of_time(limits: Limits) -> Ran:
    """Return what comes of each rule once the time of its input is over."""
    words = f"the input took more than {limits.input_seconds:g} seconds, which input-seconds allows"
    return Ran(Outcome.CANNOT_TELL, f"{INCOMPLETE}{words}", crash=LIMIT_REACHED, how=words)


def sound(said: Any, submission: Submission) -> Observation:
    """Return *said*. Raises UnsoundError for what is no observation, and for one that lies outside *submission*."""
    if not isinstance(said, Observation):
        raise UnsoundError(f"it yields {type(said).__name__}, which is no observation")
    for somewhere in (said.at, *(at for at, _ in said.related)):
        span = span_of(somewhere)
        if not 0 <= span.start <= span.end <= len(submission.source.text):
            raise UnsoundError(f"it points at {span.start} to {span.end}, which is no place in the input")
    return said
