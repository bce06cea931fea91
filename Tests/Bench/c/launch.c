/* launch OUTFILE|- SECONDS COMMAND [ARGUMENT ...]

   Runs one command and prints one line of JSON: wall, user and system seconds, peak memory in KiB,
   exit status (128 + signal if it was killed) and whether the time ran out. The command's output
   goes to OUTFILE, or nowhere.

   A small program of its own, because the peak that the system reports for a child begins with the
   memory of the process that started it. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static pid_t child;
static volatile sig_atomic_t timed_out;

static void stop(int signal_number) {
  (void)signal_number;
  timed_out = 1;
  kill(-child, SIGKILL);
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + t.tv_nsec * 1e-9;
}

static double seconds(struct timeval t) { return t.tv_sec + t.tv_usec * 1e-6; }

int main(int argc, char **argv) {
  if (argc < 4) {
    fprintf(stderr, "usage: launch OUTFILE|- SECONDS COMMAND [ARGUMENT ...]\n");
    return 2;
  }
  const char *path = strcmp(argv[1], "-") ? argv[1] : "/dev/null";
  int output = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  int input = open("/dev/null", O_RDONLY);
  if (output < 0 || input < 0) {
    perror(path);
    return 2;
  }
  signal(SIGALRM, stop);
  double start = now();
  child = fork();
  if (child < 0) {
    perror("fork");
    return 2;
  }
  if (child == 0) {
    setpgid(0, 0);
    dup2(input, 0);
    dup2(output, 1);
    dup2(output, 2);
    execvp(argv[3], argv + 3);
    _exit(127);
  }
  alarm(atoi(argv[2]));
  int status;
  while (waitpid(child, &status, 0) < 0) {
  }
  double wall = now() - start;
  alarm(0);
  struct rusage usage;
  getrusage(RUSAGE_CHILDREN, &usage);
#ifdef __APPLE__
  long peak = usage.ru_maxrss / 1024; /* bytes there, KiB elsewhere */
#else
  long peak = usage.ru_maxrss;
#endif
  printf("{\"wall\":%.6f,\"user\":%.6f,\"sys\":%.6f,\"peak_kib\":%ld,\"rc\":%d,\"timeout\":%d}\n",
         wall, seconds(usage.ru_utime), seconds(usage.ru_stime), peak,
         WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), (int)timed_out);
  return 0;
}
