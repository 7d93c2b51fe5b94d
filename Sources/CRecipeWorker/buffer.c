#include "buffer.h"
#include <string.h>

enum { FIRST_CAPACITY = 128 };

void check_length(lua_State *L, size_t length) {
  size_t most = worker_of(L)->limits.string;
  if (length > most) raise_error(L, "the result would have %zu bytes; a string has at most %zu", length, most);
}

static void grow(worker *w, buffer *b, size_t least) {
  size_t capacity = b->capacity ? b->capacity : FIRST_CAPACITY;
  while (capacity < least) capacity *= 2;
  char *bytes = take(w, capacity);
  if (b->length) memcpy(bytes, b->bytes, b->length);
  if (b->bytes) release(w, b->bytes, b->capacity);
  b->bytes = bytes;
  b->capacity = capacity;
}

void buffer_add(lua_State *L, buffer *b, const char *bytes, size_t length) {
  if (length == 0) return;
  check_length(L, b->length + length);
  if (b->length + length > b->capacity) grow(worker_of(L), b, b->length + length);
  memcpy(b->bytes + b->length, bytes, length);
  b->length += length;
}

void buffer_add_value(lua_State *L, buffer *b, int index) {
  size_t length;
  const char *text = push_text(L, index, &length);
  buffer_add(L, b, text, length);
  lua_pop(L, 1);
}

void buffer_push(lua_State *L, buffer *b) {
  lua_pushlstring(L, b->bytes ? b->bytes : "", b->length);
  if (b->bytes) release(worker_of(L), b->bytes, b->capacity);
}
