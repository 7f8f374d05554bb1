// Arithmetic of words, which wraps around.

#define WRAPPING(name, expression)                                            \
  static void i64_##name(const int64_t *a, ptrdiff_t sa, const int64_t *b, ptrdiff_t sb, int64_t *out, ptrdiff_t n) { \
    switch (0) { default: PAIRS(uint64_t, (int64_t)(expression)); }           \
  }

WRAPPING(add, x + y)
WRAPPING(subtract, x - y)
WRAPPING(multiply, x * y)

INLINE int64_t floor_quotient(int64_t a, int64_t b) {
  // The one quotient that does not fit, of the least integer by −1, wraps around to itself.
  if (b == 0) return 0;
  if (b == -1) return (int64_t)(0 - (uint64_t)a);
  return a / b - ((a % b != 0) & ((a < 0) != (b < 0)));
}

INLINE int64_t floor_remainder(int64_t a, int64_t b) {
  if (b == 0 || b == -1) return 0;
  int64_t r = a % b;
  return r != 0 && (r < 0) != (b < 0) ? r + b : r;
}

// Below 2⁵¹ both numbers are exact in double, and the quotient there, even rounded, does not reach a whole number
// that the true one falls short of: the gap is at least 1/|b|, the error at most |a/b| 2⁻⁵³.
#define DIVISION(name, exact, expression)                                     \
  INLINE void name##_blocks(const int64_t *a, const ptrdiff_t sa, const int64_t *b, const ptrdiff_t sb, \
                            int64_t *out, ptrdiff_t n) {                      \
    enum { width = 256 };                                                     \
    const int64_t limit = (int64_t)1 << 51;                                   \
    for (; n > 0; a += sa * width, b += sb * width, out += width, n -= width) { \
      ptrdiff_t m = n < width ? n : width;                                    \
      bool small = CK_FMA;                                                    \
      for (ptrdiff_t i = 0; i < m; i++) {                                     \
        int64_t x = a[i * sa], y = b[i * sb];                                 \
        small &= (x < limit) & (x > -limit) & (y < limit) & (y > -limit) & (y != 0); \
      }                                                                       \
      if (small) {                                                            \
        _Pragma("clang loop vectorize(assume_safety)")                        \
        for (ptrdiff_t i = 0; i < m; i++) {                                   \
          double p = number(bits(SHIFT) + (uint64_t)a[i * sa]) - SHIFT;       \
          double d = number(bits(SHIFT) + (uint64_t)b[i * sb]) - SHIFT;       \
          double q = __builtin_elementwise_floor(p / d);                      \
          out[i] = (int64_t)(bits(expression + SHIFT) - bits(SHIFT));         \
        }                                                                     \
      } else {                                                                \
        int64_t x, y = *b;                                                    \
        for (ptrdiff_t i = 0; i < m; i++) { x = a[i * sa]; if (sb) y = b[i * sb]; out[i] = exact(x, y); } \
      }                                                                       \
    }                                                                         \
  }                                                                           \
  static void i64_##name(const int64_t *a, ptrdiff_t sa, const int64_t *b, ptrdiff_t sb, int64_t *out, ptrdiff_t n) { \
    if (sa && sb) name##_blocks(a, 1, b, 1, out, n);                          \
    else if (sa) name##_blocks(a, 1, b, 0, out, n);                           \
    else if (sb) name##_blocks(a, 0, b, 1, out, n);                           \
    else name##_blocks(a, 0, b, 0, out, n);                                   \
  }

DIVISION(floor_divide, floor_quotient, q)
DIVISION(remainder, floor_remainder, FMA(-q, d, p))
