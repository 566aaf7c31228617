"""The server says in an editor what the command line says of the same files, while they are being written."""

from __future__ import annotations

import asyncio
import json
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest


def counted(diagnostics: list[Any]) -> list[tuple[int, int]]:
    """Line and column, both from 1, of what is said of the document count."""
    return [(line, column) for line, column, code in seen(diagnostics) if code == "DOC003"]


def seen(diagnostics: list[Any]) -> list[tuple[int, int, str]]:
    """Line and column, both from 1, and code of each."""
    return sorted((one.range.start.line + 1, one.range.start.character + 1, one.code or "") for one in diagnostics)


def told(tree: Any, path: Path, of: Path | None = None) -> list[tuple[int, int, str]]:
    """The same of what the command line finds in *path*, or in the file *of* the draft there."""
    findings = tree.check(str(path))["findings"]
    mine = [one for one in findings if one["suppression"] is None and Path(one["path"]) == (of or path)]
    return sorted((one["line"], one["column"], one["rule"]) for one in mine)


def test_findings_are_those_of_the_command_line(tree: Any, session: Any) -> None:
    """On open an editor shows the findings of 'filinglint check', with the places that disagree."""
    page, bad = tree.page(), tree.root / "filings" / "bad.txt"

    async def scene(editor: Any) -> None:
        assert seen(await editor.open(page)) == told(tree, page) != []
        found = await editor.open(bad)
        assert seen(found) == told(tree, bad)
        finding = next(one for one in found if one.code == "DOC003")
        assert finding.severity == editor.types.DiagnosticSeverity.Error
        assert "remedy: " in finding.message
        (other,) = finding.related_information
        assert other.location.uri == bad.as_uri()
        assert other.location.range.start.line == 15  # the document that is there
        good = tree.root / "filings" / "good.txt"
        assert seen(await editor.open(good)) == told(tree, good)
        notes = tree.write("notes.txt", "nothing of ours")
        assert await editor.open(notes) == []

    session(scene, tree.root)


def test_what_counts_is_what_is_on_the_screen(tree: Any, session: Any) -> None:
    """The unsaved text is judged, change by change; the file stays as it is until it is saved."""
    bad = tree.root / "filings" / "bad.txt"
    kept = bad.read_bytes()

    async def scene(editor: Any) -> None:
        types = editor.types
        assert counted(await editor.open(bad)) == [(5, 25)]
        where = types.Range(types.Position(4, 24), types.Position(4, 25))
        assert counted(await editor.change(bad, (where, "1"))) == []
        assert counted(await editor.change(bad, (where, "3"))) == [(5, 25)]
        up = types.Range(types.Position(0, 0), types.Position(0, 0))
        # Of several changes in one message each is made to what the one before it left.
        assert counted(await editor.change(bad, (where, "9"), (up, ""), (where, "8"))) == [(5, 25)]
        assert counted(await editor.save(bad)) == [(5, 25)]
        assert await editor.close(bad) == []
        assert counted(await editor.open(bad)) == [(5, 25)]

    session(scene, tree.root)
    assert bad.read_bytes() == kept


