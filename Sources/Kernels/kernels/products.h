// Products of matrices of integers, which wrap around.

// The columns of `b` are packed into panels two registers wide, against which four rows of `a` are added up in
// registers.
#define MATRIX_PRODUCT(W, T)                                                         \
  typedef T W##_vector __attribute__((vector_size(CK_BYTES)));                \
  static void W##_matmul(const ck_matrix *p, const T *a, const T *b, T *out) { \
    enum { lanes = CK_BYTES / sizeof(T), wide = 2 * lanes, deep = 256, tall = 4 }; \
    _Alignas(64) T panel[deep][wide];                                         \
    for (ptrdiff_t column = 0; column < p->n; column += wide) {               \
      ptrdiff_t width = p->n - column < wide ? p->n - column : wide;          \
      for (ptrdiff_t start = 0; start < p->k; start += deep) {                \
        ptrdiff_t depth = p->k - start < deep ? p->k - start : deep;          \
        for (ptrdiff_t l = 0; l < depth; l++) {                               \
          const T *from = b + (start + l) * p->b_row + column * p->b_column;  \
          for (ptrdiff_t j = 0; j < wide; j++) panel[l][j] = j < width ? from[j * p->b_column] : 0; \
        }                                                                     \
        for (ptrdiff_t row = 0; row < p->m; row += tall) {                    \
          /* The last rows are repeated where there are less than four. */    \
          const T *rows[tall];                                                \
          for (ptrdiff_t r = 0; r < tall; r++) {                              \
            ptrdiff_t i = row + r < p->m ? row + r : p->m - 1;                \
            rows[r] = a + i * p->a_row + start * p->a_column;                 \
          }                                                                   \
          W##_vector sums[tall][2] = {0};                                     \
          for (ptrdiff_t l = 0; l < depth; l++) {                             \
            W##_vector left = *(W##_vector *)panel[l], right = *(W##_vector *)(panel[l] + lanes); \
            UNROLL for (ptrdiff_t r = 0; r < tall; r++) {                     \
              T factor = rows[r][l * p->a_column];                            \
              sums[r][0] += factor * left;                                    \
              sums[r][1] += factor * right;                                   \
            }                                                                 \
          }                                                                   \
          for (ptrdiff_t r = 0; r < tall && row + r < p->m; r++) {            \
            T sum[wide], *to = out + (row + r) * p->n + column;               \
            memcpy(sum, sums[r], sizeof sum);                                 \
            for (ptrdiff_t j = 0; j < width; j++) to[j] = start ? to[j] + sum[j] : sum[j]; \
          }                                                                   \
        }                                                                     \
      }                                                                       \
    }                                                                         \
  }

MATRIX_PRODUCT(w8, uint8_t)
MATRIX_PRODUCT(w16, uint16_t)
MATRIX_PRODUCT(w32, uint32_t)
MATRIX_PRODUCT(w64, uint64_t)
