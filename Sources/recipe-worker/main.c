#include <CRecipeWorker.h>

/// The operator `^` of liblua calls `pow`. The program's own comes before libm's, so `2.5 ^ 0.3` has the same bits on
/// every processor.
double worker_pow(double x, double y) { return recipe_pow(x, y); }

// liblua asks for libm's version of the name; under that version linkers see that they are one, and export it.
__asm__(".symver worker_pow, pow@@GLIBC_2.29");

int main(void) { return recipe_worker_main(); }
