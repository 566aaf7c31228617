"""Filings for Python programs: one object whose facts are attributes.

>>> import filinglint
>>> filing = filinglint.read("examples/8-k-clean.txt")
>>> filing.kind, filing.form
('submission', '8-K')
>>> filing.header.period.value
datetime.date(2024, 11, 4)
>>> name = filing.cover.registrants[0].name
>>> name.value, filing.place(name).line
('LARKSPUR INSTRUMENTS, INC.', 62)
>>> [heading.number.value for heading in filing.items.headings]
['5.02', '7.01', '9.01']

Every leaf is stated, absent or unsure: ``value`` raises NotApplicable where nothing is stated, and
CannotTell where what is there could not be read for certain.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any

from filinglint.documents.document import Document
from filinglint.documents.draft import read_draft
from filinglint.documents.formats import open_source
from filinglint.documents.manifest import NAMES
from filinglint.documents.submission import Submission
from filinglint.facts import certifications as certified
from filinglint.facts import cover as covers
from filinglint.facts import exhibits as exhibited
from filinglint.facts import header as headers
from filinglint.facts import integrity as wrapped
from filinglint.facts import items as itemised
from filinglint.facts import ownership as owned
from filinglint.facts import signatures as signed
from filinglint.finding import Somewhere, span_of
from filinglint.hooks import Recognition
from filinglint.identity import form_of
from filinglint.kinds import KINDS
from filinglint.kinds import read as read_as
from filinglint.plugins import kinds_of, load_packs
from filinglint.source import Place


class Filing:
    """A submission, a draft, a document alone, or a BCP summary, and the facts it states.

    Facts are read when they are first asked for, and once. Those that it does not have at all (the
    header of a document alone, the cover of an exhibit) raise NotApplicable; those that cannot be read
    raise CannotTell.
    """

    def __init__(self, submission: Submission, reason: str, plugins: tuple[str, ...] = ()) -> None:
        self.submission = submission
        self.reason = reason
        self._plugins = plugins

    def __repr__(self) -> str:
        return f"<Filing {self.path!r}: {self.kind}{f' {self.form}' if self.form else ''}>"

    @property
    def path(self) -> str:
        """The path as given."""
        return self.submission.path

    @property
    def kind(self) -> str:
        """One of ``submission``, ``draft``, ``document``, ``bcp-summary``, ``unknown``; ``reason`` says why."""
        return self.submission.kind

    @property
    def form(self) -> str | None:
        """The submission type, such as ``8-K/A``; None where it says none."""
        return form_of(self.submission)

    @property
    def documents(self) -> tuple[Document, ...]:
        """The documents that the filer filed, in file order; those made by EDGAR are left out."""
        return self.submission.filed_documents

    @property
    def header(self) -> headers.Header:
        """What the header, or the manifest of a draft, states."""
        return headers.header.of(self.submission)

    @property
    def integrity(self) -> wrapped.Integrity:
        """What the privacy-enhanced wrapper of 1993 to 2011 states, and whether its digest agrees."""
        return wrapped.integrity.of(self.submission)

    @property
    def cover(self) -> covers.CoverPage:
        """The cover page of the main document."""
        return covers.cover_page.of(self.submission)

    @property
    def items(self) -> itemised.Items:
        """The items of the main document."""
        return itemised.items.of(self.submission)

    @property
    def exhibits(self) -> exhibited.Exhibits:
        """The exhibits listed, attached and mentioned."""
        return exhibited.exhibits.of(self.submission)

    @property
    def signatures(self) -> signed.Signatures:
        """The signature blocks of the main document."""
        return signed.signatures.of(self.submission)

    @property
    def certifications(self) -> certified.Certifications:
        """The certifications of officers."""
        return certified.certifications.of(self.submission)

    @property
    def ownership(self) -> owned.Ownership:
        """What a statement on Form 3, 4 or 5 in XML says."""
        return owned.ownership.of(self.submission)

    def fact(self, name: str) -> Any:
        """Return the facts called *name*, those of packs too. Raises KeyError, with the names there are."""
        from filinglint.catalogue import load_catalogue

        extractors = {extractor.name: extractor for extractor in load_catalogue(self._plugins).extractors()}
        if name not in extractors:
            raise KeyError(f"no facts are called {name!r}; there are {', '.join(extractors)}")
        extractor = extractors[name]
        if extractor.per_document:
            return {document.label: extractor.of(self.submission, document) for document in self.documents}
        return extractor.of(self.submission)

    def place(self, somewhere: Somewhere) -> Place:
        """Return the file, lines, columns and bytes of a leaf or a span."""
        return self.submission.source.place(span_of(somewhere))

    def words(self, somewhere: Somewhere) -> str:
        """Return the rendered words at a leaf or a span."""
        return self.submission.words(span_of(somewhere))


def read(path: str | os.PathLike[str], kind: str | None = None, plugins: Sequence[str] = ()) -> Filing:
    """Read the filing, the draft folder, the BCP summary, or a text of a kind that *plugins* know, at *path*.

    *kind* says what it is where its content does not; *plugins* are distributions whose packs know further kinds
    and facts. Raises InputError when it cannot be read, PackError when a pack does not load, and ValueError for a
    kind that does not exist.
    """
    packs = tuple(plugins)
    if kind is not None and kind not in KINDS and kind not in kinds_of(load_packs(packs)):
        raise ValueError(f"{kind!r} is no kind; there are {', '.join(KINDS)}")
    name = os.fspath(path)
    if os.path.isdir(name) or (os.path.basename(name) in NAMES and kind in (None, "draft")):
        return Filing(read_draft(name), "it has a manifest", packs)

    def recognised(text: Submission) -> Recognition | None:
        # The packs are needed for texts that are no filing only.
        found: Recognition | None = load_packs(packs).hook.filinglint_recognise(text=text)
        return found

    reading = read_as(open_source(name), kind, recognised)
    return Filing(reading.submission, reading.reason, packs)
