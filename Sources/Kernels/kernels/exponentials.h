// Softmax, its logarithm and log Σ exp, without overflow: the largest of a row or column is taken out of its
// exponents.

// In the logarithms an infinite extreme stays in: log Σ exp is infinite then.
#define SHIFT_OF(kind, m) ((kind) == CK_SOFTMAX || __builtin_elementwise_abs(m) < INFINITY ? (m) : 0)

#define EXPONENTIALS(F, T)                                                                                  \
  /* Short rows side by side, so that one loop takes them all. */                                           \
  static void F##_shifted_exp(const T *a, ptrdiff_t stride, ptrdiff_t rows, ptrdiff_t n, const T *shift, T *out) { \
    if (rows == 1) {                                                                                        \
      SIDE_BY_SIDE for (ptrdiff_t i = 0; i < n; i++) out[i] = F##_exp(a[i] - *shift);                       \
      return;                                                                                               \
    }                                                                                                       \
    for (ptrdiff_t r = 0; r < rows; r++) {                                                                  \
      EACH out[r * n + i] = a[r * stride + i] - shift[r];                                                   \
    }                                                                                                       \
    n *= rows;                                                                                              \
    SIDE_BY_SIDE for (ptrdiff_t i = 0; i < n; i++) out[i] = F##_exp(out[i]);                                \
  }                                                                                                         \
  static void F##_exponentials_rows(ck_exponentials kind, const void *operand, ptrdiff_t stride, ptrdiff_t rows, \
                                    ptrdiff_t n, void *result, ptrdiff_t step) {                            \
    enum { width = 1024 };                                                                                  \
    const T *a = operand;                                                                                   \
    T *out = result, e[width], shift[width], sums[width];                                                   \
    ptrdiff_t together = n < width && n > 0 && (step == n || kind == CK_LOG_SUM_EXP) ? width / n : 1;       \
    for (; rows > 0; rows -= together, a += together * stride, out += together * step) {                    \
      ptrdiff_t m = rows < together ? rows : together;                                                      \
      for (ptrdiff_t r = 0; r < m; r++) { shift[r] = -INFINITY; sums[r] = 0; }                              \
      F##_largest_rows(a, stride, m, n, 0, shift, 1);                                                       \
      for (ptrdiff_t r = 0; r < m; r++) shift[r] = SHIFT_OF(kind, shift[r]);                                \
      if (kind == CK_SOFTMAX) {                                                                             \
        F##_shifted_exp(a, stride, m, n, shift, out);                                                       \
        F##_sum_rows(out, step, m, n, 0, sums, 1);                                                          \
        for (ptrdiff_t r = 0; r < m; r++) {                                                                 \
          T scale = 1 / sums[r];                                                                            \
          EACH out[r * step + i] *= scale;                                                                  \
        }                                                                                                   \
        continue;                                                                                           \
      }                                                                                                     \
      for (ptrdiff_t i = 0; i < n; i += width) {                                                            \
        ptrdiff_t block = n - i < width ? n - i : width;                                                    \
        F##_shifted_exp(a + i, stride, m, block, shift, e);                                                 \
        F##_sum_rows(e, block, m, block, 0, sums, 1);                                                       \
      }                                                                                                     \
      for (ptrdiff_t r = 0; r < m; r++) sums[r] = F##_log(sums[r]);                                         \
      for (ptrdiff_t r = 0; r < m; r++) {                                                                   \
        T s = sums[r], largest = shift[r];                                                                  \
        if (kind == CK_LOG_SUM_EXP) { out[r * step] = largest + s; continue; }                              \
        EACH out[r * step + i] = (a[r * stride + i] - largest) - s;                                         \
      }                                                                                                     \
    }                                                                                                       \
  }                                                                                                         \
  static void F##_exponentials_columns(ck_exponentials kind, const void *operand, ptrdiff_t stride, ptrdiff_t rows, \
                                       ptrdiff_t columns, void *result, ptrdiff_t step) {                   \
    enum { width = 256 };                                                                                   \
    for (ptrdiff_t start = 0; start < columns; start += width) {                                            \
      const T *a = (const T *)operand + start;                                                              \
      T *out = (T *)result + start, e[width], shift[width], sums[width];                                    \
      ptrdiff_t n = columns - start < width ? columns - start : width;                                      \
      EACH { shift[i] = -INFINITY; sums[i] = 0; }                                                           \
      F##_largest_columns(a, stride, rows, n, 0, shift);                                                    \
      EACH shift[i] = SHIFT_OF(kind, shift[i]);                                                             \
      for (ptrdiff_t r = 0; r < rows; r++) {                                                                \
        const T *row = a + r * stride;                                                                      \
        T *y = kind == CK_SOFTMAX ? out + r * step : e;                                                     \
        EACH { y[i] = F##_exp(row[i] - shift[i]); sums[i] += y[i]; }                                        \
      }                                                                                                     \
      if (kind == CK_SOFTMAX) {                                                                             \
        EACH sums[i] = 1 / sums[i];                                                                         \
        for (ptrdiff_t r = 0; r < rows; r++) EACH out[r * step + i] *= sums[i];                             \
        continue;                                                                                           \
      }                                                                                                     \
      EACH sums[i] = F##_log(sums[i]);                                                                      \
      if (kind == CK_LOG_SUM_EXP) { EACH out[i] = shift[i] + sums[i]; continue; }                           \
      for (ptrdiff_t r = 0; r < rows; r++) {                                                                \
        EACH out[r * step + i] = (a[r * stride + i] - shift[i]) - sums[i];                                  \
      }                                                                                                     \
    }                                                                                                       \
  }

EXPONENTIALS(f64, double)
EXPONENTIALS(f32, float)
