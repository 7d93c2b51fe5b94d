#pragma once

#include <cairo.h>
#include <fontconfig/fontconfig.h>
#include <hb-ot.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-font.h>
#include <pango/pangofc-fontmap.h>

// Macros that cast, which Swift does not import.
static const PangoGlyph reprise_glyph_empty = PANGO_GLYPH_EMPTY;
static const PangoGlyph reprise_glyph_unknown_flag = PANGO_GLYPH_UNKNOWN_FLAG;
static const PangoGlyph reprise_glyph_invalid_input = PANGO_GLYPH_INVALID_INPUT;
