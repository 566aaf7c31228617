"""What somebody may have meant who wrote a name that is none."""

from __future__ import annotations

from collections.abc import Iterable


def closest(name: str, known: Iterable[str], least: float = 0.6) -> str:
    """Return which of *known* is most like *name*; "" where none is so by *least*, of which 1 is the same."""
    from difflib import get_close_matches  # slow to load, and wanted for what is wrong alone

    return next(iter(get_close_matches(name, list(known), 1, least)), "")


def near(name: str, known: Iterable[object]) -> str:
    """Return a hint at the nearest of *known*, in whatever case, or at all of them; a schema may list numbers."""
    names = list(map(str, known))
    found = closest(name, names, 0.5) or closest(name.lower(), names, 0.5)
    return f"did you mean '{found}'?" if found else f"it is one of {', '.join(names)}"
