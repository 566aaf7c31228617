"""What belongs together in two drafts: inputs by path, documents by type and name, findings by what they say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import TypeVar

from filinglint.comparison import FindingChange
from filinglint.documents.document import Document
from filinglint.documents.submission import Submission
from filinglint.finding import Finding

T = TypeVar("T")
Pairs = list[tuple[T, T]]


def paired(old: Sequence[T], new: Sequence[T], *keys: Callable[[T], Hashable]) -> tuple[Pairs[T], list[T], list[T]]:
    """Return the pairs of *old* and *new* that agree in a key, and what is left of either, all in order.

    The first of *keys* pairs as many as it can, the next what is left. A key of None pairs nothing. Among
    several that agree, the first goes with the first.
    """
    pairs: Pairs[T] = []
    left, right = list(old), list(new)
    for key in keys:
        waiting: defaultdict[Hashable, list[int]] = defaultdict(list)
        for index in reversed(range(len(right))):
            waiting[key(right[index])].append(index)
        rest: list[T] = []
        taken: set[int] = set()
        for one in left:
            same = waiting.get(key(one)) if key(one) is not None else None
            if same:
                index = same.pop()
                taken.add(index)
                pairs.append((one, right[index]))
            else:
                rest.append(one)
        left, right = rest, [one for index, one in enumerate(right) if index not in taken]
    return pairs, left, right


def document_names(old: Submission, new: Submission) -> dict[str | None, str | None]:
    """Return for the label of each document of *old* that of the same document of *new*: of one type, then one name."""
    pairs, _, _ = paired(old.documents, new.documents, _type_and_name, _type, _name)
    found: dict[str | None, str | None] = {"header": "header"}
    for before, after in pairs:
        found[_label(before)] = _label(after)
    return found


def _label(document: Document) -> str | None:
    return None if document.whole_file else document.label


def _type_and_name(document: Document) -> Hashable:
    return (document.type_name, document.file_name)


def _type(document: Document) -> Hashable:
    return document.type_name


def _name(document: Document) -> Hashable:
    return document.file_name or None


def finding_changes(
    old: Sequence[Finding], new: Sequence[Finding], names: dict[str | None, str | None]
) -> tuple[list[FindingChange], int]:
    """Return what changed from the findings *old* to *new*, in the order of reports, and how many did not change.

    The same are those of one fingerprint, and those that say the same of the same place in a document that bears
    another name. *Changed* are those of one rule under one heading whose words are others.
    """

    def place(finding: Finding) -> tuple[Hashable, ...]:
        document = finding.spot.document
        return (finding.code, names.get(document, document) if id(finding) in before else document, finding.spot.trail)

    def words(finding: Finding) -> Hashable:
        return (*place(finding), finding.spot.text, *(spot.text for spot in finding.related))

    before = {id(finding) for finding in old}
    same, left, right = paired(old, new, lambda finding: finding.fingerprint, words)
    changed, fixed, added = paired(left, right, place)
    changes = [
        *(FindingChange("new", None, finding) for finding in added),
        *(FindingChange("changed", *pair) for pair in changed),
        *(FindingChange("fixed", finding, None) for finding in fixed),
    ]
    return sorted(changes, key=_order), len(same)


def _order(change: FindingChange) -> tuple[object, ...]:
    spot = change.finding.spot
    where = (spot.place.path, spot.place.byte_start) if spot.place is not None else (spot.path, -1)
    return (*where, change.finding.code, change.sign)


def in_order(pairs: Sequence[tuple[T | None, T | None]], old: Sequence[T], new: Sequence[T]) -> Iterator[int]:
    """Yield the indices of *pairs* by the order of *new*; those that *new* lacks come last, by the order of *old*."""
    ranks = {id(one): (0, index) for index, one in enumerate(new)} | {
        id(one): (1, index) for index, one in enumerate(old)
    }
    yield from sorted(range(len(pairs)), key=lambda index: ranks[id(pairs[index][1] or pairs[index][0])])
