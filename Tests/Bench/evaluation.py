"""What an evaluation costs, in a worker and in process: `bash Tests/Bench/run.sh --evaluation`."""

import json
import os
import pathlib
import subprocess

GALLERY = pathlib.Path(__file__).resolve().parent.parent.parent / "recipes"
RECIPES = ["01-hello", "07-keyframes", "08-functions", "13-parts"]


def report(count=1000):
    program = pathlib.Path(os.environ["REPRISE"]).parent / "evaluations"
    figures = {name: evaluated(program, GALLERY / f"{name}.lua", count) for name in RECIPES}
    print(f"\n{'recipe':18}{'in process':>12}{'in a worker':>13}{'least':>16}   after {count} evaluations")
    for name, row in figures.items():
        print(line(name, row))
    return figures


def evaluated(program, recipe, count):
    done = subprocess.run([program, recipe, str(count)], check=True, stdout=subprocess.PIPE)
    return json.loads(done.stdout)


def line(name, row):
    own, worker, before, after = row["inProcess"], row["worker"], row["before"], row["after"]
    grown = (after["memory"] - before["memory"]) / 1024
    return (f"{name:18}{own['median']:9.1f} ms{worker['median']:10.1f} ms{own['least']:8.1f} {worker['least']:4.1f} ms"
            f"   {grown:+.1f} MiB, {after['descriptors'] - before['descriptors']:+} descriptors")
