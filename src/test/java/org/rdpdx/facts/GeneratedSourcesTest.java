package org.rdpdx.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;
import org.rdpdx.facts.VocabularyFiles.KindFile;
import org.rdpdx.facts.VocabularyFiles.PropertyFile;

/** The vocabulary's files, the code made from them and the words that both use. */
class GeneratedSourcesTest {

    private static final Path RULES = Path.of("rules/v1");
    private static final Path SOURCES = Path.of("src/main/java");

    private final VocabularyFiles vocabulary = VocabularyFiles.read(RULES);

    @Test
    void the_code_is_what_the_vocabulary_says() throws IOException {
        Map<String, String> made = GeneratedSources.of(RULES);
        if (Boolean.getBoolean("rewrite")) {
            GeneratedSources.write(made, SOURCES);
        }

        for (Map.Entry<String, String> source : made.entrySet()) {
            assertThat(SOURCES.resolve(source.getKey()))
                    .as("run with -Drewrite=true after a change of the vocabulary")
                    .hasContent(source.getValue());
        }
        try (Stream<Path> files = Files.list(SOURCES.resolve("org/rdpdx/facts/kind"))) {
            assertThat(files.map(file -> "org/rdpdx/facts/kind/" + file.getFileName()))
                    .allSatisfy(file -> assertThat(made).containsKey(file));
        }
    }

    @Test
    void every_kind_has_a_file_and_every_file_its_place_in_the_order() {
        assertThat(vocabulary.kinds())
                .extracting(KindFile::key)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(VocabularyFiles.kindFiles(RULES));
    }

    @Test
    void the_types_of_the_files_are_those_of_the_code() {
        assertThat(vocabulary.types())
                .containsExactlyElementsOf(
                        Arrays.stream(ValueType.values()).map(ValueType::key).toList());
    }

    @Test
    void the_table_says_what_the_files_say() {
        assertThat(Vocabulary.kinds())
                .extracting(Kind::key)
                .containsExactlyElementsOf(
                        vocabulary.kinds().stream().map(KindFile::key).toList());
        for (KindFile file : vocabulary.kinds()) {
            Kind kind = Vocabulary.require(file.key());
            assertThat(kind.ownProperties())
                    .extracting(Property::name)
                    .containsExactlyElementsOf(
                            file.properties().stream().map(PropertyFile::name).toList());
            for (PropertyFile property : file.properties()) {
                Property known = kind.property(property.name()).orElseThrow();
                assertThat(known.type().key()).isEqualTo(property.type());
                assertThat(known.set()).isEqualTo(property.set());
                assertThat(known.words()).isEqualTo(property.words());
                assertThat(known.derived()).isEqualTo(property.derived());
                assertThat(known.readableByRules()).isEqualTo(property.rules());
                assertThat(known.unit()).isEqualTo(property.unit());
                assertThat(known.identifies()).isEqualTo(property.identifies());
            }
        }
        assertThat(Vocabulary.viewpoints()).isEqualTo(vocabulary.viewpoints());
        assertThat(Vocabulary.principals()).isEqualTo(vocabulary.principals());
    }

    @Test
    void every_record_has_the_components_of_its_kind() throws ClassNotFoundException {
        for (Kind kind : Vocabulary.kinds()) {
            Class<?> type = Class.forName(kind.className());

            assertThat(type.getRecordComponents())
                    .extracting(component ->
                            component.getName() + " " + component.getType().getSimpleName())
                    .containsExactlyElementsOf(kind.properties().stream()
                            .map(property ->
                                    property.name() + " " + property.javaType().getSimpleName())
                            .toList());
        }
    }

    @Test
    void every_property_can_be_read_by_its_place_and_by_its_name() {
        for (Kind kind : Vocabulary.kinds()) {
            Object[] values = new Object[kind.properties().size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = example(kind.properties().get(i));
            }

            Fact fact = Vocabulary.create(kind, values);

            assertThat(fact.factKind()).isSameAs(kind);
            for (int i = 0; i < values.length; i++) {
                assertThat(fact.value(i)).isEqualTo(values[i]);
                assertThat(fact.value(kind.properties().get(i).name())).isEqualTo(values[i]);
            }
            assertThat(Vocabulary.create(kind, values)).isEqualTo(fact).hasSameHashCodeAs(fact);
        }
    }

