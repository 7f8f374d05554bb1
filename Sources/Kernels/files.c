#include "files.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#ifdef __linux__
#include <linux/magic.h>
#include <sys/vfs.h>
#include <sys/xattr.h>

bool ck_tells_of_processes(const char *folder) {
  struct statfs system;
  return statfs(folder, &system) == 0 && system.f_type == PROC_SUPER_MAGIC;
}

static bool copy_attribute(int from, int to, const char *name) {
  ssize_t size = fgetxattr(from, name, NULL, 0);
  if (size < 0) return false;
  char *value = malloc((size_t)size + 1);
  bool copied = value && fgetxattr(from, name, value, (size_t)size) == size &&
                fsetxattr(to, name, value, (size_t)size, 0) == 0;
  free(value);
  return copied;
}

bool ck_copy_attributes(int from, int to) {
  ssize_t length = flistxattr(from, NULL, 0);
  if (length <= 0) return length == 0 || errno == ENOTSUP;
  char *names = malloc((size_t)length);
  bool copied = names && flistxattr(from, names, (size_t)length) == length;
  for (const char *name = names; copied && name < names + length; name += strlen(name) + 1) {
    copied = copy_attribute(from, to, name);
  }
  free(names);
  return copied;
}

#else

bool ck_tells_of_processes(const char *folder) {
  (void)folder;
  return false;
}

bool ck_copy_attributes(int from, int to) {
  (void)from;
  (void)to;
  return true;
}

#endif

#pragma clang diagnostic ignored "-Wformat-nonliteral"

int ck_print_double(char *text, size_t size, const char *format, double value) {
  return snprintf(text, size, format, value);
}

int ck_print_signed(char *text, size_t size, const char *format, int64_t value) {
  return snprintf(text, size, format, (long long)value);
}

int ck_print_unsigned(char *text, size_t size, const char *format, uint64_t value) {
  return snprintf(text, size, format, (unsigned long long)value);
}
