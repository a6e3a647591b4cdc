# Makes many functions of the one that reads a word, 8 states each: as one it is longer than what a Java machine compiles.
# What was a jump to the next state is its number given back; -1 is the end.
/^static bool ts_lex\(/ {
  inside = 1
  print "#undef ADVANCE\n#undef SKIP\n#undef ADVANCE_MAP\n#undef ACCEPT_TOKEN\n#undef END_STATE"
  print "#define ADVANCE(next) return (next);"
  print "#define SKIP(next) return (next) | 0x10000;"
  print "#define END_STATE() return -1;"
  print "#define ACCEPT_TOKEN(symbol) { *result = true; lexer->result_symbol = symbol; lexer->mark_end(lexer); }"
  print "#define ADVANCE_MAP(...) { static const uint16_t map[] = { __VA_ARGS__ };" \
        " for (uint32_t i = 0; i < sizeof(map) / sizeof(map[0]); i += 2) if (map[i] == lookahead) return map[i + 1]; }"
  next
}
inside && /^  START_LEXER\(\);|^  eof = |^  switch \(state\)/ { next }
inside && /^    case [0-9]+:$/ {
  state = $2 + 0
  if (state % 8 == 0) {
    if (parts) print "    default: return -1;\n  }\n}"
    print "static int lex_" parts++ "(TSLexer *lexer, TSStateId state, int32_t lookahead, bool eof, bool *result) {"
    print "  switch (state) {"
  }
}
inside && /^    default:$/ { print "    default: return -1;\n  }\n}"; skipping = 1 }
inside && /^}$/ {
  print "static int (*const lex_parts[])(TSLexer *, TSStateId, int32_t, bool, bool *) = {"
  for (i = 0; i < parts; i++) print "  lex_" i ","
  print "};"
  print "static bool ts_lex(TSLexer *lexer, TSStateId state) {\n  bool result = false;\n  for (;;) {"
  print "    int next = lex_parts[state / 8](lexer, state, lexer->lookahead,"
    print "        lexer->lookahead == 0 && lexer->eof(lexer), &result);"
  print "    if (next < 0) return result;"
  print "    state = next & 0xFFFF;\n    lexer->advance(lexer, next > 0xFFFF);\n  }\n}"
  inside = skipping = 0
  next
}
!skipping { print }
