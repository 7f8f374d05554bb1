// Sums of floating-point numbers by pairs, as NumPy's: eight running sums over blocks of up to 128 elements, and
// halves above that. The error grows with the logarithm of n instead of with n.
//
// N. J. Higham, The accuracy of floating point summation, 1993.

#define SUM(name, A, T, term)                                                                               \
  FOLD_TERMS(name, A, T, A, T, term, term, x + y)                                                           \
  /* Up to four blocks of 8 … 128 elements each, which do not wait for each other. */                       \
  INLINE void name##_blocks(const T *const *a, const ptrdiff_t *n, const int blocks, T c, T *sums) {        \
    A##_eight s[4], centres = c;                                                                            \
    ptrdiff_t common = 128, i = 8;                                                                          \
    for (int j = 0; j < blocks; j++) {                                                                      \
      s[j] = name##_terms(A##_load(a[j]), centres);                                                         \
      common = n[j] < common ? n[j] : common;                                                               \
    }                                                                                                       \
    for (; i + 8 <= common; i += 8) {                                                                       \
      for (int j = 0; j < blocks; j++) s[j] += name##_terms(A##_load(a[j] + i), centres);                   \
    }                                                                                                       \
    for (int j = 0; j < blocks; j++) {                                                                      \
      ptrdiff_t k = i;                                                                                      \
      for (; k + 8 <= n[j]; k += 8) s[j] += name##_terms(A##_load(a[j] + k), centres);                      \
      sums[j] = name##_across(s[j]);                                                                        \
      for (; k < n[j]; k++) sums[j] += name##_term(a[j][k], c);                                             \
    }                                                                                                       \
  }                                                                                                         \
  static T name##_row(const T *a, T c, ptrdiff_t n) {                                                       \
    if (n < 8) {                                                                                            \
      T sum = (T)-0.0;                                                                                      \
      for (ptrdiff_t i = 0; i < n; i++) sum += name##_term(a[i], c);                                        \
      return sum;                                                                                           \
    }                                                                                                       \
    if (n <= 128) {                                                                                         \
      T sum;                                                                                                \
      name##_blocks(&a, &n, 1, c, &sum);                                                                    \
      return sum;                                                                                           \
    }                                                                                                       \
    ptrdiff_t half = n / 2 & -8, first = half / 2 & -8, third = (n - half) / 2 & -8;                        \
    ptrdiff_t lengths[4] = {first, half - first, third, n - half - third};                                  \
    if (half > 128 && lengths[1] <= 128 && lengths[3] <= 128) {                                             \
      const T *starts[4] = {a, a + first, a + half, a + half + third};                                      \
      T sums[4];                                                                                            \
      name##_blocks(starts, lengths, 4, c, sums);                                                           \
      return (sums[0] + sums[1]) + (sums[2] + sums[3]);                                                     \
    }                                                                                                       \
    return name##_row(a, c, half) + name##_row(a + half, c, n - half);                                      \
  }                                                                                                         \
  FOLD_ROWS(name, A, T, A, T, 0)                                                                      \
  FOLD_COLUMNS(name, A, T, A, T, 0)

// Squared distances add up in the same way, but in as many running sums as fill four registers: nobody expects their
// last bits.
#define SQUARES(name, F, T)                                                                                 \
  FOLD_TERMS(name, F, T, F, T, (x - c) * (x - c), (x - c) * (x - c), x + y)                                 \
  static T name##_row(const T *a, T c, ptrdiff_t n) {                                                       \
    enum { lanes = CK_BYTES / sizeof(T), step = 4 * lanes, block = 16 * step };                             \
    if (n > block) {                                                                                        \
      ptrdiff_t half = n / 2 / step * step;                                                                 \
      return name##_row(a, c, half) + name##_row(a + half, c, n - half);                                    \
    }                                                                                                       \
    F##_register s[4] = {0}, x[4];                                                                          \
    ptrdiff_t i = 0;                                                                                        \
    for (; i + step <= n; i += step) {                                                                      \
      memcpy(x, a + i, sizeof x);                                                                           \
      for (int j = 0; j < 4; j++) s[j] += (x[j] - c) * (x[j] - c);                                          \
    }                                                                                                       \
    for (; i + lanes <= n; i += lanes) {                                                                    \
      memcpy(x, a + i, sizeof *x);                                                                          \
      s[0] += (x[0] - c) * (x[0] - c);                                                                      \
    }                                                                                                       \
    s[0] = (s[0] + s[1]) + (s[2] + s[3]);                                                                   \
    T sums[lanes], rest = 0;                                                                                \
    memcpy(sums, s, sizeof sums);                                                                           \
    for (int half = lanes / 2; half; half /= 2) {                                                           \
      for (int j = 0; j < half; j++) sums[j] += sums[j + half];                                             \
    }                                                                                                       \
    for (; i < n; i++) rest += name##_term(a[i], c);                                                        \
    return *sums + rest;                                                                                    \
  }                                                                                                         \
  FOLD_ROWS(name, F, T, F, T, 1)                                                                            \
  FOLD_COLUMNS(name, F, T, F, T, 1)

#define SUMS(F, T)                                      \
  SUM(F##_sum, F, T, x)                                 \
  SUM(F##_sum_of_numbers, F, T, x == x ? x : c)         \
  SQUARES(F##_squares, F, T)

SUMS(f64, double)
SUMS(f32, float)
