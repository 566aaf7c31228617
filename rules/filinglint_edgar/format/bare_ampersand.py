"""FMT020."""

from collections.abc import Iterator

from filinglint.facts.html_use import HtmlUse, html_use
from filinglint.facts.mending import ampersands_written
from filinglint.finding import Confidence, Fix, Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "FMT020",
    "html-bare-ampersand",
    reads=(html_use,),
    remedy="write &amp;",
    authority=Authority("HTML 4.01 Specification, section 5.3.2: the ampersand", "should"),
    severity=Severity.INFO,
    confidence=Confidence.LOW,
    fixable="safe",
)
def bare_ampersand(use: HtmlUse) -> Iterator[Observation]:
    """An ampersand that begins no character reference is written as a reference itself.

    Browsers show it as it is; a letter and a semicolon after it would change it.
    """
    if "&" in use.references:
        seen = use.seen("&")
        times = "once" if seen.count == 1 else f"{seen.count} times"
        yield Observation(
            seen.first,
            f"a bare ampersand is used {times}",
            fixes=[
                Fix("safe", "write each as &amp;, and end references that were begun", ampersands_written(use.rendered))
            ],
        )
