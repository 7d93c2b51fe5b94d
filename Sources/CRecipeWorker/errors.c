#include "worker.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

int current_line(lua_State *L) {
  lua_Debug frame;
  for (int level = 0; lua_getstack(L, level, &frame); level++) {
    lua_getinfo(L, "l", &frame);
    if (frame.currentline >= 0) return frame.currentline;
  }
  return 0;
}

int raise_error(lua_State *L, const char *format, ...) {
  char text[MESSAGE_BYTES];
  va_list arguments;
  va_start(arguments, format);
  int length = vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  if (length >= (int)sizeof text) length = sizeof text - 1;
  if (length < 0) length = 0;
  lua_pushfstring(L, "%s:%d: ", worker_of(L)->name, current_line(L));
  lua_pushlstring(L, text, (size_t)length);
  lua_concat(L, 2);
  return lua_error(L);
}

static void name_frame(const lua_Debug *frame, char *name) {
  if (strcmp(frame->what, "main") == 0) snprintf(name, TRACEBACK_NAME, "main chunk");
  else if (frame->name) snprintf(name, TRACEBACK_NAME, "%s", frame->name);
  else snprintf(name, TRACEBACK_NAME, "function on line %d", frame->linedefined);
}

int keep_trace(lua_State *L) {
  traceback *trace = &worker_of(L)->trace;
  lua_Debug frame;
  trace->count = 0;
  for (int level = 0; trace->count < TRACEBACK_FRAMES && lua_getstack(L, level, &frame); level++) {
    lua_getinfo(L, "Sln", &frame);
    if (frame.currentline < 0) continue;
    trace->frames[trace->count].line = frame.currentline;
    name_frame(&frame, trace->frames[trace->count].name);
    trace->count++;
  }
  return 1;
}

/// Splits "name:line: text". Leaves the text alone if it does not begin so.
static const char *skip_place(const worker *w, const char *text, size_t *length, uint32_t *line) {
  size_t name = strlen(w->name), at = name + 1;
  if (*length <= at || memcmp(text, w->name, name) != 0 || text[name] != ':') return text;
  uint32_t number = 0;
  size_t first = at;
  while (at < *length && at - first < 9 && text[at] >= '0' && text[at] <= '9')
    number = number * 10 + (uint32_t)(text[at++] - '0');
  if (at == first || at + 2 > *length || text[at] != ':' || text[at + 1] != ' ') return text;
  *line = number;
  *length -= at + 2;
  return text + at + 2;
}

static uint32_t failure_number(lua_State *L) {
  lua_rawgeti(L, LUA_REGISTRYINDEX, SLOT_FAILURES);
  lua_pushvalue(L, -2);
  lua_rawget(L, -2);
  uint32_t number = (uint32_t)lua_tointeger(L, -1);
  lua_pop(L, 2);
  return number;
}

void write_error(worker *w, int kind) {
  lua_State *L = w->L;
  bool is_string = lua_type(L, -1) == LUA_TSTRING;
  uint32_t failure = is_string ? failure_number(L) : 0;
  if (!is_string) {
    lua_pushfstring(L, "the error value is a %s, not a message", type_word(L, -1));
    lua_replace(L, -2);
  }
  size_t length;
  const char *text = lua_tolstring(L, -1, &length);
  uint32_t line = w->trace.count ? (uint32_t)w->trace.frames[0].line : 0;
  text = skip_place(w, text, &length, &line);
  if (length > MESSAGE_BYTES) length = MESSAGE_BYTES;
  port *p = &w->port;
  begin_message(w, WORKER_ERROR);
  put_8(p, (uint8_t)kind);
  put_32(p, failure);
  put_32(p, line);
  put_text(p, text, length);
  put_32(p, w->trace.count);
  for (unsigned i = 0; i < w->trace.count; i++) {
    put_32(p, (uint32_t)w->trace.frames[i].line);
    put_text(p, w->trace.frames[i].name, strlen(w->trace.frames[i].name));
  }
}
