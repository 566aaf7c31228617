"""What a pack of two hundred rules in YAML adds to a run, and what it takes alone.

    python benchmarks/packs.py [FOLDER...]

A pack is made with as many rules as are asked for (200), each with phrases of its own, a concept or a fact, and three
cases. The command is run in turn with it and without; its time on the processor counts, and the least of each. Said are
the first run, in which the rules are checked and tried, later ones on an input that none of them is about (the start),
and on a filing that all of them judge.

With FOLDERs of submissions, said is what the rules take alone over all of them, reading and rendering included, in
units of one parse by lxml (see speed.py): what a house asks of its own filings, of words that hardly any filing has, of
regular expressions for names, of words that most filings have, with words between them, and of concepts made of such
words.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import speed

from filinglint.catalogue import load_catalogue
from filinglint.engine import check
from filinglint.judging import Options
from filinglint.triage.selection import Selection

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
HEAD = """\
pack: many
kinds: [submission]
authorities:
  manual: {instrument: "House manual, section 1", obligation: should}
concepts:
  birds: [heron*, swan*, "grey ~2 goose|geese"]
rules:
"""
RULE = """\
  - code: MNY{number:03}
    slug: word-{number}-left
    title: A filing says nothing of the word {number} of the house.
    severity: warning
    authority: [manual]
    {asks}
    message: "the filing says so"
    rationale: Words of the house belong to the house, and to nobody else.
    remedy: take it out
    cases:
      - form: 8-K
        {way}: "<html><body><p>A house-word-{number} was seen, and a heron.</p></body></html>"
      - form: 8-K
        {other}: "<html><body><p>Nothing of the sort was seen on that day.</p></body></html>"
      - {{kind: document, not-applicable: "Nothing."}}
