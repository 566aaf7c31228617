"""Rules that are answered for lack of their words come to what they come to when they are run."""

from __future__ import annotations

import textwrap
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from filinglint.documents.formats import read_source
from filinglint.documents.submission import Submission
from filinglint.facts.cover import cover_page
from filinglint.facts.extractor import Extractor
from filinglint.kinds import read
from filinglint.limits import Limits
from filinglint.located import CannotTell
from filinglint.rule import Rule
from filinglint.rulebook.packs import RuleFiles
from filinglint.rulebook.terms import Vocabulary
from filinglint.running import Ran, Runner, Subject, Watch

HEAD = """\
pack: house
concepts:
  birds: [heron*, swan, "grey ~2 goose|geese"]
  seen: ["was|were seen", sighted]
rules:
"""
ASKS = (
    'forbid: "grey heron"',
    'forbid: "heron*"',
    'forbid: {any: ["grey heron", "swan ~2 pond"]}',
    'forbid: {any: ["grey heron", "heron*"]}',
    "forbid: {all: [{concept: birds}, {concept: seen}]}",
    "forbid: {at-least: 2, of: [swan, pond, sighted]}",
    "forbid: {not: swan}",
    'forbid: {phrase: swan, present: "no"}',
    "forbid: {phrase: swan, present: weak}",
    'forbid: {regex: "S[w]an"}',
    'forbid: {any: [swan, {regex: "G[r]ey"}]}',
    'forbid: {regex: "(?i:swan|Geese)"}',
    'forbid: {all: [{regex: "Two herons"}, swan]}',
    'forbid: {any: [{regex: "back-?up"}, {regex: "off the pond"}]}',
    "when: {regex: Empresa}\n    forbid: swan",
    'forbid: "*anden"',
    "forbid: {all: [swan, {fact: cover.telephone}]}",
    'forbid: "naïve café"',
    'forbid: "back-up"',
    "forbid: ας",
    "require: swan",
    "if: swan\n    then: pond",
    "if: {concept: seen}\n    then: {fact: cover.telephone}",
    "if: swan\n    then: {fact: cover.telephone}",
    "when: {fact: cover.telephone}\n    forbid: swan",
    "unless: pond\n    forbid: swan",
    "when: swan\n    unless: pond\n    forbid: seen",
    "where: {document: EX-99}\n    forbid: swan",
    "where: {section: pond}\n    forbid: swan",
    "where: {document: [EX-99*, GRAPHIC]}\n    when: swan\n    require: pond",
    "where: {document: EX-99, section: pond}\n    forbid: swan",
    "where: {document: EX-99}\n    require: {fact: cover.telephone}",
    "where: {document: EX-99}\n    when: {fact: cover.telephone}\n    forbid: swan",
    "forbid: swan\n    related: [{phrase: pond, as: the pond}]",
    "when: swan\n    forbid: seen\n    related: [{phrase: pond, as: the pond}]",
)
SPANISH = "<p>El informe de la empresa se presenta con los datos de las cuentas que son de la sociedad en el año.</p>"
BODIES = (
    "<p>Nothing of the sort.</p>",
    "<p>A grey heron was seen at the pond.</p>",
    "<h1>The swan pond</h1><p>Two herons were sighted, and a “swan”.</p>",
    "<p>Grey geese; a naïve\u00a0café. Backup, or back\u2011up.</p>",
    "<p>ΑΣ. A swan ΑΣΑ.</p>",
    "<nav>A swan in the pond</nav><p>Nothing was seen.</p>",
    SPANISH,
    SPANISH + "<p>Un swan.</p>",
    "",
)


@cache
def rules() -> tuple[Rule, ...]:
    """A pack of them."""
    made = [
        f"  - code: ACM{number:03}\n    slug: so-it-is-{number}\n    title: No birds are seen.\n    severity: warning\n"
        f"    authority: [{{instrument: Manual, obligation: should}}]\n    {asks}\n    message: so it is\n"
        "    rationale: Birds are of no concern to anybody here.\n    remedy: take it out\n"
        for number, asks in enumerate(ASKS)
    ]
    files = RuleFiles.read([("house.yaml", (HEAD + "".join(made)).encode())])
    return files.rules("house", Vocabulary(facts=lambda: {"cover": cover_page}))


