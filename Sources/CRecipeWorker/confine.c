#define _GNU_SOURCE
#include "worker.h"
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

/// 64 MiB: liblua needs as much of the C stack as its worst message takes (see docs/decisions/lua.md).
static const rlim_t stack_bytes = 64 << 20;

static bool limit(int resource, rlim_t value) {
  struct rlimit bound = {value, value};
  return setrlimit(resource, &bound) == 0;
}

/// Descriptors 0 and 1 are the port. 2 leads nowhere: what a library prints as it aborts is not for the host.
static bool close_descriptors(void) {
  int nowhere = open("/dev/null", O_WRONLY);
  if (nowhere < 0 || dup2(nowhere, 2) != 2) return false;
  return close_range(3, ~0U, 0) == 0;
}

bool confine_process(uint32_t *protections) {
  bool done = close_descriptors() && chdir("/") == 0;
  done = done && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
  // Before descriptors are counted, because it takes one for a moment.
  if (forbid_files()) *protections |= PROTECTION_FILES;
  // The stack of the first thread grows up to the limit that holds while it grows, so it can be set here.
  done = done && limit(RLIMIT_STACK, stack_bytes);
  done = done && limit(RLIMIT_AS, (rlim_t)6 << 30) && limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, 0);
  done = done && limit(RLIMIT_NOFILE, 3) && limit(RLIMIT_NPROC, 0) && limit(RLIMIT_CPU, 600);
  done = done && prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && prctl(PR_SET_DUMPABLE, 0) == 0;
  if (done && filter_system_calls()) *protections |= PROTECTION_SYSTEM_CALLS;
  return done;
}

int recipe_confine(void) {
  uint32_t protections = 0;
  return confine_process(&protections);
}

int recipe_worker_main(void) {
  uint32_t protections = 0;
  if (!confine_process(&protections)) return 3;
  worker_run(0, 1, protections, NULL);
  return 0;
}
