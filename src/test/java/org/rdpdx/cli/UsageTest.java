package org.rdpdx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was not understood is said in a line or two, with what may have been meant, and nothing is done. */
class UsageTest {

    private static final String FIRST = "facts-samples/first.yaml";

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "diagnos x.yaml @ there is no command \"diagnos\"; did you mean \"diagnose\"?",
                "diagnose --fromat json x.yaml @ there is no option \"--fromat\" here; did you mean \"--format\"?",
                "diagnose --faill-on likely x.yaml @ there is no option \"--faill-on\" here; did you mean \"--fail-on\"?",
                "diagnose --quiet x.yaml @ there is no option \"--quiet\" here; leave it out",
                "frobnicate @ there is no command \"frobnicate\"; name one of those there are",
                "facts frobnicate @ there is no command \"frobnicate\"; name one of those there are",
                "ask a.yaml b.yaml @ \"b.yaml\" is one word too many",
                "next a.yaml b.yaml @ \"b.yaml\" is one word too many",
                "facts list nla certificate @ \"certificate\" is one word too many",
                "rules check rules/v1 ours @ \"ours\" is one word too many",
                "diagnose @ Missing required parameter: 'FILE'",
                "verify @ Missing required options: '--before=FILE', '--after=FILE'",
                "verify --before a.yaml @ Missing required option: '--after=FILE'",
                "verify --after b.yaml @ Missing required option: '--before=FILE'",
                "facts lst @ there is no command \"lst\"; did you mean \"list\"?",
                "rules list --aera certificate @ there is no option \"--aera\" here; did you mean \"--area\"?",
            })
    void a_word_that_is_not_known_is_named_with_what_may_have_been_meant(String command, String said) {
        Run run = Run.of(command.split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.errors()).hasSize(2).first().isEqualTo(said);
        assertThat(run.errors().get(1)).matches("\"rdpdx( \\w+)* -h\" shows what can be given");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "diagnose --format jsn " + FIRST + " @ there is no format \"jsn\"; the formats are text, json",
                "diagnose --fail-on likly " + FIRST
                        + " @ there is no likelihood \"likly\" to fail on; there are possible, likely, confirmed",
                "diagnose --fail-on unlikely " + FIRST
                        + " @ there is no likelihood \"unlikely\" to fail on; there are possible, likely, confirmed",
                "verify --before " + FIRST + " --after facts-samples/cured.yaml"
                        + " --format jsn @ there is no format \"jsn\"; the formats are text, json",
                "verify --before a.yaml --before " + FIRST + " --after " + FIRST + " @ " + FIRST
                        + " is named both for --before and for --after, and what is compared with itself tells nothing; name two files",
                "rules check rules/v1 --rules bundled @ give the folder or --rules, not both",
                "verify --before - --after - @ standard input can be read once, for --before or for --after",
                "facts list certificat @ there is no kind of fact \"certificat\"; did you mean \"certificate\" or \"certificateChecks\"?",
                "facts list zzz @ there is no kind of fact \"zzz\"; \"rdpdx facts list\" shows all",
                "facts template --for host-certificate-expird @ there is no diagnosis \"host-certificate-expird\"; did you mean \"host-certificate-expired\"?",
                "facts script --for host-certificate-expird @ there is no diagnosis \"host-certificate-expird\"; did you mean \"host-certificate-expired\"?",
                "facts script --on hots @ there is no viewpoint \"hots\"; there are client, host, gateway, broker, licenseServer, domain, profileServer, network, platform",
                "rules test host-certificate-expird @ there is no diagnosis \"host-certificate-expird\"; did you mean \"host-certificate-expired\"?",
                "rules test zzz @ there is no diagnosis \"zzz\"; \"rdpdx rules list\" shows all",
                "rules list --area certificat @ there is no area \"certificat\"; did you mean \"certificate\"?",
                "facts @ name what to do with facts: list, schema, check, template or script",
                "rules @ name what to do with the rules; \"rdpdx rules -h\" lists it",
                "diagnose --rules rules/v1 --rules bundled " + FIRST
                        + " @ \"bundled\" must be the first of the --rules, since the others are laid over it",
                "diagnose --rules bundled --rules bundled " + FIRST + " @ \"bundled\" can be given once",
            })
    void a_value_that_is_not_known_is_named_with_those_that_are(String command, String said) {
        Run run = Run.of(command.split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.errors()).containsExactly(said);
    }

    @Test
    void a_folder_without_a_fact_file_is_a_slip(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "not a fact file");

        Run diagnosed = Run.of("diagnose", folder.toString());
        Run checked = Run.of("facts", "check", folder.toString());

        assertThat(diagnosed).isEqualTo(checked);
        assertThat(diagnosed.code()).isEqualTo(2);
        assertThat(diagnosed.errors()).containsExactly("there is no fact file in " + folder);
    }
}
