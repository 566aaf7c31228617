"""What the privacy-enhanced wrapper states, and whether the wrapped text is what the SEC signed.

Source: RFC 1421 (fields, encapsulation) and RFC 1423 (RSA-MD5 message integrity check, PKCS #1 type 1
block), as far as EDGAR used them from 1993 to 2011. The key in the wrapper proves nothing unless it is
one of the SEC's own two: their moduli stand below, as every wrapper of their years carries them.
"""

from __future__ import annotations

import binascii
import re
from functools import cache

from filinglint.digests import md5
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import extractor
from filinglint.frozen import dataclass
from filinglint.located import Absent, Leaf, Located, NotApplicable, Unsure
from filinglint.patterns import pattern
from filinglint.spans import Span

_MODULI = frozenset(
    (
        # to about 1995, 512 bits
        int(
            "b7965b8c435788bbf9bebe5323e7e51b4e6dbd5c27b5640020eaa4a6fdfc30a5"
            "8132889b4f2509fa2296f8bd5a5e123836d1d7ed706878621a67993bc39d80b5",
            16,
        ),
        # after, 511 bits
        int(
            "5b6b0d28af4056d0736199abe9a1a3956c8add7999bf775320d7a74d648ceefa"
            "f32c00db99841a8a89f0839b035b73faa1a3390f7b5d7b35cc9bbcf54fe07eb7",
            16,
        ),
    )
)
# An exponent of 1 would let anyone sign.
_EXPONENT = 65537
# DER of DigestInfo { AlgorithmIdentifier { md5, NULL }, OCTET STRING of 16 bytes }
_DIGEST_INFO = bytes.fromhex("3020300c06082a864886f70d020505000410")
_FIELD = r"^{name}:[ \t]*(?:\r\n|\r|\n)?[ \t]*([^\r\n]+(?:(?:\r\n|\r|\n)[ \t]+[^\r\n]+){{0,40}})"
_MIC = pattern(r"\s*([^\s,]{1,40})\s*,\s*([^\s,]{1,40})\s*,\s*(\S.*)", re.DOTALL)
_SEQUENCE, _INTEGER, _BIT_STRING = 0x30, 0x02, 0x03


@dataclass(frozen=True, slots=True)
class Integrity:
    """The wrapper's fields as written, and what its signature says of the text.

    ``intact`` is True when the text is what was signed, False when it is not, unsure when that cannot be
    told (a key that is not the SEC's, another algorithm, a field that is missing or damaged); its place is
    the signature's. ``digest`` is the MD5 of the text as it stands, 32 hexadecimal digits. ``span`` is the
    wrapper's head, ``content`` what it wraps.
    """

    span: Span
    content: Span
    closed: bool
    process: Leaf[str]
    originator: Leaf[str]
    key: Leaf[str]
    digest_algorithm: Leaf[str]
    signature_algorithm: Leaf[str]
    signature: Leaf[str]
    intact: Leaf[bool]
    digest: str


@extractor("integrity", kinds=frozenset(("submission",)))
def integrity(submission: Submission) -> Integrity:
    """Read the wrapper and check its signature. Raises NotApplicable when there is none."""
    pem = submission.pem
    if pem is None:
        raise NotApplicable("there is no privacy-enhanced wrapper")
    text = submission.source.text
    key = _field(text, pem.header, "Originator-Key-Asymmetric")
    digest_algorithm, signature_algorithm, signature = _message_check(text, pem.header)
    digest = _digest(submission)
    return Integrity(
        span=pem.header,
        content=pem.content,
        closed=pem.closed,
        process=_field(text, pem.header, "Proc-Type"),
        originator=_field(text, pem.header, "Originator-Name"),
        key=key,
        digest_algorithm=digest_algorithm,
        signature_algorithm=signature_algorithm,
        signature=signature,
        intact=_intact(digest, key, (digest_algorithm, signature_algorithm), signature, closed=pem.closed),
        digest=digest.hex(),
    )


def _located(text: str, start: int, end: int) -> Located[str]:
    return Located(" ".join(text[start:end].split()), Span(start, end))


@cache
def _named(name: str) -> re.Pattern[str]:
    return pattern(_FIELD.format(name=name), re.MULTILINE)


def _field(text: str, head: Span, name: str) -> Leaf[str]:
    m = _named(name).search(text, head.start, head.end)
    return _located(text, m.start(1), m.start(1) + len(m[1].rstrip())) if m else Absent(head, name)


