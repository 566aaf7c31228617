"""COV076."""

from collections.abc import Iterator

from filinglint.facts.act_named import ActNamed, act_named
from filinglint.finding import Observation
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint.tables.registrations import STATEMENTS


@rule(
    "COV076",
    "cover-act-differs",
    reads=(act_named,),
    remedy="name the Act as the form does",
    authority=Authority("Forms 8-K, 10-K, 10-Q, S-1 and S-3, cover page"),
    forms=EIGHT_K | TEN_K | TEN_Q | STATEMENTS | {"20-F"},
)
def act_differs(said: ActNamed) -> Iterator[Observation]:
    """The cover names the Act under which the form is filed.

    A report is filed pursuant to Section 13 or 15(d) of the Securities Exchange Act of 1934, a registration statement
    under the Securities Act of 1933. The other Act, or a wrong year, comes with the cover of another form.
    """
    year, act = (1933, "Securities Act of 1933") if said.registers else (1934, "Securities Exchange Act of 1934")
    misdated = ("exchange" in said.name.value.lower()) is not (said.year.value == 1934)  # INT014 says so
    if said.year.value != year and not misdated:
        what = "a registration statement is filed under" if said.registers else "Section 15(d) is one of"
        yield Observation(said.name, f"the cover names the '{said.name.value}', {what} the {act}")
