// Folds of planes: `rows` rows of n elements that lie side by side, each row `stride` after the one before. A range
// of rows, or of columns, may be folded by itself.

#ifndef CKERNELS_REDUCTIONS_H
#define CKERNELS_REDUCTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum ck_type {
  CK_BOOL, CK_I8, CK_I16, CK_I32, CK_I64, CK_U8, CK_U16, CK_U32, CK_U64, CK_F32, CK_F64, CK_TYPES
} ck_type;

// What elements are folded into:
// - their sum: of floating-point numbers by pairs, as NumPy's; of integers in 64 bits, where it wraps around;
// - their product, in the same types;
// - the largest or smallest, which is NaN where there is one;
// - how many are not 0, in 64 bits;
// and for floating-point numbers alone
// - the sum of their squared distances from a centre, which every result has one of;
// - the sum of those that are not NaN, and their number in 64 bits.
typedef enum ck_fold {
  CK_SUM, CK_PRODUCT, CK_LARGEST, CK_SMALLEST, CK_NONZERO, CK_SQUARES, CK_SUM_OF_NUMBERS, CK_NUMBERS, CK_FOLDS
} ck_fold;

// out[r step] becomes out[r step] joined with what row r folds into.
void ck_fold_rows(ck_type type, ck_fold fold, const void *a, ptrdiff_t stride, ptrdiff_t rows, ptrdiff_t n,
                  const void *centres, void *out, ptrdiff_t step);

// out[i] becomes out[i] joined with the elements of column i, in order.
void ck_fold_columns(ck_type type, ck_fold fold, const void *a, ptrdiff_t stride, ptrdiff_t rows, ptrdiff_t n,
                     const void *centres, void *out);

// The first place of the largest or smallest in every row or column, of which none is empty; of the first NaN
// where there is one.
void ck_places_in_rows(ck_type type, ck_fold fold, const void *a, ptrdiff_t stride, ptrdiff_t rows, ptrdiff_t n,
                       int64_t *out, ptrdiff_t step);
void ck_places_in_columns(ck_type type, ck_fold fold, const void *a, ptrdiff_t stride, ptrdiff_t rows, ptrdiff_t n,
                          int64_t *out);

// The sums or products along every row, or down every column, up to each element. The rows of the result are `step`
// apart. For floating-point numbers and words of 64 bits.
void ck_running_rows(ck_type type, ck_fold fold, const void *a, ptrdiff_t stride, ptrdiff_t rows, ptrdiff_t n,
                     void *out, ptrdiff_t step);
void ck_running_columns(ck_type type, ck_fold fold, const void *a, ptrdiff_t stride, ptrdiff_t rows, ptrdiff_t n,
                        void *out, ptrdiff_t step);

// exp(x) / Σ exp(x), its logarithm, or log Σ exp(x) along every row or down every column, of floating-point numbers.
// The rows of the result are `step` apart; log Σ exp is one element for each row or column.
typedef enum ck_exponentials { CK_SOFTMAX, CK_LOG_SOFTMAX, CK_LOG_SUM_EXP } ck_exponentials;

void ck_exponentials_rows(ck_type type, ck_exponentials kind, const void *a, ptrdiff_t stride, ptrdiff_t rows,
                          ptrdiff_t n, void *out, ptrdiff_t step);
void ck_exponentials_columns(ck_type type, ck_exponentials kind, const void *a, ptrdiff_t stride, ptrdiff_t rows,
                             ptrdiff_t n, void *out, ptrdiff_t step);

// Whether all n pairs of elements, `sa` and `sb` apart, are equal, or for floating-point numbers close:
// |a − b| ≤ atol + rtol |b| where b is finite. NaN equals NaN if `nan_is_nan`.
bool ck_all_equal(ck_type type, const void *a, ptrdiff_t sa, const void *b, ptrdiff_t sb, ptrdiff_t n, bool nan_is_nan);
bool ck_all_close(ck_type type, const void *a, ptrdiff_t sa, const void *b, ptrdiff_t sb, ptrdiff_t n, double rtol,
                  double atol, bool nan_is_nan);

#endif
