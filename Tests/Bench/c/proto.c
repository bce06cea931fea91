/* proto FILE: the benchmark's whole job written by hand for its one schema and its ten rules.

   libyaml events -> typed records -> rules -> findings with line and column -> a table by
   committee. It knows at compile time what ratsam reads from a rule file, so it is what a general
   tool on libyaml can hope to come near to. Prints `COUNT rN number` for each rule; exit status 1
   with findings, 0 without, 2 if the file is not the expected shape. */
#include <stdint.h>
#include <yaml.h>

#include "util.h"

/* A text in the arena, and where it stands in the file. */
typedef struct {
  uint32_t offset, length, line, column;
} Text;

/* A run of texts in `list`. */
typedef struct {
  uint32_t first, count;
} Texts;

typedef struct {
  uint32_t line, column;
} Place;

typedef struct {
  Text id, title, description, field, owner, note, status;
  Texts partners, indicators, after, cost_depends;
  Place at, period_at, gender_at, cost_at;
  int64_t amount, sum;
  int64_t start, end;
  uint8_t has_amount, has_years, relevant;
} Measure;

static char *arena;
static size_t arena_used;
static Text *list, *committees;
static size_t list_count, list_room, committee_count, committee_room;
static Measure *measures;
static size_t measure_count, measure_room;
static yaml_parser_t parser;
static yaml_event_t event;
static const char *path;

static void fail(const char *problem, size_t line, size_t column) {
  fprintf(stderr, "%s:%zu:%zu: error: %s\n", path, line + 1, column + 1, problem);
  exit(2);
}

static void next(void) {
  if (!yaml_parser_parse(&parser, &event))
    fail(parser.problem, parser.problem_mark.line, parser.problem_mark.column);
}

static void drop(void) { yaml_event_delete(&event); }

static void require(yaml_event_type_t type, const char *problem) {
  if (event.type != type) fail(problem, event.start_mark.line, event.start_mark.column);
}

static void expect(yaml_event_type_t type, const char *problem) {
  next();
  require(type, problem);
}

static Place here(void) { return (Place){event.start_mark.line, event.start_mark.column}; }

static Text take(void) {
  require(YAML_SCALAR_EVENT, "text expected");
  Text text = {arena_used, event.data.scalar.length, event.start_mark.line,
               event.start_mark.column};
  memcpy(arena + arena_used, event.data.scalar.value, text.length);
  arena_used += text.length;
  drop();
  return text;
}

static Text scalar(void) {
  next();
  return take();
}

static int64_t integer(void) {
  expect(YAML_SCALAR_EVENT, "whole number expected");
  const char *p = (const char *)event.data.scalar.value;
  int negative = *p == '-';
  int64_t value = 0;
  p += negative;
  if (!*p) fail("whole number expected", event.start_mark.line, event.start_mark.column);
  for (; *p; p++) {
    if (*p < '0' || *p > '9')
      fail("whole number expected", event.start_mark.line, event.start_mark.column);
    value = value * 10 + (*p - '0');
  }
  drop();
  return negative ? -value : value;
}

/* Passes over one value of any kind. */
static void skip(void) {
  int depth = 0;
  do {
    next();
    depth += event.type == YAML_SEQUENCE_START_EVENT || event.type == YAML_MAPPING_START_EVENT;
    depth -= event.type == YAML_SEQUENCE_END_EVENT || event.type == YAML_MAPPING_END_EVENT;
    drop();
  } while (depth > 0);
}

/* The next key of the mapping that is open, or 0 at its end. */
static int next_key(void) {
  next();
  if (event.type == YAML_MAPPING_END_EVENT) {
    drop();
    return 0;
  }
  require(YAML_SCALAR_EVENT, "key expected");
  return 1;
}

/* Whether the key is `name`; takes it if so. */
static int key(const char *name) {
  size_t length = strlen(name);
  if (event.data.scalar.length != length || memcmp(event.data.scalar.value, name, length)) return 0;
  drop();
  return 1;
}

static void unknown_key(void) {
  drop();
  skip();
}

static Place open_mapping(void) {
  expect(YAML_MAPPING_START_EVENT, "mapping expected");
  Place place = here();
  drop();
  return place;
}

static void open_list(void) {
  expect(YAML_SEQUENCE_START_EVENT, "list expected");
  drop();
}

/* Whether the open list has another element, whose first event is then the current one. */
static int next_element(void) {
  next();
  if (event.type != YAML_SEQUENCE_END_EVENT) return 1;
  drop();
  return 0;
}

#define ROOM_FOR_ONE_MORE(array, count, room) \
  if (count == room) array = realloc(array, (room = room ? room * 2 : 1024) * sizeof *array)

