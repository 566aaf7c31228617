"""Drafts: a manifest and its documents are one input, with every word at its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filinglint.catalogue import load_catalogue
from filinglint.discovery import Found, discover
from filinglint.documents.document import Body
from filinglint.documents.draft import read_draft
from filinglint.documents.manifest import ManifestError, read_manifest
from filinglint.errors import ConfigError, InputError
from filinglint.facts.header import header
from filinglint.judging import Options, judge_file
from filinglint.located import Absent, NotApplicable

TOML = """\
# the draft of a current report
form = "8-K"
event-date = 2026-03-02
filing-date = 2026-03-04
items = ["5.02", "9.01"]

[[registrants]]
name = "Larkspur Tools, Inc."
cik = "0009990001"
file-number = "001-99901"
ein = "99-0000001"
state = "DE"
fiscal-year-end = "1231"
business-address = {street = "1 Foundry Lane", city = "Milltown", state = "NJ", zip = "08850", phone = "609-555-0142"}

[[documents]]
file = "form8k.htm"
type = "8-K"
description = "FORM 8-K"

[[documents]]
file = "exhibits/ex99-1.txt"
type = "EX-99.1"
"""
YAML = """\
# the draft of a current report
form: 8-K
event-date: 2026-03-02
filing-date: '2026-03-04'
items: [5.02, "9.01"]
registrants:
- name: Larkspur Tools, Inc.
  cik: 0009990001
  file-number: 001-99901
  ein: 99-0000001
  state: DE
  fiscal-year-end: 1231
  business-address:
    street: 1 Foundry Lane
    city: Milltown
    state: NJ
    zip: 08850
    phone: 609-555-0142
documents:
- file: form8k.htm
  type: 8-K
  description: FORM 8-K
