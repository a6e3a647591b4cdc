package org.rdpdx.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Fact files to learn from, and the schema by which an editor helps to write them. */
class SamplesTest {

    private static final Path SAMPLES = Path.of("facts-samples");
    private static final Path SCHEMA = SAMPLES.resolve("facts.schema.json");
    private static final String FIRST_LINE = "# yaml-language-server: $schema=facts.schema.json";

    private static final List<Path> OURS = List.of(
            SAMPLES.resolve("every-fact.yaml"), SAMPLES.resolve("absence.yaml"), SAMPLES.resolve("design-sample.yaml"));

    @Test
    void every_sample_is_read_without_a_problem_and_shows_its_schema_to_editors() throws IOException {
        for (Path sample : OURS) {
            assertThat(FactFile.read(List.of(sample))).hasSize(1);
            assertThat(Files.readAllLines(sample).get(0)).isEqualTo(FIRST_LINE);
        }
    }

    @Test
    void one_sample_names_every_kind_and_every_property_that_can_be_written() {
        CaseFacts facts =
                FactFile.read(List.of(SAMPLES.resolve("every-fact.yaml"))).get(0);
        Set<String> said = new TreeSet<>();
        for (Fact fact : facts.facts()) {
            for (Property property : fact.factKind().ownProperties()) {
                if (fact.value(property.name()) != null) {
                    said.add(fact.factKind() + "." + property.name());
                }
            }
        }

        Set<String> known = new TreeSet<>();
        for (Kind kind : Vocabulary.kinds()) {
            for (Property property : kind.ownProperties()) {
                if (!kind.deduced()) {
                    known.add(kind + "." + property.name());
                }
            }
        }
        assertThat(said).isEqualTo(known);
    }

    @Test
    void the_schema_is_what_the_vocabulary_says() throws IOException {
        String schema = schema();
        if (Boolean.getBoolean("rewrite")) {
            Files.writeString(SCHEMA, schema);
        }

        assertThat(SCHEMA)
                .as("run with -Drewrite=true after a change of the vocabulary")
                .hasContent(schema);
        assertThat(schema()).isEqualTo(schema);
    }

    @Test
    void every_right_file_is_right_by_the_schema_too() throws IOException {
        JsonSchema schema = validator();
        List<Path> files = new ArrayList<>(OURS);
        try (Stream<Path> real = Files.list(Path.of("src/test/resources/real"))) {
            files.addAll(real.sorted().toList());
        }

        for (Path file : files) {
            assertThat(schema.validate(tree(file))).as(file.toString()).isEmpty();
        }
    }

    @Test
    void what_is_wrong_in_its_form_is_wrong_by_the_schema_too() throws IOException {
        JsonSchema schema = validator();
        List<String> wrongInForm = List.of(
                "key-misspelt",
                "key-unknown-at-top",
                "kind-misspelt",
                "kind-at-wrong-viewpoint",
                "word-misspelt",
                "flag-yes",
                "number-with-comma",
                "code-without-prefix",
                "time-without-offset",
                "clock",
                "display-name",
                "thumbprint-too-short",
                "token-as-product-name",
                "nothing-is-written",
                "absent-with-more",
                "absent-what-cannot-be",
                "list-of-things-empty",
                "map-empty",
                "list-where-one",
                "map-where-value",
                "identity-missing",
                "event-without-source",
                "viewpoint-that-is-always-there",
                "derived-is-written",
                "source",
                "collected",
                "case-is-a-list");

        for (String name : wrongInForm) {
            Path file = Path.of("src/test/resources/facts/wrong", name + ".yaml");
            assertThat(schema.validate(tree(file))).as(name).isNotEmpty();
        }
    }

    @Test
    void the_schema_knows_every_key_that_the_vocabulary_names_beside_the_kinds() throws IOException {
        String schema = schema();

        assertThat(VocabularyFiles.read(Path.of("rules/v1")).fileKeys())
                .isNotEmpty()
                .allSatisfy(key -> assertThat(schema).contains("\"" + key + "\" : {"));
    }

    @Test
    void the_schema_describes_what_things_mean() throws IOException {
        assertThat(schema()).contains("\"description\" : \"Service or kernel driver by its service name");
    }

    private static String schema() throws IOException {
        StringWriter out = new StringWriter();
        FactSchema.writeTo(out, kind -> {
            try {
                return CollectingTest.of(kind);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return out.toString();
    }

    private static JsonSchema validator() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema());
    }

    private static JsonNode tree(Path file) throws IOException {
        return new ObjectMapper(new YAMLFactory()).readTree(Files.readAllBytes(file));
    }
}
