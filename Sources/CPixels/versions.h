// How one piece of C becomes several pieces of machine code, chosen when the program starts.
#pragma once

// The thread sanitizer would watch the choice itself, which is made before it is awake.
#if defined(__x86_64__) && defined(__linux__) && !__has_feature(thread_sanitizer)
// For plain loops, which the compiler turns into vectors of each width by itself.
#define KERNEL __attribute__((target_clones("avx2", "default")))
#else
#define KERNEL
#endif

// Sums and products of floating point round one by one, never fused, so that every processor gets the same bits.
#pragma STDC FP_CONTRACT OFF
