"""How like the reference the pictures of several videos are, by ffmpeg's own filters."""

import os
import re
import subprocess
import sys

from places import RATE, SIZE, cache

HERE = os.path.dirname(os.path.abspath(__file__))


def compare(job, videos, measure):
    """Plays the reference beside the videos once.

    - measure: `ssim` or `psnr`.
    - Returns: For each video the lines that the filter wrote, one a frame, as dictionaries.
    """
    names = [f"{measure}-{index}.txt" for index in range(len(videos))]
    reference = subprocess.Popen([sys.executable, os.path.join(HERE, "composite.py"), job.name, str(job.every), *job.clips],
                                 stdout=subprocess.PIPE)
    raw = ["-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", f"{SIZE[0]}x{SIZE[1]}", "-r", str(RATE), "-i", "-"]
    counted = f"settb=1/{RATE},setpts=N"
    chosen = f"select=not(mod(n\\,{job.every})),{counted}"
    split = f"[0:v]{counted},split={len(videos)}" + "".join(f"[r{index}]" for index in range(len(videos)))
    pairs = [f"[{index + 1}:v]{chosen},format=yuv420p[v{index}];[v{index}][r{index}]{measure}=stats_file={name}:shortest=1"
             for index, name in enumerate(names)]
    command = ["ffmpeg", "-hide_banner", "-loglevel", "error", "-y", *raw]
    for video in videos:
        command += ["-i", video]
    subprocess.run([*command, "-filter_complex", ";".join([split, *pairs]), "-an", "-f", "null", "-"],
                   cwd=cache, stdin=reference.stdout, check=True)
    if reference.wait() not in (0, -13):
        raise RuntimeError("the reference could not be made")
    return [rows((cache / name).read_text()) for name in names]


def rows(text):
    found = [dict(re.findall(r"(\w+):([-\w.]+)", line)) for line in text.splitlines()]
    return [{key: float(value) for key, value in row.items()} for row in found]


def average(rows, key):
    return sum(row[key] for row in rows) / len(rows)
