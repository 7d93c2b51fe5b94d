/// What stands before every chunk, on its first line, so that lines keep their numbers.
enum Preface {
  /// What `all.lua` sets for all files, and stand-ins for what they all use: nothing is printed, no garbage is collected,
  /// and `load` is the host's. `undef` is what the suite writes for nil; `T` would be a library for testing liblua's inside.
  static let text =
    "_soft, _port, _nomsg = true, false, true local T, undef "
    + "local function print() end local function collectgarbage() return 0 end "
    + "local function settle(problem, ...) if problem then error(problem, 0) end return ... end "
    + "local function load(text, name) local problem = check(text, name) if problem then return nil, problem end "
    + "return function() return settle(evaluate(text, name)) end end "
}
