"""The exceptions to rules that apply to one input: directives, waiver records, the baseline.

A suppressed finding stays in the report, with what suppresses it; what does not hold is said. Of several
that suppress one finding the directive is named before the record, the record before the baseline.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from filinglint.catalogue import Catalogue
from filinglint.documents.document import Body, Document
from filinglint.documents.submission import Submission
from filinglint.finding import Edit, Finding, Fix, Observation, Outcome, OutcomeRecord, Severity, Suppression, span_of
from filinglint.frozen import dataclass
from filinglint.outcomes import Outcomes
from filinglint.remarks import (
    EXPIRED,
    EXPIRES_SOON,
    LEFT,
    NOT_WAIVABLE,
    SOON,
    STRICT,
    UNKNOWN_RULE,
    UNUSED,
)
from filinglint.rule import Rule
from filinglint.selectors import EXACT, names_any, renamed, specificity, unknown
from filinglint.spans import Span
from filinglint.stamp import MOST_EDITS, Observed, paired
from filinglint.triage.selection import Selection, expected
from filinglint.triage.waivers import Waiver

if TYPE_CHECKING:  # few documents have a directive, and its expressions take long to compile
    from filinglint.triage.directives import Directive

_MARK = "lint"  # what a directive has, its name misspelt or not
_BEGINNING = 200  # characters of a comment
_COMMENTED = (Body.HTML, Body.IXBRL, Body.XML, Body.MARKDOWN)
_WIDEST = 100_000  # characters of a block that a record's words are looked for in
RAN = frozenset((Outcome.PASSED, Outcome.FAILED, Outcome.WAIVED))


@dataclass(frozen=True, slots=True)
class Exceptions:
    """What may suppress findings on an input. ``enabled`` False lets nothing do so."""

    enabled: bool = True
    strict: bool = False
    inline: Literal["allow", "forbid"] = "allow"
    inline_origin: str = ""
    waivers: tuple[Waiver, ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """The entries of the baseline for one input: the days on which they were added, by code and fingerprint."""

    file: str = ""
    entries: Mapping[tuple[str, str], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Uses:
    """Which records and entries had something to suppress.

    ``waivers`` are pairs of a record's id and a selector of it, ``refused`` of an id and a code that may not
    be waived so; ``entries`` are pairs of code and fingerprint.
    """

    waivers: frozenset[tuple[str, str]] = frozenset()
    refused: frozenset[tuple[str, str]] = frozenset()
    entries: frozenset[tuple[str, str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Triaged:
    """The findings of one input with what suppresses them, what the tool says of it, and the outcomes so far."""

    findings: tuple[Finding, ...]
    outcomes: Outcomes
    uses: Uses


def severity_of(remark: Rule, selection: Selection, exceptions: Exceptions) -> Severity:
    """Return how severe *remark* is in this run."""
    if exceptions.strict and remark.code in STRICT:
        return Severity.ERROR
    default = remark.severity
    if remark is LEFT and (selection.purpose == "submit" or exceptions.inline == "forbid"):
        default = Severity.ERROR
    return selection.severity(remark, default)


class Triage:
    """The exceptions for one submission while its findings are gone through."""

    def __init__(
        self, submission: Submission, selection: Selection, exceptions: Exceptions, today: date, catalogue: Catalogue
    ) -> None:
        self._submission, self._selection, self._exceptions = submission, selection, exceptions
        self._today, self._catalogue = today, catalogue
        self._directives = _directives(submission)
        self._waivers = [waiver for waiver in exceptions.waivers if self._is_for(waiver)] if exceptions.enabled else []
        self._used: set[tuple[int, str]] = set()  # the index of a directive, and its selector
        self._waived: set[tuple[str, str]] = set()
        self._refused: set[tuple[str, str]] = set()
        self._matched: set[tuple[str, str]] = set()
        self._not_waivable: dict[tuple[int, str], Rule] = {}

    @property
    def directed(self) -> bool:
        """Whether the submission has directives, which may end with a day."""
        return bool(self._directives)

    def _is_for(self, waiver: Waiver) -> bool:
        paths = {self._submission.path, *(source.path for source in self._submission.source.sources)}
        return any(waiver.covers(path) for path in paths)

    def triaged(
        self,
        observed: Sequence[Observed],
        outcomes: Outcomes,
        known: Known,
        most_edits: int | None = MOST_EDITS,
    ) -> Triaged:
        """Return *observed* as findings, each with what suppresses it, and *outcomes* as they are then.

        Of the fixes of findings at most *most_edits* edits are kept each, None keeps all.
        """
        stamps = paired(self._submission, observed, most_edits)
        pairs = [(one, self._judged(one, finding, known)) for one, finding in stamps]
        findings = [finding for _, finding in pairs]
        remarks = list(self._remarks(outcomes))
        findings += [replace(finding, citations=()) for _, finding in paired(self._submission, remarks)]
        uses = Uses(frozenset(self._waived), frozenset(self._refused), frozenset(self._matched))
        return Triaged(tuple(sorted(findings, key=lambda f: f.order)), _settled(outcomes, pairs), uses)

    def _judged(self, one: Observed, finding: Finding, known: Known) -> Finding:
        """Return *finding* with what suppresses it, or with why what should does not."""
        if not self._exceptions.enabled:
            return finding
        found: list[Suppression] = []
        notes: list[str] = []
        for suppression, note in (*self._by_directives(one), *self._by_waivers(one, finding)):
            if suppression is not None:
                found.append(suppression)
            if note:
                notes.append(note)
        key = (finding.code, finding.fingerprint)
        entry = known.entries.get(key) if one.rule.waivable == "yes" else None
        if entry is not None:
            self._matched.add(key)
            found.append(Suppression("baseline", known.file, f"in the baseline since {entry}"))
        if not found and not notes:
            return finding
        suppression = found[0] if found else None
        return replace(finding, suppression=suppression, known=entry is not None, notes=() if found else tuple(notes))

    def _by_directives(self, one: Observed) -> Iterator[tuple[Suppression | None, str]]:
        span = span_of(one.observation.at)
        document = self._submission.document_at(span)
        for index, directive in enumerate(self._directives):
            if directive.flaws and not directive.covers:
                continue
            if directive.document is not document:
                continue
            for name in directive.rules:
                if not specificity(name, one.rule) or not directive.is_for(name, span):
                    continue
                self._used.add((index, name))
                where = self._where(directive.span)
                if self._exceptions.inline == "forbid":
                    yield None, f"the directive at {where} is forbidden by {self._exceptions.inline_origin}"
                elif directive.until is not None and directive.until < self._today:
                    yield None, f"the directive at {where} ended on {directive.until.isoformat()}"
                elif one.rule.waivable != "yes":
                    self._not_waivable[(index, name)] = one.rule
                    yield None, f"the directive at {where} has no effect: {_not_waivable(one.rule)}"
                else:
                    until = directive.until.isoformat() if directive.until else ""
                    yield Suppression("inline", where, directive.reason, directive.by, until), ""

    def _where(self, span: Span) -> str:
        return located(self._submission, span)

    def _by_waivers(self, one: Observed, finding: Finding) -> Iterator[tuple[Suppression | None, str]]:
        if not self._waivers:
            return
        for waiver in self._waivers:
            name = next((name for name in waiver.rules if specificity(name, one.rule)), None)
            if name is None or not (waiver.covers(finding.spot.path) or waiver.covers(self._submission.path)):
                continue
            trails = [part for spot in (finding.spot, *finding.related) for part in spot.trail]
            words = self._words(one) if waiver.words else ""
            if not waiver.is_at(trails, words, finding.fingerprint):
                continue
            self._waived.add((waiver.id, name))
            if not waiver.holds_on(self._today):
                yield None, f"the waiver {waiver.id} ended on {waiver.expires}"
            elif one.rule.waivable == "no" or (one.rule.waivable == "approval" and not waiver.approved_by):
                self._refused.add((waiver.id, one.rule.code))
                yield None, f"the waiver {waiver.id} has no effect: {_not_waivable(one.rule)}"
            else:
                until = waiver.expires.isoformat() if waiver.expires else ""
                yield Suppression("waiver", waiver.id, waiver.reason, waiver.approved_by, until), ""

    def _words(self, one: Observed) -> str:
        """Return what a reader sees at an observation: the blocks around its place, and the related words."""
        places = [one.observation.at, *(at for at, _ in one.observation.related)]
        return "\n".join(self._block(span_of(place)) for place in places)

    def _block(self, span: Span) -> str:
        submission = self._submission
        document = submission.document_at(span)
        if document is None or not document.readable or span not in document.content:
            return submission.words(span)
        rendered = document.rendered
        start, end = rendered.offset(span.start), rendered.offset(span.end)
        lowest, highest = max(0, start - _WIDEST), min(len(rendered.text), end + _WIDEST)
        first = rendered.text.rfind("\n", lowest, start) + 1 or lowest
        last = rendered.text.find("\n", end, highest)
        return " ".join(rendered.text[first : last if last >= 0 else highest].split())

    def _remarks(self, outcomes: Sequence[OutcomeRecord]) -> Iterator[Observed]:
        """Yield what there is to say of the directives themselves."""
        for index, directive in enumerate(self._directives):
            for remark, message in self._said(index, directive, outcomes):
                severity = severity_of(remark, self._selection, self._exceptions)
                if self._selection.speaks(remark, severity):
                    fixes = self._without(directive) if remark is UNUSED else ()
                    yield Observed(remark, severity, Observation(directive.span, message, fixes=fixes))

    def _without(self, directive: Directive) -> tuple[Fix, ...]:
        """Return the fix that takes *directive* out, which is for one rule; of several none is chosen here."""
        if len(directive.rules) > 1:
            return ()
        spans = [directive.span]
        if directive.verb == "disable":
            ends = (
                other.span
                for other in self._directives
                if other.verb == "enable" and other.span > directive.span and other.rules == directive.rules
            )
            spans.append(next(ends, directive.span))
            if spans[1] == spans[0]:
                return ()
        return (Fix("safe", "take the directive out", tuple(Edit(span, "") for span in spans)),)

    def _said(self, index: int, directive: Directive, outcomes: Sequence[OutcomeRecord]) -> Iterator[tuple[Rule, str]]:
        forbidden = self._exceptions.inline == "forbid"
        why = f"; {self._exceptions.inline_origin} forbids them" if forbidden else ""
        yield LEFT, f"a directive is left in the document{why}"
        if not self._exceptions.enabled or forbidden:
            return
        yield from directive.flaws
        if directive.flaws:
            return
        for name in directive.rules if directive.verb != "enable" else ():
            if not names_any(name, self._catalogue.rules):
                yield UNKNOWN_RULE, unknown(name, self._catalogue)
            elif now := renamed(name, self._catalogue.rules):
                yield UNKNOWN_RULE, now
        if directive.until is not None and directive.until < self._today:
            yield EXPIRED, f"this directive ended on {directive.until.isoformat()}"
            return
        if directive.until is not None and directive.until <= self._today + timedelta(days=SOON):
            yield EXPIRES_SOON, f"this directive ends after {directive.until.isoformat()}"
        for (at, name), rule in self._not_waivable.items():
            if at == index:
                yield NOT_WAIVABLE, f"'{name}' has no effect: {_not_waivable(rule)}"
        if directive.verb == "enable" or alone(self._submission):
            return
        mine = [r for r in outcomes if r.document in (None, directive.document.label)]
        for name in directive.rules:
            if (index, name) not in self._used and is_judged(name, mine, self._catalogue.rules):
                yield UNUSED, f"'{name}' suppresses nothing here"


def alone(submission: Submission) -> bool:
    """Tell whether *submission* is a file of a draft, judged without the rest of it."""
    return any(document.known_as for document in submission.documents)


def located(submission: Submission, span: Span) -> str:
    """Return ``path:line:column`` of *span*: what a directive is called."""
    place = submission.source.place(span)
    return f"{place.path}:{place.line}:{place.column}"


def _directives(submission: Submission) -> list[Directive]:
    if not any(map(_is_marked, submission.filed_documents)):
        return []
    from filinglint.triage.directives import directives

    return directives(submission)


def _is_marked(document: Document) -> bool:
    """Tell whether a comment of *document* begins as directives do, misspelt or not."""
    if document.body not in _COMMENTED:
        return False
    text, end = document.source.text, document.content.end
    at = text.find("!", document.content.start, end)  # the rarest letter of "<!--"
    while at >= 0:
        if text.startswith("<!--", at - 1) and _MARK in text[at : at + _BEGINNING]:
            return True
        at = text.find("!", at + 1, end)
    return False


def _not_waivable(rule: Rule) -> str:
    need = "needs a record that says who approved it" if rule.waivable == "approval" else "cannot be waived"
    return f"{rule.code} {rule.slug} {need}"


def is_judged(selector: str, outcomes: Iterable[OutcomeRecord], rules: Iterable[Rule]) -> bool:
    """Tell whether it is known what the rules that *selector* names find: some ran, and none is open.

    A rule that nobody would expect to run leaves nothing open, unless it is named itself.
    """
    named = {rule.code: rule for rule in rules if specificity(selector, rule)}
    ran = False
    for record in outcomes:
        rule = named.get(record.code)
        if rule is None:
            continue
        if record.outcome is Outcome.CANNOT_TELL:
            return False
        exact = specificity(selector, rule) == EXACT
        if record.outcome is Outcome.NOT_RUN and (exact or (rule.status == "stable" and expected(rule))):
            return False
        ran = ran or record.outcome in RAN
    return ran


def _settled(outcomes: Outcomes, pairs: Sequence[tuple[Observed, Finding]]) -> Outcomes:
    """Return *outcomes*, those waived of which every finding is suppressed."""
    open_runs = {one.run for one, finding in pairs if finding.suppression is None}
    return outcomes.changed(
        {
            one.run: (Outcome.WAIVED, f"{finding.suppression.kind} {finding.suppression.id}")
            for one, finding in pairs
            if finding.suppression and one.run not in open_runs and outcomes.outcomes[one.run] is Outcome.FAILED
        }
    )
