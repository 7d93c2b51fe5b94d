"""The work, told to each program in its own words."""

from dataclasses import dataclass, field

import drawings
import greenscreen
from places import RATE, SIZE

# The logo's left top corner in the first frame, and its step in each: even, so that every program, whatever it does
# with chroma, puts it on the same whole pixels.
LOGO_START, LOGO_STEP, LOGO_EDGE = (80, 60), (4, 2), 320
TITLE_CORNER, TITLE_SIZE = (360, 780), (1200, 200)
TITLE_FROM, TITLE_TO, TITLE_FADE = 1, 8, 0.5
CLIP, OVERLAP = 5, 1
# A 720p clip, small, turned and translucent: its middle, and a box around all of it.
INSET_MIDDLE, INSET_SCALE, INSET_TURN, INSET_OPACITY = (1420, 330), 0.5, 8, 0.8
INSET_BOX = (1070, 90), (700, 480)
# What is blurred: a quarter of the picture.
BLUR_CORNER, BLUR_SIZE, BLUR = (480, 270), (960, 540), 12
SATURATION = 1.3


@dataclass
class Job:
    name: str
    frames: int
    recipe: str
    ffmpeg: list
    melt: list
    # What composite.py needs to do the same.
    clips: list
    # The same by a longer graph of ffmpeg's that does less work, where there is one.
    trimmed: list = field(default_factory=list)
    # Likeness is looked at in every so many frames: the reference of some jobs takes seconds for each.
    every: int = 1

    @property
    def sources(self):
        """The inputs of the leanest graph, as ffmpeg's command line names them."""
        words = self.trimmed or self.ffmpeg
        return words[:words.index("-filter_complex")] if "-filter_complex" in words else words


def inputs(*clips, options=()):
    return [word for clip in clips for word in (*options, "-i", clip)]


