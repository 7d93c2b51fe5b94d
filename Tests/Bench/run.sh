#!/bin/bash
# Measures this program against the ffmpeg command line and melt on the same work; see docs/benchmarks.md.
#
#   bash Tests/Bench/run.sh [--rounds N] [--only JOB] [--json FILE] [--long] [--worlds]
#
# REPRISE names the program (default: the release build), REPRISE_BENCH_CACHE a folder for footage and results
# (default: reprise-bench in TMPDIR), REPRISE_BENCH_FILM a film of 20 seconds or more to measure with as well.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)

missing=()
command -v ffmpeg >/dev/null || missing+=(ffmpeg)
command -v melt >/dev/null || missing+=(melt)
python=""
for candidate in python3 /usr/bin/python3; do
  if command -v "$candidate" >/dev/null && "$candidate" -c 'import numpy' 2>/dev/null; then
    python=$candidate
    break
  fi
done
[ -n "$python" ] || missing+=(python3 python3-numpy)

if [ ${#missing[@]} -gt 0 ]; then
  echo "installing what the benchmark compares with: ${missing[*]}"
  elevate=""
  [ "$(id -u)" = 0 ] || elevate=sudo
  $elevate apt-get install --yes --no-install-recommends "${missing[@]}" >/dev/null || {
    echo "error: these packages are needed and could not be installed: ${missing[*]}" >&2
    exit 3
  }
  [ -n "$python" ] || python=/usr/bin/python3
fi

export REPRISE="${REPRISE:-$root/.build/release/reprise}"
if [ ! -x "$REPRISE" ]; then
  echo "error: there is no program at $REPRISE; build it with 'swift build -c release', or name one in REPRISE" >&2
  exit 3
fi
exec "$python" "$here/bench.py" "$@"
