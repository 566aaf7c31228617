"""Suppressions written into a document, as comments of HTML, XML and Markdown.

    <!-- filinglint: ignore[FMT104] until=2026-12-31 by=j.doe reason="vendor logo" -->     the next element
    <!-- filinglint: disable[DTE021,DTE022] reason="quoted" --> … <!-- filinglint: enable[DTE021,DTE022] -->
    <!-- filinglint: ignore-file[EXH] reason="draft" -->                                    the whole document

Headers, SGML, scripts, CDATA and plain text have none. What departs from the form suppresses nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice

from filinglint.closest import closest
from filinglint.documents.document import Body, Document
from filinglint.documents.markup import Rendered
from filinglint.documents.references import decode
from filinglint.documents.submission import Submission
from filinglint.frozen import dataclass
from filinglint.patterns import pattern
from filinglint.remarks import MALFORMED, UNCLOSED
from filinglint.rule import Rule
from filinglint.selectors import is_name
from filinglint.spans import Span
from filinglint.triage.elements import fences, following, markdown_block, markdown_comments

_NAME = "filinglint"
_ATTEMPT = pattern(r"<!--\s*filinglint\s*(?::|(?=(?:ignore|disable|enable)\b))")
# What somebody may have meant for a directive: the name is looked at more closely.
_MARK = "lint"  # what they have, misspelt or not; most texts have it nowhere
_MEANT = pattern(r"<!--\s*([A-Za-z-]{6,14})\s*(?::\s*)?(?:ignore-file|ignore|disable|enable)\s*\[")
_VERB = pattern(r"<!--\s*filinglint:\s*([A-Za-z-]{3,20})\s*\[")
_FORM = pattern(
    r"<!--\s*filinglint:\s*(ignore-file|ignore|disable|enable)\s*\[([^\[\]]*)\]"
    r"""((?:\s+[a-z-]{1,40}=(?:"[^"]*"|[^\s"=]+))*)\s*-->"""
)
_PAIR = pattern(r"""([a-z-]{1,40})=(?:"([^"]*)"|([^\s"=]+))""")
_MOST = 1_000  # directives of one document; nobody writes more
_VERBS = ("ignore", "ignore-file", "disable", "enable")
_KEYS = frozenset(("reason", "until", "by"))
_MARKDOWN = (".md", ".markdown")
_DATE = pattern(r"\d{4}-\d\d-\d\d", re.ASCII)


@dataclass(frozen=True, slots=True)
class Directive:
    """A directive in one document.

    ``rules`` are its selectors; ``until`` is the last day on which it holds, None for no end. ``covers`` are
    the ranges that it is for, by selector, code points of the submission's text; ``whole`` is whether it is
    for the document as a whole. ``flaws`` are what is wrong with it, each a remark and a message.
    """

    verb: str
    rules: tuple[str, ...]
    reason: str
    by: str
    until: date | None
    span: Span
    document: Document
    covers: tuple[tuple[str, Span], ...] = ()
    whole: bool = False
    flaws: tuple[tuple[Rule, str], ...] = ()

    def is_for(self, selector: str, span: Span) -> bool:
        """Tell whether it suppresses what *selector* names at *span*, a place in its document."""
        return self.whole or any(name == selector and span in covered for name, covered in self.covers)


def directives(submission: Submission) -> list[Directive]:
    """Return the directives of all documents that the filer filed, in order."""
    return [one for document in submission.filed_documents for one in directives_in(document)]


def directives_in(document: Document) -> list[Directive]:
    """Return the directives of *document*, in order."""
    text, content = document.source.text, document.content
    if text.find(_MARK, content.start, content.end) < 0:
        return []
    source, _ = document.source.source_at(document.span.start)
    if document.whole_file and source.path.lower().endswith(_MARKDOWN):
        return _in_markdown(document)
    if document.body in (Body.HTML, Body.IXBRL):
        return _in_markup(document, document.rendered, xml=document.body is Body.IXBRL)
    if document.body is Body.XML:
        return _in_markup(document, Rendered(text, content, html=True, stuffed=document.stuffed), xml=True)
    return []


def _in_markup(document: Document, rendered: Rendered, *, xml: bool) -> list[Directive]:
    found = (tag for tag in rendered.tags(frozenset(("",))) if _is_attempt(tag.words))
    comments = {tag.span.start: tag for tag in islice(found, _MOST)}
    if not comments:
        return []
    elements = following(rendered.tags(rendered.tag_names), comments.keys(), document.content.end, xml=xml)
    first = len(rendered.text) - len(rendered.text.lstrip())
    return _ranged(
        [
            _directive(tag.words, tag.span, document, elements.get(start), first=tag.at <= first)
            for start, tag in comments.items()
        ]
    )


def _in_markdown(document: Document) -> list[Directive]:
    text, content = document.source.text, document.content
    code = fences(text, content)
    read: list[Directive] = []
    before, blank = content.start, True
    for span in markdown_comments(text, content, code):
        blank = blank and not text[before : span.start].strip()
        before = span.end
        if _is_attempt(text[span.start : span.end]) and len(read) < _MOST:
            block = markdown_block(text, span.end, content.end, code)
            read.append(_directive(text[span.start : span.end], span, document, block, first=blank))
    return _ranged(read)


def _is_attempt(words: str) -> bool:
    """Tell whether the comment *words* is meant for a directive, however it is spelt."""
    return _ATTEMPT.match(words) is not None or bool(_misspelt(words))


def _misspelt(words: str) -> str:
    """Return the name in the comment *words* that is nearly ours; "" where there is none."""
    meant = _MEANT.match(words)
    name = meant[1] if meant else ""
    return name if name and name != _NAME and closest(name.lower(), [_NAME], 0.75) else ""


def _directive(words: str, span: Span, document: Document, element: Span | None, *, first: bool) -> Directive:
    """Read one comment; *element* is what follows it, *first* whether no text stands before it."""
    form = _FORM.fullmatch(words)
    nothing = Directive("", (), "", "", None, span, document)
    if "--" in words[4:].removesuffix("-->"):
        return _flawed(nothing, "a double hyphen within a comment breaks it, and with it the document")
    if form is None:
        return _flawed(nothing, _malformed(words))
    rules = tuple(name.strip() for name in form[2].split(",") if name.strip())
    pairs = [(m[1], decode(m[2] if m[2] is not None else m[3]).strip()) for m in _PAIR.finditer(form[3])]
    values = dict(pairs)
    read = replace(nothing, verb=form[1], rules=rules, reason=values.get("reason", ""), by=values.get("by", ""))
    if not rules:
        return _flawed(read, "it names no rule; there is no blanket form")
    wrong = next((name for name in rules if not is_name(name)), None)
    if wrong is not None:
        return _flawed(read, f"'{wrong}' is no code, slug or beginning of a code; there is no blanket form")
    strange = next((key for key, _ in pairs if key not in _KEYS), None)
    if strange is not None:
        close = closest(strange, _KEYS, 0.5)
        hint = f"did you mean '{close}'?" if close else "there are by, reason and until"
        return _flawed(read, f"unknown key '{strange}'; {hint}")
    if len(values) < len(pairs):
        return _flawed(read, "a key stands twice in it")
    if read.verb != "enable" and not read.reason:
        return _flawed(read, 'it gives no reason="…"')
    if "until" in values:
        until = _day(values["until"])
        if until is None:
            return _flawed(read, f"until '{values['until']}' is no date such as 2026-12-31")
        read = replace(read, until=until)
    if read.verb == "ignore-file":
        return (
            replace(read, whole=True)
            if first
            else _flawed(read, "ignore-file stands before the first text, or nowhere")
        )
    if read.verb == "ignore":
        if element is None:
            return _flawed(read, "no element follows it in the element that it stands in")
        return replace(read, covers=tuple((name, element) for name in rules))
    return read


def _malformed(words: str) -> str:
    """Say what is wrong with the comment *words*, which has not the form of a directive."""
    name, verb = _misspelt(words), _VERB.match(words)
    if name:
        return f"'{name}' is not known; did you mean '{_NAME}'?"
    if verb is not None and verb[1] not in _VERBS:
        close = closest(verb[1].lower(), _VERBS, 0.5)
        hint = f"did you mean '{close}'?" if close else f"it is one of {', '.join(_VERBS)}"
        return f"there is no '{verb[1]}'; {hint}"
    return f'this is not of the form {_NAME}: ignore[RULES] reason="…"'


def _day(words: str) -> date | None:
    try:
        return date.fromisoformat(words) if _DATE.fullmatch(words) else None
    except ValueError:
        return None


def _flawed(directive: Directive, message: str) -> Directive:
    return replace(directive, covers=(), whole=False, flaws=(*directive.flaws, (MALFORMED, message)))


def _ranged(read: Sequence[Directive]) -> list[Directive]:
    """Return *read* with the ranges from each disable to its enable; without its end a range is none."""
    found = list(read)
    opened: dict[str, int] = {}  # the index of the directive by each selector that it has disabled
    for index, directive in enumerate(read):
        if directive.flaws:
            continue
        for name in directive.rules:
            key = name.casefold()
            if directive.verb == "disable":
                if key in opened:
                    found[index] = _flawed(found[index], f"'{name}' is disabled already")
                    break
                opened[key] = index
            elif directive.verb == "enable":
                begun = opened.pop(key, None)
                if begun is None:
                    found[index] = _flawed(found[index], f"'{name}' is not disabled here")
                    break
                start = found[begun]
                if start.flaws:
                    continue
                covered = Span(start.span.end, directive.span.start)
                found[begun] = replace(start, covers=(*start.covers, (_spelt(start, key), covered)))
    for key, index in opened.items():
        left = found[index]
        if not any(remark is MALFORMED for remark, _ in left.flaws):
            message = f"'{_spelt(left, key)}' is never enabled again; nothing is suppressed"
            found[index] = replace(left, flaws=(*left.flaws, (UNCLOSED, message)))
    return found


def _spelt(directive: Directive, key: str) -> str:
    return next(name for name in directive.rules if name.casefold() == key)


def comments_of(documents: Sequence[Document]) -> Iterator[Span]:
    """Yield the place of each directive in *documents*, well formed or not: what is to be stripped."""
    for document in documents:
        for directive in directives_in(document):
            yield directive.span
