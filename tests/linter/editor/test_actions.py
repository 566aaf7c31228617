"""What an editor offers mends what it says, and nothing besides; a record that it begins holds once it is completed."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from lsprotocol.types import CreateFile, TextDocumentEdit, WorkspaceEdit

from filinglint.editor.positions import offset_at
from filinglint.spans import LineIndex

# The quotation marks are beyond what EDGAR takes, and each can be written as a reference; the tag is none of HTML's.
DOCUMENT = """\
<html><body><p>FORM 8-K</p><p>SECURITIES AND EXCHANGE COMMISSION</p><p>CURRENT REPORT</p>
<p>😀 The “report” of Larkspur.</p>
<p>Item 8.01 Other Events</p>
<p>It is <font onclick="x()">said</font>.</p>
</body></html>
"""


def applied(edit: WorkspaceEdit, texts: dict[str, str]) -> dict[str, str]:
    """The texts, by URI, after *edit*, as an editor makes it: from the end to the beginning."""
    found = dict(texts)
    changes: dict[str, list[Any]] = {uri: list(several) for uri, several in (edit.changes or {}).items()}
    for change in edit.document_changes or ():
        if isinstance(change, TextDocumentEdit):
            changes.setdefault(change.text_document.uri, []).extend(change.edits)
        else:
            assert isinstance(change, CreateFile)
            found.setdefault(change.uri, "")
    for uri, several in changes.items():
        text = found[uri]
        lines = LineIndex(text)
        places = sorted(
            (offset_at(text, lines, one.range.start, "utf-16"), offset_at(text, lines, one.range.end, "utf-16"), one)
            for one in several
        )
        for start, end, one in reversed(places):
            text = text[:start] + one.new_text + text[end:]
        found[uri] = text
    return found


def of(diagnostics: list[Any], code: str) -> Any:
    """The first diagnostic of *code*."""
    return next(one for one in diagnostics if one.code == code)


def test_a_safe_fix_is_the_one_to_take(tree: Any, session: Any) -> None:
    """It is preferred, changes its place alone, and the finding is gone, however lines end."""

    async def scene(editor: Any) -> None:
        for end in ("\n", "\r\n", "\r"):
            path = tree.write(f"drafts/{ord(end[0])}{len(end)}.htm", DOCUMENT.replace("\n", end))
            found = await editor.open(path)
            offered = await editor.actions(path, of(found, "FMT002").range, ("quickfix",))
            (fix,) = [one for one in offered if one.title.startswith("Fix FMT002: ")]
            assert fix.is_preferred
            assert [one.code for one in fix.diagnostics] == ["FMT002"]
            text = applied(fix.edit, {path.as_uri(): editor.texts[path]})[path.as_uri()]
            before = text.replace("&#8220;", "“").replace("&#8221;", "”").replace("&#128512;", "😀")
            assert before == editor.texts[path]
            assert "FMT002" not in [one.code for one in await editor.change(path, text)]

    session(scene, tree.root)


def test_all_safe_fixes_are_made_at_once(root: Path, tree: Any, session: Any) -> None:
    """Of a draft all documents are mended together, and what the command line would write is what the editor shows."""
    draft = tree.root / "drafts" / "march"
    shutil.copytree(root / "examples" / "draft", draft)
    main, exhibit = draft / "lark-8k.htm", draft / "lark-ex99-1.htm"
    main.write_text(main.read_text("utf-8").replace("</body>", '<p onclick="x()">It’s so.</p>\n</body>'), "utf-8")
    exhibit.write_text(exhibit.read_text("utf-8").replace("</body>", "<p>“Here” too.</p>\n</body>"), "utf-8")

    async def scene(editor: Any) -> None:
        found = await editor.open(main)
        assert {"FMT002", "FMT008"} <= {one.code for one in found}
        (action,) = await editor.actions(main, only=("source.fixAll",))
        assert action.kind == "source.fixAll.filinglint"
        texts = {path.as_uri(): path.read_text("utf-8") for path in (main, exhibit)}
        mended = applied(action.edit, texts)
        versions = {one.text_document.uri: one.text_document.version for one in action.edit.document_changes}
        assert versions == {main.as_uri(): 1, exhibit.as_uri(): None}
        tree.run("fix", str(draft))
        assert mended == {path.as_uri(): path.read_text("utf-8") for path in (main, exhibit)}
        assert mended != texts

    session(scene, tree.root)


def test_what_changes_words_says_so(root: Path, tree: Any, session: Any) -> None:
    """Unsafe fixes and suggestions are named, never preferred, and not among all safe ones."""
    case = root / "rules" / "filinglint_edgar" / "cases" / "items" / "caption_differs" / "other_words.txt"
    path = tree.write("drafts/lark.htm", case.read_text("utf-8"))

    async def scene(editor: Any) -> None:
        found = await editor.open(path)
        offered = await editor.actions(path, of(found, "ITM008").range)
        (fix,) = [one for one in offered if "ITM008" in one.title and not one.title.startswith("Waive")]
        assert fix.title.startswith("Fix ITM008 (unsafe, words change): ")
        assert not fix.is_preferred
        mended = applied(fix.edit, {path.as_uri(): editor.texts[path]})[path.as_uri()]
        assert mended == case.with_suffix(".fixed").read_text("utf-8")
        assert [one for one in offered if one.kind == "source.fixAll.filinglint"] == []

    session(scene, tree.root)


def test_what_is_out_of_date_is_not_offered(tree: Any, session: Any) -> None:
    """A fix is for the text that was judged: of one that was changed since, it says so and changes nothing."""
    path = tree.write("drafts/lark.htm", DOCUMENT)

    async def scene(editor: Any) -> None:
        types = editor.types
        found = await editor.open(path)
        top = types.Range(types.Position(0, 0), types.Position(0, 0))
        await editor.change(path, (top, "\n\n"), wait=False)
        offered = await editor.actions(path, of(found, "FMT002").range, ("quickfix",))
        (fix,) = [one for one in offered if one.title.startswith("Fix FMT002")]
        assert fix.edit is None
        assert "changed" in fix.disabled.reason

    session(scene, tree.root)


def test_what_edgar_has_disseminated_is_left_alone(tree: Any, session: Any) -> None:
    """A filing that was accepted is a record: nothing mends it, and a waiver may hold what is found in it."""
    text = (tree.root / "filings" / "bad.txt").read_text("utf-8")
    accepted = text.replace("ACCESSION NUMBER", "<ACCEPTANCE-DATETIME>20241107160000\nACCESSION NUMBER")
    path = tree.write("filings/accepted.txt", accepted)

    async def scene(editor: Any) -> None:
        found = await editor.open(path)
        titles = [one.title for one in await editor.actions(path, of(found, "DOC003").range)]
        assert any(title.startswith("Waive DOC003") for title in titles)
        assert [title for title in titles if "Fix" in title or "fix" in title] == []

    session(scene, tree.root)


def test_a_record_is_begun_and_a_person_completes_it(tree: Any, session: Any) -> None:
    """It is for the one finding, the cursor stands at its reason, and until all is there the file says what is not."""
    page = tree.page()
    records = tree.root / "filinglint-waivers.toml"

    async def scene(editor: Any) -> None:
        types = editor.types
        found = await editor.open(page)
        (waive,) = [
            one for one in await editor.actions(page, of(found, "BCP050").range) if one.title.startswith("Waive BCP050")
        ]
        text = applied(waive.edit, {})[records.as_uri()]
        records.write_bytes(text.encode())
        await editor.client.workspace_execute_command_async(
            types.ExecuteCommandParams(waive.command.command, waive.command.arguments)
        )
        (shown,) = editor.shown
        assert shown.uri == records.as_uri()
        at = shown.selection.start
        assert text.split("\n")[at.line][: at.character] == 'reason = "'
        (fault,) = await editor.open(records)
        assert fault.message == "'' will not do; give why the finding is accepted"
        assert fault.range.start.line == at.line
        completed = text.replace('reason = ""', 'reason = "Memo 7."').replace('by = ""', 'by = "cco@firm.example"')
        records.write_bytes(completed.encode())
        await editor.save(records, awaited=page)
        assert "BCP050" not in [one.code for one in editor.diagnostics(page)]
        await editor.until(lambda: editor.diagnostics(records) == [])
        listed = tree.run("waivers", "list").output
        assert "W-2026-001  in force, until 2026-12-29, approved by cco@firm.example" in listed
        # The next one is another record, though the first is not read from the screen.
        other = next(one for one in found if one.code.startswith("BCP") and one.code != "BCP050")
        (waive,) = [one for one in await editor.actions(page, other.range) if f"Waive {other.code}" in one.title]
        both = applied(waive.edit, {records.as_uri(): completed})[records.as_uri()]
        assert both.startswith(completed)
        assert 'id = "W-2026-002"' in both

    session(scene, tree.root)


def test_a_record_says_when_it_ends(tree: Any, session: Any) -> None:
    """Records that are over are named in their file while it is open."""
    tree.page()
    records = tree.write(
        "filinglint-waivers.toml",
        '[[waiver]]\nid = "W-2025-001"\nrules = ["BCP050"]\npaths = ["bcp/*"]\nreason = "Memo 3."\n'
        'approved-by = "cco@firm.example"\napproved-on = 2025-03-04\nexpires = 2026-03-03\n',
    )

    async def scene(editor: Any) -> None:
        (over,) = await editor.open(records)
        assert over.code == "WVR003"

    session(scene, tree.root)
