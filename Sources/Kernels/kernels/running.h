// Running sums and products along rows, and down columns.

// Floating-point numbers one after another, as NumPy adds them: in another order a sum overflows, or is rounded, where
// theirs is not. Each result waits for the one before it, so several rows go on together.
#define RUNNING_ROWS_IN_ORDER(name, F, T, none, join)                                                       \
  static void name##_rows(const void *operand, ptrdiff_t stride, ptrdiff_t rows, ptrdiff_t n, void *result, \
                          ptrdiff_t step) {                                                                 \
    const T *a = operand;                                                                                   \
    T *out = result;                                                                                        \
    for (; rows >= 4; rows -= 4, a += 4 * stride, out += 4 * step) {                                        \
      T last[4] = {none, none, none, none};                                                                 \
      for (ptrdiff_t i = 0; i < n; i++) {                                                                   \
        for (ptrdiff_t r = 0; r < 4; r++) last[r] = name##_next(last[r], a[r * stride + i]);                \
        for (ptrdiff_t r = 0; r < 4; r++) out[r * step + i] = last[r];                                      \
      }                                                                                                     \
    }                                                                                                       \
    for (; rows > 0; rows--, a += stride, out += step) {                                                    \
      T last = none;                                                                                        \
      for (ptrdiff_t i = 0; i < n; i++) out[i] = last = name##_next(last, a[i]);                            \
    }                                                                                                       \
  }

// Integers have the same results in any order. Eight neighbours become their running results in three steps, and join
// what came before them; only that last waits for the eight before.
#define RUNNING_ROWS_BY_EIGHTS(name, F, T, none, join)                                                      \
  INLINE F##_eight name##_joined(F##_eight x, F##_eight y) { return join; }                                 \
  static void name##_row(const T *a, ptrdiff_t n, T *out) {                                                 \
    F##_eight before = none;                                                                                \
    ptrdiff_t i = 0;                                                                                        \
    for (; i + 8 <= n; i += 8) {                                                                            \
      const F##_eight o = none;                                                                             \
      F##_eight v = F##_load(a + i);                                                                        \
      v = name##_joined(__builtin_shufflevector(o, v, 0, 8, 9, 10, 11, 12, 13, 14), v);                     \
      v = name##_joined(__builtin_shufflevector(o, v, 0, 1, 8, 9, 10, 11, 12, 13), v);                      \
      v = name##_joined(__builtin_shufflevector(o, v, 0, 1, 2, 3, 8, 9, 10, 11), v);                        \
      F##_eight results = name##_joined(before, v);                                                         \
      before = name##_joined(before, __builtin_shufflevector(v, v, 7, 7, 7, 7, 7, 7, 7, 7));                \
      memcpy(out + i, &results, sizeof results);                                                            \
    }                                                                                                       \
    T last = before[0];                                                                                     \
    for (; i < n; i++) out[i] = last = name##_next(last, a[i]);                                             \
  }                                                                                                         \
  static void name##_rows(const void *operand, ptrdiff_t stride, ptrdiff_t rows, ptrdiff_t n, void *result, \
                          ptrdiff_t step) {                                                                 \
    for (ptrdiff_t r = 0; r < rows; r++) {                                                                  \
      name##_row((const T *)operand + r * stride, n, (T *)result + r * step);                               \
    }                                                                                                       \
  }

#define RUNNING(ROWS, name, F, T, none, join)                                                               \
  INLINE T name##_next(T x, T y) { return join; }                                                           \
  ROWS(name, F, T, none, join)                                                                              \
  static void name##_columns(const void *operand, ptrdiff_t stride, ptrdiff_t rows, ptrdiff_t columns,      \
                             void *result, ptrdiff_t step) {                                                \
    enum { width = 512 };                                                                                   \
    for (ptrdiff_t start = 0; start < columns; start += width) {                                            \
      const T *a = (const T *)operand + start;                                                              \
      T *out = (T *)result + start, last[width];                                                            \
      ptrdiff_t n = columns - start < width ? columns - start : width, left = rows;                         \
      EACH last[i] = none;                                                                                  \
      for (; left >= 4; left -= 4, a += 4 * stride, out += 4 * step) {                                      \
        EACH {                                                                                              \
          T x = out[i] = name##_next(last[i], a[i]);                                                        \
          x = out[i + step] = name##_next(x, a[i + stride]);                                                \
          x = out[i + 2 * step] = name##_next(x, a[i + 2 * stride]);                                        \
          last[i] = out[i + 3 * step] = name##_next(x, a[i + 3 * stride]);                                  \
        }                                                                                                   \
      }                                                                                                     \
      for (; left > 0; left--, a += stride, out += step) EACH last[i] = out[i] = name##_next(last[i], a[i]); \
    }                                                                                                       \
  }

#define RUNNINGS(ROWS, F, T)                           \
  RUNNING(ROWS, F##_running_sum, F, T, (T)-0.0, x + y) \
  RUNNING(ROWS, F##_running_product, F, T, 1, x * y)

RUNNINGS(RUNNING_ROWS_IN_ORDER, f64, double)
RUNNINGS(RUNNING_ROWS_IN_ORDER, f32, float)
RUNNINGS(RUNNING_ROWS_BY_EIGHTS, u64, uint64_t)
