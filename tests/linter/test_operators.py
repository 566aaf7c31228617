"""Every operator of rules in YAML: where it holds, where it does not, and what is said to who uses it wrongly."""

from __future__ import annotations

import re
import textwrap
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import filinglint
from filinglint.cases import cases_of, judge_case
from filinglint.catalogue import Catalogue, load_catalogue, vocabulary_of
from filinglint.documents.signs import plain, sign
from filinglint.documents.submission import read_document
from filinglint.engine import check
from filinglint.errors import PackError
from filinglint.facts.wording import Sought, Wording
from filinglint.facts.words import Needs
from filinglint.finding import Finding, Outcome
from filinglint.judging import Options
from filinglint.plugins import load_packs
from filinglint.rulebook.concepts import Concepts
from filinglint.rulebook.parsing import OPERATORS
from filinglint.rulebook.patterns import PatternError, linear, words_of
from filinglint.source import Source
from filinglint_schemas import load_schema

FILING = (Path(__file__).resolve().parents[2] / "examples" / "8-k-clean.txt").read_text("utf-8")
SUMMARY = """Larkspur Example LLC: Business Continuity Plan Summary

Larkspur Example LLC has a business continuity plan. Our clients can call 800-555-0100. If customers cannot reach us,
they send an email to help@larkspur.example. This summary was last revised on June 3, 2025.

Contacting us

Call 800-555-0199. Clients may write as well.

Our offices

We work from Denver. Clients visit us there.
"""
HEAD = """\
pack: acme-house
kinds: [{kind}]
concepts:
  clients: [client*, customer*]
rules:
  - code: ACM001
    slug: so-it-is
    title: A text is as the house wants it.
    severity: warning
    authority: [{{instrument: "Manual of the house, section 1", obligation: should}}]
    rationale: Who has no rule has no peace.
    remedy: mend it
"""


def catalogue(folder: Path, body: str, kind: str = "bcp-summary") -> Catalogue:
    """The catalogue with one rule of that body."""
    path = folder / f"acme{len(list(folder.iterdir()))}.yaml"
    message = "" if "message:" in body else "message: so it is not\n"
    text = HEAD.format(kind=kind) + textwrap.indent(textwrap.dedent(body) + "\n" + message, "    ")
    path.write_text(text, "utf-8")
    return load_catalogue((), (str(path),), tried=False)


def came(folder: Path, body: str, text: str, kind: str, settings: str = "") -> tuple[Outcome, list[Finding]]:
    """What comes of that rule on *text*, judged as of 2026-01-02."""
    loaded = catalogue(folder, body + f"\ncases: [{{silent: x, kind: {kind}{settings}}}]\n", kind)
    (case,) = cases_of("acme-house", loaded)
    result = judge_case(case, text.encode(), loaded)
    (outcome,) = {outcome for outcome, _ in result.outcomes}
    return outcome, list(result.findings)


