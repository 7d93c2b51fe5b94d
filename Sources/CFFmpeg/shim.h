#pragma once

#include <dlfcn.h>
#include <linux/capability.h>
#include <malloc.h>
#include <stdbool.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/avutil.h>
#include <libavutil/channel_layout.h>
#include <libavutil/cpu.h>
#include <libavutil/display.h>
#include <libavutil/imgutils.h>
#include <libavutil/opt.h>
#include <libavutil/pixdesc.h>
#include <libswresample/swresample.h>
#include <libswscale/swscale.h>

// Macros that Swift cannot import, by their own names.
static const int reprise_AVERROR_EOF = AVERROR_EOF;
static const int reprise_AVERROR_INVALIDDATA = AVERROR_INVALIDDATA;
static const int64_t reprise_AV_NOPTS_VALUE = AV_NOPTS_VALUE;
static const int reprise_AVERROR_DECODER_NOT_FOUND = AVERROR_DECODER_NOT_FOUND;

// What libraries behind libavcodec say of their version. Each symbol is one that the library publishes, of the type that
// its header gives it; nothing comes back where the library is not there, or was linked without names.
static inline const char *reprise_text_of(const char *function) {
  const char *(*call)(void) = (const char *(*)(void))dlsym(NULL, function);
  return call ? call() : NULL;
}

static inline const char *reprise_text_behind(const char *variable) {
  const char *const *text = (const char *const *)dlsym(NULL, variable);
  return text ? *text : NULL;
}

static inline int reprise_number_of(const char *function) {
  int (*call)(void) = (int (*)(void))dlsym(NULL, function);
  return call ? call() : 0;
}

// Gives or takes the calling thread's right to raise priorities (CAP_SYS_NICE), which only a privileged thread has.
// Returns whether that changed anything.
static inline bool reprise_let_raise_priorities(bool may) {
  struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
  struct __user_cap_data_struct sets[_LINUX_CAPABILITY_U32S_3];
  if (syscall(SYS_capget, &header, sets) != 0) return false;
  __u32 *effective = &sets[CAP_TO_INDEX(CAP_SYS_NICE)].effective, right = CAP_TO_MASK(CAP_SYS_NICE);
  if (((*effective & right) != 0) == may) return false;
  *effective ^= right;
  return syscall(SYS_capset, &header, sets) == 0;
}
