#include "worker.h"
#include <string.h>

void trip(worker *w, int limit) {
  w->tripped = limit;
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
  charge(worker_of(L), FUEL_PER_HOOK);
}

static void *take_charged(worker *w, size_t bytes) {
  charge(w, bytes / FUEL_BYTES + 1);
  void *block = arena_take(&w->arena, bytes);
  if (!block) trip(w, LIMIT_MEMORY);
  return block;
}

void *take(worker *w, size_t bytes) { return take_charged(w, bytes); }

void release(worker *w, void *block, size_t bytes) { arena_give(&w->arena, block, bytes); }

/// The Lua stack: it grows where it lies (see arena.h).
static void *grow_stack(worker *w, size_t bytes) {
  charge(w, bytes / FUEL_BYTES);
  if (bytes > ARENA_STACK_BYTES) trip(w, LIMIT_MEMORY);
  return arena_stack(&w->arena);
}

static void *allocate_new(worker *w, size_t kind, size_t bytes) {
  if (w->arena.count == 0) w->first_block = bytes;
  if (w->arena.count++ == 1) {
    // Lua has made its global state, and no string yet.
    fix_seed(w);
    return grow_stack(w, bytes);
  }
  // For a new object the old size says its type. The header of a string takes 24 bytes, its last zero one more.
  if (kind == LUA_TSTRING && bytes > w->limits.string + 25) trip(w, LIMIT_STRING);
  if (bytes > w->limits.block) trip(w, LIMIT_BLOCK);
  return take_charged(w, bytes);
}

void *worker_allocate(void *context, void *block, size_t old_size, size_t new_size) {
  worker *w = context;
  bool is_stack = block && block == arena_stack(&w->arena);
  if (new_size == 0) {
    if (block && !is_stack) arena_give(&w->arena, block, old_size);
    return NULL;
  }
  if (!block) return allocate_new(w, old_size, new_size);
  if (is_stack) return grow_stack(w, new_size);
  if (new_size > w->limits.block) trip(w, LIMIT_BLOCK);
  if (arena_fits(old_size, new_size)) return block;
  void *moved = take_charged(w, new_size);
  memcpy(moved, block, old_size < new_size ? old_size : new_size);
  arena_give(&w->arena, block, old_size);
  return moved;
}
