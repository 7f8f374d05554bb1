// Keys of 4 and 8 bytes. CK_BYTES is the size of the vector registers. Where one can be permuted or compressed,
// SPLIT(v, pivot, ordered, below) puts the keys below the pivot, whose number it finds, in front of the others.

#if CK_BYTES == 64
#define ROWS 32
#else
#define ROWS 16
#endif

// Up to so many keys are sorted by a network; their vectors should fit into the registers. Up to so many are sorted
// by merges of such.
#define FEW (ROWS * LANES)
#define SEVERAL (4 * FEW)

#define F(name) k64_##name
#define KEY int64_t
#define NUMBER double
#define GREATEST INT64_MAX
#define LANES 8
#if CK_BYTES == 64
#define SPLIT(v, pivot, ordered, below)                                                    \
  __mmask8 mask = _mm512_cmplt_epi64_mask((__m512i)(v), _mm512_set1_epi64(pivot));         \
  __m512i order = _mm512_cvtepu8_epi64(_mm_loadl_epi64((const __m128i *)&ck_orders[mask])); \
  ordered = (F(part))_mm512_permutexvar_epi64(order, (__m512i)(v));                        \
  below = __builtin_popcount(mask);
#elif CK_BYTES == 32
#define SPLIT(v, pivot, ordered, below)                                                    \
  __m256i less = _mm256_cmpgt_epi64(_mm256_set1_epi64x(pivot), (__m256i)(v));              \
  int mask = _mm256_movemask_ps((__m256)less);                                             \
  __m256i order = _mm256_cvtepu8_epi32(_mm_loadl_epi64((const __m128i *)&ck_orders[mask])); \
  ordered = (F(part))_mm256_permutevar8x32_epi32((__m256i)(v), order);                     \
  below = __builtin_popcount(mask) / 2;
#endif
#include "keys.h"
#undef F
#undef KEY
#undef NUMBER
#undef GREATEST
#undef LANES
#undef SPLIT

#define F(name) k32_##name
#define KEY int32_t
#define NUMBER float
#define GREATEST INT32_MAX
#define LANES 16
#if CK_BYTES == 64
#define SPLIT(v, pivot, ordered, below)                                                    \
  __mmask16 mask = _mm512_cmplt_epi32_mask((__m512i)(v), _mm512_set1_epi32(pivot));        \
  below = __builtin_popcount(mask);                                                        \
  ordered = (F(part))_mm512_mask_expand_epi32(                                             \
      _mm512_maskz_compress_epi32(mask, (__m512i)(v)), (__mmask16)(0xffffu << below),       \
      _mm512_maskz_compress_epi32((__mmask16)~mask, (__m512i)(v)));
#elif CK_BYTES == 32
#define SPLIT(v, pivot, ordered, below)                                                    \
  __m256i less = _mm256_cmpgt_epi32(_mm256_set1_epi32(pivot), (__m256i)(v));               \
  int mask = _mm256_movemask_ps((__m256)less);                                             \
  __m256i order = _mm256_cvtepu8_epi32(_mm_loadl_epi64((const __m128i *)&ck_orders[mask])); \
  ordered = (F(part))_mm256_permutevar8x32_epi32((__m256i)(v), order);                     \
  below = __builtin_popcount(mask);
#endif
#include "keys.h"
#undef F
#undef KEY
#undef NUMBER
#undef GREATEST
#undef LANES
#undef SPLIT
#undef FEW
#undef SEVERAL
#undef ROWS
