#define _GNU_SOURCE
#include "arena.h"
#include <stdint.h>
#include <sys/mman.h>

static const uintptr_t first_address = UINT64_C(0x580000000000);
static const uintptr_t address_step = UINT64_C(1) << 32;
enum { ADDRESSES = 4096, SMALL = 1024, GRAIN = 16, SMALL_CLASSES = SMALL / GRAIN };

bool arena_open(arena *a, size_t bytes) {
  *a = (arena){0};
  if (bytes >= address_step - ARENA_STACK_BYTES) return false;
  a->reserved = ARENA_STACK_BYTES + bytes;
  for (unsigned i = 0; i < ADDRESSES && !a->base; i++) {
    void *wanted = (void *)(first_address + i * address_step);
    int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_FIXED_NOREPLACE;
    void *got = mmap(wanted, a->reserved, PROT_READ | PROT_WRITE, flags, -1, 0);
    if (got == MAP_FAILED) continue;
    // Kernels before 4.17 take the address for a hint.
    if (got == wanted) a->base = got;
    else munmap(got, a->reserved);
  }
  if (!a->base) return false;
  a->next = a->base + ARENA_STACK_BYTES;
  a->end = a->base + a->reserved;
  return true;
}

void arena_close(arena *a) {
  if (a->base) munmap(a->base, a->reserved);
  *a = (arena){0};
}

size_t arena_used(const arena *a) { return a->base ? (size_t)(a->next - a->base) - ARENA_STACK_BYTES : 0; }

void *arena_stack(const arena *a) { return a->base; }

/// Multiples of 16 bytes up to 1 KiB, then four sizes to each doubling.
static unsigned class_of(size_t bytes, size_t *size) {
  if (bytes <= SMALL) {
    *size = (bytes + GRAIN - 1) / GRAIN * GRAIN;
    return (unsigned)(*size / GRAIN) - 1;
  }
  unsigned power = 63 - (unsigned)__builtin_clzll(bytes - 1);
  size_t base = (size_t)1 << power, step = base / 4;
  unsigned quarter = (unsigned)((bytes - 1 - base) / step);
  *size = base + (quarter + 1) * step;
  return SMALL_CLASSES + (power - 10) * 4 + quarter;
}

void *arena_take(arena *a, size_t bytes) {
  if (bytes == 0) bytes = 1;
  if (bytes > a->reserved) return NULL;
  size_t size;
  unsigned class = class_of(bytes, &size);
  void *block = a->free[class];
  if (block) {
    a->free[class] = *(void **)block;
    return block;
  }
  if (size > (size_t)(a->end - a->next)) return NULL;
  block = a->next;
  a->next += size;
  return block;
}

void arena_give(arena *a, void *block, size_t bytes) {
  size_t size;
  unsigned class = class_of(bytes ? bytes : 1, &size);
  *(void **)block = a->free[class];
  a->free[class] = block;
}

bool arena_fits(size_t bytes, size_t wanted) {
  size_t have, need;
  return class_of(bytes ? bytes : 1, &have) == class_of(wanted ? wanted : 1, &need);
}
