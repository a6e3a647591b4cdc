package org.rdpdx.facts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.rdpdx.facts.VocabularyFiles.Home;
import org.rdpdx.facts.VocabularyFiles.KindFile;
import org.rdpdx.facts.VocabularyFiles.PropertyFile;

/** Makes the records, what Drools asks of them, and the vocabulary's table from the vocabulary's files. */
final class GeneratedSources {

    private static final Path RULES = Path.of("rules/v1");
    private static final String BY = "// Made from rules/v1/facts by GeneratedSources; change it there.\n";

    private static final int LINE = 120;

    /** What else stands in compiled rules: what they insert and are asked for, and the values that variables take. */
    private static final List<String> OTHERS = List.of(
            "org.rdpdx.rulebook.Finding",
            "org.rdpdx.rulebook.Undecided",
            "org.rdpdx.facts.TimeSpan",
            "java.lang.Boolean",
            "java.lang.Double",
            "java.lang.Integer",
            "java.lang.String",
            "java.util.List");

    private final VocabularyFiles vocabulary;

    GeneratedSources(VocabularyFiles vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Writes all files; for the very first time, when nothing compiles without them. */
    public static void main(String[] args) throws IOException {
        write(of(RULES), Path.of("src/main/java"));
    }

    static Map<String, String> of(Path rules) {
        return new GeneratedSources(VocabularyFiles.read(rules)).all();
    }

    static void write(Map<String, String> sources, Path root) throws IOException {
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Path file = root.resolve(source.getKey());
            Files.createDirectories(file.resolveSibling(""));
            Files.writeString(file, source.getValue());
        }
    }

    /** Source text by path below the source root. */
    private Map<String, String> all() {
        Map<String, String> sources = new TreeMap<>();
        for (KindFile kind : vocabulary.kinds()) {
            sources.put("org/rdpdx/facts/kind/" + kind.fact() + ".java", record(kind));
        }
        sources.put("org/rdpdx/facts/kind/package-info.java", BY + """

                /** One record per kind of fact: what rules match. Components are null where nothing was observed. */
                @NullMarked
                package org.rdpdx.facts.kind;

                import org.jspecify.annotations.NullMarked;
                """);
        sources.put("org/rdpdx/rulebook/KindMetadata.java", metadata());
        String table = table("");
        sources.put("org/rdpdx/facts/VocabularyTable.java", table(sha256(table)));
        return sources;
    }

    private static String metadata(String name, String key) {
        String field = "    public static final DomainClassMetadata " + name + "_Metadata_INSTANCE =";
        String value = "new KindMetadata(\"" + key + "\");\n";
        boolean fits = field.length() + value.length() <= LINE;
        return field + (fits ? " " : "\n            ") + value;
    }

    private String metadata() {
        StringBuilder out = new StringBuilder(BY).append("""
                package org.rdpdx.rulebook;

                import java.lang.reflect.RecordComponent;
                import java.util.ArrayList;
                import java.util.List;
                import org.drools.model.DomainClassMetadata;
                import org.rdpdx.facts.Property;
                import org.rdpdx.facts.Vocabulary;

                /**
                 * What compiled rules ask of the records that they match: the place of a property. Drools would make a class for each
                 * record and rule file, all of which a start would have to load. Public because rules name it; nobody else needs it.
                 */
                public final class KindMetadata implements DomainClassMetadata {

                    // the names are those that Drools gives
                """);
        for (KindFile kind : vocabulary.kinds()) {
            out.append(metadata("org_rdpdx_facts_kind_" + kind.fact(), kind.key()));
        }
        for (String other : OTHERS) {
            out.append(metadata(other.replace('.', '_'), other));
        }
        return out.append("""

                    private final String of;

                    /** Of a kind of fact, by its key, or of another class, by its name. */
                    private KindMetadata(String of) {
                        this.of = of;
                    }

                    @Override
                    public Class<?> getDomainClass() {
                        try {
                            return Class.forName(of.indexOf('.') < 0 ? Vocabulary.require(of).className() : of);
                        } catch (ClassNotFoundException impossible) {
                            throw new IllegalStateException(impossible);
                        }
                    }

                    private List<String> properties() {
                        List<String> names = new ArrayList<>();
                        if (of.indexOf('.') < 0) {
                            for (Property property : Vocabulary.require(of).properties()) {
                                names.add(forDrools(property.name()));
                            }
                        } else if (getDomainClass().isRecord()) {
                            for (RecordComponent component : getDomainClass().getRecordComponents()) {
                                names.add(forDrools(component.getName()));
                            }
                        }
                        return names;
                    }

                    /** Drools takes every accessor for one of a bean, and has words of its own. */
                    private static String forDrools(String name) {
                        if (name.equals("with")) {
                            return "withValue";
                        }
                        for (String prefix : List.of("is", "get")) {
                            if (name.startsWith(prefix) && name.length() > prefix.length()) {
                                return Character.toLowerCase(name.charAt(prefix.length())) + name.substring(prefix.length() + 1);
                            }
                        }
                        return name;
                    }

                    @Override
                    public int getPropertiesSize() {
                        return properties().size();
                    }

                    @Override
                    public int getPropertyIndex(String name) {
                        int index = properties().indexOf(name);
                        if (index < 0) {
                            throw new IllegalArgumentException(getDomainClass().getName() + " has no property " + name);
                        }
                        return index;
                    }
                }
                """).toString();
    }

