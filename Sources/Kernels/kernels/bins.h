// Bins of equal width.

#define BINS(F, T)                                                            \
  static void F##_bins(const T *a, ptrdiff_t n, const T *edges, ptrdiff_t bins, int64_t *out) { \
    enum { width = 256 };                                                     \
    const T first = edges[0], last = edges[bins], range = last - first, factor = (T)bins, most = (T)(bins - 1); \
    for (; n > 0; a += width, out += width, n -= width) {                     \
      ptrdiff_t m = n < width ? n : width;                                    \
      for (ptrdiff_t i = 0; i < m; i++) {                                     \
        T place = (a[i] - first) / range * factor;                            \
        place = place > 0 ? place : 0;                                        \
        out[i] = (int64_t)(place < most ? place : most);                      \
      }                                                                       \
      /* Rounding may have put an element next to an edge on its wrong side. Wider gathers are slower. */ \
      _Pragma("clang loop vectorize_width(2)") for (ptrdiff_t i = 0; i < m; i++) { \
        T x = a[i];                                                           \
        int64_t bin = out[i];                                                 \
        bool inside = (x >= first) & (x <= last);                             \
        bin -= inside & (x < edges[bin]);                                     \
        bin += (x >= edges[bin + 1]) & (bin != bins - 1);                     \
        out[i] = inside ? bin : -1;                                           \
      }                                                                       \
    }                                                                         \
  }

BINS(f64, double)
BINS(f32, float)
