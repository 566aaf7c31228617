"""The check boxes of a cover: which are there, and which are ticked.

Source: the covers of Forms 8-K, 10-K, 10-Q, 20-F and 6-K, 1993 to 2026. Boxes are typed, drawn by letters of
symbol fonts, or characters of their own: ``[X]``, Wingdings ``þ``, ``☒``; a picture cannot be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from filinglint.documents.markup import Rendered
from filinglint.facts.first_words import Lowered, Phrase
from filinglint.facts.laid_out import laid_out, lies_in
from filinglint.frozen import dataclass
from filinglint.located import Absent, Leaf, Located, Unsure
from filinglint.patterns import pattern
from filinglint.spans import Range, Span

_ON = "☒☑✓✔✗✘🗹⊠■√þýü"
_OFF = "☐□▢◻❑❏❒◯○¨"
_LETTER = "oxXqprRSTQ£"
# It starts with a plain set, so that the search skips to the characters that begin a mark.
_MARK = pattern(
    rf"[\[(|/_{_ON}{_OFF}{_LETTER}]"
    rf"(?:(?P<on>(?<=[\[(|/])_? ?[xX{_ON}] ?_?[\])|/]|(?<=_)_{{0,7}} ?[xX{_ON}] ?_{{1,8}}|(?<=[{_ON}]))"
    rf"|(?P<off>(?<=[\[(|])_? {{0,5}}[{_OFF}]? {{0,5}}_{{0,5}} ?[\])|]|(?<=/) ?_{{0,3}} ?/|(?<=_)_{{1,11}}"
    rf"|(?<=[{_OFF}]))"
    rf"|(?<=[{_LETTER}])(?<![\w.,'’(\[-].)(?![\w.,'’)\]-]))"
)
_LETTERS = {
    "o": False,
    "q": False,
    "p": False,
    "r": False,
    "£": False,
    "Q": True,
    "x": True,
    "X": True,
    "R": True,
    "S": True,
    "T": True,
}
# Letters that are words or initials, but in a symbol font.
_IN_SYMBOLS = frozenset("prRSTQ")
_YES_NO = pattern(r"\b(?:YES|Yes|yes|NO|No|no)\b")
_NEXT = Phrase(
    pattern(
        r"\bindicate\s+by\b|\bcheck\s+the\s+appropriate|\bif\s+(?:an\s+emerging|this\s+form)"
        r"|^[ \t]*item\s+\d|\bapplicable\s+only|\bstate\s+the\s+aggregate",
        re.IGNORECASE | re.MULTILINE,
    ),
    ("indicate", "check", "if", "applicable", "state"),
    ("item",),
)
_BEFORE = 200  # blanks and ends of blocks may stand between a mark and its words
_AFTER = 900

# name, element of the cover that it belongs to, words of the sentence
_BEFORE_SENTENCE = (
    ("written_communications_425", "8k-box-425", r"written\s+communications?\s+pursuant\s+to\s+rule\s+425"),
    ("soliciting_14a12", "8k-box-14a12", r"soliciting\s+materials?\s+pursuant\s+to\s+rule\s+14a-?\s*12"),
    (
        "precommencement_14d2",
        "8k-box-14d2",
        r"pre-?\s*commencement\s+communications?\s+pursuant\s+to\s+rule\s+14d-?\s*2",
    ),
    (
        "precommencement_13e4",
        "8k-box-13e4",
        r"pre-?\s*commencement\s+communications?\s+pursuant\s+to\s+rule\s+13e-?\s*4",
    ),
    ("annual_report", "10k-annual-box", r"annual\s+report\s+(?:pursuant|under)"),
    ("quarterly_report", "10k-annual-box", r"quarterly\s+report\s+(?:pursuant|under)"),
    ("transition_report", "10k-annual-box", r"transition\s+report\s+(?:pursuant|under)"),
    ("registration_statement", "10k-annual-box", r"registration\s+statement\s+pursuant\s+to\s+section\s+12"),
    ("shell_company_report", "10k-annual-box", r"shell\s+company\s+report\s+pursuant"),
)
_PROXY = (
    ("preliminary_proxy", "14a-boxes", r"preliminary\s+(?:proxy|information)\s+statement"),
    ("definitive_proxy", "14a-boxes", r"definitive\s+(?:proxy|information)\s+statement"),
    ("additional_proxy", "14a-boxes", r"definitive\s+additional\s+material"),
)
_AFTER_SENTENCE = (
    ("delayed_offering_415", "rule-415", r"delayed\s+or\s+continuous\s+basis\s+pursuant\s+to\s+rule\s+415"),
    ("egc_transition", "egc-transition", r"elected\s+not\s+to\s+use\s+the\s+extended\s+transition\s+period"),
    ("delinquent_filers_405", "405-delinquent", r"disclosure\s+of\s+delinquent\s+filers"),
    ("icfr_attestation", "icfr-box", r"report\s+on\s+and\s+attestation\s+to"),
    ("error_correction", "clawback-1", r"correction\s+of\s+an\s+error\s+to\s+previously"),
    ("recovery_analysis", "clawback-2", r"required\s+a\s+recovery\s+analysis"),
)
_YES_OR_NO = (
    ("wksi", "wksi", r"well-?\s?known\s+seasoned\s+issuer"),
    ("voluntary_filer", "voluntary", r"not\s+required\s+to\s+file\s+reports"),
    (
        "filed_all_reports",
        "filed-all-reports",
        r"has\s+filed\s+all\s+(?:reports|documents)\s+(?:and\s+reports\s+)?required",
    ),
    ("interactive_data", "interactive-data", r"every\s+interactive\s+data\s+file"),
    ("shell_company", "shell", r"is\s+a\s+shell\s+company"),
    ("accelerated_filer_yes_no", "accelerated-yn", r"is\s+an\s+accelerated\s+filer\s+\(?as"),
)
_LABELS = (
    ("large_accelerated", "filer-category", r"large\s+accelerated\s+filer"),
    ("non_accelerated", "filer-category", r"non-?\s?accelerated\s+filer"),
    ("accelerated", "filer-category", r"accelerated\s+filer"),
    ("smaller_reporting", "src-box", r"smaller\s+reporting\s+company"),
    ("egc", "egc-box", r"emerging\s+growth\s+company"),
    ("form_20f", "6k-boxes", r"form\s+20-f"),
    ("form_40f", "6k-boxes", r"form\s+40-f"),
)
_LABEL = Phrase(
    pattern("|".join(rf"(?P<l{n}>\b{words}\b)" for n, (_, _, words) in enumerate(_LABELS)), re.IGNORECASE),
    ("large", "non", "accelerated", "smaller", "emerging", "form"),
)
# A word that other sentences seldom have, and the one that the sentence begins with.
_WORDS = {
    "written_communications_425": ("425", "written"),
    "soliciting_14a12": ("soliciting", "soliciting"),
    "precommencement_14d2": ("14d", "pre"),
    "precommencement_13e4": ("13e", "pre"),
    "annual_report": ("annual", "annual"),
    "quarterly_report": ("quarterly", "quarterly"),
    "transition_report": ("transition", "transition"),
    "registration_statement": ("registration", "registration"),
    "shell_company_report": ("shell", "shell"),
    "preliminary_proxy": ("preliminary", "preliminary"),
    "definitive_proxy": ("definitive", "definitive"),
    "additional_proxy": ("additional", "definitive"),
    "delayed_offering_415": ("415", "delayed"),
    "egc_transition": ("elected", "elected"),
    "delinquent_filers_405": ("delinquent", "disclosure"),
    "icfr_attestation": ("attestation", "report"),
    "error_correction": ("correction", "correction"),
    "recovery_analysis": ("recovery", "required"),
    "wksi": ("seasoned", "well"),
    "voluntary_filer": ("required", "not"),
    "filed_all_reports": ("filed", "has"),
    "interactive_data": ("interactive", "every"),
    "shell_company": ("shell", "is"),
    "accelerated_filer_yes_no": ("accelerated", "is"),
}
_SENTENCES = {
    name: Phrase(pattern(words, re.IGNORECASE), _WORDS[name][1:])
    for group in (_BEFORE_SENTENCE, _PROXY, _AFTER_SENTENCE, _YES_OR_NO)
    for name, _, words in group
}
_INTRODUCTION = Phrase(
    pattern(r"check\s+the\s+appropriate\s+box(?:es)?\s+below\s+if\s+the\s+form\s+8-?k", re.IGNORECASE), ("check",)
)
_LOOSE = pattern(r"[\s:;.,–—-]*(?:\([^()\n]{0,80}\))?[\s:;.,–—-]*")


@dataclass(frozen=True, slots=True)
class CheckBox:
    """One check box, or pair of Yes and No: its sentence or label, and whether it is ticked (or Yes is).

    ``element`` is the element of the cover that it belongs to: several boxes may be one choice. Both leaves are absent
    where the cover lacks it. ``pair`` are the marks at Yes and at No where both can be read, else it is empty.
    """

    name: str
    element: str
    sentence: Leaf[str]
    ticked: Leaf[bool]
    pair: tuple[Located[bool], ...] = ()


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    on: bool


class _Reader:
    def __init__(self, rendered: Rendered, source: str, words: Lowered, start: int, end: int, span: Span) -> None:
        self.rendered, self.source, self.span = rendered, source, span
        self.text, self.words = rendered.text, words
        self.start, self.end = start, end

    def marks(self, start: int, end: int) -> Iterator[_Mark]:
        for m in _MARK.finditer(self.text, max(start, self.start), min(end, self.end)):
            on = m.lastgroup == "on"
            if m.lastgroup is None:
                letter = m[0]
                if letter in _IN_SYMBOLS and not self._in_symbols(m.start()):
                    continue
                on = _LETTERS[letter]
            yield _Mark(m.start(), m.end(), on)

    def _in_symbols(self, at: int) -> bool:
        place = self.rendered.source_span(at, at + 1).start
        return "ingdings" in self.source[max(0, place - 300) : place]

    def leaf(self, mark: _Mark) -> Located[bool]:
        return Located(mark.on, self.rendered.source_span(mark.start, mark.end))

    def box(self, name: str, element: str, place: Range | None, mark: _Mark | None, reason: str) -> CheckBox:
        if place is None:
            nothing = Absent(self.span, f"check box '{name}'")
            return CheckBox(name, element, nothing, nothing)
        sentence = self.rendered.located(*place)
        ticked: Leaf[bool] = self.leaf(mark) if mark else Unsure(sentence.span, f"check box '{name}'", reason)
        return CheckBox(name, element, sentence, ticked)

    def find(self, name: str) -> re.Match[str] | None:
        if self.words.lower.find(_WORDS[name][0], self.start, self.end) < 0:
            return None
        return self.words.search(_SENTENCES[name], self.start, self.end)

    def before_sentences(self, group: tuple[tuple[str, str, str], ...] = _BEFORE_SENTENCE) -> Iterator[CheckBox]:
        found = {name: self.find(name) for name, _, _ in group}
        starts = sorted(m.start() for m in found.values() if m)
        before = {name: self._mark_before(m.start(), starts) if m else None for name, m in found.items()}
        for name, element, _ in group:
            m = found[name]
            mark = before[name]
            if m and mark is None and not any(before.values()):
                following = next((start for start in starts if start > m.start()), min(self.end, m.end() + 200))
                marks = [each for each in self.marks(m.end(), following) if not self._word_between(each, following)]
                mark = marks[0] if len(marks) == 1 else None
            yield self.box(name, element, m.span() if m else None, mark, "no mark that can be read stands before it")

    def _word_between(self, mark: _Mark, following: int) -> bool:
        """Tell whether words other than the next sentence's stand between *mark* and *following*."""
        return any(c.isalpha() for c in self.text[mark.end : following])

    def _mark_before(self, at: int, starts: list[int]) -> _Mark | None:
        first = max([start for start in starts if start < at], default=self.start)
        marks = list(self.marks(max(first, at - _BEFORE), at))
        if not marks or any(c.isalnum() for c in self.text[marks[-1].end : at]):
            return None
        return marks[-1]

    def after_sentences(self) -> Iterator[CheckBox]:
        for name, element, _ in _AFTER_SENTENCE:
            m = self.find(name)
            mark = None
            if m:
                following = self.words.search(_NEXT, m.end(), min(self.end, m.end() + _AFTER))
                end = following.start() if following else min(self.end, m.end() + _AFTER)
                marks = list(self.marks(m.end(), end))
                mark = self._answer(marks, m.end(), end)
            yield self.box(
                name, element, m.span() if m else None, mark, "no single mark that can be read stands after it"
            )

    def _answer(self, marks: list[_Mark], start: int, end: int) -> _Mark | None:
        if len(marks) == 1:
            return marks[0]
        return self._yes(start, end) if len(marks) == 2 else None

    def yes_or_no(self) -> Iterator[CheckBox]:
        for name, element, _ in _YES_OR_NO:
            m = self.find(name)
            answers: dict[str, _Mark] = {}
            if m:
                following = self.words.search(_NEXT, m.end(), min(self.end, m.end() + _AFTER))
                answers = self._answers(m.end(), following.start() if following else min(self.end, m.end() + _AFTER))
            mark = _ticked(answers)
            box = self.box(name, element, m.span() if m else None, mark, "its Yes and No cannot be told apart")
            both = len(answers) == 2
            yield replace(box, pair=tuple(self.leaf(answers[word]) for word in ("yes", "no"))) if both else box

    def _yes(self, start: int, end: int) -> _Mark | None:
        """Return the mark of the answer between *start* and *end*, on for Yes; None when it is not clear."""
        return _ticked(self._answers(start, end))

    def _answers(self, start: int, end: int) -> dict[str, _Mark]:
        """Return the marks between *start* and *end* by the word that each answers, as far as they can be read."""
        words = [(m.start(), m.end(), m[0].lower()) for m in _YES_NO.finditer(self.text, start, end)]
        pairs = [
            (first, second)
            for first, second in pairwise(words)
            if {first[2], second[2]} == {"yes", "no"} and second[0] - first[1] < 60
        ]
        if not pairs:
            return {}
        first, second = pairs[-1]
        marks = list(self.marks(max(start, first[0] - 20), min(end, second[1] + 30)))
        between = [mark for mark in marks if first[1] <= mark.start < second[0]]
        before = [mark for mark in marks if mark.end <= first[0] and self._joined(mark.end, first[0])]
        after = [mark for mark in marks if mark.start >= second[1] and self._joined(second[1], mark.start)]
        if len(between) != 1 and not (len(between) == 0 and (before or after)):
            return {}
        answers: dict[str, _Mark] = {}
        if before and not after:
            answers[first[2]] = before[-1]
            answers.update({second[2]: between[0]} if between else {})
        elif after and not before:
            answers.update({first[2]: between[0]} if between else {})
            answers[second[2]] = after[0]
        elif between and not before and not after and between[0].on:
            # One mark alone, set after the word it answers: "Yes X No".
            answers[first[2]] = between[0]
        return answers

    def _joined(self, start: int, end: int) -> bool:
        return _LOOSE.fullmatch(self.text, start, end) is not None

    def labels(self) -> Iterator[CheckBox]:
        found: dict[str, CheckBox] = {}
        runs = self._runs()
        for run in runs:
            convention = self._marks_first(run)
            for index, (place, name) in enumerate(run):
                mark = self._mark_of(run, index, convention)
                element = next(element for each, element, _ in _LABELS if each == name)
                box = self.box(name, element, place, mark, "no mark that can be read stands beside it")
                known = found.get(name)
                if known is not None and self._disagree(known, mark):
                    box = self.box(name, element, place, None, "it stands here more than once, and not alike")
                if mark is not None or known is None:
                    found[name] = box
        alone = {} if len(found) == len(_LABELS) else self._alone()
        for name, element, _ in _LABELS:
            yield found.get(name) or self.box(name, element, alone.get(name), None, "no mark stands beside it")

    def _alone(self) -> dict[str, Range]:
        """Return the labels on lines that say nothing else: their marks are pictures, or signs of another font."""
        found: dict[str, Range] = {}
        for m in self.words.finditer(_LABEL, self.start, self.end):
            least = max(self.start, m.start() - _BEFORE)
            line = self.text.rfind("\n", least, m.start()) + 1 or least
            stop = self.text.find("\n", m.end(), min(self.end, m.end() + _BEFORE))
            if stop >= 0:
                labels = self.words.finditer(_LABEL, line, stop)
                letters = sum(sum(map(str.isalnum, each[0])) for each in labels)
                if letters == sum(map(str.isalnum, self.text[line:stop])):
                    found.setdefault(_LABELS[(m.lastindex or 1) - 1][0], m.span())
        return found

    @staticmethod
    def _disagree(known: CheckBox, mark: _Mark | None) -> bool:
        """Tell whether *mark* answers otherwise than the box known by the same name: another registrant's."""
        return mark is not None and isinstance(known.ticked, Located) and known.ticked.value != mark.on

    def _runs(self) -> list[list[tuple[Range, str]]]:
        """Return the labels with a mark beside them, in runs that nothing but marks interrupts."""
        runs: list[list[tuple[Range, str]]] = []
        last = -1
        for m in self.words.finditer(_LABEL, self.start, self.end):
            name = _LABELS[(m.lastindex or 1) - 1][0]
            if not self._has_mark(m.start(), m.end()):
                continue
            if last >= 0 and self._only_marks(last, m.start()):
                runs[-1].append((m.span(), name))
            else:
                runs.append([(m.span(), name)])
            last = m.end()
        return runs

    def _has_mark(self, start: int, end: int) -> bool:
        after = next(self.marks(end, end + 130), None)
        before = list(self.marks(start - 30, start))
        return (after is not None and self._joined(end, after.start)) or (
            bool(before) and self._joined(before[-1].end, start)
        )

    def _only_marks(self, start: int, end: int) -> bool:
        return end - start < 250 and _LOOSE.fullmatch(_MARK.sub(" ", self.text[start:end])) is not None

    def _marks_first(self, run: list[tuple[Range, str]]) -> bool:
        """Tell whether the marks of *run* stand before their labels."""
        first, last = run[0][0], run[-1][0]
        before = list(self.marks(first[0] - 30, first[0]))
        after = next(self.marks(last[1], last[1] + 130), None)
        leads = bool(before) and self._joined(before[-1].end, first[0])
        trails = after is not None and self._joined(last[1], after.start)
        return leads and not trails

    def _mark_of(self, run: list[tuple[Range, str]], index: int, marks_first: bool) -> _Mark | None:
        start, end = run[index][0]
        if marks_first:
            begin = run[index - 1][0][1] if index else start - 30
            marks = list(self.marks(begin, start))
            return marks[-1] if marks and self._joined(marks[-1].end, start) else None
        limit = run[index + 1][0][0] if index + 1 < len(run) else end + 130
        marks = [mark for mark in self.marks(end, limit) if self._joined(end, mark.start)]
        return marks[0] if marks else None


