#include "worker.h"

/// What evaluation relies on, looked at before the first byte from outside: another liblua, another C library or another
/// linker may have other ideas. The right bits are MPFR's, at arguments where glibc's own functions are off by one.

static const struct { const char *subject, *source; } checks[] = {
  {"the order of keys",
   "local keys = {} for key in pairs { b = 1, aa = 1, a = 1, [2.5] = 1, [2] = 1, [-1] = 1, [true] = 1 } do "
   "keys[#keys + 1] = tostring(key) end return table.concat(keys, ' ') == 'true -1 2 2.5 a aa b'"},
  {"the sine", "return math.sin(0x1.bae1041747f5p+1) == -0x1.408f50e01399fp-2"},
  {"a number as text", "return 0.1 .. '' == '0.1' and ('%.3f'):format(2.5) == '2.500'"},
  {"the operator ^", "local x = 0x1.1beb005d72a3cp+3 return x ^ 0x1.089630f7b91ap+2 == 0x1.038c499a04409p+13"},
};
enum { CHECKS = sizeof checks / sizeof *checks };

static const limits own_limits = {.fuel = 10000, .memory = 1 << 20, .string = 1 << 10, .block = 1 << 18};

static int open_library(lua_State *L) {
  luaL_checkversion(L);
  lua_pushglobaltable(L);
  open_environment(L);
  return 0;
}

static bool holds(lua_State *L, const char *source) {
  bool result = luaL_loadstring(L, source) == LUA_OK && lua_pcall(L, 0, 1, 0) == LUA_OK && lua_toboolean(L, -1);
  lua_settop(L, 0);
  return result;
}

/// What does not hold; NULL if all does.
static const char *examine(worker *w, unsigned count) {
  if (setjmp(w->boundary)) return "an evaluation";
  if (!open_state(w, open_library)) return "liblua 5.4";
  for (unsigned i = 0; i < count; i++)
    if (!holds(w->L, checks[i].source)) return checks[i].subject;
  return NULL;
}

static bool trips(worker *w) {
  if (setjmp(w->boundary)) return w->tripped == LIMIT_FUEL;
  lua_sethook(w->L, charge_hook, LUA_MASKCOUNT, FUEL_PER_HOOK);
  holds(w->L, "while true do end");
  return false;
}

const char *self_test(bool has_own_pow) {
  worker w = {.limits = own_limits};
  if (!arena_open(&w.arena, own_limits.memory)) return "address space";
  const char *wrong = examine(&w, has_own_pow ? CHECKS : CHECKS - 1);
  if (!wrong && !trips(&w)) wrong = "the end of an endless loop";
  arena_close(&w.arena);
  return wrong;
}
