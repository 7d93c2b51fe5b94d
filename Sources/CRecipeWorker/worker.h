#pragma once
#include "arena.h"
#include "port.h"
#include "protocol.h"
#include <lauxlib.h>
#include <lua.h>
#include <setjmp.h>
#include <stdatomic.h>
#include <stdint.h>

// These names are the worker's own; a program around it does not see them.
#pragma GCC visibility push(hidden)

/// One evaluation. Reached from a Lua state by `worker_of`.
///
/// A *trip* (a limit reached, the host gone) is not a Lua error: it jumps to `boundary`, below every frame of Lua, and
/// no code of the recipe runs after it. So nothing between here and there may own anything but arena memory.

typedef struct limits {
  uint64_t fuel, memory, string, block, message;
} limits;

enum { TRACEBACK_FRAMES = 16, TRACEBACK_NAME = 64, MESSAGE_BYTES = 1024, NAME_BYTES = 64 };

/// Where a Lua error came from, kept outside the Lua stack because that may be full.
typedef struct traceback {
  unsigned count;
  struct { int line; char name[TRACEBACK_NAME]; } frames[TRACEBACK_FRAMES];
} traceback;

typedef struct worker {
  lua_State *L;
  arena arena;
  port port;
  limits limits;
  uint64_t fuel_used;
  const atomic_bool *stop;  // set by another thread to end the evaluation; may be NULL
  unsigned nesting;         // calls of the host to the recipe that are under way
  uint32_t functions;       // functions that the host knows
  void *first_block;        // that Lua took: its global state
  size_t first_size;
  bool seed_is_fixed;
  void **string_table;      // where Lua keeps its table of short strings; NULL if it was not found
  size_t longest;           // bytes of the longest string so far
  char name[NAME_BYTES];    // of the chunk, as Lua puts it before messages
  traceback trace;
  int tripped;              // why the boundary was reached: a LIMIT_, or GONE
  uint32_t trip_line;
  jmp_buf boundary;
} worker;

enum { GONE = -1 };  // the host closed the port or spoke nonsense

static inline worker *worker_of(lua_State *L) { return *(worker **)lua_getextraspace(L); }

/// Evaluates one recipe over the port's descriptors, from the first message to the last.
void worker_run(int input, int output, uint32_t protections, const atomic_bool *stop);

/// Makes a state and what `open` puts into it. What that takes is not the recipe's to pay.
bool open_state(worker *, lua_CFunction open);

// self_test.c
/// What of that which evaluation relies on is not so here; NULL if all is. Takes some tenths of a millisecond.
const char *self_test(bool has_own_pow);

// Places in Lua's registry, after its own.
enum { SLOT_KINDS = 8, SLOT_FUNCTIONS, SLOT_FUNCTION_NUMBERS, SLOT_FAILURES, SLOT_RANDOM };

/// The Lua stack: 100 000 slots hold some 20 000 calls. Not Lua's million, because Lua walks all calls after each error
/// that is caught.
enum { STACK_SLOTS = 100000, SLOT_BYTES = 16 };

// fuel.c
/// What things cost: the instructions between two hooks, the bytes for one unit, a call to the host, a call of a
/// function by C code, an error that is caught.
enum { FUEL_PER_HOOK = 1000, FUEL_BYTES = 16, FUEL_CALL = 500, FUEL_FUNCTION = 50, FUEL_ERROR = 1000 };
/// One instruction may compare two strings as long as the longest there is. So once there are long ones, all
/// instructions cost more: once more for each of these bytes.
enum { FUEL_LONG_STRING = 2048 };
void trip(worker *, int limit) __attribute__((noreturn));
/// Charges fuel: one unit is about one instruction of Lua's machine.
void charge(worker *, uint64_t units);
void charge_hook(lua_State *, lua_Debug *);
/// Memory from the arena outside Lua; charged, never NULL, freed with the arena or by `release`.
void *take(worker *, size_t bytes);
void release(worker *, void *, size_t bytes);
/// Lua's allocator.
void *worker_allocate(void *worker, void *block, size_t old_size, size_t new_size);

