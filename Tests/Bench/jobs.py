"""The work, told to each program in its own words."""

from dataclasses import dataclass, field

from places import RATE, SIZE

# The logo's left top corner in the first frame, and its step in each: even, so that every program, whatever it does
# with chroma, puts it on the same whole pixels.
LOGO_START, LOGO_STEP, LOGO_EDGE = (80, 60), (4, 2), 320
TITLE_CORNER, TITLE_SIZE = (360, 780), (1200, 200)
TITLE_FROM, TITLE_TO, TITLE_FADE = 1, 8, 0.5
CLIP, OVERLAP = 5, 1


@dataclass
class Job:
    name: str
    # What it costs to do nothing but decode and encode the same: the name of another job.
    floor: str
    frames: int
    recipe: str
    ffmpeg: list
    melt: list
    # What composite.py needs to do the same.
    clips: list
    # The same by a longer graph of ffmpeg's that does less work, where there is one.
    trimmed: list = field(default_factory=list)


def inputs(*clips, options=()):
    return [word for clip in clips for word in (*options, "-i", clip)]


def transcode(a):
    return Job("transcode", "transcode", 10 * RATE, f'return video("{a}")', inputs(a), [a], [a])


def title(a):
    (x, y), (dx, dy), (width, height) = LOGO_START, LOGO_STEP, SIZE
    half, last = LOGO_EDGE / 2, 10 * RATE - 1
    (left, top), (across, down) = TITLE_CORNER, TITLE_SIZE
    recipe = f"""canvas {{ width = {width}, height = {height}, fps = {RATE} }}
local logo = image("logo.png"):at {{
  x = function(t) return ({x} + {half} + {dx * RATE} * t) / {width} end,
  y = function(t) return ({y} + {half} + {dy * RATE} * t) / {height} end,
}}
local title = image("title.png"):at({left + across / 2} / {width}, {top + down / 2} / {height}):fade({TITLE_FADE})
return video("{a}"):layer(logo):layer(title, {{ from = {TITLE_FROM}, to = {TITLE_TO} }})"""
    shown = (TITLE_TO - TITLE_FROM) * RATE
    fade = f"d={TITLE_FADE}:alpha=1"
    # Each picture is decoded and converted once, then repeated.
    to_yuv = "scale=out_color_matrix=bt709:out_range=tv,format=yuva420p"
    graph = (
        f"[1:v]{to_yuv},loop=-1:size=1[logo];"
        f"[2:v]{to_yuv},loop={shown - 1}:size=1,fade=in:st=0:{fade},"
        f"fade=out:st={TITLE_TO - TITLE_FROM - TITLE_FADE}:{fade},setpts=PTS+{TITLE_FROM}/TB[title];"
        # By the time: overlay's own n is one ahead.
        f"[0:v][logo]overlay=x={x}+{dx}*round(t*{RATE}):y={y}+{dy}*round(t*{RATE}):format=yuv420:shortest=1[marked];"
        f"[marked][title]overlay={left}:{top}:format=yuv420:eof_action=pass[v]")
    ffmpeg = [*inputs(a), *inputs("logo.png", "title.png", options=("-framerate", str(RATE))),
              "-filter_complex", graph, "-map", "[v]", "-map", "0:a"]
    place = f"{left}/{top}:{across}x{down}"
    soft = int(TITLE_FADE * RATE)
    melt = [a, "-track", "logo.png", f"out={last}",
            "-track", "-blank", str(TITLE_FROM * RATE - 1), "title.png", f"out={shown - 1}",
            "-transition", "composite", "a_track=0", "b_track=1", "progressive=1", "out=" + str(last),
            f"geometry=0={x}/{y}:{LOGO_EDGE}x{LOGO_EDGE}:1;"
            f"{last}={x + dx * last}/{y + dy * last}:{LOGO_EDGE}x{LOGO_EDGE}:1",
            "-transition", "composite", "a_track=0", "b_track=2", "progressive=1", f"in={TITLE_FROM * RATE}",
            f"out={TITLE_TO * RATE - 1}",
            f"geometry=0={place}:0;{soft}={place}:1;{shown - soft}={place}:1;{shown}={place}:0"]
    return Job("title card", "transcode", 10 * RATE, recipe, ffmpeg, melt, [a])


