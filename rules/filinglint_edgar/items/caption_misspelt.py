"""ITM027."""

from collections.abc import Iterator
from functools import lru_cache

from filinglint.facts.header import Header, header
from filinglint.facts.items import Items, items
from filinglint.finding import Observation
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule
from filinglint.tables.rows import misspelt, plain_words
from filinglint_edgar.items.wording import official_captions, past_captions


@rule(
    "ITM027",
    "item-caption-misspelt",
    reads=(header, items),
    remedy="correct the word",
    authority=Authority("Exchange Act Rule 12b-13 (17 CFR 240.12b-13): numbers and captions of all items are included"),
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def caption_misspelt(stated: Header, body: Items) -> Iterator[Observation]:
    """The words of an item's caption are spelt as the form spells them.

    A caption that has all words of the form but one, and that one with a letter changed or two exchanged, is misspelt;
    programs that look for the caption do not find it. Other wordings are ITM008.
    """
    form, filed = stated.form.value.upper(), stated.filed.value
    for heading, key, written in body.captioned():
        said = _words(written.value)
        known = (
            *official_captions(form, key, filed, heading.part_key),
            *past_captions(form, key, filed, heading.part_key),
        )
        for caption in known:
            apart = [(one, other) for one, other in zip(said, _words(caption), strict=False) if one != other]
            if len(apart) == 1 and misspelt(*apart[0]):
                one, other = apart[0]
                yield Observation(written, f"the caption of Item {key} has '{one}' for '{other}'")
                break


@lru_cache(1024)
def _words(caption: str) -> tuple[str, ...]:
    return tuple(plain_words(caption.replace("\u2019", "")).split())
