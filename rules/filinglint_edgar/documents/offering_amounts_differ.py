"""DOC038."""

from collections.abc import Iterator

from filinglint.facts.form_data import FormData, form_data
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule


@rule(
    "DOC038",
    "offering-amounts-differ",
    reads=(form_data,),
    remedy="correct the amounts: what was sold and what remains come to what is offered",
    authority=Authority("Form D, item 13: offering and sales amounts"),
    forms=frozenset(("D",)),
)
def offering_amounts_differ(form: FormData) -> Iterator[Observation]:
    """The amounts sold and remaining of an offering on Form D come to the amount offered.

    An indefinite amount is not compared.
    """
    offered, sold, remaining = form.offered, form.sold, form.remaining
    if isinstance(offered, Located) and isinstance(sold, Located) and isinstance(remaining, Located):
        come_to = sold.value + remaining.value
        if come_to != offered.value:
            yield Observation(
                offered,
                f"${offered.value} are offered; ${sold.value} sold and ${remaining.value} remaining are ${come_to}",
                related=[(sold, "the amount sold"), (remaining, "the amount remaining")],
            )