"""
# Words that most filings have.
COMMON = (
    "agreement company notice shares common stock board directors officer executive compensation plan date registrant "
    "period amount interest rate credit loan lender borrower termination effective amendment section party parties "
    "press release quarter income revenue results financial statements net operating cash"
).split()
CONCEPTS = 20


def pack(rules: int) -> str:
    """Return a file of so many rules, each with words of its own."""
    asks = (
        ('forbid: {{any: ["house-word-{0}", "word ~2 {0} seen"]}}', "fires", "silent"),
        ('forbid: {{all: [{{concept: birds}}, "house-word-{0}"]}}', "fires", "silent"),
        ('if: "house-word-{0}"\n    then: {{fact: cover.telephone}}', "fires", "not-applicable"),
    )
    made = []
    for number in range(rules):
        words, way, other = asks[number % len(asks)]
        made.append(RULE.format(number=number, asks=words.format(number), way=way, other=other))
    return HEAD + "".join(made)


def pack_of_a_house(rules: int) -> str:
    """Return a file of so many rules as a firm has for filings of its own: names, numbers, disclaimers, products."""
    asks = (
        'forbid: {{regex: "Imogene Farrow{0}|Farrow Lund{0}|Tobi[au]s Wrenn?{0}"}}',
        'when: "larkspur{0} group"\n    require: {{fact: cover.registrants.file_numbers, includes: 001-9{0:04}}}',
        'where: {{document: EX-99*}}\n    when: "larkspur{0} ~2 expects|anticipates"\n    '
        'require: {{all: ["forward-looking statement*", {{concept: differ}}]}}\n    at: when',
        'where: {{document: EX-99.1}}\n    forbid: {{any: ["tensiometer{0}", "strain gage{0}", {{concept: birds}}]}}',
        'if: "sale|lease of ~3 plant{0}"\n    then: {{all: [board, "approved|authorized"]}}',
    )
    differ = '  differ: ["actual results ~2 may|could differ", "results ~4 differ ~2 materially"]\n'
    made = (_rule(number, asks[number % len(asks)].format(number)) for number in range(rules))
    return HEAD.replace("rules:\n", differ + "rules:\n") + "".join(made)


def pack_of_expressions(rules: int) -> str:
    """Return a file of so many rules, each with a regular expression for names that are spelled wrongly."""
    names = "Imogene Farrow{0}|Farrow Lund{0}|Farrow-Land{0}|Tobi[au]s Wrenn?{0}"
    asks = (f'forbid: {{regex: "{names.format(number)}"}}' for number in range(rules))
    return HEAD + "".join(_rule(number, words) for number, words in enumerate(asks))


def pack_of_common_words(rules: int) -> str:
    """Return a file of so many rules about words that most filings have."""
    asks = (
        'forbid: {{any: ["{0} ~3 {1}", "{0} {2}"]}}',
        'forbid: {{all: ["{0}|{1} ~2 {2}*", "{1}* [the] {0}"]}}',
        'if: "{0} ~5 {2}"\n    then: "{1}* ~2 {2}"',
        'forbid: {{any: ["{0}* {1}|{2}", "such {1}"]}}',
    )
    return HEAD + _rules(rules, asks)


def pack_of_concepts(rules: int) -> str:
    """Return a file of so many rules about concepts, each of five phrases of words that most filings have."""
    asks = (
        'forbid: {{all: [{{concept: c{3}}}, "{0} {1}"]}}',
        'forbid: "{{c{3}}} ~3 {0}"',
        'if: {{concept: c{3}}}\n    then: "{0} ~2 {{c{4}}}"',
    )
    made = []
    for number in range(CONCEPTS):
        a, b, c, d, e, f = (COMMON[(number + step) % len(COMMON)] for step in (0, 5, 7, 9, 11, 2))
        made.append(f'  c{number}: ["{a}* ~2 {b}", "{c}|{d} of", "breach* [of] {e}", "{f}-{a}", "*ing {b}"]\n')
    return HEAD.replace("rules:\n", "".join(made) + "rules:\n") + _rules(rules, asks)


def _rules(count: int, asks: Sequence[str]) -> str:
    made = []
    for number in range(count):
        words = [COMMON[(number * step + start) % len(COMMON)] for step, start in ((1, 0), (7, 3), (11, 5))]
        said = asks[number % len(asks)].format(*words, number % CONCEPTS, (number + 7) % CONCEPTS)
        made.append(_rule(number, said))
    return "".join(made)


def _rule(number: int, asks: str) -> str:
    return RULE.partition("    cases:")[0].format(number=number, asks=asks)


PACKS = {
    "a house's own": pack_of_a_house,
    "rare words": pack,
    "expressions": pack_of_expressions,
    "common words": pack_of_common_words,
    "concepts": pack_of_concepts,
}


def alone(folders: list[str], rules: int, times: int) -> dict[str, float]:
    """Return what each sort of pack takes alone over the submissions in *folders*, in units of one parse by lxml."""
    corpus = speed.Corpus(folders)
    work: dict[str, speed.Work] = {"L": corpus.parse}
    with tempfile.TemporaryDirectory() as folder:
        os.environ["FILINGLINT_CACHE_DIR"] = str(Path(folder) / "cache")
        for name, made in PACKS.items():
            path = Path(folder) / f"{name}.yaml"
            path.write_text(made(rules), "utf-8")
            catalogue = load_catalogue((), (str(path),), tried=False)
            options = Options(selection=Selection(select=("MNY",)), rule_packs=(str(path),))
            work[name] = partial(check, corpus.paths, options, catalogue)
        return speed.ratios(speed.rounds(work, times), "L")


def seconds(config: Path, path: Path) -> float:
    """Return the time on the processor that one run takes."""
    options = ["--config", str(config), "-o", "json", "--no-cache", "--no-progress"]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "filinglint", "check", str(path), *options], check=False, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", metavar="FOLDER", nargs="*")
    parser.add_argument("--rules", type=int, default=200)
    parser.add_argument("--times", type=int, default=9)
    given = parser.parse_args()
    if given.folders:
        for name, taken in alone(given.folders, given.rules, given.times).items():
            print(f"{given.rules} rules, {name}: {taken:.2f} L")
        return
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        os.environ["FILINGLINT_CACHE_DIR"] = str(here / "cache")
        (here / "many.yaml").write_text(pack(given.rules), "utf-8")
        (here / "with.toml").write_text('rule-packs = ["many.yaml"]\n', "utf-8")
        (here / "without.toml").write_text("", "utf-8")
        (here / "exhibit.htm").write_text("<html><body><p>Exhibit 99.1</p><p>Nothing.</p></body></html>\n", "utf-8")
        first = seconds(here / "with.toml", here / "exhibit.htm")
        print(f"{given.rules} rules, {(here / 'many.yaml').stat().st_size:,} bytes of YAML; first run {first:.2f} s")
        for name, path in (("start", here / "exhibit.htm"), ("filing", EXAMPLES / "8-k-clean.txt")):
            runs = [
                (seconds(here / "without.toml", path), seconds(here / "with.toml", path)) for _ in range(given.times)
            ]
            without, with_ = (min(times) for times in zip(*runs, strict=True))
            added = 1000 * (with_ - without)
            print(
                f"{name}: {1000 * without:.0f} ms without, {added:+.0f} ms with the pack, ratio {with_ / without:.2f}"
            )


if __name__ == "__main__":
    main()
