#define _GNU_SOURCE
#include "CConfinement.h"
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/// What the host sends. With `pid` 0 it asks for a copy, and descriptors come along; otherwise for that copy's end.
typedef struct order { int32_t pid; uint32_t descriptors; } order;
/// What the nursery answers: the copy's number; or how it ended, and how many bytes of memory it had at the most.
typedef struct answer { int64_t value; uint64_t peak; } answer;

/// An order on its way, with room for descriptors beside it.
typedef struct envelope {
  order order;
  struct iovec bytes;
  struct msghdr message;
  _Alignas(struct cmsghdr) char room[CMSG_SPACE(NURSERY_DESCRIPTORS * sizeof(int))];
} envelope;

static void address(envelope *e) {
  e->bytes = (struct iovec){&e->order, sizeof e->order};
  e->message = (struct msghdr){
    .msg_iov = &e->bytes, .msg_iovlen = 1, .msg_control = e->room, .msg_controllen = sizeof e->room};
}

// The host's side.

static int ask(int nursery, struct msghdr *message, answer *a) {
  ssize_t sent = sendmsg(nursery, message, MSG_NOSIGNAL);
  if (sent != sizeof(order)) return sent < 0 ? -errno : -EPIPE;
  ssize_t got = recv(nursery, a, sizeof *a, MSG_WAITALL);
  return got == sizeof *a ? (int)a->value : got < 0 ? -errno : -EPIPE;
}

int nursery_start(int nursery, const int *descriptors, unsigned count) {
  envelope e = {.order = {.descriptors = count}};
  address(&e);
  const size_t bytes = count * sizeof(int);
  e.message.msg_controllen = CMSG_SPACE(bytes);
  struct cmsghdr *head = CMSG_FIRSTHDR(&e.message);
  *head = (struct cmsghdr){.cmsg_len = CMSG_LEN(bytes), .cmsg_level = SOL_SOCKET, .cmsg_type = SCM_RIGHTS};
  memcpy(CMSG_DATA(head), descriptors, bytes);
  answer a;
  return ask(nursery, &e.message, &a);
}

int nursery_end(int nursery, int pid, uint64_t *peak) {
  envelope e = {.order = {.pid = pid}};
  address(&e);
  e.message.msg_control = NULL, e.message.msg_controllen = 0;
  answer a = {0};
  int status = ask(nursery, &e.message, &a);
  *peak = a.peak;
  return status;
}

int shared_memory_open(void) {
  int memory = memfd_create("reprise frames", MFD_CLOEXEC | MFD_ALLOW_SEALING);
  if (memory < 0) return -errno;
  // A worker that made it smaller would end a host that reads it.
  if (fcntl(memory, F_ADD_SEALS, F_SEAL_SHRINK) == 0) return memory;
  int error = errno;
  close(memory);
  return -error;
}

// The nursery's side.

static bool await_order(envelope *e) {
  address(e);
  ssize_t got;
  do got = recvmsg(0, &e->message, MSG_CMSG_CLOEXEC | MSG_WAITALL);
  while (got < 0 && errno == EINTR);
  return got == sizeof e->order;
}

static bool take_descriptors(envelope *e, int *descriptors) {
  const unsigned count = e->order.descriptors;
  struct cmsghdr *head = CMSG_FIRSTHDR(&e->message);
  if (!head || head->cmsg_type != SCM_RIGHTS || count < 2 || count > NURSERY_DESCRIPTORS) return false;
  if (head->cmsg_len != CMSG_LEN(count * sizeof(int))) return false;
  memcpy(descriptors, CMSG_DATA(head), count * sizeof(int));
  return true;
}

/// Moves the descriptors to the places that a worker knows. First out of the way, because they may lie there already.
static bool arrange(const int *descriptors, unsigned count) {
  static const int places[NURSERY_DESCRIPTORS] = {0, MEDIA_MEMORY, MEDIA_FILE};
  int above[NURSERY_DESCRIPTORS];
  for (unsigned i = 0; i < count; i++) above[i] = fcntl(descriptors[i], F_DUPFD_CLOEXEC, 16);
  for (unsigned i = 0; i < count; i++)
    if (dup2(above[i], places[i]) != places[i]) return false;
  return dup2(0, 1) == 1;
}

static int start(envelope *e, void (*work)(void)) {
  int descriptors[NURSERY_DESCRIPTORS];
  if (!take_descriptors(e, descriptors)) return -EBADMSG;
  pid_t pid = fork();
  if (pid == 0) {
    if (arrange(descriptors, e->order.descriptors)) work();
    _exit(3);
  }
  int result = pid < 0 ? -errno : pid;
  for (unsigned i = 0; i < e->order.descriptors; i++) close(descriptors[i]);
  return result;
}

static answer end(pid_t pid) {
  int status = 0;
  struct rusage usage = {0};
  siginfo_t info;
  // Only a child of ours: another nursery's worker is not there any more, and its number may be somebody else's.
  if (waitid(P_PID, (id_t)pid, &info, WEXITED | WNOHANG | WNOWAIT) != 0) return (answer){-errno};
  // Until it is waited for, its number is not given to another process.
  kill(pid, SIGKILL);
  while (wait4(pid, &status, 0, &usage) < 0)
    if (errno != EINTR) return (answer){-errno};
  return (answer){status, (uint64_t)usage.ru_maxrss << 10};
}

int nursery_run(void (*work)(void)) {
  envelope e;
  while (await_order(&e)) {
    answer a = e.order.pid == 0 ? (answer){start(&e, work)} : end(e.order.pid);
    if (send(0, &a, sizeof a, MSG_NOSIGNAL) != sizeof a) break;
  }
  // The host is gone. No worker outlives it, whatever it is doing.
  kill(0, SIGKILL);
  return 0;
}
