"""Whether words that promise an outcome are a promise: not disowned, not wished for, not aimed at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from filinglint.patterns import pattern
from filinglint.spans import Range
from filinglint_bcp.facts.definitions import Reading

Force = Literal["pledge", "aim", "none"]

_REACH = 200
_BESIDE = 20
# Where the clause begins that a word stands in: what goes before it does not govern the word.
_NEW_CLAUSE = pattern(
    r"[;:.!?]|,? \b(?:but|yet|however|nevertheless|whereas)\b|, and (?:we|our|you|your|they|it|service)\b"
)
_VOW = (
    r"(?:guarante\w+|promis\w+|assur\w+|warrant\w*|ensur\w+|commit\w*|pledg\w+|represent\w*|certain\w*|sure|vouch\w*"
    r"|undertak\w+|claim\w*|say|says|state|mean|means|imply|implies|suggest\w*|expect\w*|assum\w+|rel(?:y|ies|iance)"
    r"|count|conclude|infer|suppose|believe|think|take|taken|read|understood|construed|interpreted|depend)"
)
_NO = (
    r"(?:not|no|never|cannot|can't|nobody|nothing|none|neither|nor|unable|without|n't|hardly|don't|doesn't|won't|isn't"
    r"|aren't|shouldn't|couldn't|wouldn't)"
)
_IS_VOW = pattern(_VOW)
# What disowns all that it governs: "we cannot promise that …", "nothing here should be read as …".
_DISOWNS = pattern(
    rf"\b{_NO}\b(?:[^\w;:.!?]{{1,4}}\w{{1,30}}){{0,5}}?[^\w;:.!?]{{1,4}}{_VOW}\b"
    r"|\b(?:disclaim\w*|den(?:y|ies)|refuse\w*|declin\w+|far from|short of|instead of|rather than|unlikely|doubtful"
    r"|improbable|impossible|rarely|seldom|scarcely|barely|wish(?:es)? (?:that )?(?:we|it|they)|would that"
    r"|whether|pretend\w*|as if|as though|exclud\w+)\b"
    r"|\b(?:wrong|mislead\w+|foolish|dishonest|imprudent|rash|idle|unwise|false|unrealistic|naive|vain)"
    r" (?:of us |for us )?to\b"
)
# What makes a wish or an aim of all that it governs.
_AIMS = pattern(
    r"\b(?:aims?|aiming|aimed|expect(?:s|ing)? to|hop(?:e|es|ing)"
    r"|seeks?|seeking|striv(?:e|es|ing)|tr(?:y|ies|ying)|endeavou?rs?"
    r"|attempts?|intend(?:s|ed)?|intention|goals?|objectives?|targets?|purpose|(?:designed|meant|built) (?:to|for|so)"
    r"|wants?|wish(?:es)?|efforts?"
    r"|works? (?:hard )?(?:to|towards?)|should|ideal|ideally|plan(?:s|ned)? (?:to|for|on))\b"
)
# What comes after and disowns it, or calls it an aim.
_DISOWNED = pattern(
    rf"(?:(?!\bthat\b)[^;:.!?]){{0,60}}?\b(?:(?:is|are|be|can|could|will|would|may|should|does|do) ?(?:not|n't)|cannot"
    r"|can't|isn't|aren't|never|neither|nor)\b"
    rf"(?:[^\w;:.!?]{{1,4}}\w{{1,30}}){{0,3}}?[^\w;:.!?]{{1,4}}(?:{_VOW}|extend\w*|appl(?:y|ies)|given|offered"
    r"|made|possible|available)\b"
    r"|[^;:.!?]{0,40}?\b(?:excluded|disclaimed|denied|unlikely|impossible|out of the question)\b"
)
_AIMED = pattern(
    r"[^;:.!?]{0,40}?\b(?:is|are|remains?)\b(?: \w{1,20}){0,2}? (?:aims?|goals?|objectives?|targets?|hopes?|wish(?:es)?"
    r"|intention|ambition|ideal|aspiration)\b"
)
# What holds in every case, said beside the verb and not by it: "whatever happens, we want to …".
_IN_ANY_CASE = pattern(r"(?:whatever|no matter)\b")
# An aim at the whole is an exaggerated claim all the same.
_WHOLE = pattern(r"\b(?:full|fully|complete|completely|total|totally|entirely|absolute|absolutely)\b")


def force(text: str, start: int, end: int) -> Force:
    """Tell what the promising words at ``[start, end)`` of the folded sentence *text* amount to."""
    before = text[max(0, start - _REACH) : start]
    clauses = list(_NEW_CLAUSE.finditer(before))
    if clauses:
        before = before[clauses[-1].end() :]
    after = text[end : end + _REACH]
    if _DISOWNS.search(before + text[start:end] if _IS_VOW.match(text, start) else before):
        return "none"
    if _DISOWNED.match(after):
        return "none"
    aimed = _AIMS.search(before) is not None or _AIMED.match(after) is not None
    if _IN_ANY_CASE.match(text, start):
        aimed = aimed or _AIMS.search(after) is not None
    return "aim" if aimed and not _WHOLE.search(text, max(0, start - _BESIDE), end) else "pledge"


def pledges(reading: Reading, concept: str, wanted: Force) -> Iterator[Range]:
    """Yield the ranges of the text at which *concept* is said with the force *wanted*."""
    for index, unit in enumerate(reading.units):
        for start, end in reading.found(concept, index):
            if force(unit.text, start, end) == wanted:
                yield unit.start + start, unit.start + end
