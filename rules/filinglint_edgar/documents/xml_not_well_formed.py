"""DOC031."""

from collections.abc import Iterator

from filinglint.facts.xml_form import XmlForm, xml_form
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "DOC031",
    "document-xml-not-well-formed",
    reads=(xml_form,),
    remedy="repair the XML; a parser names the place",
    authority=Authority("Extensible Markup Language (XML) 1.0, section 2.1: well-formed XML documents"),
)
def xml_not_well_formed(form: XmlForm) -> Iterator[Observation]:
    """An XML document is well formed.

    Readers of data refuse it whole for one tag that is not closed.
    """
    if form.fault is not None:
        yield Observation(form.fault, f"the document is no well-formed XML: {form.reason}")
