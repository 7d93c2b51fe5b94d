#pragma once
#include <stdbool.h>
#include <stddef.h>

// What a sanitizer does as it starts and ends is more than a worker may, and its memory is more than a worker has.
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) || __has_feature(undefined_behavior_sanitizer)
#define IS_SANITIZED 1
#endif
#endif

// These names are this library's own.
#pragma GCC visibility push(hidden)

/// No file can be opened, made or removed any more, by Landlock, but some for reading. False where the kernel cannot.
bool forbid_files(const char *const *readable, size_t count);
/// Any system call but a few ends the process, by seccomp. False where the kernel cannot.
bool filter_recipe_worker(void);
bool filter_media_worker(void);
bool filter_type_worker(void);

#pragma GCC visibility pop
