"""Run one command and write what it cost: ``python -I -S launch.py OUT COMMAND…``.

A process of its own because Linux counts the memory of the process that starts a command as that
command's peak: this one is smaller than any Python that does work.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time


def main(out: str, command: list[str]) -> int:
    """The command's exit status; ``out`` then holds its seconds and, where known, peak bytes."""
    start = time.perf_counter()
    process = subprocess.Popen(command)  # noqa: S603 - the caller's own command
    peak = _wait(process)
    seconds = time.perf_counter() - start
    with open(out, "w", encoding="ascii") as file:  # noqa: PTH123 - pathlib would add memory
        file.write(f"{seconds} {peak}")
    return process.returncode


def _wait(process: subprocess.Popen[bytes]) -> int:
    """Wait for the end; peak memory in bytes, 0 where the system does not tell."""
    if not hasattr(os, "wait4"):
        process.wait()
        return 0
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
