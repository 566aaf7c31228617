"""A filing before it is filed: a folder with a manifest (``submission.toml``, ``.yaml``, ``.json``) and documents.

The manifest's words become the header's record under EDGAR's own labels, so that facts and rules know
no difference. What only EDGAR makes (accession number, acceptance time, film number, document count)
stands in no manifest and is absent from a draft's header.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from filinglint.closest import closest
from filinglint.documents.document import Document
from filinglint.documents.labels import Line, Section
from filinglint.documents.manifest import NAMES, Entry, ManifestError, read_manifest
from filinglint.documents.submission import Submission
from filinglint.errors import InputError
from filinglint.located import Absent, Leaf, Located
from filinglint.source import Source, SourceText, bytes_at
from filinglint.spans import Span
from filinglint_schemas import load_schema

if TYPE_CHECKING:  # jsonschema is loaded for drafts only
    from jsonschema.protocols import Validator

FILED = frozenset((".htm", ".html", ".txt", ".xml", ".xsd", ".jpg", ".gif", ".pdf"))
_OFFICE = frozenset((".docx", ".doc", ".rtf", ".odt", ".pages"))
_PICTURES = (b"\xff\xd8\xff", b"GIF8", b"\x89PNG", b"%PDF-")
_MOST_FILES = 2000
_DEEPEST = 4  # folders of a draft that a file may lie in
_TOP = (
    ("form", "CONFORMED SUBMISSION TYPE"),
    ("period", "CONFORMED PERIOD OF REPORT"),
    ("event-date", "CONFORMED PERIOD OF REPORT"),
    ("filing-date", "FILED AS OF DATE"),
)
_COMPANY = (
    ("name", "COMPANY CONFORMED NAME"),
    ("cik", "CENTRAL INDEX KEY"),
    ("sic", "STANDARD INDUSTRIAL CLASSIFICATION"),
    ("ein", "IRS NUMBER"),
    ("state", "STATE OF INCORPORATION"),
    ("fiscal-year-end", "FISCAL YEAR END"),
)
_VALUES = (("act", "SEC ACT"), ("file-number", "SEC FILE NUMBER"))
_ADDRESS = (
    ("street", "STREET 1"),
    ("street-2", "STREET 2"),
    ("city", "CITY"),
    ("state", "STATE"),
    ("zip", "ZIP"),
    ("phone", "BUSINESS PHONE"),
)
_FORMER = (("name", "FORMER CONFORMED NAME"), ("changed", "DATE OF NAME CHANGE"))


def manifest_of(folder: str) -> str | None:
    """Return the path of the manifest in *folder*; None when there is none. Raises InputError for several."""
    found = [name for name in NAMES if os.path.isfile(os.path.join(folder, name))]
    if len(found) > 1:
        raise InputError(folder, f"there are {' and '.join(found)}", "keep one manifest in a draft")
    return os.path.join(folder, found[0]) if found else None


def read_draft(folder: str, held: Mapping[str, bytes] | None = None) -> Submission:
    """Read the draft in *folder*, or the draft whose manifest *folder* names.

    Documents come in the manifest's order; pictures and PDFs have bytes and no text. *held* are bytes, by
    the path of a file, that stand for its own. Raises InputError, with the line and the nearest name, when
    the manifest is wrong or a file is not there.
    """
    held = held or {}
    path = folder if os.path.isfile(folder) else manifest_of(folder)
    if path is None:
        raise InputError(folder, "there is no submission.toml in it", "write one, or run filinglint init --draft")
    source = Source.from_bytes(held[path] if path in held else bytes_at(path), path)
    try:
        manifest = read_manifest(source.text, path)
    except ManifestError as error:
        raise _refused(path, error.line, error.reason, "mend the manifest") from error
    _verify(manifest, source)
    listed = _listed(manifest, source)
    laid = SourceText(source, *(_opened(file, entry, source, held) for entry, file in listed))
    documents = tuple(_document(laid, number, entry) for number, (entry, _) in enumerate(listed, 1))
    return Submission(
        source=laid,
        kind="draft",
        span=Span(0, len(laid.text)),
        envelope=None,
        header=_header(manifest, Span(0, len(source.text))),
        header_closed=True,
        closed=True,
        pem=None,
        documents=documents,
        given=folder,
        notices=tuple(_unlisted(Path(path), [file for _, file in listed])),
    )


def listed_as(path: str) -> str:
    """Return how the draft in whose folder the file at *path* lies lists it, ``EX-99.1 lark.htm``; "" when none does.

    What is wrong with the manifest is said where the draft is judged.
    """
    folder = os.path.abspath(path)
    for _ in range(_DEEPEST):
        folder = os.path.dirname(folder)
        try:
            manifest = manifest_of(folder)
            if manifest is None:
                continue
            documents = read_manifest(Source.from_bytes(bytes_at(manifest), manifest).text, manifest).get("documents")
        except (InputError, ManifestError):
            return ""
        inner = os.path.relpath(os.path.abspath(path), folder)
        for entry in documents.entries if documents else ():
            file, kind = entry.get("file"), entry.get("type")
            if file is not None and kind is not None and os.path.normpath(file.words) == inner:
                return f"{kind.words.upper()} {file.words}"
    return ""


def _refused(path: str, line: int, reason: str, remedy: str) -> InputError:
    name = os.path.basename(path)
    return InputError(path, f"{name}, line {line}: {reason}" if line else f"{name}: {reason}", remedy)


@cache
def _validator() -> Validator:
    from jsonschema import Draft202012Validator, FormatChecker

    return Draft202012Validator(load_schema("submission"), format_checker=FormatChecker(formats=("date",)))


def _verify(manifest: Entry, source: Source) -> None:
    """Raise InputError for a departure of *manifest* from its schema: a misspelt key before what it leaves missing."""
    errors = sorted(
        _validator().iter_errors(manifest.plain()), key=lambda error: error.validator != "additionalProperties"
    )
    for error in errors[:1]:
        raise _refused(source.path, *_told(error, manifest, source))


def _told(error: Any, manifest: Entry, source: Source) -> tuple[int, str, str]:
    """Return the line of a departure from the schema, what it is, and what to do."""
    entry, trail = manifest, ""
    for step in error.absolute_path:
        inner = entry.entries[step] if isinstance(step, int) else entry.get(step)
        if inner is None:
            break
        entry, trail = inner, f"{trail}[{step}]" if isinstance(step, int) else f"{trail}.{step}".lstrip(".")
    line = source.lines.position(entry.span.start).line
    within = f" of {trail}" if trail else ""
    if error.validator == "additionalProperties" and isinstance(entry.value, dict):
        known = sorted(error.schema["properties"])
        name = next(name for name in entry.value if name not in known)
        near = closest(name, known, 0.5)
        remedy = f"write '{near}'" if near else f"use one of {', '.join(known)}"
        return source.lines.position(entry.value[name].key.start).line, f"unknown key '{name}'{within}", remedy
    if error.validator == "required":
        missing = next(name for name in error.validator_value if name not in error.instance)
        what = error.schema["properties"][missing].get("description", missing)
        return line, f"key '{missing}'{within} is missing", f"add {missing} = {what}"
    if error.validator == "not":
        return line, "both 'period' and 'event-date' are given", "keep one: they are the same line of the header"
    wanted = error.schema.get("description") or f"a {error.schema.get('type', 'value')}"
    stated = f"'{entry.words}'" if entry.words else "this value"
    return line, f"{stated} is not what {trail or 'the manifest'} asks for", f"write {wanted}"


def _listed(manifest: Entry, source: Source) -> list[tuple[Entry, Path]]:
    """Return the manifest's documents with the files they name. Raises InputError for one that is not there."""
    folder = Path(source.path).parent
    found: list[tuple[Entry, Path]] = []
    seen: set[Path] = set()
    entries = manifest.get("documents")
    for entry in entries.entries if entries else ():
        named = entry.get("file")
        assert named is not None, "the schema asks for it"
        line = source.lines.position(named.span.start).line
        file = folder / named.words
        try:
            inside = file.resolve().is_relative_to(folder.resolve())
            there = file.is_file()
        except (OSError, ValueError):
            inside, there = True, False
        if not inside:
            raise _refused(source.path, line, f"'{named.words}' lies outside the folder", "keep a draft in one folder")
        if not there:
            near = closest(named.words, files_below(folder), 0.5)
            remedy = f"write '{near}'" if near else "add the file, or take it off the list"
            raise _refused(source.path, line, f"there is no file '{named.words}'", remedy)
        if file in seen:
            raise _refused(source.path, line, f"'{named.words}' is listed twice", "list each file once")
        seen.add(file)
        found.append((entry, file))
    return found


