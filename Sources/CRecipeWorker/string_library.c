#include "string_library.h"
#include "buffer.h"
#include <limits.h>
#include <string.h>

/// The string library, but for dump, pack and unpack.

static int string_len(lua_State *L) {
  size_t length;
  luaL_checklstring(L, 1, &length);
  lua_pushinteger(L, (lua_Integer)length);
  return 1;
}

/// The bytes `from` to `to` (Lua's positions, negative from the end) as a range inside the text; empty if they cross.
static size_t clamp_range(lua_Integer from, lua_Integer to, size_t length, size_t *start) {
  lua_Integer n = (lua_Integer)length;
  if (from < 0) from = from < -n ? 1 : n + from + 1;
  if (from == 0) from = 1;
  if (to < 0) to = to < -n ? 0 : n + to + 1;
  if (to > n) to = n;
  *start = from > to ? 0 : (size_t)from - 1;
  return from > to ? 0 : (size_t)(to - from + 1);
}

static int string_sub(lua_State *L) {
  size_t length, start;
  const char *text = luaL_checklstring(L, 1, &length);
  size_t count = clamp_range(luaL_checkinteger(L, 2), luaL_optinteger(L, 3, -1), length, &start);
  lua_pushlstring(L, text + start, count);
  return 1;
}

static int string_byte(lua_State *L) {
  size_t length, start;
  const char *text = luaL_checklstring(L, 1, &length);
  lua_Integer from = luaL_optinteger(L, 2, 1);
  size_t count = clamp_range(from, luaL_optinteger(L, 3, from), length, &start);
  reserve_results(L, count);
  for (size_t i = 0; i < count; i++) lua_pushinteger(L, (unsigned char)text[start + i]);
  return (int)count;
}

static int string_char(lua_State *L) {
  int count = lua_gettop(L);
  buffer b = {0};
  for (int i = 1; i <= count; i++) {
    lua_Integer value = luaL_checkinteger(L, i);
    luaL_argcheck(L, value >= 0 && value <= UCHAR_MAX, i, "value out of range");
    buffer_add(L, &b, (char[]){(char)value}, 1);
  }
  charge(worker_of(L), (uint64_t)count);
  buffer_push(L, &b);
  return 1;
}

/// Pushes the text at 1 with its bytes changed by `change`, which gets the text, its length and a position.
static int map_bytes(lua_State *L, char (*change)(const char *, size_t, size_t)) {
  size_t length;
  const char *text = luaL_checklstring(L, 1, &length);
  charge(worker_of(L), length);
  char *bytes = take(worker_of(L), length);
  for (size_t i = 0; i < length; i++) bytes[i] = change(text, length, i);
  lua_pushlstring(L, bytes, length);
  release(worker_of(L), bytes, length);
  return 1;
}

static char lower(const char *text, size_t length, size_t i) {
  (void)length;
  return text[i] >= 'A' && text[i] <= 'Z' ? (char)(text[i] + 32) : text[i];
}

static char upper(const char *text, size_t length, size_t i) {
  (void)length;
  return text[i] >= 'a' && text[i] <= 'z' ? (char)(text[i] - 32) : text[i];
}

static char from_the_end(const char *text, size_t length, size_t i) { return text[length - 1 - i]; }

static int string_lower(lua_State *L) { return map_bytes(L, lower); }
static int string_upper(lua_State *L) { return map_bytes(L, upper); }
static int string_reverse(lua_State *L) { return map_bytes(L, from_the_end); }

static int string_rep(lua_State *L) {
  size_t length, gap;
  const char *text = luaL_checklstring(L, 1, &length);
  lua_Integer count = luaL_checkinteger(L, 2);
  const char *separator = luaL_optlstring(L, 3, "", &gap);
  if (count <= 0 || length + gap == 0) return lua_pushliteral(L, ""), 1;
  size_t most = SIZE_MAX / (length + gap);
  size_t total = (lua_Unsigned)count > most ? SIZE_MAX : (size_t)count * (length + gap) - gap;
  check_length(L, total);
  charge(worker_of(L), (uint64_t)count);
  buffer b = {0};
  for (lua_Integer i = 0; i < count; i++) {
    if (i > 0) buffer_add(L, &b, separator, gap);
    buffer_add(L, &b, text, length);
  }
  buffer_push(L, &b);
  return 1;
}

/// `("x"):upper()` finds the library; a recipe cannot reach the metatable.
static void add_metatable(lua_State *L) {
  lua_pushliteral(L, "");
  lua_newtable(L);
  lua_pushvalue(L, -3);
  lua_setfield(L, -2, "__index");
  add_string_arithmetic(L);
  lua_setmetatable(L, -2);
  lua_pop(L, 1);
}

void open_string(lua_State *L) {
  static const entry functions[] = {
    {"byte", string_byte},     {"char", string_char}, {"find", string_find},       {"format", string_format},
    {"gmatch", string_gmatch}, {"gsub", string_gsub}, {"len", string_len},         {"lower", string_lower},
    {"match", string_match},   {"rep", string_rep},   {"reverse", string_reverse}, {"sub", string_sub},
    {"upper", string_upper},
  };
  add_functions(L, functions, sizeof functions / sizeof *functions);
  add_metatable(L);
}
