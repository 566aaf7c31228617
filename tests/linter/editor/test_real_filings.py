"""Real filings in the editor: what the command line finds in them, at the same places."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).resolve().parents[4] / "shared"
SEEDS = sorted((SHARED / "seeds").glob("*.txt"))


@pytest.mark.corpus
@pytest.mark.parametrize("path", SEEDS, ids=[path.stem for path in SEEDS])
def test_a_real_filing_shows_what_the_command_line_finds(path: Path, tree: Any, session: Any) -> None:
    """Every finding is shown at its place, with every place that disagrees, and nothing else is."""
    filing = tree.root / path.name
    shutil.copy(path, filing)
    report = json.loads(tree.run("check", "--format", "json", str(filing)).stdout)
    wanted = sorted((f["line"], f["rule"], f["message"], len(f["related"])) for f in report["findings"])

    async def scene(editor: Any) -> None:
        found = await editor.open(filing, filing.read_bytes().decode("cp1252"))
        shown = sorted(
            (
                one.range.start.line + 1,
                one.code,
                one.message.partition("\nremedy: ")[0],
                len(one.related_information or ()),
            )
            for one in found
        )
        assert shown == wanted != []
        for one in found:
            beside = await editor.hover(filing, one.range.start.line, one.range.start.character)
            assert one.code in beside or "more findings here" in beside

    session(scene, tree.root)


@pytest.mark.corpus
def test_a_real_filing_of_one_line_is_shown_to_the_column(corpus: Path, tree: Any, session: Any) -> None:
    """In the filings with the longest lines, too, a place is that of its words."""
    filings = sorted((corpus / "filings").rglob("*.txt"), key=lambda path: -path.stat().st_size)
    texts = (path for path in filings if path.stat().st_size < 1_500_000)
    longest = max(list(texts)[:40], key=lambda path: max(map(len, path.read_bytes().splitlines())))
    filing = tree.root / "filing.txt"
    shutil.copy(longest, filing)
    report = tree.check(str(filing))
    data = filing.read_bytes()
    text = data.decode("utf-8" if _is_utf8(data) else "cp1252")

    async def scene(editor: Any) -> None:
        found = await editor.open(filing, text)
        places = {(one.code, one.range.start.line + 1, one.range.start.character + 1) for one in found}
        assert places == {(f["rule"], f["line"], _utf16(text, f["line"], f["column"])) for f in report["findings"]}

    session(scene, tree.root)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


def _utf16(text: str, line: int, column: int) -> int:
    words = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[line - 1][: column - 1]
    return len(words.encode("utf-16-le")) // 2 + 1
