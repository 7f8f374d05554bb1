// Planes of numbers folded along their rows, or down their columns.
//
// A fold is two expressions: the `term` of an element x, which may depend on the centre c of its row or column
// (in lanes: `terms`), and the `join` of two results x and y, x the earlier.

#define FOLD_TERMS(name, A, T, B, R, term, terms, join)                                                     \
  INLINE R name##_term(T x, R c) { (void)c; return term; }                                                  \
  INLINE B##_eight name##_terms(A##_eight x, B##_eight c) { (void)c; return terms; }                        \
  INLINE R name##_join(R x, R y) { return join; }                                                           \
  INLINE B##_eight name##_joins(B##_eight x, B##_eight y) { return join; }                                  \
  /* Eight neighbours as a tree. */                                                                         \
  INLINE R name##_across(B##_eight s) {                                                                     \
    return name##_join(name##_join(name##_join(s[0], s[1]), name##_join(s[2], s[3])),                       \
                       name##_join(name##_join(s[4], s[5]), name##_join(s[6], s[7])));                      \
  }

// One row: four times eight lanes that do not wait for each other.
#define FOLD_ROW(row, name, A, T, B, R)                                                                        \
  static R row(const T *a, R c, ptrdiff_t n) {                                                       \
    if (n < 8) {                                                                                            \
      R s = name##_term(a[0], c);                                                                           \
      for (ptrdiff_t i = 1; i < n; i++) s = name##_join(s, name##_term(a[i], c));                           \
      return s;                                                                                             \
    }                                                                                                       \
    B##_eight s[4], centres = c;                                                                            \
    ptrdiff_t i = 8;                                                                                        \
    s[0] = name##_terms(A##_load(a), centres);                                                              \
    if (n >= 32) {                                                                                          \
      for (int j = 1; j < 4; j++) s[j] = name##_terms(A##_load(a + 8 * j), centres);                        \
      for (i = 32; i + 32 <= n; i += 32) {                                                                  \
        for (int j = 0; j < 4; j++) s[j] = name##_joins(s[j], name##_terms(A##_load(a + i + 8 * j), centres)); \
      }                                                                                                     \
      s[0] = name##_joins(name##_joins(s[0], s[1]), name##_joins(s[2], s[3]));                              \
    }                                                                                                       \
    for (; i + 8 <= n; i += 8) s[0] = name##_joins(s[0], name##_terms(A##_load(a + i), centres));           \
    R result = name##_across(s[0]);                                                                         \
    for (; i < n; i++) result = name##_join(result, name##_term(a[i], c));                                  \
    return result;                                                                                          \
  }

