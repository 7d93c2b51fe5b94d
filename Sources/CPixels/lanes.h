// The kernels that multiply 16-bit numbers, written once in vectors of sixteen. Included for each kind of processor,
// with
//   VERSION(f)        the attribute that says which, and the name of this version of `f`
//   PRODUCT(a, b)     (a b + 2^14) >> 15 of each lane, low 16 bits
//   PAIRS(a, b)       a b + a' b' of each two neighbouring lanes, as 32 bits
//   PACKED(low, high) both held to 16 bits, in the order of LOWER and UPPER
// because the compiler does not find the one instruction that each of these is (measured: three times slower; see
// docs/decisions/kernels.md).

VERSION(over)(int16_t *restrict d, const int16_t *s, const int16_t *alpha, ptrdiff_t n) {
  FOR_LANES(n) {
    lanes v, source, a;
    LOAD(v, d);
    LOAD(source, s);
    LOAD(a, alpha);
    v = source + v + PRODUCT(v, -(a + a));
    STORE(d, v);
  }
}

VERSION(over_weighted)(
  int16_t *restrict d, const int16_t *s, const int16_t *alpha, ptrdiff_t n, int16_t weight) {
  const lanes w = MINUS_TWICE(weight);
  FOR_LANES(n) {
    lanes v, source, a;
    LOAD(v, d);
    LOAD(source, s);
    LOAD(a, alpha);
    a = PRODUCT(a, w);
    v = v - PRODUCT(source, w) + PRODUCT(v, a + a);
    STORE(d, v);
  }
}

VERSION(scale)(int16_t *d, ptrdiff_t n, int16_t weight) {
  const lanes w = MINUS_TWICE(weight);
  FOR_LANES(n) {
    lanes v;
    LOAD(v, d);
    v = -PRODUCT(v, w);
    STORE(d, v);
  }
}

VERSION(scale_each)(int16_t *restrict d, const int16_t *restrict weights, ptrdiff_t n) {
  FOR_LANES(n) {
    lanes v, w;
    LOAD(v, d);
    LOAD(w, weights);
    v = -PRODUCT(v, -(w + w));
    STORE(d, v);
  }
}

VERSION(rgb)(
  int16_t *restrict r, int16_t *restrict g, int16_t *restrict b, const int16_t *restrict y, const int16_t *restrict cb,
  const int16_t *restrict cr, ptrdiff_t n, const pixels_matrix *restrict m) {
  const lanes black = EVERY(m->black), luma = EVERY(m->luma), red_cr = EVERY(m->red_cr);
  const lanes green_cb = EVERY(m->green_cb), green_cr = EVERY(m->green_cr), blue_cb = EVERY(m->blue_cb);
  FOR_LANES(n) {
    lanes light, blue, red;
    LOAD(light, y);
    LOAD(blue, cb);
    LOAD(red, cr);
    light = (light - black) * 2;
    light = PRODUCT(light, luma) - HALF;
    blue = (blue - HALF) * 4;
    red = (red - HALF) * 4;
    lanes to_red = light + PRODUCT(red, red_cr);
    lanes to_green = light + PRODUCT(blue, green_cb) + PRODUCT(red, green_cr);
    lanes to_blue = light + PRODUCT(blue, blue_cb);
    STORE(r, to_red);
    STORE(g, to_green);
    STORE(b, to_blue);
  }
}

VERSION(unit)(int16_t *d, ptrdiff_t n, int16_t unit) {
  const lanes factor = EVERY(unit);
  FOR_LANES(n) {
    lanes v;
    LOAD(v, d);
    v = v * 2;
    v = PRODUCT(v, factor);
    STORE(d, v);
  }
}

VERSION(premultiply)(int16_t *restrict c, const int16_t *restrict alpha, ptrdiff_t n) {
  FOR_LANES(n) {
    lanes v, a;
    LOAD(v, c);
    LOAD(a, alpha);
    v = v - HALF;
    v = -PRODUCT(v, -(a + a));
    STORE(c, v);
  }
}

