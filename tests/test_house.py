"""The house rules: every rule, module and page is built as CONTRIBUTING.md says."""

from __future__ import annotations

import ast
import re
import tomllib
from collections import Counter, defaultdict
from itertools import chain
from pathlib import Path

import click
import pytest

from filinglint.cases import Case, cases_of
from filinglint.catalogue import load_catalogue
from filinglint.cli import main
from filinglint.finding import Confidence, Outcome, Severity
from filinglint.rule import Rule

ROOT = Path(__file__).resolve().parent.parent
PACKS = ("filinglint_edgar", "filinglint_bcp")
FAMILIES = {
    "HDR": "header",
    "DOC": "documents",
    "FMT": "format",
    "COV": "cover",
    "ITM": "items",
    "EXH": "exhibits",
    "SIG": "signatures",
    "CRT": "certifications",
    "DTE": "dates",
    "INT": "integrity",
}
# Only the SEC could sign a case that passes; the tests on real filings stand in for it.
UNFORGEABLE = {"INT001"}
SOURCES = sorted(chain.from_iterable((ROOT / folder).rglob("*.py") for folder in ("linter", "rules", "schemas")))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
RULES = load_catalogue().rules
CASES: dict[str, list[Case]] = defaultdict(list)
for _case in chain.from_iterable(cases_of(pack, load_catalogue()) for pack in PACKS):
    CASES[_case.rule.code].append(_case)

every_rule = pytest.mark.parametrize("rule", RULES, ids=[rule.code for rule in RULES])
every_source = pytest.mark.parametrize("path", SOURCES, ids=[str(path.relative_to(ROOT)) for path in SOURCES])


def family(rule: Rule) -> str:
    """The letters of the rule's code."""
    return rule.code.rstrip("0123456789")


@every_rule
def test_a_rule_states_its_requirement(rule: Rule) -> None:
    """The title is one sentence that begins with a capital, and more is said below it."""
    assert re.fullmatch(r"[A-Z0-9“'].{15,200}\.", rule.title), rule.title
    assert len(re.findall(r"[a-z]{2}\. [A-Z]", rule.title)) == 0, f"{rule.code}: the title is one sentence"
    assert len(rule.rationale) > 20, f"{rule.code}: say why it matters and how it goes wrong"


@every_rule
def test_a_rule_cites_what_can_be_looked_up(rule: Rule) -> None:
    """Each authority names an instrument, and begins before it ends."""
    assert rule.authority
    for authority in rule.authority:
        assert re.search(r"[A-Z0-9]", authority.instrument)
        assert len(authority.instrument) > 5
        assert (
            authority.effective_from is None
            or authority.effective_to is None
            or (authority.effective_from <= authority.effective_to)
        )


@every_rule
def test_a_remedy_is_what_to_do(rule: Rule) -> None:
    """The remedy is an imperative: lower case, no full stop."""
    assert re.match(r"[a-z]", rule.remedy), rule.remedy
    assert not rule.remedy.rstrip().endswith("."), rule.remedy


@every_rule
def test_an_error_is_sure(rule: Rule) -> None:
    """Nobody is stopped by a guess: neither low confidence nor a preview makes an error."""
    severities = {rule.severity, *rule.profiles.values()}
    if Severity.ERROR in severities:
        assert rule.confidence is not Confidence.LOW
        assert rule.status == "stable"


@every_rule
def test_a_rule_lives_at_its_address(rule: Rule) -> None:
    """The family of a code is the folder of its module and of its cases, in one pack."""
    pack, _, _ = rule.module.partition(".")
    assert pack in PACKS
    assert (family(rule) == "BCP") == (pack == "filinglint_bcp")
    if family(rule) in FAMILIES:
        assert rule.module.split(".")[1] == FAMILIES[family(rule)]
        assert {case.name.partition("/")[0] for case in CASES[rule.code]} <= {FAMILIES[family(rule)]}


@every_rule
def test_a_rule_has_a_case_each_way(rule: Rule) -> None:
    """One case shows the rule failing, one shows it passing."""
    outcomes = {case.outcome for case in CASES[rule.code]}
    assert Outcome.FAILED in outcomes, f"{rule.code} {rule.slug} has no case that fails"
    if rule.code not in UNFORGEABLE:
        assert Outcome.PASSED in outcomes, f"{rule.code} {rule.slug} has no case that passes"


@every_rule
def test_messages_say_what_is_there(rule: Rule) -> None:
    """A message begins in lower case or with a value, and has no full stop at its end."""
    for line in chain.from_iterable(case.expected for case in CASES[rule.code] if not case.marked):
        _, code, message = line.split(" ", 2)
        assert code == rule.code
        assert not message.endswith("."), message
        first = message.split()[0].strip("',")
        assert (
            first[0].islower() or not first.isalpha() or first.isupper() or message.startswith(("'", "Item ", "Part "))
        ), message


