"""HDR030."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.finding import Observation, Severity
from filinglint.located import Located
from filinglint.rule import Authority, rule


@rule(
    "HDR030",
    "header-former-name-same",
    reads=(header,),
    remedy="look up the former names in the filer's EDGAR company data",
    authority=Authority(
        "EDGAR Public Dissemination Service, technical specification: FORMER-CONFORMED-NAME", "guidance"
    ),
    severity=Severity.INFO,
)
def former_name_same(stated: Header) -> Iterator[Observation]:
    """The name that a party gave up last differs from its present one.

    An older name may have been taken back. The latest can only be the same when the change was entered twice.
    """
    for party in stated.parties:
        dated = [each for each in party.former_names if isinstance(each.changed, Located)]
        newest = max(dated, key=lambda each: each.changed.value, default=None)
        if newest and isinstance(newest.name, Located) and newest.name.value == party.name.value:
            yield Observation(
                newest.name,
                f"the latest former name '{newest.name.value}' is the present name",
                related=[(party.name, "the present name")],
            )
