#include "CRecipeWorker.h"
#include "worker.h"
#include <mpfr.h>

/// libm's functions err by up to an ulp, differently on different processors. MPFR rounds correctly, so there is one
/// right answer and these give it.

enum { PRECISION = 53, EMIN = -1073, EMAX = 1024 };

typedef int (*unary)(mpfr_ptr, mpfr_srcptr, mpfr_rnd_t);
typedef int (*binary)(mpfr_ptr, mpfr_srcptr, mpfr_srcptr, mpfr_rnd_t);

/// Runs one of the two functions with the exponents of a double, so that it overflows and underflows as one.
static double rounded(unary of_one, binary of_two, double x, double y) {
  mpfr_exp_t emin = mpfr_get_emin(), emax = mpfr_get_emax();
  MPFR_DECL_INIT(a, PRECISION);
  MPFR_DECL_INIT(b, PRECISION);
  MPFR_DECL_INIT(result, PRECISION);
  mpfr_set_d(a, x, MPFR_RNDN);
  mpfr_set_d(b, y, MPFR_RNDN);
  mpfr_set_emin(EMIN);
  mpfr_set_emax(EMAX);
  int inexact = of_one ? of_one(result, a, MPFR_RNDN) : of_two(result, a, b, MPFR_RNDN);
  mpfr_subnormalize(result, inexact, MPFR_RNDN);
  mpfr_set_emin(emin);
  mpfr_set_emax(emax);
  return mpfr_get_d(result, MPFR_RNDN);
}

static double round_unary(unary function, double x) { return rounded(function, NULL, x, 0); }
static double round_binary(binary function, double x, double y) { return rounded(NULL, function, x, y); }

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
