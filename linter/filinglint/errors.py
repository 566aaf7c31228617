"""What can go wrong, other than in a filing.

A fault of the filing is a finding. A fault of the caller, the machine or ours is an exception:

    FilinglintError
    |-- ConfigError    the command line or the configuration asks for what does not exist
    |-- InputError     a file is not what it claims to be, or cannot be read
    |   `-- UnreadError    it may well hold a text, and none can be had
    `-- PackError      a rule pack failed to load

What breaks all the same is said by ``broken_by``, without its message.
"""

from __future__ import annotations


class FilinglintError(Exception):
    """The base of every exception that filinglint raises on purpose."""


class ConfigError(FilinglintError):
    """The command line or the configuration asks for what does not exist."""


class InputError(FilinglintError):
    """An input cannot be read; *remedy* says what the caller can do about it."""

    def __init__(self, path: str, reason: str, remedy: str) -> None:
        # The arguments go up as they are: an exception that crosses from a worker
        # process is rebuilt from them.
        super().__init__(path, reason, remedy)
        self.path, self.reason, self.remedy = path, reason, remedy

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}; {self.remedy}"

    @property
    def passing(self) -> bool:
        """Whether such a file is nobody's input where nobody named it: it is empty, binary or may be anything."""
        return self.remedy.startswith("name")


class UnreadError(InputError):
    """A PDF or Word file, or a text in Markdown, whose words cannot be had: nobody knows what it says."""

    @property
    def passing(self) -> bool:
        """True: it may be a menu as well as a summary."""
        return True


class PackError(FilinglintError):
    """A rule pack failed to load: it is missing, breaks on import, or registers a taken code."""

    def __init__(self, pack: str, reason: str) -> None:
        super().__init__(pack, reason)
        self.pack, self.reason = pack, reason

    def __str__(self) -> str:
        return f"pack {self.pack!r}: {self.reason}"


class UnsoundError(Exception):
    """A rule yields what is no observation of its input; its message quotes nothing."""


def broken_by(error: BaseException, *, verbose: bool = False) -> str:
    """Say what *error* is and where it came about; *verbose*, the whole way there.

    Its message is left out unless it is ours: it may quote the text that was read, and a draft is nobody's business.
    """
    import traceback

    kind = f"{type(error).__name__}: {error}" if isinstance(error, UnsoundError) else type(error).__name__
    way = traceback.extract_tb(error.__traceback__)
    if verbose:
        return f"Traceback (most recent call last):\n{''.join(way.format())}{kind}"
    if not way or isinstance(error, UnsoundError):
        return kind
    file = "/".join(way[-1].filename.replace("\\", "/").split("/")[-2:])
    return f"{kind} at {file}:{way[-1].lineno}"
