"""INT024."""

from collections.abc import Iterator

from filinglint.facts.page_numbers import PageBeyond, page_numbers
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "INT024",
    "page-beyond-last",
    reads=(page_numbers,),
    remedy="count the pages anew",
    authority=Authority(
        "Securities Exchange Act of 1934, Rule 12b-11 (17 CFR 240.12b-11), and Securities Act of 1933, Rule 403"
        " (17 CFR 230.403): numbering of pages",
        "guidance",
    ),
    severity=Severity.INFO,
)
def page_beyond_last(pages: tuple[PageBeyond, ...]) -> Iterator[Observation]:
    """The number of a page is no greater than that of all pages.

    Pages were added and not counted, or the foot of another document's page was left.
    """
    for each in pages[:1]:
        others = "" if len(pages) == 1 else f", and {len(pages) - 1} more"
        yield Observation(each.page, f"page '{each.page.value}' is one of '{each.last.value}' pages{others}")
