"""What the pages about rules and packs show is what works."""

from __future__ import annotations

import re
import runpy
import sys
from pathlib import Path

import pytest

import filinglint
from filinglint.catalogue import Catalogue, load_catalogue
from filinglint.plugins import load_packs
from filinglint.reporters.facts import facts_of
from filinglint.rulebook.known_facts import fact_names
from filinglint.testing import tally

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "docs" / name for name in ("first-rule.md", "yaml-rules.md", "writing-rules.md")]
YAML = [
    (page.name, number, block)
    for page in PAGES
    for number, block in enumerate(re.findall(r"^```yaml\n(.*?)^```$", page.read_text("utf-8"), re.M | re.S))
    if "pack: " in block
]


@pytest.mark.parametrize(("page", "number", "block"), YAML, ids=[f"{page} {number}" for page, number, _ in YAML])
def test_rules_that_pages_show(page: str, number: int, block: str, tmp_path: Path) -> None:
    """Each file of rules on a page loads, and its cases hold."""
    path = tmp_path / f"{number}.yaml"
    path.write_text(block, "utf-8")
    name = re.search(r"^pack: (\S+)$", block, re.M)
    assert name, page
    told = tally(name[1], load_catalogue((), (str(path),)), variants=False, coverage=page != "yaml-rules.md")
    assert told.complaints == ()
    assert told.cases >= 2


def test_the_page_about_packs(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is shown in Python runs, one block after the other, in the root of the checkout."""
    monkeypatch.chdir(ROOT)
    page = (ROOT / "docs" / "pack.md").read_text("utf-8")
    names: dict[str, object] = {"__name__": "pack_of_the_page"}
    for block in re.findall(r"^```python\n(.*?)^```$", page, re.M | re.S):
        exec(compile(block, "docs/pack.md", "exec", dont_inherit=True), names)
    names["test_every_case_holds"]()  # type: ignore[operator]
    rule = names["telephone_differs"]
    assert isinstance(rule, filinglint.Rule)
    filing = filinglint.read("examples/8-k-clean.txt")
    assert list(rule.check(filing.cover, filing.header)) == []


def test_the_page_names_what_is_exported() -> None:
    """The page about packs names each exported name, once, and no other."""
    table = (ROOT / "docs" / "pack.md").read_text("utf-8").partition("## The names to use")[2].partition("```")[0]
    named = [name for row in re.findall(r"^\| (`.*?) \|", table, re.M) for name in re.findall(r"`(\w+)`", row)]
    assert sorted(named) == sorted(set(filinglint.__all__) - {"__version__"})


def test_every_exported_name_is_there() -> None:
    """What is exported can be had, is explained, and is what the type checker sees."""
    for name in filinglint.__all__:
        assert getattr(filinglint, name) is not None
        assert name in dir(filinglint)
    source = Path(filinglint.__file__).read_text("utf-8")
    seen = set(re.findall(r"^    from filinglint\S* import (\w+) as \1$", source, re.M))
    assert seen == set(filinglint.__all__) - {"__version__"}
    assert callable(filinglint.rule)
    assert vars(filinglint)["rule"] is sys.modules["filinglint.rule"]
    assert filinglint.facts.cover.cover_page.name == "cover"
    with pytest.raises(AttributeError):
        filinglint.nothing  # noqa: B018
    with pytest.raises(AttributeError):
        filinglint.facts.nothing  # noqa: B018


def test_the_reference_of_facts_is_current() -> None:
    """The page of facts is what the code says: 'make edition' writes it."""
    made = runpy.run_path(str(ROOT / ".ci" / "facts"), run_name="facts")["page"]()
    assert (ROOT / "docs" / "facts.md").read_text("utf-8") == made, "run 'make edition'"


@pytest.mark.parametrize("path", ["examples/8-k-clean.txt", "examples/8-k-defects.txt", "examples/draft"])
def test_every_fact_that_is_printed_is_known(path: str) -> None:
    """A rule in YAML may ask for whatever 'filinglint facts' prints, by the name under which it is printed."""
    filing = filinglint.read(ROOT / path)
    for extractor in Catalogue((), load_packs()).extractors():
        known = fact_names(extractor)
        record = facts_of(filing.submission, [extractor], filing.form).record["facts"].get(extractor.name)
        if not isinstance(record, dict) or record.keys() != {"state", "reason"}:
            assert names_in(extractor.name, record) <= (known or set()) | {extractor.name}


PLACES = frozenset(("line", "column", "end_line", "end_column", "byte_start", "byte_end", "unsure"))


def names_in(name: str, record: object) -> set[str]:
    """The names of all leaves of *record*."""
    if isinstance(record, list):
        return {found for one in record for found in names_in(name, one)}
    if not isinstance(record, dict) or "state" in record:
        return {name}
    return {one for key, member in record.items() if key not in PLACES for one in names_in(f"{name}.{key}", member)}
