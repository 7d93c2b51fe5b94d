"""Command lines of the programs that are compared. All run in the cache folder, with the same settings of the encoder."""

import importlib.util
import os
import sys

from footage import TAGS
from places import RATE, SIZE, place

HERE = os.path.dirname(os.path.abspath(__file__))
REPRISE = os.environ["REPRISE"]


def names(job):
    moviepy = ["moviepy"] if importlib.util.find_spec("moviepy") else []
    return ["reprise", "ffmpeg", *(["ffmpeg trimmed"] if job.trimmed else []), "melt", *moviepy]


def reprise_render(recipe, output, preset="veryfast", quality=23, jobs=None):
    # Everything afresh, and nothing put into the video: as the others do.
    command = [REPRISE, "render", recipe, "-o", output, "--preset", preset, "--quality", str(quality), "--quiet",
               "--no-store", "--carry", "nothing"]
    return command + (["--jobs", str(jobs)] if jobs else [])


def reprise_frame(recipe, seconds, output):
    return [REPRISE, "frame", recipe, "--at", str(seconds), "-o", output, "--no-store"]


def ffmpeg_render(arguments, output, quality=23, keys=None):
    encoder = ["-c:v", "libx264", "-preset", "veryfast", "-crf", str(quality), "-pix_fmt", "yuv420p", *TAGS]
    if keys:
        encoder += ["-g", str(keys)]
    return ["ffmpeg", "-hide_banner", "-loglevel", "error", "-nostdin", "-y", *arguments, *encoder,
            "-c:a", "aac", "-b:a", "192k", "-movflags", "+faststart", output]


def bare_work(job, pictures, output):
    """What no program can leave out: all inputs are decoded, and the result is encoded, as it lies there in raw frames."""
    command = ffmpeg_render(
        ["-f", "rawvideo", "-pix_fmt", "yuv420p", "-s", "x".join(map(str, SIZE)), "-r", str(RATE), *TAGS, "-i", pictures,
         *job.sources, "-map", "0:v", "-map", "1:a"], output)
    for index in range(job.sources.count("-i")):
        command += ["-map", f"{index + 1}:v", "-f", "null", "-"]
    return command


# melt's Qt transitions draw nothing where they see no display; that it is named is enough, for Qt need not open it.
MELT = ["env", f"DISPLAY={os.environ.get('DISPLAY', ':0')}", "QT_QPA_PLATFORM=offscreen", "melt"]


def melt_render(job, output, quality=23):
    # Minus a number: so many threads draw frames, and none is dropped. threads=0: x264 chooses, as under ffmpeg.
    return [*MELT, "-silent", "-profile", f"atsc_1080p_{RATE}", *job.melt, "-consumer", f"avformat:{output}",
            f"real_time=-{os.cpu_count()}", "terminate_on_pause=1", "vcodec=libx264", "preset=veryfast", f"crf={quality}",
            "threads=0", "pix_fmt=yuv420p", "acodec=aac", "ab=192k", "movflags=+faststart"]


def moviepy_render(job, output, quality=23):
    return [sys.executable, os.path.join(HERE, "moviepy_job.py"), job.name, output, str(quality), *job.clips]


def render(program, job, recipe, output, quality=23):
    if program == "reprise":
        return reprise_render(recipe, output, quality=quality)
    if program == "moviepy":
        return moviepy_render(job, output, quality=quality)
    if program == "melt":
        return melt_render(job, output, quality=quality)
    return ffmpeg_render(job.trimmed if program == "ffmpeg trimmed" else job.ffmpeg, output, quality=quality)


def write_recipe(name, text):
    path = place(name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text + "\n")
    return path
