#include "worker.h"
#include <lualib.h>

/// liblua's own utf8 library, each function behind one that charges for the text it gets.

/// Upvalue: the function.
static int charged(lua_State *L) {
  size_t length = 0;
  if (lua_type(L, 1) == LUA_TSTRING) lua_tolstring(L, 1, &length);
  charge(worker_of(L), length + (uint64_t)lua_gettop(L));
  lua_pushvalue(L, lua_upvalueindex(1));
  lua_insert(L, 1);
  lua_call(L, lua_gettop(L) - 1, LUA_MULTRET);
  return lua_gettop(L);
}

void open_utf8(lua_State *L) {
  lua_pushcfunction(L, luaopen_utf8);
  lua_call(L, 0, 1);
  for (lua_pushnil(L); lua_next(L, -2); lua_pop(L, 1)) {
    lua_pushvalue(L, -2);
    lua_pushvalue(L, -2);
    if (lua_type(L, -1) == LUA_TFUNCTION) lua_pushcclosure(L, charged, 1);
    lua_rawset(L, -6);
  }
  lua_pop(L, 1);
}
