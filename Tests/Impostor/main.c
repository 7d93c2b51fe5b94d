#include <CConfinement.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/// A media worker that has been taken over. What it does is the part of its name behind the last `-`.

static const char *role;

/// Sends a message: its length, its type, its bytes.
static void say(unsigned char type, const void *bytes, uint32_t count) {
  uint32_t length = count + 1;
  if (write(1, &length, 4) != 4 || write(1, &type, 1) != 1) _exit(1);
  for (uint32_t done = 0; done < count;) {
    ssize_t sent = write(1, (const char *)bytes + done, count - done);
    if (sent < 0) _exit(1);
    done += (uint32_t)sent;
  }
}

static void say_text(unsigned char type, const char *text) { say(type, text, (uint32_t)strlen(text)); }

/// Reads a message and forgets it.
static void hear(void) {
  uint32_t length;
  if (read(0, &length, 4) != 4) _exit(0);
  for (char bytes[4096]; length > 0;) {
    ssize_t got = read(0, bytes, length < sizeof bytes ? length : sizeof bytes);
    if (got <= 0) _exit(0);
    length -= (uint32_t)got;
  }
}

static void greet(void) {
  uint32_t protections = PROTECTION_SYSTEM_CALLS | PROTECTION_FILES;
  say(1, &protections, sizeof protections);
}

enum { DONE = 2, PROFILE = 3, PICTURE = 4, SAME = 5, NEEDS = 6, SAMPLES = 7 };

static void die(void) { raise(SIGSEGV); }
static void hang(void) { pause(); }
static void leave(void) { _exit(0); }

static void flood(void) {
  static char bytes[1 << 20];
  for (;;) say(SAMPLES, bytes, sizeof bytes);
}

static void boast(void) {
  uint32_t length = UINT32_MAX;
  while (write(1, &length, 4) == 4) hear();
}

static void babble(void) {
  unsigned seed = 1;
  char bytes[200];
  for (size_t i = 0; i < sizeof bytes; i++) bytes[i] = (char)rand_r(&seed);
  for (;; hear()) say((unsigned char)rand_r(&seed), bytes, sizeof bytes);
}

/// Takes all the memory that it may, and more.
static void swell(void) {
  for (size_t taken = 0;; taken += 1 << 20) {
    char *block = malloc(1 << 20);
    if (!block) die();
    memset(block, 1, 1 << 20);
  }
}

/// Assents to what it is told to know, and then says something about a picture that cannot be.
static void after_assent(void (*then)(void)) {
  hear();
  say(DONE, "", 0);
  for (hear();; hear()) then();
}

static void say_same(void) { say(SAME, "", 0); }

static void say_huge(void) {
  say_text(PICTURE, "{\"size\":{\"width\":60000,\"height\":60000},\"format\":{\"rgba16\":{}},\"alpha\":{\"opaque\":{}},"
                    "\"color\":{\"matrix\":\"rgb\",\"range\":\"full\",\"primaries\":\"bt709\",\"transfer\":\"srgb\",\"siting\":\"left\"}}");
}

static void say_negative(void) {
  say_text(PICTURE, "{\"size\":{\"width\":-9223372036854775808,\"height\":2},\"format\":{\"rgba8\":{}},\"alpha\":{\"opaque\":{}},"
                    "\"color\":{\"matrix\":\"rgb\",\"range\":\"full\",\"primaries\":\"bt709\",\"transfer\":\"srgb\",\"siting\":\"left\"}}");
}

static void say_stereo(void) {
  // As many as a reader of stereo asks for.
  static const float samples[2 << 15];
  say(SAMPLES, samples, sizeof samples);
}

static void say_needs(void) {
  uint64_t count = UINT64_MAX;
  say(NEEDS, &count, sizeof count);
}

static void same(void) { after_assent(say_same); }
static void huge(void) { after_assent(say_huge); }
static void negative(void) { after_assent(say_negative); }
static void needs(void) { after_assent(say_needs); }
static void stereo(void) { after_assent(say_stereo); }

static const struct { const char *name; void (*act)(void); } roles[] = {
  {"die", die}, {"hang", hang}, {"leave", leave}, {"flood", flood}, {"boast", boast}, {"babble", babble},
  {"same", same}, {"huge", huge}, {"negative", negative}, {"needs", needs}, {"stereo", stereo},
};

static void work(void) {
  hear();
  if (strcmp(role, "silent") == 0) pause();
  if (strcmp(role, "swell") == 0) {
    uint32_t protections = 0;
    if (!confine_media_worker(64 << 20, &protections)) _exit(3);
    greet();
    swell();
  }
  if (strcmp(role, "bare") == 0) {
    uint32_t none = 0;
    say(1, &none, sizeof none);
    hang();
  }
  greet();
  for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
    if (strcmp(role, roles[i].name) == 0) roles[i].act();
  _exit(2);
}

int main(int count, char **words) {
  if (count < 1 || !strrchr(words[0], '-')) return 2;
  role = strrchr(words[0], '-') + 1;
  return nursery_run(work);
}
