"""A waiver record begun in the editor: all of it but the reason and who approves, which a person writes."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from lsprotocol.types import (
    CreateFile,
    CreateFileOptions,
    OptionalVersionedTextDocumentIdentifier,
    Position,
    Range,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from filinglint.config.globs import literal, relative
from filinglint.config.settings import WAIVERS
from filinglint.editor.asking import Answer, Terms
from filinglint.editor.documents import OpenText
from filinglint.editor.positions import Units, position_at
from filinglint.finding import Finding
from filinglint.reporters.exchange import uri_of
from filinglint.spans import LineIndex
from filinglint.toml_text import toml_value
from filinglint.triage.waivers import next_id

_DAYS = 90  # a first end; a person sets the true one


@dataclass(frozen=True, slots=True)
class Begun:
    """A record to be put into the file at *path*, and where its reason is to be written afterwards."""

    edit: WorkspaceEdit
    uri: str
    cursor: Position


def can_be_waived(finding: Finding, terms: Terms) -> bool:
    """Tell whether a record may hold *finding*."""
    rule = terms.group.catalogue.find(finding.code)
    return rule is not None and rule.waivable != "no"


def begin_record(
    finding: Finding, answer: Answer, texts: Mapping[str, OpenText], units: Units, *, create: bool
) -> Begun:
    """Return the record for *finding* alone.

    With *create* the editor is told to make the file where there is none; others make one as they open it.
    """
    terms = answer.terms
    assert terms is not None, "there is no finding without terms"
    config = terms.group.config
    agreed = config.settings(config.root).waivers
    path = agreed.files[0][0] if agreed.files else os.path.join(config.root, WAIVERS)
    shown = texts.get(path)
    kept = _kept(path)
    text = shown.text if shown is not None else kept or ""
    today = terms.options.today
    fields: list[tuple[str, object]] = [
        ("id", _next_id(text, terms, today.year)),
        ("rules", [finding.slug]),
        ("paths", [literal(relative(finding.spot.path, config.root))]),
        ("at", {"fingerprint": finding.fingerprint}),
        ("reason", ""),
        *((key, "") for key in ("approved-by", "ticket") if key in agreed.require),
        ("approved-on", today),
        ("expires", today + timedelta(days=min(_DAYS, agreed.max_days))),
    ]
    gap = "" if not text.strip() else "\n" if text.endswith("\n") else "\n\n"
    record = gap + "".join(f"{line}\n" for line in ("[[waiver]]", *(f"{key} = {toml_value(v)}" for key, v in fields)))
    end = "\r\n" if "\r\n" in text else "\n"
    new = record.replace("\n", end)
    before = text + new[: new.index('reason = "') + len('reason = "')]
    place = position_at(text, LineIndex(text), len(text), units)
    uri = shown.uri if shown is not None else uri_of(path)
    identifier = OptionalVersionedTextDocumentIdentifier(uri, shown.version if shown is not None else None)
    put = TextDocumentEdit(identifier, [TextEdit(Range(place, place), new)])
    cursor = position_at(before, LineIndex(before), len(before), units)
    if not create:
        return Begun(WorkspaceEdit(changes={uri: [TextEdit(Range(place, place), new)]}), uri, cursor)
    made = [CreateFile(uri, options=CreateFileOptions(ignore_if_exists=True))] if kept is None else []
    return Begun(WorkspaceEdit(document_changes=[*made, put]), uri, cursor)


def _next_id(text: str, terms: Terms, year: int) -> str:
    """Return the id after those of the records that hold, and of those that are being written."""
    first = next_id(terms.group.registry, year)
    numbers = [int(number) for number in re.findall(rf'"W-{year}-(\d{{1,6}})"', text)]
    return f"W-{year}-{max([int(first.rpartition('-')[2]), *(number + 1 for number in numbers)]):03}"


def _kept(path: str) -> str | None:
    try:
        with open(path, encoding="utf-8-sig", newline="") as file:
            return file.read()
    except (OSError, UnicodeDecodeError):
        return None
