package org.rdpdx.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rdpdx.SmallRulebook;
import org.rdpdx.SmallRulebook.Way;
import org.rdpdx.facts.FactFile;
import org.rdpdx.input.Problem;
import org.rdpdx.knowledge.Knowledge;
import org.rdpdx.knowledge.Layer;

/**
 * The schemas by which editors help say of a file what our own readers say. {@code src/test/resources/schema} holds files of
 * every sort: those in {@code good} both accept, those in {@code bad} are bad in one way, and both refuse them.
 *
 * <p>What no schema can say is not in that set: that a step, a diagnosis, a rule or a fact that is named exists ({@code use},
 * {@code needs}, {@code lookAlikes}, {@code explains}, {@code ways}, {@code rule}, {@code because}), that an id is used once
 * or retired, that a step needs itself in a circle, that facts contradict each other, that a day such as 2026-02-30 exists,
 * and how a number is spelled where YAML has read it already.
 */
class RuleSchemaTest {

    private static final Path SHIPPED = Path.of("rules/v1");
    private static final Path STORED = SHIPPED.resolve("_schema");
    private static final Path SET = Path.of("src/test/resources/schema");
    private static final Map<String, JsonSchema> SCHEMAS = new TreeMap<>();
    private static final Map<String, String> PLACES = Map.of(
            "card", "area/works/diagnosis.yaml",
            "cases", "area/works/cases.yaml",
            "step", "steps/look.yaml",
            "rulebook", "rulebook.yaml",
            "retired", "retired.yaml");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static JsonSchema schema(String name) {
        return SCHEMAS.computeIfAbsent(name, any -> JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaLocation.of(
                        STORED.resolve(name + ".schema.json").toUri().toString())));
    }

    private static JsonNode tree(Path file) throws IOException {
        return new ObjectMapper(new YAMLFactory()).readTree(Files.readAllBytes(file));
    }

    private static boolean isGoodBySchema(String kind, Path file) throws IOException {
        return schema(kind).validate(tree(file)).isEmpty();
    }

    private List<Problem> problems(String kind, Path file) throws IOException {
        List<Problem> problems = new ArrayList<>();
        if (kind.equals("facts")) {
            problems.addAll(FactFile.readAll(List.of(file), java.io.InputStream.nullInputStream())
                    .problems());
            return problems;
        }
        Path rules = SmallRulebook.in(folder)
                .step("look", "class: check")
                .step("look-again", "class: check")
                .cause("works", List.of(), Way.of("strong", "A"))
                .cause("other", List.of(), Way.of("strong", "B"))
                .written();
        Path place = rules.resolve(PLACES.get(kind));
        Files.writeString(place, Files.readString(file));
        Knowledge.read(List.of(Layer.of(rules, problems)), problems);
        return problems;
    }

    private static Stream<Path> set() throws IOException {
        try (Stream<Path> files = Files.walk(SET)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("set")
    void schema_and_reader_agree_on(Path file) throws IOException {
        boolean good = SET.relativize(file).startsWith("good");
        String kind = SET.relativize(file).getName(1).toString();

        List<Problem> problems = problems(kind, file);

        assertThat(problems.isEmpty()).as(problems.toString()).isEqualTo(good);
        assertThat(isGoodBySchema(kind, file))
                .as(schema(kind).validate(tree(file)).toString())
                .isEqualTo(good);
        // bad in one way; what is wrong may leave something else empty
        assertThat(problems.stream().map(Problem::code).distinct()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void the_set_holds_good_and_bad_files_of_every_sort() throws IOException {
        Map<String, Integer> counts = new TreeMap<>();
        Set<String> sorts = new TreeSet<>();
        set().map(SET::relativize).forEach(file -> {
            counts.merge(file.getName(0).toString(), 1, Integer::sum);
            sorts.add(file.getName(0) + "/" + file.getName(1));
        });

        assertThat(counts.get("good")).isGreaterThanOrEqualTo(60);
        assertThat(counts.get("bad")).isGreaterThanOrEqualTo(80);
        for (String name : RuleSchema.names()) {
            assertThat(sorts).contains("good/" + name, "bad/" + name);
        }
    }

    @Test
    void every_file_that_is_shipped_is_right_by_its_schema() throws IOException {
        int seen = 0;
        for (Path file : Layer.of(SHIPPED, new ArrayList<>()).files().keySet().stream()
                .map(SHIPPED::resolve)
                .toList()) {
            String kind = kind(SHIPPED.relativize(file).toString());
            if (!kind.isEmpty()) {
                assertThat(schema(kind).validate(tree(file)))
                        .as(file.toString())
                        .isEmpty();
                seen++;
            }
        }
        assertThat(seen).isGreaterThan(100);
    }

    private static String kind(String path) {
        if (path.startsWith("steps/")) {
            return "step";
        }
        if (path.endsWith("/diagnosis.yaml")) {
            return "card";
        }
        if (path.endsWith("/cases.yaml")) {
            return "cases";
        }
        return path.equals("rulebook.yaml") || path.equals("retired.yaml") ? path.replace(".yaml", "") : "";
    }

    @Test
    void the_stored_schemas_are_the_ones_that_are_made() throws IOException {
        if (Boolean.getBoolean("rewrite")) {
            RuleSchema.writeTo(STORED);
        }

        for (String name : RuleSchema.names()) {
            StringWriter made = new StringWriter();
            RuleSchema.write(name, made);
            assertThat(STORED.resolve(name + ".schema.json"))
                    .as("run with -Drewrite=true after a change of what is read")
                    .hasContent(made.toString());
        }
        try (Stream<Path> files = Files.list(STORED)) {
            assertThat(files).hasSize(RuleSchema.names().size());
        }
    }

    @Test
    void every_schema_is_right_by_the_schema_of_schemas() throws IOException {
        JsonSchema meta = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(SchemaLocation.of(SchemaId.V202012));

        for (String name : RuleSchema.names()) {
            JsonNode schema = new ObjectMapper()
                    .readTree(STORED.resolve(name + ".schema.json").toFile());
            assertThat(meta.validate(schema)).as(name).isEmpty();
        }
        assertThat(meta.validate(new ObjectMapper().readTree("{ \"type\": \"text\" }")))
                .isNotEmpty();
    }

    @Test
    void schemas_that_are_there_already_are_left_as_they_are_and_others_are_written_anew() throws IOException {
        Path target = folder.resolve("deep/_schema");

        List<Path> written = RuleSchema.writeTo(target);
        Files.writeString(target.resolve("card.schema.json"), "{ old");
        RuleSchema.writeTo(target);

        assertThat(written).hasSize(RuleSchema.names().size()).allSatisfy(file -> assertThat(file)
                .hasSameTextualContentAs(STORED.resolve(file.getFileName().toString())));
        try (Stream<Path> files = Files.list(target)) {
            assertThat(files).hasSize(written.size());
        }
    }
}
