// Plays the stream through Media Source Extensions: fetches the segments around the place that is watched, one at a time,
// and lets go of a request as soon as the viewer has gone elsewhere, so that nothing is drawn in vain.

const byId = (id) => document.getElementById(id);
const video = byId("video");
const strip = byId("strip");

// Seconds that are fetched ahead, and that are kept behind.
const ahead = 10;
const behind = 30;
// Sound ends up to two packets before a segment's pictures do.
const slack = 0.1;

const fetched = async (url, options) => {
  const answer = await fetch(url, options);
  if (!answer.ok) throw new Error(await answer.text());
  return answer;
};

const event = (target, name) => new Promise((resolve) => target.addEventListener(name, resolve, { once: true }));

// The segments of a playlist: address, start and end in seconds.
const segmentsOf = (playlist, base) => {
  const segments = [];
  let end = 0;
  let length = 0;
  for (const line of playlist.split("\n")) {
    if (line.startsWith("#EXTINF:")) length = parseFloat(line.slice(8));
    if (line === "" || line.startsWith("#")) continue;
    segments.push({ url: new URL(line, base), start: end, end: end + length });
    end += length;
  }
  return segments;
};

const clock = (seconds) => {
  const [minutes, rest] = [Math.floor(seconds / 60), Math.floor(seconds % 60)];
  return `${minutes}:${String(rest).padStart(2, "0")}`;
};

class Player {
  constructor(segments, status) {
    Object.assign(this, { segments, status, loading: null, isPumping: false });
    this.duration = segments.at(-1)?.end ?? 0;
  }

  async open(initialization) {
    this.source = new MediaSource();
    video.src = URL.createObjectURL(this.source);
    await event(this.source, "sourceopen");
    this.buffer = this.source.addSourceBuffer(this.status.type);
    this.source.duration = this.duration;
    await this.append(await (await fetched(initialization)).arrayBuffer());
    video.addEventListener("seeking", () => this.seek());
    video.addEventListener("timeupdate", () => this.pump());
    await this.pump();
  }

  async append(bytes) {
    const done = event(this.buffer, "updateend");
    this.buffer.appendBuffer(bytes);
    await done;
  }

  async remove(start, end) {
    if (end <= start) return;
    const done = event(this.buffer, "updateend");
    this.buffer.remove(start, end);
    await done;
  }

  // Until when there is something to show without a gap.
  get readyUntil() {
    const now = video.currentTime;
    const { buffered } = this.buffer;
    for (let index = 0; index < buffered.length; index += 1) {
      if (buffered.start(index) <= now + slack && now < buffered.end(index)) return buffered.end(index);
    }
    return now;
  }

  // The segment to fetch next, if any is due.
  get due() {
    const until = this.readyUntil;
    if (until > video.currentTime + ahead) return undefined;
    return this.segments.find((segment) => until + slack < segment.end);
  }

  seek() {
    if (this.loading && this.loading.segment !== this.due) this.loading.stop.abort();
    this.pump();
  }

  async pump() {
    if (this.isPumping) return;
    this.isPumping = true;
    try {
      for (let segment = this.due; segment; segment = this.due) await this.load(segment);
      if (this.readyUntil + slack >= this.duration && this.source.readyState === "open") this.source.endOfStream();
    } catch (error) {
      problem(error);
    } finally {
      this.isPumping = false;
    }
  }

  async load(segment) {
    const stop = new AbortController();
    this.loading = { segment, stop };
    try {
      const answer = await fetched(segment.url, { signal: stop.signal });
      const bytes = await answer.arrayBuffer();
      await this.remove(0, video.currentTime - behind);
      await this.append(bytes);
    } catch (error) {
      if (error.name !== "AbortError") throw error;
    } finally {
      this.loading = null;
    }
  }
}

const problem = (error) => {
  byId("problem").textContent = error.message;
  byId("problem").hidden = false;
};

// The strip: a piece for each segment, coloured by what has become of it, and a mark where the video is.
class Strip {
  constructor(segments, duration) {
    this.duration = duration;
    this.pieces = segments.map((segment) => {
      const piece = document.createElement("div");
      piece.className = "piece";
      piece.style.flex = `${segment.end - segment.start} 1 0`;
      return piece;
    });
    this.mark = document.createElement("div");
    this.mark.id = "mark";
    strip.replaceChildren(...this.pieces, this.mark);
    strip.setAttribute("aria-valuemax", duration);
    strip.addEventListener("pointerdown", (click) => this.follow(click));
    strip.addEventListener("pointermove", (click) => { if (click.buttons & 1) this.follow(click); });
    strip.addEventListener("keydown", (key) => this.press(key));
    const tick = () => {
      this.mark.style.left = `${(100 * video.currentTime) / duration}%`;
      strip.setAttribute("aria-valuenow", video.currentTime.toFixed(1));
      requestAnimationFrame(tick);
    };
    tick();
  }

  follow(click) {
    const box = strip.getBoundingClientRect();
    this.goTo(((click.clientX - box.left) / box.width) * this.duration);
  }

  press(key) {
    const step = { ArrowLeft: -2, ArrowRight: 2 }[key.key];
    if (step) this.goTo(video.currentTime + step);
  }

  goTo(seconds) {
    video.currentTime = Math.min(Math.max(0, seconds), Math.max(0, this.duration - 0.05));
  }

  // `states` has a letter for each segment: kept, drawing, absent.
  show(states) {
    const names = { k: "kept", d: "drawing", a: "absent" };
    this.pieces.forEach((piece, index) => { piece.className = `piece ${names[states[index]]}`; });
    const kept = [...states].filter((state) => state === "k").length;
    byId("count").textContent = `${kept} of ${states.length} segments kept`;
  }
}

const watch = async (pieces) => {
  for (;;) {
    try {
      pieces.show((await (await fetched("/stream/status.json")).json()).states);
    } catch {
      byId("count").textContent = "the server has gone";
    }
    await new Promise((resolve) => setTimeout(resolve, 700));
  }
};

try {
  const answer = await fetched("/stream/playlist.m3u8");
  const segments = segmentsOf(await answer.text(), answer.url);
  const status = await (await fetched("/stream/status.json")).json();
  document.title = `${status.name} · Reprise`;
  byId("name").textContent = status.name;
  const player = new Player(segments, status);
  byId("facts").textContent = `${status.width} × ${status.height} · ${clock(player.duration)}`;
  watch(new Strip(segments, player.duration));
  await player.open("/stream/init.mp4");
} catch (error) {
  problem(error);
}
