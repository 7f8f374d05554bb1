// What every processor of its kind has: SSE2, or NEON with FMA.

#include "kernels/table.h"

#define NAME "baseline"
#define TABLE ck_baseline
#define CK_BYTES 16
#ifdef __aarch64__
#define CK_FMA 1
#else
#define CK_FMA 0
#endif
#define CK_BYTES 16
#include "kernels/rows.h"
