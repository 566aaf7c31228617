"""Which elements, attributes, references, links and pictures an HTML document uses.

The distinct tags of a document are few, so all is counted over them; a place is looked up only when a rule
has something to show there. Source of the limits that rules set: EDGAR Filer Manual, Volume II, section 5.2.2.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import field
from functools import cached_property, lru_cache
from itertools import islice
from typing import Literal

from filinglint.documents.document import Body, Document
from filinglint.documents.markup import Rendered, attributes
from filinglint.documents.references import BEGUN, between_references
from filinglint.documents.submission import Submission
from filinglint.facts.characters import Seen
from filinglint.facts.extractor import document_extractor
from filinglint.facts.members import few, members, too_many
from filinglint.frozen import dataclass
from filinglint.located import Located, NotApplicable
from filinglint.patterns import pattern
from filinglint.spans import Span

Goes = Literal["anchor", "attached", "archive", "outside", "disk", "mail", "script", "inline", "nowhere"]
# The references that most documents are full of are stepped over inside the expression.
_REFERENCE = pattern(
    r"&(?!#(?!1[2-5][0-9];)(?:[0-9]{1,7}|[xX][0-9A-Fa-f]{1,6});|nbsp;|amp;|[lr][sd]quo;|[nm]dash;|lt;|gt;|quot;|bull;"
    rf"|reg;|sect;|middot;|copy;|trade;)(?:#?[A-Za-z0-9]{{1,31}};|{BEGUN})?"
)
_STRUCTURE = {"table": "T", "/table": "t", "td": "c", "th": "c", "/td": "e", "/th": "e", "tr": "r", "/tr": "r"}
_STYLES = (r"display\s{0,3}:\s{0,3}none", r"visibility\s{0,3}:\s{0,3}hidden")
# Expressions that begin with a word are found many times faster than a choice of them.
_HIDING_IN_LOWER_CASE = tuple(map(pattern, _STYLES))
_HIDING = pattern("|".join(_STYLES), re.IGNORECASE)
_TOGETHER = 10_000  # tags that are searched at once
_PICTURES = frozenset(("img",))
_SCHEME = pattern(r"[a-zA-Z][a-zA-Z0-9+.-]{1,15}:")
_DISK = pattern(r"file:|[a-zA-Z]:[\\/]|\\\\", re.IGNORECASE)
_EDGAR = pattern(r"(?:https?:)?//(?:www\.)?sec\.gov(?=[/?#]|$)|/(?:ix\?doc=/)?Archives/", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Attribute:
    """One attribute of a distinct tag: lower-case names, the value with its references read, the tag's words."""

    element: str
    name: str
    value: str
    tag: str


@dataclass(frozen=True, slots=True)
class Goal:
    """Where a link or a picture's source goes: its words as written, the file and the fragment named."""

    words: str
    goes: Goes
    file: str
    fragment: str


@dataclass(frozen=True, slots=True)
class Target(Goal):
    """Where one link or one picture's source goes, and the place of its tag."""

    span: Span


