#include "worker.h"
#include <math.h>
#include <string.h>

const char *type_word(lua_State *L, int index) {
  if (lua_type(L, index) == LUA_TUSERDATA && luaL_getmetafield(L, index, "__name") == LUA_TSTRING) {
    const char *name = lua_tostring(L, -1);
    lua_pop(L, 1);  // The metatable keeps it.
    return name;
  }
  return luaL_typename(L, index);
}

const char *push_text(lua_State *L, int index, size_t *length) {
  switch (lua_type(L, index)) {
    case LUA_TSTRING: lua_pushvalue(L, index); break;
    case LUA_TBOOLEAN: lua_pushstring(L, lua_toboolean(L, index) ? "true" : "false"); break;
    case LUA_TNUMBER: {
      // Processors differ in the sign of 0/0.
      bool is_nan = isnan(lua_tonumber(L, index));
      if (is_nan) lua_pushstring(L, "nan");
      else lua_pushvalue(L, index);
      break;
    }
    default: lua_pushstring(L, type_word(L, index));
  }
  return lua_tolstring(L, -1, length);
}

void reserve_results(lua_State *L, uint64_t count) {
  if (count > STACK_SLOTS / 2 || !lua_checkstack(L, (int)count)) raise_error(L, "too many results");
  charge(worker_of(L), count);
}

static int base_assert(lua_State *L) {
  luaL_checkany(L, 1);
  if (lua_toboolean(L, 1)) return lua_gettop(L);
  if (lua_gettop(L) == 1) return raise_error(L, "assertion failed!");
  lua_settop(L, 2);
  return lua_error(L);
}

static int base_error(lua_State *L) {
  lua_Integer level = luaL_optinteger(L, 2, 1);
  lua_settop(L, 1);
  if (lua_type(L, 1) == LUA_TSTRING && level > 0 && level < INT32_MAX) {
    luaL_where(L, (int)level);
    lua_pushvalue(L, 1);
    lua_concat(L, 2);
  }
  return lua_error(L);
}

static int ipairs_step(lua_State *L) {
  charge(worker_of(L), 1);
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_Integer i = (lua_Integer)((lua_Unsigned)luaL_checkinteger(L, 2) + 1);
  lua_pushinteger(L, i);
  return lua_rawgeti(L, 1, i) == LUA_TNIL ? 1 : 2;
}

static int base_ipairs(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_pushvalue(L, 1);
  lua_pushinteger(L, 0);
  return 3;
}

/// Upvalues: the table, its keys in order, the place of the last key given.
static int pairs_step(lua_State *L) {
  lua_Integer at = lua_tointeger(L, lua_upvalueindex(3));
  for (;;) {
    charge(worker_of(L), 1);
    lua_settop(L, 0);
    if (lua_rawgeti(L, lua_upvalueindex(2), ++at) == LUA_TNIL) return 1;
    lua_pushvalue(L, 1);
    // A key whose value was taken away meanwhile is passed over.
    if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL) break;
  }
  lua_pushinteger(L, at);
  lua_replace(L, lua_upvalueindex(3));
  return 2;
}

static int base_pairs(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_settop(L, 1);
  lua_pushvalue(L, 1);
  push_ordered_keys(L, 1, 0);
  lua_pushinteger(L, 0);
  lua_pushcclosure(L, pairs_step, 3);
  lua_insert(L, 1);
  lua_pushnil(L);
  return 3;
}

/// How many calls are under way, up to twice as many. Lua has walked them all when an error is caught.
static uint64_t depth(lua_State *L) {
  lua_Debug frame;
  int level = 16;
  while (lua_getstack(L, level, &frame)) level *= 2;
  return (uint64_t)level;
}

static int base_pcall(lua_State *L) {
  luaL_checkany(L, 1);
  lua_pushboolean(L, 1);
  lua_insert(L, 1);
  if (lua_pcall(L, lua_gettop(L) - 2, LUA_MULTRET, 0) == LUA_OK) return lua_gettop(L);
  charge(worker_of(L), FUEL_ERROR + depth(L));
  lua_pushboolean(L, 0);
  lua_insert(L, -2);
  return 2;
}

