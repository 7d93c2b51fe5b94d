#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Processes that can do nothing but their work: how they are started, and what they give up before they begin.

/// Starts `program` in a process group of its own with `socket` as descriptors 0 and 1 and nothing else of the host's.
/// Returns its number, or 0 and the reason in `error`.
int confinement_spawn(const char *program, int socket, int *error);
/// Whether a child has ended; it can still be waited for.
bool confinement_has_ended(int pid);

/// What keeps a worker in, beyond what every machine has.
enum { PROTECTION_SYSTEM_CALLS = 1, PROTECTION_FILES = 2 };

/// Gives up what a recipe's worker does not need: it keeps its port, descriptors 0 and 1, and may take memory and end.
/// Returns false if a step fails that every machine can take; notes those protections that not every machine has.
bool confine_recipe_worker(uint32_t *protections);

/// Where a media worker finds the memory that it shares with the host, and its file.
enum { MEDIA_MEMORY = 3, MEDIA_FILE = 4 };
/// The same for a process that decodes. It may also read at any place of its file, map the memory and start threads, and
/// has `memory` bytes more than now.
bool confine_media_worker(uint64_t memory, uint32_t *protections);
/// The same for a process that sets type. It has no file at hand, but may open `fonts`, and nothing else, for reading. Where
/// that cannot be told to the system it may open any file for reading, which `protections` then shows.
bool confine_type_worker(uint64_t memory, const char *const *fonts, size_t count, uint32_t *protections);

/// A nursery is a process that has loaded what a worker needs, and makes a copy of itself for each. The copy's port, memory
/// and, if it has one, its file come with the order.
enum { NURSERY_DESCRIPTORS = 3 };
/// The nursery's side, over descriptor 0: calls `work` in each copy, and never returns before the host is gone.
int nursery_run(void (*work)(void));
/// The host's side: a copy's number, or a negated `errno`. One thread at a time. `count` is 2 or 3.
int nursery_start(int nursery, const int *descriptors, unsigned count);
/// Kills a copy, waits for its end and returns its status as `waitpid` does; negative if the nursery is gone. `peak` is told
/// how many bytes it had in memory at once, at the most.
int nursery_end(int nursery, int pid, uint64_t *peak);

/// Memory that can be shared, of no size yet, and that only grows. Returns a descriptor, or a negated `errno`.
int shared_memory_open(void);
