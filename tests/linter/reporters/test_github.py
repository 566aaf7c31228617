"""Workflow commands of GitHub Actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from filinglint.finding import Outcome, OutcomeRecord, Severity, Suppression

if TYPE_CHECKING:
    from .conftest import Formats


def test_command(formats: Formats) -> None:
    """A finding is one command with its place, its rule and what the places say."""
    assert formats.rendered("github", formats.report(formats.finding())) == (
        "::warning file=a.txt,line=312,endLine=312,col=1,endColumn=10,title=COV004 cover-file-number-differs::"
        "the cover page and the header give different numbers (the cover says 000-27256; the header says 000-27265)."
        " Remedy: correct the cover page (1 8-K d8k.htm › cover page)\n"
    )


def test_most_severe(formats: Formats) -> None:
    """The ten most severe findings are shown, the others counted; suppressed ones are neither."""
    findings = [formats.finding(severity=severity) for severity in (*[Severity.INFO] * 9, *[Severity.ERROR] * 4)]
    findings.append(formats.finding(suppression=Suppression("waiver", "W-1", "agreed")))
    lines = formats.rendered("github", formats.report(*findings)).splitlines()
    assert [line.split()[0] for line in lines] == ["::error"] * 4 + ["::notice"] * 7
    assert lines[-1] == "::notice title=filinglint::3 more findings are not shown here: 3 infos"


def test_incomplete(formats: Formats) -> None:
    """What could not be looked at is an error."""
    broken = OutcomeRecord("COV004", "a.txt", None, Outcome.CANNOT_TELL, "incomplete: the rule broke")
    text = formats.rendered("github", formats.report(outcomes=(broken,)))
    assert text == "::error title=filinglint::INCOMPLETE: not everything could be looked at\n"


def test_no_injection(formats: Formats) -> None:
    """Nothing that a filing says begins a command, ends one, or gives it a property."""
    (line,) = formats.rendered("github", formats.hostile()).splitlines()
    head, properties, message = line[2:].split("::", 2)[0].split(" ", 1)[0], *line[2:].split("::", 1)
    assert head == "warning"
    assert [part.partition("=")[0] for part in properties.split(" ", 1)[1].split(",")] == [
        "file",
        "line",
        "endLine",
        "col",
        "endColumn",
        "title",
    ]
    assert "##[" not in line
    assert "##vso[" not in line
    assert "%25" in message


def test_clean(formats: Formats) -> None:
    """A clean run has nothing to say."""
    assert formats.rendered("github", formats.report()) == ""
