"""EXH036."""

from collections.abc import Iterator

from filinglint.facts.expert_letters import ExpertLetter, expert_letters
from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule
from filinglint.tables.registrations import STATEMENTS


@rule(
    "EXH036",
    "letter-of-other-form",
    reads=(expert_letters, header),
    remedy="have the opinion or consent given for this registration statement",
    authority=Authority("Regulation S-K, Item 601(b)(5), (8) and (23) (17 CFR 229.601(b)); Securities Act Rule 439"),
    forms=STATEMENTS,
)
def letter_of_other_form(letters: tuple[ExpertLetter, ...], stated: Header) -> Iterator[Observation]:
    """An opinion or consent attached to a registration statement is given for that statement.

    The form that it names first is compared. One that names another form was written for the last statement. Several
    registrants may file on two forms together; they are not looked at.
    """
    if len(stated.registrants) != 1:
        return
    own = stated.form.value.split("/")[0].removesuffix("ASR").rstrip("D")
    for letter in letters:
        form = letter.form
        if isinstance(form, Located) and form.value.upper() != own:
            yield Observation(
                form,
                f"the {letter.kind} speaks of a registration statement on Form {form.value}, this one is on Form {own}",
                related=[(stated.form, f"the header says {stated.form.value}")],
            )
