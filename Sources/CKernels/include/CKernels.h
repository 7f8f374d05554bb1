// Loops over rows of numbers, each compiled for several instruction sets and chosen when the program starts.
//
// What every function here has in common: `n` elements lie side by side; a step `sa` of 0 means that `a` is one
// element, of 1 that it is a row. A result may be the row of an operand itself, element for element, but must not
// overlap it otherwise.

#ifndef CKERNELS_H
#define CKERNELS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ordering.h"
#include "reductions.h"

typedef enum ck_binary {
  CK_ADD, CK_SUBTRACT, CK_MULTIPLY, CK_DIVIDE, CK_MAXIMUM, CK_MINIMUM, CK_POWER
} ck_binary;

typedef enum ck_comparison {
  CK_EQUAL, CK_NOT_EQUAL, CK_LESS, CK_LESS_EQUAL
} ck_comparison;

typedef enum ck_unary {
  CK_NEGATIVE, CK_MAGNITUDE, CK_SQUARE, CK_SQRT, CK_RECIPROCAL,
  CK_EXP, CK_LOG, CK_SIN, CK_COS, CK_TANH, CK_SIGMOID
} ck_unary;

// Elementwise: out[i] = a[i] op b[i]. Maximum and minimum give NaN where there is one.
void ck_f64_binary(ck_binary op, const double *a, ptrdiff_t sa, const double *b, ptrdiff_t sb, double *out, ptrdiff_t n);
void ck_f32_binary(ck_binary op, const float *a, ptrdiff_t sa, const float *b, ptrdiff_t sb, float *out, ptrdiff_t n);
void ck_f64_compare(ck_comparison op, const double *a, ptrdiff_t sa, const double *b, ptrdiff_t sb, bool *out, ptrdiff_t n);
void ck_f32_compare(ck_comparison op, const float *a, ptrdiff_t sa, const float *b, ptrdiff_t sb, bool *out, ptrdiff_t n);

// out[i] = f(a[i]). The elementary functions differ from the rounded result by at most 1 ulp, tanh
// and sigmoid by 2.
void ck_f64_unary(ck_unary op, const double *a, double *out, ptrdiff_t n);
void ck_f32_unary(ck_unary op, const float *a, float *out, ptrdiff_t n);

// out[i] = the least of `high` and the greatest of `low` and a[i]; NaN where one of the three is.
void ck_f64_clip(const double *a, double low, double high, double *out, ptrdiff_t n);
void ck_f32_clip(const float *a, float low, float high, float *out, ptrdiff_t n);

// out[i] = mask[i] ? a[i] : b[i], for words of 4 and 8 bytes.
void ck_w32_select(const bool *mask, const uint32_t *a, ptrdiff_t sa, const uint32_t *b, ptrdiff_t sb, uint32_t *out, ptrdiff_t n);
void ck_w64_select(const bool *mask, const uint64_t *a, ptrdiff_t sa, const uint64_t *b, ptrdiff_t sb, uint64_t *out, ptrdiff_t n);

// Writes the words where the mask is true one after another; returns their number. Room for n words is needed.
ptrdiff_t ck_w32_compress(const bool *mask, const uint32_t *a, uint32_t *out, ptrdiff_t n);
ptrdiff_t ck_w64_compress(const bool *mask, const uint64_t *a, uint64_t *out, ptrdiff_t n);

// out[k++] = start + i step for each i where the mask is true; returns their number. Room for n numbers is needed.
ptrdiff_t ck_positions(const bool *mask, ptrdiff_t start, ptrdiff_t step, int64_t *out, ptrdiff_t n);

// The quotient rounded towards −∞, and the remainder with the sign of the divisor; both are 0 for a divisor of 0.
void ck_i64_floor_divide(const int64_t *a, ptrdiff_t sa, const int64_t *b, ptrdiff_t sb, int64_t *out, ptrdiff_t n);
void ck_i64_remainder(const int64_t *a, ptrdiff_t sa, const int64_t *b, ptrdiff_t sb, int64_t *out, ptrdiff_t n);

// How many are true.
ptrdiff_t ck_count(const bool *a, ptrdiff_t n);
// Whether all, and whether any, are true.
bool ck_all(const bool *a, ptrdiff_t n);
bool ck_any(const bool *a, ptrdiff_t n);

// The instruction set in use: "baseline", "avx2" or "avx512". The environment variable NDARRAY_SIMD names the
// widest that may be used.
const char *ck_instruction_set(void);

#endif
