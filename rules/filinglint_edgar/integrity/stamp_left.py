"""INT022."""

from collections.abc import Iterator

from filinglint.facts.working_notes import WorkingNotes, working_notes
from filinglint.finding import Observation, Severity
from filinglint.rule import Authority, rule


@rule(
    "INT022",
    "stamp-left",
    reads=(working_notes,),
    remedy="take the stamp out, and look whether this is the final version",
    authority=Authority(
        "Securities Exchange Act of 1934, Rule 12b-13 (17 CFR 240.12b-13), and Securities Act of 1933, Rule 403"
        " (17 CFR 230.403): preparation of the report or statement",
        "guidance",
    ),
    severity=Severity.INFO,
    which="main",
)
def stamp_left(notes: WorkingNotes) -> Iterator[Observation]:
    """The document that is filed bears no stamp of the system in which its drafts were kept.

    Nor does it bear the place of its file on a disk. Both tell readers nothing, and that a version of a draft was
    attached. Agreements among the exhibits have such stamps as they were signed and are not judged.
    """
    for stamp in notes.stamps:
        yield Observation(stamp, f"'{stamp.value}' is the stamp of a draft's version")
    for path in notes.paths:
        yield Observation(path, f"'{path.value[:80]}' is a file on the disk of who wrote it")
