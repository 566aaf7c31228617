"""ITM032."""

from collections.abc import Iterator

from filinglint.facts.item_sections import ItemSection, item_sections
from filinglint.finding import Observation
from filinglint.rule import EIGHT_K, Authority, rule
from filinglint_edgar.items.wording import weighty

_SECTIONS = {
    "1": "Registrant's Business and Operations",
    "2": "Financial Information",
    "3": "Securities and Trading Markets",
    "4": "Matters Related to Accountants and Financial Statements",
    "5": "Corporate Governance and Management",
    "6": "Asset-Backed Securities",
    "7": "Regulation FD",
    "8": "Other Events",
    "9": "Financial Statements and Exhibits",
}


@rule(
    "ITM032",
    "item-section-differs",
    reads=(item_sections,),
    remedy="head the item with the section that holds it, or leave the section out",
    authority=Authority("Form 8-K, Information to be included in the report, Sections 1 to 9; Release 33-8400"),
    forms=EIGHT_K,
)
def item_section_differs(sections: tuple[ItemSection, ...]) -> Iterator[Observation]:
    """The section above an item of a current report is the one that holds the item, and has its own caption.

    Items 7.01 and 8.01 are of Sections 7 and 8. The heading of another section was copied with the item of another
    report.
    """
    for section in sections:
        number, keys, words = section.number.value, section.heading.keys, weighty(section.caption)
        if words and all(weighty(caption)[:2] != words[:2] for caption in _SECTIONS.values()):
            continue  # a section of something else, or a caption of the registrant's own
        if all("." in key for key in keys) and all(key.partition(".")[0] != number for key in keys):
            yield Observation(
                section.number,
                f"Item {keys[0]}, which is of Section {keys[0][0]}, stands below the heading of Section {number}",
                related=[(section.heading.span, "the item")],
            )
            continue
        other = next((each for each, caption in _SECTIONS.items() if weighty(caption) == words), number)
        if other != number:
            yield Observation(
                section.number, f"'{section.caption}' is Section {other} of Form 8-K, not Section {number}"
            )
