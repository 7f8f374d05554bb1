// Products, sums of integers, which wrap around in 64 bits, and numbers of elements.

#define PRODUCT(F, T) FOLD(F##_product, F, T, F, T, x, x, x * y)
PRODUCT(f64, double)
PRODUCT(f32, float)

#define INTEGERS(F, T)                                                                                      \
  FOLD(F##_sum, F, T, u64, uint64_t, (uint64_t)x, __builtin_convertvector(x, u64_eight), x + y)             \
  FOLD(F##_product, F, T, u64, uint64_t, (uint64_t)x, __builtin_convertvector(x, u64_eight), x * y)
INTEGERS(u64, uint64_t)
INTEGERS(i32, int32_t)
INTEGERS(u32, uint32_t)
INTEGERS(i16, int16_t)
INTEGERS(u16, uint16_t)
INTEGERS(i8, int8_t)
INTEGERS(u8, uint8_t)

// How many elements meet a condition, which is −1 in lanes.
#define COUNT_TERMS(name, F, T, condition) \
  FOLD_TERMS(name, F, T, u64, uint64_t, condition, -__builtin_convertvector(condition, u64_eight), x + y)

#define COUNT(name, F, T, condition)         \
  COUNT_TERMS(name, F, T, condition)         \
  FOLD_ROW(name##_row, name, F, T, u64, uint64_t)        \
  FOLD_ROWS(name, F, T, u64, uint64_t, 0)    \
  FOLD_COLUMNS(name, F, T, u64, uint64_t, 0)

COUNT(f64_numbers, f64, double, x == x)
COUNT(f32_numbers, f32, float, x == x)
COUNT(f64_nonzero, f64, double, x != 0)
COUNT(f32_nonzero, f32, float, x != 0)
COUNT(u64_nonzero, u64, uint64_t, x != 0)
COUNT(u32_nonzero, u32, uint32_t, x != 0)
COUNT(u16_nonzero, u16, uint16_t, x != 0)

// Bytes add up without a carry into their neighbours up to 255 times.
COUNT_TERMS(u8_nonzero, u8, uint8_t, x != 0)
static uint64_t u8_nonzero_row(const uint8_t *a, uint64_t c, ptrdiff_t n) {
  enum { lanes = CK_BYTES, width = 4 * lanes };
  (void)c;
  uint64_t total = 0;
  while (n >= width) {
    u8_register x[4], sums[4] = {0};
    ptrdiff_t times = n / width < 255 ? n / width : 255;
    for (ptrdiff_t i = 0; i < times; i++) {
      memcpy(x, a + i * width, width);
      for (int j = 0; j < 4; j++) sums[j] -= (u8_register)(x[j] != 0);
    }
    uint8_t bytes[width];
    memcpy(bytes, sums, width);
    for (int i = 0; i < width; i++) total += bytes[i];
    a += times * width;
    n -= times * width;
  }
  for (ptrdiff_t i = 0; i < n; i++) total += a[i] != 0;
  return total;
}
FOLD_ROWS(u8_nonzero, u8, uint8_t, u64, uint64_t, 0)
FOLD_COLUMNS(u8_nonzero, u8, uint8_t, u64, uint64_t, 0)

static ptrdiff_t count(const bool *a, ptrdiff_t n) { return (ptrdiff_t)u8_nonzero_row((const uint8_t *)a, 0, n); }
