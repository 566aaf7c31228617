"""Which disclosures a BCP summary makes, each with the words that show it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from filinglint.facts.sentences import Unit
from filinglint.frozen import dataclass
from filinglint.patterns import pattern
from filinglint.spans import Range
from filinglint_bcp.facts import flaws, mood, names, particulars
from filinglint_bcp.facts.channels import Channel, channels
from filinglint_bcp.facts.definitions import Present, Reading, definitions, judge
from filinglint_bcp.facts.pledges import pledges
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


ELEMENTS = {
    "data_backup": "data back-up and recovery",
    "mission_critical": "mission critical systems",
    "financial_assessment": "financial and operational assessments",
    "customer_comms": "alternate communications with customers",
    "employee_comms": "alternate communications with employees",
    "relocation": "alternate location of employees",
    "counterparties": "critical counterparties, banks and suppliers",
    "regulatory_reporting": "regulatory reporting",
    "regulator_comms": "communications with regulators",
    "access_to_funds": "customers' prompt access to funds and securities",
}
"""The ten elements of a plan under FINRA Rule 4370(c), in the order of the rule, and what they are called."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Whether a text makes a disclosure, and the ranges that show it, or hint at it, in reading order."""

    present: Present
    places: tuple[Range, ...] = ()


@dataclass(frozen=True, slots=True)
class Disclosed:
    """What a text discloses: by id, and what the rules about it need.

    ``words`` are ranges by sort: ``recovery_time``, ``promise``, ``promised_time``, ``placeholder``,
    ``secret``, ``private_number``, ``person``, ``other_site``, ``confidential_mark``,
    ``nasd_rule``, ``former_nasd_rule``,
    ``former_body``, ``proposed_rule``, ``phone``, ``web``, ``email``, ``masked_email``, ``phone_flaw``,
    ``web_flaw``, ``email_flaw``, ``contact_conflict``, ``unitless_time`` and ``hint_…`` of a disclosure.
    """

    by_id: Mapping[str, Shown]
    elements: Mapping[str, bool]
    reaches: frozenset[str]
    words: Mapping[str, tuple[Range, ...]]

    def __getitem__(self, identifier: str) -> Shown:
        return self.by_id[identifier]


def _places(reading: Reading, indices: Sequence[int]) -> tuple[Range, ...]:
    return tuple((reading.units[i].start, reading.units[i].end) for i in indices)


def _of_channels(found: Sequence[Channel], medium: str) -> Shown:
    good = tuple((c.start, c.end) for c in found if c.medium == medium and c.use == "customers")
    if good:
        return Shown("yes", good)
    hinted = tuple((c.start, c.end) for c in found if c.medium == medium)
    return Shown("weak" if hinted else "no", hinted)


def _web(reading: Reading, found: Sequence[Channel]) -> Shown:
    """Judge web addresses, and promises to post news on the firm's own site, which are as good."""
    given = _of_channels(found, "web")
    if given.present == "yes":
        return given
    news = [
        index
        for index, unit in enumerate(reading.units)
        if unit.states
        and reading.found("our_website", index)
        and reading.found("posts_news", index)
        and not reading.found("no_site_news", index)
    ]
    if news:
        return Shown("yes", _places(reading, news))
    named = [i for i, unit in enumerate(reading.units) if unit.states and reading.found("our_website", i)]
    hinted = given.places or _places(reading, named)
    return Shown("weak" if hinted else "no", hinted)


def _scope(reading: Reading) -> tuple[Shown, frozenset[str]]:
    present, indices, reaches = varying_scope(reading)
    return Shown(present, _places(reading, indices)), reaches


def _dated(reading: Reading) -> Shown:
    own, looking_so = particulars.text_dates(reading)
    if own:
        return Shown("yes", tuple(own))
    return Shown("weak" if looking_so else "no", tuple(looking_so))


