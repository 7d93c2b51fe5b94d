// libSoundTouch is compiled with -ffast-math, and so has numbers near zero count as zero in the whole process from the moment
// that it is loaded (GCC's crtfastmath). Libraries are loaded before what needs them begins, so this puts IEEE 754 back in
// place before anything of ours is reckoned; threads take after the one that starts them.

#if defined(__x86_64__)
#include <xmmintrin.h>

// Flush to zero, and denormals are zero.
enum { NEAR_ZERO = 0x8040 };

__attribute__((constructor)) static void restore_arithmetic(void) { _mm_setcsr(_mm_getcsr() & ~(unsigned)NEAR_ZERO); }

#elif defined(__aarch64__)
#include <stdint.h>

__attribute__((constructor)) static void restore_arithmetic(void) {
  uint64_t control;
  __asm__ volatile("mrs %0, fpcr" : "=r"(control));
  __asm__ volatile("msr fpcr, %0" : : "r"(control & ~(UINT64_C(1) << 24)));
}
#endif
