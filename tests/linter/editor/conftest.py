"""What the tests of the editor share: the server as an editor starts it, and an editor that talks to it."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Union

import pytest

collect_ignore_glob = [] if find_spec("pygls") else ["test_*.py"]
TODAY = "1790726400"  # 2026-09-30
_WAIT = 40  # seconds; the machine may be busy


class Editor:
    """An editor with some folders open; it counts columns as the server says."""

    def __init__(self) -> None:
        from lsprotocol import types
        from pygls.lsp.client import LanguageClient

        self.types: Any = types
        self.client: Any = LanguageClient("tests", "1")
        # lsprotocol takes an action that is followed by a command for the command.
        self.client.protocol._converter.register_structure_hook(
            types.Command | types.CodeAction, lambda given, _: self._structured(given)
        )
        self.client.protocol._converter.register_structure_hook(
            Union[types.Command, types.CodeAction],  # noqa: UP007
            lambda given, _: self._structured(given),
        )
        self.published: dict[str, Any] = {}
        self.counts: dict[str, int] = {}
        self.opened: list[Any] = []
        self.shown: list[Any] = []
        self.texts: dict[Path, str] = {}
        self.versions: dict[Path, int] = {}
        self._news = asyncio.Event()

        @self.client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)  # type: ignore[untyped-decorator]
        def published(params: Any) -> None:
            self.published[params.uri] = params
            self.counts[params.uri] = self.counts.get(params.uri, 0) + 1
            self._news.set()

        @self.client.feature(types.WINDOW_SHOW_DOCUMENT)  # type: ignore[untyped-decorator]
        def show(params: Any) -> Any:
            self.shown.append(params)
            return types.ShowDocumentResult(True)

        @self.client.feature(types.CLIENT_REGISTER_CAPABILITY)  # type: ignore[untyped-decorator]
        def register(params: Any) -> None:
            self.opened += params.registrations

        @self.client.feature(types.WINDOW_SHOW_MESSAGE)  # type: ignore[untyped-decorator]
        def message(params: Any) -> None:
            raise AssertionError(params.message)

    def _structured(self, given: Any) -> Any:
        kind = self.types.Command if isinstance(given.get("command"), str) else self.types.CodeAction
        return self.client.protocol._converter.structure(given, kind)

    async def start(self, *folders: Path, args: tuple[str, ...] = (), encodings: tuple[str, ...] = ()) -> Any:
        """Start the server in the first of *folders*, with all of them open, and return what it can do."""
        types = self.types
        environment = {**os.environ, "SOURCE_DATE_EPOCH": TODAY}
        environment.pop("FILINGLINT_CONFIG", None)
        command = (sys.executable, "-m", "filinglint", "lsp", "--stdio", *args)
        await self.client.start_io(*command, cwd=folders[0], env=environment)
        capabilities = types.ClientCapabilities(
            general=types.GeneralClientCapabilities(position_encodings=list(encodings) or None),
            text_document=types.TextDocumentClientCapabilities(
                code_action=types.CodeActionClientCapabilities(
                    data_support=True, resolve_support=types.ClientCodeActionResolveOptions(properties=["edit"])
                )
            ),
            workspace=types.WorkspaceClientCapabilities(
                workspace_edit=types.WorkspaceEditClientCapabilities(
                    document_changes=True, resource_operations=[types.ResourceOperationKind.Create]
                ),
                did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(dynamic_registration=True),
            ),
            window=types.WindowClientCapabilities(show_document=types.ShowDocumentClientCapabilities(support=True)),
        )
        opened = [types.WorkspaceFolder(folder.as_uri(), folder.name) for folder in folders]
        started = await self.client.initialize_async(
            types.InitializeParams(capabilities, root_uri=folders[0].as_uri(), workspace_folders=opened)
        )
        self.client.initialized(types.InitializedParams())
        return started.capabilities

    async def end(self) -> int:
        """Tell the server to end, and return its exit status."""
        await self.client.shutdown_async(None)
        self.client.exit(None)
        status: int = await asyncio.wait_for(self.client._server.wait(), _WAIT)
        return status

    def identified(self, path: Path) -> Any:
        """Return how requests call the text at *path*."""
        return self.types.TextDocumentIdentifier(path.as_uri())

    async def open(self, path: Path, text: str | None = None) -> list[Any]:
        """Open *path*, with *text* in the place of what it holds, and return its diagnostics."""
        if text is None:
            with path.open(encoding="utf-8", newline="") as file:
                text = file.read()
        self.texts[path], self.versions[path] = text, 1
        item = self.types.TextDocumentItem(path.as_uri(), "html", 1, text)
        return await self._after(
            path, lambda: self.client.text_document_did_open(self.types.DidOpenTextDocumentParams(item))
        )

    async def change(self, path: Path, *changes: Any, wait: bool = True) -> list[Any]:
        """Make *changes*, each a pair of a range and new words, or a whole text; return the diagnostics then."""
        types = self.types
        self.versions[path] += 1
        made = [
            types.TextDocumentContentChangeWholeDocument(change)
            if isinstance(change, str)
            else types.TextDocumentContentChangePartial(*change)
            for change in changes
        ]
        identifier = types.VersionedTextDocumentIdentifier(self.versions[path], path.as_uri())
        params = types.DidChangeTextDocumentParams(identifier, made)
        if not wait:
            self.client.text_document_did_change(params)
            return []
        return await self._after(path, lambda: self.client.text_document_did_change(params))

    async def save(self, path: Path, *, awaited: Path | None = None) -> list[Any]:
        """Say that *path* was saved, and return the diagnostics of *awaited*, or of itself, after it."""
        params = self.types.DidSaveTextDocumentParams(self.identified(path))
        return await self._after(awaited or path, lambda: self.client.text_document_did_save(params))

    async def close(self, path: Path) -> list[Any]:
        """Close *path*, and return its diagnostics after it."""
        params = self.types.DidCloseTextDocumentParams(self.identified(path))
        return await self._after(path, lambda: self.client.text_document_did_close(params))

    async def _after(self, path: Path, act: Callable[[], None]) -> list[Any]:
        uri = path.as_uri()
        before = self.counts.get(uri, 0)
        act()
        async with asyncio.timeout(_WAIT):
            while self.counts.get(uri, 0) == before:
                self._news.clear()
                await self._news.wait()
        return self.diagnostics(path)

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until *holds* does: answers on several inputs come one after the other."""
        async with asyncio.timeout(_WAIT):
            while not holds():
                self._news.clear()
                await self._news.wait()

    def diagnostics(self, path: Path) -> list[Any]:
        """Return what is shown on *path* now."""
        params = self.published.get(path.as_uri())
        return list(params.diagnostics) if params is not None else []

    async def hover(self, path: Path, line: int, character: int) -> str:
        """Return what is shown beside the pointer; "" for nothing."""
        position = self.types.Position(line, character)
        found = await self.client.text_document_hover_async(self.types.HoverParams(self.identified(path), position))
        return "" if found is None else str(found.contents.value)

    async def actions(self, path: Path, at: Any = None, only: tuple[str, ...] = ()) -> list[Any]:
        """Return what is offered at the range *at*, everywhere by default; each with what it changes."""
        types = self.types
        whole = types.Range(types.Position(0, 0), types.Position(99_999, 0))
        params = types.CodeActionParams(
            self.identified(path), at or whole, types.CodeActionContext([], only=list(only) or None)
        )
        found = await self.client.text_document_code_action_async(params)
        return [
            one if one.edit is not None else await self.client.code_action_resolve_async(one) for one in found or ()
        ]


Session = Callable[..., Any]


@pytest.fixture
def session() -> Session:
    """Runs a session: a server with folders open, an editor, and what is done with it; the server must end well."""

    @asynccontextmanager
    async def running(*folders: Path, **given: Any) -> AsyncIterator[Editor]:
        editor = Editor()
        await editor.start(*folders, **given)
        try:
            yield editor
        except BaseException:
            if editor.client._server.returncode is None:
                editor.client._server.kill()
            raise
        assert await editor.end() == 0

    def run(scene: Callable[[Editor], Coroutine[Any, Any, None]], *folders: Path, **given: Any) -> None:
        async def whole() -> None:
            async with running(*folders, **given) as editor:
                await scene(editor)

        asyncio.run(whole())

    return run
