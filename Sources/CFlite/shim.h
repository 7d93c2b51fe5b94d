#pragma once

#include <flite/flite.h>
#include <flite/cst_cg.h>
#include <flite/flite_version.h>
