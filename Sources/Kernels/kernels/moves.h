// Words from place to place; what they mean is not looked at. Steps count words.

typedef uint8_t ck_register __attribute__((vector_size(CK_BYTES)));
typedef ck_register ck_register_anywhere __attribute__((aligned(1)));

// Fills `n` words with one, registers at a time.
#define FILL(W, T)                                                            \
  static void W##_fill(const T *word, T *out, ptrdiff_t n) {                  \
    T pattern[CK_BYTES / sizeof(T)];                                          \
    ck_register lanes;                                                        \
    for (size_t i = 0; i < CK_BYTES / sizeof(T); i++) pattern[i] = *word;     \
    memcpy(&lanes, pattern, CK_BYTES);                                        \
    const ptrdiff_t width = CK_BYTES / sizeof(T);                             \
    ptrdiff_t i = 0;                                                          \
    for (; i + width <= n; i += width) *(ck_register_anywhere *)(out + i) = lanes; \
    for (; i < n; i++) out[i] = *word;                                        \
  }

// Transposes N × N words in registers: each of the upper rows is zipped with the one N / 2 below, log₂ N times.
#define UNROLL _Pragma("clang loop unroll(full)")
#define SQUARE(W, T, N, LOW, HIGH)                                            \
  enum { W##_side = N };                                                      \
  typedef T W##_lanes __attribute__((vector_size(N * sizeof(T))));            \
  typedef W##_lanes W##_anywhere __attribute__((aligned(1)));                 \
  INLINE void W##_square(const T *a, ptrdiff_t from, T *out, ptrdiff_t to) {  \
    W##_lanes x[N], y[N];                                                     \
    UNROLL for (int i = 0; i < N; i++) x[i] = *(const W##_anywhere *)(a + i * from); \
    UNROLL for (int step = 1; step < N; step *= 2) {                          \
      UNROLL for (int i = 0; i < N / 2; i++) {                                \
        y[2 * i] = __builtin_shufflevector(x[i], x[i + N / 2], LOW);          \
        y[2 * i + 1] = __builtin_shufflevector(x[i], x[i + N / 2], HIGH);     \
      }                                                                       \
      UNROLL for (int i = 0; i < N; i++) x[i] = y[i];                         \
    }                                                                         \
    UNROLL for (int i = 0; i < N; i++) *(W##_anywhere *)(out + i * to) = x[i]; \
  }

#define LOW2 0, 2
#define HIGH2 1, 3
#define LOW4 0, 4, 1, 5
#define HIGH4 2, 6, 3, 7
#define LOW8 0, 8, 1, 9, 2, 10, 3, 11
#define HIGH8 4, 12, 5, 13, 6, 14, 7, 15
#define LOW16 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23
#define HIGH16 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31

#if CK_BYTES == 64
SQUARE(w64, uint64_t, 8, LOW8, HIGH8)
SQUARE(w32, uint32_t, 16, LOW16, HIGH16)
#elif CK_BYTES == 32
SQUARE(w64, uint64_t, 4, LOW4, HIGH4)
SQUARE(w32, uint32_t, 8, LOW8, HIGH8)
#else
SQUARE(w64, uint64_t, 2, LOW2, HIGH2)
SQUARE(w32, uint32_t, 4, LOW4, HIGH4)
#endif
SQUARE(w16, uint16_t, 8, LOW8, HIGH8)
SQUARE(w8, uint8_t, 16, LOW16, HIGH16)

INLINE ptrdiff_t magnitude(ptrdiff_t step) { return step < 0 ? -step : step; }

// Copies rows of at most 64 bytes, each by two moves that overlap or meet; the library's memcpy takes longer to find out
// how. Steps count bytes.
#define FROM_BOTH_ENDS(size)                                                  \
  for (ptrdiff_t i = 0; i < count; i++, from += a_step, to += out_step) {     \
    char head[size], tail[size];                                              \
    memcpy(head, from, size);                                                 \
    memcpy(tail, from + bytes - size, size);                                  \
    memcpy(to, head, size);                                                   \
    memcpy(to + bytes - size, tail, size);                                    \
  }
static void copy_short_rows(const void *a, ptrdiff_t a_step, void *out, ptrdiff_t out_step, ptrdiff_t bytes,
                            ptrdiff_t count) {
  const char *from = a;
  char *to = out;
  if (bytes >= 32) {
    FROM_BOTH_ENDS(32)
  } else if (bytes >= 16) {
    FROM_BOTH_ENDS(16)
  } else if (bytes >= 8) {
    FROM_BOTH_ENDS(8)
  } else if (bytes >= 4) {
    FROM_BOTH_ENDS(4)
  } else if (bytes >= 2) {
    FROM_BOTH_ENDS(2)
  } else if (bytes) {
    FROM_BOTH_ENDS(1)
  }
}

#define APART _Pragma("clang loop vectorize(assume_safety)") for (ptrdiff_t i = 0; i < n; i++)

#define MOVES(W, T)                                                           \
  FILL(W, T)                                                                  \
  /* out[i to] = a[i from] */                                                 \
  INLINE void W##_row(const T *a, ptrdiff_t from, T *out, ptrdiff_t to, ptrdiff_t n) { \
    if (to != 1) {                                                            \
      APART out[i * to] = a[i * from];                                        \
    } else if (from == 1) {                                                   \
      memcpy(out, a, n * sizeof(T));                                          \
    } else if (from == 0) {                                                   \
      W##_fill(a, out, n);                                                    \
    } else if (from == -1) {                                                  \
      APART out[i] = a[-i];                                                   \
    } else if (from == 2) {                                                   \
      APART out[i] = a[2 * i];                                                \
    } else {                                                                  \
      APART out[i] = a[i * from];                                             \
    }                                                                         \
  }                                                                           \
  /* out[i to + j] = a[i + j from], by strips that lie in the caches while their lines are read in turn. */ \
  static void W##_transpose(const T *restrict a, ptrdiff_t from, T *restrict out, ptrdiff_t to, ptrdiff_t rows, \
                            ptrdiff_t columns) {                              \
    enum { side = W##_side, strip = 256 };                                    \
    for (ptrdiff_t start = 0; start < columns; start += strip) {              \
      ptrdiff_t end = columns - start < strip ? columns : start + strip, i = 0; \
      for (; i + side <= rows; i += side) {                                   \
        ptrdiff_t j = start;                                                  \
        for (; j + side <= end; j += side) W##_square(a + i + j * from, from, out + i * to + j, to); \
        for (; j < end; j++) {                                                \
          for (ptrdiff_t k = i; k < i + side; k++) out[k * to + j] = a[k + j * from]; \
        }                                                                     \
      }                                                                       \
      for (; i < rows; i++) {                                                 \
        for (ptrdiff_t j = start; j < end; j++) out[i * to + j] = a[i + j * from]; \
      }                                                                       \
    }                                                                         \
  }                                                                           \
  /* Any two axes, by blocks of which both sides lie in the caches. */        \
  INLINE void W##_blocks(const T *a, T *out, ck_axis rows, ck_axis columns) { \
    enum { side = 32 };                                                       \
    for (ptrdiff_t i = 0; i < rows.count; i += side) {                        \
      ptrdiff_t bottom = rows.count - i < side ? rows.count : i + side;       \
      for (ptrdiff_t j = 0; j < columns.count; j += side) {                   \
        ptrdiff_t width = columns.count - j < side ? columns.count - j : side; \
        for (ptrdiff_t k = i; k < bottom; k++) {                              \
          W##_row(a + k * rows.from + j * columns.from, columns.from, out + k * rows.to + j * columns.to, \
                  columns.to, width);                                         \
        }                                                                     \
      }                                                                       \
    }                                                                         \
  }                                                                           \
  static void W##_plane(const T *a, T *out, ck_axis rows, ck_axis columns) {  \
    enum { few = 8, many = 256, size = sizeof(T) };                           \
    if (columns.from == 1 && columns.to == 1 && columns.count * size <= 64) { \
      copy_short_rows(a, rows.from * size, out, rows.to * size, columns.count * size, rows.count); \
    } else if (columns.count < few && rows.count > columns.count) {                  \
      for (ptrdiff_t i = 0; i < rows.count; i += many) {                      \
        ptrdiff_t n = rows.count - i < many ? rows.count - i : many;          \
        for (ptrdiff_t j = 0; j < columns.count; j++) {                       \
          W##_row(a + i * rows.from + j * columns.from, rows.from, out + i * rows.to + j * columns.to, rows.to, n); \
        }                                                                     \
      }                                                                       \
    } else if (rows.from == 1 && columns.to == 1 && columns.from != 1 && columns.from != 0) { \
      W##_transpose(a, columns.from, out, rows.to, rows.count, columns.count); \
    } else if (magnitude(rows.from) < magnitude(columns.from) && rows.from != 0) { \
      W##_blocks(a, out, rows, columns);                                      \
    } else {                                                                  \
      for (ptrdiff_t i = 0; i < rows.count; i++) {                            \
        W##_row(a + i * rows.from, columns.from, out + i * rows.to, columns.to, columns.count); \
      }                                                                       \
    }                                                                         \
  }                                                                           \
  static void W##_copy(const ck_axis *axes, ptrdiff_t rank, const T *a, T *out) { \
    if (rank > 2) {                                                           \
      for (ptrdiff_t i = 0; i < axes->count; i++) {                           \
        W##_copy(axes + 1, rank - 1, a + i * axes->from, out + i * axes->to); \
      }                                                                       \
    } else if (rank == 2) {                                                   \
      W##_plane(a, out, axes[0], axes[1]);                                    \
    } else if (rank == 1) {                                                   \
      W##_row(a, axes->from, out, axes->to, axes->count);                     \
    } else {                                                                  \
      *out = *a;                                                              \
    }                                                                         \
  }

MOVES(w8, uint8_t)
MOVES(w16, uint16_t)
MOVES(w32, uint32_t)
MOVES(w64, uint64_t)

#undef APART
