"""Waiver records: findings that someone accepts, for a reason, until a day; ``filinglint-waivers.toml``.

A record names rules, paths and, where that is not enough, the words that stand at the finding; line
numbers are never a place. Source of the keys: ``waivers-1.schema.json``.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from filinglint.catalogue import Catalogue
from filinglint.config.globs import matches, relative
from filinglint.config.layers import Layer, parsed, shown, toml_at, verified, without_dates
from filinglint.config.settings import WaiverTerms
from filinglint.documents.markup import folded
from filinglint.errors import ConfigError
from filinglint.frozen import dataclass
from filinglint.patterns import pattern
from filinglint.selectors import is_name, names_any, unknown
from filinglint.spans import Span
from filinglint.toml_text import toml_value

_NUMBERING = pattern(r"^(?:\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|section \d{1,3}\.?)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Waiver:
    """One record. ``root`` is the absolute folder that its paths are relative to.

    ``heading``, ``words`` and ``fingerprints`` say where, "" and empty for anywhere in the paths;
    ``approved_on`` and ``expires`` are None where nothing is said. ``file`` and ``span`` are its place.
    """

    id: str
    rules: tuple[str, ...]
    paths: tuple[str, ...]
    root: str
    file: str
    span: Span
    heading: str = ""
    words: str = ""
    fingerprints: frozenset[str] = frozenset()
    reason: str = ""
    approved_by: str = ""
    approved_on: date | None = None
    expires: date | None = None
    ticket: str = ""

    def holds_on(self, day: date) -> bool:
        """Tell whether *day* is not past its end."""
        return self.expires is None or day <= self.expires

    def covers(self, path: str) -> bool:
        """Tell whether it is for the file at *path*."""
        inner = relative(path, self.root)
        return any(matches(pattern, inner, anchored=True) for pattern in self.paths)

    def is_at(self, trail: Sequence[str], words: str, fingerprint: str) -> bool:
        """Tell whether a finding under the headings *trail*, at *words*, is where the record says."""
        if self.heading and _heading(self.heading) not in map(_heading, trail):
            return False
        if self.words and folded(self.words).casefold() not in words.casefold():
            return False
        return not self.fingerprints or fingerprint in self.fingerprints


def _heading(words: str) -> str:
    return _NUMBERING.sub("", folded(words).casefold()).rstrip(" .:")


@dataclass(frozen=True)
class Registry:
    """The records of one configuration, in the order of its files."""

    waivers: tuple[Waiver, ...] = ()
    texts: tuple[tuple[str, str], ...] = ()

    def text_of(self, file: str) -> str:
        """Return the text of the file called *file*."""
        return dict(self.texts)[file]

    def active(self, day: date) -> list[Waiver]:
        """Return the records that hold on *day*."""
        return [waiver for waiver in self.waivers if waiver.holds_on(day)]


def read_registry(
    terms: WaiverTerms, root: str, catalogue: Catalogue, today: date, *, written: Mapping[str, str] | None = None
) -> Registry:
    """Return the records that *terms* ask for; their paths are relative to *root*.

    *written* are texts that stand for those of files, by path: what is about to be written.

    Raises ConfigError for a file that is not there, and for a record that is not as *terms* and the
    schema ask, that names an unknown rule, or that is one too many.
    """
    waivers: list[Waiver] = []
    texts: list[tuple[str, str]] = []
    for path, origin in terms.files:
        if not os.path.isfile(path) and path not in (written or {}):
            raise ConfigError(f"{origin}: there is no file '{shown(path)}'; write one, or take it off the list")
        layer = registry_layer(path, (written or {}).get(path))
        texts.append((layer.name, layer.toml.text))
        for index, record in enumerate(layer.settings.get("waiver", ())):
            waiver = _waiver(layer, index, record, root)
            _verify(waiver, layer, index, terms, catalogue, today)
            twin = next((one for one in waivers if one.id == waiver.id), None)
            if twin is not None:
                raise layer.fault(("waiver", index, "id"), f"'{waiver.id}' is the id of another record in {twin.file}")
            waivers.append(waiver)
            active = sum(one.holds_on(today) for one in waivers)
            if active > terms.max_active:
                message = f"this is record {active} that is in force; max-active is {terms.max_active}"
                raise layer.fault(("waiver", index), message)
    return Registry(tuple(waivers), tuple(texts))


def registry_layer(path: str, text: str | None = None) -> Layer:
    """Return the file at *path*, or *text* in its place, held to its schema. Raises ConfigError."""
    toml = toml_at(path) if text is None else parsed(shown(path), text)
    return verified(Layer(shown(path), os.path.dirname(path), without_dates(toml.data), toml), "waivers")


def _waiver(layer: Layer, index: int, record: dict[str, Any], root: str) -> Waiver:
    at = record.get("at", {})
    marks = at.get("fingerprint", ())
    return Waiver(
        id=record["id"],
        rules=tuple(record["rules"]),
        paths=tuple(record["paths"]),
        root=root,
        file=layer.name,
        span=layer.toml.place(("waiver", index, "id")),
        heading=at.get("heading", ""),
        words=at.get("text", ""),
        fingerprints=frozenset(mark for mark in ([marks] if isinstance(marks, str) else marks) if mark),
        reason=record.get("reason", ""),
        approved_by=record.get("approved-by", ""),
        approved_on=_day(record.get("approved-on")),
        expires=_day(record.get("expires")),
        ticket=record.get("ticket", ""),
    )


def _day(words: str | None) -> date | None:
    return None if words is None else date.fromisoformat(words)


def _verify(waiver: Waiver, layer: Layer, index: int, terms: WaiverTerms, catalogue: Catalogue, today: date) -> None:
    record = layer.settings["waiver"][index]
    for key in terms.require:
        if not record.get(key):
            raise layer.fault(("waiver", index), f"{waiver.id} has no '{key}', which every record must have")
    for number, name in enumerate(waiver.rules):
        if not is_name(name):
            message = f"'{name}' is no code, slug or beginning of a code; there is no blanket form"
            raise layer.fault(("waiver", index, "rules", number), message)
        if not names_any(name, catalogue.rules):
            raise layer.fault(("waiver", index, "rules", number), unknown(name, catalogue))
    if waiver.expires is None:
        return
    begun = waiver.approved_on or today
    days = (waiver.expires - begun).days
    if days > terms.max_days:
        since = f"its approval on {begun}" if waiver.approved_on else f"today, {begun}"
        message = f"{waiver.id} holds for {days} days from {since}; max-days is {terms.max_days}"
        raise layer.fault(("waiver", index, "expires"), message)


def next_id(registry: Registry, year: int) -> str:
    """Return the id of the next record: ``W-2026-015`` after ``W-2026-014``."""
    numbers = [int(m[1]) for waiver in registry.waivers if (m := re.fullmatch(rf"W-{year}-(\d{{1,6}})", waiver.id))]
    return f"W-{year}-{max(numbers, default=0) + 1:03}"


def with_record(text: str, fields: Sequence[tuple[str, Any]]) -> str:
    """Return *text* with the record of *fields* at its end."""
    gap = "" if not text.strip() else "\n" if text.endswith("\n") else "\n\n"
    return text + gap + "".join(line + "\n" for line in record_text(fields))


def with_end(layer: Layer, index: int, end: date) -> str:
    """Return the text of *layer* with record *index* ending on *end*, nothing else changed."""
    text, path = layer.toml.text, ("waiver", index, "expires")
    if path in layer.toml.values:
        place = layer.toml.values[path]
        return f"{text[: place.start]}{end.isoformat()}{text[place.end :]}"
    line = text.find("\n", layer.toml.values[("waiver", index, "id")].end)
    at = line + 1 if line >= 0 else len(text)
    before = text[:at] if line >= 0 else text + "\n"
    return f"{before}expires = {end.isoformat()}\n{text[at:]}"


def record_text(fields: Sequence[tuple[str, Any]]) -> Iterator[str]:
    """Yield the lines of a record with *fields*, each a key and a value; those without a value are left out."""
    yield "[[waiver]]"
    for key, value in fields:
        if value not in (None, "", (), {}):
            yield f"{key} = {toml_value(value)}"
