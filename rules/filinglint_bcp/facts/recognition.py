"""Whether a text is a firm's own continuity summary for its customers, or only speaks of continuity."""

from __future__ import annotations

import re
from functools import cached_property

from filinglint.facts.language import ENGLISH, UNKNOWN, language_of, words_of
from filinglint.facts.sentences import Unit, fold
from filinglint.frozen import dataclass
from filinglint.patterns import pattern
from filinglint.spans import Range
from filinglint_bcp.facts.definitions import definitions, judge
from filinglint_bcp.facts.disclosures import Read, read
from filinglint_bcp.facts.particulars import placeholders
from filinglint_bcp.facts.reach import varying_scope


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a text was taken for, why, and the ranges of the words that decided.

    ``language`` is the code of the text's language (``filinglint.facts.language``). ``full_plan`` is whether it
    reads as the plan itself rather than a summary of it.
    """

    is_summary: bool
    reason: str
    decided_by: tuple[Range, ...] = ()
    language: str = ENGLISH
    full_plan: bool = False


# Nothing about continuity is said without one of these: the cheap test before any reading.
_HINT = pattern(
    r"continuity|contingency plan|disaster[- ]recovery|business disruption|recovery[- ]time|resilien|\bbcp\b"
    r"|\bsbd\b|\brto\b"
    r"|rule (?:4370|3510)|continuid|continuit|notfallplan|betriebsfortf|disaster|emergenc|disrupt|interrupt|outage"
    r"|catastroph|calamit|storm|flood|trouble|foresee|what if|happens (?:to|if|when)|power (?:cut|loss|failure)",
    re.IGNORECASE,
)
# A fifth of any English text are such words; of texts in other languages hardly one in twenty.
_ENGLISH = frozenset(
    "the of and to in for is that with our we are on by not this a an be at as or if may will can has have from it its "
    "all any you your us their which".split()
)
_LEAST_SHARE, _LEAST_WORDS = 0.1, 30
_LANGUAGE_SHOWS = 6_000  # code points
_TITLES = {
    "es": r"continuidad de(?:l)? (?:los )?negocios?|plan(?:es)? de (?:continuidad|contingencia)|continuidad operativa",
    "fr": r"continuité (?:d'|de l'|des )activités?|plan de (?:continuité|secours|reprise)",
    "de": r"notfallplan|geschäftskontinuität|betriebsfortführung|business[- ]continuity",
    "pt": r"continuidade (?:de|dos|do) negócios?|plano de (?:continuidade|contingência)",
    "it": r"continuità (?:operativa|aziendale)|piano di (?:continuità|emergenza)",
}
_CORE = (
    "contact_alternate",
    "relocation",
    "continue_business_statement",
    "access_to_funds",
    "recovery_time_stated",
    "rto_caveat",
)
_LONGEST_TITLE = 160  # characters
# Statements in a notice that names no firm and says no "we".
_SHORT = 12
# So many disclosures under a title on continuity tell a summary that hardly names the firm.
_TELLING = 5
# A plan named among so many first statements is what a text is about that makes so many of those disclosures.
_EARLY, _MUCH = 5, 4
# One of these words leaves a text that discloses nothing in doubt.
_AGAINST = ("article_words", "sales_words", "manual_words", "contract_words", "template_words", "pandemic")
_PARTS = (
    "regulatory_reporting",
    "counterparties",
    "critical_systems",
    "financial_assessment",
    "emergency_contacts",
    "yearly_review",
    "data_part",
)
"""Concepts that head the parts of a plan; a summary names most of them in one list."""
_OTHER_SORTS = {
    "job_words": "an advertisement for a job",
    "audit_words": "a report of auditors",
    "tender_words": "a request for proposals",
    "course_words": "a course or what prepares for an examination",
    "patient_words": "the page of another sort of house",
    "it_words": "a notice to users of computers",
    "insurer_words": "an offer of insurance",
    "press_words": "a press release",
    "event_words": "an invitation or a programme",
    "governance_words": "a report of a company to its owners",
}
"""Concepts of which two units are enough to tell another sort of text."""
_UPKEEP = (
    "data_backup",
    "mission_critical",
    "summary_only",
    "subject_to_change",
    "written_copy",
    "update_posted",
    "review_frequency",
    "general_caveat",
)
_NAMED = pattern(
    r"\b(?!(?:FINRA|NASD|NFA|SEC|CFTC|NYSE|The|This|That|These|Those|It|Each|Every|All|Any|If|Firms|Members"
    r"|Rules?|Regulators"
    r"|Advisers|Advisors|Brokers|Companies|Congress|Board|Commission|Plan|Plans|BCP|Some|Many|Most|They|You"
    r"|One|There|Who"
    r"|Customers|Clients|Management|Banks|Industry|Registrants|Systems)\b)"
    r"[A-Z][\w&'’.-]{1,30}(?: [A-Z&][\w&'’.-]{0,30}){0,5}(?:,? (?:LLC|L\.L\.C\.|Inc\.?|Corp\.?|Ltd\.?|Co\.?"
    r"|LP|Bank|N\.A\.))?"
    r"(?: ?\([^()]{1,60}\))?(?: and its affiliates)?(?:, (?:an?|the) [^,.;]{3,80},)?,? (?:also |has also |both )?"
    r"(?:has|have|keeps?|maintains?|runs?|intends?|plans?|expects?|will|wants?|means|reacts|reviews|conducts"
    r"|operates|employs|makes"
    r"|recovers|tests|relies|aims|lets)\b"
)
_OURS = pattern(r"\b(?:we|our|the company|the firm|this firm)\b")
# Words of the title that a text repeats, always with a capital, are the name of whose text it is.
_CAPITAL = pattern(r"\b[A-Z][\w&'’]{2,30}")
_SENTENCE_END = pattern(r"(?<![.])[.!;,:]$")
_QUESTION = pattern(r"\?$")


def _language_of(text: str) -> str:
    """Return the code of the language of *text*; what has hardly any English words is in none that is known."""
    beginning = text[:_LANGUAGE_SHOWS]
    if (language := language_of(beginning)) != ENGLISH:
        return language
    words = words_of(fold(beginning))
    english = sum(map(_ENGLISH.__contains__, words))
    return UNKNOWN if len(words) >= _LEAST_WORDS and english < _LEAST_SHARE * len(words) else ENGLISH


def hints(text: str) -> bool:
    """Tell whether *text* may speak of continuity at all; a quick look at its first 200,000 characters."""
    return _HINT.search(text, 0, 200_000) is not None


class _Signs:
    """What speaks for a summary and against it."""

    def __init__(self, known: Read) -> None:
        self.reading = reading = known.reading
        self.channels = known.channels
        self.units = reading.units
        self.every = list(range(len(self.units)))
        self.said = [i for i, unit in enumerate(self.units) if unit.states]
        self.shown = [i for i, unit in enumerate(self.units) if unit.kind != "chrome"]
        self.heads = [i for i in self.shown if self.units[i].kind == "heading"]
        # The title is the headings before the first sentences, or the first words, or lines that are no sentences.
        self.top = self.shown[:2] + [i for i in self.heads[:3] if i in self.shown[:6]]

    def having(self, concept: str, among: list[int]) -> list[int]:
        return [i for i in among if self.reading.found(concept, i)]

    def place(self, index: int) -> Range:
        return self.units[index].start, self.units[index].end

    @cached_property
    def title(self) -> list[int]:
        """The units of the title that name continuity."""
        return self.having("title_topic", self.titles)

    @cached_property
    def titles(self) -> list[int]:
        """The units that may be the title."""
        units = self.units
        short = [i for i in (*self.shown[:4], *self.top[:1]) if len(units[i].text) < _LONGEST_TITLE]
        heads = [i for i in self.top if units[i].kind == "heading"]
        return sorted({*heads, *(i for i in short if i in self.top[:1] or not _SENTENCE_END.search(units[i].text))})

    @cached_property
    def named(self) -> frozenset[int]:
        """The statements about what a firm called by its name has or does."""
        text, units = self.reading.text, self.units
        return frozenset(i for i in self.said if _NAMED.search(text, units[i].start, units[i].end))

    @cached_property
    def self_named(self) -> frozenset[int]:
        """The statements that repeat a name of the title."""
        text, units = self.reading.text, self.units
        heads = [i for i in self.top if i == self.top[0] or units[i].kind == "heading"]
        words = {m[0].capitalize() for i in heads for m in _CAPITAL.finditer(text, units[i].start, units[i].end)}
        names = {word.removesuffix("'s").removesuffix("’s") for word in words}
        found = {
            name: {i for i, unit in enumerate(units) if name in text[unit.start : unit.end]} - set(self.top[:1])
            for name in names
            if not re.search(rf"(?<![\w@./-]){name.lower()}(?![\w-]|\.\w)", text)
            and not self.reading.pattern("title_topic").search(name.lower())
        }
        said = frozenset(self.said)
        return frozenset(i for places in found.values() if len(places) >= 2 for i in places & said)

    @cached_property
    def own(self) -> list[int]:
        """The statements in which the firm speaks of itself."""
        generic = set(self.generic)
        voiced = set(self.having("own_voice", self.said))
        if self.having("sole_owner", self.every):
            voiced |= {i for i in self.having("single_voice", self.said) if not _QUESTION.search(self.units[i].text)}
        return sorted((voiced | self.named | self.self_named) - generic)

    @cached_property
    def generic(self) -> list[int]:
        """The statements about what firms in general do or must do, and the questions put to readers."""
        found = self.having("generic_voice", self.said)
        told = self.named | self.self_named
        return [i for i in found if _OURS.search(self.units[i].text) is None and i not in told]

    @cached_property
    def plan(self) -> list[int]:
        """The statements that the firm has a plan, or tells of it."""
        generic = set(self.generic)
        return [i for i in self.having("own_plan", self.said) if i not in generic]

    @property
    def dwells(self) -> bool:
        """Whether a text with another title dwells on continuity: under a heading, or again and again."""
        if self.having("title_topic", self.heads):
            return True
        return len(self.having("topic", self.said)) >= 2

    @property
    def troubled(self) -> bool:
        """Whether a text that does not name continuity tells what the firm would do in trouble, and nothing else."""
        against = sum(len(self.having(words, self.every)) for words in _AGAINST) >= 2
        opening = [i for i in self.said[:2] if i in self.own]
        soft = bool(self.having("trouble_topic", sorted({*self.titles, *self.heads[:4], *opening})))
        named = bool(self.having("topic", self.said) or self.plan)
        enough = self.core >= 3 or (soft and (named or self.core >= 2) and self.substance >= 3)
        spoken = len(self.own) >= 3 or (self.core >= 4 and len(self.having("customer", self.said)) >= 2)
        trade = sum(len(self.reading.found("business_words", i)) for i in self.every) >= 2
        return (soft or self.core >= 4) and enough and spoken and trade and not against

    @property
    def plain(self) -> bool:
        """Whether a text headed as one on continuity is about the firm's own plan, and nothing speaks against it."""
        against = any(self.having(words, self.every) for words in _AGAINST)
        headed = bool(self.title)
        own = len(self.own)
        mostly = (bool(self.plan) or 2 * own >= len(self.said)) and own >= 3
        return headed and (mostly or self.substance >= _TELLING) and not self.generic and not against

    def made(self, names: tuple[str, ...]) -> int:
        """Return how many of the disclosures *names* the text makes."""
        known = definitions()
        return sum(judge(self.reading, known[name])[0] == "yes" for name in names)

    @cached_property
    def core(self) -> int:
        """How many of the disclosures that only a firm in trouble needs the text makes."""
        return self.made(_CORE) + (varying_scope(self.reading)[0] == "yes")

    @cached_property
    def substance(self) -> int:
        """How many disclosures the text makes."""
        return self.core + self.made(_UPKEEP) + self.reachable

    @property
    def reachable(self) -> bool:
        """Whether customers are told a number or an address."""
        return any(channel.use == "customers" for channel in self.channels)


