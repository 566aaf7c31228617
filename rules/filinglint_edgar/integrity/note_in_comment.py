"""INT023."""

from collections.abc import Iterator

from filinglint.facts.working_notes import WorkingNotes, working_notes
from filinglint.finding import Observation
from filinglint.rule import Authority, rule


@rule(
    "INT023",
    "note-in-comment",
    reads=(working_notes,),
    remedy="take the comment out, and look whether what it says was done",
    authority=Authority(
        "Securities Exchange Act of 1934, Rule 12b-13 (17 CFR 240.12b-13), and Securities Act of 1933, Rule 403"
        " (17 CFR 230.403): preparation of the report or statement",
        "should",
    ),
)
def note_in_comment(notes: WorkingNotes) -> Iterator[Observation]:
    """The comments of a document hold no notes of those who made it.

    No reader of the page sees them, and everybody who opens the file does: it is public as it was filed.
    """
    for note in notes.comments:
        yield Observation(note, f"the comment '{note.value[:80]}' is a note to those who work on the draft")
