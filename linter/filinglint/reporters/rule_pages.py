"""A rule for its reader: its metadata as a record, and its page as text or Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from datetime import date
from typing import Any

from filinglint.finding import Confidence, Severity
from filinglint.frozen import dataclass
from filinglint.remarks import REMARKS
from filinglint.reporters.cells import escaped, wrapped
from filinglint.reporters.view import View
from filinglint.rule import Authority, Rule
from filinglint.rule_options import schema_of
from filinglint.toml_text import toml_value

_LIMITS = ("limits:", "known limits:", "known limit:")
_MOST_CASES = 4
_MOST_LINES = 24
_KINDS = {
    "submission": "submissions",
    "draft": "drafts",
    "document": "single documents of filings",
    "bcp-summary": "BCP summaries",
}
_WAIVING = {
    "yes": "by a directive in the document, a waiver record, or the baseline",
    "approval": "only by a waiver record that says who approved it",
    "no": "it cannot be waived",
}
_TYPES = {
    "boolean": "true or false",
    "integer": "a whole number",
    "number": "a number",
    "string": "words",
    "array": "a list of words",
}
_PARTS = {"main": "the main document", "exhibits": "each exhibit", "all": "each document"}


@dataclass(frozen=True, slots=True)
class CaseText:
    """A case to show: its name, its text, and what the rule finds there, a line each; none where it passes."""

    name: str
    text: str
    expected: tuple[str, ...]
    outcome: str


@dataclass(frozen=True, slots=True)
class Here:
    """Where a rule is looked at: the edition that has it, "" where none does, and where its options are stated."""

    edition: str = ""
    origins: Mapping[str, str] = field(default_factory=dict)


_ANYWHERE = Here()


@dataclass(frozen=True, slots=True)
class ToolPage:
    """What the tool says of itself under a code of its own, which no pack can take."""

    code: str
    slug: str
    title: str
    rationale: str
    remedy: str
    severity: str = "error"


TOOL_PAGES = (
    ToolPage(
        "SYS001",
        "rule-crashed",
        "A rule runs to its end on every input.",
        "A rule broke on this input. All others still ran, but what this one would have said is not known: the run is"
        " incomplete and ends with exit status 3. It cannot be suppressed.",
        "run again with -v, report what it prints, and pass --ignore with the rule's code meanwhile",
    ),
    ToolPage(
        "SYS002",
        "rule-timed-out",
        "A rule ends in the time that it may take.",
        "A rule took longer on this input than rule-seconds under [limits] allows, 120 unless it is set. All others"
        " still ran, but what this one would have said is not known: the run is incomplete and ends with exit status 3."
        " It cannot be suppressed.",
        "raise rule-seconds, or pass --ignore with the rule's code",
    ),
    ToolPage(
        "SYS003",
        "fix-not-as-promised",
        "A fix that calls itself safe changes nothing that is read.",
        "The input was read again as the fix would have made it, and its rendered text, its facts or its links were"
        " others; or the file could not have held the words. The fix was not made, those of other rules were.",
        "mend the place by hand, and report the rule",
    ),
    ToolPage(
        "SYS004",
        "fixes-restless",
        "The fixes of an input come to rest.",
        "What one rule mended another undid, or a rule never had enough. The input is as it was before, and the run"
        " ends with exit status 3.",
        "fix with one of the rules at a time: filinglint fix --rule CODE",
    ),
    ToolPage(
        "SYS005",
        "fix-not-written",
        "A file that is mended can be written.",
        "The file is read-only, was changed by someone else while it was being mended, or cannot be written. It is as"
        " it was, and the run ends with exit status 3.",
        "allow writing to the file, and run filinglint fix again",
    ),
    ToolPage(
        "SYS010",
        "input-unreadable",
        "Every input that is named can be read.",
        "The input is empty, binary, or cannot be opened, or asks for more than document-bytes, documents,"
        " header-lines, tags or nesting under [limits] allow. Nothing in it was looked at: the run is incomplete and"
        " ends with exit status 3. It cannot be suppressed.",
        "name a filing, a document of one, or a BCP summary, as text or HTML",
    ),
    ToolPage(
        "SYS014",
        "input-refused",
        "An archive holds files, and a list names files that are there.",
        "A file in an archive is a link or a device, is encrypted, or is larger than document-bytes allows; or an"
        " archive grows to more than 250 times its size, or is damaged, so that what follows was not looked at; or a"
        " path of --files-from is not there. All others were judged; the run is incomplete and ends with exit status"
        " 3.",
        "unpack it and see what it is, or leave it out",
    ),
    ToolPage(
        "SYS012",
        "worker-died",
        "A process lives through every input that it judges.",
        "With -j, or on a cluster, a process ended while it judged this input, and so did the next one: the memory of"
        " the machine ran out, or a rule pack broke it. Nothing is known of this input, all others were judged; the run"
        " is incomplete and ends with exit status 3. It cannot be suppressed.",
        "look at the size of the file and at what memory there is; report it, with the file if you may",
    ),
    ToolPage(
        "SYS011",
        "reading-broke",
        "Every input is read to its end.",
        "The reading of this input broke, which is a fault of ours. All others were still read. Nothing in this one was"
        " looked at: the run is incomplete and ends with exit status 3. It cannot be suppressed.",
        "run again with -v, and report what it prints",
    ),
    ToolPage(
        "SYS013",
        "limit-reached",
        "An input asks for no more than the limits allow.",
        "A rule found more places than rule-findings under [limits] allows, there are more items, exhibits, links or"
        " the like than fact-members allows one fact, or the input took longer than input-seconds. What was found"
        " before is reported, what was not looked at is named among the outcomes: the run is incomplete and ends with"
        " exit status 3. It cannot be suppressed.",
        "raise what it names under [limits], or leave the file out",
    ),
    *(ToolPage(one.code, one.slug, one.title, one.rationale, one.remedy, one.severity.value) for one in REMARKS),
)


def rule_record(rule: Rule) -> dict[str, Any]:
    """Return all that is known of *rule* as JSON has it, in a stable order."""
    return {
        "code": rule.code,
        "slug": rule.slug,
        "title": rule.title,
        "rationale": rule.rationale,
        "remedy": rule.remedy,
        "severity": rule.severity.value,
        "confidence": rule.confidence.value,
        "status": rule.status,
        "since": rule.since,
        "revision": rule.revision,
        "scope": "document" if rule.per_document else "submission",
        "which": rule.which,
        "kinds": sorted(rule.kinds),
        "forms": None if rule.forms is None else sorted(rule.forms),
        "amendments": rule.amendments,
        "profiles": {name: severity.value for name, severity in sorted(rule.profiles.items())},
        "reads": [extractor.name for extractor in rule.reads],
        "authority": [
            {
                "instrument": authority.instrument,
                "obligation": authority.obligation,
                "effective_from": _iso(authority.effective_from),
                "effective_to": _iso(authority.effective_to),
                "url": authority.url or None,
                "coverage": "partial",
            }
            for authority in rule.authority
        ],
        "fixable": rule.fixable,
        "waivable": rule.waivable,
        "options": schema_of(rule.options) if rule.options is not None else None,
        "formerly": sorted(rule.formerly),
        "tags": sorted(rule.tags),
        "pack": rule.module.partition(".")[0],
    }


def options_of(rule: Rule, origins: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the options of *rule* with the values that hold and where each is stated, by *origins* or the default."""
    if rule.options is None:
        return []
    return [
        {"name": name, "value": rule.chosen[name], "origin": origins.get(name, "default"), **schema}
        for name, schema in schema_of(rule.options)["properties"].items()
    ]


