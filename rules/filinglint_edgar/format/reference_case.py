"""FMT034."""

from collections.abc import Iterator
from functools import cache
from itertools import islice

from filinglint.facts.html_use import HtmlUse, html_use
from filinglint.facts.mending import references_written
from filinglint.finding import Fix, FixKind, Observation, Severity
from filinglint.rule import Authority, rule
from filinglint.tables.formats import formats

_MOST = 20  # different ones in one document: the rest says nothing new


@rule(
    "FMT034",
    "html-reference-case",
    reads=(html_use,),
    remedy="write the name as the manual has it: &nbsp;, &amp;, &eacute;",
    authority=(
        Authority("HTML 4.01 Specification, section 5.3.2: entity names are case-sensitive"),
        Authority("EDGAR Filer Manual, Volume II, section 5.2.2.6 (character references)", "should"),
    ),
    severity=Severity.INFO,
    fixable="safe",
)
def reference_case(use: HtmlUse) -> Iterator[Observation]:
    """The names of character references are written in the case that the list has them in.

    &Eacute; and &eacute; are two letters, and &NBSP; is none: some programs show it as it is written.
    """
    named = (words for words in use.references if words != "&" and words[1] != "#")
    wrong = (words for words in named if words[1:-1] not in _spellings().get(words[1:-1].lower(), (words[1:-1],)))
    for words in islice(wrong, _MOST):
        names = _spellings()[words[1:-1].lower()]
        seen = use.seen(words)
        often = "" if seen.count == 1 else f", {seen.count} times"
        # Capitals throughout are read as small letters; of anything else browsers make nothing.
        kind: FixKind = "safe" if words[1:-1].isupper() else "unsafe"
        edits = references_written(use, {words: f"&{names[0]};"})
        fix = Fix(kind, f"write '&{names[0]};'", edits)
        yield Observation(
            seen.first,
            f"'{words}' is written in another case than '&{names[0]};'{often}",
            fixes=[fix] if len(names) == 1 else (),
        )


@cache
def _spellings() -> dict[str, list[str]]:
    """Return the names of the list by their small letters."""
    known: dict[str, list[str]] = {}
    for name in formats().references:
        known.setdefault(name.lower(), []).append(name)
    return known
