#include "CRecipeWorker.h"
#include "worker.h"
#include <CConfinement.h>

int recipe_worker_main(void) {
  uint32_t protections = 0;
  if (!confine_recipe_worker(&protections)) return 3;
  worker_run(0, 1, protections, NULL);
  return 0;
}
