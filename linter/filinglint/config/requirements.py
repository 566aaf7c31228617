"""What a plugin must be: ``acme-filinglint>=1.2,<2``, the name of a distribution and the versions that will do.

Of PEP 440 release numbers are compared; a pre-release counts as its release.
"""

from __future__ import annotations

from itertools import zip_longest

from filinglint.errors import PackError
from filinglint.patterns import pattern

_REQUIREMENT = pattern(r"\s*([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*([<>=!~][^;]*)?")
_CLAUSE = pattern(r"\s*(==|!=|>=|<=|~=|>|<)\s*v?(\d+(?:\.\d+)*)(\.\*)?\s*")
_RELEASE = pattern(r"v?(?:\d+!)?(\d+(?:\.\d+)*)")


def distribution_of(requirement: str) -> str | None:
    """Return the distribution that *requirement* names; None when it cannot be read."""
    found = _REQUIREMENT.fullmatch(requirement)
    if found is None or not all(_CLAUSE.fullmatch(clause) for clause in _clauses(found[2])):
        return None
    return found[1]


def installed(requirement: str) -> str:
    """Return the distribution that *requirement*, which can be read, names.

    Raises PackError when it is not installed, or in another version.
    """
    from importlib.metadata import PackageNotFoundError, version  # slow to load, for plugins only

    found = _REQUIREMENT.fullmatch(requirement)
    assert found is not None, "the configuration is verified"
    try:
        have = version(found[1])
    except PackageNotFoundError as error:
        raise PackError(found[1], "is not installed; install it, or take it out of 'plugins'") from error
    if not all(_holds(have, clause) for clause in _clauses(found[2])):
        raise PackError(found[1], f"is installed in version {have}; 'plugins' asks for {requirement.strip()}")
    return found[1]


def _clauses(words: str | None) -> list[str]:
    return [clause for clause in (words or "").split(",") if clause.strip()]


def _holds(have: str, clause: str) -> bool:
    found, release = _CLAUSE.fullmatch(clause), _RELEASE.match(have)
    assert found is not None, "the configuration is verified"
    if release is None:
        return False
    operator, wanted = found[1], _numbers(found[2])
    mine = _numbers(release[1])
    if found[3] or operator == "~=":
        prefix = wanted if found[3] else wanted[:-1] or wanted
        inside = mine[: len(prefix)] == prefix
        return inside is (operator != "!=") and (operator != "~=" or mine >= wanted)
    pairs = list(zip_longest(mine, wanted, fillvalue=0))
    left, right = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    order = (left > right) - (left < right)
    return {"==": order == 0, "!=": order != 0, ">=": order >= 0, "<=": order <= 0, ">": order > 0, "<": order < 0}[
        operator
    ]


def _numbers(words: str) -> list[int]:
    return [int(number) for number in words.split(".")]
