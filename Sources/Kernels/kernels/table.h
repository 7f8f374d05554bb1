// One set of loops, by instruction set.

#include <math.h>
#include <string.h>

#ifdef __x86_64__
#include <immintrin.h>
#endif

#include "CKernels.h"

#pragma clang fp contract(off)

#define TABLE_OF_TYPE(F, T)                                                                                    \
  void (*F##_binary)(ck_binary, const T *, ptrdiff_t, const T *, ptrdiff_t, T *, ptrdiff_t);                   \
  void (*F##_compare)(ck_comparison, const T *, ptrdiff_t, const T *, ptrdiff_t, bool *, ptrdiff_t);           \
  void (*F##_unary)(ck_unary, const T *, T *, ptrdiff_t);                                                      \
  void (*F##_clip)(const T *, T, T, T *, ptrdiff_t);                                                           \
  void (*F##_ramp)(T, T, T *, ptrdiff_t);                                                                      \
  void (*F##_add_product)(T, const T *, T *, ptrdiff_t);                                                       \
  void (*F##_adam)(const ck_adam *, const T *, T *, T *, T *, ptrdiff_t);                                      \
  void (*F##_along)(ck_binary, const ck_axis_of_three *, ptrdiff_t, const T *, const T *, T *);

// Planes folded along their rows, and down their columns; see reductions.h.
typedef struct ck_fold_kernels {
  void (*rows)(const void *, ptrdiff_t, ptrdiff_t, ptrdiff_t, const void *, void *, ptrdiff_t);
  void (*columns)(const void *, ptrdiff_t, ptrdiff_t, ptrdiff_t, const void *, void *);
} ck_fold_kernels;

typedef struct ck_place_kernels {
  void (*rows)(const void *, ptrdiff_t, ptrdiff_t, ptrdiff_t, int64_t *, ptrdiff_t);
  void (*columns)(const void *, ptrdiff_t, ptrdiff_t, ptrdiff_t, int64_t *);
} ck_place_kernels;

typedef struct ck_running_kernels {
  void (*rows)(const void *, ptrdiff_t, ptrdiff_t, ptrdiff_t, void *, ptrdiff_t);
  void (*columns)(const void *, ptrdiff_t, ptrdiff_t, ptrdiff_t, void *, ptrdiff_t);
} ck_running_kernels;

typedef struct ck_exponential_kernels {
  void (*rows)(ck_exponentials, const void *, ptrdiff_t, ptrdiff_t, ptrdiff_t, void *, ptrdiff_t);
  void (*columns)(ck_exponentials, const void *, ptrdiff_t, ptrdiff_t, ptrdiff_t, void *, ptrdiff_t);
} ck_exponential_kernels;

typedef bool ck_all_pairs(const void *, ptrdiff_t, const void *, ptrdiff_t, ptrdiff_t, double, double, bool);

#define TABLE_OF_KEYS(F, K, T, KEY)                                                                            \
  void (*K##_keys)(const T *, bool, KEY *, ptrdiff_t);                                                         \
  void (*F##_bins)(const T *, ptrdiff_t, const T *, ptrdiff_t, int64_t *);                                     \
  void (*K##_numbers)(KEY *, ptrdiff_t);                                                                       \
  void (*K##_sort)(KEY *, ptrdiff_t);                                                                          \
  void (*K##_select)(KEY *, ptrdiff_t, const ptrdiff_t *, ptrdiff_t);                                          \
  void (*K##_range)(const KEY *, ptrdiff_t, KEY *, KEY *);                                                     \
  ptrdiff_t (*K##_count)(const KEY *, KEY, ptrdiff_t);

#define TABLE_OF_WORD(W, T)                                                                                    \
  void (*W##_fill)(const T *, T *, ptrdiff_t);                                                                 \
  void (*W##_copy)(const ck_axis *, ptrdiff_t, const T *, T *);                                                \
  void (*W##_take)(const T *, const int64_t *, T *, ptrdiff_t);                                                \
  void (*W##_put)(const T *, ptrdiff_t, const int64_t *, T *, ptrdiff_t);                                      \
  void (*W##_matmul)(const ck_matrix *, const T *, const T *, T *);

typedef void ck_i64_pairs(const int64_t *, ptrdiff_t, const int64_t *, ptrdiff_t, int64_t *, ptrdiff_t);

typedef struct ck_table {
  const char *name;
  TABLE_OF_TYPE(f64, double)
  TABLE_OF_TYPE(f32, float)
  TABLE_OF_WORD(w8, uint8_t)
  TABLE_OF_WORD(w16, uint16_t)
  TABLE_OF_WORD(w32, uint32_t)
  TABLE_OF_WORD(w64, uint64_t)
  void (*convert[11][11])(const void *, void *, ptrdiff_t);
  void (*twist)(uint32_t *);
  void (*twister_doubles)(const uint32_t *, double *, ptrdiff_t);
  void (*w32_select)(const bool *, const uint32_t *, ptrdiff_t, const uint32_t *, ptrdiff_t, uint32_t *, ptrdiff_t);
  void (*w64_select)(const bool *, const uint64_t *, ptrdiff_t, const uint64_t *, ptrdiff_t, uint64_t *, ptrdiff_t);
  ptrdiff_t (*w32_compress)(const bool *, const uint32_t *, uint32_t *, ptrdiff_t);
  ptrdiff_t (*w64_compress)(const bool *, const uint64_t *, uint64_t *, ptrdiff_t);
  ptrdiff_t (*positions)(const bool *, ptrdiff_t, ptrdiff_t, int64_t *, ptrdiff_t);
  ck_i64_pairs *i64_add, *i64_subtract, *i64_multiply, *i64_floor_divide, *i64_remainder;
  ptrdiff_t (*count)(const bool *, ptrdiff_t);
  bool (*all)(const bool *, ptrdiff_t);
  bool (*any)(const bool *, ptrdiff_t);
  ck_fold_kernels folds[CK_TYPES][CK_FOLDS];
  ck_place_kernels places[CK_TYPES][2];
  ck_running_kernels running[CK_TYPES][2];
  ck_exponential_kernels exponentials[CK_TYPES];
  ck_all_pairs *all_equal[CK_TYPES], *all_close[CK_TYPES];
  TABLE_OF_KEYS(f64, k64, double, int64_t)
  TABLE_OF_KEYS(f32, k32, float, int32_t)
} ck_table;

extern const ck_table ck_baseline;
#ifdef __x86_64__
extern const ck_table ck_avx2, ck_avx512;
#endif

#ifdef __x86_64__
// For each mask of eight lanes the lanes in it, then the others, a byte each.
extern uint64_t ck_orders[256];
#endif
