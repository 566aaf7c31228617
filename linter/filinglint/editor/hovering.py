"""What the editor shows beside the pointer: a finding with all that is known of it, or the page of a rule."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence

from filinglint.catalogue import Catalogue
from filinglint.finding import Finding, Spot
from filinglint.reporters.cells import escaped
from filinglint.reporters.exchange import uri_of
from filinglint.reporters.rule_pages import TOOL_PAGES, markdown_page
from filinglint.rule import Rule
from filinglint.stamp import cut

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*+")
_SIGNS = frozenset("\\`*_[]<>#|~&")
_AROUND = 100  # characters of a name, at most
_MOST = 3
_MOST_RELATED = 8


def name_at(text: str, offset: int) -> str:
    """Return the name, such as a code or slug, that stands around *offset* of *text*; "" for none."""
    start = max(0, offset - _AROUND)
    for found in _NAME.finditer(text, start, offset + _AROUND):
        if found.start() <= offset <= found.end():
            return found[0]
        if found.start() > offset:
            break
    return ""


def rule_page(name: str, catalogue: Catalogue) -> str:
    """Return the page in Markdown of the rule whose code or slug is *name*; "" when there is none."""
    rule = catalogue.find(name) if name.isupper() or "-" in name else None
    if rule is not None:
        return "".join(markdown_page(rule, ()))
    tool = next((page for page in TOOL_PAGES if name in (page.code, page.slug)), None)
    if tool is None:
        return ""
    return f"# {tool.code} {tool.slug}\n\n{tool.title}\n\n{tool.rationale}\n\n## How to fix\n\n{tool.remedy}\n"


def about(findings: Sequence[Finding], catalogue: Catalogue) -> str:
    """Return in Markdown what there is to say of *findings*, which are at one place."""
    shown = "\n\n---\n\n".join("\n".join(_lines(one, catalogue.find(one.code))) for one in findings[:_MOST])
    more = len(findings) - _MOST
    return shown + (f"\n\n---\n\n{more} more findings here" if more > 0 else "")


def _lines(finding: Finding, rule: Rule | None) -> Iterator[str]:
    yield f"**{finding.severity.value}** {finding.code} `{finding.slug}`\n"
    yield f"{plain(finding.message)}\n"
    for spot in (finding.spot, *finding.related[:_MOST_RELATED]):
        if spot.label:
            yield f"- {plain(cut(spot.label, 300))} ({_linked(spot)})"
    yield f"\n**Remedy:** {plain(finding.remedy)}\n"
    for note in finding.notes:
        yield f"{plain(note)}\n"
    if rule is not None:
        yield f"**Why:** {plain(rule.title)} {plain(' '.join(rule.rationale.partition(chr(10) * 2)[0].split()))}\n"
        for authority in rule.authority:
            cited = plain(str(authority))
            yield f"- {f'[{cited}]({authority.url})' if authority.url else cited}"


def _linked(spot: Spot) -> str:
    """Return where *spot* is, as a link to it."""
    name = plain(os.path.basename(spot.path))
    trail = plain(" › ".join(part for part in (spot.document or "", *spot.trail) if part))
    if spot.place is None:
        return trail or name
    # Signs that would end the address are no part of it any more once it is encoded.
    address = f"{uri_of(os.path.abspath(spot.path))}#L{spot.place.line}"
    return f"[{name}:{spot.place.where}]({address}){f' {trail}' if trail else ''}"


def plain(words: str) -> str:
    """Return *words*, which may be a filing's, as Markdown that shows them and nothing else: no link, no picture."""
    return "".join(f"\\{char}" if char in _SIGNS else char for char in escaped(words))
