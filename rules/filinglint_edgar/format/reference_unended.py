"""FMT037."""

from collections.abc import Iterator

from filinglint.facts.html_use import HtmlUse, html_use
from filinglint.facts.mending import references_ended
from filinglint.finding import Fix, Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "FMT037",
    "html-reference-unended",
    reads=(html_use,),
    remedy="write the semicolon: &#8217; for &#8217",
    authority=Authority("HTML 4.01 Specification, section 5.3: character references", "should"),
    severity=Severity.INFO,
    fixable="unsafe",
)
def reference_unended(use: HtmlUse) -> Iterator[Observation]:
    """A character reference ends with a semicolon.

    Without it a digit or letter behind belongs to the reference, a name is shown as it is written, and an inline
    XBRL document is not well formed.
    """
    if use.begun:
        words, total = next(iter(use.begun)), sum(use.begun.values())
        times = "once" if total == 1 else f"{total} times"
        yield Observation(
            use.seen(words).first,
            f"character references have no semicolon {times}, first '{words}'",
            fixes=[Fix("unsafe", "write the semicolons", references_ended(use.rendered))],
        )
