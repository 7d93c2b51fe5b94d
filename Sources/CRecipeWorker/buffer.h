#pragma once
#include "worker.h"

/// A text that grows, in the arena. No longer than a string may be: then it raises an error.
typedef struct buffer {
  char *bytes;
  size_t length, capacity;
} buffer;

void buffer_add(lua_State *, buffer *, const char *bytes, size_t length);
/// Adds a string or the text of a number from the stack.
void buffer_add_value(lua_State *, buffer *, int index);
/// Pushes the text and gives the memory back.
void buffer_push(lua_State *, buffer *);
/// Raises an error if `length` is more than a string may have.
void check_length(lua_State *, size_t length);
