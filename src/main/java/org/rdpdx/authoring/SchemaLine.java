package org.rdpdx.authoring;

import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The line by which editors know what a file is: that of the template's file of the same name, seen from where it is to stand. */
final class SchemaLine {

    private static final Pattern LINE = Pattern.compile("(?m)^# yaml-language-server: \\$schema=(\\S+)");
    private static final Pattern STEP = Pattern.compile("steps/[^/]+\\.yaml");
    private static final String TEMPLATE = "_template/";

    private SchemaLine() {}

    /**
     * The line for a file.
     *
     * @param path of the file inside the rulebook
     * @param files of the rulebook, by path
     */
    static Optional<String> of(String path, SortedMap<String, Checked.SourceFile> files) {
        boolean step = STEP.matcher(path).matches();
        String model = step ? "diagnosis.yaml" : path.substring(path.lastIndexOf('/') + 1);
        Checked.SourceFile template = files.get(TEMPLATE + model);
        if (template == null || !path.endsWith(".yaml")) {
            return Optional.empty();
        }
        int deeper = (int) path.chars().filter(c -> c == '/').count() - 1;
        // the template has no step; its schema lies beside that of the card
        return in(template.text())
                .map(line -> moved(step ? line.replaceFirst("[^/]*$", "step.schema.json") : line, deeper));
    }

    /** The line in a text of the template. */
    static Optional<String> in(String text) {
        Matcher line = LINE.matcher(text);
        return line.find() ? Optional.of(line.group()) : Optional.empty();
    }

    /** A line of the template, for a file that lies that many folders deeper. */
    static String moved(String line, int deeper) {
        return line.replaceFirst("\\$schema=(?=\\.\\.?/)", "\\$schema=" + "../".repeat(Math.max(0, deeper)));
    }

    static boolean isIn(String text) {
        return text.contains("# yaml-language-server:");
    }
}