def files_below(folder: Path) -> list[str]:
    """Return the paths of the files below *folder*, hidden ones left out, relative to it and sorted."""
    names: list[str] = []
    for base, folders, members in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        inner = Path(base).relative_to(folder)
        names += [(inner / name).as_posix() for name in members if not name.startswith(".")]
        if len(names) > _MOST_FILES:
            break
    return sorted(names)


def _unlisted(manifest: Path, listed: list[Path]) -> Iterator[str]:
    """Yield a sentence for each file beside the manifest that could be filed and is not listed."""
    known = {file.relative_to(manifest.parent).as_posix() for file in listed}
    for name in files_below(manifest.parent):
        if name not in known and Path(name).suffix.lower() in FILED:
            yield f"'{name}' is not listed in {manifest.name}; it was not checked"


def _opened(file: Path, entry: Entry, source: Source, held: Mapping[str, bytes]) -> Source:
    """Read one document of a draft: an empty file and a picture are documents too."""
    data = held[str(file)] if str(file) in held else bytes_at(str(file))
    if not data.strip():
        return Source(str(file), data, data.decode("ascii", "ignore"), "latin-1", 0)
    if data.startswith(_PICTURES):
        return Source.binary(data, str(file))
    if file.suffix.lower() in _OFFICE:
        line = source.lines.position(entry.span.start).line
        reason = f"'{file.name}' is a word processor's file, which EDGAR does not take"
        raise _refused(source.path, line, reason, "save it as HTML or plain text, and list that")
    return Source.from_bytes(data, str(file))


