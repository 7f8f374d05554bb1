// Vectors of numbers: eight of a type, whatever its width, to take eight rows at a time; and as many as fill a
// register, to go along one row.

// They never pass between functions that are not inlined, so the way they would does not matter.
#pragma clang diagnostic ignored "-Wpsabi"

#define VECTORS(F, T)                                                                                       \
  typedef T F##_eight __attribute__((ext_vector_type(8)));                                                  \
  typedef T F##_register __attribute__((ext_vector_type(CK_BYTES / sizeof(T))));                            \
  INLINE F##_eight F##_load(const T *a) { F##_eight x; memcpy(&x, a, sizeof x); return x; }                 \
  INLINE F##_eight F##_gather(const T *a, ptrdiff_t step) {                                                 \
    return (F##_eight){a[0], a[step], a[2 * step], a[3 * step],                                             \
                       a[4 * step], a[5 * step], a[6 * step], a[7 * step]};                                 \
  }                                                                                                         \
  /* Rows become columns: neighbours swap, then pairs, then fours. */                                       \
  INLINE void F##_transpose(F##_eight v[8]) {                                                               \
    F##_eight a[8], b[8];                                                                                   \
    for (int i = 0; i < 8; i += 2) {                                                                        \
      a[i] = __builtin_shufflevector(v[i], v[i + 1], 0, 8, 2, 10, 4, 12, 6, 14);                            \
      a[i + 1] = __builtin_shufflevector(v[i], v[i + 1], 1, 9, 3, 11, 5, 13, 7, 15);                        \
    }                                                                                                       \
    for (int i = 0; i < 8; i += i % 4 == 1 ? 3 : 1) {                                                       \
      b[i] = __builtin_shufflevector(a[i], a[i + 2], 0, 1, 8, 9, 4, 5, 12, 13);                             \
      b[i + 2] = __builtin_shufflevector(a[i], a[i + 2], 2, 3, 10, 11, 6, 7, 14, 15);                       \
    }                                                                                                       \
    for (int i = 0; i < 4; i++) {                                                                           \
      v[i] = __builtin_shufflevector(b[i], b[i + 4], 0, 1, 2, 3, 8, 9, 10, 11);                             \
      v[i + 4] = __builtin_shufflevector(b[i], b[i + 4], 4, 5, 6, 7, 12, 13, 14, 15);                       \
    }                                                                                                       \
  }

VECTORS(f64, double)
VECTORS(f32, float)
VECTORS(i64, int64_t)
VECTORS(i32, int32_t)
VECTORS(i16, int16_t)
VECTORS(i8, int8_t)
VECTORS(u64, uint64_t)
VECTORS(u32, uint32_t)
VECTORS(u16, uint16_t)
VECTORS(u8, uint8_t)
