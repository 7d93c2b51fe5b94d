"""One run of a program: how long, how much of the processors, how much memory."""

import ctypes
import os
import statistics
import subprocess
import time
from dataclasses import dataclass

from places import cache


@dataclass
class Run:
    wall: float
    cpu: float
    # In MiB, of the process and of those that it waited for, whichever is largest. What is started begins with the peak of this process, so this one stays small: some 20 MiB.
    peak: float


class Failed(Exception):
    pass


# Processes whose parent has ended come to this one, so that what they took is counted too.
PR_SET_CHILD_SUBREAPER = 36
ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def run(command):
    """Runs a program to its end, in the cache folder.

    All processes that come of it are counted with it, and waited for, but not in its wall time.
    """
    with open(cache / "last.log", "wb") as log:
        start = time.monotonic()
        process = subprocess.Popen(command, cwd=cache, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
        left = rest()
    process.returncode = os.waitstatus_to_exitcode(status)
    said = (cache / "last.log").read_text(errors="replace").strip()
    if process.returncode != 0 or said.startswith("error:"):
        raise Failed(f"exit {process.returncode}: {' '.join(command)}\n{said[-2000:]}")
    return Run(wall, usage.ru_utime + usage.ru_stime + left, usage.ru_maxrss / 1024)


def rest():
    """Seconds of processor time that processes took which were left behind."""
    seconds = 0
    while True:
        try:
            _, _, usage = os.wait3(0)
        except ChildProcessError:
            return seconds
        seconds += usage.ru_utime + usage.ru_stime


def middle(runs, what):
    return statistics.median(getattr(run, what) for run in runs)
