"""A filing is an object whose facts are attributes."""

from __future__ import annotations

import doctest
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import filinglint
from filinglint import api
from filinglint.located import NotApplicable


def test_the_example_runs(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the module's docstring shows is what happens."""
    monkeypatch.chdir(root)
    assert doctest.testmod(api, raise_on_error=True).attempted > 5


def test_facts_are_attributes(root: Path) -> None:
    """Each fact is had under its name, and each leaf has its place and its words."""
    filing = filinglint.read(root / "examples" / "8-k-clean.txt")
    assert repr(filing).endswith("8-k-clean.txt': submission 8-K>")
    assert filing.documents[0].type_name == "8-K"
    assert filing.header.registrants[0].name.value == filing.words(filing.header.registrants[0].name)
    assert filing.signatures.blocks
    assert filing.exhibits.attached
    assert filing.certifications is not None
    assert filing.fact("header") is filing.header
    for absent in ("ownership", "integrity"):
        with pytest.raises(NotApplicable):
            getattr(filing, absent)
    with pytest.raises(KeyError, match="there are header"):
        filing.fact("heder")


def test_a_document_alone_and_a_draft(tmp_path: Path) -> None:
    """A document alone has no header; a draft has the header that its manifest is."""
    (tmp_path / "a.txt").write_text("EXHIBIT 99.1\n\nA release\n")
    alone = filinglint.read(tmp_path / "a.txt")
    assert (alone.kind, alone.form, alone.reason) == ("document", None, "it is labelled as an exhibit")
    with pytest.raises(NotApplicable):
        _ = alone.header
    (tmp_path / "submission.toml").write_text('form = "8-K"\n[[documents]]\nfile = "a.txt"\ntype = "8-K"\n')
    for path in (tmp_path, tmp_path / "submission.toml"):
        draft = filinglint.read(path)
        assert (draft.kind, draft.form, draft.header.form.value) == ("draft", "8-K", "8-K")


def test_the_caller_may_say_what_it_is(tmp_path: Path) -> None:
    """A kind that is given holds; one that does not exist is an error."""
    (tmp_path / "a.txt").write_text("Words.\n")
    assert filinglint.read(tmp_path / "a.txt").kind == "unknown"
    assert filinglint.read(tmp_path / "a.txt", kind="document").kind == "document"
    with pytest.raises(ValueError, match="no kind"):
        filinglint.read(tmp_path / "a.txt", kind="letter")


@given(st.binary(max_size=400) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_a_filing_or_an_input_error(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    """Any bytes whatever are read as something, or refused as an input; nothing else is raised."""
    path = tmp_path_factory.getbasetemp() / "any.txt"
    path.write_bytes(data)
    try:
        filing = filinglint.read(path)
    except filinglint.InputError:
        return
    assert filing.kind in ("submission", "document", "bcp-summary", "unknown")
    assert filing.form is None or filing.form
