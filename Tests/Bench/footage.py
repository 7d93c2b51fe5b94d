"""What is measured with: detailed pictures and sound, nearly lossless, made once."""

import os
import subprocess
import sys

from places import RATE, SIZE, cache, place

HERE = os.path.dirname(os.path.abspath(__file__))
TAGS = "-color_primaries bt709 -color_trc bt709 -colorspace bt709 -color_range tv".split()
NEARLY_LOSSLESS = ["-c:v", "libx264", "-preset", "veryfast", "-crf", "12", *TAGS, "-c:a", "aac", "-b:a", "256k"]
TO_OUTPUT = "scale=out_color_matrix=bt709:out_range=tv,format=yuv420p"

_size = f"{SIZE[0]}x{SIZE[1]}"
# Names, what lavfi makes, and how many seconds: a fractal that is entered, grain over moving figures, growing cells.
MADE = [
    ("fractal", f"mandelbrot=s={_size}:r={RATE}:start_scale=2:end_scale=0.02:end_pts={10 * RATE}:maxiter=400", 10),
    ("grain", f"testsrc2=s={_size}:r={RATE},noise=alls=4:allf=t:all_seed=7", 5),
    ("cells", f"life=s=480x270:r={RATE}:mold=10:ratio=0.2:seed=11:death_color=#803020:life_color=#40ff80,"
              f"scale={SIZE[0]}:{SIZE[1]}:flags=bicubic,noise=alls=3:allf=t:all_seed=9", 5),
]
# Parts of a film: name, first second, seconds.
FILM = [("film-a", 0, 10), ("film-b", 10, 5), ("film-c", 15, 5)]


def ffmpeg(*arguments):
    subprocess.run(["ffmpeg", "-hide_banner", "-loglevel", "error", "-nostdin", "-y", *arguments], check=True)


def make(name, *arguments):
    """Makes a file unless it is there, so that it appears whole or not at all."""
    path = place(name)
    if not os.path.exists(path):
        print(f"making {name} ...", file=sys.stderr, flush=True)
        half = place("half-" + name)
        ffmpeg(*arguments, half)
        os.rename(half, path)
    return path


def made():
    """Three clips of 10, 5 and 5 seconds."""
    for seed, (name, source, seconds) in enumerate(MADE):
        sound = f"anoisesrc=c=pink:r=48000:a=0.3:seed={seed + 1},aformat=channel_layouts=stereo"
        make(f"{name}.mp4", "-f", "lavfi", "-i", source, "-f", "lavfi", "-i", sound, "-t", str(seconds),
             "-vf", TO_OUTPUT, *NEARLY_LOSSLESS)
    return [f"{name}.mp4" for name, _, _ in MADE]


def small():
    """Ten seconds of 720p."""
    source = f"testsrc2=s=1280x720:r={RATE},noise=alls=4:allf=t:all_seed=21"
    make("small.mp4", "-f", "lavfi", "-i", source, "-t", "10", "-vf", TO_OUTPUT, *NEARLY_LOSSLESS)


def green():
    """Ten seconds of a figure that walks before a green screen."""
    name, half = place("green.mp4"), place("half-green.mp4")
    if not os.path.exists(name):
        print("making green.mp4 ...", file=sys.stderr, flush=True)
        drawer = subprocess.Popen([sys.executable, os.path.join(HERE, "greenscreen.py")], stdout=subprocess.PIPE)
        subprocess.run(
            ["ffmpeg", "-loglevel", "error", "-nostdin", "-y", "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", _size,
             "-r", str(RATE), "-i", "-", "-vf", TO_OUTPUT, *NEARLY_LOSSLESS, half], stdin=drawer.stdout, check=True)
        os.rename(half, name)


def film():
    """The same of a real film, if one is named; None if not."""
    source = os.environ.get("REPRISE_BENCH_FILM")
    if not source:
        return None
    cover = f"fps={RATE},scale={_size}:force_original_aspect_ratio=increase:flags=lanczos,crop={SIZE[0]}:{SIZE[1]}"
    for name, start, seconds in FILM:
        silence = ["-f", "lavfi", "-i", "anoisesrc=c=pink:r=48000:a=0.1:seed=5,aformat=channel_layouts=stereo"]
        make(f"{name}.mp4", "-ss", str(start), "-t", str(seconds), "-i", source, *silence, "-map", "0:v:0", "-map", "1:a",
             "-t", str(seconds), "-vf", f"{cover},{TO_OUTPUT}", *NEARLY_LOSSLESS)
    return [f"{name}.mp4" for name, _, _ in FILM]


def drawings():
    """In a process of its own: this one stays small, since what it starts begins with its peak memory."""
    if not all(os.path.exists(place(name)) for name in ("logo.png", "title.png", "look.cube")):
        subprocess.run([sys.executable, os.path.join(HERE, "drawings.py"), str(cache)], check=True)
