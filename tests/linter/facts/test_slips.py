"""Slips of the pen: what is found by a rare sign is what is found by looking everywhere."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from filinglint.documents.submission import read_document
from filinglint.facts import slips as module
from filinglint.facts.slips import slips
from filinglint.source import Source

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
BLANKS = (
    module._BLANK.pattern,
    module._MONEY.pattern,
    rf"(?:{MONTHS}) {module._DAY_LEFT.pattern}",
    r"[Ll]orem (?i:ipsum dolor)",
)
ADDRESS = rf"(?:{module._ADDRESS.pattern})"
ADDRESSES = (rf"(?=http){ADDRESS}", rf"(?=www){ADDRESS}", rf"(?=@){ADDRESS}")
JOINED = (
    r"(?<![^ \n\t(])(?i:in|to|of|from|and|since|by|through|until|during|for|or|before|after|the|ended|ending|fiscal"
    rf"|year|{MONTHS})(?<=[a-z])(?:19|20)[0-9]{{2}}(?![^\W_])",
)
LINE = "The words of a paragraph that is long enough to be told from a caption. " * 3
PIECES = (
    *" $[]X_.,:/@&<!-\n\t(", "XX", "__", "____", "[ ]", "$[__]", "$ XX", "20XX", ", 2004", " 19__", "May ",
    "June XX, 2004", "December __,19XX", "lorem ", "Lorem ", "Ipsum dolor", "IPSUM DOLOR", "http", "https",
    ":/", "://", ":///", "//", "www", "www.", "www..", ":www", "in", "of", "May", "DECEMBER", "ended", "1999", "2004",
    "a2004", "20041", "SSN ",
    "Social Security No. ", "123-45-6789", "1234-56-78901", "000-12-3456", "é", "â€", "[●]", "[insert]", LINE,
    LINE[:160], f"{LINE}\n", "ab\n",
)  # fmt: skip
texts = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@given(texts)
def test_by_rare_signs(text: str) -> None:
    """Each kind is what its expression finds in the whole text."""
    submission = read_document(Source.from_bytes(f"a{text}".encode(), "a.txt"), "document")
    rendered = submission.documents[0].rendered
    found = slips.of(submission, submission.documents[0])

    def everywhere(*expressions: str) -> list[tuple[int, int]]:
        return sorted(m.span() for expression in expressions for m in re.finditer(expression, rendered.text))

    for named, spans in (
        (found.blanks, everywhere(*BLANKS)),
        (found.addresses, everywhere(*ADDRESSES)),
        (found.joined, everywhere(*JOINED)),
        (found.misread, everywhere(module._MISREAD.pattern)),
    ):
        assert [one.span for one in named] == [rendered.located(*span).span for span in spans[:50]]
    numbers = everywhere(rf"(?<![0-9]){module._SECURITY_NUMBER.pattern}")
    called = [at for at, _ in numbers if re.search(r"(?i:social security n)|SSN", rendered.text[max(0, at - 100) : at])]
    assert len(found.security_numbers) == min(len(called), 50)
    lines = [line for line in rendered.text.split("\n") if len(line) >= 160]
    assert [rendered.text[start:end] for start, end in module._long_lines(rendered.text)] == lines
