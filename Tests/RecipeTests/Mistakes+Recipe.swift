/// Mistakes of a recipe as a whole: its text, its params, canvas and parts, and what it may take.
extension Mistakes {
  static let recipe = ##"""
    -- nothing
      result r.lua: the recipe returns nothing; wanted a clip; end it with: return clip
    local a = 1
      result r.lua: the recipe returns nothing; wanted a clip; end it with: return clip
    return nil
      result r.lua: the recipe returns nothing; wanted a clip; end it with: return clip
    return 4
      result r.lua: the recipe returns the number 4; wanted a clip; end it with: return clip
    return 'a.mp4'
      result r.lua: the recipe returns the text "a.mp4"; wanted a clip; end it with: return clip
    return { video('a.mp4') }
      result r.lua: the recipe returns a table; wanted a clip; end it with: return clip
    return video
      result r.lua: the recipe returns a function; wanted a clip; end it with: return clip
    return video('a.mp4'), video('b.mp4')
      result r.lua: the recipe returns 2 values; join the clips with .. or stack(…)
    return 0/0
      runtime r.lua: result 1 is nan, not a finite number
    ⏎return text('a')
      noEnd r.lua:2: the recipe's clip has no end; give it one with :lasting(seconds)
    return solid('red')
      noEnd r.lua:1: the recipe's clip has no end; give it one with :lasting(seconds)
    return (
      syntax r.lua:1: unexpected symbol near <eof>
    local x⏎return x.y
      runtime r.lua:2: attempt to index a nil value (local 'x')
    error('no more')
      runtime r.lua:1: no more
    error({})
      runtime r.lua:1: the error value is a table, not a message
    return video('a.mp4'):trimm(1)
      unknownName r.lua:1: a clip has no "trimm"; did you mean "trim"?
    return video('a.mp4').lenght
      unknownName r.lua:1: a clip has no "lenght"; did you mean "height"?
    return video('a.mp4').trim(1, 2)
      wrongType r.lua:1: trim: the number 1 stands before it; wanted a clip; write clip:trim(…) with a colon
    return video('a.mp4'):duration()
      runtime r.lua:1: attempt to call a number value (method 'duration')
    return vidio('a.mp4')
      unknownName r.lua:1: there is no "vidio"; did you mean "video"?
    return trim(video('a.mp4'), 1, 2)
      unknownName r.lua:1: there is no "trim"; write clip:trim(…)
    return param.txt { 'a' }
      unknownName r.lua:1: param has no "txt"; did you mean "text"?
    return math.flor(1)
      unknownName r.lua:1: math has no "flor"; did you mean "floor"?
    return pirs({})
      unknownName r.lua:1: there is no "pirs"; did you mean "pairs"?
    return param { 'a' }
      runtime r.lua:1: attempt to call a table value (global 'param')
    local function f() return f() + 1 end f()
      limit r.lua:1: functions call one another too deeply. Is there a recursion without an end?
    local c = solid('red') for i = 1, 30 do c = stack(c, c) end return c:lasting(1)
      limit r.lua: more than 10000 clips show or sound at once; lay fewer over one another
    local c = text('a') for i = 1, 25 do c = c:layer(c, { from = 2 ^ -i }) end return c:lasting(9)
      limit r.lua: the recipe's clips are joined in more than 200000 places; join each clip once, in one sequence { … } or stack { … }
    local c, t = solid('red'):lasting(0.001), {} local s = c for i = 1, 2000 do s = s .. c t[i] = s:mute():opacity(0.5) end return stack(t)
      limit r.lua: the recipe's clips are joined in more than 200000 places; join each clip once, in one sequence { … } or stack { … }
    return param.number { 'a-b', default = 1 }
      param r.lua:1: param.number: "a-b" is no name for a param; use letters, digits and _
    return param.number { 'a', default = 1 } + param.number { 'a', default = 1 }
      param r.lua:1: param.number: there is a param "a" already; give each its own name
    return param.number { 'a' }
      missing r.lua:1: param.number: default is missing; wanted a number from -1000000000 to 1000000000
    return param.number { 'a', default = 3, max = 2 }
      param r.lua:1: param.number: default is 3; wanted at most 2
    return param.number { 'a', default = 1.5, step = 1 }
      param r.lua:1: param.number: default is 1.5; wanted a multiple of 1
    return param.number { 'a', default = 'x' }
      wrongType r.lua:1: param.number: default is the text "x"; wanted a number from -1000000000 to 1000000000
    return param.text { 'a', default = 'abc', max = 2 }
      param r.lua:1: param.text: default is "abc"; wanted at most 2 characters, not 3
    return param.toggle { 'a', default = 1 }
      wrongType r.lua:1: param.toggle: default is the number 1; wanted true or false
    return param.choice { 'a', default = 'x' }
      missing r.lua:1: param.choice: options is missing; wanted a list of texts, such as { "calm", "wild" }
    return param.choice { 'a', default = 'x', options = {} }
      outOfRange r.lua:1: param.choice: options is a list of 0; wanted a list of texts, such as { "calm", "wild" }
    return param.choice { 'a', default = 'x', options = { 'x', {} } }
      wrongType r.lua:1: param.choice: options[2] is a table; wanted a text of at most 200 characters
    return param.choice { 'a', default = 'x', options = { 'y', 'z' } }
      param r.lua:1: param.choice: default is "x"; wanted one of "y", "z"
    return param.color { 'a', default = 'blak' }
      outOfRange r.lua:1: param.color: default is "blak"; wanted a colour such as "#ff5f6d" or "tomato"; did you mean "black"?
    return param.seconds { 'a', default = -1 }
      outOfRange r.lua:1: param.seconds: default is -1 s; wanted seconds from 0 to 1000000, "1:02.5", or frames(n)
    return qqqqqqq
      unknownName r.lua:1: there is no "qqqqqqq"
    local v = video('a.mp4'); v.speed = 2; return v
      runtime r.lua:1: a clip cannot be changed; its methods give a new one
    return video('a.mp4') + video('b.mp4')
      runtime r.lua:1: attempt to perform arithmetic on a clip value
    canvas { width = 641, height = 361 } return solid('red'):lasting(1)
      canvas r.lua:1: canvas: 641x361 is odd; use 642x362: video shares colour between pixels
    canvas { width = 0 } return solid('red'):lasting(1)
      outOfRange r.lua:1: canvas: width is 0; wanted a whole number from 16 to 8192 px
    canvas { width = 100000 } return solid('red'):lasting(1)
      outOfRange r.lua:1: canvas: width is 100000; wanted a whole number from 16 to 8192 px
    canvas { fps = 0.5 } return solid('red'):lasting(1)
      outOfRange r.lua:1: canvas: fps is 0.5; wanted a number from 1 to 240 frames per second
    canvas {} canvas {} return solid('red'):lasting(1)
      canvas r.lua:1: canvas: it was said before; say it once
    local v = video('a.mp4') canvas {} return v
      canvas r.lua:1: canvas: it comes too late; say it before any clip and before frames(n)
    local f = frames(3) canvas {} return solid('red'):lasting(f)
      canvas r.lua:1: canvas: it comes too late; say it before any clip and before frames(n)
    canvas { light = 'linaer' }
      outOfRange r.lua:1: canvas: light is "linaer"; wanted one of "coded", "linear"; did you mean "linear"?
    canvas { background = 'blak' }
      outOfRange r.lua:1: canvas: background is "blak"; wanted a colour such as "#ff5f6d" or "tomato"; did you mean "black"?
    return video('a.mp4'):part('a b')
      part r.lua:1: part: "a b" is no name for a part; use letters, digits, - and _
    return video('a.mp4'):part('a') .. video('a.mp4'):part('a')
      part r.lua:1: part: there is a part "a" already; give each its own name
    return video('a.mp4'):part()
      missing r.lua:1: part: name is missing; wanted a text of at most 100 characters
    while true do end
      limit r.lua:1: the recipe does too much work; an evaluation has 100000000 units of work. Is there an endless loop?
    local t = {} while true do t[#t + 1] = {} end
      limit r.lua:1: a table grew too large; its memory may have 1048576 bytes
    local s = 'x' while true do s = s .. s end
      limit r.lua:1: a string grew too long; it may have 262144 bytes
    local t = {} for i = 1, 40 do t = { t } end return text(t)
      runtime r.lua:1: a table is nested more than 32 deep, or holds itself
    for i = 1, 100001 do solid('red') end
      limit r.lua:1: solid: the recipe makes more than 50000 clips; make fewer
    local c = solid('red') for i = 1, 501 do c = c:opacity(0.5) end return c:lasting(1)
      limit r.lua:1: opacity: clips are nested deeper than 500; use sequence { … } or stack { … } on a list
    """##
}
