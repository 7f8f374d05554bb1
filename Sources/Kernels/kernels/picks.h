// Single words at positions that an array, or a mask, names.

#define PICKS(W, T)                                                           \
  static void W##_take(const T *a, const int64_t *offsets, T *out, ptrdiff_t n) { \
    for (ptrdiff_t i = 0; i < n; i++) out[i] = a[offsets[i]];                 \
  }                                                                           \
  /* What is written must be there first; the memory is told of it ahead. */  \
  static void W##_put(const T *a, ptrdiff_t sa, const int64_t *offsets, T *out, ptrdiff_t n) { \
    enum { ahead = 64 };                                                      \
    ptrdiff_t i = 0;                                                          \
    for (; i < n - ahead; i++) {                                              \
      __builtin_prefetch(out + offsets[i + ahead], 1);                        \
      out[offsets[i]] = a[i * sa];                                            \
    }                                                                         \
    for (; i < n; i++) out[offsets[i]] = a[i * sa];                           \
  }

PICKS(w8, uint8_t)
PICKS(w16, uint16_t)
PICKS(w32, uint32_t)
PICKS(w64, uint64_t)

// What a mask lets through, one after another. Each word is written, and the next in its place unless it counted;
// or as many as a register holds are pressed together. What lies behind the last one is overwritten.

#if CK_BYTES == 64

#define EACH_GROUP(lanes, chunk)                                              \
  for (; i + 64 <= n; i += 64) {                                              \
    __m512i flags = _mm512_loadu_si512(mask + i);                             \
    uint64_t chosen = _mm512_test_epi8_mask(flags, flags);                    \
    for (ptrdiff_t j = i; j < i + 64; j += lanes, chosen >>= lanes) {         \
      uint64_t group = chosen & ((1 << lanes) - 1);                           \
      chunk;                                                                  \
      k += __builtin_popcountll(group);                                       \
    }                                                                         \
  }

static ptrdiff_t w64_press(const bool *mask, const uint64_t *a, uint64_t *out, ptrdiff_t n, ptrdiff_t *done) {
  ptrdiff_t i = 0, k = 0;
  EACH_GROUP(8, _mm512_storeu_si512(out + k, _mm512_maskz_compress_epi64(group, _mm512_loadu_si512(a + j))))
  *done = i;
  return k;
}

static ptrdiff_t w32_press(const bool *mask, const uint32_t *a, uint32_t *out, ptrdiff_t n, ptrdiff_t *done) {
  ptrdiff_t i = 0, k = 0;
  EACH_GROUP(16, _mm512_storeu_si512(out + k, _mm512_maskz_compress_epi32(group, _mm512_loadu_si512(a + j))))
  *done = i;
  return k;
}

static ptrdiff_t positions_press(const bool *mask, int64_t start, int64_t step, int64_t *out, ptrdiff_t n,
                                 ptrdiff_t *done) {
  ptrdiff_t i = 0, k = 0;
  __m512i lanes = _mm512_mullo_epi64(_mm512_setr_epi64(0, 1, 2, 3, 4, 5, 6, 7), _mm512_set1_epi64(step));
  EACH_GROUP(8, _mm512_storeu_si512(
    out + k, _mm512_maskz_compress_epi64(group, _mm512_add_epi64(_mm512_set1_epi64(start + j * step), lanes))))
  *done = i;
  return k;
}

#define PRESS(call) call

#else
#define PRESS(call) 0
#endif

#define COMPRESS(W, T)                                                        \
  static ptrdiff_t W##_compress(const bool *mask, const T *a, T *out, ptrdiff_t n) { \
    ptrdiff_t i = 0, k = PRESS(W##_press(mask, a, out, n, &i));               \
    for (; i < n; i++) {                                                      \
      out[k] = a[i];                                                          \
      k += mask[i];                                                           \
    }                                                                         \
    return k;                                                                 \
  }

COMPRESS(w32, uint32_t)
COMPRESS(w64, uint64_t)

static ptrdiff_t positions(const bool *mask, ptrdiff_t start, ptrdiff_t step, int64_t *out, ptrdiff_t n) {
  ptrdiff_t i = 0, k = PRESS(positions_press(mask, start, step, out, n, &i));
  for (; i < n; i++) {
    out[k] = start + i * step;
    k += mask[i];
  }
  return k;
}
