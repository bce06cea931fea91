/* judge FOLDER ROUNDS: the rules of judging.ratsam by hand, over columns that are in memory.

   It knows each rule at compile time and has nothing to explain: what is left is to read the values
   and compare them. So it is the lower bound for judging. Prints for each rule the nanoseconds an
   element took at best, and how many elements break it. */
#include <stdint.h>

#include "util.h"

typedef uint32_t u32;
typedef int64_t i64;

static const char *folder;
static size_t count;
static u32 *owner, *marker, *horizon, *depends_ends, *items_ends, *stones_ends;
static u32 *id_ends, *name_ends, *adviser_ends, *note_ends;
static i64 *baseline, *target, *amount, *ceiling, *start, *end;
static i64 *depends, *item_year, *item_amount, *due, *done;
static char *ids, *names, *advisers;
/* Which measures state a name and a note; all else is stated everywhere. */
static uint8_t *has_name, *has_note;

static void *column(const char *name, size_t *size) {
  char path[4096];
  size_t bytes;
  snprintf(path, sizeof path, "%s/%s", folder, name);
  void *data = slurp(path, &bytes);
  if (size) *size = bytes;
  return data;
}

static void read_columns(void) {
  size_t bytes;
  owner = column("owner", &bytes);
  count = bytes / sizeof *owner;
  marker = column("marker", NULL);
  horizon = column("horizon", NULL);
  baseline = column("baseline", NULL);
  target = column("target", NULL);
  amount = column("amount", NULL);
  ceiling = column("ceiling", NULL);
  start = column("start", NULL);
  end = column("end", NULL);
  ids = column("id.bytes", NULL);
  id_ends = column("id.ends", NULL);
  names = column("name.bytes", NULL);
  name_ends = column("name.ends", NULL);
  advisers = column("adviser.bytes", NULL);
  adviser_ends = column("adviser.ends", NULL);
  note_ends = column("note.ends", NULL);
  depends_ends = column("depends.ends", NULL);
  depends = column("depends.row", NULL);
  items_ends = column("items.ends", NULL);
  item_year = column("items.year", NULL);
  item_amount = column("items.amount", NULL);
  stones_ends = column("milestones.ends", NULL);
  due = column("milestones.due", NULL);
  done = column("milestones.done", NULL);
  has_name = malloc(count);
  has_note = malloc(count);
  for (size_t i = 0; i < count; i++) {
    has_name[i] = name_ends[i + 1] > name_ends[i];
    has_note[i] = note_ends[i + 1] > note_ends[i];
  }
}

/* Texts */

static const char *committees[] = {"A-UKM", "A-STB", "A-SOZ", "A-JUG", "A-FIN",
                                   "A-KUL", "A-SPO", "A-WIR", "A-GLE", "A-SCH"};
static u32 slots[64];

static u32 hash(const char *text, size_t length) {
  u32 h = length;
  for (size_t i = 0; i < length; i++) h = (h ^ (unsigned char)text[i]) * 16777619u;
  return h ^ h >> 15;
}

static void enter_committees(void) {
  for (u32 i = 0; i < 10; i++) {
    u32 slot = hash(committees[i], 5) & 63;
    while (slots[slot]) slot = (slot + 1) & 63;
    slots[slot] = i + 1;
  }
}

static int is_committee(const char *text, size_t length) {
  u32 slot = hash(text, length) & 63;
  for (; slots[slot]; slot = (slot + 1) & 63)
    if (length == 5 && !memcmp(committees[slots[slot] - 1], text, 5)) return 1;
  return 0;
}

static u32 characters(const char *text, size_t length) {
  u32 number = 0;
  for (size_t i = 0; i < length; i++) number += (text[i] & 0xC0) != 0x80;
  return number;
}

static u32 words(const char *text, size_t length) {
  u32 number = 0;
  int inside = 0;
  for (size_t i = 0; i < length; i++) {
    int blank = text[i] == ' ';
    number += !blank && !inside;
    inside = !blank;
  }
  return number;
}