def _options(rule: Rule, origins: Mapping[str, str]) -> list[str]:
    """Say what the options of *rule* are, and what holds."""
    said = []
    for one in options_of(rule, origins):
        held = one.get("items", one)
        limits = [f"{words} {held[name]}" for name, words in (("minimum", "from"), ("maximum", "to")) if name in held]
        kind = f"one of {', '.join(held['enum'])}" if "enum" in held else _TYPES[one["type"]]
        kind = f"a list of {', '.join(held['enum'])}" if one["type"] == "array" and "enum" in held else kind
        words = f"{one['description']} ({' '.join([kind, *limits])})"
        said.append(f"{one['name']} = {toml_value(one['value'])} ({one['origin']}): {words}")
    return said


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _force(authority: Authority) -> str:
    """Return since when and until when *authority* holds, in words."""
    begin, end = authority.effective_from, authority.effective_to
    said = [f"from {begin}"] if begin else []
    said += [f"to {end}"] if end else []
    return " ".join(said) or "undated"


def _scope(rule: Rule) -> list[str]:
    """Say what *rule* judges and what it leaves alone."""
    kinds = ", ".join(_KINDS.get(kind, kind) for kind in _KINDS if kind in rule.kinds)
    said = [f"{kinds}; {_PARTS[rule.which]} by itself" if rule.per_document else f"{kinds}, as a whole"]
    if rule.forms is not None:
        said.append(f"forms {', '.join(sorted(rule.forms))}")
    if not rule.amendments:
        said.append("amendments are not judged")
    if rule.profiles:
        levels = ", ".join(f"{name} ({severity.value})" for name, severity in sorted(rule.profiles.items()))
        said.append(f"profiles {levels}")
    return said


