"""A first manifest for a folder of documents: what the documents say of themselves, the rest left to be written.

Nothing is guessed. What cannot be told for certain stands in the manifest as a comment that says what
to write.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path, PurePosixPath

from filinglint.documents.document import Body, Document
from filinglint.documents.draft import FILED, files_below
from filinglint.documents.manifest import NAMES
from filinglint.documents.submission import Submission
from filinglint.errors import ConfigError, InputError
from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.exhibit_labels import printed_label
from filinglint.facts.exhibit_numbers import number_key
from filinglint.facts.items import items
from filinglint.frozen import dataclass
from filinglint.identity import form_of
from filinglint.kinds import read
from filinglint.located import CannotTell, Leaf, Located, NotApplicable
from filinglint.patterns import pattern
from filinglint.source import Source
from filinglint.tables.places import code_of

# ex99-1.htm, dex991.htm, d123456dex991.htm, tm2412345d1_ex10-2.htm
_NAME_NUMBER = pattern(r"(?:^d?|[^a-z]|\dd)ex(?:hibit)?[-_. ]?(\d{1,4}(?:[-_.]\d{1,3}){0,3})(?!\d)", re.IGNORECASE)
_XBRL = (("_cal", "CAL"), ("_def", "DEF"), ("_lab", "LAB"), ("_pre", "PRE"))
_PICTURES = frozenset((".jpg", ".jpeg", ".gif", ".png"))
_FILE_NUMBER = pattern(r"\d{1,3}-\d{1,8}(?:-\d{1,4})?")
_EIN = pattern(r"\d{2}-?\d{7}")
_EVENT_FORMS = ("8-K", "6-K")


@dataclass(frozen=True, slots=True)
class _File:
    """One file of the folder: what type it shows itself to be ("" when that cannot be told), and its text."""

    name: str
    type: str
    text: Submission | None


def init_draft(form: str, folder: str) -> str:
    """Write ``submission.toml`` for the documents in *folder* as a draft of *form*, and return its text.

    The document whose cover names the form is the main one; exhibits are told by their labels and file
    names. Raises ConfigError when *folder* is no folder, holds nothing to file, or has a manifest already.
    """
    if not os.path.isdir(folder):
        raise ConfigError(f"'{folder}' is not a folder; name the folder that holds the documents")
    there = next((name for name in NAMES if os.path.exists(os.path.join(folder, name))), None)
    if there:
        raise ConfigError(f"'{os.path.join(folder, there)}' is there already; edit it, or move it away first")
    names = [name for name in files_below(Path(folder)) if PurePosixPath(name).suffix.lower() in FILED | _PICTURES]
    found = [file for name in names if (file := _read(folder, name)) is not None]
    if not found:
        raise ConfigError(f"there is no document in '{folder}'; a filing is HTML, plain text or XML")
    text = "\n".join(_manifest(form.strip().upper(), found)) + "\n"
    with open(os.path.join(folder, NAMES[0]), "x", encoding="utf-8", newline="\n") as manifest:
        manifest.write(text)
    return text


def _read(folder: str, name: str) -> _File | None:
    """Return the file *name*; None for one that EDGAR made."""
    suffix = PurePosixPath(name).suffix.lower()
    if suffix in _PICTURES:
        return _File(name, "GRAPHIC", None)
    try:
        submission = read(Source.from_path(os.path.join(folder, name)), "document", lambda _: None).submission
    except InputError:
        return _File(name, "", None)
    document = submission.documents[0]
    if document.made_by_edgar:
        return None
    form = form_of(submission)
    return _File(name, form or _xbrl_type(name, document) or _exhibit_type(name, document), submission)


def _xbrl_type(name: str, document: Document) -> str:
    stem, suffix = PurePosixPath(name.lower()).stem, PurePosixPath(name.lower()).suffix
    if suffix == ".xsd":
        return "EX-101.SCH"
    if document.body is not Body.XML:
        return ""
    return next((f"EX-101.{part}" for end, part in _XBRL if stem.endswith(end)), "")


def _exhibit_type(name: str, document: Document) -> str:
    """Return the type by the label printed in *document*, or by its file's name; "" where they differ or tell none."""
    label = printed_label(document)
    named = _number_in(PurePosixPath(name).stem)
    if isinstance(label, Located) and (printed := number_key(label.value)):
        # ex991.htm is Exhibit 99.1: the name is asked for its digits only.
        return "" if named and "".join(printed) != "".join(named) else f"EX-{_spelled(label.value)}"
    if len(named) == 1 and len(named[0]) > 1:
        # 991 can only be 99.1; 101 is 10.1 or 101, and 31 is 3.1 or 31.
        digits = named[0]
        named = (digits[:2], digits[2:].lstrip("0")) if len(digits) > 2 and digits > "108" else ()
    return f"EX-{'.'.join(named)}" if named else ""


def _number_in(stem: str) -> tuple[str, ...]:
    m = _NAME_NUMBER.search(stem)
    return number_key(re.sub(r"[-_]", ".", m[1])) if m else ()


def _spelled(number: str) -> str:
    return re.sub(r"^(?:exhibit|ex)[-\s.]*", "", number, flags=re.IGNORECASE).strip(" .*()").upper()


