// LAPACKE, the C interface of LAPACK. The library comes from the package `liblapacke-dev`;
// `libopenblas-dev` does not contain it.
#define LAPACK_COMPLEX_STRUCTURE
#include <lapacke.h>