def _limits(rule: Rule) -> tuple[str, list[str]]:
    """Return the rationale without its limits, and the limits."""
    why: list[str] = []
    limits: list[str] = []
    for paragraph in rule.rationale.split("\n\n"):
        head = next((head for head in _LIMITS if paragraph.lower().startswith(head)), "")
        (limits if head else why).append(paragraph[len(head) :].strip())
    limits.append("it covers in part what it cites: that it passes does not say that the provision is met")
    if rule.confidence is not Confidence.HIGH:
        limits.append(f"its confidence is {rule.confidence.value}: some of what it reports is no defect")
    if rule.status == "preview":
        limits.append("it is in preview: it runs only with --preview, and may change")
    limits.append(
        f"it reads {', '.join(e.name for e in rule.reads)}; where these cannot be read for certain, it cannot tell"
    )
    return "\n\n".join(part for part in why if part), limits


def text_page(rule: Rule, cases: Sequence[CaseText], view: View, here: Here = _ANYWHERE) -> Iterator[str]:
    """Yield the page of *rule* for a terminal."""
    why, limits = _limits(rule)
    yield from _head(rule.code, rule.slug, rule.severity, view)
    marks = [
        f"confidence {rule.confidence.value}",
        rule.status,
        f"since {rule.since}",
        f"revision {rule.revision}",
        *([f"edition {here.edition}"] if here.edition else []),
        f"fix: {rule.fixable}",
    ]
    yield from _paragraph(f" {view.glyphs.dot} ".join(marks), view)
    yield from _part("What it checks", [rule.title], view)
    authorities = [f"{a} {_force(a)}{f' <{a.url}>' if a.url else ''}" for a in rule.authority]
    yield from _part("Why", why.split("\n\n") if why else [], view)
    yield from _part("Authority", authorities, view, bullets=True)
    yield from _part("What it is about", _scope(rule), view, bullets=True)
    yield from _part("How to fix", [rule.remedy], view)
    yield from _part("Options", _options(rule, here.origins), view, bullets=True)
    yield from _part("Waiving", [_WAIVING[rule.waivable]], view)
    if cases:
        yield f"\n{view.styled('Cases', 'strong')}\n"
        for case in cases[:_MOST_CASES]:
            yield from _case(case, view)
    yield from _part("Known limits", limits, view, bullets=True)
    yield from _part("Formerly", [", ".join(sorted(rule.formerly))] if rule.formerly else [], view)
    yield "\n"


def text_tool_page(page: ToolPage, view: View) -> Iterator[str]:
    """Yield the page of a code of the tool itself for a terminal."""
    yield from _head(page.code, page.slug, Severity(page.severity), view)
    yield from _part("What it checks", [page.title], view)
    yield from _part("Why", [page.rationale], view)
    yield from _part("How to fix", [page.remedy], view)
    yield "\n"


def _head(code: str, slug: str, severity: Severity, view: View) -> Iterator[str]:
    yield f"{view.styled(f'{severity.value}[{code} {slug}]', severity.value)}\n"


def _paragraph(words: str, view: View, indent: str = "  ", first: str = "  ") -> Iterator[str]:
    for number, line in enumerate(wrapped(escaped(words, ascii_only=view.ascii), min(view.room, 100) - len(indent))):
        yield f"{indent if number else first}{line}\n"


