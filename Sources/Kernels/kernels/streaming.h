// Results too large for any cache go past the caches: a line is not read before it is written, and what is in the
// caches stays there.

#include <stdint.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

// A result of at least so many bytes is streamed, unless it replaces an operand.
enum { STREAMED = 1 << 24 };

static void stream(void *out, const void *block, ptrdiff_t bytes) {
  typedef uint64_t line __attribute__((vector_size(16)));
  line *to = out;
  const line *from = block;
  ptrdiff_t whole = bytes / (ptrdiff_t)sizeof(line);
  for (ptrdiff_t i = 0; i < whole; i++) __builtin_nontemporal_store(from[i], to + i);
  memcpy(to + whole, from + whole, (size_t)(bytes - whole * (ptrdiff_t)sizeof(line)));
}

// Others see what was streamed before what is written next.
static void fence(void) {
#ifdef __SSE2__
  _mm_sfence();
#endif
}

// Runs `call`, which computes `count` elements from `start` on of the row `out` and writes them to `to`, for all of
// them at once, or in blocks that stay in the nearest cache.
#define IN_BLOCKS(T, out, n, replaces, call)                                                  \
  ptrdiff_t start = 0, count = n;                                                             \
  T *to = out;                                                                                \
  if (n * (ptrdiff_t)sizeof(T) < STREAMED || (replaces)) {                                    \
    call;                                                                                     \
    return;                                                                                   \
  }                                                                                           \
  enum { width = 16384 / sizeof(T) };                                                         \
  T block[width] __attribute__((aligned(64)));                                                \
  count = (ptrdiff_t)(-(uintptr_t)out % 64 / sizeof(T));                                      \
  call;                                                                                       \
  to = block;                                                                                 \
  for (start = count; start < n; start += width) {                                            \
    count = n - start < width ? n - start : width;                                            \
    call;                                                                                     \
    stream(out + start, block, count * (ptrdiff_t)sizeof(T));                                 \
  }                                                                                           \
  fence()
