"""How far disruptions reach in the scenarios that a text describes: firm, building, district, city, region, nation."""

from __future__ import annotations

from filinglint_bcp.facts.definitions import Present, Range, Reading

LADDER = ("firm", "building", "district", "city", "region", "nation")
"""The reaches of disruptions, each wider than the one before; concept ``reach_…`` of each."""


def _overlaps(place: Range, others: tuple[Range, ...]) -> bool:
    return any(start < place[1] and place[0] < end for start, end in others)


def reaches_of(reading: Reading, index: int) -> frozenset[str]:
    """Return the reaches that unit *index* names for a disruption."""
    others = reading.found("not_a_reach", index)
    return frozenset(
        step
        for step in LADDER
        if any(not _overlaps(place, others) for place in reading.found(f"reach_{step}", index))
    )


def _windows(reading: Reading) -> list[list[int]]:
    """Return the groups of units that may describe scenarios together: a list with its lead, or two sentences running."""
    groups: list[list[int]] = []
    units = reading.units
    index = 0
    while index < len(units):
        if units[index].list:
            lead = [index - 1] if index and units[index - 1].kind != "chrome" else []
            items = [index]
            while index + 1 < len(units) and units[index + 1].list == units[index].list:
                index += 1
                items.append(index)
            groups.append(lead + items)
        index += 1
    sentences = [i for i, unit in enumerate(units) if unit.kind == "sentence"]
    groups.extend([i] for i in sentences)
    groups.extend([a, b] for a, b in zip(sentences, sentences[1:], strict=False))
    # One scenario a heading, or a paragraph.
    groups.extend(
        [a, b, c] for a, b, c in zip(sentences, sentences[1:], sentences[2:], strict=False)
    )
    return groups


def varying_scope(reading: Reading) -> tuple[Present, tuple[int, ...], frozenset[str]]:
    """Return whether scenarios of different reach are described, the units that do so, and the reaches named.

    A unit counts when it speaks of a disruption, or its list's lead or heading does.
    """
    told: dict[int, frozenset[str]] = {}
    for index, unit in enumerate(reading.units):
        if unit.kind in ("sentence", "item"):
            told[index] = reaches_of(reading, index)
    best: tuple[int, list[int]] = (0, [])
    everything: set[str] = set()
    shown: list[int] = []
    for group in _windows(reading):
        speaks = [i for i in group if reading.found("disruption", i)]
        headed = any(reading.pattern("disruption").search(reading.units[i].heading) for i in group)
        if not speaks and not headed:
            continue
        is_list = any(reading.units[i].list for i in group)
        counted = [i for i in group if told.get(i) and (is_list or i in speaks)]
        reaches = frozenset[str]().union(*(told[i] for i in counted))
        if len(reaches) > best[0]:
            best = (len(reaches), counted)
        if len(reaches) >= 2:
            everything |= reaches
            shown.extend(counted)
    if best[0] >= 2:
        return "yes", tuple(sorted(set(shown))), frozenset(everything)
    generic = [i for i, unit in enumerate(reading.units) if unit.states and reading.found("varying_scope", i)]
    hinted = sorted({*generic, *best[1]})
    return ("weak" if hinted else "no"), tuple(hinted), frozenset(everything)