def crossfade(a, b, c):
    clips = [f'video("{clip}"):trim(0, {CLIP})' for clip in (a, b, c)]
    recipe = f"return {clips[0]}\n  :crossfade({clips[1]}, {OVERLAP})\n  :crossfade({clips[2]}, {OVERLAP})"
    step, curve = CLIP - OVERLAP, f"d={OVERLAP}:c1=qsin:c2=qsin"
    graph = (
        f"[0:v][1:v]xfade=transition=fade:duration={OVERLAP}:offset={step}[ab];"
        f"[ab][2:v]xfade=transition=fade:duration={OVERLAP}:offset={2 * step}[v]")
    sound = (
        f"[0:a][1:a]acrossfade={curve}[mixed];[mixed][2:a]acrossfade={curve}[a]")
    sources = inputs(a, b, c, options=("-t", str(CLIP)))
    ending = ["-map", "[v]", "-map", "[a]"]
    mix = ["-mix", str(OVERLAP * RATE), "-mixer", "luma", "-mixer", "mix:-1"]
    last = f"out={CLIP * RATE - 1}"
    return Job("crossfade", "cuts", (3 * CLIP - 2 * OVERLAP) * RATE, recipe,
               [*sources, "-filter_complex", f"{graph};{sound}", *ending],
               [a, last, b, last, *mix, c, last, *mix], [a, b, c],
               [*sources, "-filter_complex", f"{trimmed_graph()};{sound}", *ending])


def trimmed_graph():
    """xfade works in 4:4:4 alone; so that only what dissolves is converted, the rest goes round it."""
    def parts(clip, *ranges):
        names = [f"p{clip}{index}" for index in range(len(ranges))]
        split = f"[{clip}:v]split={len(ranges)}" + "".join(f"[s{name}]" for name in names)
        cut = [f"[s{name}]trim={start}:{end},setpts=PTS-STARTPTS[{name}]" for name, (start, end) in zip(names, ranges)]
        return ";".join([split, *cut])

    middle, fade = CLIP - OVERLAP, f"xfade=transition=fade:duration={OVERLAP}:offset=0,format=yuv420p"
    return ";".join([
        parts(0, (0, middle), (middle, CLIP)),
        parts(1, (0, OVERLAP), (OVERLAP, middle), (middle, CLIP)),
        parts(2, (0, OVERLAP), (OVERLAP, CLIP)),
        f"[p01][p10]{fade}[ab];[p12][p20]{fade}[bc]",
        "[p00][ab][p11][bc][p21]concat=n=5[v]"])


def cuts(a, b, c):
    """The clips of the crossfade without it, and as long: its floor."""
    seconds = [CLIP - OVERLAP / 2, CLIP - OVERLAP, CLIP - OVERLAP / 2]
    parts = list(zip((a, b, c), seconds))
    recipe = "return " + " .. ".join(f'video("{clip}"):trim(0, {length})' for clip, length in parts)
    sources = [word for clip, length in parts for word in ("-t", str(length), "-i", clip)]
    graph = "[0:v][0:a][1:v][1:a][2:v][2:a]concat=n=3:a=1[v][a]"
    melt = [word for clip, length in parts for word in (clip, f"out={int(length * RATE) - 1}")]
    return Job("cuts", "cuts", int(sum(seconds) * RATE), recipe,
               [*sources, "-filter_complex", graph, "-map", "[v]", "-map", "[a]"], melt, [a, b, c])


def all_jobs(a, b, c):
    return [transcode(a), title(a), cuts(a, b, c), crossfade(a, b, c)]
