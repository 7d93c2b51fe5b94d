// The kernels that multiply 16-bit channels. Included once for each kind of processor, with
//   VERSION(f)   the attribute that says which, and the name of this version of `f`
//   PRODUCT(a,b) (a b + 2^14) >> 15 of each lane, low 16 bits
// because the compiler does not find the one instruction that does it (measured: three times slower; see
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
