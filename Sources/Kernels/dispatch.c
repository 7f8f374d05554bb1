// The choice among the instruction sets, and the functions that go by it.

#include <stdlib.h>

#include "kernels/table.h"
#include "kernels/streaming.h"

static const ck_table *table = &ck_baseline;

#ifdef __x86_64__
uint64_t ck_orders[256];

static void fill_orders(void) {
  for (int mask = 0; mask < 256; mask++) {
    int place = 0;
    for (int inside = 1; inside >= 0; inside--) {
      for (uint64_t lane = 0; lane < 8; lane++) {
        if ((mask >> lane & 1) == inside) ck_orders[mask] |= lane << 8 * place++;
      }
    }
  }
}
#endif

__attribute__((constructor)) static void choose(void) {
#ifdef __x86_64__
  fill_orders();
  const char *widest = getenv("NDARRAY_SIMD");
  if (widest && !strcmp(widest, ck_baseline.name)) return;
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma")) table = &ck_avx2;
  if (widest && !strcmp(widest, ck_avx2.name)) return;
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
      __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl")) table = &ck_avx512;
#endif
}

const char *ck_instruction_set(void) { return table->name; }

#define OF_TYPE(F, T)                                                                                            \
  void ck_##F##_binary(ck_binary op, const T *a, ptrdiff_t sa, const T *b, ptrdiff_t sb, T *out, ptrdiff_t n) { \
    IN_BLOCKS(T, out, n, out == a || out == b,                                                                   \
              table->F##_binary(op, a + start * sa, sa, b + start * sb, sb, to, count));                         \
  }                                                                                                              \
  void ck_##F##_compare(ck_comparison op, const T *a, ptrdiff_t sa, const T *b, ptrdiff_t sb, bool *out,        \
                        ptrdiff_t n) {                                                                           \
    table->F##_compare(op, a, sa, b, sb, out, n);                                                                \
  }                                                                                                              \
  void ck_##F##_unary(ck_unary op, const T *a, T *out, ptrdiff_t n) {                                            \
    IN_BLOCKS(T, out, n, out == a, table->F##_unary(op, a + start, to, count));                                  \
  }                                                                                                              \
  void ck_##F##_clip(const T *a, T low, T high, T *out, ptrdiff_t n) {                                           \
    IN_BLOCKS(T, out, n, out == a, table->F##_clip(a + start, low, high, to, count));                            \
  }                                                                                                              \
  void ck_##F##_ramp(T start, T step, T *out, ptrdiff_t n) { table->F##_ramp(start, step, out, n); }            \
  void ck_##F##_add_product(T scale, const T *a, T *out, ptrdiff_t n) { table->F##_add_product(scale, a, out, n); } \
  void ck_##F##_adam(const ck_adam *step, const T *gradient, T *mean, T *square, T *out, ptrdiff_t n) {          \
    table->F##_adam(step, gradient, mean, square, out, n);                                                       \
  }                                                                                                              \
  void ck_##F##_along(ck_binary op, const ck_axis_of_three *axes, ptrdiff_t rank, const T *a, const T *b, T *out) { \
    table->F##_along(op, axes, rank, a, b, out);                                                                 \
  }

OF_TYPE(f64, double)
OF_TYPE(f32, float)

#define OF_WORD(F, T)                                                                                            \
  void ck_##F##_select(const bool *mask, const T *a, ptrdiff_t sa, const T *b, ptrdiff_t sb, T *out,            \
                       ptrdiff_t n) {                                                                            \
    IN_BLOCKS(T, out, n, out == a || out == b,                                                                   \
              table->F##_select(mask + start, a + start * sa, sa, b + start * sb, sb, to, count));               \
  }                                                                                                              \
  ptrdiff_t ck_##F##_compress(const bool *mask, const T *a, T *out, ptrdiff_t n) {                               \
    return table->F##_compress(mask, a, out, n);                                                                 \
  }

OF_WORD(w32, uint32_t)
OF_WORD(w64, uint64_t)

#define BY_SIZE(call)                                                                                            \
  switch (size) {                                                                                                \
    case 1: table->w8_##call; break;                                                                             \
    case 2: table->w16_##call; break;                                                                            \
    case 4: table->w32_##call; break;                                                                            \
    default: table->w64_##call;                                                                                  \
  }

void ck_copy(int size, const ck_axis *axes, ptrdiff_t rank, const void *a, void *out) {
  BY_SIZE(copy(axes, rank, a, out))
}

void ck_fill(int size, const void *word, void *out, ptrdiff_t n) { BY_SIZE(fill(word, out, n)) }

void ck_take(int size, const void *a, const int64_t *offsets, void *out, ptrdiff_t n) {
  BY_SIZE(take(a, offsets, out, n))
}

void ck_put(int size, const void *a, ptrdiff_t sa, const int64_t *offsets, void *out, ptrdiff_t n) {
  BY_SIZE(put(a, sa, offsets, out, n))
}

void ck_matmul(int size, const ck_matrix *p, const void *a, const void *b, void *out) { BY_SIZE(matmul(p, a, b, out)) }

void ck_twist(uint32_t *words) { table->twist(words); }

void ck_twister_doubles(const uint32_t *words, double *out, ptrdiff_t n) { table->twister_doubles(words, out, n); }

void ck_convert(ck_type from, ck_type to, const void *a, void *out, ptrdiff_t n) { table->convert[to][from](a, out, n); }

