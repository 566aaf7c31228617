"""What is fuzzed: for each kind of input a function that reads bytes and says what must hold whatever they are.

Each raises nothing but what ``errors.py`` has for such an input, and each place that it is told of lies in the
input. ``run.py`` feeds them by coverage, ``test_targets.py`` with the seeds and with what was found once.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

from filinglint.catalogue import Catalogue, load_catalogue, vocabulary_of
from filinglint.config.configs import sound, verify
from filinglint.config.layers import text_layer
from filinglint.config.settings import Config, WaiverTerms
from filinglint.documents.draft import _verify as verify_manifest
from filinglint.documents.manifest import ManifestError, read_manifest
from filinglint.documents.markup import Rendered, attributes
from filinglint.errors import ConfigError, InputError, PackError
from filinglint.judging import Judged, Options, judge
from filinglint.kinds import read
from filinglint.rulebook.packs import RuleFiles
from filinglint.source import Source
from filinglint.spans import Span
from filinglint.triage.baseline import read_baseline
from filinglint.triage.directives import comments_of, directives
from filinglint.triage.selection import Selection
from filinglint.triage.waivers import read_registry

TODAY = date(2026, 9, 30)
OPTIONS = Options(selection=Selection(select=("ALL",), purpose="audit", preview=True), today=TODAY)
_SCRATCH = Path(tempfile.gettempdir())


@cache
def _catalogue() -> Catalogue:
    return load_catalogue()


def _judged(data: bytes, path: str, kind: str | None) -> Judged | None:
    """Judge *data* by every rule; None where it is no text. Every place must lie in it."""
    catalogue = _catalogue()
    try:
        source = Source.from_bytes(data, path)
        reading = read(source, kind, lambda text: catalogue.packs.hook.filinglint_recognise(text=text))
    except InputError:
        return None
    judged = judge(reading.submission, source, OPTIONS, catalogue)
    for finding in judged.findings:
        assert not finding.code.startswith("SYS"), finding.message
        for spot in (finding.spot, *finding.related):
            place = spot.place
            if place is None:
                continue
            assert 0 <= place.byte_start <= place.byte_end <= len(data), (finding.code, place)
            assert 0 <= place.char_start <= place.char_end <= len(source.text), (finding.code, place)
            assert (1, 1) <= (place.line, place.column) <= (place.end_line, place.end_column), (finding.code, place)
    return judged


def submission(data: bytes) -> None:
    """A filing is judged by every rule to its end, and findings lie in it."""
    _judged(data, "filing.txt", None if data[:1] != b"<" else "submission")


def bcp(data: bytes) -> None:
    """A BCP summary is judged by every rule to its end, and findings lie in it."""
    _judged(data, "summary.md" if data[:1] == b"#" else "summary.txt", "bcp-summary")


def markup(data: bytes) -> None:
    """Rendered text leads back into its source from each of its characters, in order, and forth."""
    text = data.decode("utf-8", "replace")
    html, stuffed = data[:1] != b"-", data[:2] == b"--"
    rendered = Rendered(text, Span(0, len(text)), html=html, stuffed=stuffed)
    before = 0
    for index in range(0, len(rendered.text), 1 + len(rendered.text) // 500):
        span = rendered.exact_span(index, index + 1)
        assert before <= span.start <= span.end <= len(text), (index, span)
        assert 0 <= rendered.offset(span.start) <= index, (index, span)
        before = span.start
    for tag in rendered.tags(rendered.tag_names):
        assert 0 <= tag.span.start <= tag.span.end <= len(text)
        assert text[tag.span.start : tag.span.end] == tag.words or stuffed or "\0" in text
        attributes(tag.words)
    for table in rendered.tables:
        assert 0 <= table.start <= table.end <= len(rendered.text)
        for row in table.rows:
            assert table.start <= row.start <= row.end <= table.end
            assert all(row.start <= cell.start <= cell.end + 1 for cell in row.cells)
    for link in rendered.links:
        assert 0 <= link.start <= link.end <= len(rendered.text)
    assert "\0" not in rendered.text
    assert len(rendered.anchors) <= len(text)
    rendered.words(Span(0, len(text)))
    list(rendered.lines())


def _scratch(name: str, data: bytes) -> str:
    path = _SCRATCH / f"filinglint-fuzz-{os.getpid()}-{name}"
    path.write_bytes(data)
    return str(path)


def config(data: bytes) -> None:
    """A configuration, a manifest or a baseline is read, or refused with the line."""
    text = data.decode("utf-8", "replace")
    if text[:1] == "{":
        path = _scratch("baseline.json", data)
        try:
            read_baseline(path)
        except ConfigError:
            pass
        finally:
            os.unlink(path)
    for name in ("submission.toml", "submission.json", "submission.yaml"):
        try:
            manifest = read_manifest(text, name)
            verify_manifest(manifest, Source.from_bytes(data, name))
        except (ManifestError, InputError):
            pass
    try:
        layer = text_layer("filinglint.toml", text)
        made = Config(os.getcwd(), (layer,))
        sound(made)
        verify(made, _catalogue())
    except ConfigError:
        return
    made.settings("filings/a.htm")
    made.excluded("filings/a.htm")
    made.left_out("filings/a.htm")
    made.stated_in("filings/a.htm")


def pack(data: bytes) -> None:
    """A pack of declared rules loads and runs on a text, or is refused with the line."""
    vocabulary = vocabulary_of(_catalogue().packs)
    try:
        files = RuleFiles.read([("pack.yaml", data)], kinds=vocabulary.kinds)
        rules = files.rules(files.owner("pack.yaml"), vocabulary)
    except PackError:
        return
    text = b"Business continuity plan\n\nIn a disruption call 1-800-555-0100. We expect to recover within four hours.\n"
    source = Source.from_bytes(text, "summary.txt")
    reading = read(source, "bcp-summary", lambda _: None)
    judged = judge(reading.submission, source, OPTIONS, Catalogue(rules, _catalogue().packs))
    for finding in judged.findings:
        assert not finding.code.startswith("SYS"), finding.message


def directive(data: bytes) -> None:
    """A directive suppresses what its form says, or is refused; a waiver record likewise."""
    text = data.decode("utf-8", "replace")
    page = f"<html><body><p>First.</p>{text}<p>Business continuity.</p></body></html>"
    for path in ("page.htm", "page.md"):
        try:
            source = Source.from_bytes(page.encode(), path)
        except InputError:
            continue
        opened = read(source, "bcp-summary", lambda _: None).submission
        for one in directives(opened):
            assert 0 <= one.span.start <= one.span.end <= len(source.text)
            assert all(0 <= span.start <= span.end <= len(source.text) for _, span in one.covers)
            assert not (one.flaws and one.whole)
        list(comments_of(opened.filed_documents))
    file = _scratch("waivers.toml", data)
    try:
        terms = WaiverTerms(files=((file, "a test"),))
        read_registry(terms, os.path.dirname(file), _catalogue(), TODAY)
    except ConfigError:
        pass
    finally:
        os.unlink(file)


TARGETS: dict[str, Callable[[bytes], None]] = {
    one.__name__: one for one in (submission, markup, bcp, config, pack, directive)
}
