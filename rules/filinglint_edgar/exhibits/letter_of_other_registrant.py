"""EXH037."""

from collections.abc import Iterator

from filinglint.facts.expert_letters import ExpertLetter, expert_letters
from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.names import same_name
from filinglint.rule import Authority, rule
from filinglint.tables.registrations import STATEMENTS


@rule(
    "EXH037",
    "letter-of-other-registrant",
    reads=(expert_letters, header),
    remedy="have the opinion or consent given for this registrant",
    authority=Authority("Regulation S-K, Item 601(b)(5), (8) and (23) (17 CFR 229.601(b)); Securities Act Rule 439"),
    forms=STATEMENTS,
)
def letter_of_other_registrant(letters: tuple[ExpertLetter, ...], stated: Header) -> Iterator[Observation]:
    """The registration statement of which an opinion or consent speaks is that of the registrant.

    Former names are the same company. Only a name that ends with the form of a company, and follows the words
    "Registration Statement of", is compared.
    """
    names = stated.names + stated.former_names
    for letter in letters:
        named = letter.registrant
        if not isinstance(named, Located) or not names:
            continue
        if all(same_name(named.value, name.value) is False for name in names):
            yield Observation(
                named,
                f"the {letter.kind} speaks of the registration statement of '{named.value}', the registrant is "
                f"'{names[0].value}'",
                related=[(names[0], f"the header says {names[0].value}")],
            )
