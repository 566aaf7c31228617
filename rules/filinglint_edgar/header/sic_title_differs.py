"""HDR055."""

from collections.abc import Iterator

from filinglint.facts.header import Header, header
from filinglint.finding import Observation
from filinglint.located import Located
from filinglint.rule import Authority, rule
from filinglint.tables.sic import codes_of_title, is_sic_title


@rule(
    "HDR055",
    "header-sic-title-differs",
    reads=(header,),
    remedy="take the header from EDGAR again",
    authority=Authority(
        "SEC, Division of Corporation Finance: Standard Industrial Classification code list", "guidance"
    ),
)
def sic_title_differs(stated: Header) -> Iterator[Observation]:
    """The code of the industrial classification is that of the title before it.

    EDGAR writes both. The title of one industry with the code of another is a header that was edited.
    """
    for party in stated.parties:
        if not isinstance(party.sic, Located):
            continue
        title, _, rest = party.sic.value.rpartition("[")
        code = "".join(character for character in rest if character.isdecimal())
        codes = codes_of_title(title)
        if len(code) == 4 and codes and code not in codes and not is_sic_title(code, title):
            yield Observation(
                party.sic, f"'{title.strip()}' has the code '{code}', in the SEC's list it is {' or '.join(codes)}"
            )