def _message_check(text: str, head: Span) -> tuple[Leaf[str], Leaf[str], Leaf[str]]:
    """Return the two algorithms and the signature of the MIC-Info field."""
    whole = _field(text, head, "MIC-Info")
    m = _MIC.match(text, whole.span.start, whole.span.end) if isinstance(whole, Located) else None
    if m is None:
        absent = Absent(whole.span, "message integrity check")
        return absent, absent, absent
    return _located(text, *m.span(1)), _located(text, *m.span(2)), _located(text, *m.span(3))


def _intact(
    digest: bytes, key: Leaf[str], algorithms: tuple[Leaf[str], ...], signature: Leaf[str], *, closed: bool
) -> Leaf[bool]:
    """Return whether the signature fits the text, or why that cannot be told."""
    what = "signature of the SEC"

    def unsure(at: Leaf[str], reason: str) -> Unsure:
        return Unsure(at.span, what, reason)

    if not closed:
        return unsure(signature, "the wrapper has no end")
    if not isinstance(key, Located) or not isinstance(signature, Located):
        return unsure(signature, "the wrapper lacks its key or its signature")
    for algorithm, known in zip(algorithms, ("RSA-MD5", "RSA"), strict=True):
        if not isinstance(algorithm, Located) or algorithm.value.upper() != known:
            return unsure(algorithm, "the algorithm is unknown")
    pair = public_key(_decoded(key.value))
    if pair is None or pair[0] not in _MODULI or pair[1] != _EXPONENT:
        return unsure(key, "the key is none of the two known keys of the SEC")
    modulus, exponent = pair
    signed = _decoded(signature.value)
    size = (modulus.bit_length() + 7) // 8
    if len(signed) != size:
        return unsure(signature, "the signature cannot be decoded")
    opened = pow(int.from_bytes(signed, "big"), exponent, modulus).to_bytes(size, "big")
    return Located(opened == _block(digest, size), signature.span)


def _decoded(words: str) -> bytes:
    try:
        return binascii.a2b_base64("".join(words.split()), strict_mode=True)
    except ValueError:  # other letters than ASCII's are refused before anything looks at them
        return b""


def _digest(submission: Submission) -> bytes:
    """Return the MD5 of the wrapped text in its canonical form: dashes unstuffed, lines ended CRLF."""
    assert submission.pem is not None
    span = submission.pem.content
    source, base = submission.source.source_at(span.start)
    data = source.data[source.byte_offset(span.start - base) : source.byte_offset(span.end - base)]
    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    lines = data.removeprefix(b"- ").replace(b"\n- ", b"\n")
    return bytes.fromhex(md5(lines.replace(b"\n", b"\r\n")))


def _block(digest: bytes, size: int) -> bytes:
    """Return the PKCS #1 type 1 block of *size* bytes that a signature of *digest* opens to."""
    info = _DIGEST_INFO + digest
    return b"\0\1" + b"\xff" * (size - len(info) - 3) + b"\0" + info


def public_key(data: bytes) -> tuple[int, int] | None:
    """Return modulus and exponent of the X.509 SubjectPublicKeyInfo *data*; None when it is none.

    Lengths beyond two bytes do not occur in keys of this size and are refused.
    """
    outer = _element(data, _SEQUENCE)
    if outer is None:
        return None
    algorithm = _element(outer[0], _SEQUENCE)
    string = _element(algorithm[1], _BIT_STRING) if algorithm else None
    pair = _element(string[0][1:], _SEQUENCE) if string else None
    modulus = _element(pair[0], _INTEGER) if pair else None
    exponent = _element(modulus[1], _INTEGER) if modulus else None
    if modulus is None or exponent is None:
        return None
    return int.from_bytes(modulus[0], "big"), int.from_bytes(exponent[0], "big")


def _element(data: bytes, tag: int) -> tuple[bytes, bytes] | None:
    """Return the content of the BER element that *data* begins with, and what follows it."""
    if len(data) < 2 or data[0] != tag:
        return None
    size, head = data[1], 2
    if size & 0x80:
        count = size & 0x7F
        if not 1 <= count <= 2 or len(data) < 2 + count:
            return None
        size, head = int.from_bytes(data[2 : 2 + count], "big"), 2 + count
    if len(data) < head + size:
        return None
    return data[head : head + size], data[head + size :]