# The body of a rule; what comes of it on the summary; the words at the places of its findings.
ON_THE_SUMMARY = [
    # where
    ("where: {section: contacting us}\nrequire: {fact: phone}", "passed", []),
    ("where: {section: our office*}\nrequire: {fact: phone}", "failed", None),
    ("where: {section: complaints}\nrequire: {fact: phone}", "not-applicable", []),
    ("where: {section: ['our office*', contacting us]}\nforbid: client*", "failed", ["Clients", "Clients"]),
    ("where: {paragraph: denver}\nrequire: {fact: phone}", "failed", None),
    ("where: {heading: '*'}\nforbid: {regex: 'Us'}", "passed", []),
    # phrases with word variants, bare and named
    ("require: clients|customers [can] call", "passed", []),
    ("require: client* ~2 write", "passed", []),
    ("require: {concept: clients}", "passed", []),
    ("forbid: {phrase: customers}", "failed", ["customers"]),
    # count
    ("require: {count: client*, min: 3}", "passed", []),
    ("require: {count: client*, max: 2}", "failed", ["Clients"]),
    ("require: {count: client*, min: 9}", "failed", ["clients"]),
    ("require: {count: {concept: clients}, min: 4, max: 4}", "passed", []),
    ("forbid: {count: {fact: phone}, min: 2}", "failed", ["800-555-0100", "800-555-0199"]),
    # order
    ("require: {order: [business continuity plan, last revised, denver]}", "passed", []),
    ("require: {order: [denver, last revised]}", "failed", ["last revised"]),
    ("require: {order: [nowhere, denver]}", "passed", []),
    # one-of
    ("require: {one-of: [email, e-mail]}", "passed", []),
    ("require: {one-of: ['client*', 'customer*']}", "failed", ["customers"]),
    # if and then
    ("require: {if: {fact: phone}, then: call}", "passed", []),
    ("require: {if: {fact: phone}, then: toll-free}", "failed", ["800-555-0100"]),
    ("require: {if: fax, then: toll-free}", "passed", []),
    ("if: {fact: phone}\nthen: toll-free", "failed", ["800-555-0100"]),
    ("if: fax\nthen: toll-free", "not-applicable", []),
    # date
    ("require: {date: last revised, not-older-than: 1 year}", "passed", []),
    ("require: {date: last revised, not-older-than: 6 months}", "failed", ["June 3, 2025"]),
    ("require: {date: last revised, not-older-than: 213 days}", "passed", []),
    ("require: {date: last revised, not-after: as-of, not-before: 2025-01-01}", "passed", []),
    ("require: {date: last revised, not-after: 2025-01-01}", "failed", ["June 3, 2025"]),
    ("require: {date: last revised, not-before: 2025-06-04}", "failed", ["June 3, 2025"]),
    ("require: {date: effective, not-older-than: 1 year}", "failed", None),
    # regex
    ("require: {regex: '[0-9]{3}-555-[0-9]{4}'}", "passed", []),
    ("forbid: {regex: '555-01[0-9]{2}'}", "failed", ["555-0100", "555-0199"]),
    ("forbid: {regex: 'call 800'}", "failed", ["call 800"]),
    # combined
    ("require: {any: [toll-free, {count: client*, max: 1}]}", "failed", ["Clients"]),
    ("require: {all: [call, {not: toll-free}]}", "passed", []),
    ("require: {at-least: 2, of: [call, write, fly]}", "passed", []),
]
ON_THE_FILING = [
    # facts
    ("require: {fact: cover.registrants.name}", "passed", []),
    ("require: {fact: cover.registrants.name, is: 'Larkspur Instruments, Inc.'}", "passed", []),
    ("require: {fact: cover.registrants.name, is: [Somebody Else, Another]}", "failed", ["LARKSPUR INSTRUMENTS, INC."]),
    ("require: {fact: cover.registrants.file_numbers, includes: [001-99821, 001-99822]}", "passed", []),
    ("require: {fact: 'cover.registrants[1].commission_file_number', matches: '[0-9]{3}-[0-9]{5}'}", "passed", []),
    ("require: {fact: cover.registrants.commission_file_number, matches: '333-[0-9]{6}'}", "failed", ["001-99821"]),
    ("require: {fact: cover.period}", "failed", None),
    ("require: {fact: items.number, is: ['5.02', '7.01', '9.01']}", "passed", []),
    ("require: {fact: exhibits.attached.number, includes: '99.1'}", "passed", []),
    ("forbid: {fact: header.filed}", "failed", ["20241107"]),
    # equal-facts
    ("require: {equal-facts: [cover.registrants.commission_file_number, header.filers.file_number]}", "passed", []),
    ("require: {equal-facts: [cover.date_of_report, header.period]}", "passed", []),
    ("require: {equal-facts: [header.filed, header.period]}", "failed", ["20241104"]),
    ("require: {equal-facts: [cover.period, header.period]}", "not-applicable", []),
    # schema
    ("require: {schema: {required: [telephone, form_name]}, of: cover}", "passed", []),
    ("require: {schema: {required: [period]}, of: cover}", "failed", None),
    (
        "require: {schema: {properties: {telephone: {pattern: '^\\(303\\)'}}}, of: cover}",
        "failed",
        ["(207) 555-0142"],
    ),
    # date of a fact
    ("require: {date: {fact: header.period}, not-after: {fact: header.filed}}", "passed", []),
    ("require: {date: {fact: header.filed}, not-after: {fact: header.period}}", "failed", ["20241107"]),
    ("require: {date: {fact: header.filed}, not-older-than: 2 months}", "passed", []),
    # where: only documents of a type
    ("where: {document: EX-10.1}\nrequire: salary", "passed", []),
    ("where: {document: 'EX-1*'}\nrequire: xylophone", "failed", None),
    ("where: {document: EX-77}\nrequire: xylophone", "not-applicable", []),
    ("where: {document: 8-K, table: portland}\nrequire: maine", "passed", []),
]


