// What threads tell of themselves, and on which processors they run where the system lets these be named.

#ifndef CK_THREADS_H
#define CK_THREADS_H

#include <pthread.h>
#include <stdbool.h>

// The processor that the caller runs on; −1 where that cannot be told.
int ck_processor(void);

// Lets a thread run on every processor that the process may use but one, unless that leaves none.
void ck_keep_off(pthread_t thread, int processor);

// Whether the calling thread is at a part of divided work, for it to note.
bool *ck_at_part(void);

#endif
