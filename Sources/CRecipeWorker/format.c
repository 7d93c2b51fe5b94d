#include "buffer.h"
#include "string_library.h"
#include <math.h>
#include <stdio.h>
#include <string.h>

/// string.format. Widths and precisions have two digits at most, as in Lua. There is no %p, which shows addresses,
/// and no %q, which writes source that could not be loaded here.

enum {
  SPECIFICATION = 32,
  MOST = 22,     // of its bytes before the conversion; as many as in Lua
  RESULT = 512,  // %.99f of the largest double has 409 bytes
};

typedef struct specification {
  char text[SPECIFICATION];
  size_t length;
  char conversion;
} specification;

/// What stands between percent sign and letter must be what C defines for the letter, or libraries would differ.
static const struct { const char *conversions, *flags; bool has_precision; } forms[] = {
  {"aAeEfgG", "-+ #0", true}, {"di", "-+ 0", true}, {"u", "-0", true},
  {"oxX", "-#0", true},       {"s", "-", true},     {"c", "-", false},
};

/// Reads what follows a percent sign.
static const char *read_specification(lua_State *L, specification *s, const char *at, const char *end) {
  *s = (specification){.text = "%", .length = 1};
  while (at < end && *at && strchr("-+ #0123456789.", *at)) {
    if (s->length == MOST) raise_error(L, "string.format: '%s...' is too long", s->text);
    s->text[s->length++] = *at++;
  }
  s->conversion = at < end ? *at++ : 0;
  return at;
}

static const char *skip_two_digits(const char *at) {
  for (int i = 0; i < 2 && *at >= '0' && *at <= '9'; i++) at++;
  return at;
}

static bool is_valid(const specification *s) {
  for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
    if (!s->conversion || !strchr(forms[i].conversions, s->conversion)) continue;
    const char *at = s->text + 1 + strspn(s->text + 1, forms[i].flags);
    if (*at != '0') at = skip_two_digits(at);
    if (*at == '.' && forms[i].has_precision) at = skip_two_digits(at + 1);
    return !*at;
  }
  return false;
}

static void finish(specification *s, const char *conversion) { strcpy(s->text + s->length, conversion); }

static void add_integer(lua_State *L, buffer *b, specification *s, int argument) {
  char result[RESULT];
  lua_Integer value = luaL_checkinteger(L, argument);
  finish(s, (char[]){'l', 'l', s->conversion, 0});
  int length = snprintf(result, sizeof result, s->text, (long long)value);
  buffer_add(L, b, result, (size_t)length);
}

static void add_float(lua_State *L, buffer *b, specification *s, int argument) {
  char result[RESULT];
  lua_Number value = luaL_checknumber(L, argument);
  finish(s, (char[]){s->conversion, 0});
  // Processors differ in the sign of 0/0.
  int length = snprintf(result, sizeof result, s->text, isnan(value) ? (double)NAN : value);
  buffer_add(L, b, result, (size_t)length);
}

static void add_character(lua_State *L, buffer *b, specification *s, int argument) {
  char result[RESULT];
  finish(s, "c");
  int length = snprintf(result, sizeof result, s->text, (int)(unsigned char)luaL_checkinteger(L, argument));
  buffer_add(L, b, result, (size_t)length);
}

static void add_string(lua_State *L, buffer *b, specification *s, int argument) {
  luaL_checkany(L, argument);
  if (s->length == 1) return buffer_add_value(L, b, argument);
  size_t length;
  const char *text = push_text(L, argument, &length);
  if (strlen(text) != length) raise_error(L, "string.format: '%%%cs' with a text that contains zeros", s->text[1]);
  // Without a precision a long text needs no padding, and would not fit.
  if (length >= 100 && !memchr(s->text, '.', s->length)) {
    buffer_add(L, b, text, length);
  } else {
    char result[RESULT];
    finish(s, "s");
    buffer_add(L, b, result, (size_t)snprintf(result, sizeof result, s->text, text));
  }
  lua_pop(L, 1);
}

static void add_argument(lua_State *L, buffer *b, specification *s, int argument) {
  if (!s->conversion) raise_error(L, "string.format: the format ends inside '%s'", s->text);
  if (!is_valid(s)) raise_error(L, "string.format: invalid conversion '%s%c'", s->text, s->conversion);
  switch (s->conversion) {
    case 'd': case 'i': case 'u': case 'o': case 'x': case 'X': return add_integer(L, b, s, argument);
    case 'c': return add_character(L, b, s, argument);
    case 's': return add_string(L, b, s, argument);
    default: return add_float(L, b, s, argument);
  }
}

int string_format(lua_State *L) {
  size_t length;
  const char *at = luaL_checklstring(L, 1, &length), *end = at + length;
  charge(worker_of(L), length);
  buffer b = {0};
  int argument = 1;
  while (at < end) {
    const char *percent = memchr(at, '%', (size_t)(end - at));
    buffer_add(L, &b, at, (size_t)((percent ? percent : end) - at));
    if (!percent) break;
    at = percent + 1;
    if (at < end && *at == '%') {
      buffer_add(L, &b, at++, 1);
      continue;
    }
    specification s;
    at = read_specification(L, &s, at, end);
    add_argument(L, &b, &s, ++argument);
  }
  buffer_push(L, &b);
  return 1;
}
