"""Which items a main document is divided into: headings, and what only looks like one.

Source: Form 8-K in its two numberings, Forms 10-K, 10-Q, 20-F and 10-D, general instructions; the
layouts of real filings, 1993 to 2026.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator

from filinglint.documents.document import Document
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import extractor
from filinglint.facts.item_sorting import ROMAN, Candidate, sorted_candidates
from filinglint.facts.laid_out import laid_out
from filinglint.facts.line_words import LineWords, line_words
from filinglint.facts.members import members
from filinglint.frozen import dataclass
from filinglint.located import Absent, CannotTell, Leaf, Located, NotApplicable, Unsure
from filinglint.patterns import pattern
from filinglint.spans import Span

_SIGNATURES = pattern(
    r"\n[ \t*_|]{0,200}S ?I ?G ?N ?A ?T ?U ?R ?E ?S?(?:\(S\))?[ \t:.*_|]{0,60}\n"
    r"|\n[ \t]{0,200}Pursuant to the requirements? of (?:the|section)",
    re.IGNORECASE,
)
_INAPPLICABLE = pattern(
    r"\s*(?:\([a-z]\)\s*)?((?:this\s{1,9}item\s{1,9}is\s{1,9}|none\s?[;,/–—-]\s{0,9})?"
    r"(?:not\s{1,9}applicable|none|inapplicable|n/a|omitted|not\s{1,9}required)"
    r"(?:\s{1,9}(?:to|at|for|during|as\s{1,9}of)\b[^.\n]{0,80})?)[\s.)]*"
    # A page may end here: its number, and the running head of the next.
    r"(?-i:(?:(?:(?:Page )?\d{1,3}(?: of \d{1,3})?|(?i:table of contents)"
    r"|[A-Z][A-Z0-9,.&'’()-]{0,40}(?: {1,3}[A-Z0-9,.&'’()-]{1,40}){0,8})"
    r" {0,80}(?:\n\s{0,80}|\Z)){0,6})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class ItemHeading:
    """A heading that names one item, or several at once ("Items 2.02 and 9.01").

    ``numbers`` are the numbers as written, in order; ``keys`` the same in one spelling (``9A(T)``, ``5.02``),
    with those between the ends of a range. ``paragraphs`` are the letters behind the numbers ("(e)").
    ``caption`` is unsure where it cannot be told from the text or where several items share the heading.
    ``span`` is the heading, ``text`` what stands under it (to the next heading or the signatures).
    ``inapplicable`` is stated when that text says only that there is nothing to report ("Not applicable").
    ``part`` is stated as the roman or arabic numeral of the last part heading before it.
    """

    numbers: tuple[Located[str], ...]
    keys: tuple[str, ...]
    paragraphs: tuple[Located[str], ...]
    caption: Leaf[str]
    span: Span
    text: Span
    part: Leaf[str]
    inapplicable: Leaf[str]

    @property
    def number(self) -> Located[str]:
        """The first number, as written."""
        return self.numbers[0]

    @property
    def part_key(self) -> str:
        """The part as a roman numeral; "" when no part heading stands before it."""
        return ROMAN.get(self.part.value, self.part.value) if isinstance(self.part, Located) else ""


@dataclass(frozen=True, slots=True)
class ItemMention:
    """A place that names items without being their heading; ``number`` and ``keys`` as in ItemHeading."""

    number: Located[str]
    keys: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Items:
    """The items of the main document, each list in reading order.

    ``contents`` are entries of tables of contents and cross-reference tables, ``running`` page heads and
    continued headings, ``references`` other lines that begin with an item's number. ``span`` is where it was looked.
    """

    span: Span
    headings: tuple[ItemHeading, ...]
    contents: tuple[ItemMention, ...]
    running: tuple[ItemMention, ...]
    references: tuple[ItemMention, ...]

    def keyed(self, key: str) -> tuple[ItemHeading, ...]:
        """Return the headings that name the item *key* ("5.02", "1A")."""
        return tuple(heading for heading in self.headings if key in heading.keys)

    def captioned(self) -> Iterator[tuple[ItemHeading, str, Located[str]]]:
        """Yield each heading of a single item whose caption can be told, with the item's key and the caption."""
        for heading in self.headings:
            if isinstance(heading.caption, Located) and len(heading.keys) == 1:
                yield heading, heading.keys[0], heading.caption


@extractor("items")
def items(submission: Submission) -> Items:
    """Find the items of the main document.

    Raises NotApplicable without one, CannotTell when it is no prose or names items on too many lines.
    """
    main = submission.main
    if main is None:
        raise NotApplicable("there is no document")
    if not main.readable:
        raise CannotTell(f"the main document is {main.body.value}, not text or HTML")
    return _Builder(main, line_words.of(submission, main), members.of(submission)).items()


class _Builder:
    """Makes facts of the candidates of one document."""

    def __init__(self, document: Document, words: LineWords, most: int) -> None:
        self.rendered, self.text = document.rendered, words.text
        self.candidates = sorted_candidates(words, laid_out(document.rendered), most)
        self.no_part = Absent(document.rendered.span, "part")
        self.signatures = array("Q", (line for line in words.signatures if _SIGNATURES.match(self.text, line)))

    def items(self) -> Items:
        """Return the facts; each candidate is let go of once it has become one."""
        headings: list[ItemHeading] = []
        mentions: dict[str, list[ItemMention]] = {"contents": [], "running": [], "reference": []}
        bound = len(self.text)
        while self.candidates:
            candidate = self.candidates.pop()
            if candidate.kind == "heading":
                headings.append(self._heading(candidate, bound))
                bound = candidate.anchor.start
            else:
                mentions[candidate.kind].append(self._mention(candidate))
        contents, running, references = (tuple(reversed(found)) for found in mentions.values())
        return Items(self.rendered.span, tuple(reversed(headings)), contents, running, references)

    def _mention(self, candidate: Candidate) -> ItemMention:
        anchor = candidate.anchor
        number = self.rendered.located(*anchor.numbers[0])
        return ItemMention(number, candidate.keys, self.rendered.source_span(anchor.start, anchor.stop))

    def _heading(self, candidate: Candidate, bound: int) -> ItemHeading:
        rendered, anchor, caption = self.rendered, candidate.anchor, candidate.caption
        start = caption.end if caption.state == "stated" else anchor.words
        span = rendered.source_span(anchor.start, max(anchor.end, caption.end if caption.state == "stated" else 0))
        index = bisect_right(self.signatures, start)
        limit = min(bound, self.signatures[index]) if index < len(self.signatures) else bound
        leaf: Leaf[str]
        if caption.state == "stated" and len(anchor.numbers) == 1:
            leaf = rendered.located(caption.start, caption.end)
        elif caption.state == "absent":
            leaf = Absent(span, "item caption")
        else:
            reason = "several items share it" if len(anchor.numbers) > 1 else "it cannot be told from the text after it"
            leaf = Unsure(rendered.source_span(anchor.start, anchor.stop), "item caption", reason)
        text = rendered.source_span(start, max(start, limit))
        none = _INAPPLICABLE.fullmatch(self.text[start:limit]) if limit - start < 400 else None
        return ItemHeading(
            numbers=tuple(rendered.located(*number) for number in anchor.numbers),
            keys=candidate.keys,
            paragraphs=tuple(rendered.located(*paragraph) for paragraph in anchor.paragraphs),
            caption=leaf,
            span=span,
            text=text,
            part=rendered.located(*candidate.part) if candidate.part else self.no_part,
            inapplicable=(
                rendered.located(start + none.start(1), start + none.end(1)) if none else Absent(text, "not applicable")
            ),
        )
