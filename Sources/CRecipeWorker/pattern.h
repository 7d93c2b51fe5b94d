#pragma once
#include "worker.h"

/// Lua's patterns, compiled to a list of items and matched by backtracking. Every step costs fuel.
///
/// Captures are numbered when the pattern is compiled, so opening and closing one is no choice point, and the matcher
/// calls itself only for repetitions: no deeper than the pattern is long.

enum { CAPTURES = 32, POSITION_CAPTURE = -1 };

typedef struct item {
  uint8_t kind;
  uint8_t repeat;    // 0 or one of * + - ?
  uint8_t a, b;      // the capture, or the brackets of %b
  uint64_t set[4];   // the bytes that fit
} item;

typedef struct pattern {
  item *items;
  size_t size;       // bytes of `items`
  bool is_anchored;
  int captures;
} pattern;

typedef struct capture {
  const char *start;
  ptrdiff_t length;  // or POSITION_CAPTURE
} capture;

typedef struct matcher {
  worker *w;
  const pattern *pattern;
  const char *text, *end;
  capture captures[CAPTURES];
} matcher;

/// Raises an error for a malformed pattern.
pattern pattern_compile(lua_State *, const char *text, size_t length);
void pattern_release(worker *, pattern *);
/// The end of a match that begins at `start`, or NULL.
const char *pattern_match(matcher *, const char *start);
/// Pushes capture `n`; the whole match as capture 0 of a pattern that has none.
void push_capture(lua_State *, const matcher *, int n, const char *start, const char *end);
/// Pushes all captures, or the whole match if there are none; returns how many.
int push_captures(lua_State *, const matcher *, const char *start, const char *end);
