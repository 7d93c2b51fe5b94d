#include <CRecipeWorker.h>

/// A worker whose `^` is wrong, as it would be under a linker that does not put our `pow` before libm's.
double wrong_pow(double x, double y) { return x + y; }

__asm__(".symver wrong_pow, pow@@GLIBC_2.29");

int main(void) { return recipe_worker_main(); }
