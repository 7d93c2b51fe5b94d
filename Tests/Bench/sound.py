"""Twenty tracks with effects, one ducked under another, brought to a loudness: Reprise against ffmpeg."""

import os
import statistics
import sys

import numpy

import programs
from measure import run
from places import place

TRACKS, SECONDS = 20, 60
# A compressor and a filter on each.
HIGHPASS, THRESHOLD, RATIO, TARGET = 80, -24, 3, -16


def tracks():
    """Tones that come and go, with some noise, each at a pitch of its own."""
    names = []
    for number in range(TRACKS):
        name = f"track{number:02}.wav"
        names.append(name)
        pitch = 110 * 2 ** (number / 5)
        form = f"0.2*sin(2*PI*{pitch:.2f}*t)*(0.6+0.4*sin(2*PI*t*{0.2 + number / 40}))+0.02*(random({number})-0.5)"
        run(["ffmpeg", "-loglevel", "error", "-y", "-f", "lavfi", "-i", f"aevalsrc='{form}|{form}':d={SECONDS}:s=48000",
             place(name)])
    return names


def recipe(names):
    lines = [f"canvas {{ width = 64, height = 64, fps = 10, loudness = {TARGET} }}", "local voice = audio('track00.wav')",
             f"local mix = solid('black'):lasting({SECONDS}):layer(voice)"]
    for number, name in enumerate(names[1:], 1):
        pan = (number % 5 - 2) / 2
        lines.append(
            f"mix = mix:layer(audio('{name}'):filter('highpass', {HIGHPASS}):compress {{ {THRESHOLD}, {RATIO} }}"
            f":pan({pan}):volume(0.3){':duck_under(voice, { by = 12 })' if number == 1 else ''})")
    return "\n".join([*lines, "return mix"])


def ffmpeg_graph(names):
    parts, ends = ["[0:a]asplit=2[voice][key]"], ["[voice]"]
    for number in range(1, len(names)):
        pan = (number % 5 - 2) / 2
        chain = (f"[{number}:a]highpass=f={HIGHPASS},acompressor=threshold={THRESHOLD}dB:ratio={RATIO},"
                 f"stereotools=balance_out={pan},volume=0.3[t{number}]")
        parts.append(chain)
        if number == 1:
            parts.append("[t1][key]sidechaincompress=threshold=0.01:ratio=20:attack=100:release=500[d1]")
            ends.append("[d1]")
        else:
            ends.append(f"[t{number}]")
    return ";".join(parts) + f";{''.join(ends)}amix=inputs={len(names)}:normalize=0[m]"


def ffmpeg(names, gain=None):
    """Measures first, as one gain must; then again with it."""
    inputs = [word for name in names for word in ("-i", name)]
    ending = "[m]ebur128=peak=true[a]" if gain is None else f"[m]volume={gain}dB,alimiter=limit=0.89[a]"
    output = ["-f", "null", "-"] if gain is None else ["-c:a", "pcm_s24le", place("mix-ffmpeg.wav")]
    level = "error" if gain is not None else "quiet"
    return ["ffmpeg", "-hide_banner", "-loglevel", level, "-nostdin", "-y", *inputs, "-filter_complex",
            f"{ffmpeg_graph(names)};{ending}", "-map", "[a]", *output]


# Clicks a minute apart, at this sample of each.
MINUTE, CLICK = 60 * 48_000, 24_000


def drift(minutes):
    """By how many samples clicks are late after filters, dynamics and an echo, at most: of a mix of so many minutes."""
    form = f"0.8*eq(n,{CLICK})"
    run(["ffmpeg", "-loglevel", "error", "-y", "-f", "lavfi", "-i", f"aevalsrc='{form}|{form}':d=60:s=48000",
         place("minute.wav")])
    path = programs.write_recipe("drift.lua", f"""canvas {{ width = 16, height = 16, fps = 1 }}
local clicks = audio("minute.wav"):loop():lasting({60 * minutes})
local mix = clicks:filter("highpass", 60):eq {{ treble = 3 }}:compress {{ -20, 3 }}:echo {{ 0.25, mix = 0.2 }}:limit(-3)
return solid("black"):lasting({60 * minutes}):layer(mix:pan(0.1)):layer(sound.ambience("room"):volume(0.01))""")
    output = place("drift.wav")
    wall = run([programs.REPRISE, "render", path, "-o", output, "--quiet", "--no-store"]).wall
    raw = place("drift.raw")
    run(["ffmpeg", "-loglevel", "error", "-y", "-i", output, "-ac", "1", "-f", "s16le", raw])
    samples = numpy.abs(numpy.memmap(raw, dtype="<i2", mode="r").astype(numpy.int32))
    clicks = [int(samples[MINUTE * number:MINUTE * (number + 1)].argmax()) - CLICK for number in range(minutes)]
    late = max(abs(click) for click in clicks)
    print(f"{minutes} minutes with effects: {len(samples)} samples of {MINUTE * minutes}, clicks late by {late} at most, "
          f"{60 * minutes / wall:.0f} times real time")
    os.remove(output)
    os.remove(raw)
    return {"minutes": minutes, "samples": len(samples), "late": late, "wall": wall}


def report(rounds):
    names = tracks()
    path = programs.write_recipe("mix.lua", recipe(names))
    ours = [programs.REPRISE, "render", path, "-o", place("mix.wav"), "--quiet", "--no-store"]
    walls, cpus = {"reprise": [], "ffmpeg": []}, {"reprise": [], "ffmpeg": []}
    for number in range(rounds + 1):
        print(f"sound: round {number} of {rounds}", file=sys.stderr, flush=True)
        one = run(ours)
        first, second = run(ffmpeg(names)), run(ffmpeg(names, gain=3.0))
        if number:
            walls["reprise"].append(one.wall)
            cpus["reprise"].append(one.cpu)
            walls["ffmpeg"].append(first.wall + second.wall)
            cpus["ffmpeg"].append(first.cpu + second.cpu)
    figures = {name: {"wall": statistics.median(walls[name]), "cpu": statistics.median(cpus[name])} for name in walls}
    mine, theirs = figures["reprise"], figures["ffmpeg"]
    print(f"{TRACKS} tracks, {SECONDS} s: reprise {mine['wall']:.2f} s (cpu {mine['cpu']:.2f}), "
          f"ffmpeg {theirs['wall']:.2f} s (cpu {theirs['cpu']:.2f}); wall ÷ {mine['wall'] / theirs['wall']:.2f}, "
          f"cpu ÷ {mine['cpu'] / theirs['cpu']:.2f}; {SECONDS / mine['wall']:.0f} times real time, "
          f"{SECONDS / mine['cpu']:.0f} on one core")
    return figures
