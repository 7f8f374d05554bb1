// The loops, for one instruction set. A file that defines CK_FMA, CK_BYTES and `TABLE` includes this one.

#include "functions.h"
#include "floats.h"
#include "sorting.h"
#include "bins.h"
#include "moves.h"
#include "picks.h"
#include "conversions.h"
#include "products.h"

// The steps between operands are the same in every iteration: what is stored was never to be read again.
#define EACH _Pragma("clang loop vectorize(assume_safety)") for (ptrdiff_t i = 0; i < n; i++)

// Of functions that are long chains of operations several vectors are computed at once.
#define SIDE_BY_SIDE _Pragma("clang loop vectorize(assume_safety) interleave_count(4)")

#include "twister.h"
#include "updates.h"
#include "short.h"

// One loop for each pair of row and single element.
#define PAIRS(T, expression)                                                  \
  if (sa && sb) {                                                             \
    EACH { T x = a[i], y = b[i]; out[i] = expression; }                       \
  } else if (sa) {                                                            \
    T y = *b;                                                                 \
    EACH { T x = a[i]; out[i] = expression; }                                 \
  } else if (sb) {                                                            \
    T x = *a;                                                                 \
    EACH { T y = b[i]; out[i] = expression; }                                 \
  } else {                                                                    \
    T x = *a, y = *b;                                                         \
    EACH { out[i] = expression; }                                             \
  }                                                                           \
  break

#define EACH_ELEMENT(T, expression) \
  EACH { T x = a[i]; out[i] = expression; } \
  break

#define EACH_VALUE(function) \
  SIDE_BY_SIDE for (ptrdiff_t i = 0; i < n; i++) out[i] = function(a[i]); \
  break

// Functions that leave an element here and there to libm take blocks of so many.
enum { BLOCK = 64 };

// The next block: first the `value` of all its elements, each of which says whether it is `unsafe`; then the `exact`
// one of those.
#define NEXT_BLOCK(T, value, exact)                                           \
  T y[BLOCK];                                                                 \
  bool unsafe, any = false;                                                   \
  ptrdiff_t m = n < BLOCK ? n : BLOCK;                                        \
  SIDE_BY_SIDE for (ptrdiff_t i = 0; i < m; i++) {                            \
    y[i] = value;                                                             \
    any |= unsafe;                                                            \
  }                                                                           \
  for (ptrdiff_t i = 0; any && i < m; i++) {                                  \
    (void)value;                                                              \
    if (unsafe) y[i] = exact;                                                 \
  }                                                                           \
  memcpy(out, y, m * sizeof(T))

#define BLOCKS(F, T, name, libm)                                              \
  static void F##_##name##_row(const T *a, T *out, ptrdiff_t n) {             \
    for (; n > 0; a += BLOCK, out += BLOCK, n -= BLOCK) {                     \
      NEXT_BLOCK(T, F##_##name(a[i], &unsafe), libm(a[i]));                   \
    }                                                                         \
  }

INLINE double f64_sin(double x, bool *unsafe) { return f64_sine(x, 0, unsafe); }
INLINE double f64_cos(double x, bool *unsafe) { return f64_sine(x, 1, unsafe); }
INLINE float f32_sin(float x, bool *unsafe) { return f32_sine(x, 0, unsafe); }
INLINE float f32_cos(float x, bool *unsafe) { return f32_sine(x, 1, unsafe); }
BLOCKS(f64, double, sin, sin)
BLOCKS(f64, double, cos, cos)
BLOCKS(f32, float, sin, sinf)
BLOCKS(f32, float, cos, cosf)

// Of a single element, a block.
#define POWER(F, T, libm)                                                     \
  static void F##_power_row(const T *a, ptrdiff_t sa, const T *b, ptrdiff_t sb, T *out, ptrdiff_t n) { \
    T bases[BLOCK], exponents[BLOCK];                                         \
    if (!sa) { for (int i = 0; i < BLOCK; i++) bases[i] = *a; a = bases; }    \
    if (!sb) { for (int i = 0; i < BLOCK; i++) exponents[i] = *b; b = exponents; } \
    for (; n > 0; a += sa * BLOCK, b += sb * BLOCK, out += BLOCK, n -= BLOCK) { \
      NEXT_BLOCK(T, F##_power(a[i], b[i], &unsafe), libm(a[i], b[i]));        \
    }                                                                         \
  }

POWER(f64, double, pow)
POWER(f32, float, powf)

