"""What several rules about certifications ask: who signs as what, and who certified."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from filinglint.facts.certifications import Certification, Certifications
from filinglint.facts.signature_entry import Signer
from filinglint.facts.signatures import Signatures
from filinglint.located import Located
from filinglint.names import same_person

PERIODIC = frozenset(("10-K", "10-KT", "10-KSB", "10-KSB40", "10-Q", "10-QT", "10-QSB"))
Heads = tuple[Located[str], Located[str]]
"""The names of the principal executive and the principal financial officer."""
_HEADS = {
    "executive": ("chief executive", "principal executive"),
    "financial": ("chief financial", "principal financial"),
}


def name_of(signer: Signer) -> Located[str] | None:
    """Return the name of *signer*: the typed one, else that of the signature."""
    if isinstance(signer.name, Located):
        return signer.name
    return signer.conformed if isinstance(signer.conformed, Located) else None


def head_of(signed: Signatures, office: str) -> Located[str] | None:
    """Return the name of who signs as chief or principal officer of *office*; None when nobody says so."""
    for signer in signed.signers:
        if any(words in signer.titles.lower() for words in _HEADS[office]):
            return name_of(signer)
    return None


def two_heads(signed: Signatures) -> Heads | None:
    """Return who signs as chief executive and as chief financial officer; None when it may be one person."""
    executive, financial = head_of(signed, "executive"), head_of(signed, "financial")
    if executive is None or financial is None or same_person(written(executive), written(financial)) is not False:
        return None
    return executive, financial


def left_out(heads: Heads, names: Sequence[Located[str]]) -> tuple[Located[str], str] | None:
    """Return which of *heads* is not among *names*, which are all of one person, and the office.

    None where both may be, and where the names are of several persons: another name may be that of a successor.
    """
    if not all(is_among(names[0], [other]) for other in names[1:]):
        return None
    pairs = zip(heads, _HEADS, strict=True)
    return next(((head, office) for head, office in pairs if is_among(head, names) is False), None)


def written(name: Located[str]) -> str:
    """Return *name* without the mark of a signature."""
    return name.value.rpartition("/")[2].strip(" *\\")


def certifier_of(certification: Certification) -> Located[str] | None:
    """Return who makes *certification*: who is named in "I, …, certify", else who signs."""
    if isinstance(certification.certifier, Located):
        return certification.certifier
    return next((name for signer in certification.signers if (name := name_of(signer))), None)


def is_among(name: Located[str], others: Iterable[Located[str]]) -> bool | None:
    """Tell whether *name* is the person of one of *others*; None when that cannot be told."""
    answers = [same_person(written(name), written(other)) for other in others]
    return True if True in answers else None if None in answers else False


def may_be_unread(found: Certifications) -> bool:
    """Tell whether a document that should hold a certification could not be read."""
    return bool(found.unread)
