"""The check of a declared rule: its conditions asked of one text, and what it says where they do not hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from filinglint.facts.extractor import Extractor, document
from filinglint.facts.wording import Wording, wording
from filinglint.finding import Observation
from filinglint.located import Absent, Located, NotApplicable, Unsure
from filinglint.patterns import pattern
from filinglint.rule import Unclear
from filinglint.rulebook.conditions import Answer, Ask, Condition, Look, sightings
from filinglint.rulebook.stated import Told
from filinglint.rulebook.terms import Clash, Found, Shown
from filinglint.rulebook.text_asks import Where, within
from filinglint.spans import Range, Span

At = Literal["text", "when", "hint"]
PLACEHOLDER = pattern(r"\{([^{}]*)\}")
NOT_ABOUT = "what it applies to is not in the text"
_SHOWN = 120


@dataclass(frozen=True, slots=True, eq=False)
class Check:
    """What a declared rule asks. Called with the facts of ``reads``, in their order.

    With ``where`` it is asked of each part of the text by itself. Nothing is judged where ``when`` does not hold, and
    nothing is said where ``unless`` holds or is hinted at. Where ``require`` does not hold there is a finding at each
    place that shows why; where none does, one finding, or with ``each`` one for each part that is missing. It is at
    ``at``: the text as a whole, the place that shows ``when``, or one that hints at what is missing. What ``forbid``
    finds is a finding each, with ``fixes`` as the text's facts know how it was meant.
    """

    reads: tuple[Extractor[Any], ...]
    message: str
    where: Where | None = None
    when: Condition | None = None
    unless: Condition | None = None
    require: Condition | None = None
    forbid: Condition | None = None
    related: tuple[tuple[Condition, str], ...] = ()
    at: At = "text"
    each: bool = False
    fixes: bool = False

    def __call__(self, *facts: Any) -> Iterator[Observation | Unclear]:
        """Yield what the rule sees. Raises NotApplicable where it is not about the text."""
        read = dict(zip(self.reads, facts, strict=True))
        if self.where is None:
            return self._judged(lambda ask: ask.looks(read[ask.reads]), read)
        return self._judged_by_part(self.where, read)

    def _judged_by_part(self, where: Where, read: Mapping[Extractor[Any], Any]) -> Iterator[Observation | Unclear]:
        if not where.takes(read[document].type_name):
            raise NotApplicable(where.not_taken)
        text: Wording = read[wording]
        refusals = []
        parts = where.parts(text)
        for part in parts:
            try:
                yield from self._judged(_look_within(read, text, part if where.part else None), read)
            except NotApplicable as refusal:
                refusals.append(refusal)
        if len(refusals) == len(parts):
            raise refusals[0]

    def _judged(self, look: Look, read: Mapping[Extractor[Any], Any]) -> Iterator[Observation | Unclear]:
        if self.when is not None:
            _have(read[ask.reads] for ask in self.when.asks)
            if self.when.presence(look) == "no":
                raise NotApplicable(NOT_ABOUT)
        _have(read.values())
        if self.unless is not None and self.unless.presence(look) != "no":
            return iter(())
        if not self.related and not self._sees(look):
            return iter(())
        return iter(self._seen(look))

    def _sees(self, look: Look) -> bool:
        """Tell whether there is anything to say; most often there is not, and that is soon told."""
        lacks = self.require is not None and self.require.presence(look) == "no"
        has = self.forbid is not None and self.forbid.presence(look) == "yes"
        return lacks or has

    def _seen(self, look: Look) -> list[Observation | Unclear]:
        when = self.when.answer(look) if self.when is not None else None
        shown = [(condition.answer(look).first, words) for condition, words in self.related]
        related = tuple((place, words) for place, words in shown if place is not None)
        seen = [*self._missing(look, when, related), *self._forbidden(look, related)]
        if seen and when is not None and when.present == "weak":
            return [Unclear("whether it applies to this text cannot be told for certain", seen[0].at)]
        return [*seen]

    def _missing(self, look: Look, when: Answer | None, related: Sequence[tuple[Shown, str]]) -> Iterator[Observation]:
        answer = self.require.answer(look) if self.require is not None else None
        if answer is None or answer.present != "no":
            return
        missing, met = list(answer.leaves("no")), list(answer.leaves("yes"))
        said = {"met": _listed([part.label for part in met]), "missing": ", ".join(part.label for part in missing)}
        clashing, lacking = _shown_and_not(answer)
        for label, clash in clashing:
            words = {**said, "what": label, "words": _words(clash.at), "why": clash.why}
            yield Observation(clash.at, _filled(self.message, words), (*clash.related, *related))
        if not lacking and clashing:
            return
        for part in lacking if self.each else [lacking[0] if clashing else answer]:
            place: Shown = Absent(part.looked, part.label)
            if self.at == "when" and when is not None:
                place = when.first or place
            elif self.at == "hint":
                place = part.first or place
            words = {**said, "what": part.label, "words": _words(place), "why": f"no {part.label}"}
            yield Observation(place, _filled(self.message, words), tuple(related))

    def _forbidden(self, look: Look, related: Sequence[tuple[Shown, str]]) -> Iterator[Observation]:
        answer = self.forbid.answer(look) if self.forbid is not None else None
        told: set[Span] = set()
        for part, place, others in sightings(answer) if answer is not None else ():
            at = Absent(place, part.label) if isinstance(place, Span) else place
            if isinstance(at, Located):
                if at.span in told:
                    continue  # by another of the alternatives
                told.add(at.span)
            words = {"what": part.label, "words": _words(at)}
            fix = part.fixes.get(at.span) if self.fixes else None
            yield Observation(
                at, _filled(self.message, words), (*others, *related), fixes=(fix,) if fix is not None else ()
            )


def _shown_and_not(answer: Answer) -> tuple[list[tuple[str, Clash]], list[Answer]]:
    """Return what shows that *answer* is no, by what it is about, and what is missing and shows nowhere.

    Of alternatives none of which holds, those that show why are enough.
    """
    if answer.present != "no":
        return [], []
    if not answer.parts:
        clashing = [(answer.label, clash) for clash in answer.clashes]
        return clashing, [] if clashing else [answer]
    both = [_shown_and_not(part) for part in answer.parts]
    clashing = [one for part, _ in both for one in part]
    lacking = [one for _, part in both for one in part]
    return clashing, [] if clashing and answer.operator in ("any", "at-least") else lacking


def _look_within(read: Mapping[Extractor[Any], Any], text: Wording, part: Range | None) -> Look:
    def look(ask: Ask) -> Found:
        found = ask.looks(read[ask.reads])
        return within(found, text, part) if part is not None and ask.placed else found

    return look


def _have(facts: Iterable[Any]) -> None:
    """Read those of *facts* that are read late: what ends the reading of one ends a rule that asks for it."""
    for one in facts:
        if isinstance(one, Told):
            one.read()


def _words(place: Shown | Absent | Unsure) -> str:
    return str(place.value)[:_SHOWN] if isinstance(place, Located) else ""


def _listed(labels: Sequence[str]) -> str:
    return " and ".join([", ".join(labels[:-1]), labels[-1]] if len(labels) > 1 else labels)


def _filled(message: str, words: Mapping[str, str]) -> str:
    # Not str.format: the message may be a stranger's, and format reaches into the objects it is given.
    return PLACEHOLDER.sub(lambda m: words[m[1]], message)