// Rows folded each into its place, short ones eight at a time: in the same order as blocks of up to 128 in a sum
// by pairs. The centres lie as the results do.
#define FOLD_ROWS(name, A, T, B, R, centred)                                                                \
  INLINE B##_eight name##_eight_rows(const T *a, ptrdiff_t stride, B##_eight c, ptrdiff_t n) {              \
    B##_eight s;                                                                                            \
    ptrdiff_t i = 1, whole = n & -8;                                                                        \
    if (whole) {                                                                                            \
      B##_eight v[8];                                                                                       \
      for (int j = 0; j < 8; j++) v[j] = name##_terms(A##_load(a + j * stride), (B##_eight)(c[j]));         \
      for (i = 8; i < whole; i += 8) {                                                                      \
        for (int j = 0; j < 8; j++) {                                                                       \
          v[j] = name##_joins(v[j], name##_terms(A##_load(a + j * stride + i), (B##_eight)(c[j])));         \
        }                                                                                                   \
      }                                                                                                     \
      B##_transpose(v);                                                                                     \
      s = name##_joins(name##_joins(name##_joins(v[0], v[1]), name##_joins(v[2], v[3])),                    \
                       name##_joins(name##_joins(v[4], v[5]), name##_joins(v[6], v[7])));                   \
    } else {                                                                                                \
      s = name##_terms(A##_gather(a, stride), c);                                                           \
    }                                                                                                       \
    for (; i < n; i++) s = name##_joins(s, name##_terms(A##_gather(a + i, stride), c));                     \
    return s;                                                                                               \
  }                                                                                                         \
  static void name##_rows(const void *operand, ptrdiff_t stride, ptrdiff_t rows, ptrdiff_t n,               \
                          const void *centres, void *result, ptrdiff_t step) {                              \
    const T *a = operand;                                                                                   \
    const R *c = centres;                                                                                   \
    R *out = result;                                                                                        \
    if (n == 0) return;                                                                                     \
    for (; n <= 128 && rows >= 8; rows -= 8, a += 8 * stride, out += 8 * step) {                            \
      B##_eight centre = 0;                                                                                 \
      if (centred) { centre = B##_gather(c, step); c += 8 * step; }                                         \
      B##_eight s = name##_eight_rows(a, stride, centre, n);                                                \
      for (int j = 0; j < 8; j++) out[j * step] = name##_join(out[j * step], s[j]);                         \
    }                                                                                                       \
    for (; rows > 0; rows--, a += stride, out += step) {                                                    \
      R centre = 0;                                                                                         \
      if (centred) { centre = *c; c += step; }                                                              \
      *out = name##_join(*out, name##_row(a, centre, n));                                                   \
    }                                                                                                       \
  }

// Columns folded into a row, four rows at a time, in blocks that stay in the nearest cache. Narrow columns are taken
// several rows side by side.
#define FOLD_COLUMNS(name, A, T, B, R, centred)                                                             \
  static void name##_block(const T *a, ptrdiff_t stride, ptrdiff_t rows, ptrdiff_t n, const R *restrict c,  \
                           R *restrict out) {                                                               \
    for (; rows >= 4; rows -= 4, a += 4 * stride) {                                                         \
      const T *a1 = a + stride, *a2 = a1 + stride, *a3 = a2 + stride;                                       \
      EACH {                                                                                                \
        R centre = centred ? c[i] : 0;                                                                      \
        R s = name##_join(out[i], name##_term(a[i], centre));                                               \
        s = name##_join(s, name##_term(a1[i], centre));                                                     \
        s = name##_join(s, name##_term(a2[i], centre));                                                     \
        out[i] = name##_join(s, name##_term(a3[i], centre));                                                \
      }                                                                                                     \
    }                                                                                                       \
    for (; rows > 0; rows--, a += stride) {                                                                 \
      EACH out[i] = name##_join(out[i], name##_term(a[i], centred ? c[i] : 0));                             \
    }                                                                                                       \
  }                                                                                                         \
  static void name##_columns(const void *operand, ptrdiff_t stride, ptrdiff_t rows, ptrdiff_t n,            \
                             const void *centres, void *result) {                                           \
    enum { narrow = 32, width = 256, block = 1024 };                                                        \
    const T *a = operand;                                                                                   \
    const R *c = centres;                                                                                   \
    R *out = result;                                                                                        \
    if (n > 0 && n < narrow && stride == n && rows >= 8) {                                                  \
      R wide[width], side[width];                                                                           \
      ptrdiff_t beside = width / n < rows / 4 ? width / n : rows / 4, all = beside * n, times = rows / beside; \
      for (ptrdiff_t i = 0; i < all; i++) {                                                                 \
        side[i] = centred ? c[i % n] : 0;                                                                   \
        wide[i] = name##_term(a[i], side[i]);                                                               \
      }                                                                                                     \
      name##_block(a + all, all, times - 1, all, side, wide);                                               \
      for (ptrdiff_t i = 0; i < all; i++) out[i % n] = name##_join(out[i % n], wide[i]);                    \
      a += times * all;                                                                                     \
      rows -= times * beside;                                                                               \
    }                                                                                                       \
    for (ptrdiff_t i = 0; i < n; i += block) {                                                              \
      name##_block(a + i, stride, rows, n - i < block ? n - i : block, centred ? c + i : 0, out + i);       \
    }                                                                                                       \
  }

#define FOLD(name, A, T, B, R, term, terms, join) \
  FOLD_TERMS(name, A, T, B, R, term, terms, join) \
  FOLD_ROW(name##_row, name, A, T, B, R)                      \
  FOLD_ROWS(name, A, T, B, R, 0)                  \
  FOLD_COLUMNS(name, A, T, B, R, 0)