def _manifest(form: str, found: Sequence[_File]) -> Iterator[str]:
    main = _main(form, found)
    yield f"# The draft of {form}: check what was found, and write what is missing."
    yield f"form = {_quoted(form)}"
    cover = _cover(main)
    yield from _dates(form, cover)
    yield from _items(form, main)
    yield from _registrants(cover)
    yield from _documents(form, main, found)


def _main(form: str, found: Sequence[_File]) -> _File | None:
    """Return the document whose cover names *form*; the only document that could be it where none names it."""
    base = form.removesuffix("/A")
    for wanted in (form, base):
        for file in found:
            if file.type == wanted or file.type.removesuffix("/A") == wanted:
                return file
    open_ones = [file for file in found if not file.type and file.text is not None]
    return open_ones[0] if len(open_ones) == 1 else None


def _cover(main: _File | None) -> CoverPage | None:
    try:
        return cover_page.of(main.text) if main is not None and main.text is not None else None
    except (NotApplicable, CannotTell):
        return None


def _dates(form: str, cover: CoverPage | None) -> Iterator[str]:
    if form.removesuffix("/A").startswith(_EVENT_FORMS):
        day = _day(cover.report_date) if cover else None
        yield f"event-date = {day}" if day else "# event-date = 2026-03-02  # the day of the earliest event reported"
    else:
        day = _day(cover.period) if cover else None
        yield (
            f"period = {day}" if day else "# period = 2026-03-31  # the last day of the period, where the form has one"
        )
    yield "# filing-date = 2026-04-01  # the day on which it is to be filed"


def _day(leaf: Leaf[date]) -> str | None:
    return leaf.value.isoformat() if isinstance(leaf, Located) else None


def _items(form: str, main: _File | None) -> Iterator[str]:
    if not form.startswith("8-K"):
        return
    numbers: list[str] = []
    try:
        if main is not None and main.text is not None:
            numbers = list(dict.fromkeys(key for heading in items.of(main.text).headings for key in heading.keys))
    except (NotApplicable, CannotTell):
        pass
    yield f"items = [{', '.join(map(_quoted, numbers))}]" if numbers else '# items = ["5.02", "9.01"]'


def _registrants(cover: CoverPage | None) -> Iterator[str]:
    registrants = [one for one in cover.registrants if isinstance(one.name, Located)] if cover else []
    if not registrants:
        yield from ("", "# [[registrants]]", '# name = "Example Corp"  # as EDGAR knows it')
    for number, registrant in enumerate(registrants):
        state = code_of(_words(registrant.state_of_incorporation))
        yield from ("", "[[registrants]]", f"name = {_quoted(_words(registrant.name))}")
        yield '# cik = "0001234567"  # ten digits'
        yield _line("file-number", _words(registrant.commission_file_number), _FILE_NUMBER, "001-31989")
        yield _line("ein", _words(registrant.ein), _EIN, "12-3456789")
        yield f"state = {_quoted(state)}" if state else '# state = "DE"  # EDGAR\'s code of the state of incorporation'
        yield '# fiscal-year-end = "1231"  # month and day'
        if number == 0 and cover:
            yield from _address(cover)


def _line(key: str, words: str, shape: re.Pattern[str], example: str) -> str:
    return f"{key} = {_quoted(words)}" if shape.fullmatch(words) else f'# {key} = "{example}"'


def _address(cover: CoverPage) -> Iterator[str]:
    address = cover.address
    parts = [("street", address.street[0].value)] if address.street else []
    if len(address.street) > 1:
        parts.append(("street-2", ", ".join(line.value for line in address.street[1:])))
    parts += [
        ("city", _words(address.city)),
        ("state", code_of(_words(address.state)) or ""),
        ("zip", _words(address.zip)),
    ]
    parts.append(("phone", _words(cover.telephone)))
    stated = [f"{key} = {_quoted(words)}" for key, words in parts if words]
    if stated:
        yield f"business-address = {{{', '.join(stated)}}}"


def _documents(form: str, main: _File | None, found: Sequence[_File]) -> Iterator[str]:
    exhibits = sorted(
        (file for file in found if file is not main and file.type.startswith(("EX-", "GRAPHIC"))),
        key=lambda file: (file.type == "GRAPHIC", _order(file.type), file.name),
    )
    if main is None:
        yield from (
            "",
            "# [[documents]]",
            '# file = "form.htm"  # no document names the form on its cover',
            f"# type = {_quoted(form)}",
        )
    for file in ([main] if main else []) + exhibits:
        yield from ("", "[[documents]]", f"file = {_quoted(file.name)}")
        yield f"type = {_quoted(form if file is main else file.type)}"
    for file in found:
        if file is not main and file not in exhibits:
            yield from ("", "# [[documents]]", f"# file = {_quoted(file.name)}")
            yield f"# type = {_quoted(file.type or 'EX-99.1')}  # which document is this?"


def _order(code: str) -> tuple[tuple[int, str], ...]:
    return tuple((int(part), "") if part.isdecimal() else (10**6, part) for part in number_key(code))


def _words(leaf: Leaf[str]) -> str:
    return leaf.value if isinstance(leaf, Located) else ""


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")
