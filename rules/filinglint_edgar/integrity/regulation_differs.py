"""INT018."""

from collections.abc import Iterator

from filinglint.facts.citations import Citations, citations
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "INT018",
    "regulation-differs",
    reads=(citations,),
    remedy="cite the regulation that has the item or the rule",
    authority=Authority("17 CFR parts 210 (Regulation S-X) and 229 (Regulation S-K)", "should"),
    severity=Severity.INFO,
)
def regulation_differs(cited: Citations) -> Iterator[Observation]:
    """An item is cited as of Regulation S-K, a rule on financial statements as of Regulation S-X.

    There is no Item 404 of Regulation S-X: a letter was mistyped, or the reference was changed by half.
    """
    for words, regulation in cited.misplaced:
        yield Observation(words, f"there is no '{words.value}', it is of {regulation}")
