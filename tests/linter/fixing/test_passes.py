"""Fixes are made pass by pass: proved where they claim to be safe, and undone where they do not come to rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

import pytest

from filinglint.catalogue import Catalogue, load_catalogue
from filinglint.documents.submission import Submission
from filinglint.facts.extractor import submission
from filinglint.finding import Edit, Fix, FixKind, Observation, Suppression
from filinglint.fixing.passes import MOST_PASSES, Mended, Wanted, mended
from filinglint.judging import Judged, Options, judge
from filinglint.kinds import read
from filinglint.rule import Authority, Rule, rule
from filinglint.source import Source
from filinglint.spans import Span
from filinglint.triage.selection import Selection

OPTIONS = Options(selection=Selection(select=("ALL",), purpose="audit"), today=date(2026, 1, 2), every_edit=True)
CITED = Authority("Regulation S-T, Rule 999")
BOTH: tuple[FixKind, ...] = ("safe", "unsafe")


def replacing(code: str, old: str, new: str, kind: FixKind = "unsafe", *, once: bool = False) -> Rule:
    """A rule that finds *old* and would have *new* there."""

    @rule(code, f"has-{code.lower()}", reads=(submission,), remedy="mend it", authority=CITED, fixable=kind)
    def check(filing: Submission) -> Iterator[Observation]:
        """A text is as it should be."""
        at = filing.source.text.find(old)
        while at >= 0:
            place = Span(at, at + len(old))
            yield Observation(place, f"'{old}' stands there", fixes=[Fix(kind, f"write {new}", [Edit(place, new)])])
            at = -1 if once else filing.source.text.find(old, at + len(old))

    return check


def run(
    text: str | bytes, rules: Sequence[Rule], kinds: tuple[FixKind, ...] = BOTH, codes: Sequence[str] | None = None
) -> Mended:
    """What becomes of a document that holds *text*."""
    source = Source.from_bytes(text.encode() if isinstance(text, str) else text, "a.htm")
    catalogue: Catalogue = replace(load_catalogue(), rules=tuple(rules))

    def anew(files: Mapping[str, Source]) -> Submission:
        return read(files["a.htm"], "document", lambda _: None).submission

    def judged(now: Submission) -> Judged:
        return judge(now, source, OPTIONS, catalogue)

    return mended(anew({"a.htm": source}), anew, judged, catalogue, Wanted(kinds, codes))


def text_of(done: Mended) -> str | None:
    """The text that the file is to have; None when it is left as it is."""
    return done.files[0].text if done.files else None


@pytest.mark.parametrize(
    ("text", "rules", "becomes"),
    [
        ("<p>a a</p>", [("FMT901", "a", "bb")], "<p>bb bb</p>"),
        # What one rule leaves, another takes up in the next pass.
        ("<p>a</p>", [("FMT901", "a", "b"), ("FMT902", "b", "c")], "<p>c</p>"),
        # Where two want the same place, the code decides, and the other sees what is left.
        ("<p>xy</p>", [("FMT902", "xy", "z"), ("FMT901", "y", "w")], "<p>z</p>"),
        ("<p>xy</p>", [("FMT902", "xy", "z"), ("FMT901", "x", "w")], "<p>wy</p>"),
        ("<p>ab</p>", [("FMT901", "a", "c"), ("FMT902", "b", "d")], "<p>cd</p>"),
        ("<p>plain</p>", [("FMT901", "q", "r")], None),
    ],
)
def test_fixes_follow_each_other(text: str, rules: Sequence[tuple[str, str, str]], becomes: str | None) -> None:
    """By place, then by code; what overlaps waits for the next pass."""
    done = run(text, [replacing(*one) for one in rules])
    assert text_of(done) == becomes
    assert done.findings == ()


def test_the_order_of_the_rules_is_no_matter() -> None:
    """The same fixes are made whichever rule comes first."""
    rules = [replacing("FMT902", "xy", "z"), replacing("FMT901", "y", "w"), replacing("FMT903", "p", "q")]
    assert text_of(run("<p>xyp</p>", rules)) == text_of(run("<p>xyp</p>", rules[::-1]))


def test_rules_that_undo_each_other_change_nothing() -> None:
    """The input is as it was, and both rules are named; the run is not complete."""
    done = run("<p>a</p>", [replacing("FMT901", "a", "b"), replacing("FMT902", "b", "a")])
    assert done.files == ()
    assert done.after is done.before
    [finding] = done.findings
    assert finding.code == "SYS004"
    assert "FMT902" in finding.message
    assert done.outcomes[0].reason is not None
    assert done.outcomes[0].reason.startswith("incomplete: ")


def test_a_rule_that_never_has_enough_is_stopped() -> None:
    """A text that grows with every pass is put back as it was."""
    done = run("<p>a</p>", [replacing("FMT901", "a", "aa", once=True)])
    assert done.files == ()
    assert [finding.code for finding in done.findings] == ["SYS004"]
    assert str(MOST_PASSES) in done.findings[0].message


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("word", "other", "rendered text"),
        ("&amp;", "&", ""),  # a bare ampersand shows the same
        ('href="b.htm"', 'href="c.htm"', "links"),
        ("<b>", "", ""),
        ("<b>", "<br>", "rendered text"),
    ],
)
def test_a_safe_fix_is_held_to_its_promise(old: str, new: str, says: str) -> None:
    """A fix that calls itself safe is made only when nothing that is read changes; the other rules are not held up."""
    text = '<html><p>word &amp; <b>more</b> <a href="b.htm">link</a> to1997</p></html>'
    honest = replacing("FMT902", "<html>", "<html >", "safe")
    done = run(text, [replacing("FMT901", old, new, "safe"), honest], ("safe",))
    becomes = text.replace("<html>", "<html >")
    assert text_of(done) == (becomes if says else becomes.replace(old, new))
    assert [finding.code for finding in done.findings] == (["SYS003"] if says else [])
    assert all(says in finding.message for finding in done.findings)


def test_links_may_change_their_capitals() -> None:
    """Where a link goes to an attached document, the capitals of its name are no other place."""
    head = "<SEC-DOCUMENT>\n<SEC-HEADER>\nCONFORMED SUBMISSION TYPE:\t8-K\n</SEC-HEADER>\n"
    page = "<html><p><a href='B.HTM'>b</a></p></html>"
    body = f"<DOCUMENT>\n<TYPE>8-K\n<FILENAME>a.htm\n<TEXT>\n{page}\n</TEXT>\n</DOCUMENT>\n"
    other = "<DOCUMENT>\n<TYPE>EX-99\n<FILENAME>b.htm\n<TEXT>\n<html><p>b</p></html>\n</TEXT>\n</DOCUMENT>\n"
    source = Source.from_bytes((head + body + other + "</SEC-DOCUMENT>\n").encode(), "a.htm")
    catalogue = replace(load_catalogue(), rules=(replacing("FMT901", "B.HTM", "b.htm", "safe"),))

    def anew(files: Mapping[str, Source]) -> Submission:
        return read(files["a.htm"], "submission", lambda _: None).submission

    done = mended(
        anew({"a.htm": source}), anew, lambda now: judge(now, source, OPTIONS, catalogue), catalogue, Wanted()
    )
    assert done.findings == ()
    assert "href='b.htm'" in (text_of(done) or "")


def test_unsafe_fixes_wait_to_be_asked_for() -> None:
    """A safe run makes the safe ones alone, and suggestions are never made."""
    rules = [
        replacing("FMT901", "<p>", "<p >", "safe"),
        replacing("FMT902", "one", "two"),
        replacing("FMT903", "three", "four", "suggestion"),
    ]
    assert text_of(run("<p>one three</p>", rules, ("safe",))) == "<p >one three</p>"
    assert text_of(run("<p>one three</p>", rules)) == "<p >two three</p>"


def test_only_the_rules_asked_for_fix() -> None:
    """With codes given, the others find and do not fix."""
    rules = [replacing("FMT901", "one", "1"), replacing("FMT902", "two", "2")]
    assert text_of(run("<p>one two</p>", rules, codes=("FMT902",))) == "<p>one 2</p>"


def test_what_is_waived_is_not_mended() -> None:
    """Somebody has decided that it stays."""
    source = Source.from_bytes(b"<p>one</p>", "a.htm")
    catalogue = replace(load_catalogue(), rules=(replacing("FMT901", "one", "1"),))

    def anew(files: Mapping[str, Source]) -> Submission:
        return read(files["a.htm"], "document", lambda _: None).submission

    def judged(now: Submission) -> Judged:
        found = judge(now, source, OPTIONS, catalogue)
        waived = Suppression("waiver", "W-1", "the counsel wants it so")
        return replace(found, findings=tuple(replace(finding, suppression=waived) for finding in found.findings))

    assert mended(anew({"a.htm": source}), anew, judged, catalogue, Wanted(BOTH)).files == ()


def test_a_fix_is_all_of_its_edits() -> None:
    """When one edit of a fix has to wait, the others wait with it."""

    @rule("FMT902", "has-two", reads=(submission,), remedy="mend it", authority=CITED, fixable="unsafe")
    def two(filing: Submission) -> Iterator[Observation]:
        """A text is as it should be."""
        first, second = filing.source.text.find("aa"), filing.source.text.find("zz")
        if first >= 0 and second >= 0:
            edits = [Edit(Span(first, first + 2), "A"), Edit(Span(second, second + 2), "Z")]
            yield Observation(Span(first, first + 2), "both stand there", fixes=[Fix("unsafe", "write both", edits)])

    # FMT901 takes the second place in the first pass; then nothing is left for FMT902 to find.
    assert text_of(run("<p>aa yzz</p>", [replacing("FMT901", "yzz", "y"), two])) == "<p>A yZ</p>"
    assert text_of(run("<p>0 yzz aa</p>", [replacing("FMT901", "yzz", "y"), two])) == "<p>0 y aa</p>"


@pytest.mark.parametrize(
    ("data", "old", "new", "becomes"),
    [
        (b"\xef\xbb\xbf<p>caf\xc3\xa9 one</p>\r\n", "one", "1\n2", b"\xef\xbb\xbf<p>caf\xc3\xa9 1\r\n2</p>\r\n"),
        (b"<p>caf\xe9 \x93one\x94</p>\n", "one", "two", b"<p>caf\xe9 \x93two\x94</p>\n"),
        (b"<p>caf\xc3\xa9 one</p>", "one", "zwei \u2013", "<p>café zwei \u2013</p>".encode()),
    ],
)
def test_the_encoding_stays(data: bytes, old: str, new: str, becomes: bytes) -> None:
    """Mark, encoding and line ends are those of the file; what no edit touches keeps its bytes."""
    assert run(data, [replacing("FMT901", old, new)]).files[0].data == becomes


def test_what_the_encoding_cannot_hold_is_not_written() -> None:
    """A file in ASCII stays one: the fix is refused, and says why."""
    done = run("<p>one</p>", [replacing("FMT901", "one", "é")])
    assert done.files == ()
    assert [finding.code for finding in done.findings] == ["SYS003"]
    assert "ascii" in done.findings[0].message


def test_a_fix_that_changes_the_encoding_of_the_rest_is_not_made() -> None:
    """A file of Windows characters must not be read as UTF-8 afterwards."""
    # Without the lone quotation mark, the other two bytes are a letter in UTF-8.
    done = run(b"<p>\x93one \xc3\xa9</p>", [replacing("FMT901", "“one", "one")])
    assert done.files == ()
    assert "another encoding" in done.findings[0].message
