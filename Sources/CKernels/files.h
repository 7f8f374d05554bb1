// What files ask of the system that Swift's view of the C library leaves out, and numbers as C prints them.

#ifndef CK_FILES_H
#define CK_FILES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Whether a folder is one by which the system tells of processes, as `/proc/self/fd`.
bool ck_tells_of_processes(const char *folder);

// Gives one open file the extended attributes of another; whether it then has them all.
bool ck_copy_attributes(int from, int to);

// `snprintf` of one number.
int ck_print_double(char *text, size_t size, const char *format, double value);
int ck_print_signed(char *text, size_t size, const char *format, int64_t value);
int ck_print_unsigned(char *text, size_t size, const char *format, uint64_t value);

#endif
