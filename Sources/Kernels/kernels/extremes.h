// The largest and the smallest element, which is NaN where there is one, and its first position.

// The first place of an element that is there.
#define FIND(F, T)                                                                                          \
  static ptrdiff_t F##_find(const T *a, ptrdiff_t n, T wanted) {                                            \
    enum { lanes = 4 * CK_BYTES / sizeof(T) };                                                              \
    ptrdiff_t i = 0;                                                                                        \
    if (wanted != wanted) {                                                                                 \
      while (a[i] == a[i]) i++;                                                                             \
      return i;                                                                                             \
    }                                                                                                       \
    for (; i + lanes <= n; i += lanes) {                                                                    \
      F##_register x[4];                                                                                    \
      memcpy(x, a + i, sizeof x);                                                                           \
      if (__builtin_reduce_or((x[0] == wanted) | (x[1] == wanted) | (x[2] == wanted) | (x[3] == wanted))) break; \
    }                                                                                                       \
    for (; i + lanes / 4 <= n; i += lanes / 4) {                                                            \
      F##_register x;                                                                                       \
      memcpy(&x, a + i, sizeof x);                                                                          \
      if (__builtin_reduce_or(x == wanted)) break;                                                          \
    }                                                                                                       \
    while (a[i] != wanted) i++;                                                                             \
    return i;                                                                                               \
  }

