"""How the markup and the characters of a document are mended without a change to what a reader sees.

Everything here yields edits one by one: a document of the nineties has thousands of references to
characters of Windows, and a report shows none of them.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from heapq import merge

from filinglint.documents.document import Body, Document
from filinglint.documents.markup import Rendered, attribute_place, attribute_places, tag_name
from filinglint.documents.references import BEGUN, REFERENCE, decode, decoded
from filinglint.facts.html_use import HtmlUse, Target, target
from filinglint.finding import Edit
from filinglint.patterns import pattern
from filinglint.spans import Span

_AMPERSAND = pattern(r"&(?!#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)")
_BEGUN = pattern(f"&(?:{BEGUN})")
_BEYOND_ASCII = pattern(r"[^\x00-\x7f]")
_CONTROL = pattern(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_LINE_END = pattern(r"\r\n|\r|\n")
_TWICE = pattern(r"&amp;(?=[A-Za-z]{2,8};|#[0-9]{2,5};)")
_TAB_OR_REST = pattern(r"\t|[\r\n]|[^\t\r\n]+")
_PLAIN = {
    "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "‚": "'", "–": "-", "—": "--", "‑": "-", "…": "...",
    "•": "*", "·": "*", "™": "(TM)", "®": "(R)", "©": "(C)", "½": "1/2", "¼": "1/4", "¾": "3/4",
    "\u00a0": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ", "\u202f": " ",
}  # fmt: skip
_TAB_STOP = 8
_NOWHERE = Span(0, 0)
# What programs read and no reader sees.
_PROGRAMS = frozenset(("script", "style"))


def visible_parts(rendered: Rendered, sign: str = "") -> Iterator[tuple[str, int, bool]]:
    """Yield the texts and tags of a document as ``Rendered.parts`` does; comments and scripts are left out."""
    return (part for part in rendered.parts(sign) if _is_visible(part))


def _is_visible(part: tuple[str, int, bool]) -> bool:
    words, _, is_tag = part
    return not is_tag or (words[1:2] not in "!?" and words[0] == "<" and tag_name(words) not in _PROGRAMS)


def references_written(use: HtmlUse, written: Mapping[str, str]) -> Iterator[Edit]:
    """Yield an edit for each of the ``references`` of *use* that *written* writes otherwise."""
    differing = (reference for reference, new in written.items() if new != reference)
    for at, reference in merge(*(_places(use, reference) for reference in differing)):
        if _is_visible(use.rendered.part_at(at)):
            yield Edit(Span(at, at + len(reference)), written[reference])


def _places(use: HtmlUse, reference: str) -> Iterator[tuple[int, str]]:
    """Yield where *reference* stands in the source, and itself."""
    at = use.rendered.span.start
    for _ in range(use.references[reference]):
        at = use.text.find(reference, at)
        yield at, reference
        at += len(reference)


def by_number(reference: str) -> str:
    """Return *reference* by the number of its character in Unicode; itself where there is none, or a control."""
    shown = html.unescape(reference if reference.endswith(";") else f"{reference};")
    if shown.startswith("&") or any(ord(char) < 160 for char in shown):
        return reference
    return "".join(f"&#{ord(char)};" for char in shown)


def ampersands_written(rendered: Rendered) -> Iterator[Edit]:
    """Yield an edit for each ampersand that begins no complete reference; ``references_ended`` ends what is begun.

    One that browsers read as the beginning of a reference (``&copy`` without its semicolon) is given the semicolon.
    """
    for words, start, _ in visible_parts(rendered, "&"):
        for m in _AMPERSAND.finditer(words):
            if _BEGUN.match(words, m.start()):
                continue
            read = REFERENCE.match(words, m.start())
            if read is not None and decoded(read[0]) != read[0]:
                yield Edit(Span(start + read.end(), start + read.end()), ";")
            else:
                yield Edit(Span(start + m.start(), start + m.end()), "&amp;")


def references_ended(rendered: Rendered) -> Iterator[Edit]:
    """Yield an edit for each reference that was begun and has no semicolon."""
    for words, start, _ in visible_parts(rendered, "&"):
        for m in _BEGUN.finditer(words):
            yield Edit(Span(start + m.end(), start + m.end()), ";")


def written_in_ascii(document: Document) -> Iterator[Edit]:
    """Yield an edit for each character beyond ASCII: by its number in HTML, by what typists write in plain text.

    Of plain text, characters for which there is nothing are left.
    """
    if document.body in (Body.HTML, Body.IXBRL):
        for words, start, _ in visible_parts(document.rendered):
            if not words.isascii():
                for m in _BEYOND_ASCII.finditer(words):
                    yield Edit(Span(start + m.start(), start + m.end()), f"&#{ord(m[0])};")
        return
    for m in _BEYOND_ASCII.finditer(document.source.text, document.content.start, document.content.end):
        if m[0] in _PLAIN:
            yield Edit(Span(*m.span()), _PLAIN[m[0]])


def controls_deleted(document: Document) -> Iterator[Edit]:
    """Yield an edit for each control character that has no place in a text."""
    for m in _CONTROL.finditer(document.source.text, document.content.start, document.content.end):
        yield Edit(Span(*m.span()), "")


def tabs_filled(document: Document) -> Iterator[Edit]:
    """Yield an edit for each tab: the blanks up to the next stop, eight columns apart."""
    column = 0  # of the line as it will stand
    for m in _TAB_OR_REST.finditer(document.source.text, document.content.start, document.content.end):
        if m[0] == "\t":
            blanks = _TAB_STOP - column % _TAB_STOP
            yield Edit(Span(*m.span()), " " * blanks)
            column += blanks
        else:
            column = 0 if m[0] in "\r\n" else column + len(m[0])


def has_lone_returns(document: Document) -> bool:
    """Tell whether a line of *document* ends with a carriage return alone: for some readers it does not end."""
    text, span = document.source.text, document.content
    return text.count("\r", span.start, span.end) > text.count("\r\n", span.start, span.end)


def line_ends_alike(document: Document) -> Iterator[Edit]:
    """Yield an edit for each line that ends otherwise than most lines of the file."""
    source, _ = document.source.source_at(document.span.start)
    for m in _LINE_END.finditer(document.source.text, document.content.start, document.content.end):
        if m[0] != source.line_end:
            yield Edit(Span(*m.span()), "\n")


def shown_references_written(document: Document, places: Iterable[Span]) -> Iterator[Edit]:
    """Yield an edit for each of *places* where a reference was written as one a second time (``&amp;nbsp;``)."""
    text = document.source.text
    for place in places:
        if _TWICE.match(text, place.start):
            yield Edit(Span(place.start, place.start + len("&amp;")), "&")


def attributes_deleted(rendered: Rendered, wanted: Collection[tuple[str, str]]) -> Iterator[Edit]:
    """Yield an edit for each attribute that is among *wanted*, pairs of an element and an attribute in lower case."""
    elements = {element for element, _ in wanted}
    for words, start, is_tag in rendered.parts():
        name = tag_name(words) if is_tag else ""
        if name in elements:
            for attribute, first, last in attribute_places(words):
                if (name, attribute) in wanted:
                    while words[first - 1].isspace():
                        first -= 1
                    yield Edit(Span(start + first, start + last), "")


def scripts_deleted(rendered: Rendered) -> Iterator[Edit]:
    """Yield an edit for each script that is closed, with all that stands in it."""
    for words, start, is_tag in rendered.parts():
        if is_tag and tag_name(words) == "script" and "</script" in words[-20:].lower():
            yield Edit(Span(start, start + len(words)), "")


def file_names_written(rendered: Rendered, old: str, new: str) -> Iterator[Edit]:
    """Yield an edit for each link and picture that goes to the attached file *old*, so that it goes to *new*."""
    return addresses_written(
        rendered,
        lambda words: words.replace(old, new, 1) if target(words, _NOWHERE).file.removeprefix("./") == old else words,
    )


def disk_links_written(rendered: Rendered, attached: Collection[str], link: Target) -> Iterator[Edit]:
    """Yield an edit for each address as *link* has it, a file on a disk, if a file of that name is *attached*."""
    from urllib.parse import unquote  # with the addresses of networks slow to load

    file, mark, fragment = unquote(link.words).partition("#")
    name = re.split(r"[\\/]", file.rstrip())[-1]
    right = next((each for each in sorted(attached) if each.lower() == name.lower()), "")
    if right:
        yield from addresses_written(
            rendered, lambda words: f"{right}{mark}{fragment}" if words == link.words else words
        )


def addresses_written(rendered: Rendered, written: Callable[[str], str]) -> Iterator[Edit]:
    """Yield an edit for each address of a link or a picture that *written* writes otherwise."""
    for words, start, is_tag in rendered.parts():
        attribute = {"a": "href", "img": "src"}.get(tag_name(words)) if is_tag else None
        place = attribute_place(words, attribute) if attribute else None
        if place is not None:
            old = decode(words[slice(*place)])
            new = written(old)
            if new != old:
                escaped = new.replace("&", "&amp;").replace('"', "&quot;").replace("'", "&#39;")
                yield Edit(Span(start + place[0], start + place[1]), escaped)
