#include "CRecipeWorker.h"
#include "worker.h"
#include <mpfr.h>

/// libm's functions err by up to an ulp, differently on different processors. MPFR rounds correctly, so there is one
/// right answer and these give it.

enum { PRECISION = 53, EMIN = -1073, EMAX = 1024 };

/// Runs a function of MPFR with the exponents of a double, so that it overflows and underflows as one.
#define ROUNDED(call)                                    \
  mpfr_exp_t emin = mpfr_get_emin(), emax = mpfr_get_emax(); \
  mpfr_t a, b, result;                                   \
  mpfr_inits2(PRECISION, a, b, result, (mpfr_ptr)0);     \
  mpfr_set_d(a, x, MPFR_RNDN);                           \
  mpfr_set_d(b, y, MPFR_RNDN);                           \
  mpfr_set_emin(EMIN);                                   \
  mpfr_set_emax(EMAX);                                   \
  int inexact = call;                                    \
  mpfr_subnormalize(result, inexact, MPFR_RNDN);         \
  double rounded = mpfr_get_d(result, MPFR_RNDN);        \
  mpfr_set_emin(emin);                                   \
  mpfr_set_emax(emax);                                   \
  mpfr_clears(a, b, result, (mpfr_ptr)0);                \
  return rounded

typedef int (*unary)(mpfr_ptr, mpfr_srcptr, mpfr_rnd_t);
typedef int (*binary)(mpfr_ptr, mpfr_srcptr, mpfr_srcptr, mpfr_rnd_t);

static double round_unary(unary function, double x) {
  double y = 0;
  ROUNDED(function(result, a, MPFR_RNDN));
}

static double round_binary(binary function, double x, double y) { ROUNDED(function(result, a, b, MPFR_RNDN)); }

double round_sin(double x) { return round_unary(mpfr_sin, x); }
double round_cos(double x) { return round_unary(mpfr_cos, x); }
double round_tan(double x) { return round_unary(mpfr_tan, x); }
double round_asin(double x) { return round_unary(mpfr_asin, x); }
double round_acos(double x) { return round_unary(mpfr_acos, x); }
double round_atan2(double y, double x) { return round_binary(mpfr_atan2, y, x); }
double round_exp(double x) { return round_unary(mpfr_exp, x); }
double round_log(double x) { return round_unary(mpfr_log, x); }
double round_log2(double x) { return round_unary(mpfr_log2, x); }
double round_log10(double x) { return round_unary(mpfr_log10, x); }
double recipe_pow(double x, double y) { return round_binary(mpfr_pow, x, y); }

void round_close(void) { mpfr_free_cache(); }
