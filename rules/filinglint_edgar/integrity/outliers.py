"""Which places of several describe a thing otherwise than most do."""

from collections import Counter
from collections.abc import Iterator

from filinglint.facts.common_stock import Described


def outliers(places: tuple[Described, ...]) -> Iterator[tuple[Described, Described]]:
    """Yield each place whose value is not the usual one of its kind, with the first that has this.

    The usual one is the one most often given, or the first of those given as often.
    """
    for kind in dict.fromkeys(place.of for place in places):
        own = [place for place in places if place.of == kind]
        value, _ = Counter(place.value for place in own).most_common(1)[0]
        usual = next(place for place in own if place.value == value)
        yield from ((place, usual) for place in own if place.value != value)
