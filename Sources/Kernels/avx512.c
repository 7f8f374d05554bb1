#include "kernels/table.h"

#ifdef __x86_64__
#pragma clang attribute push(__attribute__((target("avx512f,avx512dq,avx512bw,avx512vl,avx2,fma"))), apply_to = function)
#define NAME "avx512"
#define TABLE ck_avx512
#define CK_FMA 1
#define CK_BYTES 64
#include "kernels/rows.h"
#pragma clang attribute pop
#endif
