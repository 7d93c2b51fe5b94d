"""What must hold besides speed: memory, start, sound in step, the same bytes. Each returns what goes into the report."""

import glob
import hashlib
import os
import re
import statistics
import subprocess
import time

import footage
import programs
from measure import Failed, middle, run
from places import cache, place

HELLO = 'return text "Hello, remix" :over(gradient("#ff5f6d", "#ffc371")):lasting(3)'


def start(rounds=20):
    """Seconds from start to the first PNG of the smallest recipe."""
    recipe = programs.write_recipe("hello.lua", HELLO)
    command = programs.reprise_frame(recipe, 1, place("hello.png"))
    run(command)
    runs = [run(command) for _ in range(rounds)]
    walls = [one.wall for one in runs]
    return {"median": statistics.median(walls), "least": min(walls), "cpu": middle(runs, "cpu"), "runs": rounds}


def memory(seconds, clip):
    """The peak of a 1080p recipe of a length, in MiB, written as small as x264 can."""
    recipe = programs.write_recipe("long.lua", f"""canvas {{ width = 1920, height = 1080, fps = 30 }}
return video("{clip}"):loop():layer(text("It goes on"):at(0.5, 0.8)):lasting({seconds})""")
    result = run(programs.reprise_render(recipe, place("long.mp4"), preset="ultrafast", quality=51))
    os.remove(place("long.mp4"))
    return {"seconds": seconds, "peak": result.peak, "wall": result.wall, "cpu": result.cpu}


def many_layers(clips, layers=20, seconds=2):
    """The peak of a 4K recipe of many moving layers with two jobs, in MiB: of all its processes together, each page once."""
    kinds = [
        'video("{clip}"):trim({start}, {end}):fit("none"):scale(0.4):rotate({turn}):opacity(0.8)',
        'image("logo.png"):scale(2):rotate(function(t) return {turn} + 30 * t end):blend("screen")',
        'text("Layer {index}", {{ size = 160 }}):blur(4)',
        'video("small.mp4"):trim({start}, {end}):fit("none"):blur(6):adjust {{ saturation = 0.5 }}',
    ]
    lines = []
    for index in range(layers - 1):
        kind = kinds[index % len(kinds)].format(
            clip=clips[index % len(clips)], start=index * 0.1, end=index * 0.1 + seconds, turn=7 * index, index=index)
        lines.append(f"  :layer({kind}:at({0.1 + 0.8 * (index % 5) / 4}, {0.1 + 0.8 * (index // 5) / 4}):mute())")
    recipe = programs.write_recipe("layers.lua", "\n".join([
        "canvas { width = 3840, height = 2160, fps = 30 }", f'return video("{clips[0]}"):trim(0, {seconds}):fit("cover")', *lines]))
    peak, wall = peak_together(programs.reprise_render(recipe, place("layers.mp4"), preset="ultrafast", jobs=2))
    os.remove(place("layers.mp4"))
    return {"layers": layers, "peak": peak, "wall": wall}


def peak_together(command):
    """The most memory that a program and all that it starts had at once, in MiB, and its wall time; looked at often."""
    start, peak = time.monotonic(), 0
    process = subprocess.Popen(command, cwd=cache)
    while process.poll() is None:
        peak = max(peak, sum(proportional(pid) for pid in family(process.pid)))
        time.sleep(0.02)
    if process.returncode != 0:
        raise Failed(f"exit {process.returncode}: {' '.join(command)}")
    return peak / 1024, time.monotonic() - start


def family(pid):
    found = [pid]
    for task in glob.glob(f"/proc/{pid}/task/*/children"):
        try:
            with open(task, encoding="ascii") as file:
                children = file.read().split()
        except OSError:
            continue
        for child in children:
            found += family(int(child))
    return found


def proportional(pid):
    """KiB of a process, where pages that are shared count in parts."""
    try:
        with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
            return next(int(line.split()[1]) for line in file if line.startswith("Pss:"))
    except (OSError, StopIteration):
        return 0


def same_bytes(job):
    """Whether one job, many jobs and a second run write the same bytes."""
    recipe = programs.write_recipe("same.lua", job.recipe)
    digests = {}
    for name, jobs in (("one job", 1), ("three jobs", 3), ("eight jobs", 8), ("eight jobs again", 8)):
        run(programs.reprise_render(recipe, place("same.mp4"), jobs=jobs))
        with open(place("same.mp4"), "rb") as file:
            digests[name] = hashlib.file_digest(file, "sha256").hexdigest()
    os.remove(place("same.mp4"))
    return {"same": len(set(digests.values())) == 1, "digests": digests}


# Frames from flash to flash at 30000/1001: 60.06 seconds.
EVERY = 1800


def step(minutes):
    """How far the click is from the flash, in 29.97 material, by the minute: in the source, and in what is written."""
    seconds = EVERY * 1001 / 30000
    flash = f"drawbox=t=fill:color=white:enable='eq(mod(n,{EVERY}),{EVERY - 10})'"
    click = f"between(mod(t,{seconds}),{(EVERY - 10) * 1001 / 30000},{(EVERY - 10) * 1001 / 30000 + 0.02})"
    name = f"flash-{minutes}.mp4"
    footage.make(
        name, "-f", "lavfi", "-i", f"color=black:s=320x180:r=30000/1001,{flash}", "-f", "lavfi", "-i",
        f"aevalsrc='0.8*sin(2*PI*1000*t)*{click}':s=48000:c=stereo", "-t", str(minutes * seconds), "-c:v", "libx264",
        "-preset", "ultrafast", "-crf", "20", "-pix_fmt", "yuv420p", *footage.TAGS, "-c:a", "aac", "-b:a", "128k")
    recipe = programs.write_recipe("flash.lua", f'return video("{name}")')
    run(programs.reprise_render(recipe, place("flash-out.mp4"), preset="ultrafast"))
    wanted = [(EVERY * minute + EVERY - 10) * 1001 / 30000 for minute in range(minutes)]
    return {"wanted": wanted, "source": events(place(name)), "output": events(place("flash-out.mp4"))}


def events(video):
    """When flashes begin and when clicks do, in seconds, by a player's clock."""
    command = ["ffmpeg", "-hide_banner", "-nostdin", "-nostats", "-i", video,
               "-vf", "signalstats,metadata=print:key=lavfi.signalstats.YAVG:file=flashes.txt",
               "-af", "silencedetect=noise=0.1:duration=1", "-f", "null", "-"]
    said = subprocess.run(command, cwd=cache, check=True, stderr=subprocess.PIPE, text=True).stderr
    frames = re.findall(r"pts_time:([\d.]+)\s+lavfi.signalstats.YAVG=([\d.]+)", (cache / "flashes.txt").read_text())
    flashes = [float(time) for time, luma in frames if float(luma) > 128]
    # The end of the file ends a silence too.
    clicks = [float(time) for time in re.findall(r"silence_end: ([\d.]+)", said)][:len(flashes)]
    return {"flashes": flashes, "clicks": clicks}


def worst(step):
    """The largest distances in a `step`, in milliseconds: click from flash, and flash from where it should be."""
    output = step["output"]
    if not len(output["flashes"]) == len(output["clicks"]) == len(step["wanted"]):
        return None
    apart = max(abs(a - b) for a, b in zip(output["flashes"], output["clicks"]))
    late = max(abs(a - b) for a, b in zip(output["flashes"], step["wanted"]))
    return {"apart": 1000 * apart, "late": 1000 * late}