@pytest.mark.parametrize(("body", "outcome", "words"), ON_THE_SUMMARY, ids=[one[0] for one in ON_THE_SUMMARY])
def test_operators_on_a_text(tmp_path: Path, body: str, outcome: str, words: list[str] | None) -> None:
    """An operator holds or does not, and shows why at the words themselves; None is the text as a whole."""
    got, findings = came(tmp_path, body, SUMMARY, "bcp-summary")
    assert got is Outcome(outcome)
    if words is None:
        assert len(findings) == 1
    else:
        assert [finding.spot.text for finding in findings] == words


@pytest.mark.parametrize(("body", "outcome", "words"), ON_THE_FILING, ids=[one[0] for one in ON_THE_FILING])
def test_operators_on_a_filing(tmp_path: Path, body: str, outcome: str, words: list[str] | None) -> None:
    """Facts of filings are asked by the names under which they are printed; a document is asked by itself."""
    loaded = catalogue(tmp_path, body + "\ncases: [{silent: x, kind: submission}]\n", "submission")
    (case,) = cases_of("acme-house", loaded)
    result = judge_case(case, FILING.encode(), loaded)
    outcomes = {came for came, _ in result.outcomes}
    assert Outcome(outcome) in outcomes
    assert outcomes <= {Outcome(outcome), Outcome.NOT_APPLICABLE}
    if words is None:
        assert len(result.findings) == 1
    else:
        assert [finding.spot.text for finding in result.findings] == words


WRONG = [
    ("where: {chapter: one}\nrequire: x", "unknown key 'chapter'"),
    ("where: {section: one, table: two}\nrequire: x", "'section' is one already"),
    ("where: {section: '~1 x'}\nrequire: x", "a phrase begins and ends with a word"),
    ("where: {document: ex-99}\nrequire: x", "such as EX-99.1"),
    ("where: {section: one}\nrequire: {disclosure: written_copy}", "asked of a text as a whole, not of a section"),
    ("require: {count: x}", "'count' needs 'min' or 'max'"),
    ("require: {count: x, min: 3, max: 2}", "3 at least and 2 at most"),
    ("require: {count: x, min: many}", "a whole number"),
    ("require: {min: 2}", "'min' stands beside count"),
    ("require: {phrase: x, max: 2}", "'max' stands beside count, and there is none here"),
    ("require: {order: [x]}", "'order' is about two things or more"),
    ("require: {order: x}", "a list of conditions"),
    ("require: {one-of: [x]}", "'one-of' is about two things or more"),
    ("require: {if: x}", "'if' needs 'then' beside it"),
    ("if: x", "'if' needs 'then' beside it"),
    ("when: y\nif: x\nthen: z", "'if' and 'when' say the same"),
    ("require: {date: x}", "'date' needs 'not-older-than', 'not-before' or 'not-after'"),
    ("require: {date: x, not-older-than: long}", "an age, such as 18 months"),
    ("require: {date: x, not-after: tomorrow}", "give a day such as 2025-01-31"),
    ("require: {date: {regex: x}, not-after: as-of}", "the words that the date stands beside"),
    ("require: {equal-facts: [cover.telephone]}", "a list"),
    ("require: {equal-facts: [cover.telephone, cover.telefone]}", "did you mean 'cover.telephone'?"),
    ("require: {fact: cover.registrants.nam}", "did you mean 'cover.registrants.name'?"),
    ("require: {fact: cove.telephone}", "no facts are called 'cove'; did you mean 'cover'?"),
    ("require: {fact: Cover.Telephone}", "'Cover.Telephone' is no name of a fact"),
    ("require: {fact: phone, is: '1'}", "what 'phone' says cannot be asked"),
    ("require: {phrase: x, is: y}", "'is' stands beside fact"),
    ("require: {schema: {type: object}}", "'schema' needs 'of' beside it"),
    ("require: {schema: {type: thing}, of: cover}", "this is no JSON Schema"),
    ("require: {schema: {$ref: 'https://example.example'}, of: cover}", "'$ref' is not read"),
    ("require: {schema: {pattern: 'a+'}, of: cover}", "'*', '+' and '{2,}' have no end"),
    ("require: {regex: 'a*b'}", "'*', '+' and '{2,}' have no end"),
    ("require: {regex: '(a'}", "this is no regular expression"),
    ("require: {phrase: 'call ~3'}", "a phrase begins and ends with a word"),
    ("require: {concept: klients}", "did you mean 'clients'?"),
    ("require: {frase: x}", "did you mean 'phrase'?"),
    ("require: x\nmessage: it is {why} so", "there is no {why} here; there are {what}, {missing}, {met}"),
    ("require: [x]", "a condition, such as"),
]