ptrdiff_t ck_positions(const bool *mask, ptrdiff_t start, ptrdiff_t step, int64_t *out, ptrdiff_t n) {
  return table->positions(mask, start, step, out, n);
}

#define OF_INTEGERS(name)                                                                                        \
  void ck_i64_##name(const int64_t *a, ptrdiff_t sa, const int64_t *b, ptrdiff_t sb, int64_t *out, ptrdiff_t n) { \
    IN_BLOCKS(int64_t, out, n, out == a || out == b,                                                             \
              table->i64_##name(a + start * sa, sa, b + start * sb, sb, to, count));                             \
  }

OF_INTEGERS(add)
OF_INTEGERS(subtract)
OF_INTEGERS(multiply)
OF_INTEGERS(floor_divide)
OF_INTEGERS(remainder)

ptrdiff_t ck_count(const bool *a, ptrdiff_t n) { return table->count(a, n); }
bool ck_all(const bool *a, ptrdiff_t n) { return table->all(a, n); }
bool ck_any(const bool *a, ptrdiff_t n) { return table->any(a, n); }

void ck_fold_rows(ck_type type, ck_fold fold, const void *a, ptrdiff_t stride, ptrdiff_t rows, ptrdiff_t n,
                  const void *centres, void *out, ptrdiff_t step) {
  table->folds[type][fold].rows(a, stride, rows, n, centres, out, step);
}

void ck_fold_columns(ck_type type, ck_fold fold, const void *a, ptrdiff_t stride, ptrdiff_t rows, ptrdiff_t n,
                     const void *centres, void *out) {
  table->folds[type][fold].columns(a, stride, rows, n, centres, out);
}

void ck_places_in_rows(ck_type type, ck_fold fold, const void *a, ptrdiff_t stride, ptrdiff_t rows, ptrdiff_t n,
                       int64_t *out, ptrdiff_t step) {
  table->places[type][fold == CK_SMALLEST].rows(a, stride, rows, n, out, step);
}

void ck_places_in_columns(ck_type type, ck_fold fold, const void *a, ptrdiff_t stride, ptrdiff_t rows, ptrdiff_t n,
                          int64_t *out) {
  table->places[type][fold == CK_SMALLEST].columns(a, stride, rows, n, out);
}

void ck_running_rows(ck_type type, ck_fold fold, const void *a, ptrdiff_t stride, ptrdiff_t rows, ptrdiff_t n,
                     void *out, ptrdiff_t step) {
  table->running[type][fold].rows(a, stride, rows, n, out, step);
}

void ck_running_columns(ck_type type, ck_fold fold, const void *a, ptrdiff_t stride, ptrdiff_t rows, ptrdiff_t n,
                        void *out, ptrdiff_t step) {
  table->running[type][fold].columns(a, stride, rows, n, out, step);
}

void ck_exponentials_rows(ck_type type, ck_exponentials kind, const void *a, ptrdiff_t stride, ptrdiff_t rows,
                          ptrdiff_t n, void *out, ptrdiff_t step) {
  table->exponentials[type].rows(kind, a, stride, rows, n, out, step);
}

void ck_exponentials_columns(ck_type type, ck_exponentials kind, const void *a, ptrdiff_t stride, ptrdiff_t rows,
                             ptrdiff_t n, void *out, ptrdiff_t step) {
  table->exponentials[type].columns(kind, a, stride, rows, n, out, step);
}

bool ck_all_equal(ck_type type, const void *a, ptrdiff_t sa, const void *b, ptrdiff_t sb, ptrdiff_t n, bool nan_is_nan) {
  return table->all_equal[type](a, sa, b, sb, n, 0, 0, nan_is_nan);
}

bool ck_all_close(ck_type type, const void *a, ptrdiff_t sa, const void *b, ptrdiff_t sb, ptrdiff_t n, double rtol,
                  double atol, bool nan_is_nan) {
  return table->all_close[type](a, sa, b, sb, n, rtol, atol, nan_is_nan);
}

#define OF_KEYS(F, K, T, KEY)                                                                                    \
  void ck_##K##_keys(const T *a, bool signedZeros, KEY *out, ptrdiff_t n) { table->K##_keys(a, signedZeros, out, n); } \
  void ck_##F##_bins(const T *a, ptrdiff_t n, const T *edges, ptrdiff_t bins, int64_t *out) {                    \
    table->F##_bins(a, n, edges, bins, out);                                                                     \
  }                                                                                                              \
  void ck_##K##_numbers(KEY *a, ptrdiff_t n) { table->K##_numbers(a, n); }                                       \
  void ck_##K##_sort(KEY *a, ptrdiff_t n) { table->K##_sort(a, n); }                                             \
  void ck_##K##_select(KEY *a, ptrdiff_t n, const ptrdiff_t *places, ptrdiff_t count) {                          \
    table->K##_select(a, n, places, count);                                                                      \
  }                                                                                                              \
  void ck_##K##_range(const KEY *a, ptrdiff_t n, KEY *least, KEY *greatest) { table->K##_range(a, n, least, greatest); } \
  ptrdiff_t ck_##K##_count(const KEY *a, KEY key, ptrdiff_t n) { return table->K##_count(a, key, n); }

OF_KEYS(f64, k64, double, int64_t)
OF_KEYS(f32, k32, float, int32_t)
