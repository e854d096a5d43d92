/* Walks the same tables as generator/walk-trees.ts, eight trees interleaved: kernel TABLES ROWS TURNS prints the median nanoseconds a row, and the
   sum of all shares of the second class, so that the answers can be compared. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static int ascending(const void *a, const void *b) {
  const double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

static void *load(FILE *f, size_t size) {
  void *p = malloc(size + 8);
  if (fread(p, 1, size, f) != size) exit(1);
  return p;
}

int main(int argc, char **argv) {
  FILE *f = fopen(argv[1], "rb");
  int32_t *head = load(f, 40);
  const int32_t columns = head[0], stride = head[1], levels = head[2], deeper = head[3], top = head[4], ends_count = head[5], nodes = head[6], answers_count = head[7], trees = head[8], divisor = head[9];
  const double *below = load(f, 8 * (size_t)top);
  const double *bounds = load(f, 8 * (size_t)nodes);
  const double *answers = load(f, 8 * (size_t)answers_count);
  const int32_t *ends = load(f, 4 * (size_t)ends_count);
  const int32_t *links = load(f, 4 * (size_t)nodes);
  const int32_t *places = load(f, 4 * (size_t)nodes);
  const uint16_t *asked = load(f, 2 * (size_t)top);
  fclose(f);
  f = fopen(argv[2], "rb");
  fseek(f, 0, SEEK_END);
  const long rows = ftell(f) / 8 / columns;
  rewind(f);
  const double *all = load(f, 8 * (size_t)rows * columns);
  const int turns = atoi(argv[3]);
  double *times = malloc(8 * (size_t)turns), sum = 0;
  for (int turn = 0; turn < turns; turn++) {
    struct timespec a, b;
    sum = 0;
    clock_gettime(CLOCK_MONOTONIC, &a);
    for (long r = 0; r < rows; r++) {
      const double *x = all + r * columns;
      double s0 = 0, s1 = 0;
      for (int32_t t = 0; t < trees; t += 8) {
        int32_t i[8];
        for (int k = 0; k < 8; k++) i[k] = t + k;
        for (int d = 0; d < levels; d++)
          for (int k = 0; k < 8; k++) i[k] = 2 * i[k] + stride + (x[asked[i[k]]] < below[i[k]]);
        for (int k = 0; k < 8; k++) i[k] = ends[i[k] - top];
        if (deeper > 0) {
          for (int d = 0; d < deeper; d++)
            for (int k = 0; k < 8; k++) {
              const int32_t link = links[i[k]];
              i[k] += (int32_t)((uint32_t)link >> 12) + (x[link & 4095] < bounds[i[k]]);
            }
          for (int k = 0; k < 8; k++) i[k] = places[i[k]];
        }
        for (int k = 0; k < 8; k++) {
          s0 += answers[i[k]];
          s1 += answers[i[k] + 1];
        }
      }
      sum += s1 / divisor;
      if (s0 < 0) return 1;
    }
    clock_gettime(CLOCK_MONOTONIC, &b);
    times[turn] = ((b.tv_sec - a.tv_sec) * 1e9 + (b.tv_nsec - a.tv_nsec)) / rows;
  }
  qsort(times, turns, 8, ascending);
  printf("{\"ns\": %.3f, \"sum\": %.17g}\n", times[turns / 2], sum);
  return 0;
}