@pytest.mark.parametrize(("encoding", "width"), [("utf-16", 2), ("utf-8", 4), ("utf-32", 1)])
def test_columns_are_those_of_the_editor(tree: Any, session: Any, encoding: str, width: int) -> None:
    """A place behind a character that takes two units is right, whatever the editor counts and however lines end."""
    promise = "We guarantee access to your account."
    plain = tree.page(before="<p>😀", after="</p>").read_text("utf-8").replace("<p>😀<p>", "<p>😀 ")
    ahead = plain[: plain.index(promise)].split("\n")

    async def scene(editor: Any) -> None:
        types = editor.types
        for end in ("\n", "\r\n", "\r"):
            page = tree.write(f"bcp/{ord(end[0])}{len(end)}.htm", plain.replace("\n", end))
            found = next(one for one in await editor.open(page) if one.code == "BCP050")
            column = len(ahead[-1]) - 1 + width
            assert found.range.start.line == len(ahead) - 1
            assert column <= found.range.start.character <= column + len(promise)
            # What is typed behind it stands where it was typed.
            until = types.Position(found.range.start.line, column + len(promise))
            where = types.Range(types.Position(found.range.start.line, column), until)
            assert "BCP050" not in [one.code for one in await editor.change(page, (where, "Call us."))]

    session(scene, tree.root, encodings=(encoding,))


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_typing_leaves_the_text_that_was_typed(root: Path, tree: Any, session: Any, seed: int) -> None:
    """After many changes anywhere the findings are those of the file that the text would be saved as."""
    chance = random.Random(seed)
    path = tree.root / "filings" / "typed.txt"
    text = (root / "examples" / "8-k-defects.txt").read_bytes().decode().replace("\n", chance.choice(("\n", "\r\n")))
    path.write_bytes(text.encode())
    words = (
        "",
        "x",
        "é",
        "😀",
        "𝒜b",
        "\n",
        "\r\n",
        "\r",
        "\x0c",
        "\u2028",
        "</p>",
        "<p>Item 8.01 Other Events</p>",
        "<!--",
    )

    def position(offset: int) -> tuple[int, int]:
        lines = re.split("\r\n|\r|\n", text[:offset])
        return len(lines) - 1, len(lines[-1].encode("utf-16-le")) // 2

    async def scene(editor: Any) -> None:
        nonlocal text
        types = editor.types
        await editor.open(path)
        for _ in range(60):
            start = chance.randrange(len(text))
            end = min(len(text), start + chance.choice((0, 0, 1, 2, 30)))
            while any(text[at - 1 : at + 1] == "\r\n" for at in (start, end)):
                start, end = start - 1, min(len(text), end + 1)
            new = chance.choice(words)
            if (text[start - 1 : start], new[:1]) == ("\r", "\n") or (new[-1:], text[end : end + 1]) == ("\r", "\n"):
                continue  # two ends become one, and editors differ about that
            where = types.Range(types.Position(*position(start)), types.Position(*position(end)))
            text = text[:start] + new + text[end:]
            await editor.change(path, (where, new), wait=False)
        found = await editor.save(path)
        path.write_bytes(text.encode())
        assert seen(found) == [(line, _utf16(text, line, column), code) for line, column, code in told(tree, path)]

    session(scene, tree.root)


def _utf16(text: str, line: int, column: int) -> int:
    words = re.split("\r\n|\r|\n", text)[line - 1][: column - 1]
    return len(words.encode("utf-16-le")) // 2 + 1


def test_a_draft_is_one_submission(root: Path, tree: Any, session: Any) -> None:
    """All files of a draft are judged together, and each shows its findings, open or not; so does the manifest."""
    draft = tree.root / "drafts" / "march"
    shutil.copytree(root / "examples" / "draft", draft)
    main, exhibit, manifest = draft / "lark-8k.htm", draft / "lark-ex99-1.htm", draft / "submission.toml"

    async def scene(editor: Any) -> None:
        assert await editor.open(exhibit) == []
        for path in (main, exhibit, manifest):
            assert seen(editor.diagnostics(path)) == told(tree, draft, path)
        codes = [one.code for one in editor.diagnostics(main)]
        assert "ITM002" in codes
        # The header that the other document disagrees with is the manifest: mended there, it is mended here.
        text = manifest.read_text("utf-8").replace('items = ["8.01"]', 'items = ["8.01", "9.01"]')
        await editor.open(manifest)
        assert "ITM002" in [one.code for one in editor.diagnostics(main)]
        await editor.change(manifest, text)
        await editor.until(lambda: "ITM002" not in [one.code for one in editor.diagnostics(main)])
        # What is wrong with the manifest is said there, and the rest waits.
        broken = await editor.change(manifest, text.replace("event-date", "evnt-date"))
        (fault,) = broken
        assert fault.range.start.line == 2
        assert "event-date" in fault.message
        assert "unknown key 'evnt-date'" in fault.message
        await editor.change(manifest, text)
        # An unlisted file is no part of it, and says so.
        other = tree.write("drafts/march/extra.htm", "<p>Exhibit 99.3</p>")
        (remark,) = await editor.open(other)
        assert remark.severity == editor.types.DiagnosticSeverity.Information
        await editor.until(lambda: any("extra.htm" in one.message for one in editor.diagnostics(manifest)))
        # When all are closed, nothing is shown any more.
        for path in (other, manifest):
            await editor.close(path)
        await editor.close(exhibit)
        await editor.until(lambda: editor.diagnostics(main) == [])

    session(scene, tree.root)


