#pragma once

/// What worker and host say to each other, one frame each: its length (32 bits), its type (8 bits), its fields.
/// All numbers are little-endian. A *text* is its length (32 bits) and its bytes. *Values* are their count (32 bits)
/// and, for each, a tag (8 bits) and what it needs. `Sources/Worker/Wire.swift` is the other side of this page.
///
/// The worker begins with `WORKER_READY`, the host with `HOST_START`. Whatever the worker sends then ends its turn: it
/// waits for an answer.

/// From the host.
enum {
  HOST_START = 1,   // limits: fuel, memory, string, block, message (64 bits each); name; vocabulary; source (text)
  HOST_REPLY = 2,   // values: the result of the call, or what a name means
  HOST_FAIL = 3,    // number of the failure (32 bits, 0 for none), text: the call raises it as an error
  HOST_INVOKE = 4,  // function (32 bits), values: asks for WORKER_RESULTS or WORKER_ERROR
  HOST_SAMPLE = 5,  // function (32 bits), start, step (64-bit floats), first, count (32 bits): for WORKER_SAMPLES
  HOST_CLOSE = 6,   // ends the evaluation
};

/// From the worker. Fuel and memory used so far (64 bits each) come before the fields.
enum {
  WORKER_CALL = 1,     // operation (text), line (32 bits), values
  WORKER_UNKNOWN = 2,  // name, owner (text; empty for a global), line
  WORKER_RETURNED = 3, // values: the chunk has run
  WORKER_RESULTS = 4,  // values
  WORKER_SAMPLES = 5,  // numbers a sample (8 bits), count (32 bits), 64-bit floats
  WORKER_ERROR = 6,    // kind (8 bits), failure (32 bits), line, text, traceback: count (32 bits) of line, text
  WORKER_TRIPPED = 7,  // limit (8 bits), line; nothing follows
  WORKER_BROKEN = 8,   // text: the worker cannot work here; nothing follows
  WORKER_READY = 9,    // protections in force (32 bits); once, before anything is read
};

/// Tags of values.
enum {
  VALUE_NIL = 0,
  VALUE_FALSE = 1,
  VALUE_TRUE = 2,
  VALUE_INTEGER = 3,   // 64 bits
  VALUE_NUMBER = 4,    // a 64-bit float
  VALUE_STRING = 5,    // a text
  VALUE_TABLE = 6,     // count (32 bits) of values 1, 2, ...; count (32 bits) of pairs in the stated order
  VALUE_HANDLE = 7,    // kind (16 bits, its place in the vocabulary), number (32 bits)
  VALUE_FUNCTION = 8,  // number, line where it begins (32 bits each; 0 for one of Lua's own)
};

enum { ERROR_SYNTAX = 1, ERROR_RUNTIME = 2 };

/// What can run out.
enum {
  LIMIT_FUEL = 1,
  LIMIT_MEMORY = 2,
  LIMIT_STRING = 3,
  LIMIT_BLOCK = 4,
  LIMIT_TIME = 5,
  LIMIT_STACK = 6,
};

/// A vocabulary is the count (32 bits) of its functions and their names ("text", "param.text"), the count (16 bits) of
/// its kinds and, for each, its name, its methods, its properties (count and names) and its operators (16 bits).
/// Operators by their bit: .. call + - * / negate length index % ^ // == < <= select
/// Of a kind with `index`, every element is asked for; its methods and properties are not looked at.
enum { OPERATOR_COUNT = 16 };
