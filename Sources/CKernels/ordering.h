// Sorting, selecting, searching and binning.

#ifndef CKERNELS_ORDERING_H
#define CKERNELS_ORDERING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Keys are signed integers in the order of the elements that they stand for. Of floats: their bits, all but the
// sign's flipped for negative ones. NaN is the greatest, and one; −0 is 0 unless `signedZeros`.
void ck_k64_keys(const double *a, bool signedZeros, int64_t *out, ptrdiff_t n);
void ck_k32_keys(const float *a, bool signedZeros, int32_t *out, ptrdiff_t n);
// Turns keys into the bits of the floats.
void ck_k64_numbers(int64_t *a, ptrdiff_t n);
void ck_k32_numbers(int32_t *a, ptrdiff_t n);

// Sorts in O(n log n) steps at worst: quicksort, by heap where that does not get on.
void ck_k64_sort(int64_t *a, ptrdiff_t n);
void ck_k32_sort(int32_t *a, ptrdiff_t n);
// Rearranges the keys so that at each of the places, ascending, is what sorting would put there, with no greater key
// before it and no lesser one behind.
void ck_k64_select(int64_t *a, ptrdiff_t n, const ptrdiff_t *places, ptrdiff_t count);
void ck_k32_select(int32_t *a, ptrdiff_t n, const ptrdiff_t *places, ptrdiff_t count);
// The least and the greatest of n ≥ 1 keys.
void ck_k64_range(const int64_t *a, ptrdiff_t n, int64_t *least, int64_t *greatest);
void ck_k32_range(const int32_t *a, ptrdiff_t n, int32_t *least, int32_t *greatest);
// How many are equal to `key`.
ptrdiff_t ck_k64_count(const int64_t *a, int64_t key, ptrdiff_t n);
ptrdiff_t ck_k32_count(const int32_t *a, int32_t key, ptrdiff_t n);

// For each value, how many elements of a sorted row are less, or with `right` not greater. NaN comes last.
void ck_f64_search(bool right, const double *sorted, ptrdiff_t length, const double *values, ptrdiff_t n, int64_t *out);
void ck_f32_search(bool right, const float *sorted, ptrdiff_t length, const float *values, ptrdiff_t n, int64_t *out);
void ck_i64_search(bool right, const int64_t *sorted, ptrdiff_t length, const int64_t *values, ptrdiff_t n, int64_t *out);
void ck_i32_search(bool right, const int32_t *sorted, ptrdiff_t length, const int32_t *values, ptrdiff_t n, int64_t *out);
void ck_i16_search(bool right, const int16_t *sorted, ptrdiff_t length, const int16_t *values, ptrdiff_t n, int64_t *out);
void ck_i8_search(bool right, const int8_t *sorted, ptrdiff_t length, const int8_t *values, ptrdiff_t n, int64_t *out);
void ck_u64_search(bool right, const uint64_t *sorted, ptrdiff_t length, const uint64_t *values, ptrdiff_t n, int64_t *out);
void ck_u32_search(bool right, const uint32_t *sorted, ptrdiff_t length, const uint32_t *values, ptrdiff_t n, int64_t *out);
void ck_u16_search(bool right, const uint16_t *sorted, ptrdiff_t length, const uint16_t *values, ptrdiff_t n, int64_t *out);
void ck_u8_search(bool right, const uint8_t *sorted, ptrdiff_t length, const uint8_t *values, ptrdiff_t n, int64_t *out);

// For each element the bin of equal width that it falls into, −1 for none. There are bins + 1 edges, and the last bin
// includes its right one.
void ck_f64_bins(const double *a, ptrdiff_t n, const double *edges, ptrdiff_t bins, int64_t *out);
void ck_f32_bins(const float *a, ptrdiff_t n, const float *edges, ptrdiff_t bins, int64_t *out);

// Counts each bin ≥ −1 in one of four tables `stride` apart, at bin + 1. With a stride of 0 they are one.
void ck_tally(const int64_t *bins, ptrdiff_t n, int64_t *tables, ptrdiff_t stride);

#endif
