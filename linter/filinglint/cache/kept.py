"""What came of inputs before, and what comes of them now: the way of an input that a verdict may be kept on."""

from __future__ import annotations

import json
import os
import time
from collections import OrderedDict
from dataclasses import replace

from filinglint.cache import keys, records
from filinglint.cache.store import Store
from filinglint.catalogue import Catalogue
from filinglint.errors import InputError
from filinglint.finding import Outcome
from filinglint.judging import Job, Judged, Options, judge_file
from filinglint.report import INCOMPLETE
from filinglint.source import bytes_at, sha256_of

_SETTLED = 2_000_000_000  # nanoseconds after which a file that is changed again has another time stamp
_MOST_RUNS = 16


class Kept:
    """The verdicts in *store*, which rest on time stamps, too, where *stamps* may be trusted."""

    def __init__(self, store: Store, *, stamps: bool) -> None:
        self._store, self._stamps = store, stamps
        self._runs: OrderedDict[int, tuple[Options, Catalogue, bytes]] = OrderedDict()

    def judged(self, job: Job, catalogue: Catalogue) -> Judged:
        """Return what comes of *job*, or came of it before."""
        found = job.found
        run = self._run(job.options, catalogue)
        stamp = self._stamped(job, run)
        if (
            stamp
            and (content := self._store.get(stamp))
            and (kept := self._get(content.decode("ascii", "replace"), job))
        ):
            return kept
        data = found.data
        if data is None:
            try:
                if found.size > job.options.limits.document_bytes:
                    return judge_file(found, job.options, catalogue, job.known)
                data = bytes_at(found.path)
            except InputError:  # whatever is wrong with it, is said there
                return judge_file(found, job.options, catalogue, job.known)
        key = keys.input_key(run, found.path, sha256_of(data), job.known)
        kept = self._get(key, job)
        if kept is None:
            kept = judge_file(replace(found, data=data), job.options, catalogue, job.known)
            if not _is_kept(kept):
                return kept
            self._put(key, kept, job.options)
        if stamp:
            self._store.put(stamp, key.encode())
        return kept

    def _run(self, options: Options, catalogue: Catalogue) -> bytes:
        key = id(options)
        if key not in self._runs:
            # They are kept, so that the identity stays theirs.
            self._runs[key] = (options, catalogue, keys.run_key(options, catalogue))
            if len(self._runs) > _MOST_RUNS:
                self._runs.popitem(last=False)
        return self._runs[key][2]

    def _stamped(self, job: Job, run: bytes) -> str:
        """Return the key of *job* by the time stamp of its file; "" where that is not to be trusted."""
        if not self._stamps or job.found.data is not None:
            return ""
        try:
            status = os.stat(job.found.path)
        except (OSError, ValueError):
            return ""
        if time.time_ns() - status.st_mtime_ns < _SETTLED:
            return ""
        identity = [os.path.abspath(job.found.path), status.st_size, status.st_mtime_ns, status.st_ino, status.st_dev]
        return keys.input_key(run, job.found.path, json.dumps(identity), job.known)

    def _get(self, key: str, job: Job) -> Judged | None:
        data = self._store.get(key)
        if data is None:
            return None
        day, _, record = data.partition(b"\n")
        if day and day != job.options.today.isoformat().encode():
            return None
        try:
            return records.read(record)
        except records.DamagedError:
            self._store.drop(key)
            return None

    def _put(self, key: str, judged: Judged, options: Options) -> None:
        day = options.today.isoformat() if judged.of_today or options.exceptions.waivers else ""
        self._store.put(key, day.encode() + b"\n" + records.written(judged))


def _is_kept(judged: Judged) -> bool:
    """Tell whether *judged* is a complete verdict on what is public anyway."""
    return (
        judged.public
        and judged.record is not None
        and not any(finding.code.startswith("SYS") for finding in judged.findings)
        and not any(
            record.outcome is Outcome.CANNOT_TELL and (record.reason or "").startswith(INCOMPLETE)
            for record in judged.outcomes
        )
    )
