"""The days on which a report is signed."""

from __future__ import annotations

from datetime import date

from filinglint.facts.signatures import Signatures
from filinglint.located import Located


def days_of(signed: Signatures) -> tuple[Located[date], ...]:
    """Return the dates of all blocks and signers in reading order, each place once."""
    found = {
        leaf.span: leaf
        for block in signed.blocks
        for leaf in (block.date, *(signer.date for signer in block.signers))
        if isinstance(leaf, Located)
    }
    return tuple(found[span] for span in sorted(found))
