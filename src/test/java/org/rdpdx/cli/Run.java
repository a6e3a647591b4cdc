package org.rdpdx.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What a run of the command came to.
 *
 * @param code exit code
 * @param out what it printed
 * @param err what it said about it
 */
record Run(int code, String out, String err) {

    /** At half past nine on the day of the other samples. */
    static final Clock MORNING = Clock.fixed(Instant.parse("2026-11-20T09:30:00.123Z"), ZoneOffset.UTC);

    static Run of(String... arguments) {
        return reading(InputStream.nullInputStream(), arguments);
    }

    static Run with(String input, String... arguments) {
        return reading(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), arguments);
    }

    static Run reading(InputStream in, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(arguments, in, out, err, MORNING);
        return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    List<String> errors() {
        return err.lines().toList();
    }
}
