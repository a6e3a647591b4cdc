package org.rdpdx.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CollectingTest {

    @Test
    void every_property_that_can_be_written_has_a_meaning_and_a_way_to_observe_it() throws IOException {
        for (Kind kind : Vocabulary.kinds()) {
            Collecting about = of(kind);

            assertThat(about.meaning()).isNotEmpty();
            for (Property property : kind.ownProperties()) {
                assertThat(about.meaning(property.name())).isNotEmpty();
                assertThat(about.ways(property.name()).isEmpty())
                        .as(kind + "." + property.name())
                        .isEqualTo(property.derived() || kind.deduced());
            }
            assertThat(about.ways()).allSatisfy(way -> {
                assertThat(way.command().isEmpty()).isNotEqualTo(way.ask().isEmpty());
                assertThat(way.seconds()).isPositive();
            });
        }
    }

    @Test
    void a_property_names_its_ways_and_else_has_the_first() throws IOException {
        Collecting service = of(Vocabulary.require("services"));
        Collecting attempt = of(Vocabulary.require("attempt"));

        assertThat(service.ways("state")).extracting(CollectWay::name).containsExactly("main");
        assertThat(service.ways("dll")).extracting(CollectWay::name).containsExactly("dll");
        assertThat(attempt.ways("error")).extracting(CollectWay::name).containsExactly("ask", "log");
        assertThat(service.ways("dll").get(0).command()).startsWith("(Get-ItemProperty");
    }

    @Test
    void a_script_observes_at_some_or_all_viewpoints_of_its_kind_what_a_command_does() throws IOException {
        for (Kind kind : Vocabulary.kinds()) {
            Collecting about = of(kind);
            for (String viewpoint : kind.viewpoints()) {
                assertThat(about.scripts(viewpoint)).allSatisfy(script -> {
                    assertThat(script.gives()).isNotEmpty();
                    assertThat(script.block()).isNotEmpty();
                    assertThat(about.ways())
                            .filteredOn(way -> way.name().equals(script.way()))
                            .allSatisfy(way -> assertThat(way.changes()).isEmpty());
                });
            }
        }
        Collecting certificate = of(Vocabulary.require("certificate"));
        assertThat(certificate.scripts("host")).extracting(CollectScript::way).containsExactly("main", "key", "dump");
        assertThat(certificate.scripts("gateway")).isEmpty();
        assertThat(of(Vocabulary.require("attempt")).scripts(Vocabulary.TOP)).isEmpty();
    }

    @Test
    void what_is_not_on_the_class_path_has_nothing_said_about_it() {
        Kind known = Vocabulary.require("nla");
        boolean bundled = Collecting.class.getResource("/org/rdpdx/rules/v1/facts/nla.yaml") != null;

        assertThat(Collecting.of(known).meaning().isEmpty()).isNotEqualTo(bundled);
        assertThat(Collecting.of(known).ways("no-such-property")).isEmpty();
    }

    static Collecting of(Kind kind) throws IOException {
        Path file = Path.of("rules/v1/facts", kind.key() + ".yaml");
        return Collecting.read(file.toString(), Files.readAllBytes(file));
    }
}
