"""What was checked, as tables: inputs, coverage by citation, outcomes of rules, what could not be told, notices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from filinglint.finding import Outcome, OutcomeRecord
from filinglint.report import INCOMPLETE, Report
from filinglint.reporters.coverage import Coverage, Looked, all_in_words, coverage_of
from filinglint.reporters.html.elements import Markup, element, joined
from filinglint.rule import Authority, Rule

_SHOWN = (Outcome.FAILED, Outcome.WAIVED, Outcome.CANNOT_TELL, Outcome.PASSED, Outcome.NOT_APPLICABLE, Outcome.NOT_RUN)
_QUIET = _SHOWN.index(Outcome.NOT_APPLICABLE)
_MOST_ROWS = 400
_MOST_REASONS = 4


def table(heads: Sequence[str], rows: Iterable[Markup], caption: str, **attributes: str) -> Markup:
    """Return a table in a box that scrolls by itself, so that a page is never wider than its window."""
    head = element("thead", element("tr", *(element("th", name, scope="col") for name in heads)))
    made = element("table", element("caption", caption), head, element("tbody", *rows), **attributes)
    return element("div", made, class_="wide", tabindex="0", role="region", aria_label=f"Table: {caption}")


def row(first: str, *cells: str, **attributes: str) -> Markup:
    """Return a row of a table, headed by its first cell."""
    return element("tr", element("th", first, scope="row"), *(element("td", cell) for cell in cells), **attributes)


def inputs(report: Report) -> Markup:
    """Return what was looked at: every input with its bytes and its hash."""
    rows = [
        row(
            one.path,
            one.kind,
            one.form or "–",
            one.accession or "–",
            f"{one.as_of} ({one.as_of_source})" if one.as_of else "–",
            ", ".join(one.profiles) or "–",
            f"{one.documents:,}",
            f"{one.bytes:,}",
            element("code", one.sha256 or "not read", class_="hash"),
        )
        for one in report.inputs[:_MOST_ROWS]
    ]
    heads = ("Input", "Kind", "Form", "Accession", "As of", "Profile", "Documents", "Bytes", "SHA-256")
    return joined([table(heads, rows, "Inputs"), _rest(len(report.inputs))])


def _rest(count: int) -> Markup:
    more = count - _MOST_ROWS
    return element("p", f"and {more:,} more, which the JSON report has", class_="cut") if more > 0 else Markup("")


def coverage(report: Report, rules: Sequence[Rule]) -> Markup:
    """Return what the run covered, by citation, and which provisions no rule covers."""
    found = coverage_of(
        report.outcomes,
        [
            Looked(
                one.path,
                one.kind,
                one.form.removesuffix("/A") if one.form else None,
                one.profiles,
                date.fromisoformat(one.as_of) if one.as_of else None,
            )
            for one in report.inputs
        ],
        rules,
        edition=", ".join(report.run.editions),
        complete=report.complete,
    )
    judged = [line for line in found.lines if line.judged or line.coverage == "none"]
    quiet = [line for line in found.lines if line not in judged]
    rows = [
        row(
            line.citation,
            element("span", line.coverage, class_=f"outcome {'failed' if line.coverage == 'none' else 'part'}"),
            all_in_words(line.rules, paths=len(found.inputs) > 1) if line.rules else f"no rule ({line.asks})",
        )
        for line in judged
    ]
    parts = [table(("Citation", "Covered", "What came of it"), rows, "Coverage by citation")]
    if quiet:
        listed = element("ul", *(element("li", line.citation) for line in quiet))
        heading = f"{len(quiet)} provisions whose rules did not apply here, or were not run"
        parts.append(element("details", element("summary", heading), listed))
    parts += _not_run(found)
    return joined(parts)


def _not_run(found: Coverage) -> Iterator[Markup]:
    if found.not_run:
        listed = [element("li", f"{', '.join(codes)}: {reason}") for codes, reason in found.not_run]
        yield element("details", element("summary", "Rules that were not run, and why"), element("ul", *listed))


def undecided(report: Report) -> Markup:
    """Return what could not be told, with the reasons: a person must decide there."""
    broken: list[OutcomeRecord] = []
    open_questions: list[OutcomeRecord] = []
    count = 0
    for record in report.outcomes:
        if record.outcome is Outcome.CANNOT_TELL:
            count += 1
            some = broken if (record.reason or "").startswith(INCOMPLETE) else open_questions
            if len(some) < _MOST_ROWS:
                some.append(record)
    open_questions = [*broken, *open_questions]
    if not open_questions:
        return element("p", "Every rule that applied came to a result.")
    rows = [
        row(one.code, one.path + (f" ({one.document})" if one.document else ""), one.reason or "no reason is given")
        for one in open_questions[:_MOST_ROWS]
    ]
    return joined([table(("Rule", "On", "Why"), rows, "Cannot tell"), _rest(count)])


def outcomes(report: Report, rules: Sequence[Rule]) -> Markup:
    """Return what came of every rule, with its page: what it asks, why, and on what authority."""
    by_code: dict[str, _Came] = {}
    for record in report.outcomes:
        by_code.setdefault(record.code, _Came()).take(record)
    known = {rule.code: rule for rule in rules}
    heads = ("Rule", "What it asks", *(outcome.value.replace("-", " ") for outcome in _SHOWN))
    ranked = sorted(by_code.items(), key=lambda one: (one[1].weight, one[0]))
    judged = [_outcome_row(code, came, known.get(code)) for code, came in ranked if came.weight < _QUIET]
    quiet = [_outcome_row(code, came, known.get(code)) for code, came in ranked if came.weight >= _QUIET]
    parts = [table(heads, judged, "Outcomes of rules", class_="outcomes")]
    if quiet:
        words = f"{len(quiet)} rules that did not apply to anything here, or were not run"
        listed = table(heads, quiet, "Rules that did not apply or were not run", class_="outcomes")
        parts.append(element("details", element("summary", words), listed, class_="quiet"))
    return joined(parts)


class _Came:
    """What came of one rule: how often each outcome, and how often each reason, as far as they are few."""

    def __init__(self) -> None:
        self.counts: Counter[Outcome] = Counter()
        self.reasons: Counter[str] = Counter()

    @property
    def weight(self) -> int:
        """The place of its weightiest outcome in ``_SHOWN``."""
        return next((index for index, outcome in enumerate(_SHOWN) if self.counts[outcome]), len(_SHOWN))

    def take(self, record: OutcomeRecord) -> None:
        self.counts[record.outcome] += 1
        if record.reason:
            words = f"{record.outcome.value.replace('-', ' ')}: {record.reason}"
            if words in self.reasons or len(self.reasons) < _MOST_ROWS:
                self.reasons[words] += 1


def _outcome_row(code: str, came: _Came, rule: Rule | None) -> Markup:
    numbers = [
        element("span", f"{came.counts[one]:,}", class_=f"outcome {one.value}") if came.counts[one] else ""
        for one in _SHOWN
    ]
    asks = _page(rule, came.reasons) if rule is not None else element("span", "the tool itself")
    slug = joined([element("b", code), " ", element("span", rule.slug, class_="slug")]) if rule else element("b", code)
    return row(slug, asks, *numbers, id=f"rule-{code}")


def _page(rule: Rule, reasons: Counter[str]) -> Markup:
    said = [f"{words}{f' (×{count})' if count > 1 else ''}" for words, count in reasons.most_common(_MOST_REASONS)]
    if len(reasons) > _MOST_REASONS:
        said.append(f"and {len(reasons) - _MOST_REASONS} more reasons")
    parts = [element("p", paragraph) for paragraph in rule.rationale.split("\n\n") if paragraph]
    parts += [element("p", "Authority: ", _cited(authority)) for authority in rule.authority]
    parts += [element("p", f"Remedy: {rule.remedy}")] if rule.remedy else []
    parts += [element("ul", *(element("li", words) for words in said))] if said else []
    return element("details", element("summary", rule.title), *parts)


def _cited(authority: Authority) -> Markup:
    """Return the citation, as a link where the rule has an address for it."""
    dates = f", since {authority.effective_from}" if authority.effective_from else ""
    dates += f", until {authority.effective_to}" if authority.effective_to else ""
    words = f"{authority}{dates}"
    if authority.url.startswith(("https://", "http://")):
        return element("a", words, href=authority.url, rel="noopener noreferrer", target="_blank")
    return element("span", words)


def notices(report: Report) -> Markup:
    """Return what the reader must know beside the findings."""
    if not report.notices:
        return element("p", "None.")
    said = [f"{one.path}: {one.message}" if one.path else one.message for one in report.notices]
    listed = element("ul", *(element("li", words) for words in said[:_MOST_ROWS]))
    return joined([listed, _rest(len(said))])
