"""What a job's pictures should be, worked out in double precision and written to standard output as raw yuv420p.

    composite.py JOB EVERY CLIP...

Of some jobs only every so many frames are written: `Job.every`. Nothing here is shared with the programs that are measured but the decoded footage. Colours are blended as they are coded
(BT.709, limited range); a chroma sample is the mean of the four blended pixels that share it.
"""

import itertools
import subprocess
import sys

import numpy as np

import drawings
import greenscreen
import jobs
from places import RATE, SIZE, cache


def frames(clip, seconds=None, size=SIZE):
    """The planes of a clip's frames."""
    width, height = size
    limit = ["-t", str(seconds)] if seconds else []
    command = ["ffmpeg", "-loglevel", "error", "-nostdin", *limit, "-i", clip, "-an", "-f", "rawvideo", "-"]
    source = subprocess.Popen(command, cwd=cache, stdout=subprocess.PIPE)
    luma, chroma = width * height, width * height // 4
    while data := source.stdout.read(luma + 2 * chroma):
        codes = np.frombuffer(data, np.uint8)
        yield [codes[:luma].reshape(height, width),
               codes[luma:luma + chroma].reshape(height // 2, width // 2),
               codes[luma + chroma:].reshape(height // 2, width // 2)]


def coded(pixels):
    """Y, Cb, Cr as real-valued codes, and alpha, of a picture in RGBA."""
    red, green, blue, alpha = np.moveaxis(pixels / 255.0, -1, 0)
    luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    cb, cr = (blue - luma) / 1.8556, (red - luma) / 1.5748
    return [16 + 219 * luma, 128 + 224 * cb, 128 + 224 * cr], alpha


def mean(plane):
    return (plane[::2, ::2] + plane[1::2, ::2] + plane[::2, 1::2] + plane[1::2, 1::2]) / 4


def over(base, picture, corner, opacity=1.0):
    """Lays a picture over real-valued planes, its corner on an even pixel."""
    (luma, *chroma), alpha = picture
    alpha = alpha * opacity
    (x, y), (height, width) = corner, alpha.shape
    where = np.s_[y:y + height, x:x + width]
    base[0][where] = base[0][where] * (1 - alpha) + luma * alpha
    half = np.s_[y // 2:(y + height) // 2, x // 2:(x + width) // 2]
    for plane, color in zip(base[1:], chroma):
        plane[half] = plane[half] * (1 - mean(alpha)) + mean(color * alpha)


def real(planes):
    return [plane.astype(np.float64) for plane in planes]


def title(clip):
    logo, card = coded(drawings.logo()), coded(drawings.title())
    for index, planes in enumerate(frames(clip)):
        base = real(planes)
        over(base, logo, [start + step * index for start, step in zip(jobs.LOGO_START, jobs.LOGO_STEP)])
        since, left = index / RATE - jobs.TITLE_FROM, jobs.TITLE_TO - index / RATE
        opacity = min(since / jobs.TITLE_FADE, left / jobs.TITLE_FADE, 1)
        if opacity > 0:
            over(base, card, jobs.TITLE_CORNER, opacity)
        yield base


def crossfade(*clips):
    overlap = jobs.OVERLAP * RATE
    length = jobs.CLIP * RATE
    tail = []
    for number, clip in enumerate(clips):
        is_last = number == len(clips) - 1
        held, tail = tail, []
        for index, planes in enumerate(frames(clip, jobs.CLIP)):
            if index < len(held):
                weight = index / overlap
                planes = [a * (1 - weight) + b * weight for a, b in zip(real(held[index]), real(planes))]
            if index < length - overlap or is_last:
                yield planes
            else:
                tail.append(planes)


def cuts(*clips):
    ends = [jobs.CLIP - jobs.OVERLAP / 2, jobs.CLIP - jobs.OVERLAP, jobs.CLIP - jobs.OVERLAP / 2]
    for clip, seconds in zip(clips, ends):
        yield from frames(clip, seconds)


def rgb(planes):
    """Red, green, blue from 0 to 1 of whole planes, chroma taken by blocks."""
    luma = (planes[0] - 16) / 219
    cb, cr = ((np.kron(plane, np.ones((2, 2))) - 128) / 224 for plane in planes[1:])
    red, blue = luma + 1.5748 * cr, luma + 1.8556 * cb
    return np.stack([red, (luma - 0.2126 * red - 0.0722 * blue) / 0.7152, blue], axis=-1)


def planes_of(colors):
    codes, _ = coded(np.concatenate([colors * 255, np.full((*colors.shape[:2], 1), 255.0)], axis=-1))
    return [codes[0], mean(codes[1]), mean(codes[2])]


def lay(base, colors, alpha, corner):
    """Source-over of a part, in red, green and blue."""
    (x, y), (height, width) = corner, alpha.shape
    where = np.s_[y:y + height, x:x + width]
    base[where] = base[where] * (1 - alpha[..., None]) + colors * alpha[..., None]


def turned(colors, corner, size, middle, factor, degrees, parts=4):
    """What a part of the canvas shows of a picture that is scaled and turned about its middle: the mean of parts × parts
    points in each pixel, each taken between four of its pixels."""
    (left, top), (width, height), (rows, columns) = corner, size, colors.shape[:2]
    steps = (np.arange(parts * width) + 0.5) / parts + left, (np.arange(parts * height) + 0.5) / parts + top
    x, y = np.meshgrid(steps[0] - middle[0], steps[1] - middle[1])
    cos, sin = np.cos(np.radians(degrees)) / factor, np.sin(np.radians(degrees)) / factor
    u, v = x * cos + y * sin + columns / 2 - 0.5, -x * sin + y * cos + rows / 2 - 0.5
    inside = (u > -0.5) & (u < columns - 0.5) & (v > -0.5) & (v < rows - 0.5)
    u, v = np.clip(u, 0, columns - 1.001), np.clip(v, 0, rows - 1.001)
    i, j = u.astype(int), v.astype(int)
    p, q = (u - i)[..., None], (v - j)[..., None]
    seen = ((colors[j, i] * (1 - p) + colors[j, i + 1] * p) * (1 - q)
            + (colors[j + 1, i] * (1 - p) + colors[j + 1, i + 1] * p) * q)
    alpha = inside.astype(np.float64)
    def pooled(values):
        return values.reshape(height, parts, width, parts, -1).mean(axis=(1, 3))
    weight = pooled(alpha)[..., 0]
    return pooled(seen * alpha[..., None]) / np.maximum(weight, 1e-9)[..., None], weight


def stack(clip, every=1):
    logo = drawings.logo() / 255.0
    corner, size = jobs.INSET_BOX
    pairs = enumerate(zip(frames(clip), frames("small.mp4", size=(1280, 720))))
    for index, (below, inset) in itertools.islice(pairs, 0, None, every):
        base = rgb(real(below))
        colors, alpha = turned(rgb(real(inset)), corner, size, jobs.INSET_MIDDLE, jobs.INSET_SCALE, jobs.INSET_TURN)
        lay(base, colors, alpha * jobs.INSET_OPACITY, corner)
        figure = greenscreen.figure(index) / 255.0
        lay(base, figure[..., :3], figure[..., 3], greenscreen.corner(index))
        (x, y), edge = jobs.LOGO_START, jobs.LOGO_EDGE
        where = np.s_[y:y + edge, x:x + edge]
        light = logo[..., :3] * logo[..., 3:]
        base[where] = base[where] + light - base[where] * light
        yield planes_of(base)


def blurred(plane, deviation):
    reach = int(4 * deviation)
    weights = np.exp(-np.arange(-reach, reach + 1) ** 2 / (2 * deviation * deviation))
    weights /= weights.sum()
    for axis in (0, 1):
        # Beyond the edge it goes on.
        margin = [(reach, reach) if axis == other else (0, 0) for other in (0, 1)]
        wide, count = np.pad(plane, margin, mode="edge"), plane.shape[axis]
        plane = sum(weight * np.take(wide, range(at, at + count), axis) for at, weight in enumerate(weights))
    return plane


def colour(clip, every=1):
    (x, y), (width, height) = jobs.BLUR_CORNER, jobs.BLUR_SIZE
    luma, margin = np.array([0.2126, 0.7152, 0.0722]), 4 * jobs.BLUR
    for below in itertools.islice(frames(clip), 0, None, every):
        colors = np.clip(rgb(real(below)), 0, 1)
        grey = (colors @ luma)[..., None]
        planes = planes_of(drawings.look(np.clip(grey + jobs.SATURATION * (colors - grey), 0, 1)))
        for plane, part in zip(planes, (1, 2, 2)):
            top, left, more = y // part, x // part, margin // part
            bottom, right = top + height // part, left + width // part
            around = plane[top - more:bottom + more, left - more:right + more]
            plane[top:bottom, left:right] = blurred(around, jobs.BLUR / part)[more:-more, more:-more]
        yield planes


MAKERS = {"stack": stack, "colour": colour, "transcode": frames, "title card": title, "cuts": cuts, "crossfade": crossfade}

if __name__ == "__main__":
    name, every, *clips = sys.argv[1:]
    sampled = {"every": int(every)} if every != "1" else {}
    for planes in MAKERS[name](*clips, **sampled):
        for plane in planes:
            sys.stdout.buffer.write(np.floor(plane + 0.5).astype(np.uint8).tobytes())
