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
