"""Cases are found beside their rules, and what is wrong with them is said."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pluggy
import pytest

from filinglint import hooks
from filinglint.cases import CaseResult, cases_of, judge_case
from filinglint.catalogue import Catalogue
from filinglint.documents.submission import Submission
from filinglint.errors import PackError
from filinglint.facts.extractor import submission as whole_submission
from filinglint.finding import Confidence, Observation, Outcome, Severity
from filinglint.located import NotApplicable
from filinglint.rule import Authority, Rule
from filinglint.spans import Span

PACK = "acme_rules"
FOLDER = "words/draft_left"


def draft_left(text: Submission) -> Iterator[Observation]:
    """Point at every DRAFT; a text that says PRIVATE is none of this rule's."""
    if "PRIVATE" in text.source.text:
        raise NotApplicable("it is private")
    at = text.source.text.find("DRAFT")
    while at >= 0:
        yield Observation(Span(at, at + 5), "the word 'DRAFT' is left")
        at = text.source.text.find("DRAFT", at + 5)


RULE = Rule(
    code="ACM001",
    slug="draft-word-left",
    severity=Severity.WARNING,
    confidence=Confidence.HIGH,
    authority=(Authority("Manual of the house, section 1"),),
    reads=(whole_submission,),
    check=draft_left,
    title="A text that is published is no draft.",
    rationale="",
    remedy="take the word out",
    module=f"{PACK}.words.draft_left",
)


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for the cases of a rule in a pack that can be imported."""
    (tmp_path / PACK).mkdir()
    (tmp_path / PACK / "__init__.py").write_text('"""A pack."""\n', "utf-8")
    folder = tmp_path / PACK / "cases" / FOLDER
    folder.mkdir(parents=True)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, PACK, raising=False)
    return folder


def catalogue() -> Catalogue:
    """A catalogue of the one rule."""
    manager = pluggy.PluginManager(hooks.PROJECT)
    manager.add_hookspecs(hooks)
    return Catalogue((RULE,), manager)


def case(pack: Path, text: str, findings: str) -> CaseResult:
    """What comes of a case with that text and that expectation."""
    (pack / "old.txt").write_text(text, "utf-8")
    (pack / "old.findings").write_text(findings, "utf-8")
    (found,) = cases_of(PACK, catalogue())
    assert found.name == f"{FOLDER}/old"
    return judge_case(found, found.data, catalogue())


@pytest.mark.parametrize(
    ("text", "findings", "holds"),
    [
        ("a\nA DRAFT\n", "# kind=document\n2:3 ACM001 the word 'DRAFT' is left\n", True),
        ("A DRAFT\n", "# kind=document\n2:3 ACM001 the word 'DRAFT' is left\n", False),  # elsewhere
        ("A DRAFT\n", "# kind=document\n", False),
        ("fine\n", "# kind=document\n", True),
        ("fine\n", "# kind=document\n1:1 ACM001 the word 'DRAFT' is left\n", False),
        ("PRIVATE\n", "# kind=document\n", False),  # silent, but it did not pass
        ("PRIVATE\n", "# kind=document outcome=not-applicable\n", True),
        ("fine\n", "# kind=bcp-summary outcome=not-applicable\n", True),
    ],
)
def test_a_case_holds_when_the_rule_says_just_that(pack: Path, text: str, findings: str, holds: bool) -> None:
    """Places, messages and outcome must all be those expected."""
    assert case(pack, text, findings).holds is holds


def test_a_case_that_does_not_hold_says_what_came(pack: Path) -> None:
    """Expectation and result stand below each other, with the reason of the outcome."""
    words = str(case(pack, "PRIVATE\n", "# kind=document\n1:1 ACM001 the word 'DRAFT' is left\n"))
    assert "does not hold" in words
    assert "1:1 ACM001 the word 'DRAFT' is left" in words
    assert f"{Outcome.NOT_APPLICABLE.value} (it is private)" in words


@pytest.mark.parametrize(
    ("files", "complaint"),
    [
        ({"old.txt": "x"}, "half a case"),
        ({"old.findings": ""}, "half a case"),
        ({"old.txt": "x", "old.findings": "# color=red\n"}, "sets what there is not"),
        ({"../other/old.txt": "x"}, "bears the name of no rule"),
    ],
)
def test_a_broken_case_is_named(pack: Path, files: dict[str, str], complaint: str) -> None:
    """A case that cannot be run is no silent pass."""
    for name, text in files.items():
        (pack / name).parent.mkdir(exist_ok=True)
        (pack / name).write_text(text, "utf-8")
    with pytest.raises(PackError, match=complaint):
        list(cases_of(PACK, catalogue()))


def test_a_folder_may_be_named_by_the_slug(pack: Path) -> None:
    """Rules that come from one file have their cases under their slugs."""
    folder = pack.rename(pack.with_name("draft_word_left"))
    (folder / "old.txt").write_text("fine\n", "utf-8")
    (folder / "old.findings").write_text("# kind=document\n", "utf-8")
    assert [found.rule.code for found in cases_of(PACK, catalogue())] == ["ACM001"]
