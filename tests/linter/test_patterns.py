"""What is compiled once and kept is what ``re`` compiles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filinglint import patterns
from filinglint.catalogue import load_catalogue
from filinglint.patterns import pattern

ODD = ["(?P<a>x)(?P<b>y)?(?(a)z|w)", "(?<=q)a++b*?", "[^\u00e9-\U0001f600]", "(?i:Ab)c", r"\b(?>\w{2,9})\Z", ""]


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which what is compiled is kept."""
    monkeypatch.setattr(patterns, "_kept", None)
    patterns.keep(str(tmp_path / "cache"))
    return tmp_path / "cache"


def ours() -> Iterator[re.Pattern[str]]:
    """Yield every constant expression of the tool and its packs."""
    import sys

    catalogue = load_catalogue()
    assert all(rule.check for rule in catalogue.rules)
    assert catalogue.extractors()
    for name, module in sorted(sys.modules.items()):
        if name.startswith("filinglint"):
            yield from (value for value in vars(module).values() if isinstance(value, patterns._Pattern))  # type: ignore[misc]


def test_ours_are_what_re_makes_of_them() -> None:
    """Every expression of ours, put together again from its parts, is in all respects what ``re.compile`` returns."""
    seen = 0
    for one in ours():
        source, flags = one._given  # type: ignore[attr-defined]
        made, expected = patterns.restored(source, patterns.parts_of(source, flags)), re.compile(source, flags)
        # Python compares the numbers that the engine runs.
        assert made == expected
        assert (made.groups, made.groupindex, made.flags) == (expected.groups, expected.groupindex, expected.flags)
        seen += 1
    assert seen > 300


@given(st.sampled_from(ODD), st.sampled_from([0, re.IGNORECASE, re.DOTALL | re.MULTILINE, re.ASCII]), st.text())
def test_any_finds_the_same(source: str, flags: int, text: str) -> None:
    """Whatever is searched, the same is found."""
    made = patterns.restored(source, patterns.parts_of(source, flags))
    assert [m.span() for m in made.finditer(text)] == [m.span() for m in re.finditer(source, text, flags)]
    assert pattern(source, flags).findall(text) == re.findall(source, text, flags)


def test_nothing_is_compiled_before_it_is_used() -> None:
    """What is wrong in an expression is said when it is first used, and its source is known without."""
    broken = pattern("(")
    assert broken.pattern == "("
    with pytest.raises(re.error):
        broken.search("x")
    assert pattern("a(b)").fullmatch("ab").group(1) == "b"  # type: ignore[union-attr]


def test_the_next_process_has_it(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What one process compiled, and saved, the next one only reads."""
    assert pattern("x(?P<n>y)").search("xy")
    assert pattern(b"x").search(b"x")
    patterns.save()
    (file,) = kept.iterdir()
    assert kept.stat().st_mode & 0o777 == 0o700
    patterns.keep(str(kept))
    monkeypatch.setattr(patterns, "parts_of", None)
    found = pattern("x(?P<n>y)").search("xy")
    assert found is not None
    assert found["n"] == "y"
    before = file.stat().st_mtime_ns
    patterns.save()
    assert file.stat().st_mtime_ns == before


def test_those_of_phrases_have_a_file_of_their_own(kept: Path) -> None:
    """It is read, and written, by those alone who ask for one."""
    assert pattern("ab").search("ab")
    patterns.save()
    (file,) = kept.iterdir()
    patterns.keep(str(kept))
    assert pattern("heron|swan", of_phrases=True).search("a swan")
    patterns.save()
    assert [file.name.endswith("-phrases") for file in sorted(kept.iterdir())] == [False, True]
    assert list(patterns._read(f"{file}-phrases", 1_000_000)) == [("heron|swan", 0)]


@pytest.mark.parametrize("content", [b"", b"\0", b"no such thing", b"i\x01\x00\x00\x00"])
def test_a_damaged_file_is_none(kept: Path, content: bytes) -> None:
    """What cannot be read is compiled anew."""
    assert pattern("ab").search("ab")
    patterns.save()
    (file,) = kept.iterdir()
    file.write_bytes(content)
    patterns.keep(str(kept))
    assert pattern("ab").search("ab")


def test_no_byte_may_change(kept: Path) -> None:
    """A file with any byte changed, lost or added is none: nothing of it is used."""
    assert pattern("ab|cd").search("cd")
    patterns.save()
    (file,) = kept.iterdir()
    whole = file.read_bytes()
    changed = [whole[:at] + bytes((whole[at] ^ 0x55,)) + whole[at + 1 :] for at in range(len(whole))]
    for damaged in (*changed, whole[:-1], whole + b"\0"):
        file.write_bytes(damaged)
        assert patterns._read(str(file), len(whole) + 1) == {}
    file.write_bytes(whole)
    assert list(patterns._read(str(file), len(whole))) == [("ab|cd", 0)]
    assert patterns._read(str(file), len(whole) - 1) == {}


def test_damaged_numbers_are_refused(kept: Path) -> None:
    """The engine looks at the numbers that it is given; what it refuses is compiled anew."""
    assert kept
    assert patterns._kept is not None
    for code, groups in ((b"\xff" * 40, 0), (b"odd", 0), (b"", 1)):
        patterns._kept[0].known["ab", 0] = (0, code, groups, {})
        assert pattern("ab").search("ab")


def test_a_folder_that_cannot_be_had_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be written the tool runs as ever."""
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(patterns, "_kept", None)
    patterns.keep(str(tmp_path / "file" / "cache"))
    assert pattern("ab").search("ab")
    patterns.save()
