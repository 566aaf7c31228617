"""Packs put to the test: what holds, what does not, and what no case shows."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from filinglint.cases import Case, cases_of
from filinglint.catalogue import load_catalogue
from filinglint.cli import main
from filinglint.errors import ConfigError
from filinglint.kinds import read
from filinglint.scaffold import letters_of, scaffolded
from filinglint.source import Source
from filinglint.testing import _tried, assert_cases, tally
from filinglint.variants import variants

RULES = """\
pack: acme-house
kinds: [document]
rules:
  - code: ACM001
    slug: word-left
    title: A text says nothing of herons.
    severity: warning
    authority: [{instrument: "Manual of the house, section 1", obligation: should}]
    forbid: {phrase: "swans"}
    message: "it says '{words}'"
    rationale: Who reads of birds reads no figures.
    remedy: take it out
"""
FIRES = '      - fires: "<html><body><p>The\\n«swans» can&#8217;t fly.</p></body></html>"\n'
SILENT = '      - silent: "<html><body><p>Nothing is said here.</p></body></html>"\n'
ELSEWHERE = '      - {not-applicable: "The swans.", kind: bcp-summary}\n'


def ran(folder: Path, cases: str, *args: str) -> Result:
    """What the command says of a pack with those cases."""
    path = folder / "acme.yaml"
    path.write_text(RULES + (f"    cases:\n{cases}" if cases else ""), "utf-8")
    result = CliRunner().invoke(main, ["test", str(path), "--isolated", *args])
    assert "Traceback" not in result.output
    return result


def test_a_pack_whose_cases_hold(tmp_path: Path) -> None:
    """Cases hold as they stand, on one line, among much else, and however they are written."""
    result = ran(tmp_path, FIRES + SILENT + ELSEWHERE, "--coverage")
    assert result.output.splitlines() == ["acme-house: 3 cases of 1 rules, 15 variants: all hold"]
    assert result.exit_code == 0


@pytest.mark.parametrize(
    ("cases", "args", "words"),
    [
        (FIRES.replace("«swans»", "«The»").replace("The\\n", "swans\\n"), (), "does not hold"),
        (SILENT.replace("Nothing", "Swans"), (), "does not hold"),
        (FIRES, ("--coverage",), "ACM001 word-left: no case in which it passes"),
        (SILENT, ("--coverage",), "ACM001 word-left: no case in which it fails"),
        ("", ("--coverage",), "ACM001 word-left: no case in which it fails"),
    ],
)
def test_a_complaint_is_status_1(tmp_path: Path, cases: str, args: tuple[str, ...], words: str) -> None:
    """A case that does not hold is told with what came; with --coverage a rule that nothing shows is told too."""
    result = ran(tmp_path, cases, *args)
    assert result.exit_code == 1
    assert words in result.output


def test_what_there_is_not(tmp_path: Path) -> None:
    """A pack that there is not, or that does not load, is the caller's fault."""
    assert CliRunner().invoke(main, ["test", "nobody-has-this", "--isolated"]).exit_code == 2
    assert CliRunner().invoke(main, ["test", str(tmp_path / "none.yaml"), "--isolated"]).exit_code == 2


@pytest.mark.parametrize("pack", ["filinglint_edgar", "filinglint_bcp"])
def test_our_cases_however_they_are_set(pack: str) -> None:
    """Cases of our own packs, some of each, hold in all variants: 'filinglint test' tries all of them."""
    catalogue = load_catalogue()
    some = list(cases_of(pack, catalogue))[:: 61 if pack == "filinglint_edgar" else 95]
    complaints = [words for case in some for words in _tried(case, catalogue, variants=True)[0]]
    assert complaints == []


def test_a_case_may_leave_a_variant_out() -> None:
    """A case that is about how a text is set says which variants it leaves out."""
    catalogue = load_catalogue()
    (case,) = (
        case for case in cases_of("filinglint_edgar", catalogue) if case.name.endswith("beyond_ascii/as_references")
    )
    assert _tried(case, catalogue, variants=True)[0] == []
    stripped = Case(case.name, case.rule, case.text, case.expected, {}, case.fixed)
    assert any("set decoded" in words for words in _tried(stripped, catalogue, variants=True)[0])


