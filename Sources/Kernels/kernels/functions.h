// Elementary functions of one double, without branches, so that a loop over them takes vectors.
//
// The polynomials are minimax, by make_polynomials.py.

#define INLINE static inline __attribute__((always_inline))

INLINE uint64_t bits(double x) { uint64_t u; memcpy(&u, &x, 8); return u; }
INLINE double number(uint64_t u) { double x; memcpy(&x, &u, 8); return x; }

#if CK_FMA
#define FMA(a, b, c) __builtin_fma(a, b, c)
#else
#define FMA(a, b, c) ((a) * (b) + (c))
#endif

// Added to a number below 2⁵¹ it leaves the nearest integer in the low bits of the sum.
#define SHIFT 0x1.8p52

// The power of two whose exponent is stored as `biased`.
INLINE double power_of_two(uint64_t biased) { return number(biased << 52); }

// x = k ln 2 + r with |r| ≤ ln 2 / 2. The low bits of `shifted` are k.
INLINE double reduce_exp(double x, double *shifted) {
  *shifted = FMA(x, 0x1.71547652b82fep+0, SHIFT);
  double k = *shifted - SHIFT;
  double r = FMA(k, -0x1.62e42feep-1, x);
  return FMA(k, -0x1.a39ef35793c76p-33, r);
}

// eʳ − 1 for |r| ≤ ln 2 / 2, to 2⁻⁵⁸.
INLINE double expm1_reduced(double r) {
  double r2 = r * r, r4 = r2 * r2;
  double a = FMA(r, 0x1.5555555555561p-3, 0x1.000000000000bp-1);
  double b = FMA(r, 0x1.111111110d63ap-7, 0x1.5555555550030p-5);
  double c = FMA(r, 0x1.a01a01bae2335p-13, 0x1.6c16c185a7575p-10);
  double d = FMA(r, 0x1.71dddfcc292d3p-19, 0x1.a0199693bcdb2p-16);
  double e = FMA(r, 0x1.af8587053996dp-26, 0x1.28b049138f694p-22);
  double p = FMA(r4, FMA(r4, e, FMA(r2, d, c)), FMA(r2, b, a));
  return FMA(r2, p, r);
}

INLINE double f64_exp(double x) {
  // Beyond these the result is infinite, or 0.
  x = x > 710 ? 710 : x;
  x = x < -746 ? -746 : x;
  double shifted, r = reduce_exp(x, &shifted);
  double y = 1 + expm1_reduced(r);
  // 2ᵏ in two factors, of which neither overflows, and only the second may be subnormal.
  uint64_t k = bits(shifted) - bits(SHIFT) + 2048, half = k >> 1;
  return y * power_of_two(half - 1) * power_of_two(k - half - 1);
}

// eˣ for |x| ≤ 700.
INLINE double f64_exp_inside(double x) {
  double shifted, r = reduce_exp(x, &shifted);
  return (1 + expm1_reduced(r)) * power_of_two(bits(shifted) - bits(SHIFT) + 1023);
}

// x = 2ᵏ (1 + f) with √½ ≤ 1 + f < √2, for normal x > 0.
INLINE double reduce_log(double x, double *k) {
  uint64_t away = bits(x) - 0x3fe6a09e667f3bcd;
  uint64_t biased = (away + ((uint64_t)1024 << 52)) >> 52;
  *k = number(bits(SHIFT) + biased) - (SHIFT + 1024);
  return number(bits(x) - (away & ((uint64_t)0xfff << 52))) - 1;
}

INLINE double special_log(double x, double y) {
  y = x == 0 ? -INFINITY : y;
  y = x == INFINITY ? x : y;
  return x >= 0 ? y : NAN;
}

// log(1 + f) = f − (f²/2 − s (f²/2 + s² p(s²))) with s = f / (2 + f), for log((1 + s)/(1 − s)) = 2s + s³ p(s²).
INLINE double f64_log(double x) {
  bool subnormal = x < 0x1p-1022;
  double k, f = reduce_log(subnormal ? x * 0x1p54 : x, &k);
  k = subnormal ? k - 54 : k;
  double s = f / (2 + f), z = s * s, z2 = z * z, half = 0.5 * f * f;
  double a = FMA(z, 0x1.999999997fd36p-2, 0x1.5555555555592p-1);
  double b = FMA(z, 0x1.c71c5202b0cfbp-3, 0x1.24924941f8d4ep-2);
  double c = FMA(z, 0x1.39a1932f1d77ap-3, 0x1.7466405c3a0b6p-3);
  double q = FMA(z2, FMA(z2, FMA(z2, 0x1.2f0705cbcb74cp-3, c), b), a);
  double y = FMA(k, 0x1.a39ef35793c76p-33, s * FMA(z, q, half)) - half + f;
  return special_log(x, FMA(k, 0x1.62e42feep-1, y));
}

