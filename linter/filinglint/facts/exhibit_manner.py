"""How an exhibit is filed, as its entry, a column, a footnote mark or the sentence above the list says."""

from __future__ import annotations

import re
from enum import Enum

from filinglint.patterns import pattern


class Manner(Enum):
    """How an exhibit that is listed comes to the reader."""

    HEREWITH = "herewith"
    FURNISHED = "furnished"
    BY_REFERENCE = "by reference"
    PREVIOUSLY = "previously"
    CONTAINED = "contained"  # in another exhibit, on the signature page, in the Inline XBRL document
    LATER = "later"  # to be filed by amendment
    PAPER = "paper"  # under cover of Form SE
    OMITTED = "omitted"

    @property
    def attached(self) -> bool:
        """Whether a document of its own belongs to the submission."""
        return self in (Manner.HEREWITH, Manner.FURNISHED)


# A manner, words without one of which nothing states it, and the wordings in lower case.
_WORDINGS: tuple[tuple[Manner, str | tuple[str, ...], str], ...] = (
    (Manner.BY_REFERENCE, "reference", r"incorporated(?: herein| hereby| in this \w{1,10})?"
     r"(?: in (?:its|their) entirety)? by (?:this )?reference|by reference (?:to|from)\b"),
    (Manner.BY_REFERENCE, "incorporated", r"\b(?:is|are) incorporated (?:herein )?by\b"),
    (Manner.PREVIOUSLY, "filed", r"(?:previously|heretofore|already)(?: been)? filed|filed previously"
     r"|filed (?:as|with) (?:an )?exhibit [\w.()-]{1,12} (?:to|with|of) (?!this\b)"),
    (Manner.PREVIOUSLY, "furnished", r"(?:previously|already) furnished|furnished previously"),
    (Manner.LATER, "to be filed", r"to be filed (?:by|with|in|as|at|under|on|not later)"),
    (Manner.PAPER, "paper", r"filed in paper|paper (?:filing|format)"),
    (Manner.PAPER, "form se", r"\bform se\b"),
    (Manner.CONTAINED, ("exhibit", "page", "xbrl", "embedded", "interactive"),
     r"(?:included|contained|embedded|set forth|attached|incorporated|reflected|located)"
     r"(?: (?:herein|therein))? (?:(?:in|within|on|as|as (?:a )?part of|as an? (?:exhibit|annex|schedule)) )?"
     r"(?:(?:[a-z0-9.-]{1,12} ){0,6}?)(?:exhibits? \(?\d|signature pages?|(?:the )?inline xbrl"
     r"|page \w{1,5} (?:of|hereof))|see (?:the )?signature page|embedded within"
     r"|does not appear in the interactive data"),
    (Manner.FURNISHED, "furnished", r"(?<!be )(?<!or )(?<!or/)\bfurnished"
     r"(?! or filed| by| supplementally| to (?:the|any|each|share|stock))"),
    (Manner.HEREWITH, "filed", r"\bfiled (?:or furnished )?(?:electronically )?"
     r"(?:herewith|hereto|hereby|with this|as (?:a )?part of this|as exhibits? to this)"
     r"|\bfiled electronically\b|are (?:being )?filed (?:as (?:exhibits|part)|with the report)"),
    (Manner.HEREWITH, "here", r"\bherewith\b"
     r"|(?:attached|submitted|provided|included|transmitted|enclosed)(?: electronically)? (?:hereto|hereby)"),
)  # fmt: skip


def _pattern(words: str) -> re.Pattern[str]:
    """Return the pattern of *words*, whose blanks may be wherever a line is wrapped."""
    words = words.replace("(?<!be )(?<!or )", r"(?<!be\s)(?<!or\s)").replace(" ", r"\s{1,60}")
    return pattern(words)


_PATTERNS = tuple(
    (manner, (keys,) if isinstance(keys, str) else keys, _pattern(words)) for manner, keys, words in _WORDINGS
)
_OMITTED = pattern(
    r"[\s(\[]*(?:intentionally )?(?:omitted|reserved|not (?:applicable|used|required)|inapplicable|none|n/a|removed)"
    r"[\s.)\](*]*",
    re.IGNORECASE,
)
Stated = tuple[Manner, int, int]
"""A manner and the range of the words that state it."""


def manners_in(text: str, start: int, end: int) -> list[Stated]:
    """Return what ``text[start:end]`` says of how something is filed, each manner once, by its first place."""
    words = text[start:end].lower()
    if len(words) != end - start:  # a letter whose small form takes two: no such letter is in what is looked for
        words = text[start:end]
    found: list[Stated] = []
    for manner, keys, words_of_it in _PATTERNS:
        for key in keys:
            if key in words:
                m = words_of_it.search(words) if all(manner is not other for other, _, _ in found) else None
                if m:
                    found.append((manner, start + m.start(), start + m.end()))
                break
    return found or omitted_in(text, start, end)


def omitted_in(text: str, start: int, end: int) -> list[Stated]:
    """Return what ``text[start:end]`` says where it says only that there is nothing: no other manner stands there."""
    return [(Manner.OMITTED, start, end)] if _OMITTED.fullmatch(text, start, end) else []


def decided(found: list[Stated]) -> Stated | None:
    """Return the one manner that *found* comes to; None when they contradict each other, or there is none.

    "Previously filed as Exhibit 4.1 to … and incorporated by reference" is by reference; "furnished herewith"
    is furnished; what is contained in an exhibit filed herewith is contained.
    """
    by = {manner: stated for stated in found for manner in stated[:1]}
    if not by:
        return None
    if Manner.OMITTED in by or Manner.LATER in by:
        return found[0] if len(by) == 1 else None
    if Manner.BY_REFERENCE in by:
        return by[Manner.BY_REFERENCE] if not {Manner.HEREWITH, Manner.FURNISHED} & set(by) else None
    if Manner.CONTAINED in by:
        return by[Manner.CONTAINED]
    if Manner.PREVIOUSLY in by or Manner.PAPER in by:
        return found[0] if len(by) == 1 else None
    return by.get(Manner.FURNISHED) or by.get(Manner.HEREWITH)
