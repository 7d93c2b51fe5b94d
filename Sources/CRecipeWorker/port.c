#define _GNU_SOURCE
#include "port.h"
#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#if __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "messages are little-endian, and so is every machine this was written for"
#endif

static const size_t length_bytes = 4;

static void *reserve(size_t bytes) {
  int flags = MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE;
  void *memory = mmap(NULL, bytes, PROT_READ | PROT_WRITE, flags, -1, 0);
  return memory == MAP_FAILED ? NULL : memory;
}

bool port_open(port *p, int input, int output) {
  *p = (port){.input = input, .output = output, .capacity = PORT_RESERVED};
  p->in = reserve(PORT_RESERVED);
  p->out = reserve(PORT_RESERVED + length_bytes);
  return p->in && p->out;
}

void port_close(port *p) {
  if (p->in) munmap(p->in, PORT_RESERVED);
  if (p->out) munmap(p->out, PORT_RESERVED + length_bytes);
}

static bool read_all(int descriptor, void *buffer, size_t length) {
  for (size_t done = 0; done < length;) {
    ssize_t count = read(descriptor, (char *)buffer + done, length - done);
    if (count == 0 || (count < 0 && errno != EINTR)) return false;
    if (count > 0) done += (size_t)count;
  }
  return true;
}

static bool write_all(int descriptor, const void *buffer, size_t length) {
  for (size_t done = 0; done < length;) {
    ssize_t count = write(descriptor, (const char *)buffer + done, length - done);
    if (count < 0 && errno != EINTR) return false;
    if (count > 0) done += (size_t)count;
  }
  return true;
}

uint8_t port_receive(port *p) {
  uint32_t length;
  p->in_next = p->in_length = 0;
  p->bad = false;
  if (!read_all(p->input, &length, length_bytes)) return 0;
  if (length == 0 || length > p->capacity) return 0;
  if (!read_all(p->input, p->in, length)) return 0;
  p->in_length = length;
  return get_8(p);
}

bool port_send(port *p) {
  uint32_t length = (uint32_t)p->out_length;
  memcpy(p->out, &length, length_bytes);
  return write_all(p->output, p->out, length_bytes + p->out_length);
}

void port_begin(port *p, uint8_t type) {
  p->out_length = 0;
  p->bad = false;
  put_8(p, type);
}

static void put(port *p, const void *bytes, size_t length) {
  p->bad = p->bad || length > p->capacity - p->out_length;
  if (p->bad) return;
  memcpy(p->out + length_bytes + p->out_length, bytes, length);
  p->out_length += length;
}

void put_8(port *p, uint8_t v) { put(p, &v, sizeof v); }
void put_16(port *p, uint16_t v) { put(p, &v, sizeof v); }
void put_32(port *p, uint32_t v) { put(p, &v, sizeof v); }
void put_64(port *p, uint64_t v) { put(p, &v, sizeof v); }
void put_double(port *p, double v) { put(p, &v, sizeof v); }

void put_text(port *p, const char *text, size_t length) {
  put_32(p, (uint32_t)length);
  put(p, text, length);
}

static void patch(port *p, size_t position, const void *bytes, size_t length) {
  if (position + length <= p->out_length) memcpy(p->out + length_bytes + position, bytes, length);
}

void patch_32(port *p, size_t position, uint32_t v) { patch(p, position, &v, sizeof v); }
void patch_64(port *p, size_t position, uint64_t v) { patch(p, position, &v, sizeof v); }

static void get(port *p, void *into, size_t length) {
  memset(into, 0, length);
  p->bad = p->bad || length > p->in_length - p->in_next;
  if (p->bad) return;
  memcpy(into, p->in + p->in_next, length);
  p->in_next += length;
}

uint8_t get_8(port *p) { uint8_t v; get(p, &v, sizeof v); return v; }
uint16_t get_16(port *p) { uint16_t v; get(p, &v, sizeof v); return v; }
uint32_t get_32(port *p) { uint32_t v; get(p, &v, sizeof v); return v; }
uint64_t get_64(port *p) { uint64_t v; get(p, &v, sizeof v); return v; }
double get_double(port *p) { double v; get(p, &v, sizeof v); return v; }

const char *get_text(port *p, size_t *length) {
  *length = get_32(p);
  p->bad = p->bad || *length > p->in_length - p->in_next;
  if (p->bad) *length = 0;
  const char *text = (const char *)p->in + p->in_next;
  p->in_next += *length;
  return text;
}
