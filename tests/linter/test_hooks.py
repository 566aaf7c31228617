"""Each hook, as a stranger's distribution uses it."""

from __future__ import annotations

import inspect
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import filinglint
from filinglint import catalogue, hooks, plugins
from filinglint.cases import cases_of, judge_case
from filinglint.errors import PackError
from filinglint.plugins import load_packs

if TYPE_CHECKING:  # it is the fixture's, which is found by its name
    from .conftest import Tree

STRANGER = '''
"""A stranger's pack that uses every hook."""

import json
from dataclasses import dataclass
from importlib.resources import files

from filinglint import (
    Authority,
    ChecklistItem,
    Found,
    Located,
    Observation,
    Reader,
    Recognition,
    Reporter,
    Span,
    Submission,
    Term,
    extractor,
    hookimpl,
    rule,
)
from filinglint.hooks import Told

API_VERSION = 1
HEARD = []


@dataclass(frozen=True)
class Birds:
    """The birds of a text."""

    names: tuple[Located[str], ...]
    whole: Span


@extractor("birds", kinds=frozenset({"bird-report", "bcp-summary"}))
def birds(text: Submission) -> Birds:
    """The herons that a text names."""
    words, found, at = text.source.text, [], -1
    while (at := words.find("heron", at + 1)) >= 0:
        found.append(Located("heron", Span(at, at + 5)))
    return Birds(tuple(found), text.span)


@rule(
    "BRD001",
    "herons-many",
    kinds=birds.kinds,
    reads=(birds,),
    remedy="count again",
    authority=Authority("Bird book, page 1"),
)
def herons_many(seen: Birds):
    """A report names two herons at most."""
    if len(seen.names) > 2:
        yield Observation(seen.names[2], "the third heron")


def look(seen: Birds, name: str) -> Found:
    """Look for a bird."""
    places = [one for one in seen.names if one.value == name]
    return Found("yes" if places else "no", seen.whole, places)


def bird_report(text: Submission) -> Told | None:
    """Tell a report on birds by its first word."""
    return Told("it begins so", (Span(0, 4),)) if text.source.text.startswith("BIRDS") else None


@hookimpl
def filinglint_rules():
    """The rule."""
    return [herons_many]


@hookimpl
def filinglint_rule_packs():
    """The folder beside."""
    return [files(__name__) / "rules"]


@hookimpl
def filinglint_terms():
    """What to ask for."""
    return [Term("bird", birds, look, names=lambda: ["heron"], placed=True)]


@hookimpl
def filinglint_concepts():
    """What to ask for by name."""
    return {"water": ["pond*", "lake*"]}


@hookimpl
def filinglint_facts():
    """What is read."""
    return [birds]


@hookimpl
def filinglint_readers():
    """The kind."""
    return [Reader("bird-report", bird_report)]


@hookimpl
def filinglint_reporters():
    """The format."""
    return [Reporter("count", lambda report, rules, view: iter([f"{len(report.findings)} in {len(report.inputs)}\\n"]))]


@hookimpl
def filinglint_run_started(paths):
    """Listen."""
    HEARD.append(("started", paths))


@hookimpl
def filinglint_run_finished(report):
    """Listen."""
    HEARD.append(("finished", len(report.findings)))


@hookimpl
def filinglint_recognise(text):
    """Know a summary that nobody else knows."""
    return Recognition("bcp-summary", "it says BCP") if text.source.text.startswith("BCP!") else None


@hookimpl
def filinglint_profiles(text):
    """Know the regime."""
    return [("nfa-2-38", Span(0, 4))] if text.source.text.startswith("BCP!") else []


@hookimpl
def filinglint_checklist(text):
    """List what it says."""
    said = "yes" if "heron" in text.source.text else "no"
    return [ChecklistItem("birds", "whether there are birds", ("BRD001",), said)]
'''
RULES = """\
pack: birds
kinds: [bird-report]
rules:
  - code: BRD002
    slug: heron-missing
    title: A report names a heron that stands in water.
    severity: error
    authority: [{instrument: "Bird book, page 2", obligation: must}]
    require: {all: [{bird: heron}, {concept: water}, {fact: birds.names, is: heron}]}
    message: "there is no {missing}"
    rationale: A report without one is about other birds.
    remedy: look again
    cases:
      - fires: "BIRDS. A heron stood on the roof of the house."
      - silent: "BIRDS. A heron stood in the pond behind the house."
      - {not-applicable: "BIRDS of another sort.", kind: document}
"""


@pytest.fixture
def stranger(tree: Tree, monkeypatch: pytest.MonkeyPatch) -> Tree:
    """A tree in which the distribution ``bird-pack`` is installed, and listed."""
    tree.write("site/bird_pack/__init__.py", STRANGER)
    tree.write("site/bird_pack/rules/birds.yaml", RULES)
    tree.write("site/bird_pack-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: bird-pack\nVersion: 1.0\n")
    tree.write("site/bird_pack-1.0.dist-info/entry_points.txt", "[filinglint]\nbirds = bird_pack\n")
    tree.write("filinglint.toml", 'plugins = ["bird-pack"]\n')
    tree.write("birds.txt", "BIRDS. One heron, two herons, a third heron; none of them in the garden of the house.\n")
    monkeypatch.syspath_prepend(str(tree.root / "site"))
    monkeypatch.delitem(sys.modules, "bird_pack", raising=False)
    for cached in (plugins.load_packs, catalogue.load_catalogue):
        cached.cache_clear()
    return tree


def heard() -> list[Any]:
    """What the pack was told."""
    found: list[Any] = sys.modules["bird_pack"].HEARD
    return found


