"""House rules of an invented issuer, and a reader of Form CRS."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from filinglint import Extractor, Reader, Rule, hookimpl

API_VERSION = 1
__version__ = "1.0.0"


@hookimpl
def filinglint_rules() -> Iterator[Rule]:
    """Yield the rule in Python."""
    from acme_pack.form_crs.answer_missing import answer_missing

    yield answer_missing


@hookimpl
def filinglint_rule_packs() -> Iterator[Traversable]:
    """Yield the folder of the rules in YAML."""
    yield files("acme_pack").joinpath("rules")


@hookimpl
def filinglint_facts() -> Iterator[Extractor[Any]]:
    """Yield what is read of a Form CRS."""
    from acme_pack.form_crs.facts import crs

    yield crs


@hookimpl
def filinglint_readers() -> Iterator[Reader]:
    """Yield the kind that this pack brings."""
    from acme_pack.form_crs.facts import FORM_CRS, told

    yield Reader(FORM_CRS, told)
