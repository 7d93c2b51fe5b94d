#define _GNU_SOURCE
#include "worker.h"
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

// What a sanitizer does as it starts and ends is more than a recipe may.
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(undefined_behavior_sanitizer)
#define IS_SANITIZED 1
#endif
#endif

/// Rights over files that each version of Landlock knows, from the lowest bit up.
static uint64_t file_rights(int version) {
  static const unsigned counts[] = {0, 13, 14, 15, 15, 16};
  int last = sizeof counts / sizeof *counts - 1;
  return (1ULL << counts[version < last ? version : last]) - 1;
}

bool forbid_files(void) {
  int version = (int)syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1) return false;
  // No rule allows anything.
  struct landlock_ruleset_attr rules = {.handled_access_fs = file_rights(version)};
  int ruleset = (int)syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, 0);
  if (ruleset < 0) return false;
  bool done = syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
  close(ruleset);
  return done;
}

/// The port's two descriptors, memory that is nobody's file and cannot be run, and the end.
static bool add_rules(scmp_filter_ctx filter) {
  const uint32_t allow = SCMP_ACT_ALLOW;
  static const int plain[] = {
    SCMP_SYS(munmap), SCMP_SYS(brk), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(exit_group)};
  bool done = seccomp_rule_add(filter, allow, SCMP_SYS(read), 1, SCMP_A0(SCMP_CMP_EQ, 0)) == 0;
  done = done && seccomp_rule_add(filter, allow, SCMP_SYS(write), 1, SCMP_A0(SCMP_CMP_EQ, 1)) == 0;
  done = done && seccomp_rule_add(
    filter, allow, SCMP_SYS(mmap), 2, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0),
    SCMP_A3(SCMP_CMP_MASKED_EQ, MAP_ANONYMOUS, MAP_ANONYMOUS)) == 0;
  for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
    done = done && seccomp_rule_add(filter, allow, plain[i], 0) == 0;
  return done;
}

bool filter_system_calls(void) {
#ifdef IS_SANITIZED
  return false;
#else
  scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
  if (!filter) return false;
  bool done = add_rules(filter) && seccomp_load(filter) == 0;
  seccomp_release(filter);
  return done;
#endif
}
