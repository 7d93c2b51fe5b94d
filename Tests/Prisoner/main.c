#define _GNU_SOURCE
#include <CConfinement.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

/// `prisoner ATTEMPT`: confined like a worker, tries one thing. Ends with status 0 if that was done, 1 if it failed.
/// What should be stopped is stopped before that, by a signal.

static int open_file(void) { return open("/etc/passwd", O_RDONLY); }
static int make_file(void) { return open("/tmp/prisoner", O_CREAT | O_WRONLY, 0600); }
static int make_socket(void) { return socket(AF_INET, SOCK_STREAM, 0); }
static int start_process(void) { return fork(); }
static int run_program(void) { return execl("/bin/true", "true", NULL); }
static int kill_parent(void) { return kill(getppid(), SIGKILL); }
static int trace_parent(void) { return (int)ptrace(PTRACE_ATTACH, getppid(), 0, 0); }
static int read_elsewhere(void) { char byte; return (int)read(2, &byte, 1); }
static int write_elsewhere(void) { return (int)write(2, "", 1); }
static int ask_for_chance(void) { char byte; return (int)syscall(SYS_getrandom, &byte, 1, 0); }
static int ask_for_time(void) { struct { long a, b; } time; return (int)syscall(SYS_clock_gettime, 0, &time); }
static int give_up_filter(void) { return (int)syscall(SYS_prctl, 22, 0, 0, 0, 0); }

static int make_code(void) {
  return mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? -1 : 0;
}

static int use_old_calls(void) {
  // getpid by the way of 32-bit programs, whose numbers mean other calls.
#if defined(__x86_64__)
  int result;
  __asm__ volatile("int $0x80" : "=a"(result) : "a"(20) : "memory");
  return result;
#else
  return (int)syscall(SYS_getpid);
#endif
}

static int take_memory(void) {
  void *memory = mmap(NULL, 1 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return memory == MAP_FAILED ? -1 : munmap(memory, 1 << 20);
}

static int speak(void) { return (int)write(1, "still here\n", 11); }

static const struct { const char *name; int (*function)(void); } attempts[] = {
  {"open-file", open_file}, {"make-file", make_file}, {"make-socket", make_socket}, {"start-process", start_process},
  {"run-program", run_program}, {"kill-parent", kill_parent}, {"trace-parent", trace_parent},
  {"read-elsewhere", read_elsewhere}, {"write-elsewhere", write_elsewhere}, {"ask-for-chance", ask_for_chance},
  {"ask-for-time", ask_for_time}, {"give-up-filter", give_up_filter}, {"make-code", make_code},
  {"use-old-calls", use_old_calls}, {"take-memory", take_memory}, {"speak", speak},
};

int main(int count, char **words) {
  for (size_t i = 0; count == 2 && i < sizeof attempts / sizeof *attempts; i++) {
    if (strcmp(words[1], attempts[i].name) != 0) continue;
    if (!recipe_confine()) return 3;
    return attempts[i].function() < 0;
  }
  return 2;
}