def filing(body: str) -> Submission:
    """A filing with that body in a report and in an exhibit, and with a picture."""
    documents = "".join(
        f"<DOCUMENT>\n<TYPE>{kind}\n<SEQUENCE>{number}\n<TEXT>\n{text}\n</TEXT>\n</DOCUMENT>\n"
        for number, (kind, text) in enumerate(
            (("8-K", f"<html><body>{body}</body></html>"), ("EX-99", body), ("GRAPHIC", "begin 644 a.gif\nend")), 1
        )
    )
    text = f"<SEC-DOCUMENT>a.txt\n<SEC-HEADER>\n<TYPE>8-K\n</SEC-HEADER>\n{documents}</SEC-DOCUMENT>\n"
    return read(read_source(text.encode(), "a.txt"), "submission", lambda _: None).submission


def run(submission: Submission, chosen: tuple[Rule, ...]) -> list[Ran]:
    """What comes of *chosen* on each document."""
    with Watch(Limits()) as watch:
        runner = Runner(submission, watch, verbose=False)
        subjects = [Subject(document) for document in submission.documents]
        return [runner.run(rule, subject) for rule in chosen for subject in subjects]


@pytest.mark.parametrize("body", BODIES)
def test_rules_that_are_not_run_come_to_what_they_come_to_when_they_are(body: str) -> None:
    """Whatever they ask, and whatever the text has, its language and its documents that nobody reads among it."""
    alone = tuple(replace(rule, glance=None) for rule in rules())
    assert run(filing(body), rules()) == run(filing(body), alone)


def test_most_rules_are_not_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a text that has none of their words, rules that need them are told without being run."""
    ran: list[str] = []
    whole = Runner._ran

    def counted(runner: Runner, rule: Rule, facts: Any) -> Ran:
        ran.append(textwrap.dedent(ASKS[int(rule.code[3:])]))
        return whole(runner, rule, facts)

    monkeypatch.setattr(Runner, "_ran", counted)
    run(filing("<p>Nothing of the sort.</p>"), rules())
    assert not [asks for asks in ran if asks in ('forbid: "heron*"', "if: swan\n    then: {fact: cover.telephone}")]
    assert "forbid: {not: swan}" in ran  # of which nothing is told by a lack of words


def test_facts_are_read_for_rules_that_are_about_the_text() -> None:
    """Where what a rule applies to is not there, nothing is read for the rest of it, and nothing of that is said."""
    read_for: list[str] = []

    def find(submission: Submission, _: object) -> Any:
        read_for.append(submission.path)
        raise CannotTell("it is smudged")

    smudged: Extractor[Any] = Extractor("cover", cover_page.kinds, False, find)
    pack = HEAD.partition("concepts")[0] + (
        "rules:\n  - code: ACM001\n    slug: so-it-is\n    title: No birds are seen.\n    severity: warning\n"
        "    authority: [{instrument: Manual, obligation: should}]\n    if: swan\n    then: {fact: cover.telephone}\n"
        "    message: so it is\n    rationale: Birds are of no concern to anybody here.\n    remedy: take it out\n"
    )
    made = RuleFiles.read([("house.yaml", pack.encode())]).rules(
        "house", Vocabulary(facts=lambda: {"cover": smudged}), checked=False
    )
    for glanced in (made, tuple(replace(rule, glance=None) for rule in made)):
        assert [ran.reason for ran in run(filing("<p>A heron.</p>"), glanced)][:2] == [
            "what it applies to is not in the text"
        ] * 2
        assert not read_for
        assert [ran.reason for ran in run(filing("<p>A swan.</p>"), glanced)][:2] == ["it is smudged"] * 2
        assert read_for == ["a.txt"]
        read_for.clear()