    // ------------------------------------------------------------------ records

    private record Component(String type, String name, String meaning, boolean nullable) {}

    private String record(KindFile kind) {
        List<Component> components = components(kind);
        StringBuilder out = new StringBuilder(BY);
        out.append("package org.rdpdx.facts.kind;\n\n");
        if (components.stream().anyMatch(component -> component.type().startsWith("List"))) {
            out.append("import java.util.List;\n");
        }
        if (kind.deduced()) {
            out.append("import java.util.Objects;\n");
        }
        out.append("import org.jspecify.annotations.Nullable;\n");
        out.append("import org.rdpdx.facts.Fact;\n");
        out.append("import org.rdpdx.facts.Kind;\n");
        if (components.stream().anyMatch(component -> component.type().equals("TimeSpan"))) {
            out.append("import org.rdpdx.facts.TimeSpan;\n");
        }
        out.append("import org.rdpdx.facts.Vocabulary;\n\n");
        out.append("/**\n * ").append(sentence(kind.meaning())).append("\n *\n");
        for (Component component : components) {
            out.append(" * @param ")
                    .append(component.name())
                    .append(' ')
                    .append(javadoc(component.meaning()))
                    .append('\n');
        }
        out.append(" */\npublic record ").append(kind.fact()).append("(\n");
        for (int i = 0; i < components.size(); i++) {
            Component component = components.get(i);
            out.append("        ")
                    .append(component.nullable() ? "@Nullable " : "")
                    .append(component.type())
                    .append(' ')
                    .append(component.name())
                    .append(i + 1 < components.size() ? ",\n" : ")\n");
        }
        out.append("        implements Fact {\n\n");
        out.append("    private static final Kind KIND = Vocabulary.require(\"")
                .append(kind.key())
                .append("\");\n\n");
        List<Component> lists = components.stream()
                .filter(component -> component.type().startsWith("List"))
                .toList();
        if (!lists.isEmpty()) {
            out.append("    /** Copies what it is given. */\n    public ")
                    .append(kind.fact())
                    .append(" {\n");
            for (Component list : lists) {
                String name = list.name();
                out.append("        ").append(name).append(" = ").append(name).append(" == null ? null : List.copyOf(");
                out.append(name).append(");\n");
            }
            out.append("    }\n\n");
        }
        out.append("    @Override\n    public Kind factKind() {\n        return KIND;\n    }\n\n");
        if (kind.deduced()) {
            out.append("    @Override\n    public String viewpoint() {\n        return Vocabulary.TOP;\n    }\n\n");
        }
        if (components.stream().anyMatch(component -> component.name().equals("with"))) {
            out.append(
                    "    /** The same as {@link #with()}, under a name that expressions of Drools do not keep for themselves. */\n");
            out.append("    public @Nullable String withValue() {\n        return with;\n    }\n\n");
        }
        if (kind.deduced()) {
            equality(kind, components, out);
        }
        out.append("    @Override\n    public @Nullable Object value(int index) {\n        return switch (index) {\n");
        for (int i = 0; i < components.size(); i++) {
            out.append("            case ")
                    .append(i)
                    .append(" -> ")
                    .append(components.get(i).name())
                    .append(";\n");
        }
        out.append("            default -> throw new IndexOutOfBoundsException(index);\n        };\n    }\n}\n");
        return out.toString();
    }

    /** Drools compares what is deduced at every start, and what Java makes for a record costs 10 ms when first asked for. */
    private static void equality(KindFile kind, List<Component> components, StringBuilder out) {
        String type = kind.fact();
        out.append(
                        "    @Override\n    public boolean equals(@Nullable Object other) {\n        return other instanceof ")
                .append(type)
                .append(" that");
        components.forEach(component -> out.append("\n                && Objects.equals(")
                .append(component.name())
                .append(", that.")
                .append(component.name())
                .append(')'));
        out.append(";\n    }\n\n    @Override\n    public int hashCode() {\n        int hash = 0;\n");
        components.forEach(component -> out.append("        hash = 31 * hash + Objects.hashCode(")
                .append(component.name())
                .append(");\n"));
        out.append("        return hash;\n    }\n\n");
    }

