#include "worker.h"
#include <string.h>

/// What the host's vocabulary becomes: functions, functions in a namespace, and kinds of opaque handles.
///
/// A method, a property and an operator are the same thing: a closure over the name of an operation of the host.
/// Metatables are locked, and nothing in the environment makes or reads userdata, so a handle cannot be forged.

/// Operators by their bit in a kind's set, and how many operands each hands on.
static const struct { const char *event; int operands; } operators[OPERATOR_COUNT] = {
  {"__concat", 2}, {"__call", 0}, {"__add", 2}, {"__sub", 2}, {"__mul", 2}, {"__div", 2},
  {"__unm", 1},    {"__len", 1},  {"__index", 2}, {"__mod", 2}, {"__pow", 2}, {"__idiv", 2},
  {"__eq", 2},     {"__lt", 2},   {"__le", 2},    {"__select", 0},
};

static void write_call(lua_State *L) {
  worker *w = worker_of(L);
  size_t length;
  const char *operation = lua_tolstring(L, lua_upvalueindex(1), &length);
  charge(w, FUEL_CALL);
  begin_message(w, WORKER_CALL);
  put_text(&w->port, operation, length);
  put_32(&w->port, (uint32_t)current_line(L));
  write_values(L, 1);
}

/// Upvalues: the operation, and how many arguments it takes at the most (0: any number).
static int call_host(lua_State *L) {
  lua_Integer operands = lua_tointeger(L, lua_upvalueindex(2));
  if (operands > 0) lua_settop(L, (int)operands);
  write_call(L);
  return await_reply(L);
}

static void push_operation(lua_State *L, const char *operation, int operands) {
  lua_pushstring(L, operation);
  lua_pushinteger(L, operands);
  lua_pushcclosure(L, call_host, 2);
}

const handle *to_handle(lua_State *L, int index) { return lua_touserdata(L, index); }

/// The same number always gives the same userdata, so `==` and table keys go by identity.
void push_handle(lua_State *L, uint16_t kind, uint32_t number) {
  lua_rawgeti(L, LUA_REGISTRYINDEX, SLOT_KINDS);
  if (lua_rawgeti(L, -1, (lua_Integer)kind + 1) != LUA_TTABLE) trip(worker_of(L), GONE);
  lua_getfield(L, -1, "instances");
  if (lua_rawgeti(L, -1, number) == LUA_TNIL) {
    lua_pop(L, 1);
    handle *h = lua_newuserdatauv(L, sizeof *h, 0);
    *h = (handle){kind, number};
    lua_pushvalue(L, -3);
    lua_setmetatable(L, -2);
    lua_pushvalue(L, -1);
    lua_rawseti(L, -3, number);
  }
  lua_insert(L, -4);
  lua_pop(L, 3);
}

/// Upvalues: methods, properties, the kind's name.
static int index_handle(lua_State *L) {
  const char *kind = lua_tostring(L, lua_upvalueindex(3));
  if (lua_type(L, 2) != LUA_TSTRING) return raise_error(L, "a %s has no element [%s]", kind, push_text(L, 2, NULL));
  lua_pushvalue(L, 2);
  if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL) return 1;
  lua_pushvalue(L, 2);
  if (lua_rawget(L, lua_upvalueindex(2)) == LUA_TNIL) return ask_unknown(L, lua_tostring(L, 2), kind);
  lua_pushvalue(L, 1);
  lua_call(L, 1, 1);
  return 1;
}

static int refuse_assignment(lua_State *L) {
  return raise_error(L, "a %s cannot be changed; its methods give a new one", type_word(L, 1));
}

static const char *read_name(lua_State *L) {
  worker *w = worker_of(L);
  size_t length;
  const char *text = get_text(&w->port, &length);
  if (w->port.bad) trip(w, GONE);
  return lua_pushlstring(L, text, length);
}

/// Fills the table on top with closures for `count` names of the message, called `kind` + `separator` + name.
static void add_operations(lua_State *L, const char *kind, const char *separator, int operands) {
  worker *w = worker_of(L);
  uint32_t count = get_32(&w->port);
  for (uint32_t i = 0; i < count; i++) {
    const char *name = read_name(L);
    const char *operation = lua_pushfstring(L, "%s%s%s", kind, separator, name);
    push_operation(L, operation, operands);
    lua_remove(L, -2);
    lua_rawset(L, -3);
  }
}

/// Fills the metatable on top.
static void add_operators(lua_State *L, const char *kind, uint16_t set) {
  for (int i = 0; i < OPERATOR_COUNT; i++) {
    if (!(set >> i & 1)) continue;
    const char *operation = lua_pushfstring(L, "%s:%s", kind, operators[i].event);
    push_operation(L, operation, operators[i].operands);
    lua_setfield(L, -3, operators[i].event);
    lua_pop(L, 1);
  }
}

/// Pushes the metatable of the kind that the message describes next.
static void read_kind(lua_State *L) {
  lua_newtable(L);
  const char *kind = read_name(L);
  lua_setfield(L, -2, "__name");
  lua_newtable(L);
  add_operations(L, kind, ":", 0);
  lua_newtable(L);
  add_operations(L, kind, ".", 1);
  lua_pushstring(L, kind);
  lua_pushcclosure(L, index_handle, 3);
  lua_setfield(L, -2, "__index");
  lua_pushcclosure(L, refuse_assignment, 0);
  lua_setfield(L, -2, "__newindex");
  add_operators(L, kind, get_16(&worker_of(L)->port));
  lua_newtable(L);
  lua_setfield(L, -2, "instances");
}

static void read_kinds(lua_State *L) {
  worker *w = worker_of(L);
  uint16_t count = get_16(&w->port);
  lua_newtable(L);
  for (lua_Integer i = 1; i <= count; i++) {
    read_kind(L);
    lua_rawseti(L, -2, i);
  }
  lua_rawseti(L, LUA_REGISTRYINDEX, SLOT_KINDS);
}

/// Pushes the table of a namespace; the environment is on top.
static void push_namespace(lua_State *L, const char *name, size_t length) {
  lua_pushlstring(L, name, length);
  lua_pushvalue(L, -1);
  if (lua_rawget(L, -3) != LUA_TTABLE) {
    lua_pop(L, 1);
    lua_newtable(L);
    guard_library(L, lua_tostring(L, -2));
    lua_pushvalue(L, -2);
    lua_pushvalue(L, -2);
    lua_rawset(L, -5);
  }
  lua_remove(L, -2);
}

static void read_functions(lua_State *L) {
  uint32_t count = get_32(&worker_of(L)->port);
  for (uint32_t i = 0; i < count; i++) {
    const char *name = read_name(L), *dot = strchr(name, '.');
    lua_insert(L, -2);
    if (dot) push_namespace(L, name, (size_t)(dot - name));
    else lua_pushvalue(L, -1);
    lua_pushstring(L, dot ? dot + 1 : name);
    push_operation(L, name, 0);
    lua_rawset(L, -3);
    lua_pop(L, 1);
    lua_remove(L, -2);
  }
}

void open_vocabulary(lua_State *L) {
  read_functions(L);
  read_kinds(L);
  if (worker_of(L)->port.bad) trip(worker_of(L), GONE);
}