def transcode(a):
    return Job("transcode", 10 * RATE, f'return video("{a}")', inputs(a), [a], [a])


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
    return Job("title card", 10 * RATE, recipe, ffmpeg, melt, [a])


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
    return Job("crossfade", (3 * CLIP - 2 * OVERLAP) * RATE, recipe,
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
    """The clips of the crossfade without it, and as long."""
    seconds = [CLIP - OVERLAP / 2, CLIP - OVERLAP, CLIP - OVERLAP / 2]
    parts = list(zip((a, b, c), seconds))
    recipe = "return " + " .. ".join(f'video("{clip}"):trim(0, {length})' for clip, length in parts)
    sources = [word for clip, length in parts for word in ("-t", str(length), "-i", clip)]
    graph = "[0:v][0:a][1:v][1:a][2:v][2:a]concat=n=3:a=1[v][a]"
    melt = [word for clip, length in parts for word in (clip, f"out={int(length * RATE) - 1}")]
    return Job("cuts", int(sum(seconds) * RATE), recipe,
               [*sources, "-filter_complex", graph, "-map", "[v]", "-map", "[a]"], melt, [a, b, c])


def stack(a):
    """A background, a 720p clip scaled, turned and translucent, a keyed green screen, a logo in screen mode."""
    (x, y), edge = LOGO_START, LOGO_EDGE
    (across, down), (left, top), (width, height) = INSET_MIDDLE, *INSET_BOX
    recipe = f"""return video("{a}")
  :layer(video("small.mp4"):fit("none"):scale({INSET_SCALE}):rotate({INSET_TURN}):opacity({INSET_OPACITY})
    :at({across} / {SIZE[0]}, {down} / {SIZE[1]}))
  :layer(video("green.mp4"):chromakey("#00b140"):mute())
  :layer(image("logo.png"):at({x + edge / 2} / {SIZE[0]}, {y + edge / 2} / {SIZE[1]}):blend("screen"))"""
    radians = f"{INSET_TURN}*PI/180"
    inset = (f"scale=iw*{INSET_SCALE}:-1,format={{}},colorchannelmixer=aa={INSET_OPACITY},"
             f"rotate={radians}:c=none:ow={width}:oh={height}")
    place = f"overlay={across - width // 2}:{down - height // 2}"
    logo = "format=rgba,premultiply=inplace=1"
    simple = (
        f"[1:v]{inset.format('rgba')}[inset];[2:v]chromakey=0x00b140:0.12:0.06[actor];"
        f"[3:v]{logo},pad={SIZE[0]}:{SIZE[1]}:{x}:{y}:black,format=gbrp[logo];"
        f"[0:v][inset]{place}[two];[two][actor]overlay[three];[three]format=gbrp[colors];"
        "[colors][logo]blend=all_mode=screen,format=yuv420p[v]")
    # In 4:2:0 all the way; only what is under the logo leaves it, and only where the actor walks is keyed.
    (start, floor), wide = greenscreen.corner(0), greenscreen.WAY + drawings.FIGURE[0]
    best = (
        f"[1:v]scale=iw*{INSET_SCALE}:-1,format=yuva420p,lut=a=val*{INSET_OPACITY},"
        f"rotate={radians}:c=none:ow={width}:oh={height}[inset];"
        f"[2:v]crop={wide}:{drawings.FIGURE[1]}:{start}:{floor},chromakey=0x00b140:0.12:0.06[actor];"
        f"[3:v]{logo},format=gbrp,loop=-1:size=1[logo];"
        f"[0:v][inset]{place}:format=yuv420[two];"
        f"[two][actor]overlay={start}:{floor}:format=yuv420,split[three][corner];"
        f"[corner]crop={edge}:{edge}:{x}:{y},format=gbrp[colors];"
        f"[colors][logo]blend=all_mode=screen:shortest=1,scale=out_color_matrix=bt709:out_range=tv,format=yuv420p[marked];"
        f"[three][marked]overlay={x}:{y}:format=yuv420[v]")
    def command(graph, *still):
        return [*inputs(a, "small.mp4", "green.mp4"), *still, "-i", "logo.png", "-filter_complex", graph,
                "-map", "[v]", "-map", "0:a"]
    melt = [a, "-track", "small.mp4", "-track", "green.mp4", "-filter", "chroma", "key=#00b140", "variance=0.15",
            "-track", "logo.png", f"out={10 * RATE - 1}",
            "-transition", "qtblend", "a_track=0", "b_track=1",
            f"rect={across - 320} {down - 180} 640 360 {INSET_OPACITY}", f"rotation={INSET_TURN}", "rotate_center=1",
            "-transition", "qtblend", "a_track=0", "b_track=2",
            "-transition", "qtblend", "a_track=0", "b_track=3", "compositing=14", f"rect={x} {y} {edge} {edge} 1"]
    return Job("stack", 10 * RATE, recipe, command(simple, "-loop", "1", "-framerate", str(RATE), "-t", "10"),
               melt, [a], command(best), every=10)


def colour(a):
    """A look-up table of 33 steps, more saturation, and a blur over a quarter of the picture."""
    (x, y), (width, height) = BLUR_CORNER, BLUR_SIZE
    recipe = f"""local graded = video("{a}"):adjust {{ saturation = {SATURATION} }}:grade("look.cube")
local quarter = rectangle {{ width = {width}, height = {height} }}:at({x + width / 2} / {SIZE[0]}, {y + height / 2} / {SIZE[1]})
return graded:layer(graded:mute():blur({BLUR}):mask(quarter))"""
    graded = f"eq=saturation={SATURATION},{{}}lut3d=look.cube:interp=tetrahedral,format=yuv420p"
    more = 4 * BLUR
    simple = (f"[0:v]{graded.format('')},split[sharp][soft];[soft]crop={width}:{height}:{x}:{y},gblur=sigma={BLUR}[blurred];"
              f"[sharp][blurred]overlay={x}:{y}[v]")
    best = (f"[0:v]{graded.format('format=gbrp,')},split[sharp][soft];"
            f"[soft]crop={width + 2 * more}:{height + 2 * more}:{x - more}:{y - more},gblur=sigma={BLUR},"
            f"crop={width}:{height}:{more}:{more}[blurred];[sharp][blurred]overlay={x}:{y}:format=yuv420[v]")
    def command(graph):
        return [*inputs(a), "-filter_complex", graph, "-map", "[v]", "-map", "0:a"]
    melt = [a, "-filter", "avfilter.eq", f"av.saturation={SATURATION}", "-filter", "avfilter.lut3d", "av.file=look.cube",
            "-track", a, "hide=2", "-filter", "avfilter.eq", f"av.saturation={SATURATION}", "-filter", "avfilter.lut3d",
            "av.file=look.cube", "-filter", "avfilter.gblur", f"av.sigma={BLUR}",
            "-filter", "qtcrop", f"rect={x} {y} {width} {height}", "-transition", "qtblend", "a_track=0", "b_track=1"]
    return Job("colour", 10 * RATE, recipe, command(simple), melt, [a], command(best), every=10)


def all_jobs(a, b, c):
    return [transcode(a), title(a), cuts(a, b, c), crossfade(a, b, c), stack(a), colour(a)]
