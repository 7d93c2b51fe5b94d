"""What is drawn: every recipe of the gallery, and those of this folder. Media for these are made once."""

import json
import os
import pathlib
import shutil
import subprocess
import tempfile
from dataclasses import dataclass

HERE = pathlib.Path(__file__).resolve().parent
GALLERY = HERE.parent.parent / "recipes"

# Sound in every codec that may come: tones, noise, a beat.
SOUND = "aevalsrc='0.3*sin(2*PI*(300+40*t)*t)+0.1*sin(2*PI*1733*t)*gt(mod(t,0.5),0.4)|0.2*random(0)':s=48000:d=3"
SOUNDS = {
    "opus": ("webm", ["-c:a", "libopus", "-b:a", "96k"]), "vorbis": ("ogg", ["-c:a", "libvorbis", "-q:a", "4"]),
    "eac3": ("mkv", ["-c:a", "eac3"]), "ac3": ("mkv", ["-c:a", "ac3"]), "mp3": ("mp3", ["-c:a", "libmp3lame"]),
    "aac": ("m4a", ["-c:a", "aac"]), "aac44": ("m4a", ["-c:a", "aac", "-ar", "44100"]), "flac": ("flac", []),
    "wma": ("asf", ["-c:a", "wmav2"]),
}
PICTURES = {
    "vp9": ("webm", ["-c:v", "libvpx-vp9", "-cpu-used", "8"]), "vp8": ("webm", ["-c:v", "libvpx"]),
    "mpeg4": ("mkv", ["-c:v", "mpeg4"]), "hevc": ("mkv", ["-c:v", "libx265", "-x265-params", "log-level=none"]),
    "prores": ("mov", ["-c:v", "prores_ks"]), "mjpeg": ("mov", ["-c:v", "mjpeg"]), "h264": ("mp4", ["-c:v", "libx264"]),
    "ten": ("mkv", ["-c:v", "libx264", "-pix_fmt", "yuv420p10"]),
}


@dataclass
class Work:
    name: str
    recipe: str

    def size(self, graph):
        """A third of the canvas, with even edges."""
        canvas = json.loads(graph)["canvas"]
        return "x".join(str(canvas[edge] // 6 * 2) for edge in ("width", "height"))


def folder():
    path = pathlib.Path(os.environ.get("REPRISE_ALIKE_CACHE", os.path.join(tempfile.gettempdir(), "reprise-alike")))
    path.mkdir(parents=True, exist_ok=True)
    return path


def footage(name, source, ending, encoder):
    path = folder() / f"{name}.{ending}"
    if not path.exists():
        subprocess.run(["ffmpeg", "-nostdin", "-loglevel", "error", "-y", "-f", "lavfi", "-i", source, *encoder, str(path)],
                       check=True)
    return path.name


def written(name, text):
    path = folder() / f"{name}.lua"
    path.write_text("canvas { width = 480, height = 270, fps = 25 }\n" + text + "\n")
    return Work(name, str(path))


def sounds():
    return [written(f"sound-{name}", f'return solid("navy"):lasting(3):layer(audio("{footage(name, SOUND, *how)}"))')
            for name, how in SOUNDS.items()]


def pictures():
    source = "testsrc2=s=480x270:r=25:d=2,noise=alls=12:allf=t"
    return [written(f"picture-{name}", f'return video("{footage(name, source, *how)}"):scale(1.1):at(0.48, 0.53)')
            for name, how in PICTURES.items()]


def all_works():
    gallery = [Work(path.stem, str(path)) for path in sorted(GALLERY.glob("*.lua"))]
    # A recipe finds only what lies beside it.
    for path in [*(GALLERY / "media").iterdir(), *(HERE / "recipes").iterdir()]:
        shutil.copy(path, folder())
    own = [Work(path.stem, str(folder() / path.name)) for path in sorted((HERE / "recipes").glob("*.lua"))]
    return gallery + own + sounds() + pictures()
