"""The cases of rules, mended: what a rule's fixes make of its own examples."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from filinglint.cases import Case, open_case
from filinglint.catalogue import Catalogue
from filinglint.documents.submission import Submission
from filinglint.fixing.passes import Mended, Wanted, mended
from filinglint.judging import Judged, judge
from filinglint.kinds import read
from filinglint.source import Source


def fixed_case(case: Case, data: bytes, catalogue: Catalogue, *, unsafe: bool = True) -> Mended:
    """Return *data*, read as the text of *case*, as the fixes of its rule alone make it."""
    submission, source, options = open_case(case, data, catalogue)
    options = replace(options, every_edit=True)
    alone = replace(catalogue, rules=(case.rule,))

    def anew(files: Mapping[str, Source]) -> Submission:
        return read(files[source.path], submission.kind, lambda _: None).submission

    def judged(now: Submission) -> Judged:
        return judge(now, source, options, alone)

    return mended(submission, anew, judged, catalogue, Wanted(("safe", "unsafe") if unsafe else ("safe",)))