def _not_own(signs: _Signs) -> str:
    """Return what the text is instead of a firm's own words to its customers; "" when nothing says so."""
    reading, said, top = signs.reading, signs.said, signs.top
    own, generic = len(signs.own), len(signs.generic)
    pandemic = signs.having("pandemic", said)
    if signs.having("pandemic_title", [i for i in top[:2] if reading.units[i].kind == "heading"]):
        return "a letter or notice about an epidemic"
    if len(pandemic) >= 3 and 3 * len(pandemic) >= len(said):
        return "a letter or notice about an epidemic"
    blanks = len(placeholders(reading.text))
    instructions = len(signs.having("template_words", signs.every))
    if instructions >= 3 or (instructions and blanks >= 2) or signs.having("template_words", top):
        return "a template with its instructions"
    if signs.having("official_title", top) and own <= generic + 2:
        return "a notice or rule of an authority"
    if signs.having("article_title", top) and own <= 2 * generic + 3:
        return "an article"
    if len(signs.having("article_words", signs.every)) >= 2 and own <= 2 * generic + 2:
        return "an article"
    if signs.having("other_title", top[:1]) and not signs.having("title_topic", top[:1]):
        return "a text about something else"
    for words, sort in _OTHER_SORTS.items():
        if len(signs.having(words, signs.every)) >= 2:
            return sort
    if len(signs.having("reader_plan", signs.every)) >= 3:
        return "a text about the plans of its readers"
    if len(signs.having("sales_words", signs.every)) >= 2 and len(signs.plan) <= 1:
        return "an offer of services"
    contract = signs.having("contract_words", said)
    if len(contract) >= 2 and 3 * len(contract) >= len(said) and len(signs.plan) <= 1:
        return "a clause of a contract"
    manual = signs.having("manual_words", signs.every)
    if len(manual) >= 2 or signs.having("manual_words", top):
        return "an internal manual"
    questions = sum(_QUESTION.search(signs.units[i].text) is not None for i in signs.heads + said)
    if questions >= 3 and own <= questions and signs.core < 2:
        return "questions and answers"
    if generic > own:
        return "a text about what firms in general do or must do"
    return ""