#define ELEMENTWISE(F, T)                                                     \
  static void F##_binary(ck_binary op, const T *a, ptrdiff_t sa, const T *b, ptrdiff_t sb, T *out, ptrdiff_t n) { \
    switch (op) {                                                             \
      case CK_ADD: PAIRS(T, x + y);                                           \
      case CK_SUBTRACT: PAIRS(T, x - y);                                      \
      case CK_MULTIPLY: PAIRS(T, x * y);                                      \
      case CK_DIVIDE: PAIRS(T, x / y);                                        \
      case CK_MAXIMUM: PAIRS(T, ((x >= y) | (x != x)) ? x : y);                 \
      case CK_POWER: F##_power_row(a, sa, b, sb, out, n); break;              \
      case CK_MINIMUM: PAIRS(T, ((x <= y) | (x != x)) ? x : y);                 \
    }                                                                         \
  }                                                                           \
  static void F##_compare(ck_comparison op, const T *a, ptrdiff_t sa, const T *b, ptrdiff_t sb, bool *out, ptrdiff_t n) { \
    switch (op) {                                                             \
      case CK_EQUAL: PAIRS(T, x == y);                                        \
      case CK_NOT_EQUAL: PAIRS(T, x != y);                                    \
      case CK_LESS: PAIRS(T, x < y);                                          \
      case CK_LESS_EQUAL: PAIRS(T, x <= y);                                   \
    }                                                                         \
  }                                                                           \
  static void F##_unary(ck_unary op, const T *a, T *out, ptrdiff_t n) {       \
    switch (op) {                                                             \
      case CK_NEGATIVE: EACH_ELEMENT(T, -x);                                  \
      case CK_MAGNITUDE: EACH_ELEMENT(T, __builtin_elementwise_abs(x));       \
      case CK_SQUARE: EACH_ELEMENT(T, x * x);                                 \
      case CK_SQRT: EACH_ELEMENT(T, __builtin_elementwise_sqrt(x));           \
      case CK_RECIPROCAL: EACH_ELEMENT(T, 1 / x);                             \
      case CK_EXP: EACH_VALUE(F##_exp);                                       \
      case CK_LOG: EACH_VALUE(F##_log);                                       \
      case CK_TANH: EACH_VALUE(F##_tanh);                                     \
      case CK_SIGMOID: EACH_VALUE(F##_sigmoid);                               \
      case CK_SIN: F##_sin_row(a, out, n); break;                             \
      case CK_COS: F##_cos_row(a, out, n); break;                             \
    }                                                                         \
  }

ELEMENTWISE(f64, double)
ELEMENTWISE(f32, float)

#define CLIP(F, T)                                                            \
  static void F##_clip(const T *a, T low, T high, T *out, ptrdiff_t n) {      \
    EACH {                                                                    \
      T x = a[i], raised = ((x >= low) | (x != x)) ? x : low;                 \
      out[i] = ((raised <= high) | (raised != raised)) ? raised : high;       \
    }                                                                         \
  }

CLIP(f64, double)
CLIP(f32, float)

// Every index below 2⁵³ is a double, which is rounded but once on its way to a float.
#define RAMP(F, T)                                                            \
  static void F##_ramp(T start, T step, T *out, ptrdiff_t n) {                \
    EACH out[i] = start + (T)(number(bits(SHIFT) + (uint64_t)i) - SHIFT) * step; \
  }

RAMP(f64, double)
RAMP(f32, float)

// MARK: Masks

#define MASKS(F, T)                                                           \
  static void F##_select(const bool *mask, const T *a, ptrdiff_t sa, const T *b, ptrdiff_t sb, T *out, ptrdiff_t n) { \
    switch (0) { default: PAIRS(T, mask[i] ? x : y); }                        \
  }

MASKS(w32, uint32_t)
MASKS(w64, uint64_t)

static bool any(const bool *a, ptrdiff_t n) {
  for (; n >= 256; a += 256, n -= 256) {
    uint8_t seen = 0;
    for (int i = 0; i < 256; i++) seen |= a[i];
    if (seen) return true;
  }
  bool seen = false;
  for (ptrdiff_t i = 0; i < n; i++) seen |= a[i];
  return seen;
}

static bool all(const bool *a, ptrdiff_t n) {
  for (; n >= 256; a += 256, n -= 256) {
    uint8_t seen = 1;
    for (int i = 0; i < 256; i++) seen &= a[i];
    if (!seen) return false;
  }
  bool seen = true;
  for (ptrdiff_t i = 0; i < n; i++) seen &= a[i];
  return seen;
}

#include "integers.h"
#include "reductions.h"

#define OF_TYPE(F) F##_binary, F##_compare, F##_unary, F##_clip, F##_ramp, F##_add_product, F##_adam, F##_along
#define OF_WORD(W) W##_fill, W##_copy, W##_take, W##_put, W##_matmul

#define OF_KEYS(F, K) K##_keys, F##_bins, K##_numbers, K##_sort, K##_select, K##_range, K##_count

const ck_table TABLE = {
  NAME, OF_TYPE(f64), OF_TYPE(f32), OF_WORD(w8), OF_WORD(w16), OF_WORD(w32), OF_WORD(w64), CONVERSIONS, twist,
  twister_doubles, w32_select, w64_select, w32_compress, w64_compress, positions,
  i64_add, i64_subtract, i64_multiply, i64_floor_divide, i64_remainder, count, all, any,
  { FOLDS_OF_TYPES }, { PLACES_OF_TYPES }, { RUNNING_OF_TYPES }, { EXPONENTIALS_OF_TYPES }, { EQUAL_OF_TYPES },
  { CLOSE_OF_TYPES },
  OF_KEYS(f64, k64), OF_KEYS(f32, k32),
};
