"""ITM014."""

from collections.abc import Iterator
from datetime import date

from filinglint.documents.submission import Submission
from filinglint.facts.exhibits import Exhibits, exhibits
from filinglint.facts.extractor import submission
from filinglint.facts.header import Header, header
from filinglint.facts.rewording import reworded_in
from filinglint.finding import Fix, Observation, Severity
from filinglint.located import Located
from filinglint.rule import EIGHT_K, Authority, rule


@rule(
    "ITM014",
    "exhibits-paragraph-letter",
    reads=(header, exhibits, submission),
    remedy="list the exhibits under paragraph (d)",
    authority=Authority("Form 8-K, Item 9.01(d); Release 33-8587", effective_from=date(2006, 3, 1)),
    severity=Severity.INFO,
    forms=EIGHT_K,
    fixable="unsafe",
)
def exhibits_paragraph(stated: Header, lists: Exhibits, filing: Submission) -> Iterator[Observation]:
    """The exhibits of a current report are listed under paragraph (d) of Item 9.01.

    Paragraph (c) held the exhibits until the rules on shell companies of August 2005 took it for their transactions;
    templates kept it for years.
    """
    for found in lists.lists:
        if found.place == "item" and isinstance(found.letter, Located) and found.letter.value.lower() != "d":
            letter = found.letter.value.lower()
            right = "D" if found.letter.value.isupper() else "d"
            yield Observation(
                found.letter,
                f"the exhibits are listed under paragraph ({letter}) of Item 9.01, since 2005-08-22 they are under (d)",
                related=[(stated.filed, f"filed on {stated.filed.value.isoformat()}")],
                fixes=[Fix("unsafe", "write (d)", reworded_in(filing, found.letter.span, right))],
            )
