"""What a job's pictures should be, worked out in double precision and written to standard output as raw yuv420p.

    composite.py JOB CLIP...

Nothing here is shared with the programs that are measured but the decoded footage. Colours are blended as they are coded
(BT.709, limited range); a chroma sample is the mean of the four blended pixels that share it.
"""

import subprocess
import sys

import numpy as np

import drawings
import jobs
from places import RATE, SIZE, cache

WIDTH, HEIGHT = SIZE


def frames(clip, seconds=None):
    """The planes of a clip's frames."""
    limit = ["-t", str(seconds)] if seconds else []
    command = ["ffmpeg", "-loglevel", "error", "-nostdin", *limit, "-i", clip, "-an", "-f", "rawvideo", "-"]
    source = subprocess.Popen(command, cwd=cache, stdout=subprocess.PIPE)
    luma, chroma = WIDTH * HEIGHT, WIDTH * HEIGHT // 4
    while data := source.stdout.read(luma + 2 * chroma):
        codes = np.frombuffer(data, np.uint8)
        yield [codes[:luma].reshape(HEIGHT, WIDTH),
               codes[luma:luma + chroma].reshape(HEIGHT // 2, WIDTH // 2),
               codes[luma + chroma:].reshape(HEIGHT // 2, WIDTH // 2)]


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


MAKERS = {"transcode": frames, "title card": title, "cuts": cuts, "crossfade": crossfade}

if __name__ == "__main__":
    for planes in MAKERS[sys.argv[1]](*sys.argv[2:]):
        for plane in planes:
            sys.stdout.buffer.write(np.floor(plane + 0.5).astype(np.uint8).tobytes())