static int is_letter(unsigned char byte) {
  return byte >= 0x80 || (byte | 32) - 'a' < 26u || byte - '0' < 10u;
}

static const struct {
  const char *text;
  int open_ended;
} vague[] = {{"prüf", 1},        {"ggf", 0},        {"gegebenenfalls", 0},   {"evtl", 0},
             {"möglichst", 0},   {"angedacht", 0},  {"nach möglichkeit", 0}, {"perspektivisch", 1},
             {"zeitnah", 0},     {"soweit möglich", 0}};

/* Whether a word of the list begins with a byte, of which few do. */
static uint8_t begins_vague[256];

static void enter_vague(void) {
  for (size_t w = 0; w < sizeof vague / sizeof *vague; w++) {
    unsigned char first = vague[w].text[0];
    begins_vague[first] = begins_vague[first & ~32] = 1;
  }
}

/* Whether a text has one of the words, upper case being lower case in ASCII alone: all that the
   generated plans need. */
static int is_vague(const char *text, size_t length) {
  int inside = 0;
  for (size_t i = 0; i < length; i++) {
    int letter = is_letter(text[i]);
    if (letter && !inside && begins_vague[(unsigned char)text[i]])
      for (size_t w = 0; w < sizeof vague / sizeof *vague; w++) {
        const char *word = vague[w].text;
        size_t k = 0;
        while (i + k < length && word[k]) {
          char c = text[i + k];
          if (c >= 'A' && c <= 'Z') c |= 32;
          if (c != word[k]) break;
          k++;
        }
        if (!word[k] && (vague[w].open_ended || i + k == length || !is_letter(text[i + k]))) return 1;
      }
    inside = letter;
  }
  return 0;
}

/* Which rows share their id with another. */
static uint8_t *repeated;

static void find_repeated(void) {
  size_t room = 16;
  while (room < count * 2) room *= 2;
  u32 *table = calloc(room, sizeof *table);
  memset(repeated, 0, count);
  for (size_t i = 0; i < count; i++) {
    const char *text = ids + id_ends[i];
    size_t length = id_ends[i + 1] - id_ends[i];
    size_t slot = hash(text, length) * 2654435761u & (room - 1);
    for (; table[slot]; slot = (slot + 1) & (room - 1)) {
      size_t other = table[slot] - 1;
      if (id_ends[other + 1] - id_ends[other] == length && !memcmp(ids + id_ends[other], text, length)) break;
    }
    if (table[slot]) repeated[i] = repeated[table[slot] - 1] = 1;
    else table[slot] = i + 1;
  }
  free(table);
}

/* Rules: each says whether a measure keeps it. */

static const uint8_t long_horizon[] = {1, 1, 1, 1, 1, 1, 1, 1, 0, 1};
static const uint8_t consulted[] = {1, 1, 1, 1, 1, 1, 1, 1, 1, 0};

