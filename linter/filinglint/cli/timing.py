"""What ``--timing`` prints: milliseconds and shares, by phase, and of the rules and facts that took longest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from filinglint.meter import PHASES, Meter


def timed(meter: Meter, most: int, slugs: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines: every phase, then the *most* rules and facts that took longest; *slugs* are those of rules."""
    whole = sum(meter.spent.values()) or 1.0
    phases = dict.fromkeys(PHASES, 0.0)
    for (phase, _), seconds in meter.spent.items():
        phases[phase] += seconds
    yield _line("in all", whole, whole)
    for phase, seconds in phases.items():
        yield _line(phase, seconds, whole)
    slowest = sorted(
        ((seconds, phase, name) for (phase, name), seconds in meter.spent.items() if name),
        key=lambda one: (-one[0], one[1], one[2]),
    )
    for seconds, phase, name in slowest[:most]:
        words = f"{name} {slugs[name]}" if name in slugs else name
        yield _line(f"{phase}: {words}", seconds, whole)
    if len(slowest) > most:
        yield _line(f"and {len(slowest) - most} more", sum(seconds for seconds, *_ in slowest[most:]), whole)


def _line(words: str, seconds: float, whole: float) -> str:
    return f"{1000 * seconds:10,.1f} ms  {100 * seconds / whole:5.1f} %  {words}"
