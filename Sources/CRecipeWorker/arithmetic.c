#include "string_library.h"

/// Arithmetic on strings that are numbers, which Lua 5.4 leaves to its string library.

static const struct { const char *event; int operation; } events[] = {
  {"__add", LUA_OPADD}, {"__sub", LUA_OPSUB}, {"__mul", LUA_OPMUL}, {"__mod", LUA_OPMOD},
  {"__pow", LUA_OPPOW}, {"__div", LUA_OPDIV}, {"__idiv", LUA_OPIDIV}, {"__unm", LUA_OPUNM},
};

static bool push_number(lua_State *L, int index) {
  if (lua_type(L, index) == LUA_TNUMBER) return lua_pushvalue(L, index), true;
  size_t length;
  const char *text = lua_type(L, index) == LUA_TSTRING ? lua_tolstring(L, index, &length) : NULL;
  if (text) charge(worker_of(L), length);
  return text && lua_stringtonumber(L, text) == length + 1;
}

/// Hands the operation to the other operand if it is a handle whose kind has it. Strings come first in Lua's search.
static int try_other(lua_State *L, const char *event) {
  lua_settop(L, 2);
  if (lua_type(L, 2) == LUA_TSTRING || !luaL_getmetafield(L, 2, event))
    return raise_error(L, "attempt to perform arithmetic on a %s and a %s", type_word(L, 1), type_word(L, 2));
  lua_insert(L, 1);
  lua_call(L, 2, 1);
  return 1;
}

/// Upvalue: the place in `events`.
static int arithmetic(lua_State *L) {
  lua_Integer which = lua_tointeger(L, lua_upvalueindex(1));
  if (!push_number(L, 1) || !push_number(L, 2)) return try_other(L, events[which].event);
  if (events[which].operation == LUA_OPUNM) lua_pop(L, 1);
  lua_arith(L, events[which].operation);
  return 1;
}

void add_string_arithmetic(lua_State *L) {
  for (unsigned i = 0; i < sizeof events / sizeof *events; i++) {
    lua_pushinteger(L, i);
    lua_pushcclosure(L, arithmetic, 1);
    lua_setfield(L, -2, events[i].event);
  }
}