def test_configuration_holds_as_on_the_command_line(tree: Any, session: Any) -> None:
    """The nearest configuration, its overrides, waivers, the baseline and directives hold; folders by themselves."""
    page, other = tree.page(), tree.page("bcp/other.htm")
    tree.page("held/directed.htm", before='<!-- filinglint: ignore[BCP050] reason="the counsel knows" -->')
    tree.write(
        "filinglint.toml",
        '[[overrides]]\npaths = ["bcp/other.htm"]\nignore = ["BCP050"]\n[severity]\nBCP050 = "info"\n',
    )

    async def scene(editor: Any) -> None:
        types = editor.types
        assert [one.severity for one in await editor.open(page) if one.code == "BCP050"] == [
            types.DiagnosticSeverity.Information
        ]
        assert "BCP050" not in [one.code for one in await editor.open(other)]
        assert "BCP050" not in [one.code for one in await editor.open(tree.root / "held" / "directed.htm")]
        assert told(tree, page) == seen(editor.diagnostics(page))
        # A configuration that is saved holds at once, for everything that is open.
        config = tree.write("filinglint.toml", 'exclude = ["bcp"]\n')
        assert await editor.save(config, awaited=page) == []
        tree.write("filinglint.toml", "")
        tree.run("baseline", "create", "bcp/page.htm")
        assert await editor.save(config, awaited=page) == []
        (tree.root / "filinglint-baseline.json").unlink()
        events = types.DidChangeWatchedFilesParams([types.FileEvent(config.as_uri(), types.FileChangeType.Changed)])
        assert "BCP050" in [
            one.code
            for one in await editor._after(page, lambda: editor.client.workspace_did_change_watched_files(events))
        ]
        assert [one.method for one in editor.opened] == ["workspace/didChangeWatchedFiles"]

    session(scene, tree.root)


def test_a_broken_configuration_is_shown_where_it_is(tree: Any, session: Any) -> None:
    """What is wrong is said in the configuration, at its words; texts are judged by the last that held."""
    page = tree.page()

    async def scene(editor: Any) -> None:
        assert "BCP050" in [one.code for one in await editor.open(page)]
        config = tree.write("filinglint.toml", 'fail-on = "error"\nignore = ["BCP999"]\n')
        await editor.save(config)
        (fault,) = editor.diagnostics(config)
        assert (fault.range.start.line, fault.range.start.character) == (1, 11)
        assert fault.range.end.character == 17
        assert "BCP999" in fault.message
        await editor.save(config, awaited=page)
        assert "BCP050" in [one.code for one in editor.diagnostics(page)]
        tree.write("filinglint.toml", 'ignore = ["BCP050"]\n')
        await editor.save(config, awaited=page)
        await editor.until(lambda: editor.diagnostics(config) == [])
        assert "BCP050" not in [one.code for one in editor.diagnostics(page)]
        # A configuration that is open is judged by itself.
        tree.write("filinglint.toml", "fail-on = 7\n")
        (fault,) = await editor.open(config)
        assert fault.range.start.line == 0

    session(scene, tree.root)


def test_folders_keep_to_themselves(tree: Any, session: Any, tmp_path: Path) -> None:
    """Of several folders that are open each has its own configuration and baseline."""
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        (folder / ".git").mkdir(parents=True)
        shutil.copy(tree.root / "bcp" / "page.htm", folder / "page.htm")
    (first / "filinglint.toml").write_text('ignore = ["BCP050"]\n')

    async def scene(editor: Any) -> None:
        assert "BCP050" not in [one.code for one in await editor.open(first / "page.htm")]
        assert "BCP050" in [one.code for one in await editor.open(second / "page.htm")]

    session(scene, first, second)


