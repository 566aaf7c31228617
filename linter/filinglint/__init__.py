"""filinglint: a linter for disclosure documents.

The names below are what rule packs and callers use; docs/pack.md says which for what. Each is loaded when it is
first asked for, so that a command which needs none of them starts at once. ``rule`` is the decorator, and its module
too; ``facts`` holds a module for each subject.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # the type checker's view of the table below
    from filinglint import facts as facts
    from filinglint.api import Filing as Filing
    from filinglint.api import read as read
    from filinglint.catalogue import Catalogue as Catalogue
    from filinglint.catalogue import load_catalogue as load_catalogue
    from filinglint.documents.document import Body as Body
    from filinglint.documents.document import Document as Document
    from filinglint.documents.submission import Submission as Submission
    from filinglint.engine import check as check
    from filinglint.errors import ConfigError as ConfigError
    from filinglint.errors import FilinglintError as FilinglintError
    from filinglint.errors import InputError as InputError
    from filinglint.errors import PackError as PackError
    from filinglint.facts.extractor import Extractor as Extractor
    from filinglint.facts.extractor import document_extractor as document_extractor
    from filinglint.facts.extractor import extractor as extractor
    from filinglint.finding import Confidence as Confidence
    from filinglint.finding import Edit as Edit
    from filinglint.finding import Finding as Finding
    from filinglint.finding import Fix as Fix
    from filinglint.finding import Observation as Observation
    from filinglint.finding import Outcome as Outcome
    from filinglint.finding import Severity as Severity
    from filinglint.hooks import ChecklistItem as ChecklistItem
    from filinglint.hooks import Reader as Reader
    from filinglint.hooks import Recognition as Recognition
    from filinglint.hooks import Reporter as Reporter
    from filinglint.hooks import hookimpl as hookimpl
    from filinglint.judging import Options as Options
    from filinglint.located import Absent as Absent
    from filinglint.located import CannotTell as CannotTell
    from filinglint.located import Leaf as Leaf
    from filinglint.located import Located as Located
    from filinglint.located import NotApplicable as NotApplicable
    from filinglint.located import Unsure as Unsure
    from filinglint.report import Report as Report
    from filinglint.rule import API_VERSION as API_VERSION
    from filinglint.rule import EIGHT_K as EIGHT_K
    from filinglint.rule import TEN_K as TEN_K
    from filinglint.rule import TEN_Q as TEN_Q
    from filinglint.rule import Authority as Authority
    from filinglint.rule import Rule as Rule
    from filinglint.rule import Unclear as Unclear
    from filinglint.rule import rule as rule
    from filinglint.rule_options import option as option
    from filinglint.rulebook.terms import Found as Found
    from filinglint.rulebook.terms import Term as Term
    from filinglint.spans import Span as Span
    from filinglint.triage.selection import Selection as Selection

__version__ = "0.1.0"

_HOMES = {
    "api": ("Filing", "read"),
    "catalogue": ("Catalogue", "load_catalogue"),
    "documents.document": ("Body", "Document"),
    "documents.submission": ("Submission",),
    "engine": ("check",),
    "errors": ("ConfigError", "FilinglintError", "InputError", "PackError"),
    "facts.extractor": ("Extractor", "document_extractor", "extractor"),
    "finding": ("Confidence", "Edit", "Finding", "Fix", "Observation", "Outcome", "Severity"),
    "hooks": ("ChecklistItem", "Reader", "Recognition", "Reporter", "hookimpl"),
    "judging": ("Options",),
    "located": ("Absent", "CannotTell", "Leaf", "Located", "NotApplicable", "Unsure"),
    "report": ("Report",),
    "rule": ("API_VERSION", "EIGHT_K", "TEN_K", "TEN_Q", "Authority", "Rule", "Unclear"),
    "rule_options": ("option",),
    "rulebook.terms": ("Found", "Term"),
    "spans": ("Span",),
    "triage.selection": ("Selection",),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}

_MODULES = ("facts", "rule")

__all__ = ["__version__", *sorted((*_HOME, *_MODULES))]


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return import_module(f"filinglint.{name}")
    if name not in _HOME:
        raise AttributeError(f"module 'filinglint' has no attribute {name!r}")
    value = getattr(import_module(f"filinglint.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOME, *_MODULES})
