"""What the server can do, and how it is started."""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Sequence
from typing import Any, BinaryIO

from lsprotocol import types

from filinglint.editor import offers
from filinglint.editor.asking import Planner
from filinglint.editor.faults import CONFIGURING
from filinglint.editor.server import FilinglintServer

_WATCHED = f"**/{{{','.join(sorted((*CONFIGURING, 'submission.*')))}}}"
_LONGEST_LINE = 65_536  # bytes of a line of a message's head


def make_server(planner: Planner, docs: str = "", *, verbose: bool = False) -> FilinglintServer:
    """Return the server with all that it can do."""
    # Its messages hold what it was sent, and with that the texts.
    logging.getLogger("pygls").disabled = True
    for name in ("pygls.protocol.json_rpc", "pygls.protocol.language_server", "pygls.server", "pygls.feature_manager"):
        logging.getLogger(name).disabled = True
    server = FilinglintServer(planner, docs, verbose=verbose)
    feature = server.feature

    @feature(types.INITIALIZED)
    def initialized(params: types.InitializedParams) -> None:  # noqa: ARG001
        _watch(server)

    @feature(types.SHUTDOWN)
    def shutdown(params: None = None) -> None:  # noqa: ARG001
        server.told_to_end = True

    @feature(types.TEXT_DOCUMENT_DID_SAVE, types.SaveOptions(include_text=False))
    def did_save(params: types.DidSaveTextDocumentParams) -> None:
        server.saved(params.text_document.uri)

    @feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def did_change_watched_files(params: types.DidChangeWatchedFilesParams) -> None:  # noqa: ARG001
        server.ask_all()

    @feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def did_change_folders(params: types.DidChangeWorkspaceFoldersParams) -> None:  # noqa: ARG001
        server.ask_all()

    @feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def did_change_configuration(params: types.DidChangeConfigurationParams) -> None:  # noqa: ARG001
        server.ask_all()

    @feature(types.TEXT_DOCUMENT_HOVER)
    def hover(params: types.HoverParams) -> types.Hover | None:
        return server.hover(params)

    @feature(types.TEXT_DOCUMENT_COMPLETION, types.CompletionOptions(trigger_characters=["[", '"', ","]))
    def completion(params: types.CompletionParams) -> types.CompletionList:
        return server.complete(params)

    @feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=[*offers.KINDS], resolve_provider=True),
    )
    async def code_action(params: types.CodeActionParams) -> Sequence[types.CodeAction]:
        return await offers.offered(server, params)

    @feature(types.CODE_ACTION_RESOLVE)
    async def resolve(action: types.CodeAction) -> types.CodeAction:
        return await offers.resolved(server, action)

    @server.command(offers.SHOW)
    def show(uri: str, line: int, character: int) -> None:
        offers.show(server, uri, types.Position(line, character))

    return server


def _watch(server: FilinglintServer) -> None:
    """Ask to be told when a configuration, a record or a manifest changes other than in the editor."""
    workspace = server.client_capabilities.workspace
    able = workspace.did_change_watched_files if workspace is not None else None
    if able is None or not able.dynamic_registration:
        return
    options = types.DidChangeWatchedFilesRegistrationOptions([types.FileSystemWatcher(_WATCHED)])
    registration = types.Registration("configurations", types.WORKSPACE_DID_CHANGE_WATCHED_FILES, options)
    server.client_register_capability(types.RegistrationParams([registration]))


class _Input:
    """Standard input, read in pieces: whatever length a message claims, no more is kept than is sent."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readline(self) -> bytes:
        """Return the next line of a head, cut where no head is so long."""
        return self._stream.readline(_LONGEST_LINE)

    def read(self, size: int) -> bytes:
        """Return the next *size* bytes, fewer at the end."""
        pieces: list[bytes] = []
        while size > 0 and (piece := self._stream.read(min(size, 1 << 20))):
            pieces.append(piece)
            size -= len(piece)
        return b"".join(pieces)


def serve(planner: Planner, docs: str = "", *, verbose: bool = False) -> None:
    """Serve the editor that started us, until it says that it is done or goes away.

    Inputs are judged in the main thread: only there can a rule that takes too long be ended.
    """
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what anybody prints must not come between messages
    stdin: Any = _Input(sys.stdin.buffer)
    server = make_server(planner, docs, verbose=verbose)

    def listen() -> None:
        try:
            server.start_io(stdin, out)
        finally:
            # What is being judged for nobody is not waited for.
            os._exit(0 if server.told_to_end else 1)

    threading.Thread(target=listen, daemon=True).start()
    server.judging.work()
