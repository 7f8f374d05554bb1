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

#include "files.h"
#include "ordering.h"
#include "reductions.h"
#include "threads.h"

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

// out[i] += scale a[i], with two roundings on every instruction set.
void ck_f64_add_product(double scale, const double *a, double *out, ptrdiff_t n);
void ck_f32_add_product(float scale, const float *a, float *out, ptrdiff_t n);

// A step of Adam: the decays of the two running means, the rate over the first's correction, the reciprocal of the
// second's, and what is added to the root.
typedef struct ck_adam { double mean_decay, square_decay, rate, square_scale, epsilon; } ck_adam;
void ck_f64_adam(const ck_adam *step, const double *gradient, double *mean, double *square, double *out, ptrdiff_t n);
void ck_f32_adam(const ck_adam *step, const float *gradient, float *mean, float *square, float *out, ptrdiff_t n);

// An axis along which two operands and a result are stepped through.
typedef struct ck_axis_of_three { ptrdiff_t count, a, b, out; } ck_axis_of_three;
// A sum, difference or product of elements along at least two axes, outermost first, where rows are short. The result may
// be `a` itself, but must not overlap it or `b` otherwise.
void ck_f64_along(ck_binary op, const ck_axis_of_three *axes, ptrdiff_t rank, const double *a, const double *b, double *out);
void ck_f32_along(ck_binary op, const ck_axis_of_three *axes, ptrdiff_t rank, const float *a, const float *b, float *out);

// out[i] = start + i step
void ck_f64_ramp(double start, double step, double *out, ptrdiff_t n);
void ck_f32_ramp(float start, float step, float *out, ptrdiff_t n);

// out[i] = mask[i] ? a[i] : b[i], for words of 4 and 8 bytes.
void ck_w32_select(const bool *mask, const uint32_t *a, ptrdiff_t sa, const uint32_t *b, ptrdiff_t sb, uint32_t *out, ptrdiff_t n);
void ck_w64_select(const bool *mask, const uint64_t *a, ptrdiff_t sa, const uint64_t *b, ptrdiff_t sb, uint64_t *out, ptrdiff_t n);

// Words of 1, 2, 4 or 8 bytes at any places. `size` is their number of bytes, steps count words.

// An axis along which words are copied: how many there are, and how far apart they lie in the source and in the
// result.
typedef struct ck_axis { ptrdiff_t count, from, to; } ck_axis;
// Brings axes into the order in which they are best copied along, and makes one of two where that is possible;
// returns how many are left.
ptrdiff_t ck_plan(ck_axis *axes, ptrdiff_t rank);
// Copies along axes that ck_plan has left. The result must not overlap the source.
void ck_copy(int size, const ck_axis *axes, ptrdiff_t rank, const void *a, void *out);
// Writes one word n times.
void ck_fill(int size, const void *word, void *out, ptrdiff_t n);
// out[i] = a[offsets[i]]
void ck_take(int size, const void *a, const int64_t *offsets, void *out, ptrdiff_t n);
// out[offsets[i]] = a[i sa], one after another.
void ck_put(int size, const void *a, ptrdiff_t sa, const int64_t *offsets, void *out, ptrdiff_t n);

// Writes the words where the mask is true one after another; returns their number. Up to 64 bytes behind the last
// are overwritten.
ptrdiff_t ck_w32_compress(const bool *mask, const uint32_t *a, uint32_t *out, ptrdiff_t n);
ptrdiff_t ck_w64_compress(const bool *mask, const uint64_t *a, uint64_t *out, ptrdiff_t n);

// out[k++] = start + i step for each i where the mask is true; returns their number. Up to 64 bytes
// behind the last are overwritten.
ptrdiff_t ck_positions(const bool *mask, ptrdiff_t start, ptrdiff_t step, int64_t *out, ptrdiff_t n);

// out[i] = a[i] as another type. Integers keep their low bits; of floats the fraction is dropped, and what no integer
// of 64 bits holds becomes the least of them.
void ck_convert(ck_type from, ck_type to, const void *a, void *out, ptrdiff_t n);

// An m × k matrix and a k × n matrix, by how many words their rows and columns are apart.
typedef struct ck_matrix { ptrdiff_t m, n, k, a_row, a_column, b_row, b_column; } ck_matrix;
// Their product, dense, of integers of `size` bytes, which wrap around; k ≥ 1.
void ck_matmul(int size, const ck_matrix *p, const void *a, const void *b, void *out);

// The next 624 words of the Mersenne twister; and numbers in [0, 1), each of two of them.
void ck_twist(uint32_t *words);
void ck_twister_doubles(const uint32_t *words, double *out, ptrdiff_t n);

// Sums, differences and products, which wrap around.
void ck_i64_add(const int64_t *a, ptrdiff_t sa, const int64_t *b, ptrdiff_t sb, int64_t *out, ptrdiff_t n);
void ck_i64_subtract(const int64_t *a, ptrdiff_t sa, const int64_t *b, ptrdiff_t sb, int64_t *out, ptrdiff_t n);
void ck_i64_multiply(const int64_t *a, ptrdiff_t sa, const int64_t *b, ptrdiff_t sb, int64_t *out, ptrdiff_t n);

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