def test_a_pointer_shows_findings_and_rules(tree: Any, session: Any) -> None:
    """Over a finding it shows what disagrees and why, over the name of a rule its page."""
    bad = tree.root / "filings" / "bad.txt"
    page = tree.page(first='<!-- filinglint: ignore-file[FMT034,html-active-content] reason="x" -->')

    async def scene(editor: Any) -> None:
        await editor.open(bad)
        shown = await editor.hover(bad, 4, 24)
        assert "**error** DOC003" in shown
        assert "**Remedy:**" in shown
        assert "**Why:**" in shown
        assert f"({bad.as_uri()}#L16)" in shown
        assert await editor.hover(bad, 0, 0) == ""
        await editor.open(page)
        line = page.read_text("utf-8").split("\n")[0]
        assert (await editor.hover(page, 0, line.index("FMT034"))).startswith("# FMT034 html-reference-case")
        assert (await editor.hover(page, 0, line.index("html-active") + 3)).startswith("# FMT001 html-active-content")
        assert "WVR010" in await editor.hover(page, 0, line.index("reason"))

    session(scene, tree.root)


def test_pages_of_rules_are_linked(tree: Any, session: Any) -> None:
    """A code links to its page, where the server was told where pages are."""
    bad = tree.root / "filings" / "bad.txt"

    async def scene(editor: Any) -> None:
        finding = next(one for one in await editor.open(bad) if one.code == "DOC003")
        assert finding.code_description.href == "https://docs.example/rules/DOC003/"

    session(scene, tree.root, args=("--docs", "https://docs.example/rules/"))


def test_options_of_the_server_are_those_of_check(tree: Any, session: Any) -> None:
    """What is asked for when the server is started holds over every configuration."""
    bad, page = tree.root / "filings" / "bad.txt", tree.page()

    async def scene(editor: Any) -> None:
        assert counted(await editor.open(bad)) == []
        assert "BCP050" in [one.code for one in await editor.open(page)]

    session(scene, tree.root, args=("--ignore", "DOC003"))


def test_the_server_answers_while_it_judges(tree: Any, session: Any) -> None:
    """A long text is judged beside the answers; what is typed meanwhile is judged once, at the end."""
    words = "".join(f"<p>Paragraph {n} of the report speaks of nothing.</p>\n" for n in range(12_000))
    text = (tree.root / "filings" / "bad.txt").read_text("utf-8").replace("<p>Nothing happened.</p>", words)
    path = tree.write("filings/long.txt", text)
    bad = tree.root / "filings" / "bad.txt"

    async def scene(editor: Any) -> None:
        await editor.open(bad)
        opening = asyncio.ensure_future(editor.open(path))
        await asyncio.sleep(0.05)
        started = asyncio.get_running_loop().time()
        assert "DOC003" in await editor.hover(bad, 4, 24)
        answered = asyncio.get_running_loop().time() - started
        assert not opening.done() or answered < 1
        await opening
        judged = editor.counts[path.as_uri()]
        types = editor.types
        where = types.Range(types.Position(4, 24), types.Position(4, 25))
        for digit in "2345678":
            await editor.change(path, (where, digit), wait=False)
        assert counted(await editor.change(path, (where, "1"))) == []
        assert editor.counts[path.as_uri()] == judged + 1

    session(scene, tree.root)


def test_what_takes_too_long_is_ended(tree: Any, session: Any) -> None:
    """A text on which the time is over is said to be so, and the next one is judged."""
    words = "".join(f"<p>Paragraph {n} of the report speaks of nothing.</p>\n" for n in range(30_000))
    text = (tree.root / "filings" / "bad.txt").read_text("utf-8").replace("<p>Nothing happened.</p>", words)
    path, bad = tree.write("filings/long.txt", text), tree.root / "filings" / "bad.txt"
    tree.write("filinglint.toml", "[limits]\ninput-seconds = 0.05\n")

    async def scene(editor: Any) -> None:
        assert any("input-seconds" in one.message for one in await editor.open(path))
        tree.write("filinglint.toml", "")
        assert (5, 25) in counted(await editor.open(bad))

    session(scene, tree.root)


