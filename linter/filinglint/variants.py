"""Texts as others would have set them: what a reader sees is the same, and so is what rules find.

Each variant is of the HTML in a text, wherever it stands; plain text has its layout as its meaning, and only its line
ends are set otherwise. A text of which there is no such variant has none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from textwrap import wrap

from filinglint.documents.document import Body
from filinglint.documents.references import decode
from filinglint.documents.submission import Submission

_PIECES = re.compile(r"(<!--(?:[^-]|-(?!->))*+-->|<[^<>]*>)")
_NAME = re.compile(r"</?[A-Za-z][A-Za-z0-9]*")
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,8});")
_LETTER = re.compile(r"[A-Za-z]")
_BODY = re.compile(r"<body\b[^<>]*>", re.IGNORECASE)
_EMBEDDED = 100_000  # code points before, and as many behind
_NEUTRAL = "The heron stood in the shallow water until the light of evening {} was gone, and then it flew."
# Raw texts, and text whose line breaks are seen.
_KEPT = re.compile(r"<(?:pre|script|style|textarea|xmp|plaintext)\b", re.IGNORECASE)


def variants(text: str, submission: Submission) -> Iterator[tuple[str, str]]:
    """Yield the name of each variant of *text*, which was read as *submission*, and the text so set."""
    if "\r" not in text:
        yield "crlf", text.replace("\n", "\r\n")
    if submission.main is not None and submission.main.whole_file and submission.main.body is Body.TEXT:
        yield "embedded", text.rstrip("\n") + "".join("\n\n" + "\n".join(wrap(one, 100)) for one in _neutral(2)) + "\n"
    spans = [
        (document.content.start, document.content.end)
        for document in submission.documents
        if document.body in (Body.HTML, Body.IXBRL)
    ]
    if not spans or any(_KEPT.search(text, start, end) for start, end in spans):
        return
    for name, change in _CHANGES.items():
        changed, at = "", 0
        for start, end in spans:
            changed += text[at:start] + change(text[start:end])
            at = end
        changed += text[at:]
        if changed != text:
            yield name, changed


def _neutral(times: int) -> Iterator[str]:
    """Yield paragraphs that say nothing to any rule, each its own words."""
    count = times * _EMBEDDED // len(_NEUTRAL)
    sentences = [_NEUTRAL.format(number) for number in range(1, count + 1)]
    return (" ".join(sentences[at : at + 20]) for at in range(0, count, 20))


def _of_pieces(html: str, words: Callable[[str], str], tag: Callable[[str], str]) -> str:
    """Return *html* with *words* made of what a reader sees and *tag* of each tag; comments stay."""
    pieces = _PIECES.split(html)
    seen = False
    for index, piece in enumerate(pieces):
        if index % 2:
            pieces[index] = piece if piece.startswith("<!") else tag(piece)
            seen = seen or piece[1:5].lower() == "body"
        elif seen:  # the title is nobody's text
            pieces[index] = words(piece)
    return "".join(pieces)


def _one_line(html: str) -> str:
    ends = re.fullmatch(r"(\s*)(.*?)(\s*)", html, re.DOTALL)
    if ends is None:
        return html
    return ends[1] + _of_lines(ends[2]) + ends[3]


def _of_lines(html: str) -> str:
    return "".join(piece.replace("\n", " ") for piece in _PIECES.split(html))


def _embedded(html: str) -> str:
    """Put a long comment before all that is seen, and as much that says nothing behind it."""
    body = _BODY.search(html)
    end = html.lower().rfind("</body>")
    if body is None or end < body.end():
        return html
    many = "".join(f"<p>{one}</p>\n" for one in _neutral(1))
    comment = f"<!-- {'a note ' * (_EMBEDDED // 7)}-->"
    return html[: body.end()] + comment + html[body.end() : end] + "\n<hr>\n" + many + html[end:]


def _upper_case(html: str) -> str:
    return _of_pieces(html, str, lambda tag: _NAME.sub(lambda m: m[0].upper(), tag, count=1) if ":" not in tag else tag)


def _encoded(html: str) -> str:
    """Write each fifth letter as a reference, in words and never in what is a reference already."""

    def words(piece: str) -> str:
        parts = re.split(f"({_REFERENCE.pattern})", piece)
        for index in range(0, len(parts), 2):
            count = iter(range(len(parts[index])))
            parts[index] = _LETTER.sub(lambda m: f"&#{ord(m[0])};" if next(count) % 5 == 4 else m[0], parts[index])  # noqa: B023
        return "".join(parts)

    return _of_pieces(html, words, str)


def _decoded(html: str) -> str:
    """Write references as the characters they stand for, except those of markup, blanks and control characters."""

    def character(m: re.Match[str]) -> str:
        found = decode(m[0])
        return found if len(found) == 1 and found.isprintable() and found not in "<>&\xa0 " else m[0]

    return _of_pieces(html, lambda piece: _REFERENCE.sub(character, piece), str)


_CHANGES: Mapping[str, Callable[[str], str]] = {
    "one-line": _one_line,
    "embedded": _embedded,
    "upper-case-tags": _upper_case,
    "encoded": _encoded,
    "decoded": _decoded,
}
NAMES = ("crlf", *_CHANGES, "shuffled")
"""The names of all variants; ``shuffled`` is the text as it is, judged by the rules in another order."""
