package org.rdpdx.input;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Bytes to text. Windows PowerShell 5.1 writes UTF-16 unless it is told otherwise, so that is read too. */
final class Encoding {

    private Encoding() {}

    /** The text without its byte order mark; nothing, and a problem, if some bytes are no text. */
    static Optional<String> decode(String fileName, byte[] bytes, List<Problem> problems) {
        Charset charset = charsetOf(bytes);
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (!result.isError()) {
            result = decoder.flush(out);
        }
        String text = out.flip().toString();
        if (!text.isEmpty() && text.charAt(0) == '\uFEFF') {
            text = text.substring(1);
        }
        if (result.isError()) {
            problems.add(Problem.of(ProblemCode.NOT_TEXT, endOf(fileName, text), charset.name()));
            return Optional.empty();
        }
        return Optional.of(text);
    }

    private static Charset charsetOf(byte[] bytes) {
        int first = bytes.length > 0 ? bytes[0] & 0xFF : -1;
        int second = bytes.length > 1 ? bytes[1] & 0xFF : -1;
        if ((first == 0xFF && second == 0xFE) || (first > 0 && second == 0)) {
            return StandardCharsets.UTF_16LE;
        }
        if ((first == 0xFE && second == 0xFF) || (first == 0 && second > 0)) {
            return StandardCharsets.UTF_16BE;
        }
        return StandardCharsets.UTF_8;
    }

    private static Place endOf(String fileName, String text) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i++) {
            column++;
            if (text.charAt(i) == '\n') {
                line++;
                column = 1;
            }
        }
        return new Place(fileName, line, column);
    }
}