def test_codes_and_slugs_are_given_once() -> None:
    """No two rules share a code or a slug."""
    assert [name for name, count in Counter(rule.code for rule in RULES).items() if count > 1] == []
    assert [name for name, count in Counter(rule.slug for rule in RULES).items() if count > 1] == []


def test_a_module_holds_one_rule() -> None:
    """In the pack for filings each rule has a module to itself."""
    modules = Counter(rule.module for rule in RULES if rule.module.startswith("filinglint_edgar."))
    assert [module for module, count in modules.items() if count > 1] == []


def test_the_rules_for_summaries_are_declared() -> None:
    """In the pack for summaries each rule is in a file of YAML, which has the name of the folder of its cases."""
    for rule in RULES:
        if rule.module.startswith("filinglint_bcp."):
            family = rule.module.rpartition(".")[2]
            assert (ROOT / "rules" / "filinglint_bcp" / "rules" / f"{family}.yaml").is_file()
            assert {case.name.partition("/")[0] for case in CASES[rule.code]} == {family}


@every_source
def test_a_module_says_what_it_is(path: Path) -> None:
    """Every module begins with a docstring, and is read in one sitting."""
    text = path.read_text("utf-8")
    assert ast.get_docstring(ast.parse(text)), f"{path} has no docstring"
    assert text.count("\n") <= 600, f"{path} has more than 600 lines"


@every_source
def test_a_module_is_named_for_what_is_in_it(path: Path) -> None:
    """No module is a drawer for what fits nowhere."""
    parts = set(path.relative_to(ROOT).with_suffix("").parts)
    assert not parts & {"utils", "util", "helpers", "helper", "common", "base", "manager", "misc"}


def test_a_fact_is_found_by_its_name() -> None:
    """A module with facts is named as one of them; what extractors are stands beside those of everything."""
    for path in sorted((ROOT / "linter" / "filinglint" / "facts").glob("*.py")):
        names = re.findall(r'^@(?:document_)?extractor\("(\w+)"', path.read_text("utf-8"), re.MULTILINE)
        assert not names or path.stem in (*names, "extractor"), f"{path.name} holds {', '.join(names)}"


@every_source
def test_no_import_hides_a_circle(path: Path) -> None:
    """What is imported for the type checker alone says why: to start fast, never to hide a circle."""
    for line in path.read_text("utf-8").splitlines():
        if line.startswith("if TYPE_CHECKING"):
            assert re.search(r":  # \w.{10,}", line), f"{path}: say why, or move the type down a floor"


@pytest.mark.parametrize("package", ["linter/filinglint", *(f"rules/{p}" for p in PACKS), "schemas/filinglint_schemas"])
def test_a_package_is_typed(package: str) -> None:
    """Every import package tells type checkers that it is typed."""
    assert (ROOT / package / "py.typed").is_file()
    assert (ROOT / package / "__init__.py").is_file()


@pytest.mark.parametrize("path", TESTS, ids=[str(path.relative_to(ROOT)) for path in TESTS])
def test_a_test_says_what_is_true(path: Path) -> None:
    """Every test has a docstring: the sentence that is true when it passes."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            assert ast.get_docstring(node), f"{path.name}: {node.name} has no docstring"


def test_no_rule_searches_a_text() -> None:
    """Rules read facts; finding things in a document is the work of facts."""
    for rule in RULES:
        path = ROOT / "rules" / Path(*rule.module.split(".")).with_suffix(".py")
        if rule.module.startswith("filinglint_edgar.") and path.is_file():
            assert not re.search(r"^\s*open\(|\brequests\b|\bdatetime\.now|date\.today", path.read_text("utf-8"), re.M)


def commands() -> list[str]:
    """The names of the commands that the command line has."""
    return main.list_commands(click.Context(main))


@pytest.mark.parametrize("page", ["README.md"])
def test_a_page_names_every_command(page: str) -> None:
    """Whoever reads the page learns of every command."""
    text = (ROOT / page).read_text("utf-8")
    assert [name for name in commands() if f"filinglint {name}" not in text] == []


def test_the_changelog_knows_the_version() -> None:
    """The newest heading of the changelog is what is not released, or the version of the package."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    headings = re.findall(r"^## \[([^\]]+)\]", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M)
    assert headings[0] in ("Unreleased", version)


@pytest.mark.parametrize("path", [*SOURCES, *TESTS], ids=[str(path.relative_to(ROOT)) for path in [*SOURCES, *TESTS]])
def test_nothing_is_left_for_later(path: Path) -> None:
    """No module leaves a note to its author, or knows the paths of one machine."""
    left = re.findall(r"TOD[O]|FIXM[E]|XX[X]:|/hom[e]/|/wor[k]/|/roo[t]/", path.read_text("utf-8"))
    assert left == []