- {file: exhibits/ex99-1.txt, type: EX-99.1}
"""
JSON = """\
{
\t"form": "8-K", "event-date": "2026-03-02", "filing-date": "2026-03-04", "items": ["5.02", "9.01"],
\t"registrants": [{
\t\t"name": "Larkspur Tools, Inc.", "cik": "0009990001", "file-number": "001-99901", "ein": "99-0000001",
\t\t"state": "DE", "fiscal-year-end": "1231", "business-address": {
\t\t\t"street": "1 Foundry Lane", "city": "Milltown", "state": "NJ", "zip": "08850", "phone": "609-555-0142"}}],
\t"documents": [
\t\t{"file": "form8k.htm", "type": "8-K", "description": "FORM 8-K"},
\t\t{"file": "exhibits/ex99-1.txt", "type": "EX-99.1"}]
}
"""
MAIN = "<html><body><p>Item 5.02 Departure of Directors</p><p>Zoë left.</p></body></html>\n"
EXHIBIT = "Exhibit 99.1\n\nA press release.\n"

Make = Callable[..., Path]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """A draft folder with the manifest under *name*, and the documents it lists."""

    def made(manifest: str = TOML, name: str = "submission.toml", **others: bytes) -> Path:
        folder = tmp_path / "draft"
        (folder / "exhibits").mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(manifest, encoding="utf-8")
        (folder / "form8k.htm").write_text(MAIN, encoding="utf-8")
        (folder / "exhibits" / "ex99-1.txt").write_text(EXHIBIT, encoding="utf-8")
        for key, data in others.items():
            (folder / key.replace("_", ".")).write_bytes(data)
        return folder

    return made


@pytest.mark.parametrize(
    ("manifest", "name"), [(TOML, "submission.toml"), (YAML, "submission.yaml"), (JSON, "submission.json")]
)
def test_the_header_of_a_draft_is_its_manifest(make: Make, manifest: str, name: str) -> None:
    """Whatever the notation, the same facts come of it, and each stands where the manifest says it."""
    draft = read_draft(str(make(manifest, name)))
    stated = header.of(draft)
    filer = stated.registrants[0]
    assert stated.period.value == date(2026, 3, 2)
    assert stated.filed.value == date(2026, 3, 4)
    assert filer.business_address is not None
    leaves = [
        (stated.form, "8-K"),
        (stated.items[0], "5.02"),
        (stated.items[1], "9.01"),
        (filer.name, "Larkspur Tools, Inc."),
        (filer.cik, "0009990001"),
        (filer.file_number, "001-99901"),
        (filer.ein, "99-0000001"),
        (filer.state_of_incorporation, "DE"),
        (filer.fiscal_year_end, "1231"),
        (filer.business_address.city, "Milltown"),
        (filer.business_address.zip, "08850"),
        (filer.business_address.phone, "609-555-0142"),
    ]
    for leaf, words in leaves:
        assert leaf.value == draft.words(leaf.span) == words
        assert draft.source.place(leaf.span).path.endswith(name)
    assert draft.words(stated.period.span) == "2026-03-02"


def test_documents_are_laid_after_the_manifest(make: Make) -> None:
    """Each document is a file of its own, with its lines and bytes, under a label as in a submission."""
    folder = make()
    draft = read_draft(str(folder))
    main, exhibit = draft.documents
    assert (draft.kind, draft.path) == ("draft", str(folder))
    assert (main.label, exhibit.label) == ("1 8-K form8k.htm", "2 EX-99.1 ex99-1.txt")
    assert (main.body, exhibit.body) == (Body.HTML, Body.TEXT)
    at = main.rendered.text.index("Zoë")
    place = draft.source.place(main.rendered.source_span(at, at + 3))
    assert (place.path, place.line) == (str(folder / "form8k.htm"), 1)
    assert (folder / "form8k.htm").read_bytes()[place.byte_start : place.byte_end] == "Zoë".encode()
    at = exhibit.rendered.text.index("press")
    place = draft.source.place(exhibit.rendered.source_span(at, at + 5))
    assert (place.path, place.line, place.column) == (str(folder / "exhibits" / "ex99-1.txt"), 3, 3)
    assert draft.document_at(main.rendered.source_span(0, 4)) is main
    assert draft.words(exhibit.content) == "Exhibit 99.1 A press release."
    assert draft.document_at(header.of(draft).form.span) is None


def test_what_only_edgar_makes_is_not_applicable(make: Make) -> None:
    """A draft has no accession number, acceptance time, film number or document count yet."""
    stated = header.of(read_draft(str(make())))
    film = stated.registrants[0].values[0].film_number
    for leaf in (stated.accession, stated.accepted, stated.document_count, stated.changed, film):
        assert isinstance(leaf, Absent)
        with pytest.raises(NotApplicable):
            _ = leaf.value


def test_pictures_and_empty_files_are_documents(make: Make) -> None:
    """A picture has bytes and no text, an empty file neither, and both have places of their own."""
    listed = '[[documents]]\nfile = "logo.jpg"\ntype = "GRAPHIC"\n[[documents]]\nfile = "empty.txt"\ntype = "EX-99.2"\n'
    listed += '[[documents]]\nfile = "copy.pdf"\ntype = "8-K"\n'
    folder = make(TOML + listed, logo_jpg=b"\xff\xd8\xff\xe0\0\0", empty_txt=b"", copy_pdf=b"%PDF-1.4\n")
    draft = read_draft(str(folder))
    assert [document.body for document in draft.documents[2:]] == [Body.BINARY, Body.EMPTY, Body.PDF]
    for document in draft.documents:
        assert draft.document_at(document.span) is document
        assert draft.source.place(document.span).path.endswith(document.file_name)


@pytest.mark.parametrize(
    ("change", "name", "said"),
    [
        (("form =", "fom ="), "submission.toml", "line 2: unknown key 'fom'; write 'form'"),
        (('name = "L', 'nmae = "L'), "submission.toml", "line 8: unknown key 'nmae' of registrants[0]; write 'name'"),
        (('form = "8-K"\n', ""), "submission.toml", "line 1: key 'form' is missing; add form = a submission type"),
        (
            ("form8k.htm", "form-8k.htm"),
            "submission.toml",
            "line 17: there is no file 'form-8k.htm'; write 'form8k.htm'",
        ),
        (("exhibits/ex99-1.txt", "form8k.htm"), "submission.toml", "line 22: 'form8k.htm' is listed twice"),
        (('"form8k.htm"', '"../draft.htm"'), "submission.toml", "line 17: '../draft.htm' lies outside the folder"),
        (('"form8k.htm"', '"/etc/hostname"'), "submission.toml", "line 17: '/etc/hostname' lies outside the folder"),
        (
            ("2026-03-02", '"2 March"'),
            "submission.toml",
            "line 3: '2 March' is not what event-date asks for; write a date",
        ),
        (("2026-03-02", '"2026-02-30"'), "submission.toml", "line 3: '2026-02-30' is not what event-date asks for"),
        (('"8-K"\n', "8-K\n"), "submission.toml", "line 2: this is not TOML: "),
        (("filing-date", "period"), "submission.toml", "both 'period' and 'event-date' are given"),
        (("form: 8-K", "form: [8-K"), "submission.yaml", "this cannot be read: "),
        (("form: 8-K", "form: !!str 8-K"), "submission.yaml", "line 2: this cannot be read: anchors and tags"),
        (("form: 8-K", "form: 8-K\nform: 8-K"), "submission.yaml", "line 3: 'form' stands here twice"),
        (('"form": "8-K",', '"form": "8-K"'), "submission.json", "line 2: this is not JSON: "),
    ],
)
def test_a_wrong_manifest_is_refused_with_its_line(make: Make, change: tuple[str, str], name: str, said: str) -> None:
    """What is wrong with a manifest is said with the file, the line, and the nearest name that is right."""
    manifest = {"submission.toml": TOML, "submission.yaml": YAML, "submission.json": JSON}[name]
    folder = make(manifest.replace(*change, 1), name)
    with pytest.raises(InputError, match=re.escape(said)) as refusal:
        read_draft(str(folder))
    assert str(refusal.value).startswith(f"{folder / name}: {name}")


def test_a_word_processors_file_is_refused(make: Make) -> None:
    """EDGAR takes no .docx: the line that lists it is named, and what to do."""
    folder = make(TOML + '[[documents]]\nfile = "ex.docx"\ntype = "EX-10"\n', ex_docx=b"PK\x03\x04\0")
    with pytest.raises(InputError, match="word processor's file, which EDGAR does not take; save it as HTML"):
        read_draft(str(folder))


def test_a_folder_has_one_manifest(make: Make) -> None:
    """Two manifests are no draft, and neither is a folder without one."""
    folder = make()
    (folder / "submission.yaml").write_text(YAML)
    with pytest.raises(InputError, match=r"submission\.toml and submission\.yaml"):
        read_draft(str(folder))
    with pytest.raises(InputError, match=r"there is no submission\.toml"):
        read_draft(str(folder / "exhibits"))


def test_a_draft_is_judged_by_its_planned_filing_date(make: Make) -> None:
    """A draft is one input of kind draft; its planned filing date is the day by whose law it is judged."""
    folder = make(extra_htm=b"<p>Exhibit 99.2</p>")
    judged = judge_file(Found(str(folder), named=True, draft=True), Options(today=date(2026, 1, 1)), load_catalogue())
    record = judged.record
    assert record is not None
    assert (record.path, record.kind, record.form, record.documents) == (str(folder), "draft", "8-K", 2)
    assert (record.as_of, record.as_of_source, record.accession) == ("2026-03-04", "planned", None)
    assert [notice.message for notice in judged.notices] == [
        "'extra.htm' is not listed in submission.toml; it was not checked"
    ]


def test_a_draft_that_cannot_be_read_is_never_skipped(make: Make) -> None:
    """However it was found, a draft with a broken manifest makes the run incomplete."""
    folder = make(TOML.replace("form =", "fom ="))
    found = discover([str(folder.parent)])
    assert found == [Found(str(folder), named=False, draft=True)]
    (finding,) = judge_file(found[0], Options(), load_catalogue()).findings
    assert finding.code == "SYS010"
    assert finding.message == "submission.toml, line 2: unknown key 'fom'"


def test_what_discovery_makes_of_drafts(make: Make) -> None:
    """A draft is one input; its files are inputs when they are named, or when scope file asks for them alone."""
    folder = make(extra_htm=b"x")
    beside = folder.parent / "other.txt"
    beside.write_text("x")
    main, exhibit = str(folder / "form8k.htm"), str(folder / "exhibits" / "ex99-1.txt")
    top = str(folder.parent)

    def paths(scope: str, *named: str) -> list[tuple[str, bool]]:
        return [(found.path, found.draft) for found in discover(named, scope)]  # type: ignore[arg-type]

    assert paths("all", top) == [(str(beside), False), (str(folder), True)]
    assert paths("draft", top) == [(str(folder), True)]
    assert paths("file", top) == [
        (str(beside), False),
        (str(folder / "extra.htm"), False),
        (main, False),
        (exhibit, False),
    ]
    assert paths("all", str(folder)) == [(str(folder), True)]
    assert paths("all", str(folder), str(folder) + "/") == [(str(folder), True)]
    assert paths("all", str(folder / "submission.toml")) == [(str(folder / "submission.toml"), True)]
    assert paths("all", main) == paths("file", main) == [(main, False)]
    assert paths("draft", main, str(beside)) == [(str(folder), True)]
    assert paths("file", str(folder / "submission.toml")) == []
    with pytest.raises(ConfigError, match="does not exist"):
        discover([str(folder / "none")])


def test_a_json_of_someone_elses_is_no_draft(tmp_path: Path) -> None:
    """A submission.json that speaks of other things does not make its folder a draft."""
    (tmp_path / "submission.json").write_text('{"cik": "9990001", "filings": {"recent": []}}')
    (tmp_path / "a.txt").write_text("x")
    assert [found.draft for found in discover([str(tmp_path)])] == [False]


WORDS = st.sampled_from(
    ["form", "items", '"8-K"', "=", ":", "[", "]", "[[", "]]", "{", "}", ",", "\n", "\r\n", " ", "'", '"', '"""', "'''",
     "\\u00e9", "é", "#", ".", "-", "- ", "2026-03-02", "1.10", "a.b", "\t", "&x", "*x", "!t", "<<", "|", ">", "null"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=30).map("".join), st.sampled_from(["x.toml", "x.yaml", "x.json"]))