@pytest.mark.parametrize(("body", "words"), WRONG, ids=[one[0] for one in WRONG])
def test_wrong_use_is_told(tmp_path: Path, body: str, words: str) -> None:
    """Who uses an operator wrongly is told what will not do, with its line."""
    kind = "bcp-summary" if "disclosure" in body or "phone" in body else "submission"
    with pytest.raises(PackError) as caught:
        catalogue(tmp_path, body, kind)
    assert words in caught.value.reason
    assert ".yaml:" in caught.value.pack


def test_messages_say_why(tmp_path: Path) -> None:
    """What shows that something does not hold is in the message, with what belongs to it beside it."""
    body = "require: {one-of: ['client*', 'customer*']}\nmessage: \"two words are used: {why} ({words})\""
    _, (finding,) = came(tmp_path, body, SUMMARY, "bcp-summary")
    assert finding.message == "two words are used: 'customer*' here, 'client*' elsewhere (customers)"
    assert [spot.text for spot in finding.related] == ["clients"]


def test_a_text_in_another_language_cannot_be_told(tmp_path: Path) -> None:
    """Words that are looked for in English are not missing where nobody writes English."""
    text = (
        "Plan de continuidad del negocio de la casa. Las personas que no pueden llamar a la oficina por una "
        "emergencia en la ciudad se comunican con el banco para que los valores de la cuenta no se pierdan, y es "
        "la casa la que responde por su dinero en los días que siguen.\n"
    )
    assert came(tmp_path, "require: toll-free", text, "bcp-summary")[0] is Outcome.CANNOT_TELL
    assert came(tmp_path, "forbid: emergencia", text, "bcp-summary")[0] is Outcome.FAILED


@pytest.mark.parametrize("expression", ["a{1,30}b", "(?:ab|cd){0,5}e", "[A-Z]{2}[0-9]{3,6}", "(?i)no\\. [0-9]{1,9}"])
def test_linear_expressions(expression: str) -> None:
    """What ends soon is read."""
    assert linear(expression).pattern == expression


@pytest.mark.parametrize(
    "expression",
    ["a+", "a*b", "a{2,}", "(a{1,9}){1,9}b", "(a)\\1", "(?=a)b", "(?<!a)b", "(?:a|b|ab){1,12}c", "a?", "x" * 501,
     ".{0,200}a.{0,200}b", "(?P<x>a)(?P=x)", "((("],
)  # fmt: skip
def test_expressions_that_might_take_long(expression: str) -> None:
    """What has no end, looks around or could be read in many ways is refused."""
    with pytest.raises(PatternError):
        linear(expression)


@pytest.mark.parametrize(
    ("expression", "words"),
    [
        ("Imogene Farrow|Farrow-Land|Tobias Wrenn?", {"imogene", "farrow-land", "tobias"}),
        ("(?:Exhibit|EXHIBIT) [0-9]{1,3}", {"xhibit"}),
        ("ab{2,3}(?:long|longer){1,2}", {"long"}),
        ("(?i)Soci\u00e9t\u00e9 g", {"soci"}),
        ("a{0,3}bc", set()),
        ("(?:Larkspur)? Inc", {"inc"}),
        ("(?:Larkspur|)x", set()),
        ("[Ll]arkspur|CRS", {"arkspur", "crs"}),
    ],
)
def test_words_of_an_expression(expression: str, words: set[str]) -> None:
    """Of some words one stands wherever an expression is found, in whatever case."""
    assert linear(expression)
    assert words_of(expression) == words


@given(
    st.sampled_from(["(?i)Larks(?:pur|hire)|Wren[ns]{0,2} Co", "Item [0-9]{1,2}(?:ks)?", "(?i:skin)+"]).flatmap(
        lambda expression: st.tuples(st.just(expression), st.from_regex(expression, fullmatch=True))
    )
)
def test_what_an_expression_finds_has_one_of_its_words(drawn: tuple[str, str]) -> None:
    """Nothing is found where none of the words is, whatever letters are taken for those of ASCII."""
    expression, text = drawn
    assert any(word.encode() in plain(text) for word in words_of(expression))


