#ifdef __linux__
#define _GNU_SOURCE
#include <sched.h>
#include <unistd.h>

#include "threads.h"

int ck_processor(void) { return sched_getcpu(); }

void ck_keep_off(pthread_t thread, int processor) {
  cpu_set_t processors;
  if (sched_getaffinity(getpid(), sizeof processors, &processors) != 0) return;
  CPU_CLR((size_t)processor, &processors);
  if (CPU_COUNT(&processors) > 0) pthread_setaffinity_np(thread, sizeof processors, &processors);
}

#else
#include "threads.h"

int ck_processor(void) { return -1; }

void ck_keep_off(pthread_t thread, int processor) {
  (void)thread;
  (void)processor;
}

#endif

bool *ck_at_part(void) {
  static _Thread_local bool at_part;
  return &at_part;
}
