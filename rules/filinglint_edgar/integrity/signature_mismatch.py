"""INT001."""

from collections.abc import Iterator

from filinglint.facts.integrity import Integrity, integrity
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "INT001",
    "pem-signature-mismatch",
    reads=(integrity,),
    remedy="take the filing from EDGAR again",
    authority=Authority(
        "RFC 1421, section 4.4 and RFC 1423, section 2.1 (RSA-MD5 message integrity check)", "guidance"
    ),
)
def signature_mismatch(wrapper: Integrity) -> Iterator[Observation]:
    """The text of a wrapped filing is the text that the SEC signed.

    Until 2011 EDGAR put filings into privacy-enhanced messages with a signature over every byte. A single
    changed character, an editor's line ends included, breaks it. It says nothing about who changed what.
    """
    if not wrapper.intact.value:
        yield Observation(
            wrapper.signature, f"these are not the bytes that the SEC signed: their MD5 is '{wrapper.digest}'"
        )
