"""Kills programs at random instants while two of them work in one store, and looks at what is left.

    python3 Tests/Crash/crash.py [--kills 300] [--seed N] [--program .build/release/reprise]

After each kill every post that was published before still verifies; at the end every file of the store is whole, and every
post is drawn. Nothing is repaired by hand.
"""

import argparse
import json
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent

CARD = """canvas {{ width = 160, height = 90, fps = 15 }}
local film = video("tide.mp4"):trim(0, {seconds})
return film:layer(text("{words}", {{ size = 20 }}), {{ from = 0.5, to = 1.5 }}) .. solid("{color}"):lasting(1)
"""


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=300)
    parser.add_argument("--seed", type=int, default=random.randrange(1_000_000))
    parser.add_argument("--program", default=str(ROOT / ".build/release/reprise"))
    return parser.parse_args()


class Trial:
    def __init__(self, program, chance, folder):
        self.program, self.chance, self.folder = program, chance, folder
        self.environment = {
            **os.environ, "REPRISE_STORE": str(folder / "store"), "REPRISE_KEY": str(folder / "author.key")}
        self.published = []
        shutil.copy(ROOT / "recipes/media/tide.mp4", folder)

    def start(self, *words):
        return subprocess.Popen([self.program, *words], cwd=self.folder, env=self.environment,
                                stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def run(self, *words):
        process = self.start(*words)
        output, errors = process.communicate()
        if process.returncode != 0:
            sys.exit(f"error: {' '.join(words)}: exit {process.returncode}\n{output}{errors}")
        return output

    def recipe(self, name):
        text = CARD.format(seconds=self.chance.choice([1, 2, 3]), words=self.chance.randrange(50),
                           color=self.chance.choice(["gold", "navy", "tomato"]))
        if self.published and self.chance.random() < 0.4:
            parent = self.chance.choice(self.published)
            text = f'return remix("{parent}") .. solid("{self.chance.choice(["gold", "navy"])}"):lasting(0.7)'
        (self.folder / name).write_text(text)
        return name

    def work(self, lane):
        """What one process does."""
        kind = self.chance.choice(["publish", "publish", "render", "render", "prune"])
        if kind == "publish":
            return kind, ["publish", self.recipe(f"{lane}.lua"), "--author", lane, "--json"]
        if kind == "prune":
            return kind, ["store", "prune", "--to", self.chance.choice(["1K", "300K", "2M"])]
        what = self.chance.choice(self.published) if self.published and self.chance.random() < 0.5 else None
        return kind, ["render", what or self.recipe(f"{lane}.lua"), "-o", f"{lane}.mp4", "--quiet", "--preset", "ultrafast"]

    def note(self, kind, process):
        """A publish that said it was done is done, whatever happens to others."""
        output, errors = process.communicate()
        if process.returncode not in (0, -signal.SIGKILL):
            sys.exit(f"error: {kind} ended with {process.returncode}: {errors}")
        if kind == "publish" and process.returncode == 0:
            self.published.append(json.loads(output)["reference"])

    def kill_once(self):
        (kind, words), (other, others) = self.work("a"), self.work("b")
        victim, witness = self.start(*words), self.start(*others)
        time.sleep(self.chance.random() ** 2 * 0.5)
        victim.kill()
        self.note(kind, victim)
        self.note(other, witness)
        if self.published:
            self.run("verify", self.chance.choice(self.published[-8:]))

    def finish(self):
        print(self.run("store", "check").strip())
        listed = self.run("store", "list")
        for post in self.published:
            if post not in listed:
                sys.exit(f"error: {post} was published and is not listed")
            self.run("verify", post)
            self.run("render", post, "-o", "end.mp4", "--quiet", "--preset", "ultrafast")
        print(f"{len(self.published)} posts verified and drawn")


def main():
    options = arguments()
    print(f"seed {options.seed}", flush=True)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="reprise-crash-"))
    try:
        trial = Trial(os.path.abspath(options.program), random.Random(options.seed), folder)
        for turn in range(options.kills):
            trial.kill_once()
            if (turn + 1) % 50 == 0:
                print(f"{turn + 1} kills, {len(trial.published)} posts", flush=True)
        trial.finish()
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    main()
