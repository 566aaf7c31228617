"""What came of filings that were judged before: kept by their content, and by all that the verdict rests on.

Only what EDGAR has disseminated is kept. A draft is inside information, and so may be a document alone:
of these nothing is written, not even that they were there. See ``docs/scale.md``.
"""
