#include "worker.h"

/// The environment, from nothing: what is not put here does not exist for a recipe.

void add_functions(lua_State *L, const entry *entries, unsigned count) {
  for (unsigned i = 0; i < count; i++) {
    lua_pushstring(L, entries[i].name);
    lua_pushboolean(L, 1);
    lua_pushcclosure(L, entries[i].function, 1);
    lua_rawset(L, -3);
  }
}

/// Upvalue: the owner's name, empty for the globals.
static int missing(lua_State *L) {
  if (lua_type(L, 2) != LUA_TSTRING) return 0;
  return ask_unknown(L, lua_tostring(L, 2), lua_tostring(L, lua_upvalueindex(1)));
}

void guard_library(lua_State *L, const char *name) {
  lua_createtable(L, 0, 1);
  lua_pushstring(L, name);
  lua_pushcclosure(L, missing, 1);
  lua_setfield(L, -2, "__index");
  lua_setmetatable(L, -2);
}

static void add_library(lua_State *L, const char *name, void (*open)(lua_State *)) {
  lua_pushstring(L, name);
  lua_newtable(L);
  open(L);
  guard_library(L, name);
  lua_rawset(L, -3);
}

void open_environment(lua_State *L) {
  open_base(L);
  open_random(L);
  add_library(L, "string", open_string);
  add_library(L, "table", open_table);
  add_library(L, "math", open_math);
  add_library(L, "utf8", open_utf8);
  guard_library(L, "");
}
