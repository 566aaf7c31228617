"""The signature of the SEC: what fits, what does not, and what cannot be told."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest

from filinglint.documents.submission import Submission, read_submission
from filinglint.facts import integrity as module
from filinglint.facts.integrity import Integrity, integrity, public_key
from filinglint.located import Located, NotApplicable, Unsure
from filinglint.source import Source

# A key pair of our own, of the size of the SEC's: nobody has theirs.
P = 0xFA8DF4F0A2C66F29F5B46A3C0BB0EF6D2DA1B7C1FD3B1AEB5D6B6D4E2A0D6F6F
BODY = "<SEC-DOCUMENT>0009990001-96-000001.txt : 19960701\n- --dashes\n</SEC-DOCUMENT>\n"


def element(tag: int, content: bytes) -> bytes:
    """Return a BER element; the length in the short or the long form."""
    size = len(content)
    head = bytes([size]) if size < 128 else bytes([0x81, size])
    return bytes([tag]) + head + content


def number(value: int) -> bytes:
    """Return an INTEGER."""
    return element(2, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def key_of(modulus: int, exponent: int = 65537) -> bytes:
    """Return a SubjectPublicKeyInfo as the wrappers have it."""
    algorithm = element(0x30, bytes.fromhex("0604550801010202") + b"\x02\x00")
    return element(0x30, algorithm + element(3, b"\0" + element(0x30, number(modulus) + number(exponent))))


def primes() -> tuple[int, int]:
    """Return two primes of 256 bits."""
    found: list[int] = []
    candidate = P | 1
    while len(found) < 2:
        if all(pow(base, candidate - 1, candidate) == 1 for base in (2, 3, 5, 7, 11)):
            found.append(candidate)
        candidate += 2
    return found[0], found[1]


ONE, OTHER = primes()
MODULUS = ONE * OTHER
SECRET = pow(65537, -1, (ONE - 1) * (OTHER - 1))


def folded(data: bytes) -> str:
    """Return *data* in base 64, in indented lines."""
    words = base64.b64encode(data).decode()
    return "\n".join(" " + words[i : i + 64] for i in range(0, len(words), 64))


def wrapped(body: str, signed: str | None = None, algorithm: str = "RSA-MD5", exponent: int = 65537) -> bytes:
    """Return *body* in a wrapper, signed for *signed*."""
    text = (signed if signed is not None else body).replace("\n- ", "\n").replace("\n", "\r\n")
    info = bytes.fromhex("3020300c06082a864886f70d020505000410") + hashlib.md5(text.encode()).digest()
    block = b"\0\1" + b"\xff" * (64 - 3 - len(info)) + b"\0" + info
    mic = pow(int.from_bytes(block, "big"), SECRET, MODULUS).to_bytes(64, "big")
    return (
        "-----BEGIN PRIVACY-ENHANCED MESSAGE-----\nProc-Type: 2001,MIC-CLEAR\n"
        "Originator-Name: webmaster@filings.example\n"
        f"Originator-Key-Asymmetric:\n{folded(key_of(MODULUS, exponent))}\n"
        f"MIC-Info: {algorithm},RSA,\n{folded(mic)}\n\n{body}-----END PRIVACY-ENHANCED MESSAGE-----\n"
    ).encode()


def opened(data: bytes) -> tuple[Submission, Integrity]:
    """Return the submission of *data* and what its wrapper states."""
    submission = read_submission(Source.from_bytes(data, "x.txt"))
    return submission, integrity.of(submission)


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make our own key a known one."""
    monkeypatch.setattr(module, "_MODULI", frozenset((MODULUS,)))


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_untouched(end: str) -> None:
    """A text that is as it was signed is intact, whatever its line ends."""
    _, facts = opened(wrapped(BODY).replace(b"\n", end.encode()))
    assert facts.intact.value is True


@pytest.mark.usefixtures("known")
def test_one_letter_changed() -> None:
    """One letter more or less is seen, and shown at the signature."""
    submission, facts = opened(wrapped(BODY.replace("dashes", "Dashes"), signed=BODY))
    assert isinstance(facts.intact, Located)
    assert facts.intact.value is False
    assert facts.intact.span == facts.signature.span
    assert submission.words(facts.signature.span) == facts.signature.value


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize(
    "damage",
    [
        (b"RSA-MD5", b"RSA-MD2"),
        (b"MIC-Info", b"MIC-Nonsense"),
        (b"-----END PRIVACY", b"-----FIN PRIVACY"),
        (b"Originator-Key-Asymmetric", b"Originator-Certificate"),
        (b",RSA,\n ", b",RSA,\n \xe8"),
        (b"Asymmetric:\n ", b"Asymmetric:\n \xe8"),
    ],
)
def test_damaged_wrapper(damage: tuple[bytes, bytes]) -> None:
    """A wrapper that lacks what it takes, or uses another algorithm, cannot be told."""
    _, facts = opened(wrapped(BODY).replace(*damage))
    assert isinstance(facts.intact, Unsure)


def test_unknown_key() -> None:
    """A text signed with a key that is not the SEC's cannot be told, however well it fits."""
    _, facts = opened(wrapped(BODY))
    assert isinstance(facts.intact, Unsure)


@pytest.mark.usefixtures("known")
def test_exponent_of_one() -> None:
    """A known modulus with another exponent is not a known key."""
    _, facts = opened(wrapped(BODY, exponent=1))
    assert isinstance(facts.intact, Unsure)


def test_no_wrapper() -> None:
    """Without a wrapper there is nothing to check."""
    submission = read_submission(Source.from_bytes(BODY.encode(), "x.txt"))
    with pytest.raises(NotApplicable):
        integrity.of(submission)


@pytest.mark.parametrize("size", range(0, 91, 7))
def test_truncated_key(size: int) -> None:
    """A key that is cut anywhere is no key."""
    assert public_key(key_of(MODULUS)[:size]) is None


def test_key() -> None:
    """Modulus and exponent are read out of a key."""
    assert public_key(key_of(MODULUS)) == (MODULUS, 65537)


@pytest.mark.corpus
def test_real_wrappers(corpus: Path) -> None:
    """All but two of the wrapped filings at hand are what the SEC signed; those two are edited copies."""
    changed, count = [], 0
    for path in sorted((corpus / "filings").rglob("*.txt")):
        with path.open("rb") as file:
            if not file.read(200).lstrip().startswith(b"-----BEGIN PRIVACY"):
                continue
        count += 1
        _, facts = opened(path.read_bytes())
        if not facts.intact.value:
            changed.append(path.stem)
    assert count > 70
    assert changed == ["0000320193-96-000027", "0000899243-96-000861"]