    private static List<Component> components(KindFile kind) {
        List<Component> components = new ArrayList<>();
        if (!kind.deduced()) {
            components.add(new Component("String", "viewpoint", "where it was observed", false));
        }
        if (kind.absentable()) {
            components.add(new Component("Boolean", "present", "false if it was looked for and is not there", false));
        }
        for (PropertyFile property : kind.properties()) {
            String unit = property.unit().isEmpty() ? "" : " (" + property.unit() + ")";
            String type = type(property).javaName();
            components.add(new Component(
                    property.set() ? "List<" + type + ">" : type, property.name(), property.meaning() + unit, true));
        }
        return components;
    }

    private static String sentence(String meaning) {
        String text = javadoc(meaning);
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) + (text.endsWith(".") ? "" : ".");
    }

    private static String javadoc(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("{", "&#123;")
                .replace("}", "&#125;")
                .replace("\\", "&#92;")
                .replace("*/", "*&#47;");
    }

    private static ValueType type(PropertyFile property) {
        return ValueType.valueOf(property.type().toUpperCase(Locale.ROOT));
    }

    // ------------------------------------------------------------------ table

    private String table(String fingerprint) {
        StringBuilder out = new StringBuilder(BY);
        out.append("package org.rdpdx.facts;\n\nimport java.util.List;\nimport org.jspecify.annotations.Nullable;\n");
        vocabulary.kinds().stream()
                .map(KindFile::fact)
                .sorted()
                .forEach(fact -> out.append("import org.rdpdx.facts.kind." + fact + ";\n"));
        out.append("\n/** The vocabulary as code: nothing is read or reflected upon at start. */\n");
        out.append("final class VocabularyTable {\n\n");
        out.append("    static final String FINGERPRINT = ")
                .append(literal(fingerprint))
                .append(";\n\n");
        out.append("    private VocabularyTable() {}\n\n");
        out.append("    static List<Kind> kinds() {\n        return List.of(\n");
        List<KindFile> kinds = vocabulary.kinds();
        for (int i = 0; i < kinds.size(); i++) {
            out.append("                ").append(kinds.get(i).key()).append(i + 1 < kinds.size() ? "(),\n" : "());\n");
        }
        out.append("    }\n\n");
        for (int i = 0; i < kinds.size(); i++) {
            kind(out, i, kinds.get(i));
        }
        factory(out, kinds);
        array(out, "viewpoints", vocabulary.viewpoints());
        array(out, "canBeNone", vocabulary.canBeNone());
        array(out, "unreadReasons", vocabulary.because());
        array(out, "how", vocabulary.how());
        List<List<String>> principals = new ArrayList<>();
        vocabulary.principals().forEach((name, sid) -> principals.add(List.of(name, sid)));
        rows(out, "principals", principals);
        rows(out, "messages", vocabulary.messages());
        homes(out, kinds);
        helpers(out);
        return out.append("}\n").toString();
    }

    private static void kind(StringBuilder out, int ordinal, KindFile kind) {
        out.append("    private static Kind ").append(kind.key()).append("() {\n        return new Kind.Builder(");
        out.append(ordinal)
                .append(", ")
                .append(literal(kind.key()))
                .append(", ")
                .append(literal(kind.fact()));
        out.append(", Shape.").append(kind.shape().toUpperCase(Locale.ROOT)).append(")\n");
        call(out, "deduced", kind.deduced());
        call(out, "absentable", kind.absentable());
        call(out, "repeatable", kind.repeatable());
        call(out, "viewpoints", kind.deduced() ? List.of("top") : kind.viewpoints());
        call(out, "identity", kind.identity());
        call(out, "needsOneOf", kind.needsOneOf());
        call(out, "unnamedWith", kind.unnamedWith());
        call(out, "withAbsent", kind.withAbsent());
        for (PropertyFile property : kind.properties()) {
            out.append("                .add(").append(property(property)).append(")\n");
        }
        out.append("                .build();\n    }\n\n");
    }

    private static void call(StringBuilder out, String method, boolean wanted) {
        if (wanted) {
            out.append("                .").append(method).append("()\n");
        }
    }

    private static void call(StringBuilder out, String method, List<String> names) {
        if (!names.isEmpty()) {
            out.append("                .")
                    .append(method)
                    .append('(')
                    .append(literals(names))
                    .append(")\n");
        }
    }

    private static String property(PropertyFile property) {
        String made = madeBy(property);
        return property.alsoWritten().isEmpty() ? made : made + ".alsoWritten(" + literal(property.alsoWritten()) + ")";
    }

    private static String madeBy(PropertyFile property) {
        boolean plain = !property.set()
                && property.words().isEmpty()
                && !property.derived()
                && property.rules()
                && property.unit().isEmpty()
                && property.identifies().isEmpty();
        String head = literal(property.name()) + ", ValueType." + type(property);
        if (plain) {
            return "plain(" + head + ")";
        }
        boolean words = !property.set()
                && !property.derived()
                && property.rules()
                && property.unit().isEmpty()
                && property.identifies().isEmpty();
        if (words) {
            return "word(" + literal(property.name()) + ", " + literals(property.words()) + ")";
        }
        return "property(" + head + ", " + property.set() + ", " + property.derived() + ", " + property.rules() + ", "
                + literal(property.unit()) + ", " + literal(property.identifies())
                + (property.words().isEmpty() ? "" : ", " + literals(property.words())) + ")";
    }

    private static void factory(StringBuilder out, List<KindFile> kinds) {
        out.append("    /** The record of that kind, with these values in the order of its components. */\n");
        out.append(
                "    static Fact create(Kind kind, @Nullable Object[] values) {\n        return switch (kind.ordinal()) {\n");
        for (int i = 0; i < kinds.size(); i++) {
            out.append("            case ")
                    .append(i)
                    .append(" -> new")
                    .append(kinds.get(i).fact())
                    .append("(values);\n");
        }
        out.append("            default -> throw new IllegalStateException(kind.key());\n        };\n    }\n\n");
        for (KindFile kind : kinds) {
            List<Component> components = components(kind);
            out.append("    private static Fact new").append(kind.fact()).append("(@Nullable Object[] v) {\n");
            out.append("        return new ").append(kind.fact()).append("(\n");
            for (int i = 0; i < components.size(); i++) {
                Component component = components.get(i);
                String value = "v[" + i + "]";
                String cast = component.type().startsWith("List")
                        ? "list(" + value + ")"
                        : "(" + component.type() + ") " + (component.nullable() ? value : "known(" + value + ")");
                out.append("                ").append(cast).append(i + 1 < components.size() ? ",\n" : ");\n");
            }
            out.append("    }\n\n");
        }
    }

    private static void homes(StringBuilder out, List<KindFile> kinds) {
        StringBuilder all = new StringBuilder();
        for (KindFile kind : kinds) {
            for (PropertyFile property : kind.properties()) {
                for (Home home : property.homes()) {
                    all.append(all.isEmpty() ? "" : ",\n").append("                new RegistryHome(");
                    all.append(literal(home.key().toLowerCase(Locale.ROOT))).append(", ");
                    all.append(literal(home.name().toLowerCase(Locale.ROOT))).append(", ");
                    all.append(literal(kind.key()))
                            .append(", ")
                            .append(literal(property.name()))
                            .append(", ");
                    all.append("List.of(").append(literals(turns(home.entry()))).append("), ");
                    all.append("List.of(")
                            .append(literals(turns(home.values())))
                            .append("), ");
                    all.append(literal(home.owner())).append(")");
                }
            }
        }
        out.append("    static List<RegistryHome> homes() {\n        return List.of(\n")
                .append(all)
                .append(");\n    }\n\n");
    }

    private static List<String> turns(Map<String, String> map) {
        List<String> turns = new ArrayList<>();
        map.forEach((key, value) -> {
            turns.add(key);
            turns.add(value);
        });
        return turns;
    }

    private static void array(StringBuilder out, String method, List<String> texts) {
        out.append("    static String[] ").append(method).append("() {\n        return new String[] {");
        out.append(literals(texts)).append("};\n    }\n\n");
    }

    private static void rows(StringBuilder out, String method, List<List<String>> rows) {
        out.append("    static String[][] ").append(method).append("() {\n        return new String[][] {\n");
        for (List<String> row : rows) {
            out.append("            {").append(literals(row)).append("},\n");
        }
        out.append("        };\n    }\n\n");
    }

    private static void helpers(StringBuilder out) {
        out.append("""
                    private static Property plain(String name, ValueType type) {
                        return new Property(name, type, false, List.of(), false, true, "", "");
                    }

                    private static Property word(String name, String... words) {
                        return new Property(name, ValueType.WORD, false, List.of(words), false, true, "", "");
                    }

                    private static Property property(
                            String name,
                            ValueType type,
                            boolean set,
                            boolean derived,
                            boolean readableByRules,
                            String unit,
                            String identifies,
                            String... words) {
                        return new Property(
                                name, type, set, List.of(words), derived, readableByRules, unit, identifies);
                    }

                    @SuppressWarnings("unchecked")
                    private static @Nullable List<String> list(@Nullable Object value) {
                        return (List<String>) value;
                    }

                    private static Object known(@Nullable Object value) {
                        if (value == null) {
                            throw new IllegalStateException("viewpoint and present are always known");
                        }
                        return value;
                    }
                """);
    }

    private static String literals(List<String> texts) {
        return String.join(", ", texts.stream().map(GeneratedSources::literal).toList());
    }

    private static String literal(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