// x = k π/2 + (r + tail), by Cody and Waite with π/2 in two parts of 33 bits and a rest. Exact enough for
// |x| ≤ 2¹⁷ unless x is all but a multiple of π/2 (`needs_libm`).
INLINE double reduce_sine(double x, double *tail, uint64_t *k) {
  double shifted = FMA(x, 0x1.45f306dc9c883p-1, SHIFT), n = shifted - SHIFT;
  *k = bits(shifted);
  double far = x - n * 0x1.921fb544p+0;
  double w = n * 0x1.0b4611a6p-34, r = far - w;
  w = n * 0x1.3198a2e037073p-69 - ((far - r) - w);
  double y = r - w;
  *tail = (r - y) - w;
  return y;
}

INLINE bool needs_libm(double x, double r) {
  double distance = __builtin_fabs(r), magnitude = __builtin_fabs(x);
  return !(magnitude <= 0x1p17) | ((distance < 0x1p-30) & (magnitude > 1));
}

// sin x = x + x³ p(x²), cos x = 1 − x²/2 + x⁴ p(x²) on |x| ≤ π/4, with the tail's first-order part.
INLINE double sine_reduced(double x, double y) {
  double z = x * x, z2 = z * z, v = z * x;
  double a = FMA(z, -0x1.a01a019c11990p-13, 0x1.111111110f87ap-7);
  double b = FMA(z, -0x1.ae5e663a6459ep-26, 0x1.71de3577b65eep-19);
  double p = FMA(z2, FMA(z2, 0x1.5d9300f0397f2p-33, b), a);
  return x - ((z * (0.5 * y - v * p) - y) - v * -0x1.5555555555549p-3);
}

INLINE double cosine_reduced(double x, double y) {
  double z = x * x, z2 = z * z;
  double a = FMA(z, -0x1.6c16c16c1517ep-10, 0x1.555555555554cp-5);
  double b = FMA(z, -0x1.27e4f809f0e80p-22, 0x1.a01a019cb1be1p-16);
  double c = FMA(z, -0x1.8fae9c8e17503p-37, 0x1.1ee9ebe95c26ep-29);
  double p = FMA(z2, FMA(z2, c, b), a);
  double half = 0.5 * z, w = 1 - half;
  return w + (((1 - w) - half) + (z2 * p - x * y));
}

// The `quadrant`-th of sin, cos, −sin, −cos.
INLINE double turned(uint64_t quadrant, double sine, double cosine) {
  double y = quadrant & 1 ? cosine : sine;
  return number(bits(y) ^ (quadrant & 2) << 62);
}

// sin(x + quarters π/2); right where not `*unsafe`.
INLINE double f64_sine(double x, uint64_t quarters, bool *unsafe) {
  double tail, r;
  uint64_t k;
  r = reduce_sine(x, &tail, &k);
  *unsafe = needs_libm(x, r);
  return turned(k + quarters, sine_reduced(r, tail), cosine_reduced(r, tail));
}

// x + x³ p(x²) near 0, and 1 − 2 / (e²ˣ + 1) elsewhere.
INLINE double f64_tanh(double x) {
  double m = __builtin_fabs(x);
  double far = 1 - 2 / (f64_exp_inside(2 * (m > 30 ? 30 : m)) + 1);
  double z = m * m, z2 = z * z, z4 = z2 * z2;
  double a = FMA(z, 0x1.11111111107ebp-3, -0x1.555555555554fp-2);
  double b = FMA(z, 0x1.664f485a5533ep-6, -0x1.ba1ba1b981b03p-5);
  double c = FMA(z, 0x1.d6d29fe6ffb5cp-9, -0x1.226e2f30b5bb8p-7);
  double d = FMA(z, 0x1.34855e2ac1ec8p-11, -0x1.7d900996bab3ep-10);
  double e = FMA(z2, -0x1.478226ffaeb48p-16, FMA(z, 0x1.5da32ef244f07p-14, -0x1.e9808049fed5bp-13));
  double p = FMA(z4, FMA(z4, e, FMA(z2, d, c)), FMA(z2, b, a));
  double y = m < 0.55 ? FMA(z * m, p, m) : far;
  return __builtin_copysign(y, x);
}

// 1 / (1 + e⁻ˣ), for negative x as eˣ / (1 + eˣ).
INLINE double f64_sigmoid(double x) {
  double e = f64_exp(-__builtin_fabs(x));
  return (x < 0 ? e : 1) / (1 + e);
}

