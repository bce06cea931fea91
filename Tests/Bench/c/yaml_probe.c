/* yaml_probe MODE FILE: lower bounds of libyaml over one file.

   tokens  the scanner alone
   events  the bare event loop: the floor of the benchmark
   copy    events, each scalar copied into one arena
   load    libyaml's own document tree */
#include <yaml.h>

#include "util.h"

static void fail(yaml_parser_t *parser) {
  fprintf(stderr, "error %s line %zu\n", parser->problem, parser->problem_mark.line + 1);
  exit(1);
}

static long tokens(yaml_parser_t *parser) {
  long count = 0;
  for (int done = 0; !done; count++) {
    yaml_token_t token;
    if (!yaml_parser_scan(parser, &token)) fail(parser);
    done = token.type == YAML_STREAM_END_TOKEN;
    yaml_token_delete(&token);
  }
  return count;
}

static long events(yaml_parser_t *parser, char *arena) {
  long count = 0;
  size_t used = 0;
  for (int done = 0; !done; count++) {
    yaml_event_t event;
    if (!yaml_parser_parse(parser, &event)) fail(parser);
    done = event.type == YAML_STREAM_END_EVENT;
    if (arena && event.type == YAML_SCALAR_EVENT) {
      memcpy(arena + used, event.data.scalar.value, event.data.scalar.length);
      used += event.data.scalar.length;
    }
    yaml_event_delete(&event);
  }
  return count;
}

static long load(yaml_parser_t *parser) {
  long count = 0;
  for (;;) {
    yaml_document_t document;
    if (!yaml_parser_load(parser, &document)) fail(parser);
    int last = !yaml_document_get_root_node(&document);
    count += document.nodes.top - document.nodes.start;
    yaml_document_delete(&document);
    if (last) return count;
  }
}

int main(int argc, char **argv) {
  if (argc != 3) {
    fprintf(stderr, "usage: yaml_probe tokens|events|copy|load FILE\n");
    return 2;
  }
  size_t size;
  char *bytes = slurp(argv[2], &size);
  double start = now();
  yaml_parser_t parser;
  yaml_parser_initialize(&parser);
  yaml_parser_set_input_string(&parser, (unsigned char *)bytes, size);
  yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
  long count;
  if (!strcmp(argv[1], "tokens"))
    count = tokens(&parser);
  else if (!strcmp(argv[1], "load"))
    count = load(&parser);
  else
    count = events(&parser, strcmp(argv[1], "copy") ? NULL : malloc(size + 1));
  yaml_parser_delete(&parser);
  printf("%s bytes=%zu count=%ld parse_ms=%.2f\n", argv[1], size, count, now() - start);
  return 0;
}
