"""What is hidden or changed: of the processor, the place, the system."""

import os
import pathlib
import shutil
import stat
import subprocess
from dataclasses import dataclass, field

PROGRAM = os.path.abspath(os.environ["REPRISE"])

# The names of glibc 2.33 and later. Without them its `sin`, `exp` and `memcpy` are others.
NEW_VECTORS = "-AVX512F,-AVX512VL,-AVX512BW,-AVX2,-FMA,-FMA4"
ALL_VECTORS = NEW_VECTORS + ",-AVX,-XSAVE,-XSAVEC,-SSE4_2,-SSE4_1,-SSSE3,-ERMS,-FSRM,-BMI1,-BMI2,-POPCNT,-MOVBE"

# From 2006 to what this emulator knows of newer ones. What asks the processor sees the model: FFmpeg, x264, pixman, GMP.
MODELS = ["Opteron_G2", "core2duo", "Westmere", "Haswell,-fma", "Haswell", "max"]


@dataclass
class Condition:
    name: str
    settings: dict = field(default_factory=dict)
    prefix: list = field(default_factory=list)
    options: list = field(default_factory=list)

    @property
    def environment(self):
        return {"PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "LC_ALL": "C.UTF-8", **self.settings}

    @property
    def command(self):
        return [*self.prefix, PROGRAM]


def processors():
    def tuned(features):
        return {"GLIBC_TUNABLES": f"glibc.cpu.hwcaps={features}"}

    return [
        Condition("C library without FMA and AVX2", tuned(NEW_VECTORS)),
        Condition("C library without vectors", tuned(ALL_VECTORS)),
        # Its plain C, "fast", is there on every processor; without that too, some pixels would be off by one.
        Condition("pixman without vectors", {"PIXMAN_DISABLE": "mmx sse2 ssse3"}),
    ]


def places(folder):
    """Locales are made beside the footage: the system's own stay as they are."""
    made = folder / "locales"
    made.mkdir(exist_ok=True)
    for name in ("de_DE", "tr_TR", "fa_IR"):
        if not (made / f"{name}.UTF-8").exists():
            subprocess.run(["localedef", "-i", name, "-f", "UTF-8", str(made / f"{name}.UTF-8")], check=True)

    def locale(name):
        return Condition(f"locale {name}", {"LC_ALL": name, "LANG": name, "LOCPATH": str(made)})

    return [
        *map(locale, ("de_DE.UTF-8", "tr_TR.UTF-8", "fa_IR.UTF-8", "POSIX", "xx_XX.UTF-8")),
        Condition("half past in Kathmandu", {"TZ": "Asia/Kathmandu"}),
        Condition("summer in St. John's", {"TZ": "America/St_Johns"}),
        Condition("another home", {"HOME": "/nowhere", "USER": "stranger", "LOGNAME": "stranger"}),
    ]


def layouts():
    return [
        Condition("hashes without a seed", {"SWIFT_DETERMINISTIC_HASHING": "1"}),
        Condition("addresses as they come"),
        Condition("fixed addresses", prefix=["setarch", "-R"]),
        Condition("addresses from the bottom", prefix=["setarch", "-L"]),
        Condition("memory that is not zero", {"MALLOC_PERTURB_": "165"}),
        Condition("one processor", prefix=["taskset", "-c", "0"]),
        Condition("one job", options=["--jobs", "1"]),
        Condition("two jobs", options=["--jobs", "2"]),
        Condition("eight jobs", options=["--jobs", "8"]),
    ]


def models(folder):
    emulator = shutil.which("qemu-x86_64")
    return [Condition(f"processor {model}", emulated(folder, emulator, model), [emulator, "-cpu", model])
            for model in MODELS] if emulator else []


def emulated(folder, emulator, model):
    """The emulator does not follow a program that is started, so workers are started in it by scripts."""
    settings = {}
    for variable, worker in (("REPRISE_WORKER", "recipe-worker"), ("REPRISE_MEDIA_WORKER", "media-worker")):
        script = folder / f"{worker}-{model}"
        script.write_text(f'#!/bin/sh\nexec {emulator} -cpu {model} {pathlib.Path(PROGRAM).parent / worker} "$@"\n')
        script.chmod(script.stat().st_mode | stat.S_IXUSR)
        settings[variable] = str(script)
    return settings


def all_conditions(folder):
    return [*processors(), *places(folder), *layouts(), *models(folder)]