def _ticked(answers: dict[str, _Mark]) -> _Mark | None:
    """Return the mark of the one answer of *answers* that is marked, on for Yes; None when that is not one."""
    on = [word for word, mark in answers.items() if mark.on]
    if len(on) != 1:
        return None
    mark = answers[on[0]]
    return _Mark(mark.start, mark.end, on[0] == "yes")


def read_boxes(
    rendered: Rendered, source: str, words: Lowered, start: int, end: int, span: Span
) -> tuple[CheckBox, ...]:
    """Return every check box we know, absent where ``rendered.text[start:end]``, which *words* have, lacks it."""
    reader = _Reader(rendered, source, words, start, end, span)
    return (*reader.before_sentences(), *reader.after_sentences(), *reader.yes_or_no(), *reader.labels())


def read_proxy_boxes(rendered: Rendered, source: str, words: Lowered, end: int, span: Span) -> tuple[CheckBox, ...]:
    """Return the boxes of Schedules 14A and 14C that say what is filed, absent where ``rendered.text[:end]`` has none.

    They are the preliminary statement, the definitive one, and what is added to it, in this order.
    """
    return tuple(_Reader(rendered, source, words, 0, end, span).before_sentences(_PROXY))


def introduction(rendered: Rendered, words: Lowered, start: int, end: int, span: Span) -> Leaf[str]:
    """Return the sentence that asks to check the appropriate box of a Form 8-K."""
    m = words.search(_INTRODUCTION, start, end)
    if m is None:
        return Absent(span, "sentence above the check boxes")
    stop = -1 if lies_in(laid_out(rendered), m.start()) else rendered.text.find("\n", m.end(), end)
    return rendered.located(m.start(), stop if stop >= 0 else m.end())
