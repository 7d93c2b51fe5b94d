"""Where footage, recipes and results lie: outside the source tree, kept from run to run."""

import os
import pathlib
import tempfile

SIZE = (1920, 1080)
RATE = 30

cache = pathlib.Path(os.environ.get("REPRISE_BENCH_CACHE", os.path.join(tempfile.gettempdir(), "reprise-bench")))
cache.mkdir(parents=True, exist_ok=True)


def place(name):
    """The path of a file in the cache."""
    return str(cache / name)
