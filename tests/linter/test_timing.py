"""``--timing``: where the time of a run goes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from filinglint import meter
from filinglint.cli import main
from filinglint.cli.timing import timed

EXAMPLE = Path(__file__).parents[2] / "examples" / "8-k-defects.txt"
LINE = re.compile(r" *([\d,.]+) ms +([\d.]+) %  (.+)")


def test_own_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is measured inside something else is counted once."""
    ticks = iter([0.0, 1.0, 4.0, 10.0])
    monkeypatch.setattr(meter, "perf_counter", lambda: next(ticks))
    with meter.running() as made, meter.metered("rules", "COV004"), meter.metered("facts", "cover"):
        pass
    assert made.spent == {("facts", "cover"): 3.0, ("rules", "COV004"): 7.0}
    assert list(timed(made, 1, {"COV004": "cover-file-number-differs"}))[-2:] == [
        "   7,000.0 ms   70.0 %  rules: COV004 cover-file-number-differs",
        "   3,000.0 ms   30.0 %  and 1 more",
    ]


def test_broken_off() -> None:
    """What breaks is measured too, and nothing is once the meter stands."""
    with pytest.raises(ValueError, match="broke"), meter.running() as made, meter.metered("rules", "X"):
        raise ValueError("broke")
    assert list(made.spent) == [("rules", "X")]
    with meter.metered("rules", "Y"):
        pass
    assert list(made.spent) == [("rules", "X")]


@pytest.mark.parametrize(("style", "aside"), [("text", False), ("json", True)])
def test_command(style: str, aside: bool) -> None:
    """Phases come first, then the slowest; beside a format for machines they go to standard error."""
    result = CliRunner().invoke(main, ["check", "--isolated", "-o", style, str(EXAMPLE), "--timing=3"])
    said = result.stderr if aside else result.stdout
    found = [m for m in map(LINE.fullmatch, said.splitlines()) if m]
    names = [m[3] for m in found]
    assert names[:7] == ["in all", *meter.PHASES]
    assert len(names) == 11
    assert names[-1].startswith("and ")
    assert sum(float(m[2]) for m in found[1:7]) == pytest.approx(100, abs=0.5)
    assert "ms" not in {
        m[3] for m in map(LINE.fullmatch, (result.stdout if aside else result.stderr).splitlines()) if m
    }


def test_same_report() -> None:
    """The report is the same with the meter and without."""
    run = CliRunner()
    plain = run.invoke(main, ["check", "--isolated", "-o", "json", str(EXAMPLE)])
    timed_run = run.invoke(main, ["check", "--isolated", "-o", "json", str(EXAMPLE), "--timing"])
    assert (plain.stdout, plain.exit_code) == (timed_run.stdout, timed_run.exit_code)
