#include "pattern.h"
#include <string.h>

enum { END, SET, OPEN, CLOSE, POSITION, REFERENCE, BALANCE, FRONTIER, TEXT_END };
enum { MAX_ITEMS = 4096 };

// Bytes are those of ASCII, whatever the locale is.
static bool in_range(unsigned c, char low, char high) { return c >= (unsigned char)low && c <= (unsigned char)high; }
static bool is_letter(unsigned c) { return in_range(c | 32, 'a', 'z'); }
static bool is_digit(unsigned c) { return in_range(c, '0', '9'); }
static bool is_printing(unsigned c) { return in_range(c, '!', '~'); }

static bool in_class(unsigned c, char class) {
  switch (class) {
    case 'a': return is_letter(c);
    case 'c': return c < 32 || c == 127;
    case 'd': return is_digit(c);
    case 'g': return is_printing(c);
    case 'l': return in_range(c, 'a', 'z');
    case 'p': return is_printing(c) && !is_letter(c) && !is_digit(c);
    case 's': return c == ' ' || in_range(c, '\t', '\r');
    case 'u': return in_range(c, 'A', 'Z');
    case 'w': return is_letter(c) || is_digit(c);
    case 'x': return is_digit(c) || in_range(c | 32, 'a', 'f');
    case 'z': return c == 0;
    default: return false;
  }
}

static void add(uint64_t *set, unsigned c) { set[c >> 6] |= UINT64_C(1) << (c & 63); }
static bool has(const uint64_t *set, unsigned c) { return set[c >> 6] >> (c & 63) & 1; }

/// What `%c` stands for: a class, its complement, or the byte itself.
static void add_escape(uint64_t *set, char c) {
  bool is_class = c && strchr("acdglpsuwxz", c | 32) && is_letter((unsigned char)c);
  if (!is_class) return add(set, (unsigned char)c);
  bool inverted = in_range((unsigned char)c, 'A', 'Z');
  for (unsigned byte = 0; byte < 256; byte++)
    if (in_class(byte, (char)(c | 32)) != inverted) add(set, byte);
}

typedef struct compiler {
  lua_State *L;
  const char *at, *end;
  pattern *into;
  size_t count, room;
  int open[CAPTURES], depth;
  bool is_closed[CAPTURES];
} compiler;

static void malformed(compiler *c, const char *why) { raise_error(c->L, "malformed pattern (%s)", why); }

static char next_byte(compiler *c, const char *why) {
  if (c->at == c->end) malformed(c, why);
  return *c->at++;
}

/// The inside of `[...]`; the bracket has been read. A `]` that comes first is a byte of the set.
static void read_set(compiler *c, uint64_t *set) {
  bool inverted = c->at < c->end && *c->at == '^';
  if (inverted) c->at++;
  bool is_first = true;
  for (;; is_first = false) {
    char byte = next_byte(c, "missing ']'");
    if (byte == ']' && !is_first) break;
    if (byte == '%') {
      add_escape(set, next_byte(c, "missing ']'"));
    } else if (c->end - c->at >= 2 && c->at[0] == '-' && c->at[1] != ']') {
      for (unsigned b = (unsigned char)byte; b <= (unsigned char)c->at[1]; b++) add(set, b);
      c->at += 2;
    } else {
      add(set, (unsigned char)byte);
    }
  }
  if (inverted) for (int i = 0; i < 4; i++) set[i] = ~set[i];
}

static void open_capture(compiler *c, item *i) {
  if (c->into->captures == CAPTURES) raise_error(c->L, "too many captures; a pattern has at most %d", CAPTURES);
  i->a = (uint8_t)c->into->captures++;
  if (c->at < c->end && *c->at == ')') {
    c->at++;
    i->kind = POSITION;
    c->is_closed[i->a] = true;
    return;
  }
  i->kind = OPEN;
  c->open[c->depth++] = i->a;
}

static void close_capture(compiler *c, item *i) {
  if (c->depth == 0) raise_error(c->L, "invalid pattern capture: ')' without '('");
  i->kind = CLOSE;
  i->a = (uint8_t)c->open[--c->depth];
  c->is_closed[i->a] = true;
}

static void read_reference(compiler *c, item *i, char digit) {
  int number = digit - '1';
  if (number < 0 || number >= c->into->captures || !c->is_closed[number])
    raise_error(c->L, "invalid capture index %%%c in the pattern", digit);
  i->kind = REFERENCE;
  i->a = (uint8_t)number;
}

static void read_balance(compiler *c, item *i) {
  i->kind = BALANCE;
  i->a = (uint8_t)next_byte(c, "missing arguments to '%b'");
  i->b = (uint8_t)next_byte(c, "missing arguments to '%b'");
}

static void read_frontier(compiler *c, item *i) {
  if (next_byte(c, "missing '[' after '%f'") != '[') malformed(c, "missing '[' after '%f'");
  i->kind = FRONTIER;
  read_set(c, i->set);
}

static void read_repeat(compiler *c, item *i) {
  if (c->at < c->end && strchr("*+-?", *c->at) && *c->at) i->repeat = (uint8_t)*c->at++;
}

/// `%` and what follows; true if it is a set of bytes, which may repeat.
static bool read_escape(compiler *c, item *i) {
  char byte = next_byte(c, "ends with '%'");
  if (is_digit((unsigned char)byte)) return read_reference(c, i, byte), false;
  if (byte == 'b') return read_balance(c, i), false;
  if (byte == 'f') return read_frontier(c, i), false;
  add_escape(i->set, byte);
  return true;
}

