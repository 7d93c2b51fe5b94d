#pragma once

/// The worker that evaluates one recipe: liblua, one arena, fuel, and a port to the host. It knows nothing of video.
///
/// It speaks the messages that `protocol.h` lists over a connected stream socket. As a program it owns its process;
/// as a thread it shares one, and several may run at once: it keeps no global state.

/// The body of the program `recipe-worker`: confines the process, evaluates one recipe between descriptors 0 and 1.
/// Returns the exit status.
int recipe_worker_main(void);

/// The same on a thread of its own, for hosts that cannot start processes.
typedef struct recipe_thread recipe_thread;

/// Starts a thread that speaks over `descriptor`, which becomes the thread's to close. NULL if it cannot be started.
recipe_thread *recipe_thread_start(int descriptor);
/// Asks a running evaluation to trip at its next charge of fuel. Any thread may ask.
void recipe_thread_stop(recipe_thread *thread);
/// Waits for the thread's end and frees it.
void recipe_thread_join(recipe_thread *thread);

/// x to the power of y, correctly rounded to nearest. `recipe-worker` gives it to liblua as `pow`, for `^`.
double recipe_pow(double x, double y);
