"""Which elements, attributes, references, links and pictures an HTML document uses.

Each is said once, with its first place and how often it occurs: the distinct tags of a document are few.
Source of the limits that rules set on them: EDGAR Filer Manual, Volume II, section 5.2.2.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from filinglint.documents.document import Body, Document
from filinglint.documents.markup import Rendered, Tag, attributes
from filinglint.documents.submission import Submission
from filinglint.facts.characters import Seen
from filinglint.facts.extractor import document_extractor
from filinglint.located import Located, NotApplicable
from filinglint.spans import Span

Goes = Literal["anchor", "attached", "archive", "outside", "disk", "mail", "script", "inline", "nowhere"]
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{0,30};|)")
_TABLE_TAGS = frozenset(("table", "/table", "tr", "/tr", "td", "/td", "th", "/th"))
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]{1,15}:")
_DISK = re.compile(r"file:|[a-zA-Z]:[\\/]|\\\\", re.IGNORECASE)
_HIDING = re.compile(r"(?:display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden)", re.IGNORECASE)
_EDGAR = re.compile(r"(?:https?:)?//(?:www\.)?sec\.gov(?=[/?#]|$)|/(?:ix\?doc=/)?Archives/", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute of an element: lower-case names, the value with its references read, the tag's place."""

    element: str
    name: str
    value: str
    span: Span


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link or a picture's source goes: its words as written, the file and the fragment named."""

    words: str
    goes: Goes
    file: str
    fragment: str
    span: Span


@dataclass(frozen=True, slots=True)
class HtmlUse:
    """What one HTML document is made of.

    ``elements`` maps lower-case names to the opening tags, ``ends`` to the closing ones; ``attributes`` holds
    each distinct attribute of a distinct tag once; elements of inline XBRL are left out of both. ``references``
    maps a character reference as written to its first place and count, "&" to ampersands that begin none.
    ``nested_table`` is the first table that begins inside a cell of another; ``open_end`` what begins a comment,
    script or style that is never closed and hides the rest of the document; ``hidden`` the words of elements
    whose style hides them.
    """

    inline: bool
    elements: dict[str, Seen]
    ends: dict[str, Seen]
    attributes: tuple[Attribute, ...]
    references: dict[str, Seen]
    links: tuple[Target, ...]
    images: tuple[Target, ...]
    anchors: frozenset[str]
    nested_table: Span | None
    open_end: Span | None
    hidden: tuple[Located[str], ...]


@document_extractor("html_use")
def html_use(submission: Submission, document: Document) -> HtmlUse:
    """Take stock of an HTML document. Raises NotApplicable for other bodies."""
    if document.body not in (Body.HTML, Body.IXBRL):
        raise NotApplicable("it is not HTML")
    rendered = document.rendered
    names = frozenset(name for name in rendered.tag_names if name and ":" not in name)
    firsts: dict[str, Span] = {}
    counts: Counter[str] = Counter()
    distinct: dict[str, tuple[str, Span]] = {}
    for tag in rendered.tags(names):
        counts[tag.name] += 1
        if tag.words not in distinct:
            distinct[tag.words] = (tag.name, tag.span)
            firsts.setdefault(tag.name, tag.span)
    seen = {name: Seen(firsts[name], counts[name]) for name in firsts}
    links = (Span(link.tag.start, link.tag.end) for link in rendered.links)
    hrefs = [link.href for link in rendered.links]
    return HtmlUse(
        inline=document.body is Body.IXBRL,
        elements={name: use for name, use in seen.items() if not name.startswith("/")},
        ends={name[1:]: use for name, use in seen.items() if name.startswith("/")},
        attributes=tuple(_attributes(distinct)),
        references=_references(submission.source.text, document.content),
        links=tuple(target(href, span) for href, span in zip(hrefs, links, strict=True)),
        images=tuple(
            target(attributes(tag.words).get("src", ""), tag.span) for tag in rendered.tags(frozenset(("img",)))
        ),
        anchors=rendered.anchors,
        nested_table=_nested_table(rendered),
        open_end=_open_end(rendered),
        hidden=tuple(_hidden(rendered, distinct)),
    )


def _attributes(distinct: dict[str, tuple[str, Span]]) -> Iterator[Attribute]:
    for words, (name, span) in distinct.items():
        if "=" in words and not name.startswith("/"):
            for key, value in attributes(words).items():
                yield Attribute(name, key, value, span)


def _nested_table(rendered: Rendered) -> Span | None:
    """Return the first table inside a cell; a table that only was not closed has none."""
    before, depth = "", 0
    for tag in rendered.tags(_TABLE_TAGS):
        if tag.name == "table":
            if depth and before in ("td", "th"):
                return tag.span
            depth += 1
        elif tag.name == "/table":
            depth = max(0, depth - 1)
        before = tag.name
    return None


def _hidden(rendered: Rendered, distinct: dict[str, tuple[str, Span]]) -> Iterator[Located[str]]:
    hiding = {words: name for words, (name, _) in distinct.items() if _HIDING.search(words)}
    names = frozenset(hiding.values())
    opened: Tag | None = None
    for tag in rendered.tags(names | {f"/{name}" for name in names}):
        if opened is not None and tag.name == f"/{opened.name}":
            if rendered.text[opened.at : tag.at].strip():
                yield rendered.located(opened.at, tag.at)
            opened = None
        elif opened is None and tag.words in hiding:
            opened = tag


def _open_end(rendered: Rendered) -> Span | None:
    words = rendered.tag_words[-1] if rendered.tag_words else ""
    lower = words[:8].lower()
    for begins, ends in (("<!--", "-->"), ("<script", ">"), ("<style", ">")):
        # What is closed ends in its own mark; what is not goes to the end of the document.
        closed = words.rstrip().endswith(ends) if begins == "<!--" else f"</{begins[1:]}" in words.lower()
        if lower.startswith(begins) and not closed:
            return Span(rendered.span.end - len(words), rendered.span.end - len(words) + len(begins))
    return None


def _references(text: str, span: Span) -> dict[str, Seen]:
    found = Counter(_REFERENCE.findall(text, span.start, span.end))
    bare = found.pop("&", 0)
    seen = {}
    for words, count in found.items():
        at = text.find(words, span.start, span.end)
        seen[words] = Seen(Span(at, at + len(words)), count)
    if bare:
        first = next(m.start() for m in _REFERENCE.finditer(text, span.start, span.end) if m[0] == "&")
        seen["&"] = Seen(Span(first, first + 1), bare)
    return seen


def target(words: str, span: Span) -> Target:
    """Return where *words*, the value of an ``href`` or ``src``, go."""
    plain = words.strip()
    address, _, fragment = plain.partition("#")
    scheme = _SCHEME.match(plain)
    goes: Goes
    if not plain:
        goes = "nowhere"
    elif plain.startswith("#"):
        goes = "anchor"
    elif _EDGAR.match(plain):
        goes = "archive"
    elif plain.lower().startswith(("javascript:", "vbscript:")):
        goes = "script"
    elif plain.lower().startswith("data:"):
        goes = "inline"
    elif plain.lower().startswith("mailto:"):
        goes = "mail"
    elif _DISK.match(plain):
        goes = "disk"
    elif scheme or plain.startswith("//"):
        goes = "outside"
    else:
        goes = "attached"
    return Target(words, goes, address.partition("?")[0] if goes == "attached" else "", fragment, span)
