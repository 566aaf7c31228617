"""The code quality report of GitLab."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from filinglint.finding import Suppression

if TYPE_CHECKING:
    from .conftest import Formats

SEVERITIES = {"info", "minor", "major", "critical", "blocker"}


def test_records(example: Callable[[str], str]) -> None:
    """Every finding has what GitLab needs, and a fingerprint of its own."""
    found = json.loads(example("gitlab"))
    assert len(found) > 5
    assert len({one["fingerprint"] for one in found}) == len(found)
    for one in found:
        assert one["description"]
        assert one["check_name"]
        assert one["severity"] in SEVERITIES
        assert 1 <= one["location"]["lines"]["begin"] <= one["location"]["lines"]["end"]
        assert one["location"]["path"].endswith("8-k-defects.txt")


def test_same_words_in_two_files(formats: Formats) -> None:
    """The same finding in another file has another fingerprint, and the first one keeps its own."""
    first = formats.finding()
    other = replace(first, spot=replace(first.spot, path="b.txt"))
    found = json.loads(formats.rendered("gitlab", formats.report(first, other)))
    assert [one["fingerprint"] for one in found] == [first.fingerprint, f"{first.fingerprint}@b.txt"]


def test_none(formats: Formats) -> None:
    """No findings, and suppressed ones, are an empty array."""
    assert formats.rendered("gitlab", formats.report()) == "[]\n"
    suppressed = formats.finding(suppression=Suppression("waiver", "W-1", "agreed"))
    assert json.loads(formats.rendered("gitlab", formats.report(suppressed))) == []
