#include "worker.h"
#include <string.h>

/// Lua hashes strings with a seed of time and addresses. The order of a table's nodes follows from it, and from that,
/// once keys are removed, when a table grows: fuel and `#t` of a table with holes would differ from run to run.
///
/// liblua has no call for it, so the seed is set where it lies: in the first block that Lua asks for, while it waits
/// for the second, before there is a string. It is found by what must stand before it in every Lua 5.4 (`lstate.h`):
/// our allocator and its context, sizes, the empty string table, and two values, the second of which says "not built
/// yet". Where that is not found, the seed stays as it is, and `seed_is_fixed` says so.
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

static bool is_global_state(const worker *w, const global_state *g, size_t size) {
  return g->allocate == worker_allocate && g->context == w && g->total == size && g->debt == 0 && !g->strings &&
         g->string_count == 0 && g->string_size == 0 && g->registry.type == TYPE_NIL &&
         g->nil_value.type == TYPE_INTEGER && g->nil_value.value == 0;
}

void fix_seed(worker *w) {
  char *block = arena_stack(&w->arena);
  block += ARENA_STACK_BYTES;
  size_t size = w->first_block;
  for (size_t at = 0; at + sizeof(global_state) <= size; at += sizeof(void *)) {
    global_state *g = (global_state *)(block + at);
    if (!is_global_state(w, g, size)) continue;
    g->seed = FIXED_SEED;
    w->seed_is_fixed = true;
    return;
  }
}
