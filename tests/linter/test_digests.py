"""Digests are what ``hashlib`` says, with whatever they are made."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from filinglint import digests
from filinglint.digests import Digest, md5, sha256


@given(st.binary())
def test_little(data: bytes) -> None:
    """Of little data they are those of OpenSSL."""
    assert sha256(data) == hashlib.sha256(data).hexdigest()
    assert md5(data) == hashlib.md5(data, usedforsecurity=False).hexdigest()


def test_much(monkeypatch: pytest.MonkeyPatch) -> None:
    """So they are once there was much, however little comes after it."""
    monkeypatch.setattr(digests, "_LITTLE", 10)
    digest = Digest("sha256", ("_sha256", "_sha2"))
    for data in (b"12345678", b"12345678", b"1"):
        assert digest(data) == hashlib.sha256(data).hexdigest()


def test_python_without_its_own() -> None:
    """A Python that has none of its own asks OpenSSL at once."""
    assert Digest("sha256", ("no_such_module", "math"))(b"a") == hashlib.sha256(b"a").hexdigest()
