#include "buffer.h"
#include <limits.h>

/// The table library, fuelled. A recipe's tables have no metatables, so all access is raw.

static lua_Integer length_of(lua_State *L, int index) {
  luaL_checktype(L, index, LUA_TTABLE);
  return (lua_Integer)lua_rawlen(L, index);
}

static int table_concat(lua_State *L) {
  size_t gap;
  lua_Integer length = length_of(L, 1);
  const char *separator = luaL_optlstring(L, 2, "", &gap);
  lua_Integer from = luaL_optinteger(L, 3, 1), to = luaL_optinteger(L, 4, length);
  buffer b = {0};
  for (lua_Integer i = from; i <= to; i++) {
    charge(worker_of(L), 1);
    lua_rawgeti(L, 1, i);
    if (!lua_isstring(L, -1))
      raise_error(L, "table.concat: element %lld is a %s, not a string", (long long)i, type_word(L, -1));
    buffer_add_value(L, &b, -1);
    lua_pop(L, 1);
    if (i == to) break;  // `to` may be the last integer.
    buffer_add(L, &b, separator, gap);
  }
  buffer_push(L, &b);
  return 1;
}

/// Moves elements `from` to `to` of the table at 1 by one place, up or down.
static void shift_up(lua_State *L, lua_Integer from, lua_Integer to) {
  for (lua_Integer i = to; i >= from; i--) {
    charge(worker_of(L), 1);
    lua_rawgeti(L, 1, i);
    lua_rawseti(L, 1, i + 1);
  }
}

static void shift_down(lua_State *L, lua_Integer from, lua_Integer to) {
  for (lua_Integer i = from; i <= to; i++) {
    charge(worker_of(L), 1);
    lua_rawgeti(L, 1, i);
    lua_rawseti(L, 1, i - 1);
  }
}

static int table_insert(lua_State *L) {
  lua_Integer length = length_of(L, 1);
  switch (lua_gettop(L)) {
    case 2:
      lua_rawseti(L, 1, length + 1);
      return 0;
    case 3: {
      lua_Integer at = luaL_checkinteger(L, 2);
      luaL_argcheck(L, at >= 1 && at <= length + 1, 2, "position out of bounds");
      shift_up(L, at, length);
      lua_rawseti(L, 1, at);
      return 0;
    }
    default: return raise_error(L, "table.insert takes a table, perhaps a position, and a value");
  }
}

static int table_remove(lua_State *L) {
  lua_Integer length = length_of(L, 1), at = luaL_optinteger(L, 2, length);
  // One past the end may be given, and 0 for an empty table.
  luaL_argcheck(L, at == length || (at >= 1 && at <= length + 1), 2, "position out of bounds");
  lua_rawgeti(L, 1, at);
  shift_down(L, at + 1, length);
  lua_pushnil(L);
  lua_rawseti(L, 1, at > length ? at : length);
  return 1;
}

static int table_move(lua_State *L) {
  lua_Integer from = luaL_checkinteger(L, 2), to = luaL_checkinteger(L, 3), at = luaL_checkinteger(L, 4);
  int target = lua_isnoneornil(L, 5) ? 1 : 5;
  luaL_checktype(L, 1, LUA_TTABLE);
  luaL_checktype(L, target, LUA_TTABLE);
  if (to >= from) {
    luaL_argcheck(L, from > 0 || to < LUA_MAXINTEGER + from, 3, "too many elements to move");
    luaL_argcheck(L, at <= LUA_MAXINTEGER - (to - from), 4, "destination wrap around");
    bool is_upward = at > to || at <= from || (target != 1 && !lua_rawequal(L, 1, target));
    for (lua_Integer i = 0, last = to - from; i <= last; i++) {
      lua_Integer offset = is_upward ? i : last - i;
      charge(worker_of(L), 1);
      lua_rawgeti(L, 1, from + offset);
      lua_rawseti(L, target, at + offset);
    }
  }
  lua_pushvalue(L, target);
  return 1;
}

static int table_pack(lua_State *L) {
  int count = lua_gettop(L);
  charge(worker_of(L), (uint64_t)count);
  lua_createtable(L, count, 1);
  lua_insert(L, 1);
  for (int i = count; i >= 1; i--) lua_rawseti(L, 1, i);
  lua_pushinteger(L, count);
  lua_setfield(L, 1, "n");
  return 1;
}

static int table_unpack(lua_State *L) {
  luaL_checktype(L, 1, LUA_TTABLE);
  lua_Integer from = luaL_optinteger(L, 2, 1), to = luaL_opt(L, luaL_checkinteger, 3, (lua_Integer)lua_rawlen(L, 1));
  if (from > to) return 0;
  lua_Unsigned count = (lua_Unsigned)to - (lua_Unsigned)from;
  reserve_results(L, count);
  count++;
  for (lua_Unsigned i = 0; i < count; i++) lua_rawgeti(L, 1, (lua_Integer)((lua_Unsigned)from + i));
  return (int)count;
}

/// Elements are read from a copy at 3, so a comparison that changes the table changes nothing here, and one that fails
/// leaves the table as it was.
static bool element_precedes(void *context, uint32_t i, uint32_t j) {
  lua_State *L = context;
  bool has_function = !lua_isnil(L, 2);
  if (has_function) lua_pushvalue(L, 2);
  lua_rawgeti(L, 3, (lua_Integer)i + 1);
  lua_rawgeti(L, 3, (lua_Integer)j + 1);
  if (!has_function) {
    bool result = lua_compare(L, -2, -1, LUA_OPLT);
    lua_pop(L, 2);
    return result;
  }
  lua_call(L, 2, 1);
  bool result = lua_toboolean(L, -1);
  lua_pop(L, 1);
  return result;
}

/// A stable merge sort: it takes no pivots by chance, and a comparison that contradicts itself does no harm.
static int table_sort(lua_State *L) {
  worker *w = worker_of(L);
  lua_Integer length = length_of(L, 1);
  if (!lua_isnoneornil(L, 2)) luaL_checktype(L, 2, LUA_TFUNCTION);
  lua_settop(L, 2);
  luaL_argcheck(L, length < INT_MAX, 1, "too many elements");
  size_t count = (size_t)length;
  charge(w, count);
  lua_createtable(L, (int)count, 0);
  uint32_t *order = take(w, count * sizeof *order);
  for (size_t i = 0; i < count; i++) {
    order[i] = (uint32_t)i;
    lua_rawgeti(L, 1, (lua_Integer)i + 1);
    lua_rawseti(L, 3, (lua_Integer)i + 1);
  }
  merge_sort(w, order, count, element_precedes, L);
  for (size_t i = 0; i < count; i++) {
    lua_rawgeti(L, 3, (lua_Integer)order[i] + 1);
    lua_rawseti(L, 1, (lua_Integer)i + 1);
  }
  release(w, order, count * sizeof *order);
  return 0;
}

void open_table(lua_State *L) {
  static const entry functions[] = {
    {"concat", table_concat}, {"insert", table_insert}, {"move", table_move},     {"pack", table_pack},
    {"remove", table_remove}, {"sort", table_sort},     {"unpack", table_unpack},
  };
  add_functions(L, functions, sizeof functions / sizeof *functions);
}
