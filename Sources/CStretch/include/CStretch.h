#pragma once

// SoundTouch behind C: no exception leaves it, and no type of C++ enters Swift.
// All sound is 48 kHz, sample after sample of all channels. One thread at a time.

#ifdef __cplusplus
extern "C" {
#endif

typedef struct CStretch CStretch;

/// A stretcher of 1 to 16 channels whose overlaps last `overlap_ms`; a null pointer if there is no memory.
CStretch *_Nullable cstretch_make(int channels, int overlap_ms);

void cstretch_free(CStretch *_Nullable stretch);

/// Sets how the next grains are cut: input a sample of output, their length, and how far a good join is sought.
/// 0, or −1 if that failed.
int cstretch_cut(CStretch *_Nonnull stretch, double tempo, int grain_ms, int seek_ms);

/// Feeds `count` samples of each channel. 0, or −1 if there is no memory.
int cstretch_put(CStretch *_Nonnull stretch, const float *_Nonnull samples, int count);

/// Samples of each channel that wait to be cut.
int cstretch_waiting(const CStretch *_Nonnull stretch);

/// Takes at most `count` samples of each channel; returns how many.
int cstretch_take(CStretch *_Nonnull stretch, float *_Nonnull samples, int count);

#ifdef __cplusplus
}
#endif
