"""How soon a stream begins, from a warm store and from an empty one; run after the edits of a minute, whose footage it takes."""

import json
import os
import shutil
import statistics
import subprocess
import time
import urllib.request

import programs
from measure import run
from places import place


def serve(store):
    command = [programs.REPRISE, "serve", "sixty.lua", "--store", store, "--port", "0", "--json"]
    server = subprocess.Popen(command, cwd=place(""), stdout=subprocess.PIPE, text=True)
    return server, json.loads(server.stdout.readline())["address"]


def first_segment(store):
    """Seconds until the playlist and the first segment are there."""
    server, address = serve(store)
    try:
        start = time.perf_counter()
        lines = urllib.request.urlopen(f"{address}stream/playlist.m3u8").read().decode().splitlines()
        name = next(line for line in lines if line and not line.startswith("#"))
        urllib.request.urlopen(f"{address}stream/{name}").read()
        return time.perf_counter() - start
    finally:
        server.terminate()
        server.wait()


def streams(rounds=4):
    """Nothing where the server is not built: `make build` builds it."""
    if not os.path.exists(os.path.join(os.path.dirname(programs.REPRISE), "reprise-studio")):
        return None
    warm = [first_segment(place("store-a")) for _ in range(rounds + 1)][1:]
    ratios = []
    for _ in range(rounds):
        shutil.rmtree(place("store-e"), ignore_errors=True)
        draw = run([programs.REPRISE, "render", "sixty.lua", "--to", "2", "--no-store", "--carry", "nothing", "--quiet",
                    "-o", place("two.mp4")]).wall
        ratios.append(first_segment(place("store-e")) / draw)
    return {"warm": statistics.median(warm), "cold to drawing": statistics.median(ratios)}
