"""Code actions: what is offered where, and what becomes of an offer that is taken.

An editor asks what there is with each step of the cursor; what an offer changes is worked out when it is
taken, or at once for editors that cannot ask again.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import partial
from typing import Any

from lsprotocol import types

from filinglint.editor.actions import (
    Refused,
    changed_since,
    fixes_of,
    mend_all,
    mend_one,
    title_of,
    workspace_edit,
)
from filinglint.editor.asking import Answer
from filinglint.editor.diagnostics import Shown
from filinglint.editor.documents import path_of
from filinglint.editor.positions import meets
from filinglint.editor.server import FilinglintServer
from filinglint.editor.waiving import begin_record, can_be_waived
from filinglint.fixing.revision import Revision

SHOW = "filinglint.show"
FIX_ALL = "source.fixAll.filinglint"
KINDS = (types.CodeActionKind.QuickFix, FIX_ALL)
_STALE = "the text has changed since it was judged"
_UNSEEN = "nothing of it shows in an editor; filinglint fix makes it"


class Client:
    """What the editor can do, as far as offers depend on it."""

    def __init__(self, capabilities: types.ClientCapabilities) -> None:
        actions = capabilities.text_document.code_action if capabilities.text_document is not None else None
        properties = actions.resolve_support.properties if actions and actions.resolve_support else ()
        edits = capabilities.workspace.workspace_edit if capabilities.workspace is not None else None
        self.resolves = "edit" in properties and bool(actions and actions.data_support)
        self.documents = bool(edits and edits.document_changes)
        operations = edits.resource_operations if edits is not None else None
        self.creates = self.documents and types.ResourceOperationKind.Create in (operations or ())
        window = capabilities.window
        self.shows = bool(window and window.show_document and window.show_document.support)


def _client(server: FilinglintServer) -> Client:
    try:
        return Client(server.client_capabilities)
    except (AttributeError, RuntimeError):
        return Client(types.ClientCapabilities())


def _wants(params: types.CodeActionParams, kind: str) -> bool:
    only = params.context.only
    return only is None or any(
        kind == (name := str(getattr(one, "value", one))) or name == "" or kind.startswith(f"{name}.") for one in only
    )


async def offered(server: FilinglintServer, params: types.CodeActionParams) -> list[types.CodeAction]:
    """Return what can be done about the findings in a range."""
    path = path_of(params.text_document.uri)
    answer = server.answer_on(path) if path is not None else None
    if path is None or answer is None or answer.terms is None:
        return []
    client, found = _client(server), list[types.CodeAction]()
    if _wants(params, types.CodeActionKind.QuickFix.value):
        shown = Shown(answer, server.units, "", {})
        for finding in answer.findings:
            if os.path.normpath(finding.spot.path) != path or not meets(shown.range_of(finding.spot), params.range):
                continue
            diagnostic = shown.diagnostic(finding)
            for number, fix in fixes_of(finding, answer.submission):
                action = types.CodeAction(
                    title_of(finding, fix),
                    types.CodeActionKind.QuickFix,
                    [diagnostic],
                    is_preferred=True if fix.kind == "safe" and number == 0 else None,
                    data={"input": answer.question.key, "fingerprint": finding.fingerprint, "fix": number},
                )
                found.append(action)
            if can_be_waived(finding, answer.terms):
                record = begin_record(finding, answer, server.texts, server.units, create=client.creates)
                at: list[Any] = [record.uri, record.cursor.line, record.cursor.character]
                action = types.CodeAction(
                    f"Waive {finding.code} {finding.slug} here…",
                    types.CodeActionKind.QuickFix,
                    [diagnostic],
                    edit=record.edit,
                    command=types.Command("Write the reason", SHOW, arguments=at) if client.shows else None,
                )
                found.append(action)
    if _wants(params, FIX_ALL) and any(
        fix.kind == "safe" for finding in answer.findings for _, fix in fixes_of(finding, answer.submission)
    ):
        data = {"input": answer.question.key}
        found.append(types.CodeAction("Make all safe fixes of filinglint", FIX_ALL, data=data))
    if client.resolves:
        return found
    whole = [action if action.edit is not None else await resolved(server, action) for action in found]
    return [action for action in whole if action.edit is not None]


async def resolved(server: FilinglintServer, action: types.CodeAction) -> types.CodeAction:
    """Return *action* with what it changes, or with why it changes nothing."""
    data: Any = action.data if isinstance(action.data, Mapping) else vars_of(action.data)
    answer = server.answers.get(str(data.get("input", "")))
    if action.edit is not None or answer is None or answer.submission is None:
        return action
    if "fingerprint" in data:
        finding = next((one for one in answer.findings if one.fingerprint == data["fingerprint"]), None)
        fixes = dict(fixes_of(finding, answer.submission)) if finding is not None else {}
        number = data.get("fix")
        fix = fixes.get(number) if isinstance(number, int) else None
        if finding is None or fix is None:
            return _refused(action, _STALE)
        files = await server.mending(partial(mend_one, answer, finding, fix))
    else:
        files = await server.mending(partial(mend_all, answer))
    if isinstance(files, Refused):
        return _refused(action, files.reason)
    return _changing(server, action, answer, files)


def _changing(
    server: FilinglintServer, action: types.CodeAction, answer: Answer, files: Mapping[str, Revision]
) -> types.CodeAction:
    versions = {path: text.version for path, text in server.texts.items()}
    if changed_since(answer, files, versions):
        return _refused(action, _STALE)
    action.edit = workspace_edit(files, answer, server.units, documents=_client(server).documents)
    return action if action.edit is not None else _refused(action, _UNSEEN)


def _refused(action: types.CodeAction, reason: str) -> types.CodeAction:
    action.disabled = types.CodeActionDisabled(reason)
    return action


def vars_of(data: Any) -> dict[str, Any]:
    """Return what *data*, an object made of JSON, holds by name; nothing of anything else."""
    fields = getattr(data, "_asdict", None)
    return dict(fields()) if fields is not None else {}


def show(server: FilinglintServer, uri: str, position: types.Position) -> None:
    """Put the cursor at *position* of the document *uri*."""
    if path_of(uri) is not None:
        server.window_show_document(
            types.ShowDocumentParams(uri, take_focus=True, selection=types.Range(position, position))
        )
