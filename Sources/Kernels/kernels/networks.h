// Sorting networks for up to ROWS vectors of keys: each lane by itself, then neighbouring lanes merged until the
// vectors in their order, lane by lane, are sorted. Included for each width of keys; see sorting.h.

typedef KEY F(vector) __attribute__((vector_size(64), aligned(sizeof(KEY))));
#define VECTOR F(vector)

// Loops over what is in registers.
#define UNROLLED _Pragma("clang loop unroll(full)")

#define IMAGE(i, k) ((i) ^ (k))
#define CHOICE(i, k) ((i) & (k) ? (i) + LANES : (i))
#define EIGHT(f, i, k) f(i, k), f(i + 1, k), f(i + 2, k), f(i + 3, k), f(i + 4, k), f(i + 5, k), f(i + 6, k), f(i + 7, k)
#if LANES == 8
#define EACH_LANE(f, k) EIGHT(f, 0, k)
#else
#define EACH_LANE(f, k) EIGHT(f, 0, k), EIGHT(f, 8, k)
#endif

// Lane i of the result is lane i ^ k.
#define FLIPPED(v, k) __builtin_shufflevector(v, v, EACH_LANE(IMAGE, k))

// Orders each lane and its image; those with the bit `upper` keep the greater.
#define EXCHANGE_LANES(v, flip, upper)                                        \
  {                                                                           \
    VECTOR image = FLIPPED(v, flip);                                          \
    VECTOR lesser = __builtin_elementwise_min(v, image);                      \
    VECTOR greater = __builtin_elementwise_max(v, image);                     \
    v = __builtin_shufflevector(lesser, greater, EACH_LANE(CHOICE, upper));   \
  }

// The lesser of each lane to `a`, the greater to `b`.
INLINE void F(exchange)(VECTOR *a, VECTOR *b) {
  VECTOR lesser = __builtin_elementwise_min(*a, *b);
  *b = __builtin_elementwise_max(*a, *b);
  *a = lesser;
}

// Sorts each lane of eight rows with 19 exchanges.
INLINE void F(sort_lanes)(VECTOR *v) {
#define X(i, j) F(exchange)(v + i, v + j);
  X(0, 2) X(1, 3) X(4, 6) X(5, 7) X(0, 4) X(1, 5) X(2, 6) X(3, 7) X(0, 1) X(2, 3)
  X(4, 5) X(6, 7) X(2, 4) X(3, 5) X(1, 4) X(3, 6) X(1, 2) X(3, 4) X(5, 6)
#undef X
}

// Merges what is sorted in the two halves of the rows, in each lane: K. E. Batcher's odd–even merge, 1968.
INLINE void F(merge_halves)(VECTOR *v, const int rows) {
  UNROLLED for (int i = 0; i < rows / 2; i++) F(exchange)(v + i, v + i + rows / 2);
  UNROLLED for (int d = rows / 4; d > 0; d /= 2) {
    UNROLLED for (int i = d; i < rows - d; i++) {
      if (i & d) F(exchange)(v + i, v + i + d);
    }
  }
}

// Merges what is sorted, row by row, in the lower and the upper half of each group of 2k lanes: the bitonic merge,
// in which the one half is read backwards.
#define MERGE_LANES(v, rows, k)                                               \
  UNROLLED for (int size = rows; size > 1; size /= 2) {                       \
    UNROLLED for (int i = 0; i < rows; i++) {                                 \
      if (i & (size / 2)) continue;                                           \
      int j = i ^ (size - 1);                                                 \
      v[j] = FLIPPED(v[j], 2 * k - 1);                                        \
      F(exchange)(v + i, v + j);                                              \
    }                                                                         \
  }                                                                           \
  UNROLLED for (int i = 0; i < rows; i++) {                                   \
    EXCHANGE_LANES(v[i], 2 * k - 1, k)                                        \
    if (k > 4) EXCHANGE_LANES(v[i], 4, 4)                                     \
    if (k > 2) EXCHANGE_LANES(v[i], 2, 2)                                     \
    if (k > 1) EXCHANGE_LANES(v[i], 1, 1)                                     \
  }

INLINE void F(sort_vectors)(VECTOR *v, const int rows) {
  UNROLLED for (int i = 0; i < rows; i += 8) F(sort_lanes)(v + i);
  UNROLLED for (int size = 16; size <= rows; size *= 2) {
    UNROLLED for (int i = 0; i < rows; i += size) F(merge_halves)(v + i, size);
  }
  MERGE_LANES(v, rows, 1)
  MERGE_LANES(v, rows, 2)
  MERGE_LANES(v, rows, 4)
#if LANES == 16
  MERGE_LANES(v, rows, 8)
#endif
}

