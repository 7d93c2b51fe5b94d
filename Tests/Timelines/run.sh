#!/usr/bin/env bash
# Compares timelines with OpenTimelineIO's own library, which is fetched into a folder of its own and never committed.
#
#   bash Tests/Timelines/run.sh PROGRAM
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
reprise=$(realpath "$1")
place=$here/../../.build/timelines
[ -x "$place/bin/python" ] || python3 -m venv "$place"
"$place/bin/python" -c 'import opentimelineio' 2> /dev/null || "$place/bin/pip" -q install opentimelineio==0.18.1 || {
  echo "error: OpenTimelineIO 0.18.1 could not be installed with pip" >&2
  exit 3
}
REPRISE=$reprise "$place/bin/python" "$here/timelines.py"
