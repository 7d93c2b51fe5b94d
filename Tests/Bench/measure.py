"""One run of a program: how long, how much of the processors, how much memory."""

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
    # In MiB. What is started begins with the peak of this process, so this one stays small: some 20 MiB.
    peak: float


class Failed(Exception):
    pass


def run(command):
    """Runs a program to its end, in the cache folder.

    Its own children are counted with it.
    """
    with open(cache / "last.log", "wb") as log:
        start = time.monotonic()
        process = subprocess.Popen(command, cwd=cache, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    said = (cache / "last.log").read_text(errors="replace").strip()
    if process.returncode != 0 or said.startswith("error:"):
        raise Failed(f"exit {process.returncode}: {' '.join(command)}\n{said[-2000:]}")
    return Run(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def middle(runs, what):
    return statistics.median(getattr(run, what) for run in runs)
