// libpng, for pictures. The library comes from the package `libpng-dev`.
#include <png.h>