def test_any_manifest_is_read_or_refused(text: str, name: str) -> None:
    """Any text whatever is a table, each word inside the text, or a ManifestError."""
    try:
        manifest = read_manifest(text, name)
    except ManifestError:
        return
    waiting = [manifest]
    while waiting:
        entry = waiting.pop()
        assert 0 <= entry.span.start <= entry.span.end <= len(text)
        assert 0 <= entry.key.start <= entry.key.end <= len(text)
        waiting += entry.entries
        waiting += entry.value.values() if isinstance(entry.value, dict) else ()


def test_places_in_toml_hold_for_every_way_to_write_it() -> None:
    """Dotted keys, tables, arrays of tables, inline tables and all strings are found where they stand."""
    text = dedent(
        """\
        a.b . "c d" = {x = 1.10, y = ["q", 'w', [2]]} # "z"
        s = \"\"\"two
        lines\"\"\"
        t = '''it's'''
        [[list]]
        one = "1"
        sub.two = '2'
        [list.table]
        three = 2026-03-02
        [[list.inner]]
        four = ""
        [[list]]
        one = "5"
        """
    )
    manifest = read_manifest(text, "x.toml")

    def at(*path: str | int) -> str:
        entry = manifest
        for step in path:
            inner = entry.entries[step] if isinstance(step, int) else entry.get(step)
            assert inner is not None
            entry = inner
        assert entry.words == text[entry.span.start : entry.span.end]
        return entry.words

    assert at("a", "b", "c d", "x") == "1.10"
    assert [at("a", "b", "c d", "y", index) for index in (0, 1)] == ["q", "w"]
    assert at("a", "b", "c d", "y", 2, 0) == "2"
    assert at("s") == "two\nlines"
    assert at("t") == "it's"
    assert at("list", 0, "one") == "1"
    assert at("list", 0, "sub", "two") == "2"
    assert at("list", 0, "table", "three") == "2026-03-02"
    assert at("list", 0, "inner", 0, "four") == ""
    assert at("list", 1, "one") == "5"


@given(
    st.binary(max_size=200) | st.lists(WORDS, max_size=30).map(lambda words: "".join(words).encode()),
    st.binary(max_size=100),
    st.sampled_from(["submission.toml", "submission.yaml", "submission.json"]),
)
def test_any_folder_is_a_draft_or_refused(
    tmp_path_factory: pytest.TempPathFactory, manifest: bytes, document: bytes, name: str
) -> None:
    """Any bytes whatever in manifest and document give a draft, or an InputError."""
    folder = tmp_path_factory.mktemp("any")
    for known, data in (
        (name, manifest),
        ("submission.toml", b'form = "8-K"\ndocuments = [{file = "a", type = "8-K"}]'),
    ):
        (folder / known).write_bytes(data)
        (folder / "a").write_bytes(document)
        try:
            draft = read_draft(str(folder))
        except InputError:
            (folder / known).unlink()
            continue
        for one in draft.documents:
            assert draft.words(one.content) is not None
            assert draft.source.place(one.span).path == str(folder / "a")
