"""INT015."""

from collections.abc import Iterator

from filinglint.facts.citations import Citations, citations
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "INT015",
    "rule-and-section-differ",
    reads=(citations,),
    remedy="cite the rule and the section of one number",
    authority=Authority("17 CFR parts 230 and 240; Form 8-K, cover page", "should"),
    severity=Severity.INFO,
)
def rule_and_section_differ(cited: Citations) -> Iterator[Observation]:
    """A rule and the section of the Code of Federal Regulations beside it are the same.

    Rule 14a-12 under the Exchange Act is 17 CFR 240.14a-12, Rule 425 under the Securities Act 17 CFR 230.425.
    """
    for named, section in cited.crossed:
        yield Observation(
            named,
            f"'{named.value}' is not section {section.value}",
            related=[(section, "the section cited")],
        )
