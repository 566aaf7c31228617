"""FMT019."""

from collections.abc import Iterator

from filinglint.facts.html_use import HtmlUse, html_use
from filinglint.facts.mending import by_number, references_written
from filinglint.finding import Fix, Observation, Severity
from filinglint.rule import Authority, rule


def _code(reference: str) -> int:
    digits = reference[2:].rstrip(";")
    return int(digits) if reference[:2] == "&#" and digits.isdecimal() else -1


@rule(
    "FMT019",
    "html-windows-reference",
    reads=(html_use,),
    remedy="write the Unicode number: &#8220; for &#147;, &#8217; for &#146;",
    authority=Authority(
        "HTML 4.01 Specification, section 5.3: character references of the document character set", "should"
    ),
    severity=Severity.INFO,
    fixable="safe",
)
def windows_reference(use: HtmlUse) -> Iterator[Observation]:
    """Numeric character references mean characters of Unicode.

    The numbers 128 to 159 are control characters there; they were meant as characters of Windows. Browsers guess
    right, readers of data lose the quotation marks and dashes. Common until about 2012.
    """
    found = {words: count for words, count in use.references.items() if _code(words) in range(128, 160)}
    if found:
        words = next(iter(found))
        total = sum(found.values())
        times = "once" if total == 1 else f"{total} times"
        edits = references_written(use, {each: by_number(each) for each in found})
        yield Observation(
            use.seen(words).first,
            f"references to control characters are used {times}, first '{words}'",
            fixes=[Fix("safe", "write the characters by their numbers in Unicode", edits)],
        )
