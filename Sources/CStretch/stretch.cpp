#include "CStretch.h"

#include <soundtouch/SoundTouch.h>

struct CStretch {
  soundtouch::SoundTouch touch;
};

CStretch *cstretch_make(int channels, int overlap_ms) {
  try {
    auto *stretch = new CStretch;
    stretch->touch.setChannels(channels);
    stretch->touch.setSampleRate(48000);
    // The rate stays 1, where the filter in front of the resampler would only cost brilliance.
    stretch->touch.setSetting(SETTING_USE_AA_FILTER, 0);
    stretch->touch.setSetting(SETTING_OVERLAP_MS, overlap_ms);
    return stretch;
  } catch (...) {
    return nullptr;
  }
}

void cstretch_free(CStretch *stretch) { delete stretch; }

int cstretch_cut(CStretch *stretch, double tempo, int grain_ms, int seek_ms) {
  try {
    stretch->touch.setSetting(SETTING_SEQUENCE_MS, grain_ms);
    stretch->touch.setSetting(SETTING_SEEKWINDOW_MS, seek_ms);
    stretch->touch.setTempo(tempo);
    return 0;
  } catch (...) {
    return -1;
  }
}

int cstretch_put(CStretch *stretch, const float *samples, int count) {
  try {
    stretch->touch.putSamples(samples, count);
    return 0;
  } catch (...) {
    return -1;
  }
}

int cstretch_waiting(const CStretch *stretch) { return stretch->touch.numUnprocessedSamples(); }

int cstretch_take(CStretch *stretch, float *samples, int count) { return stretch->touch.receiveSamples(samples, count); }
