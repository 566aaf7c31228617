"""The report for people: a frame for each finding, then what was looked at and what that is worth."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from filinglint.finding import Finding, Outcome, Severity
from filinglint.report import INCOMPLETE, InputRecord, Report, counted
from filinglint.reporters.cells import defused, escaped, wrapped
from filinglint.reporters.frames import frame, gutter, located, where
from filinglint.reporters.summary import citations_in_part, in_short
from filinglint.reporters.view import View
from filinglint.rule import Rule

_MOST_FILES = 12
_KINDS = {
    "submission": "submission",
    "draft": "draft",
    "document": "document of a filing",
    "bcp-summary": "BCP summary",
    "unknown": "unknown text",
}
_TOOL = ("SYS", "WVR")
_HOW = {"safe": "filinglint fix", "unsafe": "filinglint fix --unsafe", "suggestion": "a suggestion"}


def render(report: Report, rules: Sequence[Rule], view: View) -> Iterator[str]:
    """Yield the report in pieces that end with line feeds."""
    findings, left_out = shown(report, view)
    brief = report.run.purpose == "review" and view.verbosity < 1
    urls = {rule.code: next((a.url for a in rule.authority if a.url), "") for rule in rules} if view.hyperlinks else {}
    for finding in findings:
        short = brief and finding.severity is Severity.INFO
        lines = _line(finding, view) if short else _page(finding, view, urls.get(finding.code, ""))
        yield defused("".join(f"{line}\n" for line in lines))
    if view.verbosity >= 0:
        yield from remarks(report, rules, view, left_out)


def shown(report: Report, view: View) -> tuple[list[Finding], int]:
    """Return the findings that *view* shows, and how many it leaves out for their number."""
    findings = [f for f in report.findings if f.suppression is None or view.suppressed]
    most = len(findings) if view.most is None else view.most
    return findings[:most], max(0, len(findings) - most)


def _title(finding: Finding, view: View, url: str) -> Iterator[str]:
    """Yield what is wrong; the name of the rule leads to its authority where that has an address."""
    name = f"{finding.severity.value}[{finding.code} {finding.slug}]"
    message, *more = finding.message.split("\n")
    first, *rest = wrapped(f"{name}: {escaped(message, ascii_only=view.ascii)}", view.room)
    head = name if first.startswith(name) else ""
    yield view.linked(view.styled(head, finding.severity.value), url) + view.styled(first[len(head) :], "strong")
    for line in wrapped(" ".join(rest), view.room - 4):
        yield "    " + view.styled(line, "strong")
    # Where a rule broke is said in lines of their own, as Python says it.
    for words in more:
        indent = " " * min(20, 4 + len(words) - len(words.lstrip()))
        for line in wrapped(escaped(words.strip(), ascii_only=view.ascii), view.room - len(indent)):
            yield indent + line


def _page(finding: Finding, view: View, url: str) -> Iterator[str]:
    """Yield the title, the frames, the authority and the next step of *finding*, and a blank line."""
    yield from _title(finding, view, url)
    framed = {"0": 0, "1": 2, "all": len(finding.related) + 1}[view.frames]
    spots = (finding.spot, *finding.related)
    numbers = gutter(spots)
    style = finding.severity.value
    for index, spot in enumerate(spots):
        if index < framed:
            yield from frame(spot, view, numbers, first=not index, style="related" if index else style)
        else:
            yield from located(spot, view, numbers, first=not index, label=spot.label)
    if finding.suppression is not None:
        waived = finding.suppression
        until = f", until {waived.expires}" if waived.expires else ""
        by = f"; approved by {waived.approved_by}" if waived.approved_by else ""
        yield from _noted(f"{waived.kind} {waived.id}: {waived.reason}{until}{by}", "suppressed", view, numbers)
    for note in finding.notes:
        yield from _noted(note, "note", view, numbers)
    if finding.citations:
        yield from _noted("; ".join(finding.citations), "authority", view, numbers)
    yield from _noted(finding.remedy, "remedy", view, numbers)
    for fix in finding.fixes[:1]:
        yield from _noted(f"{fix.description} ({_HOW[fix.kind]})", "fix", view, numbers)
    if not finding.code.startswith(_TOOL):
        yield from _noted(f"filinglint explain {finding.code}", "more", view, numbers)
    yield ""


def _noted(words: str, name: str, view: View, numbers: int) -> Iterator[str]:
    """Yield ``= name: words``, wrapped beside the gutter; line feeds in *words* are kept."""
    margin = " " * (numbers + 2)
    head = f"= {name}: "
    for number, paragraph in enumerate(words.splitlines()):
        text = escaped(paragraph, ascii_only=view.ascii)
        start = head if number == 0 else " " * len(head)
        for line in wrapped(text, view.room - len(margin) - len(head)):
            yield margin + (view.styled(start, "gutter") if start.strip() else start) + line
            start = " " * len(head)


def _line(finding: Finding, view: View) -> Iterator[str]:
    """Yield an info in one line, or as few as its words need."""
    name = f"{finding.severity.value}[{finding.code} {finding.slug}]"
    words = f"{name}: {where(finding.spot, view)}: {escaped(finding.message, ascii_only=view.ascii)}"
    first, *rest = wrapped(words, view.room)
    yield view.styled(name, finding.severity.value) + first[len(name) :] if first.startswith(name) else first
    for line in wrapped(" ".join(rest), view.room - 4):
        yield "    " + line


def remarks(report: Report, rules: Sequence[Rule], view: View, left_out: int) -> Iterator[str]:
    """Yield what follows the findings: counts, what was looked at and how, and what that is worth."""
    lines = [
        *([f"{left_out} more findings are not shown"] if left_out else []),
        *_by_file(report, view),
        *_mendable(report),
        *_undecided(report, view),
        _looked_at(report, view),
        _asked(report, view),
        _worth(report, rules),
    ]
    for line in lines:
        yield defused("".join(f"{part}\n" for part in wrapped(escaped(line, ascii_only=view.ascii), view.room)))


def _severities(findings: Iterable[Finding]) -> str:
    counts = Counter(finding.severity for finding in findings)
    return ", ".join(counted(counts[severity], severity.value) for severity in Severity if counts[severity])


def _by_file(report: Report, view: View) -> list[str]:
    """Say how many findings each file has, the files with the most first where there are many."""
    files: dict[str, list[Finding]] = {}
    for finding in report.findings:
        if finding.suppression is None:
            files.setdefault(finding.spot.path, []).append(finding)
    if not files:
        return [f"no findings in {counted(len(report.inputs), 'input')}"]
    paths = list(files)
    if len(paths) > _MOST_FILES:
        paths = sorted(paths, key=lambda path: (-len(files[path]), path))[:_MOST_FILES]
    said = [f"{path}: {_severities(files[path])}" for path in paths]
    if len(files) > len(paths):
        said.append(f"and {len(files) - len(paths):,} more files")
        said.append(f"in all {_severities(finding for found in files.values() for finding in found)}")
    return [f" {view.glyphs.dot} ".join(said)]


def _mendable(report: Report) -> Iterator[str]:
    """Say how many findings filinglint can mend."""
    kinds = Counter(finding.fixable for finding in report.findings if finding.suppression is None)
    safe, unsafe = kinds["safe"], kinds["unsafe"]
    if safe or unsafe:
        said = [f"{counted(safe, 'finding')} with 'filinglint fix'"] if safe else []
        said += [f"{unsafe:,} more with --unsafe"] if safe and unsafe else []
        said += [f"{counted(unsafe, 'finding')} with 'filinglint fix --unsafe'"] if unsafe and not safe else []
        yield f"can be mended: {', '.join(said)}"


def _undecided(report: Report, view: View) -> Iterator[str]:
    """Name what broke always, and what a person must decide where everything is asked for."""
    everything = view.verbosity > 0 or report.run.purpose == "audit"
    for record in report.outcomes:
        if record.outcome is not Outcome.CANNOT_TELL:
            continue
        reason = record.reason or ""
        if everything or reason.startswith(INCOMPLETE):
            place = f"{record.path} ({record.document})" if record.document else record.path
            yield f"cannot tell: {record.code} on {place}: {reason}"


def _looked_at(report: Report, view: View) -> str:
    kinds = Counter(record.kind for record in report.inputs)
    documents = sum(record.documents for record in report.inputs if record.kind in ("submission", "draft"))
    said = []
    for kind, noun in _KINDS.items():
        if kinds[kind]:
            inner = f" with {counted(documents, 'document')}" if kind == "submission" else ""
            said.append(counted(kinds[kind], noun) + inner)
    inputs = counted(len(report.inputs), "input") + (f" ({', '.join(said)})" if said else "")
    outcomes = report.rule_outcomes()
    waivers = sorted({f.suppression.id for f in report.findings if f.suppression is not None and f.suppression.id})
    ran = []
    for outcome in Outcome:
        number = outcomes[outcome]
        if number:
            ids = f" ({', '.join(waivers)})" if outcome is Outcome.WAIVED and waivers else ""
            ran.append(f"{number} {outcome.value.replace('-', ' ')}{ids}")
    counts = f"{counted(sum(outcomes.values()), 'rule')}: {', '.join(ran)}" if ran else "no rules"
    return f"{inputs} {view.glyphs.dot} {counts}"


def _asked(report: Report, view: View) -> str:
    run = report.run
    profiles = run.profiles or tuple(sorted({name for record in report.inputs for name in record.profiles}))
    parts = [
        f"filinglint {run.version}",
        f"edition {', '.join(run.editions)}{'' if run.pinned else ' (the newest)'}" if run.editions else "",
        f"purpose {run.purpose}",
        f"profile {', '.join(profiles)}" if profiles else "",
        f"as of {_days(report.inputs, view)}" if report.inputs else f"as of {run.as_of}",
        "complete" if report.complete else "INCOMPLETE: not everything could be looked at",
    ]
    return f" {view.glyphs.dot} ".join(part for part in parts if part)


def _days(inputs: Sequence[InputRecord], view: View) -> str:
    """Return the days by which the inputs were judged, with where they come from."""
    days: dict[str, set[str]] = {}
    for record in inputs:
        if record.as_of:
            days.setdefault(record.as_of_source, set()).add(record.as_of)
    said = []
    for source, found in sorted(days.items()):
        first, last = min(found), max(found)
        span = first if first == last else f"{first} {view.glyphs.dash} {last}"
        said.append(f"{span} ({source})")
    return ", ".join(said) or "no day"


def _worth(report: Report, rules: Sequence[Rule]) -> str:
    cited = citations_in_part(report, rules)
    if not cited:
        return "no finding is not compliance: no rule has judged these inputs"
    return f"no finding is not compliance: the rules that ran cover in part {in_short(cited)}"
