#define _GNU_SOURCE
#include <CConfinement.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

/// `prisoner KIND ATTEMPT`: confined like a worker of a kind (`recipe`, `media` or `type`), tries one thing. Ends with status 0 if
/// that was done, 1 if it failed. What should be stopped is stopped before that, by a signal.

static const char *program;

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

static void *at_ease(void *nothing) { return nothing; }

static int take_memory(void) {
  void *memory = mmap(NULL, 1 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return memory == MAP_FAILED ? -1 : munmap(memory, 1 << 20);
}

static int speak(void) { return (int)write(1, "still here\n", 11); }

static int start_thread(void) {
  pthread_t thread;
  return pthread_create(&thread, NULL, at_ease, NULL) == 0 && pthread_join(thread, NULL) == 0 ? 0 : -1;
}

static int read_file(void) { char byte; return (int)pread(MEDIA_FILE, &byte, 1, 0); }
static int read_memory(void) { char byte; return (int)pread(MEDIA_MEMORY, &byte, 1, 0); }
static int write_file(void) { return (int)pwrite(MEDIA_FILE, "", 1, 0); }
static int grow_memory(void) { return ftruncate(MEDIA_MEMORY, 1 << 30); }

static int map(int descriptor, int rights) {
  return mmap(NULL, 4096, rights, MAP_SHARED, descriptor, 0) == MAP_FAILED ? -1 : 0;
}

static int read_font(void) {
  char byte;
  int font = open(program, O_RDONLY);
  return font < 0 ? -1 : (int)read(font, &byte, 1);
}

static int write_font(void) { return open(program, O_RDWR); }

static int map_file(void) { return map(MEDIA_FILE, PROT_READ); }
static int map_memory(void) { return map(MEDIA_MEMORY, PROT_READ | PROT_WRITE); }
static int map_memory_as_code(void) { return map(MEDIA_MEMORY, PROT_READ | PROT_EXEC); }

static int turn_memory_into_code(void) {
  void *memory = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return memory == MAP_FAILED ? -1 : mprotect(memory, 4096, PROT_READ | PROT_EXEC);
}

static const struct { const char *name; int (*function)(void); } attempts[] = {
  {"open-file", open_file}, {"make-file", make_file}, {"make-socket", make_socket}, {"start-process", start_process},
  {"run-program", run_program}, {"kill-parent", kill_parent}, {"trace-parent", trace_parent},
  {"read-elsewhere", read_elsewhere}, {"write-elsewhere", write_elsewhere}, {"ask-for-chance", ask_for_chance},
  {"ask-for-time", ask_for_time}, {"give-up-filter", give_up_filter}, {"make-code", make_code},
  {"use-old-calls", use_old_calls}, {"take-memory", take_memory}, {"speak", speak},
  {"read-font", read_font}, {"write-font", write_font}, {"start-thread", start_thread}, {"read-file", read_file}, {"read-memory", read_memory}, {"write-file", write_file},
  {"grow-memory", grow_memory}, {"map-file", map_file}, {"map-memory", map_memory},
  {"map-memory-as-code", map_memory_as_code}, {"turn-memory-into-code", turn_memory_into_code},
};

/// Puts what a media worker is given where it expects it.
static bool furnish(const char *program) {
  int file = open(program, O_RDONLY), memory = shared_memory_open();
  if (file < 0 || memory < 0 || ftruncate(memory, 4096) != 0) return false;
  int above = fcntl(memory, F_DUPFD, 16);
  return dup2(file, MEDIA_FILE) == MEDIA_FILE && dup2(above, MEDIA_MEMORY) == MEDIA_MEMORY;
}

static bool confine(char **words) {
  uint32_t protections = 0;
  if (strcmp(words[1], "recipe") == 0) return confine_recipe_worker(&protections);
  if (!furnish(words[0])) return false;
  const char *font = words[0];
  if (strcmp(words[1], "type") == 0) return confine_type_worker(64 << 20, &font, 1, &protections);
  return confine_media_worker(64 << 20, &protections);
}

int main(int count, char **words) {
  for (size_t i = 0; count == 3 && i < sizeof attempts / sizeof *attempts; i++) {
    if (strcmp(words[2], attempts[i].name) != 0) continue;
    program = words[0];
    if (!confine(words)) return 3;
    // At once: what a sanitizer would do at the end, a prisoner may not.
    _exit(attempts[i].function() < 0);
  }
  return 2;
}
