// The order in which the axes of a copy are taken.

#include <stdbool.h>
#include <stdlib.h>

#include "CKernels.h"

// Writes in order cost less than reads out of order, so the result's steps come first.
static bool precedes(ck_axis a, ck_axis b) {
  ptrdiff_t to = labs(a.to) - labs(b.to), from = labs(a.from) - labs(b.from);
  return to ? to > 0 : from > 0;
}

ptrdiff_t ck_plan(ck_axis *axes, ptrdiff_t rank) {
  ptrdiff_t sorted = 0, merged = 0;
  for (ptrdiff_t i = 0; i < rank; i++) {
    if (axes[i].count == 1) continue;
    ck_axis axis = axes[i];
    ptrdiff_t place = sorted++;
    for (; place > 0 && precedes(axis, axes[place - 1]); place--) axes[place] = axes[place - 1];
    axes[place] = axis;
  }
  for (ptrdiff_t i = 0; i < sorted; i++) {
    ck_axis axis = axes[i], *last = axes + merged - 1;
    if (merged && last->from == axis.from * axis.count && last->to == axis.to * axis.count) {
      axis.count *= last->count;
      merged--;
    }
    axes[merged++] = axis;
  }
  // The axis along which the source lies in order stands beside the row, so that both can be cut to tiles.
  ptrdiff_t nearest = merged - 1;
  for (ptrdiff_t i = merged - 2; i >= 0; i--) {
    if (axes[i].from != 0 && labs(axes[i].from) < labs(axes[nearest].from)) nearest = i;
  }
  if (nearest < merged - 2) {
    ck_axis axis = axes[nearest];
    for (ptrdiff_t i = nearest; i < merged - 2; i++) axes[i] = axes[i + 1];
    axes[merged - 2] = axis;
  }
  return merged;
}