@dataclass(frozen=True)
class HtmlUse:
    """What one HTML document is made of; ``inline`` is whether it is inline XBRL, whose own elements are left out.

    Links, pictures and references raise TooMany where there are more than ``most``, or where so many of them differ.
    """

    inline: bool
    text: str = field(repr=False)
    rendered: Rendered = field(repr=False)
    most: int

    def _names(self) -> Iterator[tuple[str, str]]:
        """Yield the words and the name of each distinct tag, without those of XBRL."""
        return ((words, name) for words, name in self.rendered.distinct_tags() if name and ":" not in name)

    @cached_property
    def _tags(self) -> dict[str, list[str]]:
        """The distinct tags by their names, without those of XBRL and end tags."""
        found: dict[str, list[str]] = {}
        for words, name in self._names():
            if name[0] != "/":
                found.setdefault(name, []).append(words)
        return found

    @cached_property
    def _signs(self) -> frozenset[str]:
        """What one of the distinct tags may do: ``run`` a script, ``hide`` what it holds."""
        found: set[str] = set()
        words = iter(self.rendered.tag_words)
        while lower := "\0".join(islice(words, _TOGETHER)).lower():
            if " on" in lower or "\non" in lower:
                found.add("run")
            if not lower.isascii() or any(style.search(lower) for style in _HIDING_IN_LOWER_CASE):
                found.add("hide")
        return frozenset(found)

    @cached_property
    def elements(self) -> tuple[str, ...]:
        """The lower-case names of the elements that are opened, in the order of their first places."""
        return tuple(self._tags)

    def opened(self, name: str) -> int:
        """Return how often the element called *name* is opened."""
        return self.rendered.tag_count(name)

    def closed(self, name: str) -> int:
        """Return how often the element called *name* is closed."""
        return self.rendered.tag_count(f"/{name}")

    def first(self, name: str) -> Span:
        """Return the first tag named *name* (``/p`` for an end tag), which the document has."""
        return next(self.rendered.tags(frozenset((name,)))).span

    def place(self, attribute: Attribute) -> Span:
        """Return the first tag that bears *attribute*."""
        tags = self.rendered.tags(frozenset((attribute.element,)))
        return next(tag.span for tag in tags if tag.words == attribute.tag)

    def attributes_of(self, *elements: str) -> Iterator[Attribute]:
        """Yield each attribute of the distinct tags of *elements*; each tag once."""
        for name in elements:
            for words in self._tags.get(name, ()):
                for key, value in attributes(words).items() if "=" in words else ():
                    yield Attribute(name, key, value, words)

    @cached_property
    def handlers(self) -> tuple[Attribute, ...]:
        """The attributes that run scripts: onclick, onload and their like."""
        if "run" not in self._signs:
            return ()
        likely = [each for each in self._names() if " on" in each[0].lower() or "\non" in each[0].lower()]
        return tuple(
            Attribute(name, key, value, words)
            for words, name in likely
            for key, value in attributes(words).items()
            if key.startswith("on") and key.isalpha() and len(key) > 4
        )

    @cached_property
    def references(self) -> dict[str, int]:
        """How often each character reference out of the ordinary is used, as written, in the order of first places.

        "&" begins none.
        """
        return {words: count for words, count in self._references.items() if words == "&" or words[-1] == ";"}

    @cached_property
    def begun(self) -> dict[str, int]:
        """How often each character reference is used that has no semicolon, as ``references``."""
        return {words: count for words, count in self._references.items() if words != "&" and words[-1] != ";"}

    @cached_property
    def _references(self) -> dict[str, int]:
        found: Counter[str] = Counter()
        for start, end in between_references(self.text, self.rendered.span.start, self.rendered.span.end):
            found.update(_REFERENCE.findall(self.text, start, end))
            if len(found) > self.most:
                raise too_many(self.most, "different references")
        return found

    def seen(self, reference: str) -> Seen:
        """Return the first place of *reference*, one of ``references`` or ``begun``, and its count."""
        start, end = self.rendered.span.start, self.rendered.span.end
        if reference[-1] != ";":
            start = next(m.start() for m in _REFERENCE.finditer(self.text, start, end) if m[0] == reference)
        else:
            start = self.text.find(reference, start, end)
        return Seen(Span(start, start + len(reference)), self._references[reference])

    @cached_property
    def _hrefs(self) -> dict[str, Goal]:
        """Where the distinct tags of hyperlinks go, by their words."""
        hrefs = ((tag, href) for tag in self._tags.get("a", ()) if (href := attributes(tag).get("href")) is not None)
        return {tag: goal(href) for tag, href in few(hrefs, self.most, "different links")}

    @cached_property
    def _sources(self) -> dict[str, Goal]:
        """Where the sources of the distinct tags of pictures go, by their words."""
        tags = few(self._tags.get("img", ()), self.most, "different pictures")
        return {tag: goal(attributes(tag).get("src", "")) for tag in tags}

    @property
    def links(self) -> tuple[Target, ...]:
        """The hyperlinks in order."""
        return self.links_where(lambda _: True)

    def links_where(self, wanted: Callable[[Goal], bool]) -> tuple[Target, ...]:
        """Return the hyperlinks in order whose goal is *wanted*; nothing is walked through where none is."""
        found = {tag: each for tag, each in self._hrefs.items() if wanted(each)}
        spans = few(self.rendered.link_spans(found), self.most, "links")
        return tuple(_at(found[tag], span) for tag, span in spans)

    @property
    def image_goals(self) -> Collection[Goal]:
        """Where the sources of pictures go, each distinct tag once."""
        return self._sources.values()

    def images_where(self, wanted: Callable[[Goal], bool]) -> tuple[Target, ...]:
        """Return the sources of pictures in order whose goal is *wanted*; nothing is walked through where none is."""
        found = {tag: each for tag, each in self._sources.items() if wanted(each)}
        spans = few(self.rendered.tag_spans(_PICTURES, found), self.most, "pictures")
        return tuple(_at(found[tag], span) for tag, span in spans)

    @cached_property
    def anchors(self) -> frozenset[str]:
        """The names that a link inside the document may go to."""
        return self.rendered.anchors

    @cached_property
    def nested_table(self) -> Span | None:
        """The first table that begins inside a cell of another; one that only was not closed has none."""
        if self.opened("table") < 2:
            return None
        structure = self.rendered.tag_letters(_STRUCTURE)
        if "cT" not in structure:
            return None
        depth, tables = 0, self.rendered.tags(frozenset(("table",)))
        for before, sign in zip(" " + structure, structure, strict=False):
            if sign == "T":
                table = next(tables)
                if depth and before == "c":
                    return table.span
                depth += 1
            elif sign == "t":
                depth = max(0, depth - 1)
        return None

    @cached_property
    def open_end(self) -> Span | None:
        """What begins a comment, script or style that is never closed and hides the rest of the document."""
        words = self.rendered.last_tag
        lower = words[:8].lower()
        for begins in ("<!--", "<script", "<style"):
            # What is closed ends in its own mark; what is not goes to the end of the document.
            closed = words.endswith("-->") if begins == "<!--" else f"</{begins[1:]}" in words.lower()
            if lower.startswith(begins) and not closed:
                start = self.rendered.span.end - len(words)
                return Span(start, start + len(begins))
        return None

    def hidden(self) -> Iterator[Located[str]]:
        """Yield the words of elements whose style hides them; of inline XBRL, of those that hold none of its tags."""
        if "hide" not in self._signs:
            return
        hiding = {words for words, name in self._names() if name[0] != "/" and _hides(words)}
        machine: frozenset[str] = frozenset()
        if self.inline:
            hiding = {words for words in hiding if not words.endswith("/>")}
            machine = frozenset(name for name in self.rendered.tag_names if name.startswith(("ix:", "/ix:")))
        for start, end in self.rendered.elements(hiding) if hiding else ():
            if self.rendered.text[start:end].isspace() or start == end:
                continue
            if not (machine and any(self.rendered.shown_tags(machine, start, end))):
                yield self.rendered.located(start, end)


