#!/usr/bin/env bash
# Makes the gallery's footage: pictures by this program, sound by ffmpeg's oscillators. The results are committed, since
# the gallery's golden tests depend on their bytes; run this only to change them.
set -euo pipefail
cd "$(dirname "$0")"
reprise=${1:-../../.build/release/reprise}

for name in tide bloom; do
  "$reprise" render "$name.lua" -o "$name.mp4" --preset slow --quality 24
done
"$reprise" frame bloom.lua --at 2 -o photo.png
ffmpeg -v error -y -bitexact -i photo.png -q:v 3 photo.jpg && rm photo.png

# A soft disc with a hole: the only picture here with alpha.
ffmpeg -v error -y -bitexact -f lavfi -i "color=black:s=160x160,format=rgba,geq=r=255:g='200-Y/2':b='110+Y/2':a='clip((70-abs(hypot(X-79.5,Y-79.5)-4))*14,0,255)*gt(hypot(X-79.5,Y-79.5),30)'" \
  -frames:v 1 logo.png

# Four chords of three soft voices, two seconds each.
chord() { echo "0.12*(sin(2*PI*$1*t)+sin(2*PI*$2*t)+sin(2*PI*$3*t))*exp(-0.6*mod(t,2))*min(1,mod(t,2)*20)"; }
ffmpeg -v error -y -bitexact -f lavfi \
  -i "aevalsrc='if(lt(t,2),$(chord 261.63 329.63 392.00),if(lt(t,4),$(chord 220.00 261.63 329.63),if(lt(t,6),$(chord 174.61 220.00 261.63),$(chord 196.00 246.94 293.66))))':s=48000:d=8" \
  -ac 2 -c:a aac -b:a 96k chords.m4a

# A voice that counts: a beep each second.
ffmpeg -v error -y -bitexact -f lavfi -i "aevalsrc='0.5*sin(2*PI*880*t)*lt(mod(t,1),0.08)':s=48000:d=6" -ac 1 -c:a aac -b:a 64k beeps.m4a
