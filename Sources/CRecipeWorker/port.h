#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// The line to the host: one message at a time each way, in two buffers that are reserved, not allocated.
///
/// Reading past a message's end, or writing past the buffer's, sets `bad` and goes no further: whoever finishes a
/// message looks once.
typedef struct port {
  int input, output;
  size_t capacity;
  uint8_t *in, *out;
  size_t in_length, in_next;
  size_t out_length;
  bool bad;
} port;

/// The least and the most that `capacity` may be: what the worker says itself fits into the least.
enum { PORT_LEAST = 64 << 10, PORT_RESERVED = 16 << 20 };

bool port_open(port *, int input, int output);
void port_close(port *);

/// Waits for a message and returns its type; 0 if the host is gone or sent more than fits.
uint8_t port_receive(port *);
/// Sends what was written since `port_begin`; false if the host is gone.
bool port_send(port *);
void port_begin(port *, uint8_t type);

void put_8(port *, uint8_t);
void put_16(port *, uint16_t);
void put_32(port *, uint32_t);
void put_64(port *, uint64_t);
void put_double(port *, double);
void put_text(port *, const char *, size_t length);
/// Overwrite what was written earlier, at `position` in the message.
void patch_32(port *, size_t position, uint32_t);
void patch_64(port *, size_t position, uint64_t);

uint8_t get_8(port *);
uint16_t get_16(port *);
uint32_t get_32(port *);
uint64_t get_64(port *);
double get_double(port *);
/// A text inside the message; valid until the next message.
const char *get_text(port *, size_t *length);
