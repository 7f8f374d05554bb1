// CBLAS as OpenBLAS declares it. The library comes from the package `libopenblas-dev`.
#include <cblas.h>
