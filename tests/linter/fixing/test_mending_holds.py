"""Whatever an input holds, mending it neither breaks nor goes on for ever, and leaves the rest as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from filinglint.catalogue import load_catalogue
from filinglint.discovery import Found
from filinglint.fixing.inputs import LeftAlone, mend_file, write
from filinglint.fixing.passes import Wanted
from filinglint.judging import Options
from filinglint.triage.selection import Selection

ROOT = Path(__file__).resolve().parents[3]
TEXTS = sorted((ROOT / "examples").glob("*.txt"))
CATALOGUE = load_catalogue()
OPTIONS = Options(selection=Selection(select=("ALL",), purpose="audit"), today=date(2026, 1, 2))
BITS = st.sampled_from(
    [
        b"&#147;x&#148;", b"&NBSP;", b" R&D ", b"<R>", b"</p>", b"<b", b"to1997", b" the the ", b"\x93", b"\xc3\xa9",
        b"\r\n", b"\r", b"\t", b"\x00", b"\x07", b"\xef\xbb\xbf", b"http:/www..x", b"(c) Exhibits", b"<TEXT>",
        b'<a href="EX99-1.HTM">', b"<script>x</script>", b"&amp;nbsp;", b"NASD Rule 3510", b"</DOCUMENT>", b"",
    ]
)  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """An example with bits put in, taken out and moved."""
    data = draw(st.sampled_from(TEXTS)).read_bytes()
    for _ in range(draw(st.integers(0, 6))):
        at, width = draw(st.integers(0, len(data))), draw(st.sampled_from([0, 0, 1, 7, 300]))
        data = data[:at] + draw(BITS) + data[at + width :]
    return data


@settings(max_examples=25)
@given(damaged(), st.booleans())
def test_mending_holds(tmp_path_factory: object, data: bytes, unsafe: bool) -> None:
    """No input breaks it; every byte that no rule changed is the file's own; a second run has nothing to do."""
    folder = Path(tmp_path_factory.mktemp("mending"))  # type: ignore[attr-defined]
    path = folder / "a.txt"
    path.write_bytes(data)
    wanted = Wanted(("safe", "unsafe") if unsafe else ("safe",))
    found = Found(str(path), named=True)
    done = mend_file(found, OPTIONS, CATALOGUE, wanted, records=True)
    if isinstance(done, LeftAlone):
        assert path.read_bytes() == data
        assert not done.broken or "empty" in done.reason or "binary" in done.reason
        return
    for revision in done.files:
        kept = [piece for piece in revision.pieces if piece.text is None]
        for piece in kept:
            first, last = revision.source.byte_offset(piece.start), revision.source.byte_offset(piece.end)
            assert data[first:last] in revision.data
        assert all(left.end == right.start for left, right in pairwise(revision.pieces))
    write(done)
    assert path.read_bytes() == (done.files[0].data if done.files else data)
    again = mend_file(found, OPTIONS, replace(CATALOGUE), wanted, records=True)
    if not done.findings and not isinstance(again, LeftAlone):
        assert again.files == ()
