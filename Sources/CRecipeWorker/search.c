#define _GNU_SOURCE
#include "buffer.h"
#include "pattern.h"
#include <string.h>

/// string.find, match, gmatch and gsub.

static matcher matcher_of(lua_State *L, int index, const pattern *p) {
  size_t length;
  const char *text = luaL_checklstring(L, index, &length);
  return (matcher){.w = worker_of(L), .pattern = p, .text = text, .end = text + length};
}

/// The first match at or after `*start`; moves `*start` to where it begins.
static const char *search(matcher *m, const char **start) {
  for (; *start <= m->end; ++*start) {
    const char *end = pattern_match(m, *start);
    if (end || m->pattern->is_anchored) return end;
  }
  return NULL;
}

/// The optional position at `index`, as bytes from the text's beginning; past the end if it is.
static size_t first_position(lua_State *L, int index, size_t length) {
  lua_Integer from = luaL_optinteger(L, index, 1);
  if (from > 0) return (lua_Unsigned)from - 1 > length ? length + 1 : (size_t)from - 1;
  lua_Unsigned back = 0 - (lua_Unsigned)from;
  return back > length || back == 0 ? 0 : length - back;
}

static int find_plain(lua_State *L, const char *text, size_t length, size_t from) {
  size_t wanted_length;
  const char *wanted = luaL_checklstring(L, 2, &wanted_length);
  charge(worker_of(L), (length + wanted_length) / FUEL_BYTES);
  const char *found = memmem(text + from, length - from, wanted, wanted_length);
  if (!found) return lua_pushnil(L), 1;
  lua_pushinteger(L, found - text + 1);
  lua_pushinteger(L, found - text + (lua_Integer)wanted_length);
  return 2;
}

static bool has_specials(lua_State *L, int index) {
  size_t length;
  const char *text = luaL_checklstring(L, index, &length);
  for (size_t i = 0; i < length; i++)
    if (text[i] && strchr("^$*+?.([%-", text[i])) return true;
  return false;
}

static int find_or_match(lua_State *L, bool is_find) {
  size_t length, wanted_length;
  const char *text = luaL_checklstring(L, 1, &length), *wanted = luaL_checklstring(L, 2, &wanted_length);
  size_t from = first_position(L, 3, length);
  if (from > length) return lua_pushnil(L), 1;
  if (is_find && (lua_toboolean(L, 4) || !has_specials(L, 2))) return find_plain(L, text, length, from);
  pattern p = pattern_compile(L, wanted, wanted_length);
  matcher m = matcher_of(L, 1, &p);
  const char *start = text + from, *end = search(&m, &start);
  int count = 1;
  if (!end) {
    lua_pushnil(L);
  } else if (!is_find) {
    count = push_captures(L, &m, start, end);
  } else {
    lua_pushinteger(L, start - text + 1);
    lua_pushinteger(L, end - text);
    count = 2 + (p.captures ? push_captures(L, &m, start, end) : 0);
  }
  pattern_release(worker_of(L), &p);
  return count;
}

int string_find(lua_State *L) { return find_or_match(L, true); }
int string_match(lua_State *L) { return find_or_match(L, false); }

/// Between two steps of a gmatch; in the arena for good.
typedef struct walk {
  pattern pattern;
  matcher matcher;
  const char *next, *last_end;
} walk;

/// Upvalues: the walk, and the text and the pattern, to keep them.
static int gmatch_step(lua_State *L) {
  walk *w = lua_touserdata(L, lua_upvalueindex(1));
  for (; w->next <= w->matcher.end; w->next++) {
    const char *start = w->next, *end = pattern_match(&w->matcher, start);
    // An empty match right behind the last one is none.
    if (!end || end == w->last_end) continue;
    w->next = w->last_end = end;
    return push_captures(L, &w->matcher, start, end);
  }
  return 0;
}

