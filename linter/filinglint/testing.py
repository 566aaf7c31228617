"""Packs of rules put to the test: their cases, the same texts set otherwise, their fixes, and what no case shows.

In pytest it is one line:

>>> from filinglint.testing import assert_cases
>>> assert_cases("filinglint_bcp", variants=False)

A case may leave out a variant that it is about: ``# except=one-line,crlf`` in the first line of what is expected.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from filinglint.cases import Case, CaseResult, cases_of, judge_case, open_case, rule_as_set
from filinglint.catalogue import Catalogue, load_catalogue
from filinglint.finding import Outcome
from filinglint.fixing.fixed_cases import fixed_case
from filinglint.frozen import dataclass
from filinglint.judging import judge
from filinglint.kinds import KINDS
from filinglint.rule import Rule
from filinglint.trials import tried
from filinglint.variants import variants as variants_of

_WAYS = {Outcome.FAILED: "fails", Outcome.PASSED: "passes", Outcome.NOT_APPLICABLE: "is not applicable"}


@dataclass(frozen=True, slots=True)
class Tally:
    """What came of putting a pack to the test: how much was looked at, and each complaint in a sentence."""

    rules: int
    cases: int
    variants: int
    complaints: tuple[str, ...]


def assert_cases(
    pack: str, *, plugins: Sequence[str] = (), rule_packs: Sequence[str] = (), variants: bool = True
) -> None:
    """Assert that all is well with *pack*: every case and variant holds, every fix rests, every rule is shown.

    *pack* is the import package, or the name that files of rules give their pack; *plugins* and *rule_packs* are
    loaded as the configuration would have them. Raises AssertionError with every complaint.
    """
    catalogue = load_catalogue(tuple(plugins), tuple(rule_packs), tried=False)
    complaints = tally(pack, catalogue, variants=variants).complaints
    assert not complaints, "\n" + "\n".join(complaints)


def tally(pack: str, catalogue: Catalogue, *, variants: bool = True, coverage: bool = True) -> Tally:
    """Put *pack*, which is in *catalogue*, to the test.

    With *variants*, texts are also judged as others would have set them; with *coverage*, some case must have made
    every rule fire, and some other pass, and on some text of another kind or form it must not apply. Raises PackError
    for half a case.
    """
    cases = list(cases_of(pack, catalogue))
    rules = rules_of(pack, catalogue)
    complaints: list[str] = []
    seen = {rule.code: _on_strange_texts(rule) for rule in rules}
    others = 0
    recognise = catalogue.packs.hook.filinglint_recognise
    for rule in rules:
        # What stands beside a finding, too: the places of a case in its file are held to all that is marked.
        faults = (tried(rule, example, lambda text: recognise(text=text)) for example in rule.examples)
        complaints += [
            f"{rule.code} {rule.slug}, case {number}: {fault}" for number, fault in enumerate(faults, 1) if fault
        ]
    for case in cases:
        found, number = _tried(case, catalogue, variants=variants)
        complaints += found
        others += number
        if coverage:
            for code, outcome in _outcomes(case, rules, catalogue):
                seen[code].add(outcome)
    if coverage:
        complaints += [
            f"{rule.code} {rule.slug}: no case in which it {way}"
            for rule in rules
            for outcome, way in _WAYS.items()
            if outcome not in seen[rule.code]
        ]
    if not rules:
        complaints.append(f"{pack}: there are no rules in it")
    return Tally(len(rules), len(cases), others, tuple(complaints))


def rules_of(pack: str, catalogue: Catalogue) -> list[Rule]:
    """Return the rules of *pack*."""
    return [rule for rule in catalogue.rules if rule.module.partition(".")[0] == pack]


def _on_strange_texts(rule: Rule) -> set[Outcome]:
    """Return what comes of *rule* on texts of kinds and forms that it is not about."""
    narrow = rule.forms is not None or not rule.kinds.issuperset(KINDS)
    return {Outcome.NOT_APPLICABLE} if narrow else set()


def _tried(case: Case, catalogue: Catalogue, *, variants: bool) -> tuple[list[str], int]:
    """Return what is wrong with *case*, and how many variants of it were judged."""
    result = judge_case(case, case.data, catalogue)
    if not result.holds:
        return [str(result)], 0
    complaints = list(_on_fixes(case, result, catalogue))
    number = 0
    for name, data in _variants(case, catalogue) if variants else ():
        number += 1
        complaints += _compared(case, name, result, judge_case(case, data, catalogue))
    if variants and "shuffled" not in _left_out(case):
        number += 1
        complaints += _compared(case, "shuffled", result, _shuffled(case, catalogue))
    return complaints, number


def _left_out(case: Case) -> frozenset[str]:
    return frozenset(case.settings.get("except", "").split(","))


def _variants(case: Case, catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    try:
        text = case.data.decode("utf-8")
    except UnicodeDecodeError:
        return
    submission, _, _ = open_case(case, case.data, catalogue)
    if submission.source.text != text:
        return  # a byte order mark, or an encoding of its own: what is where is not for us to say
    for name, changed in variants_of(text, submission):
        if name not in _left_out(case):
            yield name, changed.encode("utf-8")


def _compared(case: Case, name: str, result: CaseResult, other: CaseResult) -> Iterator[str]:
    """Yield what *other*, the result on the variant *name*, has otherwise than *result*."""
    wanted = Counter((finding.code, finding.fingerprint, finding.message) for finding in result.findings)
    came = Counter((finding.code, finding.fingerprint, finding.message) for finding in other.findings)
    if came != wanted:
        for code, _, message in wanted - came:
            yield f"{case.name} set {name}: no longer finds, or knows otherwise: {code} {message}"
        for code, _, message in came - wanted:
            yield f"{case.name} set {name}: finds, or knows otherwise: {code} {message}"
    elif {outcome for outcome, _ in other.outcomes} != {outcome for outcome, _ in result.outcomes}:
        outcomes = ", ".join(f"{outcome.value} {reason}".strip() for outcome, reason in other.outcomes)
        yield f"{case.name} set {name}: comes to {outcomes}"


def _shuffled(case: Case, catalogue: Catalogue) -> CaseResult:
    """Judge *case* by all rules of its pack in the opposite order: each must be as if it were alone."""
    own = rule_as_set(case)
    rules = (own if rule.code == own.code else rule for rule in rules_of(own.module.partition(".")[0], catalogue))
    submission, source, options = open_case(case, case.data, catalogue)
    judged = judge(submission, source, options, replace(catalogue, rules=tuple(reversed(list(rules)))))
    came = [record for record in judged.outcomes if record.code == own.code]
    return CaseResult(
        case,
        tuple(finding for finding in judged.findings if finding.code == own.code),
        tuple(dict.fromkeys((record.outcome, record.reason or "") for record in came)),
    )


def _outcomes(case: Case, rules: Iterable[Rule], catalogue: Catalogue) -> Iterator[tuple[str, Outcome]]:
    """Yield what came of each of *rules* on the text of *case*."""
    own = rule_as_set(case)
    submission, source, options = open_case(case, case.data, catalogue)
    every = tuple(own if rule.code == own.code else rule for rule in rules)
    judged = judge(submission, source, options, replace(catalogue, rules=every))
    for record in judged.outcomes:
        yield record.code, record.outcome


def _on_fixes(case: Case, result: CaseResult, catalogue: Catalogue) -> Iterator[str]:
    """Yield what is wrong with the fixes of *case*: not what it says, or not at rest."""
    if case.fixed is None and not any(finding.fixable in ("safe", "unsafe") for finding in result.findings):
        return
    done = fixed_case(case, case.data, catalogue)
    yield from (f"{case.name} fixed: {finding.message}" for finding in done.findings)
    made = done.files[0].data if done.files else case.data
    if case.fixed is not None and made != case.fixed.read_bytes():
        yield f"{case.name} fixed: the fixes do not make the text of {case.fixed.name}"
    left = judge_case(case, made, catalogue).findings
    if any(finding.fixable in ("safe", "unsafe") for finding in left):
        yield f"{case.name} fixed: the rule still finds what it could fix"