static Texts texts(void) {
  Texts result = {list_count, 0};
  open_list();
  while (next_element()) {
    ROOM_FOR_ONE_MORE(list, list_count, list_room);
    list[list_count++] = take();
    result.count++;
  }
  return result;
}

static void read_period(Measure *m) {
  m->period_at = open_mapping();
  while (next_key()) {
    if (key("start")) m->start = integer();
    else if (key("end")) m->end = integer();
    else unknown_key();
  }
}

static void read_gender(Measure *m) {
  m->gender_at = open_mapping();
  while (next_key()) {
    if (key("relevant")) {
      expect(YAML_SCALAR_EVENT, "yes or no expected");
      m->relevant = event.data.scalar.value[0] == 't';
      drop();
    } else if (key("note")) m->note = scalar();
    else unknown_key();
  }
}

static void read_years(Measure *m) {
  m->has_years = 1;
  open_list();
  while (next_element()) {
    require(YAML_MAPPING_START_EVENT, "mapping expected");
    drop();
    while (next_key()) {
      if (key("year")) (void)integer();
      else if (key("amount")) m->sum += integer();
      else unknown_key();
    }
  }
}

static void read_cost(Measure *m) {
  m->cost_at = open_mapping();
  while (next_key()) {
    if (key("status")) m->status = scalar();
    else if (key("amount")) {
      m->amount = integer();
      m->has_amount = 1;
    } else if (key("depends_on")) m->cost_depends = texts();
    else if (key("years")) read_years(m);
    else unknown_key();
  }
}

static void read_measure(Measure *m) {
  memset(m, 0, sizeof *m);
  m->at = here();
  drop();
  while (next_key()) {
    if (key("id")) m->id = scalar();
    else if (key("title")) m->title = scalar();
    else if (key("description")) m->description = scalar();
    else if (key("field_of_action")) m->field = scalar();
    else if (key("owner")) m->owner = scalar();
    else if (key("partners")) m->partners = texts();
    else if (key("indicators")) m->indicators = texts();
    else if (key("depends_on")) m->after = texts();
    else if (key("period")) read_period(m);
    else if (key("gender")) read_gender(m);
    else if (key("cost")) read_cost(m);
    else unknown_key();
  }
}

static void read_committees(void) {
  open_list();
  while (next_element()) {
    require(YAML_MAPPING_START_EVENT, "mapping expected");
    drop();
    ROOM_FOR_ONE_MORE(committees, committee_count, committee_room);
    while (next_key()) {
      if (key("id")) committees[committee_count++] = scalar();
      else unknown_key();
    }
  }
}

static void read_measures(void) {
  open_list();
  while (next_element()) {
    require(YAML_MAPPING_START_EVENT, "mapping expected");
    ROOM_FOR_ONE_MORE(measures, measure_count, measure_room);
    read_measure(&measures[measure_count++]);
  }
}

static void read_plan(const char *bytes, size_t size) {
  yaml_parser_initialize(&parser);
  yaml_parser_set_input_string(&parser, (const unsigned char *)bytes, size);
  yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
  expect(YAML_STREAM_START_EVENT, "stream expected");
  drop();
  expect(YAML_DOCUMENT_START_EVENT, "document expected");
  drop();
  open_mapping();
  while (next_key()) {
    if (key("committees")) read_committees();
    else if (key("measures")) read_measures();
    else unknown_key();
  }
  int last;
  do {
    next();
    last = event.type == YAML_STREAM_END_EVENT;
    drop();
  } while (!last);
  yaml_parser_delete(&parser);
}

/* A set of texts, as the places of the rows that hold them, plus one. */
typedef struct {
  uint32_t *slots;
  size_t mask;
  const char *base;
  size_t stride;
} Set;

static uint64_t hash(const char *bytes, size_t count) {
  uint64_t h = 1469598103934665603ull ^ count;
  for (; count >= 8; count -= 8, bytes += 8) {
    uint64_t word;
    memcpy(&word, bytes, 8);
    h = (h ^ word) * 0x9E3779B97F4A7C15ull;
    h ^= h >> 32;
  }
  while (count--) h = (h ^ (unsigned char)*bytes++) * 1099511628211ull;
  return h ^ h >> 29;
}

/* The slot that holds `text`, or the free one where it belongs. */
static uint32_t *slot(const Set *set, const Text *text) {
  size_t i = hash(arena + text->offset, text->length) & set->mask;
  for (; set->slots[i]; i = (i + 1) & set->mask) {
    const Text *other = (const Text *)(set->base + (size_t)(set->slots[i] - 1) * set->stride);
    if (other->length == text->length &&
        !memcmp(arena + other->offset, arena + text->offset, text->length))
      break;
  }
  return &set->slots[i];
}

