#pragma once
#include "worker.h"

#pragma GCC visibility push(hidden)

// search.c
int string_find(lua_State *);
int string_match(lua_State *);
int string_gmatch(lua_State *);
int string_gsub(lua_State *);

// format.c
int string_format(lua_State *);

// arithmetic.c
/// Fills the metatable on top with what makes `"10" + 1` work.
void add_string_arithmetic(lua_State *);

#pragma GCC visibility pop
