#include "worker.h"
#include <string.h>

/// Two things of a new Lua state that liblua has no call for. Both are found by what stands there, and set only then;
/// docs/decisions/lua.md has the reasons.

// MARK: The seed of string hashes

/// Lua takes it from the time and from addresses. The order of a table's nodes follows from it, and from that, once
/// keys are removed, when a table grows: fuel and `#t` of a table with holes would differ from run to run.
///
/// It lies in the first block that Lua asks for, behind these fields, in every Lua 5.4 (`lstate.h`). While Lua asks for
/// its second block there is no string yet.
typedef struct global_state {
  lua_Alloc allocate;
  void *context;
  size_t total, debt, estimate, last_atomic;
  void *strings;
  int string_count, string_size;
  struct { uint64_t value; uint8_t type; } registry, nil_value;
  unsigned seed;
} global_state;

enum { TYPE_NIL = 0, TYPE_INTEGER = 3, FIXED_SEED = 0x52455052 };

static bool is_global_state(const worker *w, const global_state *g) {
  return g->allocate == worker_allocate && g->context == w && g->total == w->first_size && g->debt == 0 &&
         !g->strings && g->string_count == 0 && g->string_size == 0 && g->registry.type == TYPE_NIL &&
         g->nil_value.type == TYPE_INTEGER && g->nil_value.value == 0;  // an integer: not built yet
}

bool fix_seed(worker *w) {
  for (size_t at = 0; at + sizeof(global_state) <= w->first_size; at += sizeof(void *)) {
    global_state *g = (global_state *)((char *)w->first_block + at);
    if (!is_global_state(w, g)) continue;
    g->seed = FIXED_SEED;
    w->string_table = &g->strings;
    return true;
  }
  return false;
}

// MARK: The size of the stack

enum { FIRST_SLOTS = 2 * LUA_MINSTACK, EXTRA_SLOTS = 5, ROOM = 1000 };
_Static_assert((STACK_SLOTS + EXTRA_SLOTS) * SLOT_BYTES <= ARENA_STACK_BYTES, "the stack has its place");

/// Tells Lua that its stack, which has 40 slots, has all it will get: there is room for them where it lies, and they
/// are nil, because new memory is zero. Growing it the ordinary way would write to all of it.
///
/// Then a frame that lasts as long as the evaluation claims the slots, so that Lua does not shrink the stack after an
/// error. False if the stack's end is not found, or Lua grew the stack after all.
bool widen_stack(worker *w) {
  char *stack = arena_stack(&w->arena), *end = stack + FIRST_SLOTS * SLOT_BYTES;
  char **field = NULL;
  char **first = (char **)w->L, **last = (char **)((char *)w->first_block + w->first_size);
  for (char **at = first; at < last && !field; at++)
    if (*at == end) field = at;
  if (!field) return false;
  *field = stack + STACK_SLOTS * SLOT_BYTES;
  unsigned long count = w->arena.count;
  return lua_checkstack(w->L, STACK_SLOTS - ROOM) && w->arena.count == count;
}
