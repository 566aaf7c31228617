"""The language server: what the editor says, and what it is told.

Nothing that it is sent ends it, and nothing of a text is written to a log: drafts are inside information.
"""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import Callable
from typing import Any

from lsprotocol import types
from pygls.lsp.server import LanguageServer
from pygls.protocol import LanguageServerProtocol, lsp_method

from filinglint import __version__
from filinglint.catalogue import Catalogue, load_catalogue
from filinglint.discovery import Found
from filinglint.documents.manifest import NAMES as MANIFESTS
from filinglint.editor.asking import Answer, Judge, Planner, Question, input_of
from filinglint.editor.completing import proposals
from filinglint.editor.diagnostics import Shown, merged
from filinglint.editor.documents import OpenText, path_of
from filinglint.editor.faults import CONFIGURING
from filinglint.editor.hovering import about, name_at, rule_page
from filinglint.editor.positions import Units, meets, offset_at, position_at
from filinglint.editor.worker import Worker
from filinglint.reporters.exchange import uri_of

_PAUSE = 0.3  # seconds without a change after which a text is judged
_LARGE = 4_000_000  # characters of a text that is judged when it is saved, not while it is typed
_KINDS = {
    "key": types.CompletionItemKind.Property,
    "value": types.CompletionItemKind.EnumMember,
    "rule": types.CompletionItemKind.Reference,
}
_ENCODINGS: dict[str, Units] = {"utf-16": "utf-16", "utf-8": "utf-8", "utf-32": "utf-32"}


class _Protocol(LanguageServerProtocol):
    """The protocol with texts of our own: pygls ends lines where the protocol does not."""

    _server: FilinglintServer

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(self, params: types.DidOpenTextDocumentParams) -> None:
        self._server.opened(params.text_document)

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(self, params: types.DidChangeTextDocumentParams) -> None:
        self._server.changed(params)

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(self, params: types.DidCloseTextDocumentParams) -> None:
        self._server.closed(params.text_document.uri)


