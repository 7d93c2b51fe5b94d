"""Measures Reprise against ffmpeg and melt, and prints a table. See docs/benchmarks.md; started by run.sh."""

import argparse
import json
import os
import pathlib
import platform
import sys
import time

import evaluation
import footage
import jobs
import likeness
import limits
import programs
import remix
import sound
import table
import worlds
from measure import Failed, middle, run
from places import RATE, place


def arguments():
    parser = argparse.ArgumentParser(prog="make bench", description="Reprise against ffmpeg and melt on the same work.")
    parser.add_argument("--rounds", type=int, default=5, help="runs of each program, in turn (default 5)")
    parser.add_argument("--only", help="one job: transcode, 'title card', cuts, crossfade, stack, colour")
    parser.add_argument("--material", choices=["made", "film"], help="one kind of footage")
    parser.add_argument("--json", default=place("bench.json"), help="where the figures go for programs")
    parser.add_argument("--skip-lossless", action="store_true", help="leaves out the check before the encoder")
    parser.add_argument("--skip-limits", action="store_true", help="leaves out memory, start, bytes and sound in step")
    parser.add_argument("--remix", action="store_true", help="only what a remix costs: edits, variations, a chain")
    parser.add_argument("--sound", action="store_true", help="only mixing twenty tracks")
    parser.add_argument("--evaluation", action="store_true", help="only what an evaluation costs")
    parser.add_argument("--worlds", action="store_true", help="only the speed of scenes, and where it goes")
    parser.add_argument("--variations", type=int, default=12, help="how many variations of a post (default 12)")
    parser.add_argument("--long", action="store_true", help="only the checks of one hour: memory, and sound in step")
    return parser.parse_args()


def outputs(job, prefix):
    return {name: place(f"{prefix}-{name.replace(' ', '-')}.mp4") for name in programs.names(job)}


def measured(job, label, rounds):
    """Runs the programs in turn, so that what else the machine does falls on all alike."""
    recipe = programs.write_recipe("job.lua", job.recipe)
    videos = outputs(job, "timed")
    runs = {name: [] for name in videos}
    for number in range(rounds + 1):
        for name, video in videos.items():
            # It takes ten times as long as the others: one run, after theirs have warmed the cache.
            if name == "moviepy" and number != 1:
                continue
            print(f"{label}: {name}, round {number} of {rounds}", file=sys.stderr, flush=True)
            result = run(programs.render(name, job, recipe, video))
            # The first warms the file cache.
            if number > 0:
                runs[name].append(result)
    return videos, {
        name: {"wall": middle(done, "wall"), "cpu": middle(done, "cpu"), "peak": middle(done, "peak"),
               "walls": [one.wall for one in done], "size": os.path.getsize(videos[name])}
        for name, done in runs.items()}


def add_bare_work(job, figures, rounds):
    """The time of decoding and encoding alone, on the very pictures that the job comes to."""
    whole, pictures = place("whole.mp4"), place("whole.yuv")
    run(programs.render("reprise", job, programs.write_recipe("job.lua", job.recipe), whole, quality=0))
    run(["ffmpeg", "-loglevel", "error", "-nostdin", "-y", "-i", whole, "-pix_fmt", "yuv420p", "-f", "rawvideo", pictures])
    runs = [run(programs.bare_work(job, pictures, place("bare.mp4"))) for _ in range(rounds + 1)][1:]
    figures["bare work"] = {"wall": middle(runs, "wall"), "cpu": middle(runs, "cpu"), "peak": middle(runs, "peak"),
                            "size": os.path.getsize(place("bare.mp4"))}
    for path in (whole, pictures):
        os.remove(path)


def with_short_groups(job, videos, figures):
    """ffmpeg's size and likeness with a key picture every two seconds, as Reprise's segments have: not timed."""
    name = "ffmpeg, 2 s keys"
    videos[name] = place("timed-keys.mp4")
    run(programs.ffmpeg_render(job.ffmpeg, videos[name], keys=2 * RATE))
    figures[name] = {"size": os.path.getsize(videos[name])}


def add_likeness(job, videos, figures):
    for name, rows in zip(videos, likeness.compare(job, list(videos.values()), "ssim")):
        figures[name].update(
            frames=job.frames if len(rows) == -(-job.frames // job.every) else len(rows) * job.every, ssim=likeness.average(rows, "Y"), ssim_all=likeness.average(rows, "All"))


def add_lossless(job, figures):
    """The least luma PSNR of any frame against the reference, with nothing lost in the encoder."""
    recipe = programs.write_recipe("job.lua", job.recipe)
    videos = outputs(job, "lossless")
    for name, video in videos.items():
        run(programs.render(name, job, recipe, video, quality=0))
    for name, rows in zip(videos, likeness.compare(job, list(videos.values()), "psnr")):
        figures[name]["psnr"] = min(row["psnr_y"] for row in rows)
        os.remove(videos[name])


def compare(material, clips, options):
    results = []
    for job in jobs.all_jobs(*clips):
        if options.only and options.only != job.name:
            continue
        label = f"{job.name} ({material})"
        videos, figures = measured(job, label, options.rounds)
        with_short_groups(job, videos, figures)
        add_likeness(job, videos, figures)
        if not options.skip_lossless:
            add_lossless(job, figures)
        add_bare_work(job, figures, options.rounds)
        results.append({"job": job.name, "material": material, "frames": job.frames,
                        "programs": figures})
        print(table.of_job(results[-1]), flush=True)
    return results


def check_limits(clips):
    step = limits.step(minutes=1)
    return {
        "evaluation": evaluation.report(), "start": limits.start(), "memory": [limits.memory(60, clips[1])],
        "layers": limits.many_layers(clips), "bytes": limits.same_bytes(jobs.title(clips[0])), "step": limits.worst(step), "events": step}


def check_hour(clips):
    step = limits.step(minutes=60)
    return {"memory": [limits.memory(60, clips[1]), limits.memory(3600, clips[1])], "step": limits.worst(step),
            "events": step}


def main():
    options = arguments()
    if options.evaluation:
        evaluation.report()
        return
    if options.worlds:
        worlds.report(options.rounds)
        return
    if options.sound:
        sound.report(options.rounds)
        sound.drift(60 if options.long else 5)
        return
    footage.drawings()
    footage.small()
    footage.green()
    made, film = footage.made(), footage.film()
    report = {"date": time.strftime("%Y-%m-%d"), "processors": os.cpu_count(), "machine": platform.machine(),
              "load": os.getloadavg()[0], "rounds": options.rounds, "jobs": []}
    if options.remix:
        report["remix"] = remix.report(made, min(options.rounds, 2), options.variations, min(options.variations, 3))
    elif not options.long:
        for material, clips in (("made", made), ("film", film)):
            if clips and options.material in (None, material):
                report["jobs"] += compare(material, clips, options)
    if options.long or not (options.remix or options.skip_limits):
        report["limits"] = check_hour(made) if options.long else check_limits(made)
        print(table.of_limits(report["limits"]))
    print(table.closing(report))
    pathlib.Path(options.json).write_text(json.dumps(report, indent=1) + "\n")
    print(f"figures: {options.json}")


if __name__ == "__main__":
    try:
        main()
    except Failed as error:
        sys.exit(f"error: {error}")
