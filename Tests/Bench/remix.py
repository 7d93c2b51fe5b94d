"""What a remix costs: `bash Tests/Bench/run.sh --remix`. Times of the whole program, from its start to its end."""

import json
import os
import shutil
import statistics
import subprocess

import footage
import programs
import streams
from measure import run
from places import RATE, SIZE, place

SECONDS = 60
CAPTION = (30.5, 33.5)


def sixty(clips):
    """A minute in which no picture is like another: the footage three times, each time under other grain."""
    lists = place("sixty.txt")
    with open(lists, "w", encoding="utf-8") as file:
        file.writelines(f"file {place(clip)}\n" for clip in clips * 3)
    return os.path.basename(footage.make(
        "sixty.mp4", "-f", "concat", "-safe", "0", "-i", lists, "-vf", f"noise=alls=3:allf=t:all_seed=3,{footage.TO_OUTPUT}",
        # As much as a good camera writes.
        "-c:v", "libx264", "-preset", "veryfast", "-b:v", "25M", "-maxrate", "30M", "-bufsize", "50M", *footage.TAGS,
        "-c:a", "aac", "-b:a", "256k"))


def recipe(clip, before=""):
    return f"""canvas {{ width = {SIZE[0]}, height = {SIZE[1]}, fps = {RATE} }}
local line = param.text {{ "line", default = "one", max = 60 }}
local title = text(line, {{ size = 120 }}):fade(0.3):part "title"
local film = video("{clip}"):layer(title, {{ from = {CAPTION[0]}, to = {CAPTION[1]} }})
return {before}film"""


INTRO = 'text("Intro", { size = 160 }):over(gradient("navy", "tomato")):lasting(2) .. '


def fresh(name):
    path = place(name)
    shutil.rmtree(path, ignore_errors=True)
    return path


def reprise(*arguments, store):
    return [programs.REPRISE, *arguments, "--store", store]


def draw(what, store, *further):
    """A rendering: how long it took, and how many segments it drew."""
    command = reprise("render", what, *(() if "-o" in further else ("-o", place("remix.mp4"))), "--json", "--carry", "recipes", *further, store=store)
    result = run(command)
    with open(place("last.log"), encoding="utf-8") as log:
        report = json.loads([line for line in log if '"segments"' in line][-1])
    return result.wall, report["drawnSegments"], report["segments"]


def ask(*arguments, store):
    """What the program says, as JSON."""
    environment = {**os.environ, "REPRISE_KEY": place("author.key")}
    said = subprocess.run(
        reprise(*arguments, "--json", store=store), cwd=place(""), env=environment, check=True, capture_output=True)
    return json.loads(said.stdout)


def publish(path, author, store):
    return ask("publish", path, "--author", author, store=store)["reference"]


def ffmpeg_again(clip):
    """The same video with another caption, from the beginning."""
    (start, end), fade = CAPTION, "d=0.3:alpha=1"
    shown = round((end - start) * RATE)
    graph = (
        f"[1:v]scale=out_color_matrix=bt709:out_range=tv,format=yuva420p,loop={shown - 1}:size=1,fade=in:st=0:{fade},"
        f"fade=out:st={end - start - 0.3}:{fade},setpts=PTS+{start}/TB[title];"
        "[0:v][title]overlay=360:780:format=yuv420:eof_action=pass[v]")
    arguments = ["-i", clip, "-framerate", str(RATE), "-i", "title.png", "-filter_complex", graph, "-map", "[v]", "-map", "0:a"]
    return run(programs.ffmpeg_render(arguments, place("remix-ffmpeg.mp4"))).wall


def edits(clips, rounds):
    """A minute drawn afresh, and then with one thing changed."""
    clip = sixty(clips)
    base = programs.write_recipe("sixty.lua", recipe(clip))
    with_intro = programs.write_recipe("intro.lua", recipe(clip, INTRO))
    times = {name: [] for name in ("cold", "nothing", "copy", "caption", "intro", "author", "ffmpeg")}
    drawn = {}
    for turn in range(rounds):
        store, other = fresh("store-a"), fresh("store-b")
        post = publish(base, "Ana", store)
        for name, what, further in (
                ("cold", base, ()), ("nothing", base, ()), ("caption", base, ("--set", f"line=caption {turn}")),
                ("intro", with_intro, ())):
            wall, count, total = draw(what, store, *further)
            times[name].append(wall)
            drawn[name] = f"{count} of {total}"
            if name == "nothing":
                # Nothing changed either, but another file is to be written.
                times["copy"].append(draw(what, store, "-o", place("copy.mp4"))[0])
                os.remove(place("copy.mp4"))
        # Another author, in a store of its own that has the same objects.
        subprocess.run(["cp", "-al", store, other], check=True)
        remix = programs.write_recipe(
            "other.lua", f'return remix("{post}", {{ params = {{ line = "by another {turn}" }} }})')
        wall, count, total = draw(publish(remix, "Ben", other), other)
        times["author"].append(wall)
        drawn["author"] = f"{count} of {total}"
        times["ffmpeg"].append(ffmpeg_again(clip))
    middles = {name: statistics.median(walls) for name, walls in times.items()}
    return {"seconds": middles, "drawn": drawn, "rounds": rounds}


