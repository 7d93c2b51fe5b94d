/// Mistakes that recipes make, and all that their authors are told: the recipe on one line (`⏎` ends a line of it), the
/// code and the message below.
enum Mistakes {
  static let time = ##"""
    return video('a.mp4'):trim(2, 2)
      outOfRange r.lua:1: trim: from 2 s to 2 s leaves nothing; let "to" be later than "from"
    return video('a.mp4'):trim(3, 2)
      outOfRange r.lua:1: trim: from 3 s to 2 s leaves nothing; let "to" be later than "from"
    return video('a.mp4'):trim(0, 11)
      outOfRange r.lua:1: trim: to 11 s is after the clip's end at 10 s; use at most 10 s, or leave it out
    return video('a.mp4'):trim(10)
      outOfRange r.lua:1: trim: from 10 s is not before the clip's end at 10 s; start earlier
    return video('a.mp4'):trim(-1, 2)
      outOfRange r.lua:1: trim: from is -1 s; wanted seconds from 0 to 1000000, "1:02.5", or frames(n)
    return video('a.mp4'):trim(0/0)
      runtime r.lua:1: clip:trim: argument 1 is nan, not a finite number
    return video('a.mp4'):trim(0, 1/0)
      runtime r.lua:1: clip:trim: argument 2 is inf, not a finite number
    return video('a.mp4'):trim('soon')
      wrongType r.lua:1: trim: from is the text "soon"; wanted seconds from 0 to 1000000, "1:02.5", or frames(n)
    return video('a.mp4'):trim('1:75')
      wrongType r.lua:1: trim: from is the text "1:75"; wanted seconds from 0 to 1000000, "1:02.5", or frames(n)
    return video('a.mp4'):trim(1, 2, 3)
      wrongType r.lua:1: trim: 3 values came; it takes at most 2
    return video('a.mp4'):trim { form = 1 }
      unknownName r.lua:1: trim: there is no "form"; did you mean "from"?
    return video('a.mp4'):trim { from = 1, from_ = 1 }
      unknownName r.lua:1: trim: there is no "from_"; did you mean "from"?
    return video('a.mp4'):trim(1, { from = 2 })
      wrongType r.lua:1: trim: from came by place and by name; give it once
    return video('a.mp4'):trim { [true] = 2 }
      unknownName r.lua:1: trim: a value came under true; give it a name: from, to
    return text('a'):lasting(0)
      outOfRange r.lua:1: lasting: 0 s leaves nothing; use more than 0
    return text('a'):lasting(-1)
      outOfRange r.lua:1: lasting: seconds is -1 s; wanted seconds from 0 to 1000000, "1:02.5", or frames(n)
    return text('a'):lasting(1e-12)
      outOfRange r.lua:1: lasting: 0 s leaves nothing; use more than 0
    return text('a'):lasting(2e6)
      outOfRange r.lua:1: lasting: seconds is 2000000 s; wanted seconds from 0 to 1000000, "1:02.5", or frames(n)
    return text('a'):lasting(90000)
      limit r.lua:1: lasting: the clip would last 90000 s; a video may last 86400 s at most
    return text('a'):lasting()
      missing r.lua:1: lasting: seconds is missing; wanted seconds from 0 to 1000000, "1:02.5", or frames(n)
    return video('a.mp4'):lasting(11)
      outOfRange r.lua:1: lasting: 11 s is longer than the clip's 10 s; use at most 10 s, or make it longer with :loop() or :speed(…)
    return text('a'):loop(3)
      noEnd r.lua:1: loop: the clip (text of line 1) has no end, so it cannot begin again; give it one with :lasting(seconds)
    return video('a.mp4'):loop(0)
      outOfRange r.lua:1: loop: times is 0; wanted a whole number from 1 to 100000
    return video('a.mp4'):loop(1.5)
      wrongType r.lua:1: loop: times is the number 1.5; wanted a whole number from 1 to 100000
    return video('a.mp4'):loop(100000)
      limit r.lua:1: loop: the clip would last 1000000 s; a video may last 86400 s at most
    return text('a'):reverse():lasting(1)
      noEnd r.lua:1: reverse: the clip (text of line 1) has no end, so it cannot begin there; give it one with :lasting(seconds)
    return video('a.mp4'):freeze(10):lasting(1)
      outOfRange r.lua:1: freeze: 10 s is not before the clip's end at 10 s; hold an earlier moment
    return audio('song.mp3'):freeze(1):lasting(1)
      wrongType r.lua:1: freeze: the clip has no picture to hold
    return video('a.mp4'):speed(0)
      outOfRange r.lua:1: speed: factor is 0; wanted a factor from 0.01 to 100, keyframes, or a function of time
    return video('a.mp4'):speed(-2)
      outOfRange r.lua:1: speed: factor is -2; wanted a factor from 0.01 to 100, keyframes, or a function of time
    return video('a.mp4'):speed()
      missing r.lua:1: speed: factor is missing; wanted a factor from 0.01 to 100, keyframes, or a function of time
    return video('a.mp4'):speed { [0] = 1, [1] = 0 }
      outOfRange r.lua:1: speed: factor at 1 s is 0; wanted a factor from 0.01 to 100, keyframes, or a function of time
    return video('a.mp4'):speed { [0] = 1, [1] = 0.5, ease = 'swoosh' }
      wrongType r.lua:1: speed: there is no easing "swoosh"; take a CSS or Penner name such as "ease-out" or "outBack"
    return video('a.mp4'):speed(function(t) return 'fast' end)
      runtime r.lua:1: at t = 0 the function gave fast; it must give 1 to 4 finite numbers
    return video('a.mp4'):speed(function(t) return t.x end)
      runtime r.lua:1: attempt to index a number value (local 't')
    return text('a'):speed(function(t) return 1 end):lasting(1)
      noEnd r.lua:1: speed: the clip (text of line 1) has no end, so it cannot be told how long its function of time goes on; give it one with :lasting(seconds)
    return video('day.mp4'):speed { [0] = 1, [1] = 0.01 }
      limit r.lua:1: speed: the clip would last 8639950.5 s; a video may last 86400 s at most
    return text('a'):pingpong():lasting(1)
      noEnd r.lua:1: pingpong: the clip (text of line 1) has no end, so it cannot begin there; give it one with :lasting(seconds)
    return video('a.mp4'):framerate(0)
      outOfRange r.lua:1: framerate: rate is 0; wanted a number from 0.1 to 1000 frames per second
    return video('a.mp4'):framerate(12, 'blur')
      outOfRange r.lua:1: framerate: mode is "blur"; wanted one of "nearest", "blend"
    return audio('song.mp3'):framerate(12)
      wrongType r.lua:1: framerate: the clip has only sound; use it on a clip with a picture
    return text('a'):lasting(1e-9):speed(100)
      outOfRange r.lua:1: speed: factor 100 leaves nothing of it; use a smaller one
    return video('day.mp4') .. video('a.mp4')
      limit r.lua:1: ..: the clip would last 86410 s; a video may last 86400 s at most
    """##

  static let joining = ##"""
    return text('a') .. video('a.mp4')
      noEnd r.lua:1: ..: clip 1 (text of line 1) has no end, so nothing could follow it; give it one with :lasting(seconds)
    return sequence()
      missing r.lua:1: sequence: there is no clip; wanted at least one clip
    return stack {}
      missing r.lua:1: stack: there is no clip; wanted at least one clip
    return sequence(video('a.mp4'), 3)
      wrongType r.lua:1: sequence: clip 2 is the number 3; wanted a clip
    return sequence { video('a.mp4'), gap = 1 }
      unknownName r.lua:1: sequence: there is no "gap"; it takes clips
    return video('a.mp4') .. 'b.mp4'
      wrongType r.lua:1: ..: the text "b.mp4" stands beside ..; wanted a clip; make one with video(…), image(…), audio(…) or text(…)
    return video('a.mp4') .. nil
      wrongType r.lua:1: ..: nil stands beside ..; wanted a clip
    return video('a.mp4'):layer()
      missing r.lua:1: layer: clip is missing; wanted a clip
    return video('a.mp4'):layer('logo.png')
      wrongType r.lua:1: layer: clip is the text "logo.png"; wanted a clip; make one with video(…), image(…), audio(…) or text(…)
    return video('a.mp4'):layer(text('a'), { from = 10 })
      outOfRange r.lua:1: layer: from 10 s is not before the clip's end at 10 s; start earlier
    return video('a.mp4'):layer(text('a'), { from = 2, to = 1 })
      outOfRange r.lua:1: layer: from 2 s to 1 s is no time at all; let "to" be later than "from"
    return video('a.mp4'):layer(text('a'), { at = 2 })
      unknownName r.lua:1: layer: there is no "at"; it takes clip, from, to
    return video('a.mp4'):after(text('a'))
      noEnd r.lua:1: after: the other clip (text of line 1) has no end, so nothing could follow it; give it one with :lasting(seconds)
    return video('a.mp4'):after(video('short.mp4'), -3)
      outOfRange r.lua:1: after: the overlap of 3 s is longer than the other clip's 2 s; use at most 2 s
    return video('a.mp4'):crossfade(video('short.mp4'), 3)
      outOfRange r.lua:1: crossfade: 3 s is longer than the shorter clip's 2 s; use at most 2 s
    return video('a.mp4'):transition(video('short.mp4'), 'wipe', 3)
      outOfRange r.lua:1: transition: 3 s is longer than the shorter clip's 2 s; use at most 2 s
    return video('a.mp4'):transition(video('b.mp4'))
      missing r.lua:1: transition: style is missing; wanted one of "crossfade", "dip", "wipe", "slide", "uncover", "push", "zoom", "iris", "clock", "luma", or a function of two clips and a progress that returns a clip
    return video('a.mp4'):transition(video('b.mp4'), 'wype')
      outOfRange r.lua:1: transition: style is "wype"; wanted one of "crossfade", "dip", "wipe", "slide", "uncover", "push", "zoom", "iris", "clock", "luma", or a function of two clips and a progress that returns a clip; did you mean "wipe"?
    return video('a.mp4'):transition(video('b.mp4'), 'iris', { direction = 'left' })
      outOfRange r.lua:1: transition: a transition "iris" does not go "left"; wanted one of "out", "in"
    return video('a.mp4'):transition(video('b.mp4'), 'push', { soft = 0.5 })
      unknownName r.lua:1: transition: a transition "push" has no soft; it takes direction
    return video('a.mp4'):transition(video('b.mp4'), 'crossfade', { color = 'red' })
      unknownName r.lua:1: transition: a transition "crossfade" has no color; leave it out
    return video('a.mp4'):transition(video('b.mp4'), 'wipe', { soft = 2 })
      outOfRange r.lua:1: transition: soft is 2; wanted a number from 0 to 1
    return video('a.mp4'):transition(video('b.mp4'), 'wipe', { ease = 'swoosh' })
      wrongType r.lua:1: transition: there is no easing "swoosh"; take a CSS or Penner name such as "ease-out" or "outBack"
    return video('a.mp4'):transition(video('b.mp4'), 'luma')
      missing r.lua:1: transition: a transition "luma" has no matte; wanted a clip; give it one, such as matte = image("swirl.png")
    return video('a.mp4'):transition(video('b.mp4'), 'luma', { matte = audio('song.mp3') })
      wrongType r.lua:1: transition: the matte has only sound; use a clip with a picture
    return video('a.mp4'):transition(video('b.mp4'), 'luma', 3, { matte = video('short.mp4') })
      outOfRange r.lua:1: transition: the matte lasts 2 s, the transition 3 s; make it longer with :loop() or :lasting(…)
    return video('a.mp4'):transition(video('b.mp4'), function(a, b, p) end)
      wrongType r.lua:1: transition: the function returns nothing; wanted one clip; end it with: return clip
    return video('a.mp4'):transition(video('b.mp4'), function(a, b, p) return a, b end)
      wrongType r.lua:1: transition: the function returns 2 values; wanted one clip; end it with: return clip
    return video('a.mp4'):transition(video('b.mp4'), function(a, b, p) return a:lasting(0.5) end)
      outOfRange r.lua:1: transition: what the function returns lasts 0.5 s, the transition 1 s; make it longer with :loop() or :lasting(…)
    return video('a.mp4'):transition(video('b.mp4'), function(a, b, p) return b:opacity(p * 2) end)
      outOfRange r.lua:1: opacity: value comes to 2; wanted a number from 0 to 1, keyframes, or a function of time
    return video('a.mp4'):transition(video('b.mp4'), function(a, b, p) return b:opacity(1 / p) end)
      outOfRange r.lua:1: progress: the progress comes to no number; divide by what is nowhere 0
    return video('a.mp4'):transition(video('b.mp4'), function(a, b, p) return b:opacity(p + 'x') end)
      wrongType r.lua:1: progress: the text "x" stands beside a progress; wanted a number or a progress
    return video('a.mp4'):transition(video('b.mp4'), function(a, b, p) return b:trim(p) end)
      wrongType r.lua:1: trim: from is a progress; wanted seconds from 0 to 1000000, "1:02.5", or frames(n)
    return video('a.mp4'):transition(video('b.mp4'), function(a, b, p) return b:opacity(p()) end)
      wrongType r.lua:1: progress: a progress is called with nothing; wanted a time; write p(t)
    return text('a'):crossfade(video('a.mp4'))
      noEnd r.lua:1: crossfade: the clip (text of line 1) has no end, so nothing could follow it; give it one with :lasting(seconds)
    """##

  static let picture = ##"""
    return video('a.mp4'):crop { width = 2000 }
      outOfRange r.lua:1: crop: width 2000 px is more than the clip's 1920 px; use at most 1920, or fit("cover")
    return video('a.mp4'):crop { width = 0 }
      outOfRange r.lua:1: crop: width is 0; wanted a whole number from 1 to 16384 px
    return video('a.mp4'):crop { width = 1000, x = 1000 }
      outOfRange r.lua:1: crop: x 1000 px and width 1000 px reach past the clip's 1920 px; let x be at most 920
    return video('a.mp4'):crop { width = 100000 }
      outOfRange r.lua:1: crop: width is 100000; wanted a whole number from 1 to 16384 px
    return audio('song.mp3'):crop { width = 10 }
      wrongType r.lua:1: crop: the clip has no picture to crop
    return audio('song.mp3'):opacity(0.5)
      wrongType r.lua:1: opacity: the clip has only sound; use it on a clip with a picture
    return text('a'):at('middle'):lasting(1)
      wrongType r.lua:1: at: x is the text "middle"; wanted a number from -100 to 100 of the canvas, "50%", "center", keyframes, or a function of time
    return text('a'):at('1e2%', 0):lasting(1)
      wrongType r.lua:1: at: x is the text "1e2%"; wanted a number from -100 to 100 of the canvas, "50%", "center", keyframes, or a function of time
    return text('a'):rotate('50%'):lasting(1)
      wrongType r.lua:1: rotate: degrees is the text "50%"; wanted a number from -36000 to 36000°, keyframes, or a function of time
    return text('a'):at('center', { within = 'screen' }):lasting(1)
      outOfRange r.lua:1: at: within is "screen"; wanted one of "action", "title"
    return video('a.mp4'):crop { width = '101%' }
      outOfRange r.lua:1: crop: width 1939 px is more than the clip's 1920 px; use at most 1920, or fit("cover")
    return video('a.mp4'):curves {}
      missing r.lua:1: curves: no curve came; give master, red, green or blue
    return video('a.mp4'):curves { red = { {0, 0} } }
      outOfRange r.lua:1: curves: red is a list of 1; wanted 2 to 64 points from 0 to 1, such as { { 0, 0 }, { 0.5, 0.6 }, { 1, 1 } }
    return video('a.mp4'):curves { red = { {0, 0}, {0.5, 2} } }
      outOfRange r.lua:1: curves: red[2][2] is 2; wanted a number from 0 to 1
    return video('a.mp4'):curves { red = { {0.5, 0}, {0.5, 1} } }
      outOfRange r.lua:1: curves: point 2 of red is at 0.5, the one before it at 0.5; put each a thousandth or more to the right of the one before
    return video('a.mp4'):curves { blue = 0.5 }
      wrongType r.lua:1: curves: blue is the number 0.5; wanted 2 to 64 points from 0 to 1, such as { { 0, 0 }, { 0.5, 0.6 }, { 1, 1 } }
    return video('a.mp4'):curves { rde = { {0, 0}, {1, 1} } }
      unknownName r.lua:1: curves: there is no "rde"; did you mean "red"?
    return video('a.mp4'):grade('broken.cube')
      asset r.lua:1: grade: line 2 of "broken.cube": "0 0 nan" stands where 3 numbers should
    return video('a.mp4'):grade('gone.txt')
      asset r.lua:1: grade: there is no file "gone.txt"; put it beside the recipe
    return video('a.mp4'):mask(audio('song.mp3'))
      wrongType r.lua:1: mask: the other clip has only sound; use one with a picture
    return video('a.mp4'):fit('covr')
      outOfRange r.lua:1: fit: mode is "covr"; wanted one of "contain", "cover", "fill", "none"; did you mean "cover"?
    return video('a.mp4'):fit(1)
      wrongType r.lua:1: fit: mode is the number 1; wanted one of "contain", "cover", "fill", "none"
    return video('a.mp4'):at { x = 0, anchor = 'topleft' }
      outOfRange r.lua:1: at: anchor is "topleft"; wanted one of "center", "top", "bottom", "left", "right", "top left", "top right", "bottom left", "bottom right"; did you mean "top left"?
    return video('a.mp4'):opacity(2)
      outOfRange r.lua:1: opacity: value is 2; wanted a number from 0 to 1, keyframes, or a function of time
    return video('a.mp4'):opacity('half')
      wrongType r.lua:1: opacity: value is the text "half"; wanted a number from 0 to 1, keyframes, or a function of time
    return video('a.mp4'):opacity({ [0] = 0, [1] = 2 })
      outOfRange r.lua:1: opacity: value at 1 s is 2; wanted a number from 0 to 1, keyframes, or a function of time
    return video('a.mp4'):opacity({ [0] = 0, soon = 1 })
      wrongType r.lua:1: opacity: the text "soon" is no time of a keyframe; write { [0] = 0, [1.5] = 1 }
    return video('a.mp4'):opacity({ [0] = 0, [1] = 1, ease = 'outBak' })
      wrongType r.lua:1: opacity: there is no easing "outBak"; did you mean "outBack"?
    return video('a.mp4'):opacity({ [0] = 0, [1] = 1, ease = 'zzzzzzzzz' })
      wrongType r.lua:1: opacity: there is no easing "zzzzzzzzz"; take a CSS or Penner name such as "ease-out" or "outBack"
    return video('a.mp4'):opacity({ [0] = 0, [1] = 1, ease = 3 })
      wrongType r.lua:1: opacity: ease is the number 3; write ease = "outBack"
    return video('a.mp4'):opacity({ ease = 'linear' })
      wrongType r.lua:1: opacity: value is a table without keyframes
    return video('a.mp4'):opacity({ [0] = 0, [1] = { ease = 'linear' } })
      wrongType r.lua:1: opacity: the keyframe at 1 s has 0 values; wanted one, as in { 1, ease = "outBack" }
    return video('a.mp4'):opacity(function(t) return 'x' end)
      wrongType r.lua:1: opacity: at t = 0 the function gave x; it must give 1 to 4 finite numbers
    return video('a.mp4'):opacity(function(t) return 0/0 end)
      wrongType r.lua:1: opacity: at t = 0 the function gave nan; it must give 1 to 4 finite numbers
    return video('a.mp4'):opacity(function(t) end)
      wrongType r.lua:1: opacity: at t = 0 the function gave nothing; it must give 1 to 4 finite numbers
    return video('a.mp4'):opacity(function(t) return t.x end)
      runtime r.lua:1: attempt to index a number value (local 't')
    return video('a.mp4'):at(function(t) return t end)
      wrongType r.lua:1: at: the function for y gave 1 number; wanted 2; return x, y
    return video('a.mp4'):fade(6)
      outOfRange r.lua:1: fade: coming for 6 s and going for 6 s is longer than the clip's 10 s; use at most 5 s each
    return text('a'):fade(0.6):lasting(1)
      outOfRange r.lua:1: fade: coming for 0.6 s and going for 0.6 s is longer than the clip's 1 s; use at most 0.5 s each
    return video('a.mp4'):volume(17)
      outOfRange r.lua:1: volume: value is 17; wanted a factor from 0 to 16, keyframes, or a function of time
    """##

  static let sources = ##"""
    return video('missing.mp4')
      asset r.lua:1: video: there is no file "missing.mp4"; put it beside the recipe
    return video('song.mp3')
      asset r.lua:1: video: "song.mp3" has no moving picture; use image(…) or audio(…)
    return video('photo.jpg')
      asset r.lua:1: video: "photo.jpg" has no moving picture; use image(…) or audio(…)
    return image('song.mp3'):lasting(1)
      asset r.lua:1: image: "song.mp3" is no picture; use audio(…)
    return audio('silent.mp4')
      asset r.lua:1: audio: "silent.mp4" has no sound; name a file that has
    return video('empty.mp4')
      asset r.lua:1: video: "empty.mp4" lasts no time at all; name a file that does
    return video()
      missing r.lua:1: video: file is missing; wanted the name of a video file
    return video(3, 4)
      wrongType r.lua:1: video: 2 values came; it takes at most 1
    return video { 'a.mp4', loop = true }
      unknownName r.lua:1: video: there is no "loop"; it takes file
    return solid('tomatoe'):lasting(1)
      outOfRange r.lua:1: solid: color is "tomatoe"; wanted a colour such as "#ff5f6d" or "tomato"; did you mean "tomato"?
    return solid('#12'):lasting(1)
      outOfRange r.lua:1: solid: color is "#12"; wanted a colour such as "#ff5f6d" or "tomato"
    return solid():lasting(1)
      missing r.lua:1: solid: color is missing; wanted a colour such as "#ff5f6d" or "tomato"
    return gradient('red'):lasting(1)
      wrongType r.lua:1: gradient: colors is the text "red"; wanted 2 to 16 colours such as "#ff5f6d" or "tomato"
    return gradient('red', 'blu'):lasting(1)
      outOfRange r.lua:1: gradient: colors[2] is "blu"; wanted a colour such as "#ff5f6d" or "tomato"; did you mean "blue"?
    return gradient({ 'red' }):lasting(1)
      wrongType r.lua:1: gradient: colors is the text "red"; wanted 2 to 16 colours such as "#ff5f6d" or "tomato"
    return text { size = 10 }
      missing r.lua:1: text: text is missing; wanted a text of at most 10000 characters, or several such as "a ", { "b", color = "gold" }
    return text('a', { size = 0 })
      outOfRange r.lua:1: text: size is 0; wanted a number from 1 to 2000 px
    return text('a', { weight = 'bolder' })
      outOfRange r.lua:1: text: weight is "bolder"; wanted a weight from 100 to 1000, or "thin", "light", "regular", "medium", "bold", "black"; did you mean "bold"?
    return text('a', { italic = 1 })
      wrongType r.lua:1: text: italic is the number 1; wanted true or false
    return text('a', { outline = { width = 1, colour = 'red' } })
      unknownName r.lua:1: text: outline has no "colour"; wanted a table with width, color; did you mean "color"?
    return text('a', { outline = false })
      wrongType r.lua:1: text: outline is false; wanted a table with width, color
    return text({}, {})
      outOfRange r.lua:1: text: text is a list of 0 texts; wanted a text of at most 10000 characters, or several such as "a ", { "b", color = "gold" }
    return text(string.rep('a', 10001))
      outOfRange r.lua:1: text: text is 10001 characters long; wanted a text of at most 10000 characters, or several such as "a ", { "b", color = "gold" }
    """##
}
