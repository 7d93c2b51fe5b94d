#include "worker.h"

/// Values to messages and back. Only data, handles and functions cross; a recipe's functions go by number.

enum { DEPTH = 32 };

static void write_value(lua_State *L, int index, int depth);

static void write_number_value(lua_State *L, int index) {
  port *p = &worker_of(L)->port;
  if (lua_isinteger(L, index)) {
    put_8(p, VALUE_INTEGER);
    put_64(p, (uint64_t)lua_tointeger(L, index));
  } else {
    put_8(p, VALUE_NUMBER);
    put_double(p, lua_tonumber(L, index));
  }
}

static void write_string(lua_State *L, int index) {
  size_t length;
  const char *text = lua_tolstring(L, index, &length);
  charge(worker_of(L), length / FUEL_BYTES);
  put_8(&worker_of(L)->port, VALUE_STRING);
  put_text(&worker_of(L)->port, text, length);
}

/// Writes values 1, 2, ... up to the first nil; returns how many.
static lua_Integer write_array(lua_State *L, int index, int depth) {
  port *p = &worker_of(L)->port;
  size_t at = p->out_length;
  lua_Integer count = 0;
  put_32(p, 0);
  while (lua_rawgeti(L, index, count + 1) != LUA_TNIL) {
    write_value(L, lua_gettop(L), depth);
    lua_pop(L, 1);
    count++;
  }
  lua_pop(L, 1);
  patch_32(p, at, (uint32_t)count);
  return count;
}

static void write_table(lua_State *L, int index, int depth) {
  port *p = &worker_of(L)->port;
  if (depth == DEPTH) raise_error(L, "a table is nested more than %d deep, or holds itself", DEPTH);
  luaL_checkstack(L, 8, "too many nested tables");
  put_8(p, VALUE_TABLE);
  lua_Integer array = write_array(L, index, depth + 1);
  lua_Integer fields = push_ordered_keys(L, index, array);
  int keys = lua_gettop(L);
  put_32(p, (uint32_t)fields);
  for (lua_Integer i = 1; i <= fields; i++) {
    lua_rawgeti(L, keys, i);
    write_value(L, keys + 1, depth + 1);
    lua_rawget(L, index);
    write_value(L, keys + 1, depth + 1);
    lua_pop(L, 1);
  }
  lua_pop(L, 1);
}

static void write_handle(lua_State *L, int index) {
  port *p = &worker_of(L)->port;
  const handle *h = to_handle(L, index);
  if (!h || h->kind == KIND_RANDOM) {
    raise_error(L, "a %s cannot be given here", type_word(L, index));
    return;
  }
  put_8(p, VALUE_HANDLE);
  put_16(p, h->kind);
  put_32(p, h->number);
}

static uint32_t line_of_function(lua_State *L, int index) {
  lua_Debug about;
  lua_pushvalue(L, index);
  lua_getinfo(L, ">S", &about);
  return about.linedefined > 0 ? (uint32_t)about.linedefined : 0;
}

static void write_function(lua_State *L, int index) {
  worker *w = worker_of(L);
  lua_rawgeti(L, LUA_REGISTRYINDEX, SLOT_FUNCTION_NUMBERS);
  lua_pushvalue(L, index);
  if (lua_rawget(L, -2) == LUA_TNIL) {
    lua_pop(L, 1);
    lua_pushinteger(L, ++w->functions);
    lua_pushvalue(L, index);
    lua_pushvalue(L, -2);
    lua_rawset(L, -4);
    lua_rawgeti(L, LUA_REGISTRYINDEX, SLOT_FUNCTIONS);
    lua_pushvalue(L, index);
    lua_rawseti(L, -2, w->functions);
    lua_pop(L, 1);
  }
  put_8(&w->port, VALUE_FUNCTION);
  put_32(&w->port, (uint32_t)lua_tointeger(L, -1));
  put_32(&w->port, line_of_function(L, index));
  lua_pop(L, 2);
}

