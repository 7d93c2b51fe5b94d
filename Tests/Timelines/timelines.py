"""Compares timelines with what OpenTimelineIO's own library makes of them. Started by `make timelines`.

Out: the library reads what `reprise export` writes, and its own sums of ranges are the recipe's times. In: timelines that
the library wrote are read by `reprise import`, and last as long as the library says. There and back: a recipe that went
through the library comes back with the same pictures and the same sound.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

import opentimelineio as otio
from opentimelineio.opentime import RationalTime, TimeRange

REPRISE = os.environ["REPRISE"]
NTSC = 30000 / 1001
CANVAS = "canvas { width = 320, height = 180, fps = %s }\n"

# Recipes, and where the library must find the clips of their first track: seconds from the start, and seconds long.
OUT = {
    "sequence": (30, 'return video("a.mp4"):trim(1, 3) .. video("b.mp4"):trim(0.5, 1)', [(0, 2), (2, 0.5)]),
    "slowed": (29.97, 'return video("a.mp4"):trim(frames(10), frames(70)) .. video("b.mp4"):trim(0, frames(31))',
               [(0, 60 / NTSC), (60 / NTSC, 31 / NTSC)]),
    "film": (23.976, 'return video("a.mp4"):trim(0, frames(1)):loop(3)',
             [(i * 1001 / 24000, 1001 / 24000) for i in range(3)]),
    "gap": (25, 'return video("b.mp4"):trim(0, 2):after(video("a.mp4"):trim(0, 1), 1)', [(0, 1)]),
    "dissolve": (25, 'return video("a.mp4"):trim(0, 3):crossfade(video("b.mp4"):trim(1, 4), 2)', [(0, 2), (2, 2)]),
    "wipe": (25, 'return video("a.mp4"):trim(0, 3):transition(video("b.mp4"):trim(0, 4), "wipe", 2)', [(0, 2), (2, 3)]),
    "speed": (25, 'return video("a.mp4"):speed(2) .. video("b.mp4"):trim(1, 2):speed(0.5)', [(0, 2), (2, 2)]),
    "freeze": (25, 'local v = video("a.mp4") return v:trim(0, 1) .. v:freeze(1):lasting(2)', [(0, 1), (1, 2)]),
    "layers": (25, 'return video("a.mp4"):layer(text("Hello"), { from = 1, to = 2 }):layer(image("p.png"), { from = 3 })',
               [(0, 4)]),
    "effects": (25, 'return video("a.mp4"):blur({ [0] = 9, [2] = 0 }):trim(1, 3):scale(0.5):rotate(10)'
                ':over(gradient("red", "blue"))', None),
    "sound": (25, 'return video("a.mp4"):mute():layer(audio("b.mp4"):volume(0.5):trim(0, 2), { from = 1 })', [(0, 4)]),
}


class Failed(Exception):
    pass


def check(claim, words):
    if not claim:
        raise Failed(words)


def run(*command, status=(0,)):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    check(done.returncode in status, f"{' '.join(command)}: {done.stderr.decode()[-800:]}")
    return done.stdout.decode()


def reprise(*arguments, **options):
    return run(REPRISE, *arguments, "--no-store", **options)


def seconds(recipe):
    return json.loads(reprise("check", recipe, "--json"))["seconds"]


def close(a, b):
    return abs(a - b) < 1e-6


def make_footage():
    for name, hue, rate in (("a", 0, 30), ("b", 120, "30000/1001")):
        run("ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", f"testsrc2=s=320x180:r={rate}:d=4,hue=h={hue}",
            "-f", "lavfi", "-i", f"sine=f={220 + hue}:d=4", "-pix_fmt", "yuv420p", "-preset", "ultrafast",
            f"{name}.mp4")
    run("ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", "testsrc=s=64x36", "-frames:v", "1", "p.png")


# Out

def check_out(name, rate, text, ranges):
    pathlib.Path(f"{name}.lua").write_text(CANVAS % rate + text)
    run(REPRISE, "export", f"{name}.lua", "-o", f"{name}.otio", "--no-store")
    timeline = otio.adapters.read_from_file(f"{name}.otio")
    length = timeline.duration().to_seconds()
    check(close(length, seconds(f"{name}.lua")), f"the library has {length} s")
    if ranges is not None:
        track = timeline.video_tracks()[0]
        found = [(r.start_time.to_seconds(), r.duration.to_seconds())
                 for r in (item.trimmed_range_in_parent() for item in track
                           if isinstance(item, otio.schema.Clip))]
        check(len(found) == len(ranges) and all(close(a, b) for f, r in zip(found, ranges) for a, b in zip(f, r)),
              f"the library finds clips at {found}, not at {ranges}")
    for clip in timeline.find_clips():
        check_media(clip)
    return timeline


def check_media(clip):
    media = clip.media_reference
    if isinstance(media, otio.schema.GeneratorReference):
        check(media.generator_kind in ("text", "gradient", "solid"), media.generator_kind)
        return
    path = otio.url_utils.filepath_from_url(media.target_url)
    check(os.path.exists(path), f"there is no {path}")
    if media.available_range is None:
        return
    pace = 1
    for effect in clip.effects:
        if isinstance(effect, otio.schema.LinearTimeWarp):
            pace *= effect.time_scalar
    begin = clip.trimmed_range().start_time.to_seconds()
    end = begin + clip.trimmed_range().duration.to_seconds() * pace
    check(begin >= 0 and end <= media.available_range.duration.to_seconds() + 1e-6, f"{begin} to {end} is not there")


# There and back

def check_back(name, timeline):
    otio.adapters.write_to_file(timeline, f"{name}-again.otio")
    reprise_import(f"{name}-again")
    run(REPRISE, "diff", f"{name}.lua", f"{name}-again.lua", "--no-store")
    sounds = []
    for which in (name, f"{name}-again"):
        if json.loads(reprise("check", f"{which}.lua", "--json"))["hasSound"]:
            reprise("render", f"{which}.lua", "-o", f"{which}.wav", "--quiet")
            sounds.append(pathlib.Path(f"{which}.wav").read_bytes())
        else:
            sounds.append(None)
    check(sounds[0] == sounds[1], "another sound came back")


def reprise_import(name):
    pathlib.Path(f"{name}.lua").unlink(missing_ok=True)
    run(REPRISE, "import", f"{name}.otio", "-o", f"{name}.lua")


# In

def clip(url, start, length, rate, *effects, first=0):
    media = otio.schema.ExternalReference(
        target_url=url, available_range=TimeRange(RationalTime(first, rate), RationalTime(4 * rate, rate)))
    made = otio.schema.Clip(name=url, media_reference=media, source_range=TimeRange(
        RationalTime(first + start, rate), RationalTime(length, rate)))
    made.effects.extend(effects)
    return made


def made_by_the_library():
    """Timelines by name, with recipes that must show the same."""
    rate = 25.0

    def timeline(*tracks):
        made = otio.schema.Timeline("made")
        made.tracks.extend(tracks)
        return made

    video = otio.schema.TrackKind.Video
    dissolve = otio.schema.Transition(
        transition_type=otio.schema.TransitionTypes.SMPTE_Dissolve, in_offset=RationalTime(10, rate),
        out_offset=RationalTime(15, rate))
    nested = otio.schema.Stack(children=[otio.schema.Track(kind=video, children=[
        clip("a.mp4", 0, 50, rate), clip("b.mp4", 0, 50, rate)])])
    nested.source_range = TimeRange(RationalTime(25, rate), RationalTime(50, rate))
    timecode = clip("a.mp4", 25, 50, rate, first=90000)
    return {
        "clips": (timeline(otio.schema.Track(kind=video, children=[
            clip("a.mp4", 25, 50, rate), otio.schema.Gap(duration=RationalTime(25, rate)), clip("b.mp4", 0, 25, rate)])),
            'return video("a.mp4"):trim(1, 3) .. solid("black"):lasting(1) .. video("b.mp4"):trim(0, 1)'),
        "dissolves": (timeline(otio.schema.Track(kind=video, children=[
            clip("a.mp4", 0, 50, rate), dissolve, clip("b.mp4", 25, 50, rate)])),
            'return video("a.mp4"):trim(0, 2.6):crossfade(video("b.mp4"):trim(0.6, 3), 1)'),
        "warps": (timeline(otio.schema.Track(kind=video, children=[
            clip("a.mp4", 25, 25, rate, otio.schema.LinearTimeWarp(time_scalar=2.0)),
            clip("a.mp4", 50, 25, rate, otio.schema.FreezeFrame())])),
            'return video("a.mp4"):trim(1, 3):speed(2) .. video("a.mp4"):freeze(2):lasting(1)'),
        "nested": (timeline(otio.schema.Track(kind=video, children=[nested])),
                   'return video("a.mp4"):trim(1, 2) .. video("b.mp4"):trim(0, 1)'),
        "timecode": (timeline(otio.schema.Track(kind=video, children=[timecode])), 'return video("a.mp4"):trim(1, 3)'),
    }


def check_in(name, timeline, recipe):
    name = f"made-{name}"
    otio.adapters.write_to_file(timeline, f"{name}.otio")
    reprise_import(name)
    length = timeline.duration().to_seconds()
    check(close(length, seconds(f"{name}.lua")), f"the library has {length} s")
    pathlib.Path(f"{name}-expected.lua").write_text("canvas { fps = 25 }\n" + recipe)
    run(REPRISE, "diff", f"{name}.lua", f"{name}-expected.lua", "--size", "320x180", "--no-store")


def main():
    failures = 0

    def attempt(name, work):
        nonlocal failures
        try:
            work()
            print(f"good    {name}")
        except (Failed, otio.exceptions.OTIOError) as error:
            failures += 1
            print(f"FAILED  {name}: {error}")

    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        make_footage()
        for name, (rate, text, ranges) in OUT.items():
            attempt(f"out and back: {name}", lambda: check_back(name, check_out(name, rate, text, ranges)))
        for name, (timeline, recipe) in made_by_the_library().items():
            attempt(f"in: {name}", lambda: check_in(name, timeline, recipe))
    print(f"OpenTimelineIO {otio.__version__}: {failures} failed")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
