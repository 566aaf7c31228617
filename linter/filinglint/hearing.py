"""Every rule run on one input: what it saw, and what came of it, each outcome kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from operator import attrgetter

from filinglint.digests import sha256
from filinglint.documents.submission import Submission
from filinglint.errors import broken_by
from filinglint.finding import Confidence, Finding, Outcome, Severity, Spot
from filinglint.meter import metering
from filinglint.outcomes import Outcomes, Row
from filinglint.report import INCOMPLETE
from filinglint.rule import Rule, Which
from filinglint.running import CRASHED, LIMIT_REACHED, Ran, Runner, Subject, Watch, out_of_time
from filinglint.stamp import Observed, stamped
from filinglint.triage.docket import Refusal, Stretch

REMEDIES = {
    "SYS002": "raise rule-seconds under [limits], or ignore the rule",
    "SYS013": "raise what it names under [limits], or leave the file out",
}
_CODE = attrgetter("code")
_NO_DOCUMENT = (Outcome.NOT_APPLICABLE, "there is no such document")


class Hearing:
    """The rules while they are run on *submission*, as of *day*, by the clock of *watch*.

    ``observed`` is what they saw, and ``broken`` the findings of the tool about those that did not end well. With
    *verbose* what breaks is told at length.
    """

    def __init__(self, submission: Submission, day: date, watch: Watch, *, verbose: bool) -> None:
        self._submission, self._day, self._watch = submission, day, watch
        self._subjects = _subjects(submission)
        self._run = metering("rules", _CODE, Runner(submission, watch, verbose=verbose).run)
        self.observed: list[Observed] = []
        self._rows: list[Row] = []
        self.broken: list[Finding] = []
        self._told: set[str] = set()

    @property
    def outcomes(self) -> Outcomes:
        """What came of each rule, in their order."""
        return Outcomes.of(self._submission.path, self._rows)

    def hear(self, stretches: Iterable[Stretch]) -> None:
        """Run the rules of *stretches*."""
        day, watch = self._day, self._watch
        rows, subjects, run = self._rows, self._subjects, self._run
        for refused, entries in stretches:
            rows += refused
            for rule, severity, lasting, afterwards in entries:
                code = rule.code
                refusal = (_out_of_force(rule, day) if day < lasting else None) or afterwards
                # What a rule reads is known once it is imported: only those that judge are.
                chosen = subjects[rule.which if rule.per_document else None] if refusal is None else ()
                if not chosen:
                    rows.append((code, None, *(refusal or _NO_DOCUMENT)))
                for subject in chosen:
                    told = subject.told.get(rule.check)
                    if told is not None and not watch.over:  # so it is with most, which need not be run
                        outcome, reason = told
                        rows.append((code, subject.label, outcome, reason))
                        continue
                    ran = self._late() if watch.over else run(rule, subject)
                    outcome, reason, seen, crash, _ = ran
                    rows.append((code, subject.label, outcome, reason))
                    if seen or crash:
                        self._keep(rule, severity, subject.label, ran)

    def _late(self) -> Ran:
        """Return what comes of a rule for which there is no time left; one finding says so of all of them."""
        ran = out_of_time(self._watch.limits)
        return ran._replace(crash=None) if ran.how in self._told else ran

    def _keep(self, rule: Rule, severity: Severity, label: str | None, ran: Ran) -> None:
        """Keep what *rule* saw, and how it broke; what came of it is the last row."""
        if ran.seen:
            this = len(self._rows) - 1
            self.observed += [Observed(rule, severity, seen, this) for seen in ran.seen]
        # Of many documents, or rules, that reach the same limit one finding tells.
        if ran.crash and (ran.crash[0] != LIMIT_REACHED[0] or ran.how not in self._told):
            self._told.add(ran.how)
            code, slug = ran.crash
            remedy = REMEDIES.get(code, "")
            self.broken.append(tool_finding(code, slug, self._submission.path, ran.how, label, remedy))

    def withdraw_unshowable(self, most_edits: int | None) -> None:
        """Take back what cannot be shown, such as an edit outside the file: the rule broke, and the others stay."""
        for run in dict.fromkeys(one.run for one in self.observed):
            mine = [one for one in self.observed if one.run == run]
            how = _unshowable(self._submission, mine, most_edits)
            if not how:
                continue
            self.observed = [one for one in self.observed if one.run != run]
            reason = f"{INCOMPLETE}the rule broke ({how.partition(':')[0]})"
            code, document, _, _ = self._rows[run]
            self._rows[run] = (code, document, Outcome.CANNOT_TELL, reason)
            what = f"rule {code} {mine[0].rule.slug} broke: {how}"
            self.broken.append(tool_finding(*CRASHED, self._submission.path, what, document))


def _subjects(submission: Submission) -> dict[Which | None, Sequence[Subject]]:
    """Return what rules are run on: the submission as a whole, or its documents, each with its label in reports."""
    filed = [Subject(each, None if each.whole_file else each.label) for each in submission.filed_documents]
    return {
        None: [Subject()],
        "all": filed,
        "main": [subject for subject in filed if subject.document is submission.main],
        "exhibits": [subject for subject in filed if subject.document is not submission.main],
    }


def _out_of_force(rule: Rule, day: date) -> Refusal | None:
    return None if rule.in_force(day) else (Outcome.NOT_APPLICABLE, f"not in force on {day.isoformat()}")


def _unshowable(submission: Submission, observed: Sequence[Observed], most_edits: int | None) -> str:
    """Return why no findings can be made of *observed*; "" where they can."""
    try:
        stamped(submission, observed, most_edits)
    except Exception as error:
        return broken_by(error)
    return ""


def tool_finding(code: str, slug: str, path: str, message: str, document: str | None, remedy: str = "") -> Finding:
    """Return a finding of the tool about itself: fixed severity error, not selectable, not suppressible."""
    digest = sha256("\x1f".join((code, path, document or "", message)).encode())[:32]
    return Finding(
        code=code,
        slug=slug,
        severity=Severity.ERROR,
        confidence=Confidence.HIGH,
        message=message,
        remedy=remedy or "report this, with the file if you may; ignore the rule meanwhile",
        spot=Spot(path, document, (), None, "", ""),
        related=(),
        citations=(),
        fixable="no",
        fingerprint=f"fp1:{digest}",
    )
