"""COV088."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.facts.proxy_cover import ProxyCover, proxy_cover
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule
from filinglint.tables.proxies import ADDITIONAL, DEFINITIVE, PRELIMINARY


@rule(
    "COV088",
    "proxy-box-differs",
    reads=(proxy_cover, header),
    remedy="check the one box for what is filed",
    authority=Authority("Exchange Act Rule 14a-6(m); Schedules 14A and 14C, cover page"),
    forms=PRELIMINARY | DEFINITIVE | ADDITIONAL,
)
def proxy_box_differs(cover: ProxyCover, stated: Header) -> Iterator[Observation]:
    """The box that is checked on the cover of a proxy statement is that of its submission type.

    A preliminary statement is not yet sent to security holders, a definitive one is. A box of the draft stays checked
    beside that of the final one.
    """
    form = stated.form.value.removesuffix("/A")
    preliminary, definitive, additional = cover.boxes
    wrong = (definitive, additional) if form in PRELIMINARY else (preliminary,)
    for box in wrong:
        if isinstance(box.ticked, Located) and box.ticked.value:
            yield Observation(
                box.ticked,
                f"the box for '{box.sentence.value}' is checked, the header says '{stated.form.value}'",
                related=[(stated.form, "the submission type in the header")],
                label="checked",
            )
