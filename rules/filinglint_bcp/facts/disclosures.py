"""Which disclosures a BCP summary makes, each with the words that show it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from filinglint.facts.sentences import Unit
from filinglint_bcp.facts import particulars
from filinglint_bcp.facts.channels import Channel, channels
from filinglint_bcp.facts.definitions import Present, Range, Reading, definitions, judge
from filinglint_bcp.facts.reach import varying_scope

IDS = (
    "rto_caveat",
    "contact_phone",
    "contact_web",
    "contact_email",
    "contact_alternate",
    "varying_scope_scenarios",
    "relocation",
    "continue_business_statement",
    "access_to_funds",
    "subject_to_change",
    "summary_only",
    "written_copy",
    "update_posted",
    "data_backup",
    "mission_critical",
    "placeholder_left",
    "guarantee_language",
    "recovery_time_stated",
    "effective_date",
    "outdated_nasd_reference",
    "general_caveat",
    "review_frequency",
    "internal_details",
)
"""The ids of all disclosures, in the order of reports."""


@dataclass(frozen=True, slots=True)
class Disclosure:
    """Whether a text makes a disclosure, and the ranges that show it, or hint at it, in reading order."""

    present: Present
    places: tuple[Range, ...] = ()


@dataclass(frozen=True, slots=True)
class Disclosed:
    """What a text discloses: by id, and the particulars that the rules about them need."""

    by_id: Mapping[str, Disclosure]
    channels: tuple[Channel, ...] = ()
    reaches: frozenset[str] = field(default_factory=frozenset)

    def __getitem__(self, identifier: str) -> Disclosure:
        return self.by_id[identifier]


def _places(reading: Reading, indices: Sequence[int]) -> tuple[Range, ...]:
    return tuple((reading.units[i].start, reading.units[i].end) for i in indices)


def _of_channels(found: Sequence[Channel], medium: str, weak: tuple[Range, ...]) -> Disclosure:
    good = tuple((c.start, c.end) for c in found if c.medium == medium and c.use == "customers")
    if good:
        return Disclosure("yes", good)
    hinted = tuple((c.start, c.end) for c in found if c.medium == medium) or weak
    return Disclosure("weak" if hinted else "no", hinted)


def _site_news(reading: Reading) -> tuple[Range, ...]:
    """Return the ranges of promises to post news on the firm's own site."""
    return _places(
        reading,
        [
            index
            for index, unit in enumerate(reading.units)
            if unit.states
            and reading.found("our_website", index)
            and reading.found("posts_news", index)
            and not reading.found("no_site_news", index)
        ],
    )


def _named(reading: Reading, words: str) -> tuple[Range, ...]:
    return _places(reading, [i for i, unit in enumerate(reading.units) if unit.states and reading.found(words, i)])


def _internal(reading: Reading, found: Sequence[Channel]) -> Disclosure:
    plain: list[Range] = list(particulars.secrets(reading.text))
    plain += [(c.start, c.end) for c in found if c.use == "person"]
    plain += _places(reading, [i for i in range(len(reading.units)) if reading.found("confidential_mark", i)])
    for start, end in particulars.street_addresses(reading.text):
        index = reading.unit_at(start)
        if index is not None and reading.found("other_place", index):
            plain.append((start, end))
    return Disclosure("yes" if plain else "no", tuple(sorted(plain)))


def disclosed(text: str, units: Sequence[Unit]) -> Disclosed:
    """Return what *text*, whose units are *units*, discloses."""
    reading = Reading(text, units)
    found = channels(text)
    reading.mark("telephone_number", [(c.start, c.end) for c in found if c.medium == "phone" and c.use == "customers"])
    by_id = {name: Disclosure("no") for name in IDS}
    for name, definition in definitions().items():
        present, indices = judge(reading, definition)
        by_id[name] = Disclosure(present, _places(reading, indices))
    by_id["contact_phone"] = _of_channels(found, "phone", ())
    by_id["contact_email"] = _of_channels(found, "email", ())
    news = _site_news(reading)
    web = _of_channels(found, "web", _named(reading, "our_website"))
    by_id["contact_web"] = Disclosure("yes", news) if web.present != "yes" and news else web
    present, indices, reaches = varying_scope(reading)
    by_id["varying_scope_scenarios"] = Disclosure(present, _places(reading, indices))
    own, looking_so = particulars.text_dates(reading)
    by_id["effective_date"] = (
        Disclosure("yes", tuple(own)) if own else Disclosure("weak" if looking_so else "no", tuple(looking_so))
    )
    blanks = particulars.placeholders(text)
    by_id["placeholder_left"] = Disclosure("yes" if blanks else "no", tuple(blanks))
    by_id["internal_details"] = _internal(reading, found)
    return Disclosed(by_id, found, reaches)