def _header(manifest: Entry, span: Span) -> Section:
    root = Section("", span, list(_lines(manifest, _TOP)))
    items = manifest.get("items")
    for item in items.entries if items else ():
        place = _stripped(item)
        root.lines.append(
            Line("ITEM INFORMATION", item.words.strip(), place.start, place.end, item.span.start, item.span.end)
        )
    root.lines.sort(key=lambda line: (line.at, line.until))
    registrants = manifest.get("registrants")
    root.sections += [_party(entry) for entry in (registrants.entries if registrants else ())]
    return root


def _party(entry: Entry) -> Section:
    role = entry.get("role")
    label = role.words.upper() if role else "FILER"
    party = Section(label if label == "REPORTING-OWNER" else label.replace("-", " "), entry.span)
    # A manifest mixes what a header groups: each group's place ends before a line of the other.
    company, values = list(_lines(entry, _COMPANY)), list(_lines(entry, _VALUES))
    for name, lines, others in (("COMPANY DATA", company, values), ("FILING VALUES", values, company)):
        if lines:
            around = _around(lines)
            stops = [line.start for line in others if line.start > around.start]
            ends = [line.end for line in lines if line.end <= min(stops, default=around.end)]
            party.sections.append(Section(name, Span(around.start, max(ends)), lines))
    for key in ("business-address", "mail-address"):
        address = entry.get(key)
        lines = list(_lines(address, _ADDRESS)) if address else []
        if key == "business-address":
            lines += _lines(entry, (("phone", "BUSINESS PHONE"),))
        if lines:
            party.sections.append(Section(key.upper().replace("-", " "), _around(lines), lines))
    former = entry.get("former-names")
    for one in former.entries if former else ():
        party.sections.append(Section("FORMER COMPANY", one.span, list(_lines(one, _FORMER))))
    party.sections.sort(key=lambda section: section.span)
    return party


def _around(lines: list[Line]) -> Span:
    return Span(min(line.start for line in lines), max(line.end for line in lines))


def _lines(table: Entry, labels: tuple[tuple[str, str], ...]) -> Iterator[Line]:
    """Yield a line of the header for each key of *table* that *labels* names."""
    for key, label in labels:
        entry = table.get(key)
        if entry is not None:
            place = _stripped(entry)
            start = min(entry.key.start, place.start)
            yield Line(label, entry.words.strip(), place.start, place.end, start, place.end)


def _stripped(entry: Entry) -> Span:
    """Return the place of the words without the blanks at their ends."""
    words = entry.words
    left, right = len(words) - len(words.lstrip()), len(words) - len(words.rstrip())
    return Span(entry.span.start + left, max(entry.span.start + left, entry.span.end - right))


def _document(laid: SourceText, number: int, entry: Entry) -> Document:
    base = laid.bases[number]
    span = Span(base, base + len(laid.sources[number].text))

    def leaf(key: str, what: str) -> Leaf[str]:
        stated = entry.get(key)
        if stated is None or not stated.words.strip():
            return Absent(entry.span, what)
        words, place = stated.words.strip(), _stripped(stated)
        if key == "file":  # EDGAR knows no folders
            words = words.rsplit("/", 1)[-1]
            place = Span(place.end - len(words), place.end)
        return Located(" ".join(words.split()), place)

    return Document(
        source=laid,
        number=number,
        span=span,
        content=span,
        type=leaf("type", "document type"),
        sequence=Absent(entry.span, "sequence number"),
        filename=leaf("file", "file name"),
        description=leaf("description", "description"),
        closed=True,
        flawed=False,
        stuffed=False,
    )
