"""The same text in every format in which summaries are published."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Callable, Mapping
from typing import Literal

import docx
import pytest
from fpdf import FPDF, XPos, YPos

Block = tuple[Literal["head", "item", "text"], str]
_ITEM = re.compile(r"[-•*·] +")


def blocks(text: str) -> list[Block]:
    """The headings, list items and paragraphs of a plain text; a paragraph keeps its line ends."""
    found: list[Block] = []
    for paragraph in re.split(r"\n[ \t]*\n", text.strip("\n")):
        lines = paragraph.split("\n")
        while len(lines) > 1 and len(lines[0]) < 40 and lines[0].istitle() and lines[0][-1].isalpha():
            found.append(("head", lines.pop(0)))
        while lines and _ITEM.match(lines[0]):
            item = [_ITEM.sub("", lines.pop(0))]
            while lines and lines[0].startswith("  ") and not _ITEM.match(lines[0].strip()):
                item.append(lines.pop(0).strip())
            found.append(("item", " ".join(item)))
        if lines:
            found.append(("text", "\n".join(lines)))
    return found


def _one_line(words: str) -> str:
    return " ".join(words.split())


def as_markdown(text: str) -> bytes:
    """The text with headings and lists as Markdown has them."""
    marks = {"head": "## ", "item": "- ", "text": ""}
    return "\n\n".join(marks[sort] + words for sort, words in blocks(text)).encode()


def as_html(text: str) -> bytes:
    """A web page of the text, with what pages have around their text."""
    tags = {"head": "h2", "item": "li", "text": "p"}
    body = "\n".join(
        f"<{tags[sort]}>{html.escape(words).replace(chr(10), '<br>')}</{tags[sort]}>" for sort, words in blocks(text)
    )
    return f"""<!DOCTYPE html>
<html lang="en"><head><title>Continuity</title><style>.x {{ display: none }}</style></head>
<body>
<div id="cookie-banner" class="banner"><p>We use cookies. Call (207) 555-0199.</p><button>Accept all</button></div>
<header><div>Alder</div><nav><ul><li><a href="/">Home</a></li><li><a href="/about">About us</a></li></ul></nav></header>
<ul class="x"><li><a href="/a">Accounts</a></li><li><a href="/b">Research</a></li><li><a href="/c">Careers</a></li></ul>
<article>
{body}
</article>
<aside><p>We guarantee the best prices within 4 hours! Write to sales@alder.example.</p></aside>
<div hidden>[Firm Name]</div>
<footer><p>Under NASD Rule 3510. Call (207) 555-012.</p></footer>
</body></html>
""".encode()


def as_word(text: str) -> bytes:
    """A Word file of the text, a paragraph for each."""
    document = docx.Document()
    for sort, words in blocks(text):
        if sort == "head":
            document.add_heading(words, 2)
        else:
            document.add_paragraph(words, "List Bullet" if sort == "item" else None)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


class _Pages(FPDF):
    """Pages with a running head and a page number."""

    def header(self) -> None:
        self.set_font("Helvetica", size=8)
        self.cell(0, 6, "A running head of every page", new_x=XPos.LMARGIN, new_y=YPos.NEXT)
        self.ln(6)

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("Helvetica", size=8)
        self.cell(0, 6, f"Page {self.page_no()} of 2", align="C")


def as_pdf(text: str) -> bytes:
    """A PDF of the text: small pages, so that sentences go over from one to the next."""
    pages = _Pages(format=(180, 160))
    pages.add_page()
    for sort, words in blocks(text):
        pages.set_font("Helvetica", style="B" if sort == "head" else "", size=11)
        lines = words.split("\n")
        for line in lines if max(map(len, lines)) < 70 else [_one_line(words)]:  # those that were not cut by hand
            shown = ("\x95 " if sort == "item" else "") + line
            pages.multi_cell(0, 5, shown.encode("cp1252", "replace").decode("latin-1"), new_x=XPos.LMARGIN)
        pages.ln(3)
    pages.add_page()
    return bytes(pages.output())


FORMATS: Mapping[str, Callable[[str], bytes]] = {
    "txt": str.encode,
    "md": as_markdown,
    "html": as_html,
    "docx": as_word,
    "pdf": as_pdf,
}


@pytest.fixture(scope="session")
def formats() -> Mapping[str, Callable[[str], bytes]]:
    """What makes a file of a text, by the suffix of its name."""
    return FORMATS
