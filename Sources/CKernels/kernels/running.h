// Running sums and products along rows, and down columns.

// Eight neighbours become their running results in three steps, and join what came before them. Only that last
// waits for the eight before.
#define RUNNING(name, F, T, none, join)                                                                     \
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
    T x = before[0];                                                                                        \
    for (; i < n; i++) {                                                                                    \
      T y = a[i];                                                                                           \
      out[i] = x = join;                                                                                    \
    }                                                                                                       \
  }                                                                                                         \
  static void name##_rows(const void *operand, ptrdiff_t stride, ptrdiff_t rows, ptrdiff_t n, void *result, \
                          ptrdiff_t step) {                                                                 \
    for (ptrdiff_t r = 0; r < rows; r++) {                                                                  \
      name##_row((const T *)operand + r * stride, n, (T *)result + r * step);                               \
    }                                                                                                       \
  }                                                                                                         \
  INLINE T name##_next(T x, T y) { return join; }                                                           \
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

#define RUNNINGS(F, T)                            \
  RUNNING(F##_running_sum, F, T, (T)-0.0, x + y)  \
  RUNNING(F##_running_product, F, T, 1, x * y)

RUNNINGS(f64, double)
RUNNINGS(f32, float)
RUNNINGS(u64, uint64_t)
