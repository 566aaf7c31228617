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
from filinglint.documents.markup import attributes
from filinglint.documents.submission import Submission
from filinglint.facts.characters import Seen
from filinglint.facts.extractor import document_extractor
from filinglint.located import NotApplicable
from filinglint.spans import Span

Goes = Literal["anchor", "attached", "archive", "outside", "mail", "script", "inline", "nowhere"]
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[A-Za-z][A-Za-z0-9]{0,30};|)")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]{1,15}:")
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
    """

    inline: bool
    elements: dict[str, Seen]
    ends: dict[str, Seen]
    attributes: tuple[Attribute, ...]
    references: dict[str, Seen]
    links: tuple[Target, ...]
    images: tuple[Target, ...]
    anchors: frozenset[str]


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
    )


def _attributes(distinct: dict[str, tuple[str, Span]]) -> Iterator[Attribute]:
    for words, (name, span) in distinct.items():
        if "=" in words and not name.startswith("/"):
            for key, value in attributes(words).items():
                yield Attribute(name, key, value, span)


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
    elif scheme or plain.startswith("//"):
        goes = "outside"
    else:
        goes = "attached"
    return Target(words, goes, address.partition("?")[0] if goes == "attached" else "", fragment, span)
