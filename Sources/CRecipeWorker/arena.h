#pragma once
#include <stdbool.h>
#include <stddef.h>

/// All memory of one evaluation: one reservation, handed out and never given back.
///
/// An address is a multiple of 4 GiB plus what the recipe's own doings decide, because liblua hashes objects by the
/// lower half of their addresses. Freed blocks are kept by size and used again in the order they came back. So the
/// same recipe sees the same memory everywhere.
///
/// The second block that Lua asks for is its stack. It gets a place of its own with room for its full size, so that it
/// need never move: liblua 5.4.4 keeps a pointer into it over a `__concat` that makes it grow.

enum {
  ARENA_CLASSES = 192,
  ARENA_STACK_BYTES = 2 << 20,
};

typedef struct arena {
  char *base;
  size_t reserved;
  char *next;
  char *end;
  void *free[ARENA_CLASSES];
  unsigned long count;  // blocks asked for so far
} arena;

/// Reserves `bytes` beside the Lua stack. False if there is no such address space.
bool arena_open(arena *, size_t bytes);
void arena_close(arena *);
/// Bytes taken, without the Lua stack.
size_t arena_used(const arena *);

/// A block of at least `bytes`; NULL if the arena is full.
void *arena_take(arena *, size_t bytes);
void arena_give(arena *, void *block, size_t bytes);
/// Whether a block of `bytes` has room for `wanted` where it lies.
bool arena_fits(size_t bytes, size_t wanted);
/// The place of the Lua stack.
void *arena_stack(const arena *);