/* A set over the texts that stand `stride` bytes apart; `earlier` gets the first use of each. */
static Set set_of(const Text *first, size_t count, size_t stride, uint32_t *earlier) {
  size_t room = 16;
  while (room < count * 2) room *= 2;
  Set set = {calloc(room, sizeof(uint32_t)), room - 1, (const char *)first, stride};
  for (size_t i = 0; i < count; i++) {
    uint32_t *at = slot(&set, (const Text *)(set.base + i * stride));
    earlier[i] = *at;
    if (!*at) *at = i + 1;
  }
  return set;
}

static long found[11];

#define FIND(rule, place, ...)                                                                    \
  do {                                                                                            \
    found[rule]++;                                                                                \
    printf("%s:%u:%u: r%d: ", path, (place).line + 1, (place).column + 1, rule);                  \
    printf(__VA_ARGS__);                                                                          \
    putchar('\n');                                                                                \
  } while (0)
#define SHOW(text) (int)(text).length, arena + (text).offset

static uint32_t characters(Text text) {
  uint32_t count = 0;
  for (uint32_t i = 0; i < text.length; i++) count += (arena[text.offset + i] & 0xC0) != 0x80;
  return count;
}

static int written_like_measure_id(Text text) {
  if (text.length < 2 || arena[text.offset] != 'M') return 0;
  for (uint32_t i = 1; i < text.length; i++) {
    char c = arena[text.offset + i];
    if (c < '0' || c > '9') return 0;
  }
  return 1;
}

static void check(const Measure *m, const Set *ids, uint32_t earlier, uint32_t committee) {
  if (!m->owner.length)
    FIND(1, m->at, "%.*s: no owner", SHOW(m->id));
  else if (!committee)
    FIND(2, m->owner, "%.*s: owner '%.*s' is not a committee", SHOW(m->id), SHOW(m->owner));
  if (m->relevant && !m->note.length)
    FIND(3, m->gender_at, "%.*s: gender relevant but no note", SHOW(m->id));
  if (!m->has_amount && !m->cost_depends.count)
    FIND(4, m->cost_at, "%.*s: neither cost nor dependency", SHOW(m->id));
  for (uint32_t k = 0; k < m->cost_depends.count; k++) {
    const Text *other = &list[m->cost_depends.first + k];
    if (!*slot(ids, other))
      FIND(5, *other, "%.*s: cost depends on unknown measure '%.*s'", SHOW(m->id), SHOW(*other));
  }
  if (earlier)
    FIND(6, m->id, "id '%.*s' already used at line %u", SHOW(m->id),
         measures[earlier - 1].id.line + 1);
  if (m->end < m->start)
    FIND(7, m->period_at, "%.*s: end %lld before start %lld", SHOW(m->id), (long long)m->end,
         (long long)m->start);
  uint32_t length = characters(m->title);
  if (length > 80) FIND(8, m->title, "%.*s: title has %u characters", SHOW(m->id), length);
  if (m->has_amount && m->has_years && m->sum != m->amount)
    FIND(9, m->cost_at, "%.*s: years sum to %lld, total is %lld", SHOW(m->id), (long long)m->sum,
         (long long)m->amount);
  if (!written_like_measure_id(m->id))
    FIND(10, m->id, "id '%.*s' is not M and digits", SHOW(m->id));
}

int main(int argc, char **argv) {
  if (argc != 2) {
    fprintf(stderr, "usage: proto FILE\n");
    return 2;
  }
  path = argv[1];
  static char buffer[1 << 16];
  setvbuf(stdout, buffer, _IOFBF, sizeof buffer);
  size_t size;
  char *bytes = slurp(path, &size);
  arena = malloc(size + 16);
  read_plan(bytes, size);

  uint32_t *earlier = calloc(measure_count + 1, sizeof *earlier);
  uint32_t *unused = calloc(committee_count + 1, sizeof *unused);
  Set ids = set_of(&measures[0].id, measure_count, sizeof *measures, earlier);
  Set names = set_of(committees, committee_count, sizeof *committees, unused);
  long *counts = calloc(committee_count + 1, sizeof *counts);
  int64_t *sums = calloc(committee_count + 1, sizeof *sums);
  for (size_t i = 0; i < measure_count; i++) {
    uint32_t committee = *slot(&names, &measures[i].owner);
    counts[committee]++;
    sums[committee] += measures[i].amount;
    check(&measures[i], &ids, earlier[i], committee);
  }
  for (size_t i = 0; i < committee_count; i++)
    printf("%-8.*s %8ld %16lld\n", SHOW(committees[i]), counts[i + 1], (long long)sums[i + 1]);
  long total = 0;
  for (int rule = 1; rule <= 10; rule++) {
    printf("COUNT r%d %ld\n", rule, found[rule]);
    total += found[rule];
  }
  return total > 0;
}
