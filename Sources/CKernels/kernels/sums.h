// Sums of floating-point numbers by pairs, as NumPy's: eight running sums over blocks of up to 128 elements, and
// halves above that. The error grows with the logarithm of n instead of with n.
//
// N. J. Higham, The accuracy of floating point summation, 1993.

#define SUM(name, A, T, term, centred)                                                                      \
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
  FOLD_ROWS(name, A, T, A, T, centred)                                                                      \
  FOLD_COLUMNS(name, A, T, A, T, centred)

#define SUMS(F, T)                                                 \
  SUM(F##_sum, F, T, x, 0)                                         \
  SUM(F##_squares, F, T, (x - c) * (x - c), 1)                     \
  SUM(F##_sum_of_numbers, F, T, x == x ? x : c, 0)

SUMS(f64, double)
SUMS(f32, float)