#define NAME names + name_ends[i], name_ends[i + 1] - name_ends[i]
#define RULES                                                                                    \
  RULE(field_stated, return has_name[i];)                                                        \
  RULE(note_where_marked, return marker[i] > 1 || has_note[i];)                                  \
  RULE(choice_value, return marker[i] < 3;)                                                      \
  RULE(choice_order, return horizon[i] >= 1;)                                                    \
  RULE(number_order, return target[i] > baseline[i];)                                            \
  RULE(money_limit, return amount[i] <= 500000;)                                                 \
  RULE(money_order, return amount[i] <= ceiling[i];)                                             \
  RULE(date_order, return start[i] <= end[i];)                                                   \
  RULE(date_limit, return end[i] < 20360000;)                                                    \
  RULE(date_sum, return end[i] <= start[i] + 50000;)                                             \
  RULE(date_period, return start[i] >= 20260101 && start[i] <= 20361231;)                        \
  RULE(reference_value, return long_horizon[owner[i]];)                                          \
  RULE(reference_exists, return consulted[owner[i]];)                                            \
  RULE(text_exists,                                                                              \
       return is_committee(advisers + adviser_ends[i], adviser_ends[i + 1] - adviser_ends[i]);)  \
  RULE(every_reference, for (u32 k = depends_ends[i]; k < depends_ends[i + 1]; k++)              \
                          if (start[depends[k]] > start[i]) return 0;                            \
       return 1;)                                                                                \
  RULE(unique_id, return !repeated[i];)                                                          \
  RULE(id_notation, if (ids[id_ends[i]] != 'M') return 0;                                        \
       for (u32 k = id_ends[i] + 1; k < id_ends[i + 1]; k++)                                     \
         if (ids[k] - '0' > 9u) return 0;                                                        \
       return id_ends[i + 1] - id_ends[i] > 1;)                                                  \
  RULE(text_characters, return has_name[i] && characters(NAME) <= 60;)                           \
  RULE(text_words, return has_name[i] && words(NAME) <= 8;)                                      \
  RULE(word_list, return has_name[i] && !is_vague(NAME);)                                        \
  RULE(any_of, return has_note[i] || amount[i] >= 0;)                                            \
  RULE(every_entry, for (u32 k = items_ends[i]; k < items_ends[i + 1]; k++)                      \
                      if (item_amount[k] <= 0) return 0;                                         \
       return 1;)                                                                                \
  RULE(list_entries, return stones_ends[i + 1] - stones_ends[i] >= 2;)                           \
  RULE(count_of, return items_ends[i + 1] - items_ends[i] <= 5;)                                 \
  RULE(sum_of, i64 sum = 0; for (u32 k = items_ends[i]; k < items_ends[i + 1]; k++)              \
                              sum += item_amount[k];                                             \
       return sum == amount[i];)                                                                 \
  RULE(sum_where, i64 sum = 0; for (u32 k = items_ends[i]; k < items_ends[i + 1]; k++)           \
                                 if (item_year[k] > 2031) sum += item_amount[k];                 \
       return sum <= 400000;)                                                                    \
  RULE(count_where, u32 number = 0; for (u32 k = stones_ends[i]; k < stones_ends[i + 1]; k++)    \
                                      number += due[k] > 20331231;                               \
       return number <= 1;)                                                                      \
  RULE(latest_of, i64 latest = 0; for (u32 k = stones_ends[i]; k < stones_ends[i + 1]; k++)      \
                                    if (due[k] > latest) latest = due[k];                        \
       return latest <= end[i];)                                                                 \
  RULE(share_of, u32 number = 0; for (u32 k = stones_ends[i]; k < stones_ends[i + 1]; k++)       \
                                   number += done[k];                                            \
       return number * 2 >= stones_ends[i + 1] - stones_ends[i];)

#define RULE(name, body)                                    \
  static inline int keeps_##name(size_t i) { body }         \
  static size_t name(void) {                                \
    size_t broken = 0;                                      \
    for (size_t i = 0; i < count; i++) broken += !keeps_##name(i); \
    return broken;                                          \
  }
RULES
#undef RULE

static size_t unique_id_with_index(void) {
  find_repeated();
  return unique_id();
}

static const struct {
  const char *name;
  size_t (*judge)(void);
} rules[] = {
#define RULE(name, body) {#name, name},
    RULES
#undef RULE
};

int main(int argc, char **argv) {
  if (argc != 3) {
    fprintf(stderr, "usage: judge FOLDER ROUNDS\n");
    return 2;
  }
  folder = argv[1];
  read_columns();
  enter_committees();
  enter_vague();
  repeated = malloc(count);
  for (size_t r = 0; r < sizeof rules / sizeof *rules; r++) {
    size_t (*judge)(void) = rules[r].judge == unique_id ? unique_id_with_index : rules[r].judge;
    double best = 1e9;
    volatile size_t broken = 0;
    for (int round = 0; round < atoi(argv[2]); round++) {
      double from = processor_time();
      broken = judge();
      double took = processor_time() - from;
      if (took < best) best = took;
    }
    printf("{\"rule\": \"%s\", \"ns\": %.3f, \"violated\": %zu}\n", rules[r].name, best * 1e6 / count,
           broken);
  }
  return 0;
}
