#define _GNU_SOURCE
#include "CConfinement.h"
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stddef.h>
#include <sys/wait.h>

/// Only the socket goes along: as 0 and 1. Whatever else the host has open is not for the worker.
static void set_descriptors(posix_spawn_file_actions_t *actions, int socket) {
  posix_spawn_file_actions_adddup2(actions, socket, 0);
  posix_spawn_file_actions_adddup2(actions, socket, 1);
  posix_spawn_file_actions_addopen(actions, 2, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addclosefrom_np(actions, 3);
}

/// A group of its own, so that it can be killed with all it may have started; no signal blocked or ignored.
static void set_group_and_signals(posix_spawnattr_t *attributes) {
  sigset_t all, none;
  sigfillset(&all);
  sigemptyset(&none);
  posix_spawnattr_setsigdefault(attributes, &all);
  posix_spawnattr_setsigmask(attributes, &none);
  posix_spawnattr_setpgroup(attributes, 0);
  posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
}

int confinement_spawn(const char *program, int socket, int *error) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  set_descriptors(&actions, socket);
  set_group_and_signals(&attributes);
  char *arguments[] = {(char *)program, NULL};
  // One locale, one seed for hashing, and no handler of crashes, which would need what a worker may not.
  char *environment[] = {"LC_ALL=C", "SWIFT_DETERMINISTIC_HASHING=1", "SWIFT_BACKTRACE=enable=no", NULL};
  pid_t pid = 0;
  *error = posix_spawn(&pid, program, &actions, &attributes, arguments, environment);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return *error ? 0 : pid;
}

bool confinement_has_ended(int pid) {
  siginfo_t info = {0};
  return waitid(P_PID, (id_t)pid, &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == pid;
}
