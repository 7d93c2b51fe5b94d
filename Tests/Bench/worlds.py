"""How fast scenes of some twenty things are drawn, and where the time goes: `bash Tests/Bench/run.sh --worlds`."""

import pathlib
import re
import shutil
import subprocess

from measure import middle, run
from places import cache, place
from programs import REPRISE

SCENES = pathlib.Path(__file__).resolve().parent / "worlds"
FRAMES = 60

# By the first that fits: what a function is for. Those of C++ and of libraries have names that say it.
WORK = [
    ("encode", r"x264|libav|libsw"),
    ("simulate", r"libBullet|libLinearMath|\bbt[A-Z]|cbullet|Physics|Figures"),
    ("digest", r"[Ss][Hh][Aa]256|RunningDigest|FilmCell"),
    ("rays", r"libembree|meets|meet_|nearest|passed_by|ask_embree|intersect|occlude|box|sphere|cylinder|cone\b|capsule|ring\b|wall"),
    ("sieves, Embree's scene", r"Sieve|Stage::|sift|Lantern|Window|crays_begin|bound"),
    ("smoothing", r"smooth|differs|::mark|gather|borrowed"),
    ("developing", r"crays_print|::soften|::shrink|::spread|blurred|streaks|::fall"),
    ("system", r"\[k\]|libc\.so|libswift|ld-linux"),
    ("other Swift", r"\$s"),
    ("shading", r""),
]


def command(scene, quality):
    return [REPRISE, "render", str(scene), "--set", f"quality={quality}", "-o", place("world.mp4"), "--quiet", "--no-store",
            "--carry", "nothing"]


def split(scene, quality):
    """Parts of the processor time by what it went into, if this machine has perf."""
    if not shutil.which("perf"):
        return {}
    samples = str(cache / "perf.data")
    subprocess.run(["perf", "record", "-q", "-e", "cpu-clock", "-F", "499", "-o", samples, *command(scene, quality)],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    report = subprocess.run(["perf", "report", "-i", samples, "--stdio", "--no-children", "--sort", "dso,symbol"],
                            check=True, capture_output=True, text=True).stdout
    parts = {name: 0.0 for name, _ in WORK}
    for line in report.splitlines():
        if found := re.match(r"\s*([\d.]+)%\s+(.*)", line):
            parts[next(name for name, form in WORK if re.search(form, found[2]))] += float(found[1])
    return parts


def report(rounds):
    print(f"\n{'scene':10}{'quality':10}{'frames/s':>10}{'CPU a frame':>13}   where the CPU time goes")
    figures = {}
    for quality in ("draft", "standard"):
        for scene in sorted(SCENES.glob("*.lua")):
            runs = [run(command(scene, quality)) for _ in range(rounds)]
            figures[f"{scene.stem} {quality}"] = row = {
                "fps": FRAMES / middle(runs, "wall"), "cpu": 1000 * middle(runs, "cpu") / FRAMES, "parts": split(scene, quality)}
            parts = ", ".join(f"{name} {part:.0f} %" for name, part in row["parts"].items() if part >= 0.5)
            print(f"{scene.stem:10}{quality:10}{row['fps']:10.1f}{row['cpu']:10.0f} ms   {parts}", flush=True)
    return figures