// Sorts n ≤ rows · LANES keys.
#define SORT_PADDED(rows)                                                     \
  static void F(sort_##rows##_rows)(KEY *a, ptrdiff_t n) {                    \
    VECTOR v[rows];                                                           \
    _Alignas(64) KEY block[rows * LANES];                                     \
    memcpy(block, a, n * sizeof(KEY));                                        \
    for (ptrdiff_t i = n; i < rows * LANES; i++) block[i] = GREATEST;         \
    memcpy(v, block, sizeof v);                                               \
    F(sort_vectors)(v, rows);                                                 \
    memcpy(block, v, sizeof v);                                               \
    memcpy(a, block, n * sizeof(KEY));                                        \
  }

SORT_PADDED(8)
SORT_PADDED(16)
SORT_PADDED(32)

// Sorts n ≤ FEW keys.
static void F(sort_few)(KEY *a, ptrdiff_t n) {
  if (n <= 12) return F(insert)(a, n);
  if (n <= 8 * LANES) return F(sort_8_rows)(a, n);
  if (n <= 16 * LANES || ROWS == 16) return F(sort_16_rows)(a, n);
  F(sort_32_rows)(a, n);
}

// Merges what is sorted in the first size / 2 vectors and in those behind, `count` together, a multiple of 8: the
// bitonic merge. What is missing up to `size` may be thought to be greatest keys, which stay where they are.
static void F(merge)(VECTOR *v, ptrdiff_t count, ptrdiff_t size) {
  for (ptrdiff_t i = size - count; i < size / 2; i++) {
    VECTOR *other = v + size - 1 - i, image = FLIPPED(*other, LANES - 1);
    F(exchange)(v + i, &image);
    *other = FLIPPED(image, LANES - 1);
  }
  for (ptrdiff_t d = size / 4; d >= 8; d /= 2) {
    for (ptrdiff_t start = 0; start + d < count; start += 2 * d) {
      for (ptrdiff_t i = start; i < start + d && i + d < count; i++) F(exchange)(v + i, v + i + d);
    }
  }
  for (; count > 0; count -= 8, v += 8) {
    VECTOR part[8];
    memcpy(part, v, sizeof part);
    UNROLLED for (int d = 4; d > 0; d /= 2) {
      UNROLLED for (int i = 0; i < 8; i++) {
        if (!(i & d)) F(exchange)(part + i, part + i + d);
      }
    }
    UNROLLED for (int i = 0; i < 8; i++) {
      if (LANES > 8) EXCHANGE_LANES(part[i], 8, 8)
      EXCHANGE_LANES(part[i], 4, 4)
      EXCHANGE_LANES(part[i], 2, 2)
      EXCHANGE_LANES(part[i], 1, 1)
    }
    memcpy(v, part, sizeof part);
  }
}

// Sorts n ≤ SEVERAL keys.
static void F(sort_several)(KEY *a, ptrdiff_t n) {
  if (n <= FEW) return F(sort_few)(a, n);
  _Alignas(64) VECTOR v[SEVERAL / LANES];
  KEY *block = (KEY *)v;
  ptrdiff_t count = (n + 8 * LANES - 1) / (8 * LANES) * 8;
  memcpy(block, a, n * sizeof(KEY));
  for (ptrdiff_t i = n; i < count * LANES; i++) block[i] = GREATEST;
  for (ptrdiff_t i = 0; i < count; i += ROWS) {
    F(sort_few)(block + i * LANES, (count - i < ROWS ? count - i : ROWS) * LANES);
  }
  for (ptrdiff_t size = 2 * ROWS; size < 2 * count; size *= 2) {
    for (ptrdiff_t i = 0; i + size / 2 < count; i += size) F(merge)(v + i, count - i < size ? count - i : size, size);
  }
  memcpy(a, block, n * sizeof(KEY));
}

// About the middle of n ≥ 8 · LANES keys: the median of the medians of eight vectors' lanes. These are sorted
// as far as the middle needs.
static KEY F(middle)(const KEY *a, ptrdiff_t n) {
  VECTOR v[8];
  ptrdiff_t step = (n - LANES) / 7;
  for (int i = 0; i < 8; i++) v[i] = *(const VECTOR *)(a + i * step);
  F(sort_lanes)(v);
  VECTOR medians = v[4];
  EXCHANGE_LANES(medians, 1, 1)
  EXCHANGE_LANES(medians, 3, 2)
  EXCHANGE_LANES(medians, 1, 1)
  EXCHANGE_LANES(medians, 7, 4)
  EXCHANGE_LANES(medians, 2, 2)
  EXCHANGE_LANES(medians, 1, 1)
#if LANES == 16
  EXCHANGE_LANES(medians, 15, 8)
  EXCHANGE_LANES(medians, 4, 4)
#endif
  return medians[LANES / 2];
}

#undef VECTOR
#undef UNROLLED
#undef IMAGE
#undef CHOICE
#undef EIGHT
#undef EACH_LANE
#undef FLIPPED
#undef EXCHANGE_LANES
#undef MERGE_LANES
#undef SORT_PADDED
