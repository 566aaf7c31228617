"""A summary says the same, and lacks the same, in every format in which it is published."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from filinglint.catalogue import Catalogue, load_catalogue
from filinglint.documents.formats import read_source
from filinglint.finding import Finding, Outcome
from filinglint.judging import Judged, Options, judge
from filinglint.kinds import read
from filinglint.triage.selection import Selection

Formats = Mapping[str, Callable[[str], bytes]]
ROOT = Path(__file__).resolve().parents[3]
CASES = ROOT / "rules" / "filinglint_bcp" / "cases"
TEXTS = [
    ROOT / "examples" / "bcp-summary-clean.txt",
    ROOT / "examples" / "bcp-summary-defects.txt",
    *sorted(CASES.glob("*/*/*.txt")),
]
SUFFIXES = ["md", "html", "docx", "pdf"]
ALL_SUFFIXES = ["txt", *SUFFIXES]
EVERY = Selection(select=("ALL",), purpose="audit", preview=True)
CLEAN = (ROOT / "examples" / "bcp-summary-clean.txt").read_text("utf-8")
SEED = ROOT.parent / "shared" / "seeds" / "003_6f7e135291020eb2.txt"


@cache
def catalogue() -> Catalogue:
    """The rules of the pack."""
    every = load_catalogue()
    return replace(every, rules=tuple(rule for rule in every.rules if rule.code.startswith("BCP")))


def judged(data: bytes, path: str, profiles: tuple[str, ...] = (), kind: str | None = "bcp-summary") -> Judged:
    """What comes of *data*, a file called *path*."""
    source = read_source(data, path)
    options = Options(selection=EVERY, profiles=profiles, kind=kind, today=date(2026, 1, 2))
    recognise = catalogue().packs.hook.filinglint_recognise
    reading = read(source, kind, lambda text: recognise(text=text))
    return judge(reading.submission, source, options, catalogue())


def said(findings: tuple[Finding, ...]) -> list[tuple[str, str, str]]:
    """Code, message and words of each finding, without the marks before list items."""
    return sorted((one.code, one.message, _plain(one.spot.text)) for one in findings)


def _plain(words: str) -> str:
    return re.sub(r"(?:^|(?<=\s))[•·*–-]\s+", "", words.translate({0x2019: "'", 0x2018: "'"}))


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("text", TEXTS, ids=["/".join(path.parts[-2:]) for path in TEXTS])
def test_verdict(text: Path, suffix: str, formats: Formats) -> None:
    """The same text has the same findings, by rule, message and words, in every format."""
    words = text.read_text("utf-8")
    profiles = ("general", "finra-4370", "nfa-2-38")
    wanted = judged(words.encode(), "a.txt", profiles)
    assert said(judged(formats[suffix](words), f"a.{suffix}", profiles).findings) == said(wanted.findings)


@pytest.mark.parametrize("suffix", ALL_SUFFIXES)
def test_recognised(suffix: str, formats: Formats) -> None:
    """A summary is recognised by what it says, in whatever format, and so is its regime."""
    record = judged(formats[suffix](CLEAN), f"a.{suffix}", kind=None).record
    assert record is not None
    assert (record.kind, record.profiles) == ("bcp-summary", ("finra-4370",))


CAVEAT = """\
Recovery-time objectives are what we aim at. The hour of the day, the reach of a disruption and other things outside
our control may make actual recovery times longer.
"""
CHANNELS = """\
In a disruption call our operations desk at 207-555-0110 for the latest news, or see www.quarrynet.example.
"""
HOSTING = f"""\
Business Continuity Plan Summary

Quarrynet Hosting Inc. has a business continuity plan, and this page gives an outline of it. The plan covers our
offices, our data centers and the people who work there.

Our Plan

We intend to recover and resume our critical functions after a disruption, within the recovery-time objectives that
the plan sets. It provides for data back-up, mission critical systems and communications with employees and customers.

Scenarios

A disruption may affect a single facility, a business district or a whole city. Where need be, staff will move to
another office of ours, and operations will be transferred to a back-up data center.

{CAVEAT}
This is only a summary. The plan may change at any time.