static void read_item(compiler *c, item *i) {
  char byte = *c->at++;
  if (byte == '(') return open_capture(c, i);
  if (byte == ')') return close_capture(c, i);
  if (byte == '$' && c->at == c->end) {
    i->kind = TEXT_END;
    return;
  }
  i->kind = SET;
  if (byte == '%') {
    if (!read_escape(c, i)) return;
  } else if (byte == '[') {
    read_set(c, i->set);
  } else if (byte == '.') {
    memset(i->set, 0xFF, sizeof i->set);
  } else {
    add(i->set, (unsigned char)byte);
  }
  read_repeat(c, i);
}

pattern pattern_compile(lua_State *L, const char *text, size_t length) {
  if (length >= MAX_ITEMS) raise_error(L, "the pattern has %zu bytes; at most %d", length, MAX_ITEMS - 1);
  pattern p = {.size = (length + 1) * sizeof(item)};
  p.items = take(worker_of(L), p.size);
  memset(p.items, 0, p.size);
  compiler c = {.L = L, .at = text, .end = text + length, .into = &p};
  p.is_anchored = length > 0 && *text == '^';
  if (p.is_anchored) c.at++;
  for (item *i = p.items; c.at < c.end; i++) read_item(&c, i);
  if (c.depth > 0) raise_error(L, "unfinished capture: '(' without ')'");
  return p;
}

void pattern_release(worker *w, pattern *p) { release(w, p->items, p->size); }

static bool fits(const matcher *m, const item *i, const char *s) {
  return s < m->end && has(i->set, (unsigned char)*s);
}

static const char *match(matcher *m, const item *i, const char *s);

static const char *match_most(matcher *m, const item *i, const char *s, ptrdiff_t least) {
  ptrdiff_t count = 0;
  while (fits(m, i, s + count)) count++;
  charge(m->w, (uint64_t)count);
  for (; count >= least; count--) {
    const char *end = match(m, i + 1, s + count);
    if (end) return end;
  }
  return NULL;
}

static const char *match_fewest(matcher *m, const item *i, const char *s) {
  for (;; s++) {
    const char *end = match(m, i + 1, s);
    if (end) return end;
    if (!fits(m, i, s)) return NULL;
  }
}

static const char *match_optional(matcher *m, const item *i, const char *s) {
  const char *end = fits(m, i, s) ? match(m, i + 1, s + 1) : NULL;
  return end ? end : match(m, i + 1, s);
}

static const char *match_balance(matcher *m, const item *i, const char *s) {
  if (s == m->end || (uint8_t)*s != i->a) return NULL;
  size_t depth = 1;
  while (++s < m->end) {
    charge(m->w, 1);
    if ((uint8_t)*s == i->b) {
      if (--depth == 0) return s + 1;
    } else if ((uint8_t)*s == i->a) {
      depth++;
    }
  }
  return NULL;
}

static const char *match_reference(matcher *m, const item *i, const char *s) {
  const capture *c = &m->captures[i->a];
  size_t length = c->length > 0 ? (size_t)c->length : 0;
  charge(m->w, length / FUEL_BYTES);
  if ((size_t)(m->end - s) < length || memcmp(c->start, s, length) != 0) return NULL;
  return s + length;
}

static bool is_frontier(const matcher *m, const item *i, const char *s) {
  unsigned before = s == m->text ? 0 : (unsigned char)s[-1], after = s == m->end ? 0 : (unsigned char)*s;
  return !has(i->set, before) && has(i->set, after);
}

static const char *match_repeat(matcher *m, const item *i, const char *s) {
  switch (i->repeat) {
    case '*': return match_most(m, i, s, 0);
    case '+': return match_most(m, i, s, 1);
    case '-': return match_fewest(m, i, s);
    default: return match_optional(m, i, s);
  }
}

static const char *match(matcher *m, const item *i, const char *s) {
  for (; s; i++) {
    charge(m->w, 1);
    switch (i->kind) {
      case END: return s;
      case SET:
        if (i->repeat) return match_repeat(m, i, s);
        s = fits(m, i, s) ? s + 1 : NULL;
        break;
      case OPEN: m->captures[i->a].start = s; break;
      case CLOSE: m->captures[i->a].length = s - m->captures[i->a].start; break;
      case POSITION: m->captures[i->a] = (capture){s, POSITION_CAPTURE}; break;
      case REFERENCE: s = match_reference(m, i, s); break;
      case BALANCE: s = match_balance(m, i, s); break;
      case FRONTIER: s = is_frontier(m, i, s) ? s : NULL; break;
      case TEXT_END: s = s == m->end ? s : NULL; break;
    }
  }
  return NULL;
}

const char *pattern_match(matcher *m, const char *start) { return match(m, m->pattern->items, start); }

void push_capture(lua_State *L, const matcher *m, int n, const char *start, const char *end) {
  if (n == 0 && m->pattern->captures == 0) {
    lua_pushlstring(L, start, (size_t)(end - start));
    return;
  }
  if (n >= m->pattern->captures) {
    raise_error(L, "invalid capture index %%%d", n + 1);
    return;
  }
  const capture *c = &m->captures[n];
  if (c->length == POSITION_CAPTURE) lua_pushinteger(L, c->start - m->text + 1);
  else lua_pushlstring(L, c->start, (size_t)c->length);
}

int push_captures(lua_State *L, const matcher *m, const char *start, const char *end) {
  int count = m->pattern->captures ? m->pattern->captures : 1;
  luaL_checkstack(L, count, "too many captures");
  for (int n = 0; n < count; n++) push_capture(L, m, n, start, end);
  return count;
}
