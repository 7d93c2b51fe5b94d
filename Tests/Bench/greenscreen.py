"""A figure that walks before a green screen, waving: frames in RGB, written to standard output, or with the figure's own alpha.

The reference takes the figure as it was drawn; the programs have to find it.
"""

import sys

import numpy as np

import drawings
from places import RATE, SIZE

FRAMES = 10 * RATE
START, STEP = (160, SIZE[1] - drawings.FIGURE[1]), 3
# How far it comes.
WAY = STEP * FRAMES


def corner(index):
    return START[0] + STEP * index, START[1]


def figure(index):
    return drawings.figure(0.9 + 0.5 * np.sin(2 * np.pi * index / RATE))


def frame(index):
    screen = np.empty((SIZE[1], SIZE[0], 3))
    screen[:] = drawings.GREEN
    (x, y), pixels = corner(index), figure(index).astype(np.float64)
    where = np.s_[y:y + drawings.FIGURE[1], x:x + drawings.FIGURE[0]]
    alpha = pixels[..., 3:] / 255
    screen[where] = pixels[..., :3] * alpha + screen[where] * (1 - alpha)
    return np.floor(screen + 0.5).astype(np.uint8)


if __name__ == "__main__":
    for index in range(FRAMES):
        sys.stdout.buffer.write(frame(index).tobytes())
