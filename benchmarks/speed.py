"""How fast it is, in units of one parse: ratios of times taken in turn, in one process, round after round.

Usage: python benchmarks/speed.py FOLDER... [--rounds 5] [--small FILE] [--peer-python PYTHON ...] [--json FILE]
       [--only stages,facts,growth,start,memory,peers]

One unit, **L**, is the processor time that ``lxml.etree.HTMLParser`` takes for the HTML documents of all filers in
the FOLDERs, bytes ready in memory; what EDGAR itself made of a filing is skipped. Every figure is a ratio within one
run, the median of its rounds: quote ratios, never seconds. ``--small`` is the filing that the start of the command is
measured with; ``--peer-python`` an interpreter that has edgartools or other readers, which pin their own lxml.
"""

from __future__ import annotations

import argparse
import gc
import json
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import speed_outside
from lxml import etree

from filinglint import judging
from filinglint.catalogue import load_catalogue
from filinglint.discovery import discover
from filinglint.documents.document import Body, Document
from filinglint.documents.markup import Rendered
from filinglint.documents.submission import Submission
from filinglint.engine import check
from filinglint.errors import InputError
from filinglint.facts.exhibits import exhibits
from filinglint.facts.extractor import Extractor
from filinglint.facts.header import header
from filinglint.facts.items import items
from filinglint.judging import Options
from filinglint.kinds import read
from filinglint.report import Report
from filinglint.reporters import reporter
from filinglint.reporters.view import View
from filinglint.running import Runner
from filinglint.source import Source
from filinglint.triage.selection import Selection

PARTS = ("stages", "facts", "growth", "start", "memory", "peers")
Work = Callable[[], object]
Figures = dict[str, float]


class Corpus:
    """The submissions below some folders, and the HTML documents of their filers as bytes."""

    def __init__(self, folders: list[str]) -> None:
        self.paths: list[str] = []
        self.html: list[bytes] = []
        self.bytes = 0
        for path in (found.path for found in discover(folders) if not found.draft):
            try:
                source = Source.from_path(path)
            except InputError:
                continue
            submission = read(source, None, lambda _: None).submission
            if submission.kind != "submission":
                continue
            self.paths.append(path)
            self.bytes += len(source.data)
            for document in readable(submission):
                if document.body is not Body.TEXT:
                    body = source.text[document.content.start : document.content.end].strip()
                    self.html.append(body.encode() or b"<p/>")

    def submissions(self) -> Iterator[Submission]:
        """Read every submission anew."""
        for path in self.paths:
            yield read(Source.from_path(path), None, lambda _: None).submission

    def parse(self) -> None:
        """Parse every HTML document once: the unit."""
        for body in self.html:
            etree.fromstring(body, etree.HTMLParser())


def readable(submission: Submission) -> list[Document]:
    """Return the documents of *submission* that filers filed and people read."""
    return [document for document in submission.filed_documents if document.readable]


def rounds(work: Mapping[str, Work], count: int) -> dict[str, list[float]]:
    """Return the processor seconds of each piece of *work*, done in turn *count* times after a first time uncounted."""
    taken: dict[str, list[float]] = {name: [] for name in work}
    for turn in range(count + 1):
        for name, do in work.items():
            begun = time.process_time()
            do()
            if turn:
                taken[name].append(time.process_time() - begun)
    return taken


def ratios(taken: Mapping[str, list[float]], unit: str) -> Figures:
    """Return the median of the ratios to *unit*, round by round."""
    return {
        name: statistics.median(one / whole for one, whole in zip(each, taken[unit], strict=True))
        for name, each in taken.items()
    }


def as_json(report: Report) -> int:
    """Write *report* as JSON to nowhere; return its size in characters."""
    return sum(map(len, reporter("json")(report, load_catalogue().rules, View())))


def asked_facts(corpus: Corpus) -> None:
    """Read what other readers read too: the header, the items and the exhibits of every submission."""
    for submission in corpus.submissions():
        for extractor in (header, items, exhibits):
            extractor.found(submission)


def stages(corpus: Corpus, count: int) -> Figures:
    """Return what the stages cost, each alone."""
    catalogue = load_catalogue()
    headers = Options(selection=Selection(select=("HDR",)))
    submissions = list(corpus.submissions())
    documents = [document for submission in submissions for document in readable(submission)]
    report = check(corpus.paths, Options(), catalogue)

    def render() -> None:
        for one in documents:
            html = one.body is not Body.TEXT
            Rendered(one.source.text, one.content, html=html, stuffed=one.stuffed)

    return ratios(
        rounds(
            {
                "one parse by lxml (L)": corpus.parse,
                "bytes read": lambda: [Path(path).read_bytes() for path in corpus.paths],
                "submissions read": lambda: sum(len(one.documents) for one in corpus.submissions()),
                "documents rendered": render,
                "facts: header, items, exhibits": lambda: asked_facts(corpus),
                "header rules alone": lambda: check(corpus.paths, headers, catalogue),
                "JSON report": lambda: as_json(report),
                "check, all rules": lambda: as_json(check(corpus.paths, Options(), catalogue)),
            },
            count,
        ),
        "one parse by lxml (L)",
    )


class Stopwatch:
    """Processor time by name, what is called from within left out."""

    def __init__(self) -> None:
        self.spent: dict[str, float] = defaultdict(float)
        self._running: list[str] = []
        self._since = 0.0

    def _turn(self) -> None:
        now = time.process_time()
        if self._running:
            self.spent[self._running[-1]] += now - self._since
        self._since = now

    def timed(self, name: Callable[..., str] | str, do: Callable[..., Any]) -> Callable[..., Any]:
        """Return *do* with its time taken under *name*, or under what *name* makes of its arguments."""

        def run(*given: Any, **more: Any) -> Any:
            self._turn()
            self._running.append(name if isinstance(name, str) else name(*given, **more))
            try:
                return do(*given, **more)
            finally:
                self._turn()
                self._running.pop()

        return run


