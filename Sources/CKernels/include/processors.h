// On which processors threads run, where the system lets them be named.

#ifndef CK_PROCESSORS_H
#define CK_PROCESSORS_H

#include <pthread.h>

// The processor that the caller runs on; −1 where that cannot be told.
int ck_processor(void);

// Lets a thread run on every processor that the process may use but one, unless that leaves none.
void ck_keep_off(pthread_t thread, int processor);

#endif