class FilinglintServer(LanguageServer):
    """The texts that are open, the inputs that they are of, and the last answer on each input.

    *planner* reads the configurations, *docs* is the address of the pages of rules, "" for none. With *verbose*
    what broke is named on standard error.
    """

    def __init__(self, planner: Planner, docs: str = "", *, verbose: bool = False) -> None:
        super().__init__("filinglint", __version__, protocol_cls=_Protocol)
        self._judge = Judge(planner)
        self._docs, self._verbose = docs, verbose
        self.judging, self._mending = Worker(), Worker().start()
        self.texts: dict[str, OpenText] = {}
        self.answers: dict[str, Answer] = {}
        self._inputs: dict[str, Found] = {}  # of each open text
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._asked: dict[str, int] = {}  # the number of the last question on each input
        self._count = 0
        self.told_to_end = False
        self._shown: dict[str, dict[str, list[types.Diagnostic]]] = {}  # by input, then by path

    def report_server_error(self, error: Exception, source: Any) -> None:  # noqa: ARG002
        """Name what broke, without its words: they may be of a draft."""
        if self._verbose:
            print(f"filinglint lsp: {type(error).__name__}", file=sys.stderr)

    @property
    def units(self) -> Units:
        """In what the editor counts columns."""
        try:
            return _ENCODINGS.get(str(getattr(self.workspace.position_encoding, "value", "utf-16")), "utf-16")
        except RuntimeError:
            return "utf-16"

    def opened(self, item: types.TextDocumentItem) -> None:
        """Take up a text and judge it."""
        path = path_of(item.uri)
        if path is not None:
            self.texts[path] = OpenText(item.uri, path, item.text, item.version)
            self._inputs[path] = _input(path)
            self.ask(self._inputs[path], 0)

    def changed(self, params: types.DidChangeTextDocumentParams) -> None:
        """Take up what was typed, and judge it when no more is typed."""
        path = path_of(params.text_document.uri)
        if path is None or path not in self.texts:
            return
        text = self.texts[path].changed(params.content_changes, params.text_document.version, self.units)
        self.texts[path] = text
        if len(text.text) <= _LARGE and os.path.basename(path) not in CONFIGURING:
            self.ask(self._inputs[path], _PAUSE)

    def saved(self, uri: str) -> None:
        """Judge what was saved; after a configuration or a manifest everything that is open."""
        path = path_of(uri)
        if path is None:
            return
        name = os.path.basename(path)
        if name in CONFIGURING or name in MANIFESTS or name.endswith((".toml", ".yaml", ".yml")):
            self.ask_all()
        elif path in self.texts:
            self.ask(self._inputs[path], 0)

    def closed(self, uri: str) -> None:
        """Forget a text. The rest of its input is judged again; of an input without open texts nothing is shown."""
        path = path_of(uri)
        if path is None or self.texts.pop(path, None) is None:
            return
        found = self._inputs.pop(path)
        if any(one.path == found.path for one in self._inputs.values()):
            self.ask(found, 0)
            self.show(path, self._merged(path))
        else:
            self._forget(found.path)

    def _forget(self, key: str) -> None:
        self._asked.pop(key, None)
        self.answers.pop(key, None)
        if timer := self._timers.pop(key, None):
            timer.cancel()
        for path in self._shown.pop(key, {}):
            self.show(path, self._merged(path))

    def ask_all(self) -> None:
        """Judge every input that has an open text; which input a text is of may have changed."""
        self._inputs = {path: _input(path) for path in self.texts}
        inputs = {found.path: found for found in self._inputs.values()}
        for key in set(self._shown) - set(inputs):
            self._forget(key)
        for found in inputs.values():
            self.ask(found, 0)

    def ask(self, found: Found, pause: float) -> None:
        """Judge the input *found* when *pause* seconds are over in which nobody asks for it again."""
        key = found.path
        if timer := self._timers.pop(key, None):
            timer.cancel()
        self._count += 1
        self._asked[key] = self._count
        loop = asyncio.get_running_loop()
        self._timers[key] = loop.call_later(pause, self._put, found, self._count)

    def _put(self, found: Found, number: int) -> None:
        self._timers.pop(found.path, None)
        texts = {path: text for path, text in self.texts.items() if self._inputs[path].path == found.path}
        question = Question(found, self._folder(found.path), texts)

        def answered(future: asyncio.Future[Answer | None]) -> None:
            answer = None if future.cancelled() or future.exception() is not None else future.result()
            if answer is None or self._asked.get(found.path) != number:
                return
            self.answers[found.path] = answer
            self._publish(answer)

        def judged() -> Answer | None:
            # What has been asked for again meanwhile is not judged twice.
            return self._judge.answer(question) if self._asked.get(found.path) == number else None

        self.judging.do(judged).add_done_callback(answered)

    def _folder(self, path: str) -> str:
        """Return the folder in which the command line would judge *path*: the innermost that the editor has open."""
        try:
            folders = [path_of(folder.uri) for folder in self.workspace.folders.values()]
            folders.append(path_of(self.workspace.root_uri or ""))
        except RuntimeError:
            folders = []
        around = [one for one in folders if one and (path == one or path.startswith(os.path.join(one, "")))]
        return max(around, key=len, default=os.path.dirname(path))

    def _publish(self, answer: Answer) -> None:
        key = answer.question.key
        before = self._shown.get(key, {})
        uris = {path: text.uri for path, text in self.texts.items()}
        self._shown[key] = Shown(answer, self.units, self._docs, uris).by_file()
        for path in {**before, **self._shown[key]}:
            self.show(path, self._merged(path))

    def _merged(self, path: str) -> list[types.Diagnostic]:
        return merged(by_path[path] for by_path in self._shown.values() if path in by_path)

    def show(self, path: str, diagnostics: list[types.Diagnostic]) -> None:
        """Tell the editor what there is to say of the file at *path*."""
        text = self.texts.get(path)
        uri = text.uri if text is not None else uri_of(path)
        version = text.version if text is not None else None
        self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, diagnostics, version))

    def answer_on(self, path: str) -> Answer | None:
        """Return the last answer on the input of the open text at *path*; None when there is none yet."""
        return self.answers.get(self._inputs[path].path) if path in self._inputs else None

    def hover(self, params: types.HoverParams) -> types.Hover | None:
        """Return the page of the rule that is named there, or what is found there."""
        path = path_of(params.text_document.uri)
        text = self.texts.get(path) if path is not None else None
        if path is None or text is None:
            return None
        answer = self.answer_on(path)
        catalogue = (
            answer.terms.group.catalogue if answer is not None and answer.terms is not None else load_catalogue()
        )
        name = name_at(text.text, offset_at(text.text, text.lines, params.position, self.units))
        said = rule_page(name, catalogue) if name else ""
        if not said and answer is not None:
            at = types.Range(params.position, params.position)
            shown = Shown(answer, self.units, self._docs, {})
            here = [
                finding
                for finding in answer.findings
                if os.path.normpath(finding.spot.path) == path and meets(shown.range_of(finding.spot), at)
            ]
            said = about(here, catalogue) if here else ""
        return types.Hover(types.MarkupContent(types.MarkupKind.Markdown, said)) if said else None

    def complete(self, params: types.CompletionParams) -> types.CompletionList:
        """Return what may be written next."""
        path = path_of(params.text_document.uri)
        text = self.texts.get(path) if path is not None else None
        if path is None or text is None:
            return types.CompletionList(is_incomplete=False, items=[])
        offset = offset_at(text.text, text.lines, params.position, self.units)
        found = proposals(text.text, offset, path, self._catalogue(path).rules)
        items = [
            types.CompletionItem(
                one.words,
                kind=_KINDS[one.kind],
                detail=one.meaning,
                text_edit=types.TextEdit(
                    types.Range(position_at(text.text, text.lines, one.start, self.units), params.position), one.words
                ),
            )
            for one in found
        ]
        return types.CompletionList(is_incomplete=False, items=items)

    def _catalogue(self, path: str) -> Catalogue:
        """Return the rules by which the open text at *path* was judged last, ours where it was not yet."""
        answer = self.answer_on(path)
        return load_catalogue() if answer is None or answer.terms is None else answer.terms.group.catalogue

    async def mending(self, what: Callable[[], Any]) -> Any:
        """Return what *what* returns, done beside the judging."""
        return await self._mending.do(what)


def _input(path: str) -> Found:
    return Found(path, named=False) if os.path.basename(path) in CONFIGURING else input_of(path)
