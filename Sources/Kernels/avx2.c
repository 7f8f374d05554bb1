#include "kernels/table.h"

#ifdef __x86_64__
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define NAME "avx2"
#define TABLE ck_avx2
#define CK_FMA 1
#define CK_BYTES 32
#include "kernels/rows.h"
#pragma clang attribute pop
#endif
