// Rows of numbers of one type as another: integers keep their low bits, a truth value is whether the number
// differs from zero.

#define CONVERT(to, TO, from, FROM)                                           \
  static void from##_to_##to(const void *a, void *out, ptrdiff_t n) {         \
    const FROM *restrict x = a;                                               \
    TO *restrict y = out;                                                     \
    for (ptrdiff_t i = 0; i < n; i++) y[i] = (TO)x[i];                        \
  }

// Drops the fraction. A number that no 64-bit integer holds becomes the least one, whose low bits are kept; the
// conversions of C say nothing of it.
#define TRUNCATE(to, TO, from, FROM)                                          \
  static void from##_to_##to(const void *a, void *out, ptrdiff_t n) {         \
    enum { width = 64 };                                                      \
    const FROM *restrict x = a;                                               \
    TO *restrict y = out;                                                     \
    for (; n > 0; x += width, y += width, n -= width) {                       \
      ptrdiff_t m = n < width ? n : width;                                    \
      bool small = true;                                                      \
      for (ptrdiff_t i = 0; i < m; i++) small &= (x[i] < 0x1p31f) & (x[i] > -0x1p31f); \
      if (small) {                                                            \
        for (ptrdiff_t i = 0; i < m; i++) y[i] = (TO)(int32_t)x[i];           \
      } else {                                                                \
        for (ptrdiff_t i = 0; i < m; i++) y[i] = (TO)from##_integer(x[i]);    \
      }                                                                       \
    }                                                                         \
  }

#define INTEGER(from, FROM)                                                   \
  INLINE int64_t from##_integer(FROM x) {                                     \
    if (x >= -0x1p63f && x < 0x1p63f) return (int64_t)x;                      \
    return x > 0 && x < 0x1p64f ? (int64_t)(uint64_t)x : INT64_MIN;           \
  }

INTEGER(f32, float)
INTEGER(f64, double)

#define FROM_INTEGERS(to, TO)                                                 \
  CONVERT(to, TO, truth, bool)                                                \
  CONVERT(to, TO, i8, int8_t)                                                 \
  CONVERT(to, TO, i16, int16_t)                                               \
  CONVERT(to, TO, i32, int32_t)                                               \
  CONVERT(to, TO, i64, int64_t)                                               \
  CONVERT(to, TO, u8, uint8_t)                                                \
  CONVERT(to, TO, u16, uint16_t)                                              \
  CONVERT(to, TO, u32, uint32_t)                                              \
  CONVERT(to, TO, u64, uint64_t)

#define FROM_FLOATS(conversion, to, TO)                                       \
  conversion(to, TO, f32, float)                                              \
  conversion(to, TO, f64, double)

FROM_INTEGERS(truth, bool)
FROM_INTEGERS(u8, uint8_t)
FROM_INTEGERS(u16, uint16_t)
FROM_INTEGERS(u32, uint32_t)
FROM_INTEGERS(u64, uint64_t)
FROM_INTEGERS(f32, float)
FROM_INTEGERS(f64, double)
FROM_FLOATS(CONVERT, truth, bool)
FROM_FLOATS(TRUNCATE, u8, uint8_t)
FROM_FLOATS(TRUNCATE, u16, uint16_t)
FROM_FLOATS(TRUNCATE, u32, uint32_t)
FROM_FLOATS(TRUNCATE, u64, uint64_t)
FROM_FLOATS(CONVERT, f32, float)
FROM_FLOATS(CONVERT, f64, double)

// In the order of ck_type; signed integers have the bits of the unsigned.
#define TO(to)                                                                \
  {truth_to_##to, i8_to_##to, i16_to_##to, i32_to_##to, i64_to_##to, u8_to_##to, u16_to_##to, u32_to_##to, \
   u64_to_##to, f32_to_##to, f64_to_##to}
#define CONVERSIONS \
  {TO(truth), TO(u8), TO(u16), TO(u32), TO(u64), TO(u8), TO(u16), TO(u32), TO(u64), TO(f32), TO(f64)}
