"""What may be written next is what the schemas and the rules know."""

from __future__ import annotations

from typing import Any

import pytest

from filinglint.catalogue import load_catalogue
from filinglint.editor.completing import proposals

RULES = load_catalogue().rules


@pytest.mark.parametrize(
    ("path", "before", "some", "none"),
    [
        ("a.htm", "<!-- filinglint: ignore[cover-", {"cover-file-number-differs", "COV004"}, {"purpose"}),
        ("a.htm", "<!-- filinglint: disable[COV004, ", {"FMT002"}, set()),
        ("filinglint.toml", "", {"purpose", "fail-on", "waivers"}, {"max-days", "$schema"}),
        ("filinglint.toml", "fa", {"fail-on"}, set()),
        ("filinglint.toml", 'fail-on = "', {"error", "warning", "never"}, {"COV004"}),
        ("filinglint.toml", 'ignore = ["COV004", "', {"FMT002"}, {"error"}),
        ("filinglint.toml", 'ignore = [\n  "COV004",\n  "', {"FMT002"}, set()),
        ("filinglint.toml", "[waivers]\n", {"max-days", "require"}, {"purpose"}),
        ("filinglint.toml", "[[overrides]]\n", {"paths", "severity"}, {"edition", "max-days"}),
        ("filinglint.toml", "[severity]\nCO", {"COV004"}, {"purpose"}),
        ("pyproject.toml", "[tool.filinglint]\n", {"purpose"}, set()),
        ("filinglint-waivers.toml", "[[waiver]]\n", {"reason", "expires"}, {"purpose"}),
        ("filinglint-waivers.toml", '[[waiver]]\nrules = ["', {"COV004"}, set()),
        ("submission.toml", "[[registrants]]\n", {"name", "cik"}, {"documents"}),
        ("submission.toml", '[[registrants]]\nrole = "', {"filer", "issuer"}, set()),
    ],
)
def test_what_may_be_written(path: str, before: str, some: set[str], none: set[str]) -> None:
    """Names of rules where rules are named, keys where a key begins, values where few are known."""
    found = proposals(before + "\n[later]\n", len(before), path, RULES)
    words = {one.words for one in found}
    assert some <= words
    assert not none & words
    assert all(one.meaning or one.kind == "key" for one in found)
    typed = before[found[0].start :]
    assert typed in ("", "CO", "fa", "cover-")


@pytest.mark.parametrize(
    ("path", "before"),
    [
        ("a.htm", "<p>filinglint["),
        ("a.htm", "<!-- filinglint: ignore[COV004] reason="),
        ("pyproject.toml", "[tool.other]\n"),
        ("filinglint.toml", "fail-on = "),
        ("filinglint.toml", "[no.such.table]\n"),
        ("filinglint.toml", 'reason = "'),
        ("notes.toml", ""),
    ],
)
def test_where_nobody_knows_nothing_is_proposed(path: str, before: str) -> None:
    """Elsewhere there is nothing to propose."""
    assert proposals(before, len(before), path, RULES) == []


def test_an_editor_is_offered_them(tree: Any, session: Any) -> None:
    """What is chosen takes the place of what was begun, behind characters that count twice too."""
    page = tree.page(first="<p>😀</p><!-- filinglint: ignore[prom")

    async def scene(editor: Any) -> None:
        await editor.open(page)
        types = editor.types
        column = len("<html><body><p>😀</p><!-- filinglint: ignore[prom") + 1
        found = await editor.client.text_document_completion_async(
            types.CompletionParams(editor.identified(page), types.Position(0, column))
        )
        item = next(one for one in found.items if one.label == "BCP050")
        assert item.text_edit.range.start.character == column - len("prom")
        assert item.detail

    session(scene, tree.root)
