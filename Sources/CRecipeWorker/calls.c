#include "worker.h"
#include <math.h>
#include <string.h>

enum { NESTING = 24, COMPONENTS = 4, SAMPLES = 65536 };

void begin_message(worker *w, uint8_t type) {
  port_begin(&w->port, type);
  put_64(&w->port, 0);
  put_64(&w->port, 0);
}

bool send_message(worker *w) {
  patch_64(&w->port, 1, w->fuel_used);
  patch_64(&w->port, 9, arena_used(&w->arena));
  return port_send(&w->port);
}

uint8_t exchange(worker *w) {
  uint8_t type = send_message(w) ? port_receive(&w->port) : 0;
  if (type == 0) trip(w, GONE);
  return type;
}

static void push_function(lua_State *L, uint32_t number) {
  lua_rawgeti(L, LUA_REGISTRYINDEX, SLOT_FUNCTIONS);
  if (lua_rawgeti(L, -1, number) != LUA_TFUNCTION) trip(worker_of(L), GONE);
  lua_remove(L, -2);
}

static int invoke(lua_State *L) {
  worker *w = worker_of(L);
  charge(w, FUEL_FUNCTION);
  push_function(L, get_32(&w->port));
  lua_call(L, read_values(L), LUA_MULTRET);
  begin_message(w, WORKER_RESULTS);
  write_values(L, 1);
  return 0;
}

/// Spreads a table, the only result, over the stack: `return { x, y }` is as good as `return x, y`.
static void spread(lua_State *L, int first) {
  if (lua_gettop(L) != first || lua_type(L, first) != LUA_TTABLE) return;
  luaL_checkstack(L, COMPONENTS + 1, "too many samples");
  for (int i = 1; i <= COMPONENTS + 1 && lua_rawgeti(L, first, i) != LUA_TNIL; i++) continue;
  if (lua_isnil(L, -1)) lua_pop(L, 1);
  lua_remove(L, first);
}

static int refuse_sample(lua_State *L, double t, int index) {
  const char *came = index <= lua_gettop(L) ? push_text(L, index, NULL) : "nothing";
  return raise_error(L, "at t = %.14g the function gave %s; it must give 1 to %d finite numbers", t, came, COMPONENTS);
}

/// Calls the function, which is at 1, and stores what it gives; returns how many numbers that were.
static int sample_once(lua_State *L, double t, double *into) {
  charge(worker_of(L), FUEL_FUNCTION);
  lua_pushvalue(L, 1);
  lua_pushnumber(L, t);
  lua_call(L, 1, LUA_MULTRET);
  spread(L, 2);
  int count = lua_gettop(L) - 1;
  if (count < 1) refuse_sample(L, t, 2);
  if (count > COMPONENTS)
    raise_error(L, "at t = %.14g the function gave %d values; it must give 1 to %d", t, count, COMPONENTS);
  for (int i = 0; i < count; i++) {
    bool is_number = lua_type(L, 2 + i) == LUA_TNUMBER;
    into[i] = lua_tonumber(L, 2 + i);
    if (!is_number || !isfinite(into[i])) refuse_sample(L, t, 2 + i);
  }
  lua_settop(L, 1);
  return count;
}

static int sample(lua_State *L) {
#pragma STDC FP_CONTRACT OFF
  worker *w = worker_of(L);
  push_function(L, get_32(&w->port));
  double start = get_double(&w->port), step = get_double(&w->port);
  uint32_t first = get_32(&w->port), count = get_32(&w->port);
  if (w->port.bad || count > SAMPLES) trip(w, GONE);
  // Kept aside while the function runs, because it may call the host through the same buffer.
  double *numbers = take(w, (count + 1) * COMPONENTS * sizeof *numbers);
  int components = 0;
  for (uint32_t i = 0; i < count; i++) {
    double t = start + ((double)first + (double)i) * step;
    int came = sample_once(L, t, numbers + (size_t)i * (size_t)components);
    if (components && came != components)
      raise_error(L, "at t = %.14g the function gave %d numbers, before that %d", t, came, components);
    components = came;
  }
  begin_message(w, WORKER_SAMPLES);
  put_8(&w->port, (uint8_t)components);
  put_32(&w->port, count);
  for (size_t i = 0; i < (size_t)count * (size_t)components; i++) put_double(&w->port, numbers[i]);
  release(w, numbers, (count + 1) * COMPONENTS * sizeof *numbers);
  if (w->port.bad) trip(w, GONE);
  return 0;
}

static int refuse_nesting(lua_State *L) {
  return raise_error(L, "functions call one another through the host too deeply");
}

/// Does what the message asks, and leaves the answer written.
static void serve_once(worker *w, lua_CFunction action) {
  lua_State *L = w->L;
  if (w->nesting == NESTING) action = refuse_nesting;
  if (!lua_checkstack(L, 8)) trip(w, LIMIT_MEMORY);
  int top = lua_gettop(L);
  w->trace.count = 0;
  w->nesting++;
  lua_pushcfunction(L, keep_trace);
  lua_pushcfunction(L, action);
  if (lua_pcall(L, 0, 0, top + 1) != LUA_OK) write_error(w, ERROR_RUNTIME);
  w->nesting--;
  lua_settop(L, top);
}

/// Sends what is written, and serves the host until it says something else.
static uint8_t serve_until(worker *w) {
  for (;;) {
    uint8_t type = exchange(w);
    if (type == HOST_INVOKE) serve_once(w, invoke);
    else if (type == HOST_SAMPLE) serve_once(w, sample);
    else return type;
  }
}

static int raise_failure(lua_State *L) {
  worker *w = worker_of(L);
  uint32_t number = get_32(&w->port);
  size_t length;
  const char *text = get_text(&w->port, &length);
  if (w->port.bad) trip(w, GONE);
  lua_pushfstring(L, "%s:%d: ", w->name, current_line(L));
  lua_pushlstring(L, text, length < MESSAGE_BYTES ? length : MESSAGE_BYTES);
  lua_concat(L, 2);
  if (number) {
    // So that the host can tell its own error if the script ends by it.
    lua_rawgeti(L, LUA_REGISTRYINDEX, SLOT_FAILURES);
    lua_pushvalue(L, -2);
    lua_pushinteger(L, number);
    lua_rawset(L, -3);
    lua_pop(L, 1);
  }
  return lua_error(L);
}

int await_reply(lua_State *L) {
  worker *w = worker_of(L);
  uint8_t type = serve_until(w);
  if (type == HOST_REPLY) return read_values(L);
  if (type == HOST_FAIL) return raise_failure(L);
  trip(w, GONE);
}

int ask_unknown(lua_State *L, const char *name, const char *owner) {
  worker *w = worker_of(L);
  charge(w, FUEL_CALL);
  begin_message(w, WORKER_UNKNOWN);
  put_text(&w->port, name, strlen(name));
  put_text(&w->port, owner, strlen(owner));
  put_32(&w->port, (uint32_t)current_line(L));
  if (w->port.bad) return raise_error(L, "a name of %zu bytes is unknown", strlen(name));
  return await_reply(L);
}

void serve(worker *w) { serve_until(w); }