def _full_plan(signs: _Signs) -> bool:
    """Tell whether the text is the plan itself: a table of contents, or several of a plan's own parts."""
    contents = "".join(unit.text for unit in signs.units if unit.kind == "contents")
    parts = signs.having("full_plan_words", signs.every)
    marks = signs.having("confidential_mark", signs.every)
    return (
        len(contents) > 150
        or len(parts) >= 3
        or len({name for name in _PARTS if signs.having(name, signs.heads)}) >= 4
        or (len(parts) >= 2 and bool(marks))
    )


def recognise(text: str, units: tuple[Unit, ...]) -> Verdict:
    """Return what *text*, whose units are *units*, is taken for."""
    language = _language_of(text)
    if language == UNKNOWN:
        return Verdict(False, "it is in a language that is not read", (), language)
    if not hints(text):
        return Verdict(False, "it does not speak of business continuity", (), language)
    if language != ENGLISH:
        return _headed(text, language)
    signs = _Signs(read(text, units))
    topical = bool(signs.title or signs.having("topic", signs.shown) or signs.having("title_topic", signs.heads))
    if not topical and not signs.troubled:
        return Verdict(False, "it names no continuity plan")
    other = _not_own(signs)
    if _full_plan(signs):
        places = tuple(signs.place(i) for i, u in enumerate(units) if u.kind == "contents")[:2]
        return Verdict(False, "it is the plan itself, not a summary for customers", places, full_plan=True)
    if other:
        return Verdict(False, f"it is {other}")
    return _of_own(signs)


