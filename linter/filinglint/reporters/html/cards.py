"""Findings as the page shows them: what is wrong, every place that says so, on what authority, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import nsmallest
from itertools import groupby

from filinglint.finding import Excerpt, Finding, Severity, Spot
from filinglint.report import InputRecord, Report, counted
from filinglint.reporters.html.elements import Markup, element, joined, void
from filinglint.source import Place
from filinglint.stamp import cut

MOST = 1500  # findings on a page
_MOST_PLACES = 24  # places of a finding
_NAMED = 60  # code points of the words by which a place without a label is called
_HOW = {"safe": "filinglint fix", "unsafe": "filinglint fix --unsafe", "suggestion": "a suggestion, never made"}
_SIGNS = {Severity.ERROR: "✕", Severity.WARNING: "!", Severity.INFO: "i"}


def chosen(report: Report) -> list[Finding]:
    """Return the findings that the page shows, in the order of the report: of very many those that matter most."""
    if len(report.findings) <= MOST:
        return list(report.findings)
    weights = ((f.suppression is not None, f.severity.rank, i, f) for i, f in enumerate(report.findings))
    return [finding for *_, finding in sorted(nsmallest(MOST, weights, key=_weight), key=lambda one: one[2])]


def _weight(one: tuple[bool, int, int, Finding]) -> tuple[bool, int, int]:
    return one[:3]


def cards(
    report: Report, findings: Sequence[Finding], numbers: dict[tuple[int, int], int], anchors: set[int], rules: set[str]
) -> Iterator[Markup]:
    """Yield the findings, under their files; *anchors* are the marks that stand in a document on the page."""
    files = _files(report)
    for path, group in groupby(enumerate(findings), key=lambda one: _file_of(report, one[1])):
        listed = list(group)
        yield Markup(f'<section class="file" data-file="{files[path]}">')
        yield _file_head(path, report.input_of(listed[0][1]), [finding for _, finding in listed])
        for i, finding in listed:
            places = [numbers[i, j] if numbers[i, j] in anchors else 0 for j in range(1 + len(finding.related))]
            yield _card(i, finding, places, (path, files[path]), finding.code in rules)
        yield Markup("</section>\n")


def _file_of(report: Report, finding: Finding) -> str:
    record = report.input_of(finding)
    return record.path if record is not None else finding.spot.path


def _files(report: Report) -> dict[str, int]:
    """Return the number of each input, and of each other file that a finding is in."""
    paths = dict.fromkeys([record.path for record in report.inputs])
    paths.update(dict.fromkeys(_file_of(report, finding) for finding in report.findings))
    return {path: number for number, path in enumerate(paths, 1)}


def filters(report: Report, findings: Sequence[Finding]) -> Markup:
    """Return the controls that choose among *findings*; they are shown where scripts run."""
    boxes = [
        element(
            "label",
            void("input", type="checkbox", name="severity", value=severity.value, checked=True),
            element("span", severity.value, class_=f"name {severity.value}"),
            element("span", str(sum(f.severity is severity for f in findings)), class_="count"),
        )
        for severity in Severity
    ]
    families = sorted({_family(finding) for finding in findings})
    files = _files(report)
    paths = dict.fromkeys(_file_of(report, finding) for finding in findings)
    suppressed = sum(finding.suppression is not None for finding in findings)
    if suppressed:
        boxes.append(element("label", void("input", type="checkbox", name="held"), f"suppressed ({suppressed})"))
    return element(
        "form",
        element("fieldset", element("legend", "Severity"), *boxes),
        _choice("family", "Family", [("", "all"), *((name, name) for name in families)]),
        _choice("file", "File", [("", "all"), *((str(files[path]), path) for path in paths)]),
        element("label", "Text ", void("input", type="search", name="text", autocomplete="off", spellcheck="false")),
        element("output", "", id="shown", aria_live="polite"),
        id="filters",
        hidden=True,
        aria_label="Filter the findings",
    )


def _choice(name: str, title: str, options: Sequence[tuple[str, str]]) -> Markup:
    made = [element("option", words, value=value or "*") for value, words in options]
    return element("label", f"{title} ", element("select", *made, name=name))


def _family(finding: Finding) -> str:
    return finding.code.rstrip("0123456789")


def _file_head(path: str, record: InputRecord | None, findings: Sequence[Finding]) -> Markup:
    counts = [(severity, sum(f.severity is severity for f in findings)) for severity in Severity]
    return element(
        "header",
        element("h3", path),
        element("p", described(record) if record is not None else "", class_="kind"),
        element("p", *(element("span", counted(n, s.value), class_=f"name {s.value}") for s, n in counts if n)),
    )


def described(record: InputRecord) -> str:
    """Return what *record* is: ``submission · 8-K · 0001193125-04-218426 · as of 2004-12-22 (filed)``."""
    day = f"as of {record.as_of} ({record.as_of_source})" if record.as_of else ""
    return " · ".join(part for part in (record.kind, record.form, record.accession, day) if part)


def _card(i: int, finding: Finding, places: Sequence[int], file: tuple[str, int], has_rule: bool) -> Markup:
    path, number_of_file = file
    spots = (finding.spot, *finding.related)
    first = next((number for number in places if number), 0)
    code = element("a", finding.code, href=f"#rule-{finding.code}") if has_rule else element("span", finding.code)
    title = element(
        "h4",
        element("span", _SIGNS[finding.severity], class_="sign", aria_hidden="true"),
        element("span", finding.severity.value, class_="severity"),
        " ",
        element("a", finding.message, class_="pick", href=f"#m{first}" if first else f"#f{i + 1}"),
    )
    listed = [
        _place(spot, number, path, own=not j)
        for j, (spot, number) in enumerate(zip(spots[:_MOST_PLACES], places, strict=False))
    ]
    if len(spots) > _MOST_PLACES:
        listed.append(element("li", f"and {len(spots) - _MOST_PLACES} more places, which the JSON report names"))
    return element(
        "article",
        title,
        element("p", code, " ", element("span", finding.slug, class_="slug"), class_="rule"),
        element("ul", *listed, class_="places"),
        _said(finding),
        id=f"f{i + 1}",
        class_=f"finding {finding.severity.value}{' held' if finding.suppression else ''}",
        data_severity=finding.severity.value,
        data_family=_family(finding),
        data_file=number_of_file,
        data_held=finding.suppression is not None,
    )


def _place(spot: Spot, number: int, path: str, *, own: bool) -> Markup:
    """Return one place: what it says, where it is (in *path* unless it is said), and the words around it."""
    named = f"‘{cut(spot.text, _NAMED)}’" if len(spot.text) > 1 and any(map(str.isalnum, spot.text)) else "here"
    words = spot.label or named
    where = _where(spot.place, "" if spot.path == path else spot.path)
    around = " › ".join(part for part in (spot.document, *spot.trail, spot.block) if part)
    until = spot.place.until if spot.place is not None else ""
    return element(
        "li",
        element("a", words, class_="show", href=f"#m{number}", data_mark=number) if number else element("b", words),
        element("span", around + (f", to {until}" if until else ""), class_="around"),
        element("span", where, class_="where"),
        _quoted(spot.excerpt),
        class_="own" if own else "other",
    )


def _where(place: Place | None, path: str) -> str:
    if place is None:
        return path
    named = f"line {place.line:,}, column {place.column:,}" if place.in_text else place.where
    return f"{path}, {named}" if path else named


def _quoted(shown: Excerpt) -> Markup:
    """Return the words of a place as they are rendered, or else as the source has them."""
    if shown.rendered.strip():
        text, start, end, omitted = shown.rendered, shown.rendered_start, shown.rendered_end, 0
        left = right = ""
    else:
        text, start, end, omitted = shown.source, shown.start, shown.end, shown.omitted
        left, right = "…" * shown.cut_left, "…" * shown.cut_right
    if not text.strip():
        return Markup("")
    marked = text[start:end]
    if omitted:
        half = len(marked) // 2
        marked = f"{marked[:half]} ⋯ {omitted:,} characters ⋯ {marked[half:]}"
    mark = element("mark", marked) if marked else element("mark", "‸")
    return element("blockquote", element("p", left, text[:start], mark, text[end:], right))


def _said(finding: Finding) -> Markup:
    """Return what follows from a finding: remedy, fix, authority, and why it does not count if it does not."""
    lines: list[tuple[str, str]] = [("Remedy", finding.remedy)] if finding.remedy else []
    lines += [("Fix", f"{fix.description} ({_HOW[fix.kind]})") for fix in finding.fixes[:3]]
    lines += [("Authority", citation) for citation in finding.citations]
    if finding.suppression is not None:
        held = finding.suppression
        by = f", approved by {held.approved_by}" if held.approved_by else ""
        until = f", until {held.expires}" if held.expires else ""
        lines.append(("Suppressed", f"{held.kind} {held.id}: {held.reason}{by}{until}"))
    lines += [("Note", note) for note in finding.notes]
    lines.append(("Confidence", finding.confidence.value))
    lines.append(("Fingerprint", finding.fingerprint))
    pairs = [joined([element("dt", name), element("dd", words)]) for name, words in lines]
    return element("dl", *pairs)
