#pragma once

#include <flite/flite.h>
#include <flite/cst_cg.h>
#include <flite/flite_version.h>

// Registers the voice of a library that was loaded, by the function that flite's manual declares for it.
static inline cst_voice *_Nullable flite_voice_of(void *_Nonnull registration) {
  return ((cst_voice * (*)(const char *)) registration)(NULL);
}
