#include "worker.h"
#include <stdio.h>
#include <string.h>

static void read_limits(worker *w) {
  uint64_t *fields[] = {&w->limits.fuel, &w->limits.memory, &w->limits.string, &w->limits.block, &w->limits.message};
  for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) *fields[i] = get_64(&w->port);
  if (w->port.bad || w->limits.message < PORT_LEAST || w->limits.message > PORT_RESERVED) trip(w, GONE);
}

static void refuse(worker *w, const char *reason) {
  begin_message(w, WORKER_BROKEN);
  put_text(&w->port, reason, strlen(reason));
  send_message(w);
}

static void add_slot(lua_State *L, int slot) {
  lua_newtable(L);
  lua_rawseti(L, LUA_REGISTRYINDEX, slot);
}

static int open_all(lua_State *L) {
  add_slot(L, SLOT_FUNCTIONS);
  add_slot(L, SLOT_FUNCTION_NUMBERS);
  add_slot(L, SLOT_FAILURES);
  lua_pushglobaltable(L);
  open_environment(L);
  open_vocabulary(L);
  return 0;
}

static void read_name(worker *w) {
  size_t length;
  const char *name = get_text(&w->port, &length);
  // Lua shows the first LUA_IDSIZE - 1 bytes.
  if (length > LUA_IDSIZE - 1) length = LUA_IDSIZE - 1;
  memcpy(w->name, name, length);
  w->name[length] = 0;
}

bool open_state(worker *w, lua_CFunction open) {
  uint64_t fuel = w->limits.fuel;
  w->limits.fuel = UINT64_MAX;
  w->L = lua_newstate(worker_allocate, w);
  if (!w->L) return false;
  *(worker **)lua_getextraspace(w->L) = w;
  lua_gc(w->L, LUA_GCSTOP);
  if (!widen_stack(w)) return false;
  lua_pushcfunction(w->L, open);
  if (lua_pcall(w->L, 0, 0, 0) != LUA_OK) return false;
  w->limits.fuel = fuel;
  w->fuel_used = 0;
  return true;
}

static const char *read_source(lua_State *L, void *context, size_t *size) {
  (void)context;
  port *p = &worker_of(L)->port;
  if (p->in_next == p->in_length) return NULL;
  return get_text(p, size);
}

static int run_chunk(lua_State *L) {
  lua_call(L, 0, LUA_MULTRET);
  begin_message(worker_of(L), WORKER_RETURNED);
  write_values(L, 1);
  return 0;
}

/// Leaves an answer written; true if there may be more questions.
static bool run(worker *w) {
  lua_State *L = w->L;
  lua_sethook(L, charge_hook, LUA_MASKCOUNT, FUEL_PER_HOOK);
  char name[NAME_BYTES + 1] = "=";
  strcat(name, w->name);
  charge(w, w->port.in_length - w->port.in_next);
  if (lua_load(L, read_source, NULL, name, "t") != LUA_OK) return write_error(w, ERROR_SYNTAX), false;
  lua_pushcfunction(L, keep_trace);
  lua_pushcfunction(L, run_chunk);
  lua_pushvalue(L, 1);
  if (lua_pcall(L, 1, 0, 2) != LUA_OK) return write_error(w, ERROR_RUNTIME), false;
  return true;
}

/// Says that it is there, and how it is protected.
static bool greet(worker *w, uint32_t protections) {
  begin_message(w, WORKER_READY);
  put_32(&w->port, protections);
  return send_message(w);
}

static void evaluate(worker *w) {
  if (setjmp(w->boundary)) {
    if (w->tripped == GONE) return;
    begin_message(w, WORKER_TRIPPED);
    put_8(&w->port, (uint8_t)w->tripped);
    put_32(&w->port, w->trip_line);
    send_message(w);
    return;
  }
  if (port_receive(&w->port) != HOST_START) return;
  read_limits(w);
  read_name(w);
  if (!arena_open(&w->arena, w->limits.memory)) return refuse(w, "there is no address space for the arena");
  if (!open_state(w, open_all)) return refuse(w, "Lua cannot be started");
  w->port.capacity = w->limits.message;
  if (run(w)) serve(w);
  else send_message(w);
}

static void refuse_unfit(worker *w, const char *wrong) {
  char reason[MESSAGE_BYTES];
  snprintf(reason, sizeof reason, "on this machine it fails its own test: %s", wrong);
  refuse(w, reason);
}

void worker_run(int input, int output, uint32_t protections, const atomic_bool *stop) {
  worker w = {.stop = stop};
  // Only a program has a `pow` of its own; a thread is in somebody else's.
  const char *wrong = self_test(!stop);
  if (port_open(&w.port, input, output)) {
    if (wrong) refuse_unfit(&w, wrong);
    else if (greet(&w, protections)) evaluate(&w);
  }
  arena_close(&w.arena);
  port_close(&w.port);
  round_close();
}