    private static Object example(Property property) {
        Object one = (Object)
                switch (property.type()) {
                    case FLAG -> true;
                    case INT -> 7;
                    case NUMBER -> 1.5;
                    case CODE -> 0x904;
                    case TIME -> TimeSpan.parse("2026").orElseThrow();
                    case TEXT, NAME, TOKEN, WORD, CLOCK, PRINCIPAL, THUMBPRINT, PATH, MESSAGE -> "x";
                };
        return property.set() ? List.of(one) : one;
    }

    /** A word that YAML 1.1 takes for a flag or for nothing would be damaged by every other tool that reads the file. */
    @Test
    void no_word_is_one_that_yaml_takes_for_something_else() {
        List<String> words = new ArrayList<>();
        for (KindFile kind : vocabulary.kinds()) {
            words.add(kind.key());
            for (PropertyFile property : kind.properties()) {
                words.add(property.name());
                words.addAll(property.words());
            }
        }

        assertThat(words).doesNotContain("on", "off", "yes", "no", "y", "n", "true", "false", "null", "none-of-these");
    }

    @Test
    void no_property_is_a_word_of_java() {
        for (KindFile kind : vocabulary.kinds()) {
            assertThat(kind.properties())
                    .extracting(PropertyFile::name)
                    .noneMatch(SourceVersion::isKeyword)
                    .doesNotContain(Kind.VIEWPOINT, Kind.PRESENT, "factKind", "absent", "hashCode", "toString");
        }
    }

    @Test
    void words_of_one_property_are_different_and_written_in_one_way() {
        for (KindFile kind : vocabulary.kinds()) {
            for (PropertyFile property : kind.properties()) {
                assertThat(property.words()).doesNotHaveDuplicates();
                assertThat(property.type().equals("word"))
                        .isEqualTo(!property.words().isEmpty());
                // the names of logon rights are Windows' own
                assertThat(property.words())
                        .allMatch(word -> word.matches("[a-z0-9]+([-.][a-z0-9]+)*") || word.startsWith("Se"));
            }
        }
    }

    @Test
    void a_list_of_things_says_which_thing_and_only_what_is_there_once_does_not() {
        for (KindFile kind : vocabulary.kinds()) {
            assertThat(kind.identity().isEmpty())
                    .as(kind.key())
                    .isEqualTo(kind.shape().equals("one"));
            assertThat(kind.viewpoints().isEmpty()).as(kind.key()).isEqualTo(kind.deduced());
            assertThat(kind.commands().isEmpty()).as(kind.key()).isEqualTo(kind.deduced());
            if (!kind.viewpoints().equals(List.of(Vocabulary.TOP))) {
                assertThat(vocabulary.viewpoints()).containsAll(kind.viewpoints());
            }
        }
    }

    @Test
    void every_home_of_a_registry_value_is_a_value_that_the_property_can_have() {
        for (RegistryHome home : VocabularyTable.homes()) {
            Kind kind = Vocabulary.require(home.kind());
            Property property = kind.property(home.property()).orElseThrow();
            assertThat(home.key())
                    .startsWith("hklm\\")
                    .isEqualTo(RegistryKeys.normal(home.key()).toLowerCase(java.util.Locale.ROOT));
            if (home.values().isEmpty()) {
                assertThat(property.type()).isEqualTo(ValueType.INT);
            }
            for (int i = 1; i < home.values().size(); i += 2) {
                String word = home.values().get(i);
                assertThat(property.type() == ValueType.FLAG ? List.of("true", "false") : property.words())
                        .contains(word);
            }
            for (int i = 0; i < home.entry().size(); i += 2) {
                assertThat(kind.identity()).contains(home.entry().get(i));
            }
            if (home.policy()) {
                assertThat(kind.property(home.owner()).orElseThrow().words()).contains("policy");
            }
            assertThat(Vocabulary.require("registryValues").viewpoints()).containsAnyElementsOf(kind.viewpoints());
        }
    }
}
