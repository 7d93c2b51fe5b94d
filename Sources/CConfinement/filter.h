#pragma once
#include <stdbool.h>

// These names are this library's own.
#pragma GCC visibility push(hidden)

/// No file can be opened, made or removed any more, by Landlock. False where the kernel cannot.
bool forbid_files(void);
/// Any system call but a few ends the process, by seccomp. False where the kernel cannot.
bool filter_recipe_worker(void);
bool filter_media_worker(void);

#pragma GCC visibility pop
