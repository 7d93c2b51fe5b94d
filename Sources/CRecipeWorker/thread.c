#include "CRecipeWorker.h"
#include "worker.h"
#include <locale.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

struct recipe_thread {
  pthread_t thread;
  int descriptor;
  atomic_bool stop;
};

static const size_t stack_bytes = 64 << 20;

/// A host that goes away is a failed write here, not a signal to the whole process; and what is sent to the process is for
/// the host's own threads. A fault of this thread's goes to whoever the host has set to report it.
static void block_signals(void) {
  static const int faults[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGTRAP, SIGABRT, SIGSYS};
  sigset_t signals;
  sigfillset(&signals);
  for (size_t i = 0; i < sizeof faults / sizeof *faults; i++) sigdelset(&signals, faults[i]);
  pthread_sigmask(SIG_SETMASK, &signals, NULL);
}

static void *run(void *context) {
  recipe_thread *t = context;
  block_signals();
  // Numbers read and look the same whatever the host's locale is.
  locale_t plain = newlocale(LC_ALL_MASK, "C", NULL);
  if (plain) uselocale(plain);
  worker_run(t->descriptor, t->descriptor, 0, &t->stop);
  uselocale(LC_GLOBAL_LOCALE);
  if (plain) freelocale(plain);
  close(t->descriptor);
  return NULL;
}

recipe_thread *recipe_thread_start(int descriptor) {
  recipe_thread *t = calloc(1, sizeof *t);
  if (!t) return NULL;
  t->descriptor = descriptor;
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  bool started = pthread_attr_setstacksize(&attributes, stack_bytes) == 0 &&
                 pthread_create(&t->thread, &attributes, run, t) == 0;
  pthread_attr_destroy(&attributes);
  if (started) return t;
  free(t);
  return NULL;
}

void recipe_thread_stop(recipe_thread *t) { atomic_store(&t->stop, true); }

void recipe_thread_join(recipe_thread *t) {
  pthread_join(t->thread, NULL);
  free(t);
}