def variations(clips, count, peers):
    """Videos of 20 s that differ in a title of 3 s; ffmpeg draws fewer, since each costs it the same."""
    lines = [f'video("{clip}")' for clip in clips]
    base = programs.write_recipe("twenty.lua", f"""canvas {{ width = {SIZE[0]}, height = {SIZE[1]}, fps = {RATE} }}
local line = param.text {{ "line", default = "one" }}
return ({" .. ".join(lines)}):layer(text(line, {{ size = 120 }}):fade(0.3), {{ from = 5, to = 8 }})""")
    with open(place("rows.csv"), "w", encoding="utf-8") as file:
        file.write("line,n\n" + "".join(f"Title number {n},{n}\n" for n in range(count)))
    folder = fresh("variations")
    os.mkdir(folder)
    ours = run(reprise("render", base, "--each", place("rows.csv"), "-o", f"{folder}/{{n}}.mp4", "--quiet", "--carry",
                       "recipes", store=fresh("store-c"))).wall
    inputs = [word for clip in clips for word in ("-i", clip)]
    graph = (
        "[3:v]scale=out_color_matrix=bt709:out_range=tv,format=yuva420p,loop=89:size=1,fade=in:st=0:d=0.3:alpha=1,"
        "fade=out:st=2.7:d=0.3:alpha=1,setpts=PTS+5/TB[t];"
        "[0:v][0:a][1:v][1:a][2:v][2:a]concat=n=3:v=1:a=1[c][a];[c][t]overlay=360:780:format=yuv420:eof_action=pass[v]")
    arguments = [*inputs, "-framerate", str(RATE), "-i", "title.png", "-filter_complex", graph, "-map", "[v]", "-map", "[a]"]
    theirs = sum(run(programs.ffmpeg_render(arguments, place("variation.mp4"))).wall for _ in range(peers))
    shutil.rmtree(folder)
    return {"count": count, "reprise": ours, "ffmpeg": theirs / peers * count, "ffmpeg measured": peers}


def chain(lengths):
    """Posts that each remix the one before."""
    store = fresh("store-d")
    path = programs.write_recipe("link.lua", """canvas { width = 640, height = 360, fps = 30 }
local line = param.text { "line", default = "one" }
return gradient("navy", "tomato"):lasting(20):layer(text(line):part "title", { from = 4, to = 6 })""")
    post = publish(path, "Author 0", store)
    draw(post, store)
    found = []
    for length in range(1, max(lengths) + 1):
        # Every link adds a second at the end; the last also changes the first one's words.
        edit = ', { params = { line = "two" } }' if length == max(lengths) else ""
        color = f"#{length * 40503 % 0xffffff:06x}"
        programs.write_recipe("link.lua", f'return remix("{post}"{edit}) .. solid("{color}"):lasting(1)')
        if length in lengths:
            draw(post, store)
            walls = [run(reprise("plan", path, store=store)).wall for _ in range(3)]
            wall, drawn, total = draw(path, store)
            found.append({"length": length, "plan": statistics.median(walls), "render": wall, "drawn": drawn, "of": total})
        post = publish(path, f"Author {length}", store)
    return found


def report(clips, rounds, count, peers):
    found = {"edits": edits(clips, rounds), "streams": streams.streams(), "variations": variations(clips, count, peers), "chain": chain([50, 100, 200])}
    seconds = found["edits"]["seconds"]
    for name, wall in seconds.items():
        drawn = found["edits"]["drawn"].get(name, "all")
        print(f"{name:8} {wall:7.2f} s   cold / it {seconds['cold'] / wall:6.1f}   ffmpeg / it {seconds['ffmpeg'] / wall:6.1f}   drew {drawn}")
    if s := found["streams"]:
        print(f"stream: warm {1000 * s['warm']:.0f} ms; cold {s['cold to drawing']:.2f} of the time to draw the first segment")
    v = found["variations"]
    print(f"{v['count']} variations: {v['reprise']:.1f} s; ffmpeg {v['ffmpeg']:.1f} s (from {v['ffmpeg measured']}): "
          f"{v['reprise'] / v['ffmpeg']:.3f} of it")
    for link in found["chain"]:
        print(f"chain of {link['length']}: plan {link['plan']:.2f} s, render {link['render']:.2f} s, drew {link['drawn']} of {link['of']}")
    return found
