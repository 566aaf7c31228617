"""EXH014."""

from collections.abc import Iterator
from itertools import pairwise

from filinglint.facts.exhibits import ExhibitEntry, Exhibits, exhibits
from filinglint.finding import Confidence, Observation, Severity
from filinglint.rule import EIGHT_K, Authority, rule


@rule(
    "EXH014",
    "exhibit-numbers-out-of-order",
    reads=(exhibits,),
    remedy="sort the list by exhibit number",
    authority=Authority("Regulation S-K, Item 601(a)(2) (17 CFR 229.601(a)(2))", "guidance"),
    severity=Severity.INFO,
    confidence=Confidence.MEDIUM,
    forms=EIGHT_K,
)
def numbers_out_of_order(found: Exhibits) -> Iterator[Observation]:
    """A list of exhibits stands in the order of its numbers.

    Lists of annual reports are often grouped by kind and are not judged. In a current report a number out of its place
    is most often a wrong one.
    """
    for one in found.lists:
        for entry, following in pairwise(one.entries):
            if _rank(following) < _rank(entry):
                yield Observation(
                    following.number,
                    f"exhibit '{following.number.value}' stands behind '{entry.number.value}'",
                    related=[(entry.number, f"'{entry.number.value}'")],
                )
                break


def _rank(entry: ExhibitEntry) -> tuple[int, int]:
    """Return the whole number and the first decimal one, which is 0 where a letter or nothing stands."""
    parts = entry.number.value.replace("(", ".").replace("-", ".").split(".")
    whole = "".join(c for c in parts[0] if c.isdecimal())
    second = parts[1].rstrip(")") if len(parts) > 1 else ""
    return int(whole or 0), int(second) if second.isdecimal() else 0