VERSION(codes)(
  uint8_t *restrict d, const int16_t *restrict r, const int16_t *restrict g, const int16_t *restrict b,
  const int16_t *restrict a, ptrdiff_t n, const pixels_code *restrict code) {
  const lanes red_green = TWO(code->r, code->g), blue_alpha = TWO(code->b, code->a);
  FOR_LANES(n) {
    lanes red, green, blue, alpha;
    LOAD(red, r);
    LOAD(green, g);
    LOAD(blue, b);
    LOAD(alpha, a);
    sums low = PAIRS(LOWER(red, green), red_green) + PAIRS(LOWER(blue, alpha), blue_alpha);
    sums high = PAIRS(UPPER(red, green), red_green) + PAIRS(UPPER(blue, alpha), blue_alpha);
    lanes value = PACKED((low + code->offset) >> 21, (high + code->offset) >> 21);
    value = BETWEEN(value, EVERY(0), EVERY(255));
    const bytes result = __builtin_convertvector(value, bytes);
    memcpy(d + i, &result, left >= COUNT ? sizeof(result) : (size_t)left);
  }
}

VERSION(mean)(int16_t *restrict d, const int16_t *upper, const int16_t *lower, ptrdiff_t n) {
  const lanes one = EVERY(1);
  ptrdiff_t i = 0;
  for (; i + COUNT <= n; i += COUNT) {
    lanes up, down;
    memcpy(&up, upper + i, sizeof(up));
    memcpy(&down, lower + i, sizeof(down));
    const sums four = PAIRS(up, one) + PAIRS(down, one);
    const half_lanes result = __builtin_convertvector((four + 2) >> 2, half_lanes);
    memcpy(d + i / 2, &result, sizeof(result));
  }
  for (; i < n; i += 2) {
    const ptrdiff_t right = i + 1 < n ? i + 1 : i;
    d[i / 2] = (int16_t)((upper[i] + upper[right] + lower[i] + lower[right] + 2) >> 2);
  }
}

VERSION(filter_down)(
  int16_t *restrict d, const int16_t *const *rows, const int16_t *weights, ptrdiff_t n, ptrdiff_t taps, int16_t low,
  int16_t high) {
  FOR_LANES(n) {
    sums lower = {}, upper = {};
    for (ptrdiff_t k = 0; k < taps; k += 2) {
      const int16_t *row = rows[k], *next = rows[k + 1 < taps ? k + 1 : k];
      const lanes two = TWO(weights[k], k + 1 < taps ? weights[k + 1] : 0);
      lanes first, second;
      LOAD(first, row);
      LOAD(second, next);
      lower += PAIRS(LOWER(first, second), two);
      upper += PAIRS(UPPER(first, second), two);
    }
    lanes value = PACKED((lower + 8192) >> 14, (upper + 8192) >> 14);
    value = BETWEEN(value, EVERY(low), EVERY(high));
    STORE(d, value);
  }
}

VERSION(convolve)(
  int16_t *restrict d, const int16_t *restrict s, const int16_t *restrict weights, ptrdiff_t n, ptrdiff_t taps) {
  FOR_LANES(n) {
    sums lower = {}, upper = {};
    for (ptrdiff_t k = 0; k < taps; k += 2) {
      const int hasNext = k + 1 < taps;
      const lanes two = TWO(weights[k], hasNext ? weights[k + 1] : 0);
      lanes first, second;
      LOAD(first, s + k);
      LOAD(second, s + (hasNext ? k + 1 : k));
      lower += PAIRS(LOWER(first, second), two);
      upper += PAIRS(UPPER(first, second), two);
    }
    lanes value = PACKED((lower + 8192) >> 14, (upper + 8192) >> 14);
    STORE(d, value);
  }
}

// Eight sums of four taps.
#define EIGHT(result, at) \
  do { \
    lanes samples[2], weight[2]; \
    for (int k = 0; k < 8; k++) memcpy((int16_t *)samples + 4 * k, s + starts[(at) + k], 8); \
    memcpy(weight, weights + 4 * (at), sizeof(weight)); \
    const sums a = PAIRS(samples[0], weight[0]), b = PAIRS(samples[1], weight[1]); \
    result = __builtin_shufflevector(a, b, 0, 2, 8, 10, 4, 6, 12, 14) \
      + __builtin_shufflevector(a, b, 1, 3, 9, 11, 5, 7, 13, 15); \
    result = (result + 8192) >> 14; \
  } while (0)