def _part(name: str, paragraphs: Sequence[str], view: View, *, bullets: bool = False) -> Iterator[str]:
    if not paragraphs:
        return
    yield f"\n{view.styled(name, 'strong')}\n"
    for number, paragraph in enumerate(paragraphs):
        if number and not bullets:
            yield "\n"
        yield from _paragraph(paragraph, view, "    " if bullets else "  ", "  - " if bullets else "  ")


def _case(case: CaseText, view: View) -> Iterator[str]:
    yield f"  {case.outcome}: {escaped(case.name, ascii_only=view.ascii)}\n"
    lines = case.text.splitlines()
    for line in lines[:_MOST_LINES]:
        shown = "".join(next(wrapped(escaped(line, ascii_only=view.ascii), min(view.room, 100) - 6), ""))
        yield f"    | {shown}".rstrip() + "\n"
    if len(lines) > _MOST_LINES:
        yield f"    | {view.glyphs.ellipsis} {len(lines) - _MOST_LINES} more lines\n"
    for line in case.expected:
        yield from _paragraph(line, view, "        ", "    = ")


def markdown_page(rule: Rule, cases: Sequence[CaseText], here: Here = _ANYWHERE) -> Iterator[str]:
    """Yield the page of *rule* in Markdown."""
    why, limits = _limits(rule)
    yield f"# {rule.code} {rule.slug}\n\n{_safe(rule.title)}\n\n"
    columns = ("severity", "confidence", "status", "since", "revision", "edition", "fix")
    yield f"| {' | '.join(columns)} |\n|{' --- |' * len(columns)}\n"
    yield f"| {rule.severity.value} | {rule.confidence.value} | {rule.status} | {rule.since} | {rule.revision} "
    yield f"| {here.edition or 'none'} | {rule.fixable} |\n\n"
    if why:
        yield f"## Why\n\n{_safe(why)}\n\n"
    yield "## Authority\n\n"
    for authority in rule.authority:
        cited = f"[{_safe(str(authority))}]({authority.url})" if authority.url else _safe(str(authority))
        yield f"- {cited}, {_force(authority)}; covered in part\n"
    yield "\n## What it is about\n\n" + "".join(f"- {_safe(line)}\n" for line in _scope(rule))
    yield f"\n## How to fix\n\n{_safe(rule.remedy)}\n\n"
    if rule.options is not None:
        yield "## Options\n\n" + "".join(f"- {_safe(line)}\n" for line in _options(rule, here.origins)) + "\n"
    yield f"## Waiving\n\n{_WAIVING[rule.waivable]}\n\n"
    if cases:
        yield "## Cases\n\n"
    for case in cases[:_MOST_CASES]:
        yield f"### {case.outcome}: {case.name}\n\n" + "".join(f"    {line}\n" for line in case.text.splitlines())
        yield "\n" + "".join(f"- `{line}`\n" for line in case.expected) + ("\n" if case.expected else "")
    yield "## Known limits\n\n" + "".join(f"- {_safe(line)}\n" for line in limits)
    if rule.formerly:
        yield f"\n## Formerly\n\n{', '.join(sorted(rule.formerly))}\n"


def _safe(words: str) -> str:
    """Return *words* with the signs of Markdown and HTML made plain."""
    return "".join(f"\\{char}" if char in "\\`*_[]<>|#" else char for char in words)


def page_record(rule: Rule, cases: Sequence[CaseText], here: Here = _ANYWHERE) -> dict[str, Any]:
    """Return the page of *rule* as JSON has it."""
    shown = [{"name": c.name, "outcome": c.outcome, "text": c.text, "expected": list(c.expected)} for c in cases]
    held = {
        "edition": here.edition or None,
        "options": options_of(rule, here.origins),
        "limits": _limits(rule)[1],
        "cases": shown,
    }
    return rule_record(rule) | held


def markdown_table(rules: Sequence[Rule]) -> Iterator[str]:
    """Yield a table of *rules* in Markdown."""
    yield "| code | rule | severity | confidence | what it checks |\n| --- | --- | --- | --- | --- |\n"
    for rule in rules:
        yield f"| {rule.code} | {rule.slug} | {rule.severity.value} | {rule.confidence.value} "
        yield f"| {_safe(rule.title)} |\n"
