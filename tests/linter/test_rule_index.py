"""The indexes of our packs say what the rules say, and are believed only while they do."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from dataclasses import fields
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from filinglint import rule_index
from filinglint.catalogue import load_catalogue, vocabulary_of
from filinglint.plugins import load_packs
from filinglint.rule import Rule
from filinglint.rule_index import INDEXED, IndexedRule
from filinglint.rulebook.packs import load_rule_folder

EDGAR = str(files("filinglint_edgar"))
BCP = Path(str(files("filinglint_bcp").joinpath("rules")))


def fresh() -> dict[str, list[Rule]]:
    """Return the rules of the folders of our packs, from their modules and files."""
    vocabulary = vocabulary_of(load_packs())
    return {
        EDGAR: list(rule_index.walked("filinglint_edgar")),
        str(BCP): list(load_rule_folder(BCP, "filinglint_bcp", vocabulary, checked=False)),
    }


def test_indexes_are_the_rules() -> None:
    """An index is what the rules are: when a rule comes or changes, 'make edition' writes it anew."""
    for folder, rules in fresh().items():
        stated = Path(folder, rule_index.INDEX).read_text("utf-8")
        assert stated == rule_index.written(folder, rules), "run 'make edition'"


def test_an_indexed_rule_is_the_rule() -> None:
    """What the index says of a rule, and what is loaded when it is asked for, is what its module says."""
    whole = {rule.code: rule for rules in fresh().values() for rule in rules}
    for rule in load_catalogue().rules:
        for name in INDEXED:
            assert getattr(rule, name) == getattr(whole[rule.code], name), (rule.code, name)
        assert rule.per_document == whole[rule.code].per_document
        assert (rule.title, rule.rationale) == (whole[rule.code].title, whole[rule.code].rationale)
        later = {field.name for field in fields(Rule)} - set(INDEXED)
        assert later <= vars(rule).keys(), "one asked for, all are there"


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pack of one rule, with its index."""
    family = tmp_path / "larkspur" / "cover"
    family.mkdir(parents=True)
    (family.parent / "__init__.py").write_text("")
    (family / "__init__.py").write_text("")
    (family / "motto.py").write_text(
        "from filinglint.facts.cover import cover_page\n"
        "from filinglint.rule import Authority, rule\n"
        '@rule("LRK001", "motto", reads=(cover_page,), remedy="put it there", authority=Authority("House rules"))\n'
        "def motto(cover):\n"
        '    """The cover page bears the motto."""\n'
        "    yield from ()\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    for name in [name for name in sys.modules if name.partition(".")[0] == "larkspur"]:
        del sys.modules[name]
    folder = str(family.parent)
    Path(folder, rule_index.INDEX).write_text(rule_index.written(folder, rule_index.walked("larkspur")))
    return family


def kinds(rules: Iterable[Rule]) -> list[tuple[type[Any], str]]:
    """Return how each of *rules* is known, with its slug."""
    return [(type(rule), rule.slug) for rule in rules]


def test_a_change_is_seen_without_a_new_index(pack: Path) -> None:
    """A file that comes, goes or has another size takes the index out of use."""
    rules = partial(rule_index.rules_of, "larkspur")
    assert kinds(rules()) == [(IndexedRule, "motto")]
    (pack / "further.py").write_text("")
    assert kinds(rules()) == [(Rule, "motto")]
    (pack / "further.py").unlink()
    assert kinds(rules()) == [(IndexedRule, "motto")]
    with (pack / "motto.py").open("a") as file:
        file.write("# more\n")
    assert kinds(rules()) == [(Rule, "motto")]
    (pack.parent / rule_index.INDEX).unlink()
    assert kinds(rules()) == [(Rule, "motto")]


def test_only_rules_that_judge_are_imported(tmp_path: Path) -> None:
    """A run imports no rule that judges none of its inputs."""
    (tmp_path / "a.txt").write_text("<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\nPress release\n</TEXT>\n</DOCUMENT>\n")
    code = (
        "import sys\nfrom filinglint.cli import main\n"
        "main(['check', 'a.txt', '--select', 'COV004', '--no-progress', '-q'], standalone_mode=False)\n"
        "print(*sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert "filinglint_edgar" in loaded
    assert not [name for name in loaded if name.startswith(("filinglint_edgar.", "filinglint_bcp.", "yaml"))]
