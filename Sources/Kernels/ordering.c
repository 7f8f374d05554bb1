// Searching and counting: what waits for memory gains nothing from vectors.

#include "CKernels.h"

#define INLINE static inline __attribute__((always_inline))

// Binary search for several values in step: the halves are the same for all, so that no search waits for the memory
// of another, and nothing branches on the comparisons. NaN belongs behind all numbers.
#define SEARCH(F, T)                                                          \
  INLINE bool F##_precedes(T a, T x, bool right) {                            \
    return right ? (a <= x) | (x != x) : (a < x) | ((x != x) & (a == a));     \
  }                                                                           \
  INLINE void F##_search_in_step(bool right, const T *sorted, ptrdiff_t length, const T *x, int64_t *out, const int width) { \
    int64_t start[16] = {0};                                                  \
    ptrdiff_t rest = length;                                                  \
    while (rest > 1) {                                                        \
      ptrdiff_t half = rest / 2;                                              \
      rest -= half;                                                           \
      _Pragma("clang loop vectorize(disable)") for (int i = 0; i < width; i++) { \
        const T *from = sorted + start[i];                                    \
        __builtin_prefetch(from + rest / 2 - 1);                              \
        __builtin_prefetch(from + half + rest / 2 - 1);                       \
        bool above = F##_precedes(from[half - 1], x[i], right);               \
        start[i] = __builtin_unpredictable(above) ? start[i] + half : start[i]; \
      }                                                                       \
    }                                                                         \
    for (int i = 0; i < width; i++) {                                         \
      out[i] = start[i] + (length > 0 && F##_precedes(sorted[start[i]], x[i], right)); \
    }                                                                         \
  }                                                                           \
  void ck_##F##_search(bool right, const T *sorted, ptrdiff_t length, const T *values, ptrdiff_t n, int64_t *out) { \
    ptrdiff_t i = 0;                                                          \
    if (right) {                                                              \
      for (; i + 16 <= n; i += 16) F##_search_in_step(true, sorted, length, values + i, out + i, 16); \
    } else {                                                                  \
      for (; i + 16 <= n; i += 16) F##_search_in_step(false, sorted, length, values + i, out + i, 16); \
    }                                                                         \
    for (; i < n; i++) F##_search_in_step(right, sorted, length, values + i, out + i, 1); \
  }

SEARCH(f64, double)
SEARCH(f32, float)
SEARCH(i64, int64_t)
SEARCH(i32, int32_t)
SEARCH(i16, int16_t)
SEARCH(i8, int8_t)
SEARCH(u64, uint64_t)
SEARCH(u32, uint32_t)
SEARCH(u16, uint16_t)
SEARCH(u8, uint8_t)

// Neighbours go to different tables, so that a count need not wait for the one just stored.
void ck_tally(const int64_t *bins, ptrdiff_t n, int64_t *tables, ptrdiff_t stride) {
  ptrdiff_t i = 0;
  for (; i + 4 <= n; i += 4) {
    tables[bins[i] + 1]++;
    tables[stride + bins[i + 1] + 1]++;
    tables[2 * stride + bins[i + 2] + 1]++;
    tables[3 * stride + bins[i + 3] + 1]++;
  }
  for (; i < n; i++) tables[bins[i] + 1]++;
}
