// The folds of every type, for one instruction set.

#include "vectors.h"
#include "folds.h"
#include "sums.h"
#include "counts.h"
#include "extremes.h"
#include "running.h"
#include "exponentials.h"
#include "closeness.h"

#define ROWS_AND_COLUMNS(name) { name##_rows, name##_columns }
#define PLACES(name) { name##_places, name##_column_places }

#define OF_INTEGER(type, F, sum, unsigned)                                                                 \
  [type][CK_SUM] = ROWS_AND_COLUMNS(sum##_sum), [type][CK_PRODUCT] = ROWS_AND_COLUMNS(sum##_product),       \
  [type][CK_LARGEST] = ROWS_AND_COLUMNS(F##_largest), [type][CK_SMALLEST] = ROWS_AND_COLUMNS(F##_smallest), \
  [type][CK_NONZERO] = ROWS_AND_COLUMNS(unsigned##_nonzero)

#define OF_FLOAT(type, F)                                                                                  \
  OF_INTEGER(type, F, F, F), [type][CK_SQUARES] = ROWS_AND_COLUMNS(F##_squares),                            \
  [type][CK_SUM_OF_NUMBERS] = ROWS_AND_COLUMNS(F##_sum_of_numbers), [type][CK_NUMBERS] = ROWS_AND_COLUMNS(F##_numbers)

#define FOLDS_OF_TYPES                                                                                     \
  OF_INTEGER(CK_BOOL, u8, u8, u8),                                                                          \
  OF_INTEGER(CK_I8, i8, i8, u8), OF_INTEGER(CK_I16, i16, i16, u16),                                         \
  OF_INTEGER(CK_I32, i32, i32, u32), OF_INTEGER(CK_I64, i64, u64, u64),                                     \
  OF_INTEGER(CK_U8, u8, u8, u8), OF_INTEGER(CK_U16, u16, u16, u16),                                         \
  OF_INTEGER(CK_U32, u32, u32, u32), OF_INTEGER(CK_U64, u64, u64, u64),                                     \
  OF_FLOAT(CK_F32, f32), OF_FLOAT(CK_F64, f64)

#define PLACES_OF_TYPE(type, F) [type] = { PLACES(F##_largest), PLACES(F##_smallest) }

#define PLACES_OF_TYPES                                                                                    \
  PLACES_OF_TYPE(CK_BOOL, u8), PLACES_OF_TYPE(CK_I8, i8), PLACES_OF_TYPE(CK_I16, i16),                      \
  PLACES_OF_TYPE(CK_I32, i32), PLACES_OF_TYPE(CK_I64, i64), PLACES_OF_TYPE(CK_U8, u8),                      \
  PLACES_OF_TYPE(CK_U16, u16), PLACES_OF_TYPE(CK_U32, u32), PLACES_OF_TYPE(CK_U64, u64),                    \
  PLACES_OF_TYPE(CK_F32, f32), PLACES_OF_TYPE(CK_F64, f64)

#define RUNNING_OF_TYPE(type, F) \
  [type] = { ROWS_AND_COLUMNS(F##_running_sum), ROWS_AND_COLUMNS(F##_running_product) }

#define RUNNING_OF_TYPES                                                                                   \
  RUNNING_OF_TYPE(CK_I64, u64), RUNNING_OF_TYPE(CK_U64, u64), RUNNING_OF_TYPE(CK_F32, f32), RUNNING_OF_TYPE(CK_F64, f64)

#define EXPONENTIALS_OF_TYPES \
  [CK_F32] = ROWS_AND_COLUMNS(f32_exponentials), [CK_F64] = ROWS_AND_COLUMNS(f64_exponentials)

#define EQUAL_OF_TYPES                                                                                     \
  [CK_BOOL] = u8_all_equal, [CK_I8] = u8_all_equal, [CK_I16] = u16_all_equal, [CK_I32] = u32_all_equal,    \
  [CK_I64] = u64_all_equal, [CK_U8] = u8_all_equal, [CK_U16] = u16_all_equal, [CK_U32] = u32_all_equal,    \
  [CK_U64] = u64_all_equal, [CK_F32] = f32_all_equal, [CK_F64] = f64_all_equal

#define CLOSE_OF_TYPES [CK_F32] = f32_all_close, [CK_F64] = f64_all_close
