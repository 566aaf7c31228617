"""COV066."""

from collections.abc import Callable, Iterator

from filinglint.addresses import normal_ein, same_ein, same_state
from filinglint.facts.cover import CoverPage, cover_page
from filinglint.facts.header import Header, Party, header
from filinglint.finding import Observation
from filinglint.located import Leaf, Located
from filinglint.names import same_name
from filinglint.rule import Authority, rule
from filinglint.tables.registrations import STATEMENTS

Said = tuple[str, Leaf[str], list[Leaf[str]], Callable[[str, str], bool | None]]


@rule(
    "COV066",
    "registration-registrant-differs",
    reads=(cover_page, header),
    remedy="correct the facing page, or the company's data on EDGAR",
    authority=Authority("Form S-1 and Form S-3, facing page: name, state of incorporation and employer number"),
    forms=STATEMENTS,
)
def registration_registrant_differs(cover: CoverPage, stated: Header) -> Iterator[Observation]:
    """The registrant on the facing page of a registration statement is the registrant of the header.

    Its name, its state of incorporation and its employer number are compared. A former name is the same company, and
    a number of zeros was never told to EDGAR. Where several register together, one may file under a form of its own:
    such statements are not looked at.
    """
    if len(stated.registrants) != 1 or len(cover.registrants) != 1:
        return
    for what, ours, theirs, same in _pairs(cover, stated.registrants[0]):
        known = [leaf for leaf in theirs if isinstance(leaf, Located)]
        if not isinstance(ours, Located) or not known:
            continue
        if all(same(ours.value, other.value) is False for other in known):
            yield Observation(
                ours,
                f"the facing page gives the {what} '{ours.value}', the header '{known[0].value}'",
                related=[(known[0], f"the header says {known[0].value}")],
            )


def _pairs(cover: CoverPage, party: Party) -> Iterator[Said]:
    yield "name", cover.registrant_name, [party.name, *(former.name for former in party.former_names)], same_name
    yield "state of incorporation", cover.state_of_incorporation, [party.state_of_incorporation], same_state
    told = isinstance(party.ein, Located) and party.ein.value.strip("0- ")
    ein = cover.ein
    if told and isinstance(ein, Located) and normal_ein(ein.value) is not None:
        yield "employer number", ein, [party.ein], same_ein
