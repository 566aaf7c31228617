"""Whether the officers and directors that a form asks for are there to sign."""

from __future__ import annotations

from filinglint.facts.registration import Registration
from filinglint.located import Located


def is_free(registered: Registration) -> bool:
    """Tell whether the registrant may have no officers and directors: a trust, a partnership, asset-backed issuer."""
    return isinstance(registered.asset_backed, Located) or isinstance(registered.unincorporated, Located)
