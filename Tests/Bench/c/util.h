/* What the probes share: a clock and a file read into memory. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* Milliseconds of the monotonic clock. */
static inline double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec * 1e-6;
}

/* Milliseconds of the processor for this process. */
static inline double processor_time(void) {
  struct timespec t;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
  return t.tv_sec * 1e3 + t.tv_nsec * 1e-6;
}

/* The whole file, with a zero byte behind it; ends the program if it cannot be read. */
static inline char *slurp(const char *path, size_t *size) {
  int file = open(path, O_RDONLY);
  struct stat info;
  if (file < 0 || fstat(file, &info) < 0) {
    perror(path);
    exit(2);
  }
  char *bytes = malloc(info.st_size + 1);
  size_t count = 0;
  ssize_t got;
  while (count < (size_t)info.st_size &&
         (got = read(file, bytes + count, info.st_size - count)) > 0)
    count += got;
  bytes[count] = 0;
  close(file);
  *size = count;
  return bytes;
}
