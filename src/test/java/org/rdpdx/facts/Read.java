package org.rdpdx.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads fact files that a test writes down. */
final class Read {

    private Read() {}

    static FactFile.ReadResult text(String text) {
        InputStream in = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return FactFile.readAll(List.of(FactFile.STANDARD_INPUT), in);
    }

    static CaseFacts one(String text) {
        FactFile.ReadResult result = text(text);
        assertThat(result.problems()).isEmpty();
        assertThat(result.cases()).hasSize(1);
        return result.cases().get(0);
    }

    static List<String> problems(String text) {
        return text(text).problems().stream().map(Object::toString).toList();
    }
}
