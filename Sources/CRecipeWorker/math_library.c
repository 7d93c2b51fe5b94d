#include "worker.h"
#include <float.h>
#include <math.h>

/// The math library, without random (see `rng`). What libm does not round correctly comes from rounding.c.
#pragma STDC FP_CONTRACT OFF

static const double pi = 3.14159265358979323846;

/// `function` of the number at 1.
static int apply(lua_State *L, double (*function)(double)) {
  charge(worker_of(L), FUEL_FUNCTION);
  lua_pushnumber(L, function(luaL_checknumber(L, 1)));
  return 1;
}

static int math_sin(lua_State *L) { return apply(L, round_sin); }
static int math_cos(lua_State *L) { return apply(L, round_cos); }
static int math_tan(lua_State *L) { return apply(L, round_tan); }
static int math_asin(lua_State *L) { return apply(L, round_asin); }
static int math_acos(lua_State *L) { return apply(L, round_acos); }
static int math_exp(lua_State *L) { return apply(L, round_exp); }
static int math_sqrt(lua_State *L) { return apply(L, sqrt); }  // IEEE 754 asks for the correct rounding.

static int math_atan(lua_State *L) {
  charge(worker_of(L), FUEL_FUNCTION);
  lua_pushnumber(L, round_atan2(luaL_checknumber(L, 1), luaL_optnumber(L, 2, 1)));
  return 1;
}

static double log_in_base(double x, double base) {
  if (base == 2) return round_log2(x);
  if (base == 10) return round_log10(x);
  return round_log(x) / round_log(base);
}

static int math_log(lua_State *L) {
  charge(worker_of(L), FUEL_FUNCTION);
  lua_Number x = luaL_checknumber(L, 1);
  lua_pushnumber(L, lua_isnoneornil(L, 2) ? round_log(x) : log_in_base(x, luaL_checknumber(L, 2)));
  return 1;
}

static int math_deg(lua_State *L) { return lua_pushnumber(L, luaL_checknumber(L, 1) * (180 / pi)), 1; }
static int math_rad(lua_State *L) { return lua_pushnumber(L, luaL_checknumber(L, 1) * (pi / 180)), 1; }

static int math_abs(lua_State *L) {
  luaL_checknumber(L, 1);
  lua_Integer i = lua_tointeger(L, 1);
  if (lua_isinteger(L, 1)) lua_pushinteger(L, i < 0 ? (lua_Integer)(0 - (lua_Unsigned)i) : i);
  else lua_pushnumber(L, fabs(lua_tonumber(L, 1)));
  return 1;
}

/// An integer where it fits, otherwise the float.
static void push_whole(lua_State *L, lua_Number n) {
  lua_Integer i;
  if (lua_numbertointeger(n, &i)) lua_pushinteger(L, i);
  else lua_pushnumber(L, n);
}

static int round_to(lua_State *L, double (*function)(double)) {
  lua_Number n = luaL_checknumber(L, 1);
  if (lua_isinteger(L, 1)) lua_settop(L, 1);
  else push_whole(L, function(n));
  return 1;
}

static int math_floor(lua_State *L) { return round_to(L, floor); }
static int math_ceil(lua_State *L) { return round_to(L, ceil); }

static int math_modf(lua_State *L) {
  lua_Number n = luaL_checknumber(L, 1), whole = n < 0 ? ceil(n) : floor(n);
  if (lua_isinteger(L, 1)) lua_settop(L, 1);
  else lua_pushnumber(L, whole);
  lua_pushnumber(L, n == whole ? 0 : n - whole);
  return 2;
}

static int math_fmod(lua_State *L) {
  lua_Number a = luaL_checknumber(L, 1), b = luaL_checknumber(L, 2);
  if (!lua_isinteger(L, 1) || !lua_isinteger(L, 2)) return lua_pushnumber(L, fmod(a, b)), 1;
  lua_Integer i = lua_tointeger(L, 1), j = lua_tointeger(L, 2);
  luaL_argcheck(L, j != 0, 2, "zero");
  lua_pushinteger(L, j == -1 ? 0 : i % j);  // The smallest integer by -1 would overflow.
  return 1;
}

/// Pushes the argument that no other precedes, by `sign`.
static int pick(lua_State *L, bool wants_largest) {
  int count = lua_gettop(L), best = 1;
  luaL_checknumber(L, 1);
  charge(worker_of(L), (uint64_t)count);
  for (int i = 2; i <= count; i++) {
    luaL_checknumber(L, i);
    if (lua_compare(L, wants_largest ? best : i, wants_largest ? i : best, LUA_OPLT)) best = i;
  }
  lua_pushvalue(L, best);
  return 1;
}

static int math_max(lua_State *L) { return pick(L, true); }
static int math_min(lua_State *L) { return pick(L, false); }

static int math_tointeger(lua_State *L) {
  int is_integer;
  luaL_checkany(L, 1);
  lua_Integer i = lua_tointegerx(L, 1, &is_integer);
  if (is_integer) lua_pushinteger(L, i);
  else lua_pushnil(L);
  return 1;
}

static int math_type(lua_State *L) {
  luaL_checkany(L, 1);
  if (lua_type(L, 1) != LUA_TNUMBER) lua_pushnil(L);
  else lua_pushstring(L, lua_isinteger(L, 1) ? "integer" : "float");
  return 1;
}

static int math_ult(lua_State *L) {
  lua_pushboolean(L, (lua_Unsigned)luaL_checkinteger(L, 1) < (lua_Unsigned)luaL_checkinteger(L, 2));
  return 1;
}

void open_math(lua_State *L) {
  static const entry functions[] = {
    {"abs", math_abs},   {"acos", math_acos}, {"asin", math_asin},           {"atan", math_atan},
    {"ceil", math_ceil}, {"cos", math_cos},   {"deg", math_deg},             {"exp", math_exp},
    {"floor", math_floor}, {"fmod", math_fmod}, {"log", math_log},           {"max", math_max},
    {"min", math_min},   {"modf", math_modf}, {"rad", math_rad},             {"sin", math_sin},
    {"sqrt", math_sqrt}, {"tan", math_tan},   {"tointeger", math_tointeger}, {"type", math_type},
    {"ult", math_ult},
  };
  add_functions(L, functions, sizeof functions / sizeof *functions);
  lua_pushnumber(L, pi);
  lua_setfield(L, -2, "pi");
  lua_pushnumber(L, HUGE_VAL);
  lua_setfield(L, -2, "huge");
  lua_pushinteger(L, LUA_MAXINTEGER);
  lua_setfield(L, -2, "maxinteger");
  lua_pushinteger(L, LUA_MININTEGER);
  lua_setfield(L, -2, "mininteger");
}