/// Hands the call to a handle whose kind chooses in its own way.
static int select_by_handle(lua_State *L) {
  lua_insert(L, 1);
  lua_call(L, lua_gettop(L) - 1, 1);
  return 1;
}

static int base_select(lua_State *L) {
  if (lua_type(L, 1) == LUA_TUSERDATA && luaL_getmetafield(L, 1, "__select")) return select_by_handle(L);
  int count = lua_gettop(L) - 1;
  if (lua_type(L, 1) == LUA_TSTRING && strcmp(lua_tostring(L, 1), "#") == 0) return lua_pushinteger(L, count), 1;
  lua_Integer n = luaL_checkinteger(L, 1);
  if (n < 0) n = count + n + 1;
  luaL_argcheck(L, n >= 1, 1, "index out of range");
  return n > count ? 0 : count - (int)n + 1;
}

static int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return 36;
}

/// An integer in any base up to 36, wrapping around as Lua's do; false if the text is none.
static bool parse_integer(const char *text, size_t length, lua_Integer base, lua_Integer *result) {
  static const char *const spaces = " \f\n\r\t\v";
  const char *at = text, *end = text + length;
  while (at < end && *at && strchr(spaces, *at)) at++;
  while (end > at && end[-1] && strchr(spaces, end[-1])) end--;
  bool negative = at < end && *at == '-';
  if (at < end && (*at == '-' || *at == '+')) at++;
  if (at == end) return false;
  lua_Unsigned value = 0;
  for (; at < end; at++) {
    int digit = digit_of(*at);
    if (digit >= base) return false;
    value = value * (lua_Unsigned)base + (lua_Unsigned)digit;
  }
  *result = (lua_Integer)(negative ? 0 - value : value);
  return true;
}

static int to_number_in_base(lua_State *L) {
  size_t length;
  lua_Integer base = luaL_checkinteger(L, 2), result;
  luaL_checktype(L, 1, LUA_TSTRING);
  luaL_argcheck(L, base >= 2 && base <= 36, 2, "base out of range");
  const char *text = lua_tolstring(L, 1, &length);
  charge(worker_of(L), length / FUEL_BYTES);
  if (parse_integer(text, length, base, &result)) lua_pushinteger(L, result);
  else lua_pushnil(L);
  return 1;
}

static int base_tonumber(lua_State *L) {
  if (!lua_isnoneornil(L, 2)) return to_number_in_base(L);
  luaL_checkany(L, 1);
  size_t length;
  const char *text = lua_type(L, 1) == LUA_TSTRING ? lua_tolstring(L, 1, &length) : NULL;
  if (lua_type(L, 1) == LUA_TNUMBER) return lua_settop(L, 1), 1;
  if (text) charge(worker_of(L), length);
  if (text && lua_stringtonumber(L, text) == length + 1) return 1;
  lua_pushnil(L);
  return 1;
}

static int base_tostring(lua_State *L) {
  luaL_checkany(L, 1);
  push_text(L, 1, NULL);
  if (lua_type(L, -1) == LUA_TNUMBER) lua_tostring(L, -1);
  return 1;
}

static int base_type(lua_State *L) {
  luaL_checkany(L, 1);
  lua_pushstring(L, type_word(L, 1));
  return 1;
}

void open_base(lua_State *L) {
  static const entry functions[] = {
    {"assert", base_assert}, {"error", base_error},       {"pairs", base_pairs},       {"pcall", base_pcall},
    {"select", base_select}, {"tonumber", base_tonumber}, {"tostring", base_tostring}, {"type", base_type},
  };
  add_functions(L, functions, sizeof functions / sizeof *functions);
  lua_pushboolean(L, 1);
  lua_pushcclosure(L, ipairs_step, 1);
  lua_pushcclosure(L, base_ipairs, 1);
  lua_setfield(L, -2, "ipairs");
  lua_pushstring(L, LUA_VERSION);
  lua_setfield(L, -2, "_VERSION");
}