def _said(reading: Reading, concept: str, *, stated: bool = False, unless: Sequence[str] = ()) -> tuple[Range, ...]:
    """Return where the words of *concept* stand in what the author says; *stated* leaves out what is denied."""
    return tuple(
        (unit.start + start, unit.start + end)
        for index, unit in enumerate(reading.units)
        if unit.kind not in ("chrome", "contents") and not any(reading.found(name, index) for name in unless)
        for start, end in reading.found(concept, index)
        if not stated or mood.states(unit.text, start)
    )


def _other_sites(reading: Reading) -> tuple[Range, ...]:
    found = []
    for start, end in particulars.street_addresses(reading.text):
        index = reading.unit_at(start)
        if index is not None and _is_other_site(reading, index, start):
            found.append((start, end))
    return tuple(found)


def _is_other_site(reading: Reading, index: int, address: int) -> bool:
    """Tell whether the *address* in unit *index* is that of another place, not of the one which may be lost."""
    unit = reading.units[index]
    at = address - unit.start
    if mood.conditional(unit.text, at) or _LOST.search(unit.text, at, at + _LABELLED):
        return False
    if any(reading.found(name, index) or reading.headed(name, index) for name in ("other_place", "quiet_place")):
        return True
    return any(end <= at <= end + _LABELLED for _, end in reading.found("back_up_label", index))


def _words(reading: Reading, found: Sequence[Channel], persons: tuple[Range, ...]) -> dict[str, tuple[Range, ...]]:
    def channel(medium: str, use: str) -> tuple[Range, ...]:
        return tuple((c.start, c.end) for c in found if c.medium == medium and c.use == use and not c.masked)

    old = _said(reading, "nasd_rule")
    former = tuple(place for place in old if particulars.called_former(reading.text, place))
    return {
        "recovery_time": _said(reading, "recovery_time"),
        "promise": (
            *_said(reading, "pledge", stated=True, unless=("no_promise",)),
            *_said(reading, "constant_pledge", stated=True, unless=("no_promise", "goal_words")),
        ),
        "promised_time": _said(reading, "pledged_time", stated=True, unless=("goal_words",)),
        "placeholder": tuple(particulars.placeholders(reading.text)),
        "secret": tuple(particulars.secrets(reading.text)),
        "private_number": channel("phone", "person"),
        "person": tuple(place for place in persons if place not in channel("phone", "person")),
        "other_site": _other_sites(reading),
        "confidential_mark": _said(reading, "confidential_mark", unless=("plan_kept_back", "others_secrets"))
        or tuple(place for place in _marks_in_contents(reading)),
        "nasd_rule": tuple(place for place in (*old, *_said(reading, "nyse_rule")) if place not in former),
        "former_nasd_rule": (*former, *_said(reading, "nasd_notice")),
        "former_body": _said(reading, "former_body"),
        "proposed_rule": _said(reading, "proposed_rule"),
        "phone": channel("phone", "customers"),
        "web": channel("web", "customers"),
        "email": channel("email", "customers"),
        "masked_email": tuple((c.start, c.end) for c in found if c.masked),
        "phone_flaw": tuple(sorted(flaws.phone_flaws(reading.text, found))),
        "web_flaw": tuple(flaws.web_flaws(reading.text)),
        "email_flaw": tuple(flaws.mail_flaws(reading.text)),
        "contact_conflict": tuple(sorted(flaws.conflicts(reading, found))),
        "unitless_time": tuple(flaws.unitless_times(reading.text)),
    }


def _marks_in_contents(reading: Reading) -> tuple[Range, ...]:
    return tuple(
        (unit.start + start, unit.start + end)
        for index, unit in enumerate(reading.units)
        if unit.kind == "contents"
        for start, end in reading.found("confidential_mark", index)
    )


