// Sorting and selecting keys of one width: quicksort and quickselect that split by vectors. Included for each
// width of keys; see sorting.h.

static void F(insert)(KEY *a, ptrdiff_t n) {
  for (ptrdiff_t i = 1; i < n; i++) {
    KEY key = a[i];
    ptrdiff_t j = i;
    for (; j > 0 && a[j - 1] > key; j--) a[j] = a[j - 1];
    a[j] = key;
  }
}

#include "networks.h"

// MARK: Partition

// Moves the keys below the pivot to the front of n > FEW; returns how many they are.
static ptrdiff_t F(partition)(KEY *a, ptrdiff_t n, KEY pivot);

#ifdef SPLIT

typedef KEY F(part) __attribute__((vector_size(CK_BYTES), aligned(sizeof(KEY))));

// Writes the keys below the pivot from `left` on and the others up to `right`, and moves both. What is written
// beyond them is what is to be overwritten, or, in the end, the same keys.
#define PUT(v)                                                                \
  {                                                                           \
    F(part) ordered;                                                          \
    int below;                                                                \
    SPLIT(v, pivot, ordered, below)                                           \
    *(F(part) *)left = ordered;                                               \
    *(F(part) *)(right - width) = ordered;                                    \
    left += below;                                                            \
    right -= width - below;                                                   \
  }

static ptrdiff_t F(partition)(KEY *a, ptrdiff_t n, KEY pivot) {
  enum { width = CK_BYTES / sizeof(KEY), several = 4, block = several * width };
  KEY *left = a, *right = a + n, *from = left + block, *to = right - block;
  // The keys of both ends wait in registers, so that there is room for a block at the end with the most. The next
  // block is read from the other, and there is room at both.
  F(part) first[several], last[several], v[several];
  memcpy(first, left, sizeof first);
  memcpy(last, to, sizeof last);
  while (to - from >= block) {
    bool fromLeft = from - left <= right - to;
    const KEY *next = fromLeft ? from : to - block;
    from += fromLeft ? block : 0;
    to -= fromLeft ? 0 : block;
    memcpy(v, next, sizeof v);
    for (int i = 0; i < several; i++) PUT(v[i])
  }
  KEY rest[block];
  ptrdiff_t leftOver = to - from, i = 0;
  memcpy(rest, from, leftOver * sizeof(KEY));
  for (; i < leftOver % width; i++) {
    bool below = rest[i] < pivot;
    *(below ? left : right - 1) = rest[i];
    left += below;
    right -= !below;
  }
  for (; i < leftOver; i += width) PUT(*(F(part) *)(rest + i))
  for (i = 0; i < several; i++) PUT(first[i])
  for (i = 0; i < several; i++) PUT(last[i])
  return left - a;
}

#undef PUT

#else

static ptrdiff_t F(partition)(KEY *a, ptrdiff_t n, KEY pivot) {
  ptrdiff_t front = 0;
  for (ptrdiff_t i = 0; i < n; i++) {
    KEY key = a[i];
    a[i] = a[front];
    a[front] = key;
    front += key < pivot;
  }
  return front;
}

#endif

// MARK: Sort

static void F(sort_by_heap)(KEY *a, ptrdiff_t n) {
  for (ptrdiff_t start = n / 2, end = n; end > 1;) {
    KEY key = start > 0 ? a[--start] : a[--end];
    if (start == 0 && end < n) a[end] = a[0];
    ptrdiff_t hole = start, child;
    while ((child = 2 * hole + 1) < end) {
      child += child + 1 < end && a[child] < a[child + 1];
      if (a[child] <= key) break;
      a[hole] = a[child];
      hole = child;
    }
    a[hole] = key;
  }
}

// How often a part may be split before it counts as resisting.
INLINE int F(patience)(ptrdiff_t n) { return 2 * (64 - __builtin_clzll((unsigned long long)n | 1)); }

static bool F(is_sorted)(const KEY *a, ptrdiff_t n) {
  ptrdiff_t i = 1;
  while (i < n && a[i - 1] <= a[i]) i++;
  return i >= n;
}