def test_variants_are_what_they_are_called() -> None:
    """Each variant is set so, and of plain text there are those that leave its layout."""
    page = "<html>\n<body>\n<p>Don&#8217;t\nwait</p>\n</body>\n</html>\n"
    submission = read(Source.from_bytes(page.encode(), "a.htm"), "document", lambda _: None).submission
    made = dict(variants(page, submission))
    assert made["crlf"] == page.replace("\n", "\r\n")
    assert made["one-line"].strip().count("\n") == 0
    assert made["upper-case-tags"].count("<P>") == 1
    assert "Don’t" in made["decoded"]
    assert "&#8217;" in made["encoded"]
    assert made["encoded"].count("&#") > 1
    assert len(made["embedded"]) > 200_000
    plain = read(Source.from_bytes(b"a\nb\n", "a.txt"), "document", lambda _: None).submission
    assert dict(variants("a\nb\n", plain)).keys() == {"crlf", "embedded"}


def test_a_pack_without_rules_is_a_complaint() -> None:
    """To test nothing is not to pass."""
    assert tally("json", load_catalogue()).complaints == ("json: there are no rules in it",)
    with pytest.raises(AssertionError, match="there are no rules"):
        assert_cases("json")


def written(folder: Path, name: str) -> Path:
    """The folder of a new pack."""
    for path, text in scaffolded(name, ()):
        place = folder / name / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
    return folder / name


def installed(home: Path, distribution: str, package: str, monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    """Install *package*, which lies in *home*, as *distribution*, and return it as plugins are given."""
    info = home / f"{package}-0.1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 0.1.0\n", "utf-8")
    (info / "entry_points.txt").write_text(f"[filinglint]\nthis = {package}\n", "utf-8")
    monkeypatch.syspath_prepend(str(home))
    for name in [name for name in sys.modules if name.partition(".")[0] == package]:
        monkeypatch.delitem(sys.modules, name)
    return (distribution,)


@pytest.mark.parametrize("name", ["acme", "acme-house", "x1"])
def test_a_new_pack_passes_its_tests(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What new-pack writes can be installed, and its own test passes."""
    package = f"filinglint_{name.replace('-', '_')}"
    plugins = installed(written(tmp_path, name), f"filinglint-{name}", package, monkeypatch)
    assert tally(package, load_catalogue(plugins, tried=False), variants=name == "x1").complaints == ()
    result = CliRunner().invoke(main, ["test", "--coverage", plugins[0], "--isolated", "--no-variants"])
    assert result.exit_code == 0, result.output
    assert result.output.startswith(f"{package}: ")


def test_the_example_pack(tmp_path: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The cases of examples/acme-pack hold, and every rule of it is shown."""
    home = Path(shutil.copytree(root / "examples" / "acme-pack", tmp_path / "acme-pack"))
    plugins = installed(home, "acme-pack", "acme_pack", monkeypatch)
    told = tally("acme_pack", load_catalogue(plugins, tried=False), variants=False)
    assert told.complaints == ()
    assert told.rules == 8


def test_names_of_packs() -> None:
    """A name that no distribution can have is refused, and codes are nobody else's."""
    for name in ("Acme", "a_b", "../x", "", "-a", "a" * 41):
        with pytest.raises(ConfigError):
            list(scaffolded(name, ()))
    assert letters_of("acme-house", ()) == "ACM"
    assert letters_of("acme-house", {"ACM"}) == "ACME"
    assert letters_of("x1", ()) == "XXX"


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is overwritten."""
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(main, ["new-pack", "acme"]).exit_code == 0
    again = CliRunner().invoke(main, ["new-pack", "acme"])
    assert again.exit_code == 2
    assert "is there already" in again.output


def test_what_is_marked_beside_a_finding(tmp_path: Path) -> None:
    """A case is held to the places that are to stand beside its finding, as well as to the finding's own."""
    rules = RULES.replace("    forbid:", "    related: [{phrase: bees, as: here}]\n    forbid:")
    path = tmp_path / "acme.yaml"
    for words, status in (("«1:bees»", 0), ("«1:ants» and bees", 1)):
        text = f'    cases:\n      - fires: "<p>The «swans» and the {words}.</p>"\n'
        path.write_text(rules + text, "utf-8")
        result = CliRunner().invoke(main, ["test", str(path), "--isolated", "--no-variants"])
        assert result.exit_code == status, result.output
        assert ("'ants' is marked so" in result.output) == bool(status)
        load_catalogue.cache_clear()
