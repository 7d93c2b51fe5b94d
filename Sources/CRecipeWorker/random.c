#include "worker.h"

/// `rng(seed)`: chance that is the same everywhere. xoshiro256** 1.0 by Blackman and Vigna (2018), its state filled
/// from the seed by SplitMix64, as its authors advise.
#pragma STDC FP_CONTRACT OFF

typedef struct generator {
  handle handle;  // every userdata begins with one
  uint64_t state[4];
} generator;

static uint64_t rotate_left(uint64_t x, int by) { return x << by | x >> (64 - by); }

static uint64_t split_mix(uint64_t *state) {
  uint64_t z = *state += UINT64_C(0x9E3779B97F4A7C15);
  z = (z ^ z >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
  z = (z ^ z >> 27) * UINT64_C(0x94D049BB133111EB);
  return z ^ z >> 31;
}

static uint64_t next_bits(generator *g) {
  uint64_t *s = g->state, result = rotate_left(s[1] * 5, 7) * 9, shifted = s[1] << 17;
  s[2] ^= s[0];
  s[3] ^= s[1];
  s[1] ^= s[2];
  s[0] ^= s[3];
  s[2] ^= shifted;
  s[3] = rotate_left(s[3], 45);
  return result;
}

static generator *to_generator(lua_State *L) {
  const handle *h = to_handle(L, 1);
  if (!h || h->kind != KIND_RANDOM) raise_error(L, "call a method of an rng with ':', as in r:number()");
  charge(worker_of(L), 1);
  return (generator *)h;
}

/// The upper 53 bits, as a number from 0 up to but not including 1.
static double next_fraction(generator *g) { return (double)(next_bits(g) >> 11) * 0x1p-53; }

/// r:number(), r:number(low, high)
static int random_number(lua_State *L) {
  generator *g = to_generator(L);
  lua_Number low = luaL_optnumber(L, 2, 0), high = luaL_optnumber(L, 3, 1);
  lua_pushnumber(L, low + (high - low) * next_fraction(g));
  return 1;
}

/// From 0 to `most`, all as likely: bits under a mask, drawn again while they are too large.
static uint64_t next_below(lua_State *L, generator *g, uint64_t most) {
  uint64_t mask = most ? UINT64_MAX >> __builtin_clzll(most) : 0;
  for (;;) {
    uint64_t bits = next_bits(g) & mask;
    if (bits <= most) return bits;
    charge(worker_of(L), 1);
  }
}

/// r:integer(low, high), both among them; r:integer(high) from 1.
static int random_integer(lua_State *L) {
  generator *g = to_generator(L);
  lua_Integer low = lua_isnoneornil(L, 3) ? 1 : luaL_checkinteger(L, 2);
  lua_Integer high = luaL_checkinteger(L, lua_isnoneornil(L, 3) ? 2 : 3);
  if (low > high) return raise_error(L, "rng: there is no integer from %lld to %lld", (long long)low, (long long)high);
  uint64_t offset = next_below(L, g, (uint64_t)high - (uint64_t)low);
  lua_pushinteger(L, (lua_Integer)((uint64_t)low + offset));
  return 1;
}

/// r:choice(list)
static int random_choice(lua_State *L) {
  generator *g = to_generator(L);
  luaL_checktype(L, 2, LUA_TTABLE);
  lua_Unsigned length = lua_rawlen(L, 2);
  if (length == 0) return raise_error(L, "rng: there is nothing in the list to choose from");
  lua_rawgeti(L, 2, (lua_Integer)next_below(L, g, length - 1) + 1);
  return 1;
}

static int new_random(lua_State *L) {
  int is_whole;
  uint64_t seed = (uint64_t)lua_tointegerx(L, 1, &is_whole);
  if (!is_whole)
    return raise_error(L, "rng takes a whole number as its seed, as in rng(7), not %s", push_text(L, 1, NULL));
  generator *g = lua_newuserdatauv(L, sizeof *g, 0);
  g->handle = (handle){KIND_RANDOM, 0};
  for (int i = 0; i < 4; i++) g->state[i] = split_mix(&seed);
  lua_rawgeti(L, LUA_REGISTRYINDEX, SLOT_RANDOM);
  lua_setmetatable(L, -2);
  return 1;
}

void open_random(lua_State *L) {
  static const entry constructor[] = {{"rng", new_random}};
  static const entry methods[] = {{"number", random_number}, {"integer", random_integer}, {"choice", random_choice}};
  add_functions(L, constructor, 1);
  lua_newtable(L);
  lua_pushliteral(L, "rng");
  lua_setfield(L, -2, "__name");
  lua_newtable(L);
  add_functions(L, methods, sizeof methods / sizeof *methods);
  guard_library(L, "rng");
  lua_setfield(L, -2, "__index");
  lua_rawseti(L, LUA_REGISTRYINDEX, SLOT_RANDOM);
}
