"""A first manifest says what the documents say, guesses nothing, and overwrites nothing."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from click.testing import CliRunner

from filinglint.cli import main
from filinglint.documents.draft import read_draft
from filinglint.drafting import init_draft
from filinglint.errors import ConfigError
from filinglint.facts.header import header

MAIN = """\
                       SECURITIES AND EXCHANGE COMMISSION
                             Washington, D.C. 20549

                                   FORM 8-K

                CURRENT REPORT PURSUANT TO SECTION 13 OR 15(D)
                    OF THE SECURITIES EXCHANGE ACT OF 1934

        Date of Report (Date of earliest event reported): March 2, 2026

                              LARKSPUR TOOLS, INC.
             (Exact name of registrant as specified in its charter)

       Delaware                   001-99901                  99-0000001
(State of incorporation)   (Commission File Number)      (IRS Employer No.)

                      1 Foundry Lane, Milltown, NJ 08850
                   (Address of principal executive offices)

      Registrant's telephone number, including area code: (609) 555-0142

Item 5.02 Departure of Directors or Certain Officers

On March 2, 2026 Ann Doe left.

Item 9.01 Financial Statements and Exhibits

(d) Exhibits. 99.1 Press release

                                   SIGNATURE

                                        LARKSPUR TOOLS, INC.

Date: March 4, 2026                     By: /s/ Bob Roe
"""
RELEASE = (
    "<html><body><p>Exhibit 99.1</p><p>Ann Doe leaves Larkspur, which goes on making good tools.</p></body></html>"
)
PLAIN = "A letter of agreement between Larkspur and the firm that makes the handles of its tools.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The documents of a current report."""
    (tmp_path / "a8k.txt").write_text(MAIN)
    (tmp_path / "release.htm").write_text(RELEASE)
    (tmp_path / "dex103.htm").write_text(f"<p>{PLAIN}</p>")
    (tmp_path / "ex10-2.htm").write_text(f"<p>{PLAIN}</p>")
    (tmp_path / "logo.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    (tmp_path / "letter.txt").write_text(PLAIN)
    (tmp_path / "R2.htm").write_text(
        '<html><head><link href="report.css"><script src="Show.js"></script></head></html>'
    )
    (tmp_path / "notes.md").write_text("for us\n")
    return tmp_path


def test_what_the_documents_say_stands_in_the_manifest(folder: Path) -> None:
    """Form, day, items and registrant come from the main document, exhibits from labels and file names."""
    text = init_draft("8-k", str(folder))
    assert (folder / "submission.toml").read_text() == text
    manifest = tomllib.loads(text)
    assert manifest["form"] == "8-K"
    assert manifest["event-date"].isoformat() == "2026-03-02"
    assert manifest["items"] == ["5.02", "9.01"]
    (registrant,) = manifest["registrants"]
    assert registrant["name"] == "LARKSPUR TOOLS, INC."
    assert (registrant["file-number"], registrant["ein"], registrant["state"]) == ("001-99901", "99-0000001", "DE")
    assert registrant["business-address"]["city"] == "Milltown"
    assert registrant["business-address"]["phone"] == "(609) 555-0142"
    assert [(document["file"], document["type"]) for document in manifest["documents"]] == [
        ("a8k.txt", "8-K"),
        ("ex10-2.htm", "EX-10.2"),
        ("release.htm", "EX-99.1"),
        ("logo.jpg", "GRAPHIC"),
    ]


def test_what_cannot_be_told_is_left_open(folder: Path) -> None:
    """The planned day, the CIK, and the type of a document without a label are comments that say what to write."""
    text = init_draft("8-K", str(folder))
    assert "# filing-date = " in text
    assert "# cik = " in text
    assert '# file = "dex103.htm"' in text  # 10.3 or 103
    assert '# file = "letter.txt"' in text
    assert "R2.htm" not in text
    assert "notes.md" not in text


def test_the_manifest_is_a_draft_at_once(folder: Path) -> None:
    """What was written is read again, with the facts that the documents stated."""
    init_draft("8-K", str(folder))
    draft = read_draft(str(folder))
    assert header.of(draft).form.value == "8-K"
    assert [document.label for document in draft.documents][:2] == ["1 8-K a8k.txt", "2 EX-10.2 ex10-2.htm"]
    assert sorted(draft.notices)[0].startswith("'R2.htm' is not listed")


@pytest.mark.parametrize("name", ["submission.toml", "submission.yaml", "submission.json"])
def test_a_manifest_is_never_overwritten(folder: Path, name: str) -> None:
    """Whichever manifest is there stays as it is."""
    (folder / name).write_text("mine")
    with pytest.raises(ConfigError, match=f"{name}' is there already"):
        init_draft("8-K", str(folder))
    assert (folder / name).read_text() == "mine"


def test_there_must_be_something_to_file(tmp_path: Path) -> None:
    """A folder without a document, and what is no folder, are refused."""
    with pytest.raises(ConfigError, match="there is no document in"):
        init_draft("8-K", str(tmp_path))
    with pytest.raises(ConfigError, match="is not a folder"):
        init_draft("8-K", str(tmp_path / "none"))


def test_a_folder_without_the_main_document(tmp_path: Path) -> None:
    """Where no document names the form, and several could be it, the main document is left open."""
    (tmp_path / "a.txt").write_text(PLAIN)
    (tmp_path / "b.txt").write_text(PLAIN)
    text = init_draft("10-Q", str(tmp_path))
    assert "no document names the form" in text
    assert tomllib.loads(text) == {"form": "10-Q"}


def test_the_command(folder: Path) -> None:
    """The command writes the manifest, says what is left to do, and refuses to do it twice."""
    done = CliRunner().invoke(main, ["init", "--draft", "8-K", str(folder)], standalone_mode=False)
    assert done.return_value == 0
    assert "4 documents listed" in done.output
    assert f"filinglint check {folder}" in done.output
    again = CliRunner().invoke(main, ["init", "--draft", "8-K", str(folder)])
    assert again.exit_code == 2
    assert "is there already" in again.output
