// Rows too short to be worth a call each: the axes around them are walked along here.

// Sixteen or thirty-two bytes at a time, so that a row of eight has no rest that goes one by one.
#define EACH_OF_FEW \
  _Pragma("clang loop vectorize(assume_safety) vectorize_width(4) interleave_count(1)") for (ptrdiff_t i = 0; i < n; i++)

#define SHORT_ROWS(F, T, name, expression)                                                                  \
  static void F##_##name##_along(const ck_axis_of_three *axes, ptrdiff_t rank, const T *a, const T *b, T *out) { \
    ck_axis_of_three outer = axes[0];                                                                       \
    if (rank > 2) {                                                                                         \
      for (ptrdiff_t k = 0; k < outer.count; k++) {                                                         \
        F##_##name##_along(axes + 1, rank - 1, a + k * outer.a, b + k * outer.b, out + k * outer.out);      \
      }                                                                                                     \
      return;                                                                                               \
    }                                                                                                       \
    ptrdiff_t n = axes[1].count, sa = axes[1].a, sb = axes[1].b, so = axes[1].out;                          \
    for (ptrdiff_t k = 0; k < outer.count; k++, a += outer.a, b += outer.b, out += outer.out) {             \
      if (so == 1 && sa == 1 && sb == 1) {                                                                  \
        EACH_OF_FEW { T x = a[i], y = b[i]; out[i] = expression; }                                          \
      } else if (so == 1 && sa == 1 && sb == 0) {                                                           \
        T y = *b;                                                                                           \
        EACH_OF_FEW { T x = a[i]; out[i] = expression; }                                                    \
      } else {                                                                                              \
        for (ptrdiff_t i = 0; i < n; i++) { T x = a[i * sa], y = b[i * sb]; out[i * so] = expression; }     \
      }                                                                                                     \
    }                                                                                                       \
  }

#define SHORT_ROWS_OF(F, T)                                                                                 \
  SHORT_ROWS(F, T, add, x + y)                                                                              \
  SHORT_ROWS(F, T, subtract, x - y)                                                                         \
  SHORT_ROWS(F, T, multiply, x * y)                                                                         \
  static void F##_along(ck_binary op, const ck_axis_of_three *axes, ptrdiff_t rank, const T *a, const T *b, T *out) { \
    switch (op) {                                                                                           \
      case CK_ADD: F##_add_along(axes, rank, a, b, out); break;                                             \
      case CK_SUBTRACT: F##_subtract_along(axes, rank, a, b, out); break;                                   \
      default: F##_multiply_along(axes, rank, a, b, out);                                                   \
    }                                                                                                       \
  }

SHORT_ROWS_OF(f64, double)
SHORT_ROWS_OF(f32, float)
