package org.rdpdx.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DialogsTest {

    @Test
    void every_dialog_is_recognised_by_its_id_and_by_its_words() {
        assertThat(Vocabulary.messages()).hasSizeGreaterThan(40);
        Vocabulary.messages().forEach((id, text) -> {
            assertThat(Vocabulary.message(id)).contains(id);
            assertThat(Vocabulary.message("Remote Desktop Connection: " + text + " (see details)"))
                    .contains(id);
        });
    }

    @Test
    void every_text_of_every_language_leads_to_its_own_dialog() {
        for (String[] row : VocabularyTable.messages()) {
            assertThat(Vocabulary.message(row[2])).as(row[2]).contains(row[0]);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AN INTERNAL ERROR   HAS OCCURRED | internal-error",
                "An authentication error has occurred. The Local Security Authority cannot be contacted | lsa-not-contacted",
                "An authentication error has occurred. The function requested is not supported. This could be due to CredSSP encryption oracle remediation. | credssp-oracle",
                "An authentication error has occurred. Code: 0x80004005 | authentication-error",
                "This computer can’t connect to the remote computer. | cannot-connect",
                "Remote Desktop can't connect to the remote computer for one of these reasons: 1) | not-enabled-or-unreachable",
                "Because of a protocol error, this session will be disconnected. | protocol-error",
                "To sign in remotely, you need the right to sign in through Remote Desktop Services. By default | not-authorized-remotely",
                "The security database on the server does not have a computer account for this workstation trust relationship. | trust-relationship-failed",
                "Your Remote Desktop Services session has ended. Another user connected to the remote computer, so your connection was lost. | replaced-by-other-connection",
                "Your Remote Desktop Services session ended because the remote computer didn’t receive any input from you. | idle-limit-reached",
            })
    void the_longest_words_found_decide(String text, String id) {
        assertThat(Vocabulary.message(text)).contains(id);
    }

    @Test
    void other_texts_are_not_recognised() {
        assertThat(Vocabulary.message("Have you tried turning it off and on again?"))
                .isEmpty();
        assertThat(Vocabulary.message("")).isEmpty();
    }
}