// state.c
/// Called while Lua asks for its second block. False if the seed was not found.
bool fix_seed(worker *);
/// Called once the state is made. False if the stack may still move.
bool widen_stack(worker *);

// environment.c: each leaves one table on the stack or fills the one on top.
void open_environment(lua_State *);
void open_base(lua_State *);
void open_string(lua_State *);
void open_table(lua_State *);
void open_math(lua_State *);
void open_utf8(lua_State *);
void open_random(lua_State *);
/// Adds functions to the table on top, each a closure, so that no key of a table can be an address of the program.
typedef struct entry { const char *name; lua_CFunction function; } entry;
void add_functions(lua_State *, const entry *, unsigned count);
/// Gives the library on top a metatable that asks the host about names it does not have.
void guard_library(lua_State *, const char *name);

// handles.c
typedef struct handle { uint16_t kind; uint32_t number; } handle;
enum { KIND_RANDOM = 0xFFFF };
/// Reads the vocabulary from the message and makes globals and kinds of it; the environment is on top.
void open_vocabulary(lua_State *);
/// The handle at an index, or NULL. Recipes cannot make userdata, so every userdata begins with one.
const handle *to_handle(lua_State *, int index);
void push_handle(lua_State *, uint16_t kind, uint32_t number);

// order.c
/// Pushes a table of the keys at 1, 2, ... in the stated order: booleans, numbers by value, strings by bytes.
/// Raises an error for other keys. Skips integers from 1 to `skip`.
lua_Integer push_ordered_keys(lua_State *, int index, lua_Integer skip);
/// Sorts `order`, stably. `less` may raise an error.
typedef bool (*precedes)(void *context, uint32_t a, uint32_t b);
void merge_sort(worker *, uint32_t *order, size_t count, precedes less, void *context);

// base.c
/// Pushes the text of a value, without addresses.
const char *push_text(lua_State *, int index, size_t *length);
/// Makes room on the stack for `count` results; raises an error if they are too many.
void reserve_results(lua_State *, uint64_t count);
/// The word for a value's type: the kind, for a handle.
const char *type_word(lua_State *, int index);

// values.c
/// Writes the values from `first` to the top. Raises an error for what is no data.
void write_values(lua_State *, int first);
/// Pushes the values of the message; returns their count.
int read_values(lua_State *);

// calls.c
/// Sends the message that has been written and serves the host until it answers; pushes the values of its reply and
/// returns their count, or raises its failure.
int await_reply(lua_State *);
/// Asks the host about a name: pushes what it means, or raises what the host says. `owner` is empty for a global.
int ask_unknown(lua_State *, const char *name, const char *owner);
/// Serves the host after the chunk has returned, until it closes.
void serve(worker *);

/// Begins a message: its type, and room for fuel and memory used.
void begin_message(worker *, uint8_t type);
/// Fills in what the message begins with and sends it; false if the host is gone.
bool send_message(worker *);
/// Sends the message and returns the type of the answer. Ends the evaluation if the host is gone.
uint8_t exchange(worker *);

// errors.c
/// The line of the innermost Lua function; 0 if there is none.
int current_line(lua_State *);
/// Raises a string error that begins with the place of the innermost Lua function.
int raise_error(lua_State *, const char *format, ...) __attribute__((format(printf, 2, 3)));
/// A message handler that keeps the traceback.
int keep_trace(lua_State *);
/// Writes WORKER_ERROR for the error value on top.
void write_error(worker *, int kind);

// rounding.c: correctly rounded to nearest, the same bits everywhere.
double round_sin(double);
double round_cos(double);
double round_tan(double);
double round_asin(double);
double round_acos(double);
double round_atan2(double, double);
double round_exp(double);
double round_log(double);
double round_log2(double);
double round_log10(double);
void round_close(void);

#pragma GCC visibility pop
