"""The caption of an item's heading: where it begins behind the number, and where it ends."""

from __future__ import annotations

import re
from typing import Literal

from filinglint.facts.item_anchors import Anchor
from filinglint.frozen import dataclass
from filinglint.patterns import pattern

_LONGEST = 330
_LEADERS = pattern(r"(?:\.{3}|(?: \.){3}|(?<!_)_{3,}+)[\s.]{0,120}+[\divx]{0,9}$")
_PAGED = pattern(r"(?: {3}|\.\.|\t)[ivx\d]{1,4}$")
_ENDS_OPEN = pattern(
    r"(?:[;,&/-]|\b(?:and|or|of|the|in|to|for|with|by|on|from|under|an?|certain|principal))$", re.IGNORECASE
)
_SENTENCE_END = pattern(r"(?<![\s.][A-Z])(?<![\d.])\.(?= {1,8}[A-Z“\"(\[])|(?<=[a-z)])[.]?(?: -{1,2} | [–—] )(?=[A-Z])")
# What they cannot do without: few captions have any of it, and plain search is ten times faster.
_LEADER_SIGNS = ("...", " . . .", "___")
_SENTENCE_SIGNS = (". ", " - ", " -- ", " – ", " — ")
_RULE = pattern(r"[-_=\s]*")
_NOT_A_CAPTION = pattern(
    r"(?:[Ii][Tt][Ee][Mm][Ss]?\b|PART\b|SIGNATURES?\b|\(?[a-z]\)|\(?\d{1,3}[.)]"
    r"|Section \d|SECTION \d|[A-Za-z]{0,2}-?\d{1,4}$"
    r"|Exhibit (?:No|Number|\d))"
)
_ANSWER = pattern(r"(?:None|Not applicable|Inapplicable|N/A|Omitted)\b[\s.]*$", re.IGNORECASE | re.MULTILINE)
# The same on the line of the caption, at the far end of it.
_ANSWER_ASIDE = pattern(r"[ \t]{3,160}(?:None|Not applicable|Inapplicable|N/A|Omitted)[\s.]{0,9}\Z", re.IGNORECASE)
# How the captions of the forms begin: for headings set like sentences.
_KNOWN = pattern(
    r"(?:business|risk factors|unresolved|cybersecurity|properties|(?:description of )?property|legal proceedings"
    r"|submission of|mine safety|market for|\[?\(?(?:removed and )?reserved|selected|management|quantitative"
    r"|(?:consolidated |condensed |interim |unaudited ){0,3}financial (?:statements|information)"
    r"|changes in|controls|other (?:information|events)|disclosure|directors"
    r"|executive compensation|security ownership|certain relationships|principal account|exhibits?|form 10-k summary"
    r"|unregistered|defaults|purchases of|entry into|termination of|bankruptcy|completion of|results of|creation of"
    r"|triggering|costs? associated|material|notice of|non-reliance|departure|amendments? to|temporary|election of"
    r"|shareholder|regulation fd|resignation|change of|acquisition|appointment)\b",
    re.IGNORECASE,
)
_WORD = pattern(r"[^\W\d_][\w'’]*")
_SMALL = frozenset(
    "a an and as at by for from in into of on or our its that the to upon under with without which than".split()
)


@dataclass(frozen=True, slots=True)
class Caption:
    """The range of a caption in the rendered text, and whether it is stated, absent or unsure."""

    start: int
    end: int
    state: Literal["stated", "absent", "unsure"]


def caption_of(text: str, anchor: Anchor, *, plain: bool) -> Caption:
    """Return the caption behind *anchor*: on its line, in the next cell, or in the next block."""
    start = anchor.words
    while start < anchor.stop and text[start] in " \t":
        start += 1
    same_line = start < anchor.stop
    if same_line and _ANSWER.match(text, start):
        return Caption(anchor.end, anchor.end, "absent")
    if not same_line:
        below = _next_block(text, anchor.stop)
        if below is None or _NOT_A_CAPTION.match(text, below) or _ANSWER.match(text, below):
            return Caption(anchor.end, anchor.end, "absent")
        start = below
    end = _line_end(text, start)
    if not same_line and not _may_be_title(text, start, end):
        return Caption(anchor.end, anchor.end, "absent")
    end = _with_wrapped(text, start, end, plain=plain)
    return _cut(text, start, end)


