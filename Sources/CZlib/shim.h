// zlib, for gzip files. The library comes from the package `zlib1g-dev`.
#include <zlib.h>