VERSION(filter_across_four)(
  int16_t *restrict d, const int16_t *restrict s, const int32_t *restrict starts, const int16_t *restrict weights,
  ptrdiff_t n) {
  ptrdiff_t i = 0;
  for (; i + COUNT <= n; i += COUNT) {
    sums first, second;
    EIGHT(first, i);
    EIGHT(second, i + 8);
    lanes value = PACKED(first, second);
    value = __builtin_shufflevector(value, value, 0, 1, 8, 9, 2, 3, 10, 11, 4, 5, 12, 13, 6, 7, 14, 15);
    memcpy(d + i, &value, sizeof(value));
  }
  across(d + i, s, starts + i, weights + 4 * i, n - i, 4);
}

// Pixel `i`, from the 4 x 4 neighbours around (x, y) and four weights for each direction.
#define SAMPLE(i, x, y, across, down) \
  do { \
    const int16_t *corner = texture + ((y) + PIXELS_BORDER - 1) * stride + ((x) + PIXELS_BORDER - 1) * 4; \
    lanes rows[4]; \
    for (int k = 0; k < 4; k++) memcpy(&rows[k], corner + k * stride, sizeof(lanes)); \
    const lanes upper_two = TWO((down)[0], (down)[1]), lower_two = TWO((down)[2], (down)[3]); \
    sums low = PAIRS(LOWER(rows[0], rows[1]), upper_two) + PAIRS(LOWER(rows[2], rows[3]), lower_two); \
    sums high = PAIRS(UPPER(rows[0], rows[1]), upper_two) + PAIRS(UPPER(rows[2], rows[3]), lower_two); \
    /* Four pixels of four channels; then each two neighbours side by side, channel after channel. */ \
    lanes four = PACKED((low + 8192) >> 14, (high + 8192) >> 14); \
    four = __builtin_shufflevector(four, four, 0, 4, 1, 5, 2, 6, 3, 7, 8, 12, 9, 13, 10, 14, 11, 15); \
    lanes weights = TWO((across)[0], (across)[1]), right = TWO((across)[2], (across)[3]); \
    weights = __builtin_shufflevector(weights, right, 0, 1, 2, 3, 4, 5, 6, 7, 24, 25, 26, 27, 28, 29, 30, 31); \
    const sums two = PAIRS(four, weights); \
    pixel_sum sum = __builtin_shufflevector(two, two, 0, 1, 2, 3) + __builtin_shufflevector(two, two, 4, 5, 6, 7); \
    sum = (sum + 8192) >> 14; \
    const pixel result = \
      __builtin_convertvector(BETWEEN(sum, (pixel_sum){} - INT16_MAX, (pixel_sum){} + INT16_MAX), pixel); \
    memcpy(d + 4 * (i), &result, sizeof(result)); \
  } while (0)

VERSION(sample)(
  int16_t *restrict d, const int16_t *restrict texture, ptrdiff_t stride, const pixels_walk *restrict walk,
  const int16_t *restrict cubic, ptrdiff_t n) {
  const int32_t width = walk->width, height = walk->height;
  int64_t u = walk->u, v = walk->v;
  for (ptrdiff_t i = 0; i < n; i++, u += walk->du, v += walk->dv) {
    const int32_t x = held((int32_t)(u >> 32), -2, width), y = held((int32_t)(v >> 32), -2, height);
    SAMPLE(i, x, y, cubic + 4 * ((u >> 24) & 255), cubic + 4 * ((v >> 24) & 255));
  }
}

VERSION(sample_at)(
  int16_t *restrict d, const int16_t *restrict texture, ptrdiff_t stride, const int32_t *restrict us,
  const int32_t *restrict vs, int32_t width, int32_t height, const int16_t *restrict cubic, ptrdiff_t n) {
  for (ptrdiff_t i = 0; i < n; i++) {
    const int32_t x = held(us[i] >> 8, -2, width), y = held(vs[i] >> 8, -2, height);
    SAMPLE(i, x, y, cubic + 4 * (us[i] & 255), cubic + 4 * (vs[i] & 255));
  }
}

#undef SAMPLE