int string_gmatch(lua_State *L) {
  size_t length, wanted_length;
  const char *text = luaL_checklstring(L, 1, &length), *wanted = luaL_checklstring(L, 2, &wanted_length);
  size_t from = first_position(L, 3, length);
  walk *w = take(worker_of(L), sizeof *w);
  // In a gmatch a '^' means itself.
  *w = (walk){.pattern = pattern_compile(L, wanted, wanted_length)};
  w->matcher = matcher_of(L, 1, &w->pattern);
  w->next = text + from;
  lua_pushlightuserdata(L, w);
  lua_pushvalue(L, 1);
  lua_pushvalue(L, 2);
  lua_pushcclosure(L, gmatch_step, 3);
  return 1;
}

/// Adds the replacement text at 3, with its %0 to %9.
static void add_template(lua_State *L, buffer *b, const matcher *m, const char *start, const char *end) {
  size_t length;
  const char *at = lua_tolstring(L, 3, &length), *stop = at + length;
  charge(m->w, length / FUEL_BYTES);
  while (at < stop) {
    const char *percent = memchr(at, '%', (size_t)(stop - at));
    if (!percent) return buffer_add(L, b, at, (size_t)(stop - at));
    buffer_add(L, b, at, (size_t)(percent - at));
    char c = percent + 1 < stop ? percent[1] : 0;
    at = percent + 2;
    if (c == '%') {
      buffer_add(L, b, "%", 1);
    } else if (c == '0') {
      buffer_add(L, b, start, (size_t)(end - start));
    } else if (c >= '1' && c <= '9') {
      push_capture(L, m, c - '1', start, end);
      buffer_add_value(L, b, -1);
      lua_pop(L, 1);
    } else {
      raise_error(L, "invalid use of '%%' in the replacement text; write %%%% for a percent sign");
    }
  }
}

static void add_replacement(lua_State *L, buffer *b, const matcher *m, const char *start, const char *end) {
  int type = lua_type(L, 3);
  if (type == LUA_TSTRING || type == LUA_TNUMBER) return add_template(L, b, m, start, end);
  if (type == LUA_TFUNCTION) {
    lua_pushvalue(L, 3);
    lua_call(L, push_captures(L, m, start, end), 1);
  } else {
    push_capture(L, m, 0, start, end);
    lua_gettable(L, 3);
  }
  if (!lua_toboolean(L, -1)) buffer_add(L, b, start, (size_t)(end - start));
  else if (lua_isstring(L, -1)) buffer_add_value(L, b, -1);
  else raise_error(L, "the replacement is a %s; it must be a string, a number, false or nil", type_word(L, -1));
  lua_pop(L, 1);
}

static lua_Integer substitute(lua_State *L, buffer *b, matcher *m, lua_Integer most) {
  const char *at = m->text, *last_end = NULL;
  lua_Integer count = 0;
  while (count < most) {
    const char *end = pattern_match(m, at);
    if (end && end != last_end) {
      count++;
      add_replacement(L, b, m, at, end);
      at = last_end = end;
    } else if (at < m->end) {
      buffer_add(L, b, at++, 1);
    } else {
      break;
    }
    if (m->pattern->is_anchored) break;
  }
  buffer_add(L, b, at, (size_t)(m->end - at));
  return count;
}

int string_gsub(lua_State *L) {
  size_t length, wanted_length;
  luaL_checklstring(L, 1, &length);
  const char *wanted = luaL_checklstring(L, 2, &wanted_length);
  int type = lua_type(L, 3);
  bool is_replacement = type == LUA_TNUMBER || type == LUA_TSTRING || type == LUA_TFUNCTION || type == LUA_TTABLE;
  luaL_argexpected(L, is_replacement, 3, "string/function/table");
  lua_Integer most = luaL_optinteger(L, 4, (lua_Integer)length + 1);
  lua_settop(L, 3);
  pattern p = pattern_compile(L, wanted, wanted_length);
  matcher m = matcher_of(L, 1, &p);
  buffer b = {0};
  lua_Integer count = substitute(L, &b, &m, most);
  buffer_push(L, &b);
  lua_pushinteger(L, count);
  pattern_release(worker_of(L), &p);
  return 2;
}
