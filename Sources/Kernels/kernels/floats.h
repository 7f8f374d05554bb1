// Elementary functions of one float in its own arithmetic, which takes twice the lanes of a double's. The
// polynomials are minimax, by make_polynomials.py; the forms are those of functions.h.

INLINE uint32_t bits32(float x) { uint32_t u; memcpy(&u, &x, 4); return u; }
INLINE float number32(uint32_t u) { float x; memcpy(&x, &u, 4); return x; }

#if CK_FMA
#define FMAF(a, b, c) __builtin_fmaf(a, b, c)
#else
#define FMAF(a, b, c) ((a) * (b) + (c))
#endif

#define SHIFT32 0x1.8p23f

// x = k ln 2 + r with |r| ≤ ln 2 / 2, and eʳ − 1. The low bits of `shifted` are k.
INLINE float expm1_reduced32(float x, float *shifted) {
  *shifted = FMAF(x, 0x1.715476p+0f, SHIFT32);
  float k = *shifted - SHIFT32;
  float r = FMAF(k, -0x1.62e4p-1f, x);
  r = FMAF(k, -0x1.7f7d1cp-20f, r);
  float r2 = r * r;
  float a = FMAF(r, 0x1.55548ep-3f, 0x1p-1f);
  float b = FMAF(r, 0x1.123b56p-7f, 0x1.55545ep-5f);
  return FMAF(r2, FMAF(r2, FMAF(r2, 0x1.6db42ap-10f, b), a), r);
}

INLINE float f32_exp(float x) {
  x = x > 89 ? 89 : x;
  x = x < -104 ? -104 : x;
  float shifted, y = 1 + expm1_reduced32(x, &shifted);
  // 2ᵏ in two factors, of which neither overflows, and only the second may be subnormal.
  uint32_t k = bits32(shifted) - bits32(SHIFT32) + 256, half = k >> 1;
  return y * number32((half - 1) << 23) * number32((k - half - 1) << 23);
}

INLINE float f32_log(float x) {
  int subnormal = x < 0x1p-126f;
  float scaled = subnormal ? x * 0x1p24f : x;
  uint32_t away = bits32(scaled) - 0x3f3504f3;
  float k = (float)((int32_t)away >> 23);
  k = subnormal ? k - 24 : k;
  float f = number32(bits32(scaled) - (away & 0xff800000)) - 1, f2 = f * f, f4 = f2 * f2;
  float a = FMAF(f, -0x1.00022p-2f, 0x1.55554ap-2f);
  float b = FMAF(f, -0x1.54788ap-3f, 0x1.99a596p-3f);
  float c = FMAF(f, -0x1.0ce07cp-3f, 0x1.226e4ap-3f);
  float d = FMAF(f, -0x1.41ee06p-4f, 0x1.07d0eep-3f);
  float p = FMAF(f4, FMAF(f2, d, c), FMAF(f2, b, a));
  float y = FMAF(f * f2, p, k * 0x1.7f7d1cp-20f);
  y = FMAF(k, 0x1.62e4p-1f, FMAF(-0.5f, f2, y) + f);
  y = x == 0 ? -INFINITY : y;
  y = x == INFINITY ? x : y;
  return x >= 0 ? y : NAN;
}

#if CK_FMA
// sin(x + quarters π/2); right where not `*unsafe`. x = k π/2 + (r + tail), with π/2 in three parts of 24 bits: k times
// the first leaves x without rounding, and the tail keeps what rounding takes from r.
INLINE float f32_sine(float x, uint32_t quarters, bool *unsafe) {
  float shifted = FMAF(x, 0x1.45f306p-1f, SHIFT32), n = shifted - SHIFT32;
  *unsafe = !(__builtin_fabsf(x) <= 0x1p17f);
  float far = FMAF(n, -0x1.921fb6p+0f, x), w = n * -0x1.777a5cp-25f, r = far - w;
  float lost = FMAF(n, -0x1.ee59dap-50f, FMAF(n, -0x1.777a5cp-25f, -w));
  float tail = ((far - r) - w) - lost;
  float z = r * r, half = 0.5f * z, v = 1 - half;
  float p = FMAF(z, FMAF(z, FMAF(z, 0x1.6ccb6ap-19f, -0x1.a00f68p-13f), 0x1.111108p-7f), -0x1.555556p-3f);
  float q = FMAF(z, FMAF(z, FMAF(z, -0x1.24213cp-22f, 0x1.a010f2p-16f), -0x1.6c16b8p-10f), 0x1.555556p-5f);
  float sine = r + FMAF(z * r, p, tail);
  float cosine = v + FMAF(z * z, q, FMAF(-r, tail, (1 - v) - half));
  sine = x == 0 ? x : sine;
  uint32_t quadrant = bits32(shifted) + quarters;
  float y = quadrant & 1 ? cosine : sine;
  return number32(bits32(y) ^ (quadrant & 2) << 30);
}
#else
// In double, where products are rounded.
INLINE float f32_sine(double x, uint64_t quarters, bool *unsafe) {
  double shifted = FMA(x, 0x1.45f306dc9c883p-1, SHIFT), n = shifted - SHIFT;
  double r = (x - n * 0x1.921fb544p+0) - n * 0x1.0b4611a626331p-34;
  *unsafe = !(__builtin_fabs(x) <= 0x1p17);
  double z = r * r, z2 = z * z;
  double p = FMA(z2, FMA(z, 0x1.6cd838b83e320p-19, -0x1.a00f9d231854cp-13),
                 FMA(z, 0x1.11110895aa596p-7, -0x1.5555554cb9108p-3));
  double q = FMA(z2, FMA(z, -0x1.242abe63284cep-22, 0x1.a0111fb68dbe8p-16),
                 FMA(z, -0x1.6c16b89823471p-10, 0x1.5555554f4dac7p-5));
  return turned(bits(shifted) + quarters, r * FMA(z, p, 1), FMA(z2, q, FMA(z, -0.5, 1)));
}
#endif

// x + x³ p(x²) near 0, and 1 − 2 / (e²ˣ + 1) elsewhere, where 2x = k ln 2 + r in one step: the greater k is, the less
// of eʳ there is in the result. As eʳ − 1 = r + r² p(r), one polynomial serves both, by its coefficients.
INLINE float f32_tanh(float x) {
  float m = __builtin_fabsf(x), inside = m > 15 ? 15 : m;
  float shifted = FMAF(inside, 0x1.715476p+1f, SHIFT32);
  float r = FMAF(shifted - SHIFT32, -0x1.62e43p-1f, 2 * inside);
  bool near = m < 0.55f;
  float t = near ? m : r, z = near ? m * m : r, p = near ? 0x1.3a7106p-9f : 0;
  p = FMAF(z, p, near ? -0x1.13cd2ep-7f : 0x1.6db42ap-10f);
  p = FMAF(z, p, near ? 0x1.64e7bep-6f : 0x1.123b56p-7f);
  p = FMAF(z, p, near ? -0x1.ba09e2p-5f : 0x1.55545ep-5f);
  p = FMAF(z, p, near ? 0x1.1110dep-3f : 0x1.55548ep-3f);
  p = FMAF(z, p, near ? -0x1.55555p-2f : 0x1p-1f);
  float y = FMAF(t * z, p, t);
  float far = 1 - 2 / FMAF(1 + y, number32((bits32(shifted) - bits32(SHIFT32) + 127) << 23), 1);
  return __builtin_copysignf(near ? y : far, x);
}

INLINE float f32_sigmoid(float x) {
  float e = f32_exp(-__builtin_fabsf(x));
  return (x < 0 ? e : 1) / (1 + e);
}
