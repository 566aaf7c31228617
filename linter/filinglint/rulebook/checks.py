"""The check of a declared rule: its conditions asked of one text, and what it says where they do not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, Literal

from filinglint.finding import Observation
from filinglint.frozen import dataclass
from filinglint.located import Absent, Located, NotApplicable, Unsure
from filinglint.rule import Unclear
from filinglint.rulebook.conditions import Answer, Ask, Condition, sightings
from filinglint.rulebook.terms import Found, Shown, Terms
from filinglint.spans import Span

At = Literal["text", "when", "hint"]
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_SHOWN = 120


@dataclass(frozen=True, slots=True)
class Check:
    """What a declared rule asks. Called with the facts of ``terms``, in the order of their first use.

    Nothing is judged where ``when`` does not hold, and nothing is said where ``unless`` holds or is hinted at. Where
    ``require`` does not hold there is one finding, or with ``each`` one for each part that is missing. It is at
    ``at``: the text as a whole, the place that shows ``when``, or one that hints at what is missing. What ``forbid``
    finds is a finding each, with ``fixes`` as the text's facts know how it was meant.
    """

    terms: Terms
    message: str
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
        read = dict(zip(dict.fromkeys(term.reads for term in self.terms.values()), facts, strict=True))

        def look(ask: Ask) -> Found:
            term = self.terms[ask.term]
            return term.look(read[term.reads], ask.name)

        when = self.when.answer(look) if self.when is not None else None
        if when is not None and when.present == "no":
            raise NotApplicable("what it applies to is not in the text")
        if self.unless is not None and self.unless.answer(look).present != "no":
            return
        shown = [(condition.answer(look).first, words) for condition, words in self.related]
        related = tuple((place, words) for place, words in shown if place is not None)
        seen = [*self._missing(look, when, related), *self._forbidden(look, related)]
        if seen and when is not None and when.present == "weak":
            yield Unclear("whether it applies to this text cannot be told for certain", seen[0].at)
        else:
            yield from seen

    def _missing(self, look: Any, when: Answer | None, related: Sequence[tuple[Shown, str]]) -> Iterator[Observation]:
        answer = self.require.answer(look) if self.require is not None else None
        if answer is None or answer.present != "no":
            return
        missing, met = list(answer.leaves("no")), list(answer.leaves("yes"))
        said = {"missing": ", ".join(part.label for part in missing), "met": _listed([part.label for part in met])}
        for part in missing if self.each else [answer]:
            place: Shown = Absent(part.looked, part.label)
            if self.at == "when" and when is not None:
                place = when.first or place
            elif self.at == "hint":
                place = part.first or place
            words = {**said, "what": part.label, "words": _words(place)}
            yield Observation(place, _filled(self.message, words), tuple(related))

    def _forbidden(self, look: Any, related: Sequence[tuple[Shown, str]]) -> Iterator[Observation]:
        answer = self.forbid.answer(look) if self.forbid is not None else None
        for part, place, others in sightings(answer) if answer is not None else ():
            at = Absent(place, part.label) if isinstance(place, Span) else place
            words = {"what": part.label, "words": _words(at)}
            fix = part.fixes.get(at.span) if self.fixes else None
            yield Observation(
                at, _filled(self.message, words), (*others, *related), fixes=(fix,) if fix is not None else ()
            )


def _words(place: Shown | Absent | Unsure) -> str:
    return place.value[:_SHOWN] if isinstance(place, Located) else ""


def _listed(labels: Sequence[str]) -> str:
    return " and ".join([", ".join(labels[:-1]), labels[-1]] if len(labels) > 1 else labels)


def _filled(message: str, words: dict[str, str]) -> str:
    # Not str.format: the message may be a stranger's, and format reaches into the objects it is given.
    return PLACEHOLDER.sub(lambda m: words[m[1]], message)