@given(
    st.lists(st.sampled_from(["Wren", "WREN ", "  Land", "x", "\n", "\n\n", "Farrow-", " "]), max_size=20).map("".join)
)
def test_blocks_without_a_word_are_passed_over(text: str) -> None:
    """An expression is found where it is found in all of the text."""
    for name in ("a.htm", "a.txt"):
        source = Source.from_bytes(f"<p>{text}</p>".encode(), name)
        said = Wording(read_document(source, "document").documents[0])
        for expression in ("Wren x|Farrow-Land", "(?i)wren", "Farrow- Land"):
            pattern = linear(expression)
            assert said.matches(pattern, {sign(word) for word in words_of(expression)}) == said.matches(pattern)


def test_the_published_schema_knows_what_can_be_asked() -> None:
    """An editor completes each key and word that our packs know, and rejects every other."""
    schema = load_schema("rule-pack")
    condition = schema["$defs"]["condition"]
    terms = vocabulary_of(load_packs()).terms
    beside = {key for keys in OPERATORS.values() for key in keys}
    assert condition["properties"].keys() == {*OPERATORS, *beside, *terms, "present", "as"}
    assert condition["additionalProperties"] is False
    for name, term in terms.items():
        if name != "fact" and term.names is not None:
            assert condition["properties"][name]["enum"] == sorted(term.names())
    for part in schema["$defs"].values():
        if "properties" in part:
            assert part["additionalProperties"] is False
            assert all("description" in told or "$ref" in told for told in part["properties"].values()), (
                "an editor says what a key is for"
            )


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"colour": "red"}, []),
        ({"rules": [{"code": "ACM001", "sevrity": "error"}]}, ["rules", 0]),
        ({"rules": [{"require": {"frase": "x"}}]}, ["rules", 0, "require"]),
        ({"rules": [{"where": {"chapter": "x"}}]}, ["rules", 0, "where"]),
        ({"rules": [{"cases": [{"fires": "x", "colour": "red"}]}]}, ["rules", 0, "cases", 0]),
    ],
)
def test_the_published_schema_rejects_unknown_keys(change: dict[str, Any], path: list[str | int]) -> None:
    """A key that nobody knows is marked where it stands."""
    errors = Draft202012Validator(load_schema("rule-pack")).iter_errors(change)
    assert path in [list(error.absolute_path) for error in errors if error.validator == "additionalProperties"]


def test_our_rules_for_summaries_could_be_a_strangers(tmp_path: Path) -> None:
    """The rules of the BCP pack, as files of somebody else, load and find the same: nothing in them is ours alone."""
    page = Path(__file__).resolve().parents[2] / "examples" / "bcp-summary-defects.txt"
    for file in files("filinglint_bcp").joinpath("rules").iterdir():
        if file.name.endswith(".yaml"):
            text = re.sub(r"code: BCP", "code: STR", file.read_text("utf-8"))
            text = re.sub(r"^(\s+)slug: ", r"\1slug: their-", text, flags=re.M)
            tmp_path.joinpath(file.name).write_text(text, "utf-8")
    tmp_path.joinpath("name.yaml").write_text("pack: strangers\n", "utf-8")
    report = check([str(page)], Options(rule_packs=(str(tmp_path),), today=date(2026, 1, 2)))
    found: dict[str, list[tuple[str, str]]] = {"BCP": [], "STR": []}
    for finding in report.findings:
        found[finding.code[:3]].append((finding.code[3:], finding.message))
    assert found["STR"] == found["BCP"]
    assert len(found["BCP"]) > 5


def everywhere(sought: Sought) -> Sought:
    """The same, looked for in every sentence of every text."""
    return Sought(sought.pattern, Needs)


@pytest.mark.parametrize("name", ["bcp-summary-defects.txt", "bcp-page.html", "8-k-defects.txt"])
def test_words_lead_to_the_same_places(name: str) -> None:
    """What is found by the words that a phrase needs is what is found by looking everywhere."""
    submission = filinglint.read(Path(__file__).resolve().parents[2] / "examples" / name).submission
    brought = vocabulary_of(load_packs()).concepts()
    concepts = Concepts({key: tuple(phrases) for key, phrases in brought.items()})
    assert submission.main is not None
    led = 0
    for concept in concepts.names:
        sought = concepts.sought(concept)
        assert Wording(submission.main).found(sought) == Wording(submission.main).found(everywhere(sought)), concept
        led += not sought.needs.open
    assert led > len(concepts.names) / 2
