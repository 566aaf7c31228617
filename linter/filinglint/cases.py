"""The cases of rules: small texts, each with the findings that its rule must make there.

A case is two files in ``cases/<family>/<rule>/`` of a pack: the text (``old_number.txt``), and beside
it what is expected (``old_number.findings``), one finding on a line as ``2:25 COV004 message``, in the
order of reports. The rule's folder is named as its module is, or as its slug with underscores where
several rules come from one file. An empty expectation says that the rule passes. A first line such as
``# kind=document as-of=2004-07-26 grace-days=3 outcome=not-applicable`` sets how the text is judged, options of the
rule included, and what comes of the rule where that is neither passed nor failed. ``old_number.fixed`` is the text as
the rule's fixes, unsafe ones too, must make it. Expectations are written by hand.

The cases of a declared rule may stand in its file instead, with the words that findings point at «marked».
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, Protocol

from filinglint.catalogue import Catalogue
from filinglint.documents.formats import read_source
from filinglint.documents.submission import Submission
from filinglint.errors import PackError
from filinglint.finding import Finding, Outcome
from filinglint.frozen import dataclass
from filinglint.judging import Options, judge
from filinglint.kinds import read
from filinglint.rule import Rule
from filinglint.source import Place, Source
from filinglint.triage.selection import Selection


class Text(Protocol):
    """What holds the text of a case: a file, or the words in the file of a declared rule."""

    @property
    def name(self) -> str:
        """The name under which the text is judged."""

    def read_bytes(self) -> bytes:
        """Return the bytes of the text."""


@dataclass(frozen=True, slots=True)
class _Inline:
    name: str
    data: bytes

    def read_bytes(self) -> bytes:
        return self.data


_SUFFIX = ".findings"
_FIXED = ".fixed"
# A text that has no date of its own is judged as of this day, so that a case says the same in ten years.
_TODAY = date(2026, 1, 2)
_SETTINGS = frozenset(("kind", "profile", "as-of", "outcome", "except"))
_EVERY = Selection(select=("ALL",), purpose="audit", preview=True)


@dataclass(frozen=True)
class Case:
    """One text and what its rule must find there; ``name`` is ``cover/file_number_differs/old_number``.

    ``expected`` are the lines of the expectation, ``settings`` the words of its first line; ``fixed`` is the
    text as the rule's fixes make it, None where the case does not say. Where the words are ``marked`` the
    expectation gives the beginning and end of each place and no message; a case that fires and marks nothing says
    only that.
    """

    name: str
    rule: Rule
    text: Text
    expected: tuple[str, ...]
    settings: Mapping[str, str]
    fixed: Traversable | None = None
    marked: bool = False

    @cached_property
    def data(self) -> bytes:
        """The bytes of the text."""
        return self.text.read_bytes()

    @property
    def outcome(self) -> Outcome:
        """What must come of the rule."""
        default = Outcome.FAILED if self.expected else Outcome.PASSED
        return Outcome(self.settings.get("outcome", default.value))


@dataclass(frozen=True)
class CaseResult:
    """What came of a case: the rule's findings, and its outcomes with their reasons, each once."""

    case: Case
    findings: tuple[Finding, ...]
    outcomes: tuple[tuple[Outcome, str], ...]

    @cached_property
    def actual(self) -> tuple[str, ...]:
        """The findings as an expectation has them."""
        return tuple(_line(finding, marked=self.case.marked) for finding in self.findings)

    @property
    def holds(self) -> bool:
        """Whether the findings are those expected, and the outcome is among the rule's."""
        fires = self.case.marked and not self.case.expected and bool(self.actual)
        return (fires or self.actual == self.case.expected) and any(
            got is self.case.outcome for got, _ in self.outcomes
        )

    def __str__(self) -> str:
        """Say what was expected and what came, for a person to compare."""
        came = [f"{outcome.value} ({reason})" if reason else outcome.value for outcome, reason in self.outcomes]
        return "\n".join(
            (
                f"{self.case.name}: {'holds' if self.holds else 'does not hold'}",
                f"  expected: {self.case.outcome.value}",
                *(f"    {line}" for line in self.case.expected),
                f"  came:     {', '.join(came)}",
                *(f"    {line}" for line in self.actual),
            )
        )


def _line(finding: Finding, *, marked: bool) -> str:
    place = finding.spot.place
    if marked:
        return f"{_between(place)} {finding.code}" if place is not None else f"- {finding.code}"
    where = place.where if place is not None else "-"
    return f"{where} {finding.code} {finding.message}"


def cases_of(pack: str, catalogue: Catalogue) -> Iterator[Case]:
    """Yield the cases of *pack*: those in the files of its declared rules, then its folders in the order of names.

    Raises PackError for a folder that no rule bears the name of, and for half a case.
    """
    ours = [rule for rule in catalogue.rules if rule.module.partition(".")[0] == pack]
    for declared in ours:
        yield from _inline(declared, catalogue)
    try:
        root = files(pack) / "cases"
    except (ModuleNotFoundError, TypeError):
        if ours:
            return  # the pack is a file, of rules or a module, and no package
        raise
    if not root.is_dir():
        return
    rules = _by_folder(pack, catalogue)
    for family in _sorted(root):
        for folder in _sorted(family):
            rule = rules.get(folder.name)
            if rule is None:
                raise PackError(pack, f"cases/{family.name}/{folder.name} bears the name of no rule")
            yield from _cases_in(pack, folder, f"{family.name}/{folder.name}", rule)


