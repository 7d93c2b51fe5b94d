#define _GNU_SOURCE
#include "CConfinement.h"
#include "filter.h"
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

/// 64 MiB: liblua needs as much of the C stack as its worst message takes (see docs/decisions/lua.md).
static const rlim_t recipe_stack = 64 << 20;
/// Seconds of the processor, for a recipe's worker whose host has forgotten it.
static const rlim_t recipe_seconds = 600;

static bool limit(int resource, rlim_t value) {
  struct rlimit bound = {value, value};
  return setrlimit(resource, &bound) == 0;
}

static bool limit_memory(int resource, rlim_t value) {
#ifdef IS_SANITIZED
  return true;
#else
  return limit(resource, value);
#endif
}

/// Descriptors 0 and 1 are the port. 2 leads nowhere: what a library prints as it aborts is not for the host.
static bool close_descriptors(unsigned kept) {
  int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC);
  if (nowhere < 0 || dup2(nowhere, 2) != 2) return false;
  return close_range(kept, ~0U, 0) == 0;
}

/// Files that a worker may still read by their names.
typedef struct files { const char *const *paths; size_t count; } files;

/// What every worker gives up. It keeps `descriptors`, and may have `more` at once.
static bool confine(unsigned descriptors, unsigned more, files readable, uint32_t *protections) {
  bool done = close_descriptors(descriptors) && chdir("/") == 0;
  done = done && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
  // Before descriptors are counted, because it takes some for a moment.
  if (forbid_files(readable.paths, readable.count)) *protections |= PROTECTION_FILES;
  done = done && limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_NOFILE, descriptors + more);
  return done && prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && prctl(PR_SET_DUMPABLE, 0) == 0;
}

bool confine_recipe_worker(uint32_t *protections) {
  bool done = confine(3, 0, (files){0}, protections) && limit(RLIMIT_NPROC, 0);
  // The stack of the first thread grows up to the limit that holds while it grows, so it can be set here.
  done = done && limit(RLIMIT_STACK, recipe_stack) && limit_memory(RLIMIT_AS, (rlim_t)6 << 30);
  done = done && limit(RLIMIT_CPU, recipe_seconds);
  if (done && filter_recipe_worker()) *protections |= PROTECTION_SYSTEM_CALLS;
  return done;
}

/// Bytes of memory of its own that the process has now, or as much as a nursery may have if the system does not say.
static rlim_t bytes_in_use(void) {
  unsigned long pages = 0;
  FILE *file = fopen("/proc/self/statm", "re");
  bool is_known = file && fscanf(file, "%*u %*u %*u %*u %*u %lu", &pages) == 1;
  if (file) fclose(file);
  return is_known ? (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE) : (rlim_t)256 << 20;
}

// No limit on processes here: threads count as such, and decoders have some. Starting others is for the filter to stop.

bool confine_media_worker(uint64_t memory, uint32_t *protections) {
  rlim_t in_use = bytes_in_use();
  bool done = confine(MEDIA_FILE + 1, 0, (files){0}, protections) && limit_memory(RLIMIT_DATA, in_use + memory);
  if (done && filter_media_worker()) *protections |= PROTECTION_SYSTEM_CALLS;
  return done;
}

bool confine_type_worker(uint64_t memory, const char *const *fonts, size_t count, uint32_t *protections) {
  rlim_t in_use = bytes_in_use();
  bool done = confine(MEDIA_MEMORY + 1, 64, (files){fonts, count}, protections);
  done = done && limit_memory(RLIMIT_DATA, in_use + memory);
  if (done && filter_type_worker()) *protections |= PROTECTION_SYSTEM_CALLS;
  return done;
}
