// zlib, for gzip files and compressed arrays. The library comes from the package `zlib1g-dev`.
#include <zlib.h>