{CHANNELS}"""
CHANGED = {
    "without the caveat": (CAVEAT, "", {"BCP001"}, set[str]()),
    "without telephone and web": (CHANNELS, "", {"BCP020"}, {"BCP022"}),  # nothing at all, not just no e-mail
    "with a guarantee": ("Scenarios\n", "We guarantee service within 4 hours.\n\nScenarios\n", {"BCP050"}, set[str]()),
}
SEEDED = {
    "without the caveat": (r"\nRecovery-time objectives provide[^\n]*\n", "", {"BCP001"}, set[str]()),
    "without telephone and web": (r"\nIn the event of a significant[^\n]*$", "", {"BCP020"}, {"BCP022"}),
    "with a guarantee": (r"$", "\n\nWe guarantee service within 4 hours.\n", {"BCP050"}, set[str]()),
}


def codes(text: str, suffix: str, formats: Formats) -> set[str]:
    """The rules that find something in *text* in a format."""
    return {one.code for one in judged(formats[suffix](text), f"a.{suffix}", ("general",)).findings}


@pytest.mark.parametrize("suffix", ALL_SUFFIXES)
@pytest.mark.parametrize(("old", "new", "come", "gone"), CHANGED.values(), ids=CHANGED)
def test_one_change(old: str, new: str, come: set[str], gone: set[str], suffix: str, formats: Formats) -> None:
    """A sentence taken out or put in has exactly its finding, in every format."""
    assert HOSTING.count(old) == 1
    before, after = codes(HOSTING, suffix, formats), codes(HOSTING.replace(old, new), suffix, formats)
    assert (after - before, before - after) == (come, gone)


@pytest.mark.parametrize("suffix", ALL_SUFFIXES)
@pytest.mark.parametrize(("old", "new", "come", "gone"), SEEDED.values(), ids=SEEDED)
def test_one_change_of_the_seed(
    old: str, new: str, come: set[str], gone: set[str], suffix: str, formats: Formats
) -> None:
    """The same holds of the user's own text."""
    if not SEED.is_file():
        pytest.skip("the seeds are not beside the checkout")
    text = SEED.read_text("utf-8").strip()
    changed, count = re.subn(old, new, text, count=1)
    assert count == 1
    before, after = codes(text, suffix, formats), codes(changed, suffix, formats)
    assert (after - before, before - after) == (come, gone)


FULL_PLAN = (CASES / "upkeep" / "plan_instead_of_summary" / "full_plan.txt").read_text("utf-8")


@pytest.mark.parametrize("suffix", ALL_SUFFIXES)
def test_whole_plan(suffix: str, formats: Formats) -> None:
    """A whole plan is a wrong document where the caller says that it is a summary."""
    data = formats[suffix](FULL_PLAN)
    assert "BCP039" in {one.code for one in judged(data, f"a.{suffix}").findings}
    recognise = catalogue().packs.hook.filinglint_recognise
    reading = read(read_source(data, f"a.{suffix}"), None, lambda text: recognise(text=text))
    assert reading.submission.kind == "unknown"
    assert reading.reason == "it is the plan itself, not a summary for customers"


LANGUAGES = {
    "Spanish": "Resumen del plan de continuidad del negocio\n\nNuestra empresa mantiene un plan de continuidad del "
    "negocio para responder a los eventos que interrumpan de manera significativa las operaciones. En caso de una "
    "interrupción, llame al (207) 555-0110 o visite www.casa.example.",
    "French": "Résumé du plan de continuité des activités\n\nNotre maison dispose d'un plan de continuité des "
    "activités pour répondre aux événements qui perturbent nos opérations. En cas de perturbation, appelez le "
    "(207) 555-0110 ou consultez www.maison.example.",
    "another language": "Samenvatting van het bedrijfscontinuïteitsplan\n\nOnze onderneming heeft een plan voor de "
    "continuïteit van het bedrijf om te reageren op gebeurtenissen die onze activiteiten ernstig verstoren. Bel bij "
    "een verstoring (207) 555-0110 of ga naar www.huis.example. Wij verwachten de werkzaamheden binnen vier uur te "
    "hervatten, en klanten krijgen toegang tot hun geld.",
}


@pytest.mark.parametrize("suffix", ALL_SUFFIXES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_other_language(language: str, suffix: str, formats: Formats) -> None:
    """Of a text that is not English nothing is reported missing: that cannot be told, and is said."""
    result = judged(formats[suffix](LANGUAGES[language]), f"a.{suffix}")
    assert [(one.code, one.message) for one in result.findings] == [
        ("BCP040", f"the text is in {language}: what it discloses was not checked")
    ]
    reasons = {record.reason for record in result.outcomes if record.outcome is Outcome.CANNOT_TELL}
    assert reasons == {f"the text is in {language}, which is not read"}


def test_letters_of_another_script() -> None:
    """A text in another script is in another language."""
    text = (
        "业务连续性计划摘要。本公司制定了业务连续性计划，以应对可能严重影响我们业务的事件。如果发生中断，请致电我们。"
        * 3
    )
    assert [one.code for one in judged(text.encode(), "a.txt").findings] == ["BCP040"]
