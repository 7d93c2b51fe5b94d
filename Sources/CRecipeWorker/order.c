#include "worker.h"
#include <string.h>

/// A key as data. Strings stay where they are: nothing is collected while a recipe runs.
typedef struct key {
  int rank;  // booleans 0, numbers 1, strings 2
  bool is_integer;
  lua_Integer integer;
  lua_Number number;
  const char *text;
  size_t length;
} key;

static bool integer_precedes_number(lua_Integer i, lua_Number n) {
  // Exact: a float beyond the integers is compared by sign, one within them by its ceiling.
  if (n >= 0x1p63) return true;
  if (n < -0x1p63) return false;
  lua_Integer whole = (lua_Integer)n;
  return i < whole || (i == whole && (lua_Number)whole < n);
}

static bool number_precedes_integer(lua_Number n, lua_Integer i) {
  if (n >= 0x1p63) return false;
  if (n < -0x1p63) return true;
  lua_Integer whole = (lua_Integer)n;
  return whole < i || (whole == i && n < (lua_Number)whole);
}

static bool number_key_precedes(const key *a, const key *b) {
  if (a->is_integer && b->is_integer) return a->integer < b->integer;
  if (a->is_integer) return integer_precedes_number(a->integer, b->number);
  if (b->is_integer) return number_precedes_integer(a->number, b->integer);
  return a->number < b->number;
}

static bool text_key_precedes(const key *a, const key *b) {
  int order = memcmp(a->text, b->text, a->length < b->length ? a->length : b->length);
  return order < 0 || (order == 0 && a->length < b->length);
}

static bool key_precedes(void *context, uint32_t i, uint32_t j) {
  const key *keys = context, *a = &keys[i], *b = &keys[j];
  if (a->rank != b->rank) return a->rank < b->rank;
  if (a->rank == 0) return a->integer < b->integer;
  return a->rank == 1 ? number_key_precedes(a, b) : text_key_precedes(a, b);
}

/// Merges two sorted runs, which begin at 0 and at `middle`. Of equals, the first comes from the first.
static void merge(uint32_t *to, const uint32_t *from, size_t middle, size_t count, precedes less, void *context) {
  size_t left = 0, right = middle;
  for (size_t i = 0; i < count; i++) {
    bool takes_right = left == middle || (right < count && less(context, from[right], from[left]));
    to[i] = takes_right ? from[right++] : from[left++];
  }
}

void merge_sort(worker *w, uint32_t *order, size_t count, precedes less, void *context) {
  uint32_t *other = take(w, count * sizeof *other), *from = order, *to = other;
  for (size_t width = 1; width < count; width *= 2) {
    for (size_t at = 0; at < count; at += 2 * width) {
      size_t length = count - at < 2 * width ? count - at : 2 * width;
      charge(w, length);
      merge(to + at, from + at, width < length ? width : length, length, less, context);
    }
    uint32_t *swap = from;
    from = to;
    to = swap;
  }
  if (from != order) memcpy(order, from, count * sizeof *order);
  release(w, other, count * sizeof *other);
}

static key read_key(lua_State *L, int index) {
  key k = {0};
  switch (lua_type(L, index)) {
    case LUA_TBOOLEAN: k.integer = lua_toboolean(L, index); break;
    case LUA_TNUMBER:
      k.rank = 1;
      k.is_integer = lua_isinteger(L, index);
      if (k.is_integer) k.integer = lua_tointeger(L, index);
      else k.number = lua_tonumber(L, index);
      break;
    case LUA_TSTRING:
      k.rank = 2;
      k.text = lua_tolstring(L, index, &k.length);
      break;
    default:
      raise_error(L, "a %s as a key has no place in the order of keys; use strings, numbers or booleans",
                  type_word(L, index));
  }
  return k;
}

static bool is_skipped(const key *k, lua_Integer skip) {
  return k->rank == 1 && k->is_integer && k->integer >= 1 && k->integer <= skip;
}

static void push_key(lua_State *L, const key *k) {
  if (k->rank == 0) lua_pushboolean(L, (int)k->integer);
  else if (k->rank == 2) lua_pushlstring(L, k->text, k->length);
  else if (k->is_integer) lua_pushinteger(L, k->integer);
  else lua_pushnumber(L, k->number);
}

static size_t count_keys(lua_State *L, int index) {
  size_t count = 0;
  for (lua_pushnil(L); lua_next(L, index); lua_pop(L, 1)) count++;
  return count;
}

static size_t collect_keys(lua_State *L, int index, lua_Integer skip, key *keys) {
  size_t count = 0;
  for (lua_pushnil(L); lua_next(L, index); lua_pop(L, 1)) {
    keys[count] = read_key(L, -2);
    if (!is_skipped(&keys[count], skip)) count++;
  }
  return count;
}

lua_Integer push_ordered_keys(lua_State *L, int index, lua_Integer skip) {
  worker *w = worker_of(L);
  index = lua_absindex(L, index);
  size_t all = count_keys(L, index);
  charge(w, all);
  key *keys = take(w, all * sizeof *keys);
  size_t count = collect_keys(L, index, skip, keys);
  uint32_t *order = take(w, count * sizeof *order);
  for (size_t i = 0; i < count; i++) order[i] = (uint32_t)i;
  merge_sort(w, order, count, key_precedes, keys);
  lua_createtable(L, (int)count, 0);
  for (size_t i = 0; i < count; i++) {
    push_key(L, &keys[order[i]]);
    lua_rawseti(L, -2, (lua_Integer)i + 1);
  }
  release(w, order, count * sizeof *order);
  release(w, keys, all * sizeof *keys);
  return (lua_Integer)count;
}
