#pragma once

#include <dlfcn.h>
#include <malloc.h>

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