def _next_block(text: str, stop: int) -> int | None:
    """Return where the next block's words begin, at most five blank blocks further; rules are skipped."""
    at = stop
    for _ in range(6):
        nl = text.find("\n", at + 1)
        nl = nl if nl >= 0 else len(text)
        if _RULE.fullmatch(text, at, nl) is None:
            while text[at] in " \t\n":
                at += 1
            return at
        if nl >= len(text):
            return None
        at = nl
    return None


def _line_end(text: str, start: int) -> int:
    """Return where the cell or line that holds *start* ends."""
    nl = text.find("\n", start)
    nl = nl if nl >= 0 else len(text)
    tab = text.find("\t", start, nl)
    return tab if tab >= 0 else nl


def _with_wrapped(text: str, start: int, end: int, *, plain: bool) -> int:
    """Return the end of the caption with the lines onto which it is wrapped."""
    for _ in range(5):
        words = text[start:end].rstrip()
        if end >= len(text) or text[end] != "\n" or end - start > _LONGEST:
            break
        if words.endswith(".") or _PAGED.search(words):
            break
        open_ended = _ENDS_OPEN.search(words) is not None
        begin = _next_block(text, end) if open_ended else end + 1
        if begin is None:
            break
        nl = text.find("\n", begin)
        nl = nl if nl >= 0 else len(text)
        line = text[begin:nl].strip()
        if not line or _RULE.fullmatch(line) or _NOT_A_CAPTION.match(line) or "\t" in line:
            break
        if not (open_ended and _may_be_title(text, begin, nl)) and not (
            plain and reads_as_title(words) and reads_as_title(line) and words.isupper() == line.isupper()
        ):
            break
        end = nl
    return end


def _cut(text: str, start: int, end: int) -> Caption:
    """Return the caption of ``text[start:end]`` without the sentences, leaders and page number that follow it."""
    limit = min(end, start + _LONGEST)
    cut = _SENTENCE_END.search(text, start, limit) if _has(text, start, limit, _SENTENCE_SIGNS) else None
    if cut and reads_as_title(text[start : cut.start()]):
        end = cut.start() + 1 if text[cut.start()] in "." else cut.start()
    answer = _ANSWER_ASIDE.search(text, start, end) if end - start <= _LONGEST else None
    if answer:
        end = answer.start()
    leaders = _LEADERS.search(text, start, end) if _has(text, start, end, _LEADER_SIGNS) else None
    if leaders:
        end = leaders.start()
    while end > start and text[end - 1] in " \t\n_|*":
        end -= 1
    words = text[start:end]
    if not words.strip(" .-–—_:"):
        return Caption(start, start, "absent")
    if len(words) > 80 and not _may_be_title(text, start, end):
        return Caption(start, end, "unsure")
    return Caption(start, end, "stated")


def _has(text: str, start: int, end: int, signs: tuple[str, ...]) -> bool:
    """Tell whether one of *signs* stands in ``text[start:end]``."""
    return any(text.find(sign, start, end) >= 0 for sign in signs)


def _may_be_title(text: str, start: int, end: int) -> bool:
    """Tell whether ``text[start:end]`` is short enough, and set or worded as captions are."""
    if end - start > _LONGEST:
        return False
    words = text[start:end]
    return reads_as_title(words) or (_KNOWN.match(words) is not None and _SENTENCE_END.search(words) is None)


def reads_as_title(words: str) -> bool:
    """Tell whether *words* are set as a title is: most words of weight begin with a capital."""
    weighty = [m[0] for m in _WORD.finditer(words) if m[0].lower() not in _SMALL]
    if not weighty:
        return False
    return 10 * sum(word[0].isupper() for word in weighty) >= 7 * len(weighty)
