#define _GNU_SOURCE
#include "filter.h"
#include "CConfinement.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/// Rights over files that each version of Landlock knows, from the lowest bit up.
static uint64_t file_rights(int version) {
  static const unsigned counts[] = {0, 13, 14, 15, 15, 16};
  int last = sizeof counts / sizeof *counts - 1;
  return (1ULL << counts[version < last ? version : last]) - 1;
}

static bool allow_reading(int ruleset, const char *path) {
  struct landlock_path_beneath_attr rule = {
    .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE, .parent_fd = open(path, O_PATH | O_CLOEXEC)};
  if (rule.parent_fd < 0) return false;
  bool done = syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0) == 0;
  close(rule.parent_fd);
  return done;
}

bool forbid_files(const char *const *readable, size_t count) {
  int version = (int)syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1) return false;
  struct landlock_ruleset_attr rules = {.handled_access_fs = file_rights(version)};
  int ruleset = (int)syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, 0);
  if (ruleset < 0) return false;
  // A file that is not there any more cannot be read anyway.
  for (size_t i = 0; i < count; i++) allow_reading(ruleset, readable[i]);
  bool done = syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
  close(ruleset);
  return done;
}

static const uint32_t allow = SCMP_ACT_ALLOW;

static bool allow_plain(scmp_filter_ctx filter, const int *calls, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (seccomp_rule_add(filter, allow, calls[i], 0) != 0) return false;
  return true;
}

/// The port's two descriptors, memory that is nobody's file and cannot be run, and the end.
static bool allow_working(scmp_filter_ctx filter) {
  static const int plain[] = {
    SCMP_SYS(munmap), SCMP_SYS(brk), SCMP_SYS(mremap), SCMP_SYS(madvise), SCMP_SYS(exit_group)};
  bool done = seccomp_rule_add(filter, allow, SCMP_SYS(read), 1, SCMP_A0(SCMP_CMP_EQ, 0)) == 0;
  done = done && seccomp_rule_add(filter, allow, SCMP_SYS(write), 1, SCMP_A0(SCMP_CMP_EQ, 1)) == 0;
  done = done && seccomp_rule_add(
    filter, allow, SCMP_SYS(mmap), 2, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0),
    SCMP_A3(SCMP_CMP_MASKED_EQ, MAP_ANONYMOUS, MAP_ANONYMOUS)) == 0;
  return done && allow_plain(filter, plain, sizeof plain / sizeof *plain);
}

/// The file at any place, and the memory that is shared with the host. Libraries look for tables of theirs (character sets)
/// and do without if they are told that they may not.
static bool allow_media(scmp_filter_ctx filter) {
  if (seccomp_rule_add(filter, SCMP_ACT_ERRNO(EACCES), SCMP_SYS(openat), 0) != 0) return false;
  bool done = seccomp_rule_add(filter, allow, SCMP_SYS(pread64), 1, SCMP_A0(SCMP_CMP_EQ, MEDIA_FILE)) == 0;
  return done && seccomp_rule_add(
    filter, allow, SCMP_SYS(mmap), 3, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0),
    SCMP_A3(SCMP_CMP_MASKED_EQ, MAP_ANONYMOUS, 0), SCMP_A4(SCMP_CMP_EQ, MEDIA_MEMORY)) == 0;
}

/// Fonts are opened, asked for their size, mapped and closed again. What is opened is Landlock's to say. The parser of font
/// rules salts its tables by chance, and Pango has a thread with a name.
static bool allow_fonts(scmp_filter_ctx filter) {
  static const int plain[] = {
    SCMP_SYS(newfstatat), SCMP_SYS(fstat), SCMP_SYS(lseek), SCMP_SYS(close), SCMP_SYS(access), SCMP_SYS(readlink),
    SCMP_SYS(fcntl), SCMP_SYS(getpid), SCMP_SYS(getrandom)};
  bool done = seccomp_rule_add(
    filter, allow, SCMP_SYS(openat), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, O_ACCMODE | O_CREAT | O_TRUNC, O_RDONLY)) == 0;
  done = done && seccomp_rule_add(filter, allow, SCMP_SYS(prctl), 1, SCMP_A0(SCMP_CMP_EQ, PR_SET_NAME)) == 0;
  done = done && seccomp_rule_add(filter, allow, SCMP_SYS(read), 1, SCMP_A0(SCMP_CMP_GT, MEDIA_MEMORY)) == 0;
  done = done && seccomp_rule_add(
    filter, allow, SCMP_SYS(mmap), 2, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0),
    SCMP_A3(SCMP_CMP_MASKED_EQ, MAP_ANONYMOUS, 0)) == 0;
  return done && allow_plain(filter, plain, sizeof plain / sizeof *plain);
}

/// Some decoders work on a thread of their own. `clone3` hides its flags in memory; without it libraries use `clone`.
static bool allow_threads(scmp_filter_ctx filter) {
  static const int plain[] = {
    SCMP_SYS(futex), SCMP_SYS(exit), SCMP_SYS(rt_sigaction), SCMP_SYS(set_robust_list), SCMP_SYS(rseq), SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity), SCMP_SYS(gettid), SCMP_SYS(clock_gettime)};
  bool done = seccomp_rule_add(
    filter, allow, SCMP_SYS(clone), 1, SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD)) == 0;
  done = done && seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0) == 0;
  done = done && seccomp_rule_add(
    filter, allow, SCMP_SYS(mprotect), 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0)) == 0;
  return done && allow_plain(filter, plain, sizeof plain / sizeof *plain);
}

static bool load(bool (*const *rules)(scmp_filter_ctx), size_t count) {
#ifdef IS_SANITIZED
  return false;
#else
  scmp_filter_ctx filter = seccomp_init(SCMP_ACT_KILL_PROCESS);
  if (!filter) return false;
  bool done = true;
  for (size_t i = 0; i < count; i++) done = done && rules[i](filter);
  done = done && seccomp_load(filter) == 0;
  seccomp_release(filter);
  return done;
#endif
}

bool filter_recipe_worker(void) {
  static bool (*const rules[])(scmp_filter_ctx) = {allow_working};
  return load(rules, 1);
}

bool filter_media_worker(void) {
  static bool (*const rules[])(scmp_filter_ctx) = {allow_working, allow_media, allow_threads};
  return load(rules, 3);
}

bool filter_type_worker(void) {
  static bool (*const rules[])(scmp_filter_ctx) = {allow_working, allow_fonts, allow_threads};
  return load(rules, 3);
}
