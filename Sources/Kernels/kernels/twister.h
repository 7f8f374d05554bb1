// The Mersenne twister, a block of 624 words at a time. The words that a step reads are at least 227 away from those
// it writes, or not yet written, so that vectors of them are right.

INLINE void twist_row(uint32_t *words, const uint32_t *far, ptrdiff_t n) {
  EACH {
    uint32_t joined = (words[i] & 0x80000000) | (words[i + 1] & 0x7fffffff);
    words[i] = far[i] ^ (joined >> 1) ^ (-(joined & 1) & 0x9908b0df);
  }
}

static void twist(uint32_t *words) {
  uint32_t last[2] = {words[623], 0};
  twist_row(words, words + 397, 227);
  twist_row(words + 227, words, 396);
  last[1] = words[0];
  twist_row(last, words + 396, 1);
  words[623] = last[0];
}

INLINE uint32_t tempered(uint32_t word) {
  word ^= word >> 11;
  word ^= (word << 7) & 0x9d2c5680;
  word ^= (word << 15) & 0xefc60000;
  return word ^ (word >> 18);
}

// 27 and 26 bits of two words, which a double holds exactly.
static void twister_doubles(const uint32_t *words, double *out, ptrdiff_t n) {
  EACH {
    int32_t upper = tempered(words[2 * i]) >> 5, lower = tempered(words[2 * i + 1]) >> 6;
    out[i] = (upper * 0x1p26 + lower) * 0x1p-53;
  }
}