static void F(quicksort)(KEY *a, ptrdiff_t n, int patience) {
  while (n > SEVERAL) {
    if (patience-- == 0) return F(sort_by_heap)(a, n);
    KEY pivot = F(middle)(a, n);
    ptrdiff_t split = F(partition)(a, n, pivot);
    if (split > 0) {
      F(quicksort)(a, split, patience);
    } else if (pivot == GREATEST) {
      return;
    } else {
      // No key is below the pivot: those equal to it are in place in front.
      split = F(partition)(a, n, pivot + 1);
    }
    a += split;
    n -= split;
  }
  // Where there are few different keys, parts come down to one of them.
  if (!F(is_sorted)(a, n)) F(sort_several)(a, n);
}

static void F(sort)(KEY *a, ptrdiff_t n) {
  if (!F(is_sorted)(a, n)) F(quicksort)(a, n, F(patience)(n));
}

// MARK: Select

// A key that splits the keys a little beyond the `rank`-th: R. W. Floyd and R. L. Rivest, Expected time bounds for
// selection, 1975.
static KEY F(near)(const KEY *a, ptrdiff_t n, ptrdiff_t rank) {
  KEY sample[1024];
  ptrdiff_t size = n < 1 << 14 ? 64 : 1024, step = n / size;
  for (ptrdiff_t i = 0; i < size; i++) sample[i] = a[i * step + step / 2];
  F(quicksort)(sample, size, F(patience)(size));
  double share = (double)rank / (double)n;
  double margin = 1.5 * sqrt(share * (1 - share) * (double)size) + 1;
  ptrdiff_t place = (ptrdiff_t)(share * (double)size + (share < 0.5 ? margin : -margin));
  return sample[place < 0 ? 0 : place < size ? place : size - 1];
}

// Puts in order what lies at the places, ascending from `start` on, with no greater key before and no lesser behind.
static void F(select_among)(KEY *a, ptrdiff_t n, const ptrdiff_t *places, ptrdiff_t count, ptrdiff_t start, int patience) {
  while (count > 0) {
    if (n <= FEW) return F(sort_few)(a, n);
    if (patience-- == 0) return F(sort)(a, n);
    KEY pivot = F(near)(a, n, places[count / 2] - start);
    ptrdiff_t split = F(partition)(a, n, pivot), before = 0;
    bool done = split == 0;
    if (done) split = pivot == GREATEST ? n : F(partition)(a, n, pivot + 1);
    while (before < count && places[before] < start + split) before++;
    if (before == count && !done) {
      n = split;
      continue;
    }
    if (!done) F(select_among)(a, split, places, before, start, patience);
    places += before;
    count -= before;
    start += split;
    a += split;
    n -= split;
  }
}

static void F(select)(KEY *a, ptrdiff_t n, const ptrdiff_t *places, ptrdiff_t count) {
  F(select_among)(a, n, places, count, 0, F(patience)(n));
}

// MARK: Keys of numbers

static void F(keys)(const NUMBER *a, bool signedZeros, KEY *out, ptrdiff_t n) {
  const NUMBER nothing = __builtin_nan("");
  KEY nan;
  memcpy(&nan, &nothing, sizeof nan);
  for (ptrdiff_t i = 0; i < n; i++) {
    NUMBER x = signedZeros ? a[i] : a[i] + 0;
    KEY key;
    memcpy(&key, &x, sizeof key);
    key ^= (key >> (8 * sizeof key - 1)) & GREATEST;
    out[i] = x == x ? key : nan;
  }
}

static void F(numbers)(KEY *a, ptrdiff_t n) {
  for (ptrdiff_t i = 0; i < n; i++) a[i] ^= (a[i] >> (8 * sizeof(KEY) - 1)) & GREATEST;
}

static void F(range)(const KEY *a, ptrdiff_t n, KEY *least, KEY *greatest) {
  KEY lower = a[0], upper = a[0];
  for (ptrdiff_t i = 1; i < n; i++) {
    lower = a[i] < lower ? a[i] : lower;
    upper = a[i] > upper ? a[i] : upper;
  }
  *least = lower;
  *greatest = upper;
}

static ptrdiff_t F(count)(const KEY *a, KEY key, ptrdiff_t n) {
  ptrdiff_t count = 0;
  for (ptrdiff_t i = 0; i < n; i++) count += a[i] == key;
  return count;
}