def test_rules_packs_terms_concepts_facts_and_readers(stranger: Tree) -> None:
    """A text of the stranger's kind is told, judged by his rules in Python and YAML, and its facts are printed."""
    report = stranger.check("birds.txt")
    assert [(one["kind"], one["path"]) for one in report["inputs"]] == [("bird-report", "birds.txt")]
    assert [(one["rule"], one["message"], one["text"]) for one in report["findings"]] == [
        ("BRD002", "there is no water", report["findings"][0]["text"]),
        ("BRD001", "the third heron", "heron"),
    ]
    printed = json.loads(stranger.run("facts", "birds.txt", "--format", "json").stdout)["inputs"][0]
    assert [leaf["value"] for leaf in printed["facts"]["birds"]["names"]] == ["heron"] * 3
    loaded = catalogue.load_catalogue(("bird-pack",))
    assert [judge_case(case, case.data, loaded).holds for case in cases_of("bird_pack", loaded)] == [True, True, True]


def test_its_kind_may_be_named(stranger: Tree) -> None:
    """What is said to be of a pack's kind is, whatever it looks like; a kind that nobody brings is no kind."""
    stranger.write("plain.txt", "Nothing here looks like it.\n")
    for report in (
        stranger.check("plain.txt", "--kind", "bird-report"),
        stranger.check("plain.txt", "--config", 'kind="bird-report"'),
        json.loads(stranger.run("facts", "plain.txt", "--kind", "bird-report", "--format", "json").stdout),
    ):
        assert [one["kind"] for one in report["inputs"]] == ["bird-report"]
    for command in ("check", "facts"):
        assert "no kind is called 'bird-reports'; did you mean 'bird-report'?" in stranger.fails(
            command, "plain.txt", "--kind", "bird-reports"
        )
        said = stranger.fails(command, "plain.txt", "--config", 'kind="draft"')
        assert "no kind is called 'draft'; it is one of submission, document, bcp-summary, bird-report" in said


def test_reporters(stranger: Tree) -> None:
    """A format that a pack brings is written like any other, and is among those that are offered."""
    assert stranger.run("check", "birds.txt", "-o", "count", "-q").stdout == "2 in 1\n"
    assert "did you mean 'count'?" in stranger.fails("check", "birds.txt", "-o", "counts")


def test_run_started_and_finished(stranger: Tree) -> None:
    """Who listens is told of the beginning and the end of a run."""
    stranger.check("birds.txt")
    assert heard() == [("started", ("birds.txt",)), ("finished", 2)]


def test_recognise_profiles_and_checklist(stranger: Tree) -> None:
    """A pack may know texts of our kinds, the regime that they call for, and what they should say."""
    stranger.write("summary.txt", "BCP! There is a heron on the roof, and the firm goes on.\n")
    report = stranger.check("summary.txt")
    assert report["inputs"][0]["kind"] == "bcp-summary"
    filing = filinglint.read("summary.txt", plugins=["bird-pack"])
    hook = load_packs(("bird-pack",)).hook
    assert [name for some in hook.filinglint_profiles(text=filing.submission) for name, _ in some] == ["nfa-2-38"]
    listed = [item for some in hook.filinglint_checklist(text=filing.submission) for item in some]
    assert "whether there are birds" in {item.title for item in listed}


def test_without_the_plugin_it_is_gone(stranger: Tree) -> None:
    """A pack that is no longer listed takes its findings along, and nothing else."""
    before = stranger.check("filings", "bcp")
    stranger.write("filinglint.toml", "")
    after = stranger.check("filings", "bcp")
    assert [one for one in before["findings"] if not one["rule"].startswith("BRD")] == after["findings"]
    assert "unknown" in {one["kind"] for one in stranger.check("birds.txt")["inputs"]}


@pytest.mark.parametrize(
    ("was", "now", "words"),
    [
        ("API_VERSION = 1", "API_VERSION = 9", "was written for version 9 of the interface for packs, and this is"),
        ('Reader("bird-report"', 'Reader("Bird Report"', "brings the kind 'Bird Report'"),
        ('Reader("bird-report"', 'Reader("submission"', "brings the kind 'submission'"),
        ('return [Reader("bird', 'return 1 / 0, [Reader("bird', "its readers do not load: ZeroDivisionError"),
        ('HEARD.append(("started", paths))', "1 / 0", "breaks in filinglint_run_started: ZeroDivisionError"),
        ("API_VERSION = 1", "import nobody_has_this", "breaks on import: ModuleNotFoundError"),
    ],
)
def test_a_pack_that_does_not_fit(stranger: Tree, was: str, now: str, words: str) -> None:
    """A pack for another interface, or one that breaks, is named, and nothing runs."""
    assert was in STRANGER
    stranger.write("site/bird_pack/__init__.py", STRANGER.replace(was, now))
    assert words in " ".join(stranger.fails("check", "birds.txt").split())


def test_a_listed_pack_that_is_not_there() -> None:
    """A pack that is not installed is said to be so."""
    with pytest.raises(PackError, match="is not installed"):
        load_packs(("nobody-has-this",))


def specifications() -> list[Any]:
    """The functions that are hooks."""
    return [found for name, found in vars(hooks).items() if name.startswith("filinglint_")]


@pytest.mark.parametrize("hook", specifications(), ids=lambda hook: hook.__name__)
def test_each_hook_is_explained(hook: Any) -> None:
    """A hook says what it is for, and shows how it is used; the stranger above uses it."""
    words = inspect.getdoc(hook) or ""
    assert f">>> @hookimpl\n... def {hook.__name__}(" in words
    assert f"@hookimpl\ndef {hook.__name__}(" in STRANGER
    assert f"`{hook.__name__}`" in (Path(__file__).parents[2] / "docs" / "pack.md").read_text("utf-8")