def _of_this_text(reading: Reading, found: tuple[Channel, ...]) -> tuple[Channel, ...]:
    """Set aside what stands before the first word on continuity, on a page that begins with something else."""
    shown = [i for i, unit in enumerate(reading.units) if unit.kind != "chrome"]
    first = next((place for place, i in enumerate(shown) if reading.found("opens_topic", i)), 0)
    first = next((place for place, i in enumerate(shown[:first]) if reading.found("supposes_trouble", i)), first)
    if first < _MIXED:
        return found
    begin = reading.units[shown[first]].start
    return tuple(replace(c, use="other") if c.start < begin and c.use == "customers" else c for c in found)


def _second_numbers(text: str, numbers: Sequence[Range]) -> list[Range]:
    """Return the ranges of the telephone numbers that differ from the first of the text."""
    digits = ["".join(c for c in text[start:end] if c.isdigit())[-10:] for start, end in numbers]
    return [place for place, number in zip(numbers, digits, strict=True) if number != digits[0]]


@dataclass(frozen=True, slots=True)
class Read:
    """A text as read: its units and concepts, its channels, and the persons it tells to reach."""

    reading: Reading
    channels: tuple[Channel, ...]
    persons: tuple[Range, ...]


def read(text: str, units: Sequence[Unit]) -> Read:
    """Return *text*, whose units are *units*, with what no list of words can tell marked in it."""
    reading = Reading(text, units)
    found = channels(text)
    persons = tuple(names.persons_reached(text, found))
    found = tuple(replace(c, use="person") if (c.start, c.end) in persons else c for c in found)
    found = _of_this_text(reading, found)
    numbers = [(c.start, c.end) for c in found if c.medium == "phone" and c.use == "customers"]
    reading.mark("telephone_number", numbers)
    reading.mark("second_number", _second_numbers(text, numbers))
    reading.mark("web_address", [(c.start, c.end) for c in found if c.medium == "web"])
    reading.mark("mail_address", [(c.start, c.end) for c in found if c.medium == "email"])
    reading.mark("to_named_place", names.named_places(text))
    reading.mark("other_firm", names.other_firms(reading))
    reading.mark("pledge", pledges(reading, "promises", "pledge"))
    reading.mark("aimed_pledge", pledges(reading, "promises", "aim"))
    reading.mark("constant_pledge", pledges(reading, "constant_promises", "pledge"))
    reading.mark("pledged_time", pledges(reading, "promised_time", "pledge"))
    return Read(reading, found, persons)


def disclosed(text: str, units: Sequence[Unit]) -> Disclosed:
    """Return what *text*, whose units are *units*, discloses."""
    prepared = read(text, units)
    reading, found, persons = prepared.reading, prepared.channels, prepared.persons
    known = definitions()
    by_id: dict[str, Shown] = {}
    for name in (*IDS, *(set(ELEMENTS) - set(IDS))):
        present, indices = judge(reading, known[name])
        by_id[name] = Shown(present, _places(reading, indices))
    scope, reaches = _scope(reading)
    words = _words(reading, found, persons)
    leaked = sorted({place for sort in _INTERNAL for place in words[sort]})
    by_id |= {
        "contact_phone": _of_channels(found, "phone"),
        "contact_email": _of_channels(found, "email"),
        "contact_web": _web(reading, found),
        "varying_scope_scenarios": scope,
        "effective_date": _dated(reading),
        "placeholder_left": Shown("yes" if words["placeholder"] else "no", words["placeholder"]),
        "internal_details": Shown("yes" if leaked else "no", tuple(leaked)),
    }
    elements = {name: by_id[name].present == "yes" for name in ELEMENTS}
    return Disclosed({name: by_id[name] for name in IDS}, elements, reaches, words)


# A page on which continuity comes so many units after its beginning is about several things.
_MIXED = 5
# An address of which this is said is that of the place itself.
_LOST = pattern(
    r"\b(?:is|was|are|were|becomes?) (?:closed|shut|lost|destroyed|inaccessible|unusable|unavailable|sealed)\b"
)
# What an address is stands so many characters before it at most: "Fallback: 2 Elm Street".
_LABELLED = 80
_INTERNAL = ("secret", "private_number", "person", "other_site", "confidential_mark")
