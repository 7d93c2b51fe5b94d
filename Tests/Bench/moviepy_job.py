"""A job as a user of MoviePy 2 would write it: `moviepy_job.py JOB OUTPUT QUALITY CLIP...`, in the cache folder.

Where MoviePy has no word for something (screen mode, look-up tables, blur), it is NumPy on as few pixels as will do.
"""

import sys

import numpy as np
from moviepy import CompositeVideoClip, ImageClip, VideoFileClip, afx, concatenate_videoclips, vfx

import jobs
from places import RATE


def transcode(clip):
    return VideoFileClip(clip)


def title(clip):
    (x, y), (dx, dy) = jobs.LOGO_START, (RATE * step for step in jobs.LOGO_STEP)
    base = VideoFileClip(clip)
    logo = ImageClip("logo.png").with_duration(base.duration).with_position(lambda t: (x + dx * t, y + dy * t))
    fades = [vfx.CrossFadeIn(jobs.TITLE_FADE), vfx.CrossFadeOut(jobs.TITLE_FADE)]
    card = ImageClip("title.png").with_duration(jobs.TITLE_TO - jobs.TITLE_FROM).with_effects(fades)
    return CompositeVideoClip([base, logo, card.with_start(jobs.TITLE_FROM).with_position(jobs.TITLE_CORNER)])


def cuts(*clips):
    ends = [jobs.CLIP - jobs.OVERLAP / 2, jobs.CLIP - jobs.OVERLAP, jobs.CLIP - jobs.OVERLAP / 2]
    return concatenate_videoclips([VideoFileClip(clip).subclipped(0, end) for clip, end in zip(clips, ends)])


def crossfade(*clips):
    over = jobs.OVERLAP
    parts = [VideoFileClip(clip).subclipped(0, jobs.CLIP) for clip in clips]
    faded = [part.with_effects(
        ([vfx.CrossFadeIn(over), afx.AudioFadeIn(over)] if index else [])
        + ([afx.AudioFadeOut(over)] if index < len(parts) - 1 else [])) for index, part in enumerate(parts)]
    return concatenate_videoclips(faded, padding=-over, method="compose")


def stack(clip):
    (x, y), edge = jobs.LOGO_START, jobs.LOGO_EDGE
    base = VideoFileClip(clip)
    turn = vfx.Rotate(-jobs.INSET_TURN, expand=True)
    inset = VideoFileClip("small.mp4").without_audio().resized(jobs.INSET_SCALE).with_effects([turn])
    (across, down), (width, height) = jobs.INSET_MIDDLE, inset.size
    inset = inset.with_opacity(jobs.INSET_OPACITY).with_position((across - width // 2, down - height // 2))
    actor = VideoFileClip("green.mp4").without_audio().with_effects(
        [vfx.MaskColor(color=(0, 177, 64), threshold=60, stiffness=5)])
    logo = ImageClip("logo.png")
    light = logo.get_frame(0) * logo.mask.get_frame(0)[..., None]
    where = np.s_[y:y + edge, x:x + edge]

    def screened(frame):
        frame = np.array(frame)
        part = frame[where]
        frame[where] = (part + light - part * light / 255).astype(np.uint8)
        return frame
    return CompositeVideoClip([base, inset, actor]).image_transform(screened)


def colour(clip):
    (x, y), (width, height) = jobs.BLUR_CORNER, jobs.BLUR_SIZE
    with open("look.cube", encoding="ascii") as file:
        table = np.loadtxt(file, skiprows=1, dtype=np.float32).reshape(33, 33, 33, 3)
    table = (table * 255 + 0.5).astype(np.uint8)
    steps = (np.arange(256) * 32 / 255 + 0.5).astype(np.uint8)
    where, weights = np.s_[y:y + height, x:x + width], kernel(jobs.BLUR)

    def graded(frame):
        colors = frame.astype(np.float32)
        grey = (colors @ np.array([0.2126, 0.7152, 0.0722], np.float32))[..., None]
        rows = steps[np.clip(grey + jobs.SATURATION * (colors - grey), 0, 255).astype(np.uint8)]
        # The nearest entry: the cheapest that a user would put up with.
        frame = table[rows[..., 2], rows[..., 1], rows[..., 0]]
        frame[where] = blurred(frame[where].astype(np.float32), weights).astype(np.uint8)
        return frame
    return VideoFileClip(clip).image_transform(graded)


def kernel(deviation):
    steps = np.arange(-3 * deviation, 3 * deviation + 1)
    weights = np.exp(-steps ** 2 / (2 * deviation ** 2)).astype(np.float32)
    return weights / weights.sum()


def blurred(part, weights):
    reach = len(weights) // 2
    for axis in (0, 1):
        margin = [(reach, reach) if axis == other else (0, 0) for other in range(3)]
        wide, count = np.pad(part, margin, mode="edge"), part.shape[axis]
        part = sum(weight * np.take(wide, range(at, at + count), axis) for at, weight in enumerate(weights))
    return part


MAKERS = {"stack": stack, "colour": colour, "transcode": transcode, "title card": title, "cuts": cuts,
          "crossfade": crossfade}

if __name__ == "__main__":
    job, output, quality, *clips = sys.argv[1:]
    MAKERS[job](*clips).write_videofile(
        output, fps=RATE, codec="libx264", preset="veryfast", pixel_format="yuv420p", audio_codec="aac",
        audio_bitrate="192k", ffmpeg_params=["-crf", quality, "-movflags", "+faststart"], logger=None)