def _inline(rule: Rule, catalogue: Catalogue) -> Iterator[Case]:
    family = rule.module.rpartition(".")[2]
    for number, example in enumerate(rule.examples, 1):
        data = example.text.encode()
        kind = {"kind": min(rule.kinds)} if len(rule.kinds) == 1 else {}
        settings = {**kind, **example.settings, "outcome": example.outcome}
        name = f"{family}/{rule.slug.replace('-', '_')}/{number}"
        case = Case(name, rule, _Inline("case.txt", data), (), settings, marked=True)
        submission, _, _ = open_case(case, data, catalogue)
        places = (submission.source.place(span) for span in example.marked)
        yield replace(case, expected=tuple(f"{_between(place)} {rule.code}" for place in places))


def _between(place: Place) -> str:
    return f"{place.line}:{place.column}-{place.end_line}:{place.end_column}"


def _by_folder(pack: str, catalogue: Catalogue) -> dict[str, Rule]:
    """Return the rules of *pack* by the names that the folders of their cases may have."""
    ours = [rule for rule in catalogue.rules if rule.module.partition(".")[0] == pack]
    by_slug = {rule.slug.replace("-", "_"): rule for rule in ours}
    return by_slug | {rule.module.rpartition(".")[2]: rule for rule in ours}


def _sorted(folder: Traversable) -> list[Traversable]:
    return sorted((f for f in folder.iterdir() if f.is_dir() and f.name[:1].isalpha()), key=lambda f: f.name)


def _cases_in(pack: str, folder: Traversable, name: str, rule: Rule) -> Iterator[Case]:
    files_there = {file.name: file for file in folder.iterdir() if file.is_file()}
    fixed = {file_name.removesuffix(_FIXED): f for file_name, f in files_there.items() if file_name.endswith(_FIXED)}
    there = {file_name: f for file_name, f in files_there.items() if not file_name.endswith(_FIXED)}
    texts = {file_name.rpartition(".")[0]: file_name for file_name in there if not file_name.endswith(_SUFFIX)}
    expectations = {file_name.removesuffix(_SUFFIX) for file_name in there if file_name.endswith(_SUFFIX)}
    for half in sorted(expectations ^ texts.keys()):
        raise PackError(pack, f"cases/{name}/{half} is half a case: a text and its '{_SUFFIX}' go together")
    for half in sorted(fixed.keys() - texts.keys()):
        raise PackError(pack, f"cases/{name}/{half}{_FIXED} is what no case becomes: there is no text of that name")
    for case, file_name in sorted(texts.items()):
        settings, expected = _expectation(there[case + _SUFFIX].read_text("utf-8"))
        known = _SETTINGS | rule.chosen.keys()
        if not settings.keys() <= known:
            raise PackError(pack, f"cases/{name}/{case}{_SUFFIX} sets what there is not; {sorted(known)} are")
        yield Case(f"{name}/{case}", rule, there[file_name], expected, settings, fixed.get(case))


def _expectation(text: str) -> tuple[dict[str, str], tuple[str, ...]]:
    lines = [line.rstrip() for line in text.splitlines() if line.strip()]
    words = [word.partition("=") for line in lines if line.startswith("#") for word in line[1:].split()]
    settings = {name: value for name, equals, value in words if equals}
    return settings, tuple(line for line in lines if not line.startswith("#"))


def judge_case(case: Case, data: bytes, catalogue: Catalogue) -> CaseResult:
    """Judge *data* by the rule of *case* alone: its text, or that wrapped or re-encoded. Raises InputError."""
    submission, source, options = open_case(case, data, catalogue)
    judged = judge(submission, source, options, replace(catalogue, rules=(rule_as_set(case),)))
    outcomes = dict.fromkeys((record.outcome, record.reason or "") for record in judged.outcomes)
    return CaseResult(case, judged.findings, tuple(outcomes))


def rule_as_set(case: Case) -> Rule:
    """Return the rule of *case* with the options that its first line sets: numbers, or words with commas."""
    values: dict[str, Any] = {}
    for name, held in case.rule.chosen.items():
        if name in case.settings:
            said = case.settings[name]
            values[name] = said.split(",") if isinstance(held, list) else type(held)(said)
    return case.rule.with_options(values)


def open_case(case: Case, data: bytes, catalogue: Catalogue) -> tuple[Submission, Source, Options]:
    """Read *data* as the text of *case*, and return it with its bytes and how it is judged."""
    profile = case.settings.get("profile", "")
    options = Options(
        selection=_EVERY,
        profiles=tuple(profile.split(",")) if profile else (),
        kind=case.settings.get("kind"),
        as_of=case.settings.get("as-of", "filing"),
        today=_TODAY,
    )
    source = read_source(data, case.text.name)
    recognise = catalogue.packs.hook.filinglint_recognise
    return read(source, options.kind, lambda text: recognise(text=text)).submission, source, options
