"""The page as a whole: what it may do, what it says first, and its parts in order.

Nothing comes from elsewhere: the policy lets in no script and no style but ours, known by their hashes, and
nothing else at all. Without the script everything is there and can be read; it filters, and shows places side by side.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from filinglint.finding import Outcome, Severity
from filinglint.report import Report, counted
from filinglint.reporters.html import tables
from filinglint.reporters.html.cards import cards, chosen, filters
from filinglint.reporters.html.elements import Markup, element, joined
from filinglint.reporters.html.filed import Filed, Library, library, numbered
from filinglint.reporters.summary import CAUTION
from filinglint.rule import Rule

_RAN = (Outcome.FAILED, Outcome.CANNOT_TELL, Outcome.WAIVED, Outcome.PASSED, Outcome.NOT_APPLICABLE, Outcome.NOT_RUN)
_NARROWEST = 0.6  # of a bar, in percent of its width


@cache
def _resource(name: str) -> str:
    return files(__package__).joinpath(name).read_text("utf-8")


def _hash(words: str) -> str:
    return base64.b64encode(hashlib.sha256(words.encode()).digest()).decode()


def pieces(report: Report, rules: Sequence[Rule]) -> Iterator[Markup]:
    """Yield the page in pieces."""
    findings = chosen(report)
    numbers = numbered(findings)
    shelf = library(report, findings, numbers)
    yield _head(report)
    yield Markup('<body>\n<a class="skip" href="#findings">Skip to the findings</a>\n')
    yield _summary(report)
    yield _contents(report, shelf)
    yield Markup('<main>\n<section id="findings" aria-labelledby="findings-title">\n')
    yield element("h2", "Findings", id="findings-title")
    if findings:
        yield filters(report, findings)
        if len(report.findings) > len(findings):
            more = f"{len(report.findings) - len(findings):,} more findings are in the reports for machines"
            yield element("p", f"The {len(findings):,} that matter most are shown; {more}.", class_="cut")
        yield Markup('<div class="desk">\n<div class="list">\n')
        yield from cards(report, findings, numbers, shelf.anchors, {rule.code for rule in rules})
        yield Markup("</div>\n")
        yield _viewer()
        yield Markup("</div>\n")
    else:
        yield element("p", "None. What that is worth, the coverage below says.", class_="none")
    yield Markup("</section>\n")
    yield from _documents(shelf)
    yield _section("coverage", "Coverage by citation", element("p", _worth()), tables.coverage(report, rules))
    yield _section("undecided", "Cannot tell", tables.undecided(report))
    yield _section("outcomes", "Outcomes of rules", tables.outcomes(report, rules))
    yield _section("inputs", "Inputs", tables.inputs(report))
    yield _section("notices", "Notices", tables.notices(report))
    yield Markup("</main>\n")
    yield _foot(report)
    yield Markup(f"<script>{_resource('page.js')}</script>\n</body>\n</html>\n")


def _head(report: Report) -> Markup:
    style, script = _resource("page.css"), _resource("page.js")
    policy = (
        f"default-src 'none'; style-src 'sha256-{_hash(style)}'; script-src 'sha256-{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return Markup(
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="referrer" content="no-referrer">\n<meta name="robots" content="noindex">\n'
        f'<meta name="generator" content="filinglint {Markup(report.run.version)}">\n'
        f"{element('title', f'{_verdict(report)} · filinglint')}\n<style>{style}</style>\n</head>\n"
    )


def _counts(report: Report) -> str:
    counts = report.severities()
    said = [counted(counts[s], s.value) for s in Severity if counts[s]]
    return ", ".join(said) or "no findings"


def _verdict(report: Report) -> str:
    return f"{_counts(report)} in {counted(len(report.inputs), 'input')}"


def _summary(report: Report) -> Markup:
    """Return the head of the page: the verdict, the figures behind it, and by what was judged."""
    run = report.run
    profiles = run.profiles or tuple(sorted({name for one in report.inputs for name in one.profiles}))
    days = sorted({one.as_of for one in report.inputs if one.as_of})
    day = (days[0] if days[0] == days[-1] else f"{days[0]} – {days[-1]}") if days else run.as_of
    asked = [
        ("Purpose", run.purpose),
        ("Profile", ", ".join(profiles)),
        ("Edition", ", ".join(run.editions) + ("" if run.pinned else " (the newest)")),
        ("As of", day),
        ("Run on", run.today),
    ]
    counts = report.severities()
    tiles = [
        element("li", element("b", f"{counts[s]:,}"), element("span", f"{s.value}s"), class_=f"tile {s.value}")
        for s in Severity
    ]
    status = "complete" if report.complete else "incomplete: not everything could be looked at"
    return element(
        "header",
        element("p", "filinglint", class_="brand"),
        element("h1", _title(report)),
        element("p", element("span", status, class_=f"state {'whole' if report.complete else 'broken'}"), class_="sub"),
        element("ul", *tiles, class_="tiles"),
        _bar(report),
        element("dl", *(joined([element("dt", k), element("dd", v)]) for k, v in asked if v), class_="asked"),
        class_="top",
    )


def _title(report: Report) -> str:
    if len(report.inputs) == 1:
        one = report.inputs[0]
        return " ".join(part for part in (f"Form {one.form}" if one.form else one.path, one.accession) if part)
    return f"{len(report.inputs):,} inputs"


def _bar(report: Report) -> Markup:
    """Return how many rules came to each outcome, as a bar and in words."""
    counts: Counter[Outcome] = report.rule_outcomes()
    whole = sum(counts.values())
    if not whole:
        return Markup("")
    at, bars, words = 0.0, [], []
    for outcome in _RAN:
        if not counts[outcome]:
            continue
        width = max(_NARROWEST, 100 * counts[outcome] / whole)
        bars.append(element("rect", class_=outcome.value, x=f"{at:.2f}", y="0", width=f"{width:.2f}", height="4"))
        at += width
        name = outcome.value.replace("-", " ")
        words.append(element("li", element("b", f"{counts[outcome]:,}"), f" {name}", class_=outcome.value))
    shape = f"0 0 {at:.2f} 4"
    drawn = element("svg", *bars, viewBox=shape, preserveAspectRatio="none", aria_hidden="true", class_="bar")
    heading = element("p", element("b", f"{whole:,}"), " rules", class_="whole")
    return element("div", heading, drawn, element("ul", *words), class_="ran")


def _contents(report: Report, shelf: Library) -> Markup:
    undecided = sum(record.outcome is Outcome.CANNOT_TELL for record in report.outcomes)
    parts = [
        ("findings", "Findings", len(report.findings)),
        ("documents", "Documents", len(shelf.documents)),
        ("coverage", "Coverage", None),
        ("undecided", "Cannot tell", undecided),
        ("outcomes", "Outcomes", None),
        ("inputs", "Inputs", len(report.inputs)),
        ("notices", "Notices", len(report.notices)),
    ]
    links = [
        element(
            "a", name, *([] if count is None else [" ", element("span", f"{count:,}", class_="count")]), href=f"#{part}"
        )
        for part, name, count in parts
    ]
    return element("nav", *links, aria_label="Parts of the report")


def _viewer() -> Markup:
    """Return the two panes in which the places of a finding stand side by side; the script fills them."""
    panes = [
        element(
            "section",
            element("header", element("h3", "", id=f"pane-{name}-title"), element("p", "", class_="where")),
            element("div", "", class_="sheet", tabindex="0", role="region", aria_labelledby=f"pane-{name}-title"),
            class_="pane",
            id=f"pane-{name}",
        )
        for name in ("a", "b")
    ]
    return element("div", *panes, id="viewer", hidden=True)


def _documents(shelf: Library) -> Iterator[Markup]:
    yield Markup('<section id="documents" aria-labelledby="documents-title">\n')
    yield element("h2", "Documents", id="documents-title")
    said = "Words as they are filed, without colours, pictures, links and scripts; the places of findings are marked."
    yield element("p", said)
    for document in shelf.documents:
        yield _document(document)
        yield Markup("\n")
    for path, remark in shelf.remarks:
        yield element("p", f"{path}: {remark}.", class_="cut")
    yield Markup("</section>\n")


def _document(document: Filed) -> Markup:
    label = f"{document.name} in {document.path}"
    return element(
        "article",
        element(
            "header",
            element("h3", document.name),
            element("p", document.path, class_="where"),
            element("p", document.remark, class_="cut") if document.remark else "",
        ),
        element("div", document.markup, class_="sheet", tabindex="0", role="region", aria_label=label),
        class_="document",
        id=f"d{document.number}",
        data_name=document.name,
        data_path=document.path,
    )


def _section(name: str, title: str, *content: Markup) -> Markup:
    heading = element("h2", title, id=f"{name}-title")
    return joined([element("section", heading, *content, id=name, aria_labelledby=f"{name}-title"), "\n"])


def _worth() -> str:
    return f"{CAUTION[0].upper()}{CAUTION[1:]}. A provision is covered in part where a rule cites it, never in full."


def _foot(report: Report) -> Markup:
    run = report.run
    packs = ", ".join(f"{name} {version}" for name, version in run.packs)
    said = [f"filinglint {run.version}", f"packs: {packs}" if packs else ""]
    said.append(f"configuration {run.config_sha256}" if run.config_sha256 else "")
    return element(
        "footer",
        element("p", f"{CAUTION[0].upper()}{CAUTION[1:]}. This is no legal advice."),
        element("p", " · ".join(part for part in said if part), class_="where"),
    )
