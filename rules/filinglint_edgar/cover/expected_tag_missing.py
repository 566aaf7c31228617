"""COV050."""

from collections.abc import Iterator
from datetime import date

from filinglint.facts.header import Header, header
from filinglint.facts.ixbrl_cover import IxbrlCover, ixbrl_cover
from filinglint.finding import Observation
from filinglint.located import Absent
from filinglint.rule import EIGHT_K, TEN_K, TEN_Q, Authority, rule

_CURRENT = (
    "WrittenCommunications",
    "SolicitingMaterial",
    "PreCommencementTenderOffer",
    "PreCommencementIssuerTenderOffer",
)
_PERIODIC = (
    "EntityShellCompany",
    "EntitySmallBusiness",
    "EntityInteractiveDataCurrent",
    "EntityCurrentReportingStatus",
)
_ANNUAL = ("EntityWellKnownSeasonedIssuer", "EntityVoluntaryFilers")


@rule(
    "COV050",
    "expected-tag-missing",
    reads=(ixbrl_cover, header),
    tags=frozenset(("ixbrl",)),
    remedy="add the tag, in the hidden section of the inline XBRL where nothing is printed",
    authority=Authority("EDGAR Filer Manual, volume II, 6.5.20 to 6.5.52", "should", effective_from=date(2019, 6, 15)),
    forms=EIGHT_K | TEN_K | TEN_Q,
)
def expected_tag_missing(tagged: IxbrlCover, stated: Header) -> Iterator[Observation]:
    """A tagged cover states all that EDGAR expects of its form.

    EDGAR warns of what is missing, and takes the report.
    """
    form, entity = stated.form.value, tagged.entity
    leaves = {
        "DocumentPeriodEndDate": tagged.period,
        "AmendmentFlag": tagged.amendment,
        "EntityFileNumber": entity.file_number,
        "EntityTaxIdentificationNumber": entity.ein,
        "EntityIncorporationStateCountryCode": entity.state_of_incorporation,
        "EntityAddressAddressLine1": entity.street,
        "EntityAddressCityOrTown": entity.city,
        "EntityAddressPostalZipCode": entity.zip,
        "CityAreaCode": entity.area_code,
        "LocalPhoneNumber": entity.telephone,
        "EntityEmergingGrowthCompany": tagged.flag("EntityEmergingGrowthCompany"),
    }
    names = _CURRENT if form.startswith("8-K") else (*_PERIODIC, *(_ANNUAL if form.startswith("10-K") else ()))
    missing = [name for name, leaf in leaves.items() if isinstance(leaf, Absent)]
    missing += [name for name in names if isinstance(tagged.flag(name), Absent)]
    if missing:
        words = ", ".join(f"dei:{name}" for name in missing)
        yield Observation(tagged.span, f"{words} {'is' if len(missing) == 1 else 'are'} not tagged")
