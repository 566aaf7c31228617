"""INT014."""

from collections.abc import Iterator

from filinglint.facts.citations import Citations, citations
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "INT014",
    "act-misdated",
    reads=(citations,),
    remedy="write the name of the Act with its year",
    authority=Authority("Securities Act of 1933, section 1; Securities Exchange Act of 1934, section 1", "should"),
    severity=Severity.INFO,
)
def act_misdated(cited: Citations) -> Iterator[Observation]:
    """An Act is cited with the year of its name.

    There is a Securities Act of 1933 and a Securities Exchange Act of 1934: a word was lost, or two figures exchanged.
    """
    for words, year in cited.misdated:
        yield Observation(words, f"there is no '{words.value}', the Act of that name is of {year}")
