"""How far disruptions reach in the scenarios that a text describes: firm, building, district, city, region, nation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from filinglint.patterns import pattern
from filinglint.spans import Range
from filinglint_bcp.facts.definitions import Present, Reading

# A label stands among the first characters, and the next one few units on.
_LABEL = 24
_APART = 3
# So many reaches in one sentence are scenarios, whatever it calls them.
_MANY = 3
# A place by name, the whole of which is hit; and what there is none of.
_ALL_OF = pattern(
    r"\b(?:(?:all|half|whole|entire|most|much|parts?)\s{1,9}of|across|throughout|all over"
    r"|(?:paraly[sz]|crippl|cordon|evacuat|flood)\w{0,6}(?:\s{1,9}(?:off|out))?)"
    r"\s{1,9}(?:the\s{1,9})?([A-Z][\w'’]{2,30}(?: [A-Z][\w'’]{2,30})?)"
)
_WHOLE_AREA = pattern(
    r"\b(?:whole|entire|greater)\s{1,9}(?:[A-Z][\w'’]{2,30}\s{1,9}){1,3}(?:metropolitan |metro )?"
    r"(area|region|valley|coast)\b"
)
_HEART_OF = pattern(r"\b(?:cent(?:re|er)|heart|core|middle)\s{1,9}of\s{1,9}(?:the\s{1,9})?[A-Z][\w'’]{2,30}")
_ROAD = pattern(r"(?:Street|Avenue|Road|Boulevard|Square|Row|Lane|Park|District|Downtown)$")
_IF = pattern(
    r"\b(?:if|should|when|were|in the event|in case|in a|in an|loss of|may ?be|might be|could be|whether"
    r"|for (?:a|an|one|those|any|events|disruptions))\b"
)
_NONE = pattern(r"\bno (?:\w{1,20} )?$")
LADDER = ("firm", "building", "district", "city", "region", "nation")
"""The reaches of disruptions, each wider than the one before; concept ``reach_…`` of each."""


def _overlaps(place: Range, others: tuple[Range, ...]) -> bool:
    return any(start < place[1] and place[0] < end for start, end in others)


def reaches_of(reading: Reading, index: int) -> frozenset[str]:
    """Return the reaches that unit *index* names for a disruption."""
    unit = reading.units[index]
    others = reading.found("not_a_reach", index)
    named = {"district" if _ROAD.search(m[1]) else "city" for m in _ALL_OF.finditer(reading.text, unit.start, unit.end)}
    if _WHOLE_AREA.search(reading.text, unit.start, unit.end):
        named.add("region")
    if _HEART_OF.search(reading.text, unit.start, unit.end):
        named.add("district")
    return frozenset(named) | frozenset(
        step
        for step in LADDER
        if any(
            not _overlaps(place, others) and not _NONE.search(unit.text, 0, place[0])
            for place in reading.found(f"reach_{step}", index)
        )
    )


def _groups(reading: Reading) -> Iterator[list[int]]:
    """Yield the units that may describe scenarios together: a list and its lead, three sentences, headings."""
    units = reading.units
    index = 0
    while index < len(units):
        first = index
        if units[index].list:
            while index + 1 < len(units) and units[index + 1].list == units[first].list:
                index += 1
            lead = [first - 1] if first and units[first - 1].kind != "chrome" else []
            yield lead + list(range(first, index + 1))
        index += 1
    sentences = [i for i, unit in enumerate(units) if unit.kind == "sentence"]
    for at in range(len(sentences)):
        yield sentences[at : at + 3]
    yield [i for i, unit in enumerate(units) if unit.kind == "heading" and reading.found("disruption", i)]


def _labelled(reading: Reading) -> Iterator[list[int]]:
    """Yield the runs of units that each begin with a reach, as ``Building: we move`` and ``City: we connect`` do."""
    run: list[int] = []
    for index, unit in enumerate(reading.units):
        first = unit.text[:_LABEL]
        if any(start < len(first) for step in LADDER for start, _ in reading.found(f"reach_{step}", index)):
            if run and index - run[-1] > _APART:
                yield run
                run = []
            run.append(index)
    yield run


def _supposes(reading: Reading, index: int) -> bool:
    """Tell whether unit *index* supposes that something happens to what it names, or to no more than that."""
    unit = reading.units[index]
    if not unit.states or _IF.search(unit.text) is None:
        return False
    return bool(reading.found("disruption", index) or reading.found("just_this", index))


def _together(told: Mapping[int, frozenset[str]], units: Iterable[int]) -> frozenset[str]:
    """Return the reaches that *units* name, of those that each has *told*."""
    return frozenset[str]().union(*(told.get(i, frozenset()) for i in units))


def varying_scope(reading: Reading) -> tuple[Present, tuple[int, ...], frozenset[str]]:
    """Return whether scenarios of different reach are described, the units that do so, and the reaches named.

    A unit counts when it speaks of a disruption, or its list's lead or heading does.
    """
    units = reading.units
    told = {i: reaches_of(reading, i) for i, unit in enumerate(units) if unit.states or unit.kind == "heading"}
    some: list[int] = []
    shown: set[int] = set()
    named: set[str] = set()
    for index, reaches in told.items():
        if len(reaches) >= _MANY and reading.said("disruption"):
            named |= reaches
            shown.add(index)
    apart = [i for i, reaches in told.items() if len(reaches) == 1 and _supposes(reading, i)]
    if len(reaches := _together(told, apart)) >= 2:
        named |= reaches
        shown.update(apart)
    for group in _labelled(reading):
        reaches = _together(told, group)
        if len(reaches) >= 2 and reading.said("disruption"):
            named |= reaches
            shown.update(group)
    for group in _groups(reading):
        speaking = [i for i in group if reading.found("disruption", i)]
        headed = any(reading.pattern("disruption").search(units[i].heading) for i in group)
        if not speaking and not headed:
            continue
        in_list = any(units[i].list for i in group)
        counted = [i for i in group if told.get(i) and (in_list or i in speaking)]
        reaches = _together(told, counted)
        if len(reaches) >= 2:
            named |= reaches
            shown.update(counted)
        some += counted
    if shown:
        return "yes", tuple(sorted(shown)), frozenset(named)
    generic = [i for i, unit in enumerate(units) if unit.states and reading.found("varying_scope", i)]
    hinted = tuple(sorted({*generic, *some}))
    return ("weak" if hinted else "no"), hinted, frozenset()
