// Steps of training, each in one pass over the numbers it changes.

#define UPDATES(F, T)                                                                       \
  static void F##_add_product(T scale, const T *a, T *out, ptrdiff_t n) {                   \
    EACH out[i] += scale * a[i];                                                            \
  }                                                                                         \
  static void F##_adam(const ck_adam *step, const T *gradient, T *mean, T *square, T *out, ptrdiff_t n) { \
    T keep_mean = (T)step->mean_decay, keep_square = (T)step->square_decay;                 \
    T take_mean = (T)(1 - step->mean_decay), take_square = (T)(1 - step->square_decay);     \
    T rate = (T)step->rate, scale = (T)step->square_scale, epsilon = (T)step->epsilon;      \
    EACH {                                                                                  \
      T g = gradient[i], m = keep_mean * mean[i] + take_mean * g;                           \
      T s = keep_square * square[i] + take_square * (g * g);                                \
      mean[i] = m;                                                                          \
      square[i] = s;                                                                        \
      out[i] -= rate * m / (__builtin_elementwise_sqrt(s * scale) + epsilon);               \
    }                                                                                       \
  }

UPDATES(f64, double)
UPDATES(f32, float)
