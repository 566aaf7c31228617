"""What an extractor is: a pure function from a submission, or one document of it, to facts.

Each runs at most once for each submission or document; every rule that reads it shares the result.
An extractor may raise NotApplicable (a single document has no header) or CannotTell; every rule that
reads it then ends so.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from filinglint.documents.document import Document
from filinglint.documents.submission import Submission
from filinglint.frozen import dataclass
from filinglint.located import CannotTell, NotApplicable
from filinglint.meter import metered

T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T")

_UNREAD: Any = object()  # what stands for facts that nobody has asked for
FILINGS = frozenset(("submission", "draft", "document"))


@dataclass(frozen=True, eq=False)
class Extractor(Generic[T_co]):
    """Facts of one subject: their name in reports, the kinds of input that have them, and how they are found.

    Where ``kinds`` is empty, inputs of every kind have them. ``reader`` is the function that finds them, as its
    author wrote it: its docstring says what they are, its annotation how they are made up.
    """

    name: str
    kinds: frozenset[str]
    per_document: bool
    find: Callable[[Submission, Document | None], T_co]
    reader: Callable[..., T_co] | None = None

    def of(self, submission: Submission, document: Document | None = None) -> T_co:
        """Return the facts, found now or before.

        *document* is needed by extractors of documents only. Raises NotApplicable or CannotTell as
        the extractor did.
        """
        found = self.found(submission, document)
        if isinstance(found, NotApplicable | CannotTell):
            raise type(found)(*found.args)
        return found

    def found(self, submission: Submission, document: Document | None = None) -> T_co | NotApplicable | CannotTell:
        """Return what ``of`` returns or raises."""
        key = (self, document.number) if document is not None and self.per_document else self
        memory = submission.memory
        found: T_co | NotApplicable | CannotTell = memory.get(key, _UNREAD)
        if found is not _UNREAD:
            return found
        try:
            with metered("facts", self.name):
                found = self.find(submission, document)
        except (NotApplicable, CannotTell) as outcome:
            found = outcome.with_traceback(None)
        if found is not submission:  # one that held itself would stay in memory until someone looks for such
            memory[key] = found
        return found

    def give_up(self, submission: Submission, document: Document | None, reason: str) -> None:
        """Let ``of`` raise CannotTell for *reason* from now on: finding the facts took too long."""
        key = (self, document.number) if document is not None and self.per_document else self
        submission.memory.setdefault(key, CannotTell(reason))


def extractor(name: str, kinds: frozenset[str] = FILINGS) -> Callable[[Callable[[Submission], T]], Extractor[T]]:
    """Make an extractor of facts that a submission as a whole states."""

    def make(find: Callable[[Submission], T]) -> Extractor[T]:
        return Extractor(name, kinds, False, lambda submission, _: find(submission), find)

    return make


def document_extractor(
    name: str, kinds: frozenset[str] = FILINGS
) -> Callable[[Callable[[Submission, Document], T]], Extractor[T]]:
    """Make an extractor of facts that one document states."""

    def make(find: Callable[[Submission, Document], T]) -> Extractor[T]:
        def found(submission: Submission, document: Document | None) -> T:
            if document is None:
                raise TypeError(f"facts {name!r} are of a document; none was given")
            return find(submission, document)

        return Extractor(name, kinds, True, found, find)

    return make


@document_extractor("document", kinds=FILINGS | {"bcp-summary"})
def document(submission: Submission, document: Document) -> Document:  # noqa: ARG001
    """The document itself, for rules about its head, its tags or its characters."""
    return document


@extractor("submission", kinds=FILINGS | {"bcp-summary"})
def submission(submission: Submission) -> Submission:
    """The submission itself, for rules about its documents or its envelope."""
    return submission


def readable(document: Document) -> Document:
    """Return *document*. Raises NotApplicable for one that nobody reads, such as data or a picture."""
    if not document.readable:
        raise NotApplicable("it is no text that a person reads")
    return document


def readable_main(submission: Submission) -> Document:
    """Return the first document, which the form's type names. Raises NotApplicable when no one can read it."""
    main = submission.main
    if main is None or not main.readable:
        raise NotApplicable("there is no main document to read")
    return main
