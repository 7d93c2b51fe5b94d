#include "worker.h"
#include <string.h>

enum {
  LARGER_STACK = (2 * STACK_SLOTS + 5) * SLOT_BYTES,  // what Lua asks for when the stack is full
  STRING_HEADER = 25,  // what a string takes besides its bytes, with the zero at its end
};

void trip(worker *w, int limit) {
  w->tripped = limit;
  w->trip_line = w->L && limit != GONE ? (uint32_t)current_line(w->L) : 0;
  longjmp(w->boundary, 1);
}

void charge(worker *w, uint64_t units) {
  if (w->stop && atomic_load_explicit(w->stop, memory_order_relaxed)) trip(w, LIMIT_TIME);
  if (units > w->limits.fuel - w->fuel_used) {
    w->fuel_used = w->limits.fuel;
    trip(w, LIMIT_FUEL);
  }
  w->fuel_used += units;
}

void charge_hook(lua_State *L, lua_Debug *event) {
  (void)event;
  worker *w = worker_of(L);
  charge(w, FUEL_PER_HOOK * (1 + w->longest / FUEL_LONG_STRING));
}

void *take(worker *w, size_t bytes) {
  charge(w, bytes / FUEL_BYTES + 1);
  void *block = arena_take(&w->arena, bytes);
  if (!block) trip(w, LIMIT_MEMORY);
  return block;
}

void release(worker *w, void *block, size_t bytes) { arena_give(&w->arena, block, bytes); }

/// Lua has made its global state, and no string yet: the second block is its stack.
static void *begin_stack(worker *w, size_t bytes) {
  w->seed_is_fixed = fix_seed(w);
  return bytes <= ARENA_STACK_BYTES ? arena_stack(&w->arena) : NULL;
}

static void check_string(worker *w, size_t bytes) {
  if (bytes > w->limits.string + STRING_HEADER) trip(w, LIMIT_STRING);
  if (bytes > w->longest) w->longest = bytes;
}

static void *allocate_new(worker *w, size_t kind, size_t bytes) {
  if (w->arena.count++ == 1) return begin_stack(w, bytes);
  if (bytes == LARGER_STACK) trip(w, LIMIT_STACK);
  // For a new object the old size says its type.
  if (kind == LUA_TSTRING) check_string(w, bytes);
  if (bytes > w->limits.block) trip(w, LIMIT_BLOCK);
  void *block = take(w, bytes);
  if (w->arena.count == 1) w->first_block = block, w->first_size = bytes;
  return block;
}

static void give(worker *w, void *block, size_t bytes) {
  if (block && block != arena_stack(&w->arena)) arena_give(&w->arena, block, bytes);
}

void *worker_allocate(void *context, void *block, size_t old_size, size_t new_size) {
  worker *w = context;
  if (new_size == 0) return give(w, block, old_size), NULL;
  if (!block) return allocate_new(w, old_size, new_size);
  bool is_string_table = w->string_table && block == *w->string_table;
  if (new_size > w->limits.block && !is_string_table) trip(w, LIMIT_BLOCK);
  if (arena_fits(old_size, new_size)) return block;
  void *moved = take(w, new_size);
  memcpy(moved, block, old_size < new_size ? old_size : new_size);
  give(w, block, old_size);
  return moved;
}
