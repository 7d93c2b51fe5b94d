"""Shows that Reprise gives the same bytes whatever the machine is like. Started by `make alike`; docs/determinism.md says more.

Every work is a recipe: of the gallery, and of this folder's `recipes`, whose media `media.py` makes. What it gives is the
text of its graph and a video: pictures, the encoder and sound. Every condition hides or changes something of the machine.
"""

import argparse
import concurrent.futures
import hashlib
import os
import pathlib
import subprocess
import sys
import tempfile
import time

import conditions
import works


class Failed(Exception):
    pass


def outcome(work, condition, folder):
    """Digests of the graph's text and of the video."""
    video = folder / f"{work.name}-{condition.name}.mp4".replace(" ", "-")
    graph = run(condition, ["graph", work.recipe])
    run(condition, ["render", work.recipe, "-o", str(video), "--size", work.size(graph), "--no-store", "--quiet",
                    "--carry", "nothing", *condition.options])
    digests = {"graph": digest(graph), "video": digest(video.read_bytes())}
    video.unlink()
    return digests


def digest(data):
    return hashlib.sha256(data).hexdigest()


def run(condition, arguments):
    done = subprocess.run(condition.command + arguments, env=condition.environment, stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode != 0:
        raise Failed(f"exit {done.returncode}: {done.stderr.decode(errors='replace').strip()[-500:]}")
    # pixman says there what it was asked to leave.
    return b"".join(line for line in done.stdout.splitlines(True) if not line.startswith(b"pixman: "))


def complaint(work, condition, folder, expected):
    """What differs; nothing if all is equal. A machine that is too busy gets a second chance."""
    try:
        found = outcome(work, condition, folder)
    except Failed:
        try:
            found = outcome(work, condition, folder)
        except Failed as error:
            return f"{work.name}: {error}"
    different = [what for what in expected if found[what] != expected[what]]
    return f"{work.name}: another {' and '.join(different)}" if different else None


def arguments():
    parser = argparse.ArgumentParser(prog="make alike", description="The same bytes under every condition.")
    parser.add_argument("--only", help="conditions whose names contain this")
    parser.add_argument("--work", help="works whose names contain this")
    return parser.parse_args()


def main():
    options = arguments()
    # Of this run's own, so that two may run at once.
    scratch = tempfile.TemporaryDirectory(prefix="reprise-alike-")
    folder = pathlib.Path(scratch.name)
    plain = conditions.Condition("as it is")
    todo = [work for work in works.all_works() if not options.work or options.work in work.name]
    expected = {work.name: outcome(work, plain, folder) for work in todo}
    is_good = bool(todo)
    for condition in conditions.all_conditions(folder):
        if options.only and options.only not in condition.name:
            continue
        start = time.monotonic()
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            found = pool.map(lambda work: complaint(work, condition, folder, expected[work.name]), todo)
            complaints = [text for text in found if text]
        print(f"{'equal    ' if not complaints else 'DIFFERENT'}  {condition.name}  ({time.monotonic() - start:.0f} s)")
        for text in complaints:
            print(f"  {text}")
        sys.stdout.flush()
        is_good = is_good and not complaints
    print(f"{len(todo)} recipes: graphs and videos")
    sys.exit(0 if is_good else 1)


if __name__ == "__main__":
    main()