// `less` or `greater` tells which; no element beats `limit`. Places have P bits.
#define EXTREME(name, F, T, P, place, beats, limit)                                                         \
  FOLD_TERMS(name, F, T, F, T, x, x, ((x beats##= y) | (x != x)) ? x : y)                                   \
  FOLD_ROW(name##_few, name, F, T, F, T)                                                                          \
  /* Up to the first NaN registers need not look for one in what they hold. */                              \
  static T name##_row(const T *a, T c, ptrdiff_t n) {                                                       \
    enum { lanes = 4 * CK_BYTES / sizeof(T) };                                                              \
    if (n < lanes) return name##_few(a, c, n);                                                          \
    F##_register x[4], s[4];                                                                                \
    memcpy(s, a, sizeof s);                                                                                 \
    for (ptrdiff_t i = 0; i < n; i += lanes) {                                                              \
      if (n - i < lanes) i = n - lanes;                                                                     \
      memcpy(x, a + i, sizeof x);                                                                           \
      if (__builtin_reduce_or((x[0] != x[0]) | (x[1] != x[1]) | (x[2] != x[2]) | (x[3] != x[3]))) {          \
        while (a[i] == a[i]) i++;                                                                           \
        return a[i];                                                                                        \
      }                                                                                                     \
      for (int j = 0; j < 4; j++) s[j] = x[j] beats s[j] ? x[j] : s[j];                                     \
    }                                                                                                       \
    s[0] = s[0] beats s[1] ? s[0] : s[1];                                                                   \
    s[2] = s[2] beats s[3] ? s[2] : s[3];                                                                   \
    s[0] = s[0] beats s[2] ? s[0] : s[2];                                                                   \
    T best[lanes / 4];                                                                                      \
    memcpy(best, s, sizeof best);                                                                           \
    for (int half = lanes / 8; half; half /= 2) {                                                           \
      for (int j = 0; j < half; j++) best[j] = best[j + half] beats best[j] ? best[j + half] : best[j];     \
    }                                                                                                       \
    return *best;                                                                                           \
  }                                                                                                         \
  FOLD_ROWS(name, F, T, F, T, 0)                                                                            \
  FOLD_COLUMNS(name, F, T, F, T, 0)                                                                         \
  /* The first block that beats what came before holds the place. */                                        \
  static ptrdiff_t name##_place(const T *a, ptrdiff_t n) {                                                  \
    enum { width = 2048 };                                                                                  \
    T best = a[0];                                                                                          \
    ptrdiff_t block = 0;                                                                                    \
    for (ptrdiff_t i = 0; i < n && best == best && !(i && best == limit); i += width) {                     \
      T x = name##_row(a + i, 0, n - i < width ? n - i : width);                                            \
      if ((x beats best) | (x != x)) { best = x; block = i; }                                               \
    }                                                                                                       \
    return block + F##_find(a + block, n - block, best);                                                    \
  }                                                                                                         \
  INLINE void name##_next(F##_eight *best, place##_eight *at, F##_eight x, ptrdiff_t i) {                   \
    __typeof__(x == x) better = ((x beats *best) | (x != x)) & (*best == *best);                            \
    *best = better ? x : *best;                                                                             \
    *at = __builtin_convertvector(better, place##_eight) ? (place##_eight)((P)i) : *at;                     \
  }                                                                                                         \
  INLINE place##_eight name##_eight_places(const T *a, ptrdiff_t stride, ptrdiff_t n) {                     \
    F##_eight best = F##_gather(a, stride), v[8];                                                           \
    place##_eight at = 0;                                                                                   \
    ptrdiff_t i = 0;                                                                                        \
    for (; i + 8 <= n; i += 8) {                                                                            \
      for (int j = 0; j < 8; j++) v[j] = F##_load(a + j * stride + i);                                      \
      F##_transpose(v);                                                                                     \
      for (int j = 0; j < 8; j++) name##_next(&best, &at, v[j], i + j);                                     \
    }                                                                                                       \
    for (; i < n; i++) name##_next(&best, &at, F##_gather(a + i, stride), i);                               \
    return at;                                                                                              \
  }                                                                                                         \
  static void name##_places(const void *operand, ptrdiff_t stride, ptrdiff_t rows, ptrdiff_t n, int64_t *out, \
                            ptrdiff_t step) {                                                               \
    const T *a = operand;                                                                                   \
    for (; n <= 32 && rows >= 8; rows -= 8, a += 8 * stride) {                                              \
      place##_eight at = name##_eight_places(a, stride, n);                                                 \
      for (int j = 0; j < 8; j++, out += step) *out = at[j];                                                \
    }                                                                                                       \
    for (; rows > 0; rows--, a += stride, out += step) *out = name##_place(a, n);                           \
  }                                                                                                         \
  /* Values and places side by side, in blocks that stay in the nearest cache. */                           \
  static void name##_column_places(const void *operand, ptrdiff_t stride, ptrdiff_t rows, ptrdiff_t columns, \
                                   int64_t *out) {                                                          \
    enum { width = 256, run = 1 << 30 };                                                                    \
    for (ptrdiff_t start = 0; start < columns; start += width, out += width) {                              \
      const T *a = (const T *)operand + start;                                                              \
      ptrdiff_t n = columns - start < width ? columns - start : width;                                      \
      T best[width];                                                                                        \
      P at[width];                                                                                          \
      memcpy(best, a, n * sizeof(T));                                                                       \
      for (ptrdiff_t i = 0; i < n; i++) out[i] = 0;                                                         \
      for (ptrdiff_t first = 0; first < rows; first += run) {                                               \
        P count = (P)(rows - first < run ? rows - first : run);                                             \
        for (ptrdiff_t i = 0; i < n; i++) at[i] = -1;                                                       \
        for (P row = 0; row < count; row++, a += stride) {                                                  \
          EACH {                                                                                            \
            T x = a[i], y = best[i];                                                                        \
            bool better = ((x beats y) | (x != x)) & (y == y);                                              \
            best[i] = better ? x : y;                                                                       \
            at[i] = better ? row : at[i];                                                                   \
          }                                                                                                 \
        }                                                                                                   \
        for (ptrdiff_t i = 0; i < n; i++) out[i] = at[i] < 0 ? out[i] : first + at[i];                      \
      }                                                                                                     \
    }                                                                                                       \
  }

#define EXTREMES(F, T, P, place, least, greatest)              \
  FIND(F, T)                                                   \
  EXTREME(F##_largest, F, T, P, place, >, greatest)            \
  EXTREME(F##_smallest, F, T, P, place, <, least)

EXTREMES(f64, double, int64_t, i64, NAN, NAN)
EXTREMES(f32, float, int32_t, i32, NAN, NAN)
EXTREMES(i64, int64_t, int64_t, i64, INT64_MIN, INT64_MAX)
EXTREMES(i32, int32_t, int32_t, i32, INT32_MIN, INT32_MAX)
EXTREMES(i16, int16_t, int32_t, i32, INT16_MIN, INT16_MAX)
EXTREMES(i8, int8_t, int32_t, i32, INT8_MIN, INT8_MAX)
EXTREMES(u64, uint64_t, int64_t, i64, 0, UINT64_MAX)
EXTREMES(u32, uint32_t, int32_t, i32, 0, UINT32_MAX)
EXTREMES(u16, uint16_t, int32_t, i32, 0, UINT16_MAX)
EXTREMES(u8, uint8_t, int32_t, i32, 0, UINT8_MAX)
