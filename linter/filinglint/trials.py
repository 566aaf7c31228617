"""Cases that stand in files of rules, tried when the rules are first loaded: rules whose cases do not hold are not."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from filinglint.documents.document import Document
from filinglint.documents.formats import read_source
from filinglint.documents.submission import Submission
from filinglint.errors import InputError, PackError
from filinglint.facts.day import tell_day
from filinglint.finding import Observation, span_of
from filinglint.hooks import Recognition
from filinglint.identity import form_of
from filinglint.kinds import read
from filinglint.located import CannotTell, NotApplicable
from filinglint.rule import Example, Rule, Unclear
from filinglint.rulebook.examples import DAY
from filinglint.spans import Span

_CALLED = {"failed": "fires", "passed": "silent", "not-applicable": "not-applicable", "cannot-tell": "cannot be told"}
Recognise = Callable[[Submission], Recognition | None]


def try_cases(rules: Iterable[Rule], recognise: Recognise) -> None:
    """Hold *rules* to the cases that stand beside them. Raises PackError for the first that does not hold."""
    for rule in rules:
        for number, example in enumerate(rule.examples, 1):
            fault = tried(rule, example, recognise)
            if fault:
                raise PackError(example.place or rule.module, f"case {number} of {rule.code} does not hold: {fault}")


def tried(rule: Rule, example: Example, recognise: Recognise) -> str:
    """Return what came of *rule* on the text of *example* where that is not what it says; "" where it is."""
    kind = example.settings.get("kind") or (min(rule.kinds) if len(rule.kinds) == 1 else None)
    try:
        submission = read(read_source(example.text.encode(), "case.txt"), kind, recognise).submission
    except InputError as error:
        return error.reason
    day = date.fromisoformat(example.settings.get("as-of", DAY))
    tell_day(submission, day)
    outcome, seen, why = _came(rule, submission, day, example.settings.get("profile", ""))
    if outcome != example.outcome:
        return (
            f"it is meant to be '{_CALLED[example.outcome]}', and is '{_CALLED[outcome]}'{f' ({why})' if why else ''}"
        )
    places = sorted(span_of(one.at) for one in seen)
    if example.marked and places != sorted(example.marked):
        return f"it points at {_shown(places, submission)}, and {_shown(example.marked, submission)} is marked"
    related = [span_of(place) for one in seen for place, _ in one.related]
    if example.related and related != list(example.related):
        return f"beside it stands {_shown(related, submission)}; {_shown(example.related, submission)} is marked so"
    return ""


def _shown(spans: Iterable[Span], submission: Submission) -> str:
    words = [f"'{submission.words(span)[:60]}'" for span in spans]
    return ", ".join(words) or "nothing"


def _came(rule: Rule, submission: Submission, day: date, profile: str) -> tuple[str, list[Observation], str]:
    """Return what comes of *rule*, what it sees, and why where it is neither failed nor passed."""
    form = form_of(submission)
    if submission.kind not in rule.kinds:
        return "not-applicable", [], f"the text is taken for a {submission.kind}"
    if (rule.forms is not None and (form is None or not rule.covers(form))) or not rule.in_force(day):
        return "not-applicable", [], "form or day"
    if rule.profiles and (profile or "general") not in rule.profiles:
        return "not-applicable", [], "the profile"
    subjects: list[Document | None] = list(submission.filed_documents) if rule.per_document else [None]
    outcomes: list[tuple[str, str]] = []
    seen: list[Observation] = []
    for subject in subjects:
        if subject is not None and rule.which != "all" and (subject is submission.main) != (rule.which == "main"):
            continue
        came, found, why = _came_of(rule, submission, subject)
        outcomes.append((came, why))
        seen += found
    # As of several documents: a finding in one is a finding, and what is not judged anywhere is not applicable.
    for wanted in ("failed", "cannot-tell", "passed"):
        for came, why in outcomes:
            if came == wanted:
                return came, seen, why
    return "not-applicable", seen, outcomes[0][1] if outcomes else "there is no such document"


def _came_of(rule: Rule, submission: Submission, subject: Document | None) -> tuple[str, list[Observation], str]:
    """Return what comes of *rule* on *subject*, or on all of *submission*, what it sees, and why."""
    try:
        said = list(rule.check(*(reads.of(submission, subject) for reads in rule.reads)))
    except NotApplicable as refusal:
        return "not-applicable", [], str(refusal)
    except CannotTell as refusal:
        return "cannot-tell", [], str(refusal)
    found = [one for one in said if isinstance(one, Observation)]
    unclear = [one.reason for one in said if isinstance(one, Unclear)]
    if found or not unclear:
        return "failed" if found else "passed", found, ""
    return "cannot-tell", [], unclear[0]
