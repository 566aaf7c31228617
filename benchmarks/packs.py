"""What a pack of two hundred rules in YAML adds to a run.

    python benchmarks/packs.py

A pack is made with as many rules as are asked for (200), each with phrases of its own, a concept or a fact, and three
cases. The command is run in turn with it and without; its time on the processor counts, and the least of each. Said are
the first run, in which the rules are checked and tried, later ones on an input that none of them is about (the start),
and on a filing that all of them judge.
"""

from __future__ import annotations

import argparse
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
HEAD = """\
pack: many
kinds: [submission]
authorities:
  manual: {instrument: "House manual, section 1", obligation: should, effective_from: 2024-01-01}
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


def pack(rules: int) -> str:
    """Return a file of so many rules."""
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
    parser.add_argument("--rules", type=int, default=200)
    parser.add_argument("--times", type=int, default=9)
    given = parser.parse_args()
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
