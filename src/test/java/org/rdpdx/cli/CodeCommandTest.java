package org.rdpdx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rdpdx.inquiry.CodeLookup;
import org.rdpdx.knowledge.Codes;
import org.rdpdx.rulebook.Rulebook;

class CodeCommandTest {

    private static Rulebook rulebook;

    @BeforeAll
    static void open() {
        rulebook = Rulebook.bundled();
    }

    @AfterAll
    static void close() {
        rulebook.close();
    }

    private static String told(String... codes) {
        Run run = Run.of(Stream.concat(Stream.of("code"), Stream.of(codes)).toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return run.out();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '@', textBlock = """
                    2308 @ 0x904 (2308) disconnectReasonAtClientWinsockFDCLOSE, Primary code of a Microsoft client
                    0x904 @ 0x904 (2308) disconnectReasonAtClientWinsockFDCLOSE, Primary code of a Microsoft client
                    -2146893022 @ 0x80090322 (2148074274, -2146893022) SEC_E_WRONG_PRINCIPAL, SSPI and Schannel status
                    2148074274 @ 0x80090322 (2148074274, -2146893022) SEC_E_WRONG_PRINCIPAL, SSPI and Schannel status
                    0x80090322 @ 0x80090322 (2148074274, -2146893022) SEC_E_WRONG_PRINCIPAL, SSPI and Schannel status
                    c000006d @ 0xC000006D (3221225581, -1073741715) STATUS_LOGON_FAILURE, NTSTATUS
                    STATUS_LOGON_FAILURE @ 0xC000006D (3221225581, -1073741715) STATUS_LOGON_FAILURE, NTSTATUS
                    status_logon_failure @ 0xC000006D (3221225581, -1073741715) STATUS_LOGON_FAILURE, NTSTATUS
                    Schannel/36870 @ Event 36870 of Schannel, logged by: host
                    schannel/36870 @ Event 36870 of Schannel, logged by: host
                    RdpCoreTS/131 @ Event 131 of Microsoft-Windows-RemoteDesktopServices-RdpCoreTS, logged by: host
                    0x80070040 @ 0x40 (64) ERROR_NETNAME_DELETED, Win32 error carried in 0x80070040
                    0xD000006D @ 0xC000006D (3221225581, -1073741715) STATUS_LOGON_FAILURE, NTSTATUS carried in 0xD000006D
                    """)
    void a_code_is_known_however_it_is_written(String code, String said) {
        assertThat(told(code).lines()).contains(said);
    }

    /** What official sources say of the pair, and that none of them explains it. */
    @ParameterizedTest
    @ValueSource(strings = {"0x904 0x7", "2308 7", "0x904/0x7", "0x904,0x7"})
    void the_best_known_pair_is_told_as_the_sources_tell_it(String pair) {
        assertThat(told(pair.split(" ")))
                .contains(
                        "Socket closed",
                        "The server denied the connection",
                        "No page of Microsoft explains this pair.",
                        "Articles about the box that this pair makes, none of which prints the codes, name as causes:",
                        "Limit-number-of-connections policy",
                        "machine-keys-unusable/code-pair: weak for it, by error == 0x904, extendedError == 0x7")
                .contains("Collect next");
    }

    @Test
    void two_codes_are_read_as_primary_and_extended() {
        assertThat(told("0x3", "0x5"))
                .contains("0x3 (3) disconnectReasonByServer, Primary code of a Microsoft client")
                .contains("Extended code of a Microsoft client")
                .doesNotContain("Win32 error");
    }

    @Test
    void a_rule_that_reads_a_code_is_told_with_its_strength_and_what_else_it_needs() {
        assertThat(told("Schannel/36870"))
                .contains("machine-keys-unusable/key-refused-now: decisive for it, by id == 36870")
                .contains("only with Event: viewpoint == \"host\"");
    }

    @Test
    void a_number_that_no_table_knows_gets_its_family_and_its_neighbours() {
        assertThat(told("0x9999"))
                .startsWith("0x9999 (39321): no table knows this one")
                .contains("Nearest that are known:");
        assertThat(told("0x80090399"))
                .contains("security support (SSPI, Schannel, cryptography) (documented)")
                .contains("SEC_E_");
        assertThat(told("0xC00009FF")).contains("NTSTATUS of the severity error (documented)", "STATUS_");
    }

    @Test
    void a_decimal_that_was_likely_meant_in_hexadecimal_is_named() {
        assertThat(told("904"))
                .startsWith(
                        "904 was read as decimal, which is 0x388 (904). Where a box says \"904\" without more, 0x904 is")
                .contains("likely");
    }

    @Test
    void an_event_that_is_not_known_gets_the_nearest_of_its_provider() {
        assertThat(told("Schannel/36889"))
                .startsWith("Schannel/36889: no table knows this one")
                .contains("Schannel/36888: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            value = {
                "code @ Missing required parameter: 'CODE'",
                "code STATUS_LOGIN_FAILURE @ nothing is known by the name \"STATUS_LOGIN_FAILURE\"; did you mean \"STATUS_LOGON_FAILURE\"?",
                "code zzzz @ nothing is known by the name \"zzzz\"; write a number (0x904, 2308), a name (STATUS_LOGON_FAILURE) or an event (Schannel/36870)",
                "code 99999999999 @ nothing is known by the name \"99999999999\"; write a number (0x904, 2308), a name (STATUS_LOGON_FAILURE) or an event (Schannel/36870)",
                "code --frmat json @ there is no option \"--frmat\" here; did you mean \"--format\"?",
                "code 0x904 --format yaml @ there is no format \"yaml\"; the formats are text, json"
            })
    void a_slip_is_named(String command, String said) {
        Run run = Run.of(command.split(" "));

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.errors()).first().isEqualTo(said);
    }

