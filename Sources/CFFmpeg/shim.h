#pragma once

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