def _hides(tag: str) -> bool:
    """Tell whether the style in *tag* hides what it holds."""
    lower = tag.lower()
    return ("none" in lower or "hidden" in lower) and _HIDING.search(tag) is not None


@document_extractor("html_use")
def html_use(submission: Submission, document: Document) -> HtmlUse:
    """Take stock of an HTML document. Raises NotApplicable for other bodies."""
    if document.body not in (Body.HTML, Body.IXBRL):
        raise NotApplicable("it is not HTML")
    inline = document.body is Body.IXBRL
    return HtmlUse(inline, submission.source.text, document.rendered, members.of(submission))


def target(words: str, span: Span) -> Target:
    """Return where *words*, the value of an ``href`` or ``src``, go."""
    return _at(goal(words), span)


def _at(each: Goal, span: Span) -> Target:
    return Target(each.words, each.goes, each.file, each.fragment, span)


@lru_cache(maxsize=4096)
def goal(words: str) -> Goal:
    """Return where *words*, the value of an ``href`` or ``src``, go; the links of a document repeat."""
    plain = words.strip()
    address, _, fragment = plain.partition("#")
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
    elif _SCHEME.match(plain) or plain.startswith("//"):
        goes = "outside"
    else:
        goes = "attached"
    return Goal(words, goes, address.partition("?")[0] if goes == "attached" else "", fragment)