#if CK_FMA
// xʸ = exp(y log x) with the logarithm in two parts, about 68 bits, so that nothing is lost when y is large:
// log x = k ln 2 + 2s + 2/3 s³ + s⁵ p(s²). Right where not `*unsafe`.
INLINE double f64_power(double x, double y, bool *unsafe) {
  double k, f = reduce_log(x, &k);
  double d = 2 + f, d_low = f - (d - 2);
  double reciprocal = 1 / d, s = f * reciprocal;
  double s_low = FMA(-s, d_low, FMA(-s, d, f)) * reciprocal;
  double z = s * s, z_low = FMA(2 * s, s_low, FMA(s, s, -z));
  double c = z * s, c_low = FMA(z, s_low, FMA(z_low, s, FMA(z, s, -c)));
  double t = c * 0x1.5555555555555p-1;
  double t_low = FMA(c, 0x1.5555555555555p-55, FMA(c_low, 0x1.5555555555555p-1, FMA(c, 0x1.5555555555555p-1, -t)));
  double z2 = z * z;
  double p = FMA(z, 0x1.249249247b321p-2, 0x1.9999999999a07p-2);
  double q = FMA(z, 0x1.745cfad102701p-3, 0x1.c71c71fbc9593p-3);
  double u = FMA(z2, 0x1.0bc4824c162c6p-3, FMA(z, 0x1.0fc59736e2e3ap-3, 0x1.3b1be5bd0003fp-3));
  double rest = c * z * FMA(z2, FMA(z2, u, q), p);
  double a = k * 0x1.62e42fefa38p-1, high = a + 2 * s, low = (a - high) + 2 * s;
  double sum = high + t;
  low += (high - sum) + t;
  low += FMA(k, 0x1.ef35793c7673p-45, FMA(2, s_low, t_low + rest));
  double l = sum + low, l_low = (sum - l) + low;
  double e = y * l, e_low = FMA(y, l, -e) + y * l_low;
  *unsafe = !((x >= 0x1p-1022) & (x < INFINITY) & (__builtin_fabs(e) <= 700));
  double shifted, r = reduce_exp(e, &shifted) + e_low;
  return (1 + expm1_reduced(r)) * power_of_two(bits(shifted) - bits(SHIFT) + 1023);
}
#else
INLINE double f64_power(double x, double y, bool *unsafe) { *unsafe = true; return x * y; }
#endif

// eʳ − 1 for |r| ≤ ln 2 / 2, to 2⁻²⁸.
INLINE double expm1_reduced_short(double r) {
  double r2 = r * r;
  double a = FMA(r, 0x1.55548eec6ce4ep-3, 0x1.00000051c00a7p-1);
  double b = FMA(r, 0x1.123b550458c8cp-7, 0x1.55545deee34dbp-5);
  return FMA(r2, FMA(r2, FMA(r2, 0x1.6db4249bfbd1dp-10, b), a), r);
}

// The same for floats in double, with log(1 + f) = f p(f) to 2⁻³⁸.
INLINE float f32_power(double x, double y, bool *unsafe) {
  double k, f = reduce_log(x, &k), f2 = f * f, f4 = f2 * f2;
  double a = FMA(f, -0x1.fffffffe6dccep-2, 0x1.fffffffffd22cp-1);
  double b = FMA(f, -0x1.000001af12805p-2, 0x1.55555566f8d23p-2);
  double c = FMA(f, -0x1.5554450dbb972p-3, 0x1.999989ce67785p-3);
  double d = FMA(f, -0x1.0025a946b4057p-3, 0x1.24946dd102019p-3);
  double e = FMA(f, -0x1.9485acf955d17p-4, 0x1.c6fe023d40b15p-4);
  double g = FMA(f, -0x1.7d8f7b371a870p-4, 0x1.70b5d111f0d65p-4);
  double h = FMA(f, -0x1.973038c7b82a9p-5, 0x1.7ca0d7a507837p-4);
  double low = FMA(f4, FMA(f2, d, c), FMA(f2, b, a));
  double high = FMA(f4, h, FMA(f2, g, e));
  double logarithm = FMA(k, 0x1.62e42fefa39efp-1, f * FMA(f4 * f4, high, low));
  double t = y * logarithm;
  *unsafe = !((x > 0) & (x < INFINITY) & (__builtin_fabs(t) <= 700));
  double shifted, r = reduce_exp(t, &shifted);
  return (1 + expm1_reduced_short(r)) * power_of_two(bits(shifted) - bits(SHIFT) + 1023);
}