    /** Everything that the catalogue knows is answered by what it knows, by number and by name, and as its schema says. */
    @Test
    void every_code_of_the_catalogue_is_answered() throws IOException {
        Codes codes = rulebook.codes();
        int answered = 0;
        for (Codes.Table table : codes.tables()) {
            for (Codes.Code code : table.codes()) {
                if (code.number().isPresent()) {
                    String hexadecimal = Codes.hexadecimal(code.number().getAsLong());
                    assertThat(CodeLookup.of(List.of(hexadecimal), rulebook)
                                    .asked()
                                    .get(0)
                                    .found())
                            .anySatisfy(found -> assertThat(found.code()).isEqualTo(code));
                    answered++;
                }
                if (!code.symbol().isEmpty() && CodeLookupNames.isName(code.symbol())) {
                    assertThat(CodeLookup.of(List.of(code.symbol()), rulebook)
                                    .asked()
                                    .get(0)
                                    .found())
                            .anySatisfy(found -> assertThat(found.code()).isEqualTo(code));
                }
            }
        }
        for (Codes.Event event : codes.events()) {
            String word = event.provider() + "/" + event.id();
            assertThat(CodeLookup.of(List.of(word), rulebook).asked().get(0).events())
                    .contains(event);
            answered++;
        }
        assertThat(answered).isGreaterThan(830);
    }

    private static final class CodeLookupNames {
        /** A symbol that is written like a number or an event is found by that. */
        static boolean isName(String symbol) {
            return !symbol.matches("-?\\d+|0x.*|[0-9a-fA-F]{8}|.*/\\d+");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0x904 0x7",
                "904",
                "0x80070040",
                "Schannel/36870",
                "Schannel/36999",
                "0xC00009FF",
                "STATUS_LOGON_FAILURE"
            })
    void its_json_is_what_the_schema_says(String codes) throws IOException {
        Run run = Run.of(Stream.of("code " + codes + " --format json")
                .flatMap(line -> Stream.of(line.split(" ")))
                .toArray(String[]::new));

        assertThat(run.code()).isZero();
        assertThat(schema().validate(new ObjectMapper().readTree(run.out()))).isEmpty();
    }

    private static JsonSchema schema() {
        try (InputStream in = Codes.class.getResourceAsStream("/org/rdpdx/report/answers.schema.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
