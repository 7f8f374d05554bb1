// Whether all pairs of elements are equal, or close; the first block that holds another pair ends the search.

// `same` of elements x and y, or of lanes of them. M are integers of the width of T, all ones for true in lanes.
#define ALL_PAIRS(name, F, T, M, same)                                                                      \
  static bool name(const void *left, ptrdiff_t sa, const void *right, ptrdiff_t sb, ptrdiff_t n,            \
                   double relative, double absolute, bool nan_is_nan) {                                     \
    enum { width = 512, lanes = CK_BYTES / sizeof(T) };                                                     \
    const T *a = left, *b = right, rtol = (T)relative, atol = (T)absolute;                                  \
    const M nan = nan_is_nan ? -1 : 0;                                                                      \
    (void)rtol; (void)atol; (void)nan;                                                                      \
    T packed_a[width], packed_b[width];                                                                     \
    for (; n > 0; a += sa * width, b += sb * width, n -= width) {                                           \
      ptrdiff_t m = n < width ? n : width, i = 0;                                                           \
      const T *p = a, *q = b;                                                                               \
      if (sa != 1) { for (i = 0; i < m; i++) packed_a[i] = a[i * sa]; p = packed_a; }                       \
      if (sb != 1) { for (i = 0; i < m; i++) packed_b[i] = b[i * sb]; q = packed_b; }                       \
      F##_mask all = -1;                                                                                    \
      for (i = 0; i + lanes <= m; i += lanes) {                                                             \
        F##_register x, y;                                                                                  \
        memcpy(&x, p + i, sizeof x);                                                                        \
        memcpy(&y, q + i, sizeof y);                                                                        \
        all &= same;                                                                                        \
      }                                                                                                     \
      if (!__builtin_reduce_and(all)) return false;                                                         \
      for (; i < m; i++) {                                                                                  \
        T x = p[i], y = q[i];                                                                               \
        if (!(same)) return false;                                                                          \
      }                                                                                                     \
    }                                                                                                       \
    return true;                                                                                            \
  }

#define BOTH_NAN ((x != x) & (y != y) & nan)

#define EQUAL(F, T, M)                                                             \
  typedef M F##_mask __attribute__((ext_vector_type(CK_BYTES / sizeof(T))));       \
  ALL_PAIRS(F##_all_equal, F, T, M, (x == y) | BOTH_NAN)

// As numpy.isclose: |x − y| ≤ atol + rtol |y| for a finite y, or equal.
#define CLOSE(F, T, M)                                                                                      \
  EQUAL(F, T, M)                                                                                            \
  ALL_PAIRS(F##_all_close, F, T, M,                                                                         \
            ((__builtin_elementwise_abs(x - y) <= atol + rtol * __builtin_elementwise_abs(y))               \
             & (__builtin_elementwise_abs(y) < (T)INFINITY)) | (x == y) | BOTH_NAN)

CLOSE(f64, double, int64_t)
CLOSE(f32, float, int32_t)
EQUAL(u64, uint64_t, int64_t)
EQUAL(u32, uint32_t, int32_t)
EQUAL(u16, uint16_t, int16_t)
EQUAL(u8, uint8_t, int8_t)
