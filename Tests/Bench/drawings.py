"""The logo and the title, as arrays of red, green, blue and straight alpha from 0 to 255, and as PNG files.

Both are pictures for all programs, because each of them draws text in its own way. Run as a program, it writes the
files into a folder; the reference takes the arrays.
"""

import struct
import sys
import zlib

import numpy as np

LOGO = (320, 320)
TITLE = (1200, 200)
# What stands before the green screen, and the screen's colour.
FIGURE = (560, 860)
GREEN = (0, 177, 64)


def grid(size):
    width, height = size
    return np.meshgrid(np.arange(width) + 0.5 - width / 2, np.arange(height) + 0.5 - height / 2)


def picture(red, green, blue, alpha):
    channels = np.stack(np.broadcast_arrays(red, green, blue, alpha), axis=-1)
    return np.floor(np.clip(channels, 0, 1) * 255 + 0.5).astype(np.uint8)


def logo():
    """A disc that melts into nothing over a third of its radius, with a bright ring."""
    x, y = grid(LOGO)
    radius = np.hypot(x, y)
    alpha = np.clip((158 - radius) / 50, 0, 1)
    ring = np.clip(1 - np.abs(radius - 80) / 6, 0, 1)
    return picture(0.9 * (1 - ring) + ring, 0.25 + 0.3 * x / 160 + ring, 0.35 + 0.3 * y / 160 + ring, alpha)


def title():
    """Strokes as thick as large letters have them, with edges as soft as letters', above a faint shadow."""
    x, y = grid(TITLE)
    letters = np.zeros_like(x)
    for index in range(16):
        center = -525 + 70 * index
        bar = 7 - np.hypot(x - center, np.maximum(np.abs(y) - 52, 0))
        bowl = 7 - np.abs(np.hypot(x - center - 22, y - (24 if index % 3 else -24)) - 24)
        letters = np.maximum(letters, np.clip(np.maximum(bar, bowl) + 0.5, 0, 1))
    shadow = 0.4 * np.clip(1 - np.abs(y) / 95, 0, 1) * np.clip((590 - np.abs(x)) / 80, 0, 1)
    alpha = letters + shadow * (1 - letters)
    white = letters / np.maximum(alpha, 1e-9)
    return picture(white, white, 0.9 * white, alpha)


def figure(turn):
    """A head, shoulders and an arm that waves, with edges a pixel and a half wide; `turn` is the arm's, in radians."""
    x, y = grid(FIGURE)
    head = 120 - np.hypot(x, (y + 290) * 0.85)
    body = 60 - np.hypot(np.maximum(np.abs(x) - 110, 0), np.maximum(np.abs(y - 190) - 240, 0))
    along = np.clip(((x - 120) * np.cos(turn) - (y + 60) * np.sin(turn)), 0, 150)
    arm = 34 - np.hypot(x - 120 - along * np.cos(turn), y + 60 + along * np.sin(turn))
    alpha = np.clip(np.maximum(np.maximum(head, body), arm) / 1.5 + 0.5, 0, 1)
    weave = 0.06 * np.sin(x / 3) * np.sin(y / 5)
    skin = np.maximum(head, arm) > body
    return picture(np.where(skin, 0.80, 0.25) + weave, np.where(skin, 0.58, 0.22) + weave,
                   np.where(skin, 0.48, 0.55) + weave, alpha)


def cube(look, size=33):
    """A look-up table of a function from colours to colours, 0 to 1, as a `.cube` file has it."""
    steps = np.linspace(0, 1, size)
    blue, green, red = np.meshgrid(steps, steps, steps, indexing="ij")
    rows = look(np.stack([red, green, blue], axis=-1)).reshape(-1, 3)
    return f"LUT_3D_SIZE {size}\n" + "".join(f"{r:.7f} {g:.7f} {b:.7f}\n" for r, g, b in rows)


def look(colors):
    """Warm lights, cold shadows, and a curve: smooth, so that a table of 33 steps is nearly it."""
    luma = colors @ np.array([0.2126, 0.7152, 0.0722])
    curve = colors * colors * (3 - 2 * colors) * 0.5 + colors * 0.5
    warmth = (luma - 0.5)[..., None] * np.array([0.12, 0.02, -0.12])
    return np.clip(curve + warmth, 0, 1)


def png(pixels):
    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    height, width, _ = pixels.shape
    rows = b"".join(b"\0" + row.tobytes() for row in pixels)
    header = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


if __name__ == "__main__":
    for name, draw in (("logo", logo), ("title", title)):
        with open(f"{sys.argv[1]}/{name}.png", "wb") as file:
            file.write(png(draw()))
    with open(f"{sys.argv[1]}/look.cube", "w", encoding="ascii") as file:
        file.write(cube(look))
