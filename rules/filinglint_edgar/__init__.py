"""The rules for filings on EDGAR: each module of the family folders holds one."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module

from filinglint.hooks import hookimpl
from filinglint.rule import Rule


@hookimpl
def filinglint_rules() -> Iterator[Rule]:
    """Yield the rules of every module of every family folder."""
    for family in pkgutil.iter_modules(__path__):
        if family.ispkg and family.name != "cases":
            package = import_module(f"{__name__}.{family.name}")
            for module in pkgutil.iter_modules(package.__path__):
                found = vars(import_module(f"{package.__name__}.{module.name}")).values()
                yield from (value for value in found if isinstance(value, Rule))