/// The index is absolute.
static void write_value(lua_State *L, int index, int depth) {
  worker *w = worker_of(L);
  charge(w, 1);
  // Checked at each value, so that a table of tables that all are one ends where the message is full.
  if (w->port.bad) raise_error(L, "too much data for one message; at most %zu bytes can be given", w->port.capacity);
  switch (lua_type(L, index)) {
    case LUA_TNIL: put_8(&w->port, VALUE_NIL); break;
    case LUA_TBOOLEAN: put_8(&w->port, lua_toboolean(L, index) ? VALUE_TRUE : VALUE_FALSE); break;
    case LUA_TNUMBER: write_number_value(L, index); break;
    case LUA_TSTRING: write_string(L, index); break;
    case LUA_TTABLE: write_table(L, index, depth); break;
    case LUA_TUSERDATA: write_handle(L, index); break;
    case LUA_TFUNCTION: write_function(L, index); break;
    default: raise_error(L, "a %s cannot be given here", type_word(L, index));
  }
}

void write_values(lua_State *L, int first) {
  port *p = &worker_of(L)->port;
  int last = lua_gettop(L);
  put_32(p, (uint32_t)(last - first + 1));
  for (int i = first; i <= last; i++) write_value(L, i, 0);
  if (p->bad) raise_error(L, "too much data for one message; at most %zu bytes can be given", p->capacity);
}

static void read_value(lua_State *L, int depth);

static void read_table(lua_State *L, int depth) {
  port *p = &worker_of(L)->port;
  if (depth == DEPTH) p->bad = true;
  luaL_checkstack(L, 4, "too many nested tables");
  lua_newtable(L);
  uint32_t count = get_32(p);
  for (uint32_t i = 1; i <= count && !p->bad; i++) {
    read_value(L, depth + 1);
    lua_rawseti(L, -2, i);
  }
  count = get_32(p);
  for (uint32_t i = 0; i < count && !p->bad; i++) {
    read_value(L, depth + 1);
    read_value(L, depth + 1);
    bool is_key = lua_type(L, -2) == LUA_TSTRING || lua_type(L, -2) == LUA_TBOOLEAN || lua_isinteger(L, -2) ||
                  (lua_type(L, -2) == LUA_TNUMBER && lua_tonumber(L, -2) == lua_tonumber(L, -2));
    if (is_key) lua_rawset(L, -3);
    else lua_pop(L, 2), p->bad = true;
  }
}

static void read_string(lua_State *L) {
  worker *w = worker_of(L);
  size_t length;
  const char *text = get_text(&w->port, &length);
  lua_pushlstring(L, text, length);
}

/// Pushes one value, and nil where the message is bad.
static void read_value(lua_State *L, int depth) {
  port *p = &worker_of(L)->port;
  switch (get_8(p)) {
    case VALUE_NIL: lua_pushnil(L); break;
    case VALUE_FALSE: lua_pushboolean(L, 0); break;
    case VALUE_TRUE: lua_pushboolean(L, 1); break;
    case VALUE_INTEGER: lua_pushinteger(L, (lua_Integer)get_64(p)); break;
    case VALUE_NUMBER: lua_pushnumber(L, get_double(p)); break;
    case VALUE_STRING: read_string(L); break;
    case VALUE_TABLE: read_table(L, depth); break;
    case VALUE_HANDLE: {
      uint16_t kind = get_16(p);
      push_handle(L, kind, get_32(p));
      break;
    }
    case VALUE_FUNCTION:
      lua_rawgeti(L, LUA_REGISTRYINDEX, SLOT_FUNCTIONS);
      lua_rawgeti(L, -1, get_32(p));
      lua_remove(L, -2);
      get_32(p);
      break;
    default: p->bad = true; lua_pushnil(L);
  }
}

int read_values(lua_State *L) {
  worker *w = worker_of(L);
  uint32_t count = get_32(&w->port);
  if (count > w->port.capacity || !lua_checkstack(L, (int)count + 8)) trip(w, GONE);
  for (uint32_t i = 0; i < count && !w->port.bad; i++) read_value(L, 0);
  if (w->port.bad || w->port.in_next != w->port.in_length) trip(w, GONE);
  return (int)count;
}
