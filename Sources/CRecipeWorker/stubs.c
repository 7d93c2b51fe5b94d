#include "worker.h"
void open_string(lua_State *L){(void)L;}
void open_table(lua_State *L){(void)L;}
void open_math(lua_State *L){(void)L;}
void open_utf8(lua_State *L){(void)L;}
void open_random(lua_State *L){(void)L;}