def facts(corpus: Corpus, count: int) -> Figures:
    """Return what each extractor, each family of rules and the rest of a check cost, the rest left out of each.

    The clock itself is in these figures: they say what is large, and add up to more than the check.
    """
    catalogue = load_catalogue()
    found: dict[str, list[float]] = defaultdict(list)
    found_by, owners = Extractor.found, (Rendered, judging, judging.Triage, Extractor, Runner)
    before = [dict(vars(owner)) for owner in owners]
    for _ in range(count):
        watch = Stopwatch()
        counted = watch.timed(lambda extractor, *_: f"facts: {extractor.name}", found_by)

        def once(extractor: Extractor[Any], submission: Submission, document: Document | None = None) -> Any:
            key = (extractor, document.number) if document is not None and extractor.per_document else extractor
            return (found_by if key in submission.memory else counted)(extractor, submission, document)  # noqa: B023

        patches: dict[Any, dict[str, Any]] = {
            Extractor: {"found": once},
            Rendered: {"__init__": watch.timed("rendering", Rendered.__init__)},
            judging.Triage: {"triaged": watch.timed("stamping and triage", judging.Triage.triaged)},
            judging: {
                "open_input": watch.timed("reading", judging.open_input),
            },
            Runner: {"run": watch.timed(lambda _, rule, __: f"rules: {rule.code[:3]}", Runner.run)},
        }
        try:
            for owner, changes in patches.items():
                for name, value in changes.items():
                    setattr(owner, name, value)
            unit = statistics.median(rounds({"L": corpus.parse}, 3)["L"])
            watch.timed("everything else", check)(corpus.paths, Options(), catalogue)
        finally:
            for owner, names in zip(owners, before, strict=True):
                for changed in patches[owner]:
                    setattr(owner, changed, names[changed])
        for name, seconds in watch.spent.items():
            found[name].append(seconds / unit)
    return dict(sorted(((name, statistics.median(each)) for name, each in found.items()), key=lambda row: -row[1]))


def peers(corpus: Corpus, count: int, pythons: list[str]) -> Figures:
    """Return what other readers cost, each in units of a parse by the lxml that runs beside it."""
    found: Figures = {}
    for python in (sys.executable, *pythons):
        command = [python, str(Path(__file__).with_name("speed_peers.py")), str(count)]
        given = json.dumps({"paths": corpus.paths, "html": [body.decode() for body in corpus.html]})
        done = subprocess.run(command, input=given, capture_output=True, text=True, check=False)
        if done.returncode:
            print(f"{python}: {done.stderr.strip().splitlines()[-1:]}", file=sys.stderr)
            continue
        print(done.stderr, end="", file=sys.stderr)
        found.update(ratios(json.loads(done.stdout), "L"))
    found.pop("L", None)
    unit, name = "one parse by lxml (L)", "filinglint: header, exhibits, items"
    found[name] = ratios(rounds({unit: corpus.parse, name: lambda: asked_facts(corpus)}, count), unit)[name]
    if theirs := found.get("edgartools: header, exhibits, items"):
        found["edgartools, in units of filinglint"] = theirs / found[name]
    return found


def table(title: str, unit: str, figures: Figures) -> str:
    """Return *figures* as a table in Markdown."""
    rows = "\n".join(f"| {name} | {value:.2f} |" for name, value in figures.items())
    return f"### {title}\n\n| | {unit} |\n| --- | ---: |\n{rows}\n"


def main() -> None:
    """Measure what is asked for, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", metavar="FOLDER")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--small", help="a small filing; the first of the folders otherwise")
    parser.add_argument("--peer-python", action="append", default=[], metavar="PYTHON")
    parser.add_argument("--only", default=",".join(PARTS))
    parser.add_argument("--json", metavar="FILE")
    asked = parser.parse_args()
    wanted = asked.only.split(",")
    if unknown := set(wanted) - set(PARTS):
        parser.error(f"no part is called {', '.join(sorted(unknown))}; the parts are {', '.join(PARTS)}")

    gc.set_threshold(100_000, 20, 20)  # as the command does

    corpus = Corpus(asked.folders)
    count = asked.rounds
    small = asked.small or min(corpus.paths, key=lambda path: Path(path).stat().st_size)
    measured: dict[str, tuple[str, str, Callable[[], Figures]]] = {
        "stages": ("Stages", "× L", lambda: stages(corpus, count)),
        "facts": ("Inside a check, the clock included", "× L", lambda: facts(corpus, min(count, 3))),
        "growth": ("Growth", "× the first", lambda: speed_outside.growth(corpus.paths, count)),
        "start": ("Start to exit", "ratio", lambda: speed_outside.start(small, count)),
        "memory": ("Peak memory", "see the row", lambda: speed_outside.memory(corpus.paths)),
        "peers": ("Other readers", "× L", lambda: peers(corpus, min(count, 3), asked.peer_python)),
    }
    html = sum(map(len, corpus.html))
    print(f"{len(corpus.paths)} submissions, {corpus.bytes:,} bytes, {html:,} of them HTML of filers\n")
    results: dict[str, Figures] = {}
    for part in PARTS:
        if part in wanted:
            title, unit, measure = measured[part]
            results[part] = measure()
            print(table(title, unit, results[part]), flush=True)
    if asked.json:
        Path(asked.json).write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
