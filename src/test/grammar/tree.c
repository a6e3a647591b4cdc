// Shows the syntax tree of a text as numbers that a Java program can read: see build.sh.
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <tree_sitter/api.h>

const TSLanguage *tree_sitter_powershell(void);

#define EXPORT(name) __attribute__((export_name(name)))
enum { NAMED = 1, ERROR = 2, MISSING = 4 };

// The C library of the target has no such function; only the drawing of graphs, which nobody asks for, would call it.
int dup(int file) { return -1; }

static uint32_t *nodes;
static uint32_t used, room;

static void put(uint32_t number) {
  if (used == room) {
    room = room ? room * 2 : 65536;
    nodes = realloc(nodes, room * sizeof(uint32_t));
    if (!nodes) __builtin_trap();
  }
  nodes[used++] = number;
}

// A place for that many bytes.
EXPORT("place") char *place(uint32_t bytes) { return malloc(bytes); }

EXPORT("release") void release(char *text) { free(text); }

EXPORT("name") const char *name(uint32_t symbol) {
  return ts_language_symbol_name(tree_sitter_powershell(), (TSSymbol) symbol);
}

// Reads a text of UTF-8; gives the nodes in the order of the text, parents first, six numbers each:
// symbol, flags, first byte, byte behind the last, number of children, row.
EXPORT("parse") uint32_t *parse(const char *text, uint32_t bytes) {
  used = 0;
  TSParser *parser = ts_parser_new();
  if (!ts_parser_set_language(parser, tree_sitter_powershell())) __builtin_trap();
  TSTree *tree = ts_parser_parse_string(parser, NULL, text, bytes);
  TSTreeCursor cursor = ts_tree_cursor_new(ts_tree_root_node(tree));
  for (;;) {
    TSNode node = ts_tree_cursor_current_node(&cursor);
    put(ts_node_symbol(node));
    put((ts_node_is_named(node) ? NAMED : 0) | (ts_node_is_error(node) ? ERROR : 0) | (ts_node_is_missing(node) ? MISSING : 0));
    put(ts_node_start_byte(node));
    put(ts_node_end_byte(node));
    put(ts_node_child_count(node));
    put(ts_node_start_point(node).row);
    if (ts_tree_cursor_goto_first_child(&cursor)) continue;
    while (!ts_tree_cursor_goto_next_sibling(&cursor)) {
      if (!ts_tree_cursor_goto_parent(&cursor)) goto end;
    }
  }
end:
  ts_tree_cursor_delete(&cursor);
  ts_tree_delete(tree);
  ts_parser_delete(parser);
  return nodes;
}

// How many numbers the last text gave.
EXPORT("count") uint32_t count(void) { return used; }