def _headed(text: str, language: str) -> Verdict:
    """Return what *text* is taken for, which is in a *language* whose titles alone are known."""
    m = re.compile(_TITLES[language]).search(fold(text[:1500]))
    if m:
        return Verdict(True, "it is headed as a continuity plan", ((m.start(), m.end()),), language)
    return Verdict(False, "it is in another language and not headed as a continuity plan", (), language)


def _of_own(signs: _Signs) -> Verdict:
    """Return what a text is taken for that names continuity or trouble, and is of no other sort."""
    title, plan, own = signs.title, signs.plan, signs.own
    decided = tuple(signs.place(i) for i in sorted({*title[:1], *plan[:2]}))
    if signs.troubled and signs.reachable:
        return Verdict(
            True, "the firm tells customers what it would do in trouble", decided or (signs.place(signs.top[0]),)
        )
    if not title and not plan:
        return Verdict(False, "it says nothing of a plan of its own")
    early = bool(plan) and (
        (plan[0] in signs.said[:2] and signs.core >= 2) or (plan[0] in signs.said[:_EARLY] and signs.core >= _MUCH)
    )
    if not title and not signs.dwells and not early:
        return Verdict(False, "it mentions continuity only by the way", decided)
    substance = signs.substance
    score = 2 * bool(title) + 2 * bool(plan) + min(len(own), 3) + min(substance, 4)
    short = bool(title) and substance >= 3 and len(signs.said) <= _SHORT and not signs.generic and signs.reachable
    if short or signs.plain or (score >= 6 and substance >= 1 and len(own) >= (1 if plan else 2)):
        return Verdict(True, "the firm tells customers of its own continuity plan", decided)
    return Verdict(False, "it says too little of a plan of its own", decided)
