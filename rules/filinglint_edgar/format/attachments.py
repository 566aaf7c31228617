"""The files that the pages of a submission go to, and that are not attached to it by exactly their names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from filinglint.documents.document import Body
from filinglint.documents.submission import Submission
from filinglint.facts.html_use import Goal, HtmlUse, Target, html_use
from filinglint.facts.mending import file_names_written
from filinglint.finding import Fix


def not_attached(
    filing: Submission, targets: Callable[[HtmlUse, Callable[[Goal], bool]], Sequence[Target]]
) -> Iterator[tuple[Target, str, Sequence[Fix]]]:
    """Yield the first of the *targets* of each page that goes to a file that is not attached, each file once.

    With it go a remark and the fix where a file is attached whose name differs in case alone, else "" and none.
    """
    attached = {each.file_name for each in filing.documents}
    known = {*attached, ""}
    lower = {name.lower(): name for name in attached}
    for page in filing.filed_documents:
        if page.body not in (Body.HTML, Body.IXBRL):
            continue
        seen: set[str] = set()
        for target in targets(html_use.of(filing, page), lambda goal: _name(goal) not in known):
            name = _name(target)
            if name in seen:
                continue
            seen.add(name)
            right = lower.get(name.lower())
            if right is None:
                yield target, "", ()
            else:
                fix = Fix("safe", f"write '{right}'", file_names_written(page.rendered, name, right))
                yield target, ", only in other case", (fix,)


def _name(goal: Goal) -> str:
    """Return the file of the submission that *goal* is, "" for all else."""
    return goal.file.removeprefix("./")