def test_nothing_that_is_sent_ends_the_server(tree: Any) -> None:
    """Messages that no editor should send are passed over, and what follows is answered."""
    bad = tree.root / "filings" / "bad.txt"
    item = {"uri": bad.as_uri(), "languageId": "html", "version": 1, "text": bad.read_text("utf-8")}
    huge = 2**31 - 1
    strange: list[Any] = [
        b"{",
        b"\xff\xfe",
        b"null",
        b"[1]",
        b'"words"',
        b"[" * 100_000,
        {"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {}},
        {"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": {**item, "uri": "file://["}}},
        {"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": {**item, "uri": "x:y"}}},
        {"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": {**item, "uri": "file:///"}}},
        {
            "jsonrpc": "2.0",
            "method": "textDocument/didOpen",
            "params": {"textDocument": {**item, "uri": "file:///gone/a.htm", "text": "\ud800 Item 1"}},
        },
        {
            "jsonrpc": "2.0",
            "method": "textDocument/didChange",
            "params": {"textDocument": {"uri": "file:///never/opened", "version": 3}, "contentChanges": [{"text": ""}]},
        },
        {
            "jsonrpc": "2.0",
            "method": "textDocument/didChange",
            "params": {
                "textDocument": {"uri": "file:///gone/a.htm", "version": 2},
                "contentChanges": [
                    {
                        "text": "x",
                        "range": {
                            "start": {"line": huge, "character": huge},
                            "end": {"line": 0, "character": 0},
                        },
                    }
                ],
            },
        },
        {"jsonrpc": "2.0", "method": "textDocument/didClose", "params": {"textDocument": {"uri": "file:///never"}}},
        {"jsonrpc": "2.0", "method": "$/cancelRequest", "params": {"id": 77}},
        {"jsonrpc": "2.0", "id": 77, "result": None},
        {"jsonrpc": "2.0", "id": 12, "method": "no/such/method", "params": {}},
        {"jsonrpc": "2.0", "id": 13, "method": "textDocument/hover", "params": {"position": "here"}},
        {
            "jsonrpc": "2.0",
            "id": 14,
            "method": "codeAction/resolve",
            "params": {"title": "x", "data": {"input": "/gone", "fingerprint": ["?"], "fix": {}}},
        },
        {
            "jsonrpc": "2.0",
            "id": 15,
            "method": "workspace/executeCommand",
            "params": {"command": "filinglint.show", "arguments": ["no", "such"]},
        },
        {"jsonrpc": "1.0", "id": 16, "method": "initialize"},
    ]
    initialize = {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"capabilities": {}, "processId": None}}
    messages = [
        initialize,
        *strange,
        {"jsonrpc": "2.0", "method": "textDocument/didOpen", "params": {"textDocument": item}},
    ]

    def framed(message: Any) -> bytes:
        body = message if isinstance(message, bytes) else json.dumps(message).encode()
        return b"Content-Length: %d\r\n\r\n" % len(body) + body

    with subprocess.Popen(
        [sys.executable, "-m", "filinglint", "lsp"],
        cwd=tree.root,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as server:
        assert server.stdin is not None
        assert server.stdout is not None
        assert server.stderr is not None
        server.stdin.write(b"nonsense\r\n" + b"".join(map(framed, messages)))
        server.stdin.flush()
        answers: list[dict[str, Any]] = []
        while not any(one.get("params", {}).get("uri") == bad.as_uri() for one in answers):
            head = server.stdout.readline()
            assert head, server.stderr.read().decode()
            while (line := server.stdout.readline()).strip():
                assert line
            answers.append(json.loads(server.stdout.read(int(head.split(b":")[1]))))
        found = answers[-1]["params"]["diagnostics"]
        assert "DOC003" in [one["code"] for one in found]
        assert {one["id"] for one in answers if "id" in one} >= {1, 12, 14, 15}
        server.stdin.write(framed({"jsonrpc": "2.0", "method": "exit"}))
        server.stdin.flush()
        assert server.wait(20) == 1  # nobody said before that it would end
        # Nothing that was written is in a log.
        assert b"Nothing happened" not in server.stderr.read()


def test_without_its_libraries_it_says_what_to_install(tree: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has not installed the extra is told how."""
    monkeypatch.setitem(sys.modules, "pygls", None)
    assert "pip install 'filinglint[lsp]'" in tree.fails("lsp")


def test_a_server_goes_with_its_editor(tree: Any) -> None:
    """Without an editor at the other end the server ends."""
    done = subprocess.run(
        [sys.executable, "-m", "filinglint", "lsp"],
        cwd=tree.root,
        input=b"",
        capture_output=True,
        timeout=30,
        check=False,
    )
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert done.stdout == b""
