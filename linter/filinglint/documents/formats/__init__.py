"""The formats in which summaries are published beside plain text and HTML: Markdown, Word and PDF.

What reads them comes with the extra ``filinglint[formats]`` and is loaded when there is one to be read.
"""

from __future__ import annotations

from collections.abc import Callable

from filinglint.documents.markup import Rendered
from filinglint.errors import UnreadError
from filinglint.patterns import pattern
from filinglint.source import Extraction, Source, bytes_at
from filinglint.spans import Span

Extract = Callable[[bytes, str], tuple[str, Extraction]]
MARKDOWN = (".md", ".markdown")
"""How the names of Markdown files end: their content does not show what they are."""
_PDF_HEAD = pattern(rb"[\s\x00-\x1f\x7f-\xff]{0,1024}%PDF-")
_ZIP = b"PK\x03\x04"
# The directory of a ZIP archive stands at its end, and names its files.
_WORD = b"word/document.xml"


def read_source(data: bytes, path: str) -> Source:
    """Return *data* with its text, taken out of a PDF or a Word file where it is one.

    Raises InputError when there is none to be had; UnreadError where there may be a text all the same.
    """
    extract = _extractor(data, path)
    if extract is None:
        return Source.from_bytes(data, path)
    text, extraction = extract(data, path)
    return Source(path, data, text, "extracted", 0, extraction)


def open_source(path: str) -> Source:
    """Read the file at *path*. Raises InputError."""
    return read_source(bytes_at(path), path)


def rendered_markdown(text: str, span: Span, path: str) -> Rendered:
    """Return the rendered text of the Markdown at *span* of *text*. Raises UnreadError without its reader."""
    try:
        from filinglint.documents.formats.markdown import rendered
    except ModuleNotFoundError as error:
        raise _missing("Markdown", error, path) from error
    return rendered(text, span)


def _extractor(data: bytes, path: str) -> Extract | None:
    """Return what takes the text out of *data*; None where it is a text itself, or nothing that we read."""
    if _PDF_HEAD.match(data[:1100]):
        return _loaded("pdf", "a PDF document", path)
    if data.startswith(_ZIP) and (_WORD in data or path.lower().endswith(".docx")):
        return _loaded("docx", "a Word document", path)
    return None


def _loaded(name: str, what: str, path: str) -> Extract:
    try:
        if name == "pdf":
            from filinglint.documents.formats.pdf import extract as extract_pdf

            return extract_pdf
        from filinglint.documents.formats.docx import extract as extract_docx

        return extract_docx
    except ModuleNotFoundError as error:
        raise _missing(what, error, path) from error


def _missing(what: str, error: ModuleNotFoundError, path: str) -> UnreadError:
    reason = f"this is {what}, and {error.name}, which reads it, is not installed"
    return UnreadError(path, reason, "install it: pip install 'filinglint[formats]'")
