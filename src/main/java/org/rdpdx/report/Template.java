package org.rdpdx.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with gaps: <code>{0}</code> is the first argument, <code>{*}</code> all of them in quotes, joined as words of a
 * choice. Where a gap stands in double quotes and its argument holds some itself, single ones are written.
 */
final class Template {

    private static final Pattern GAP = Pattern.compile("\"\\{(\\d)}\"|\\{(\\d|\\*)}");

    private Template() {}

    static String fill(String template, List<String> arguments, String or) {
        StringBuilder text = new StringBuilder();
        Matcher gap = GAP.matcher(template);
        while (gap.find()) {
            gap.appendReplacement(text, Matcher.quoteReplacement(filled(gap, template, arguments, or)));
        }
        return gap.appendTail(text).toString();
    }

    private static String filled(Matcher gap, String template, List<String> arguments, String or) {
        if (gap.group(1) != null) {
            return quoted(argument(template, arguments, gap.group(1)));
        }
        if (gap.group(2).equals("*")) {
            return choice(arguments, or);
        }
        return argument(template, arguments, gap.group(2));
    }

    private static String argument(String template, List<String> arguments, String number) {
        int index = Integer.parseInt(number);
        if (index >= arguments.size()) {
            throw new IllegalStateException("no argument " + index + " for: " + template);
        }
        return arguments.get(index);
    }

    /** {@code "a"}, {@code "a" or "b"}, {@code "a", "b" or "c"}. */
    private static String choice(List<String> words, String or) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words.size(); i++) {
            boolean last = i == words.size() - 1;
            text.append(i == 0 ? "" : last ? " " + or + " " : ", ").append(quoted(words.get(i)));
        }
        return text.toString();
    }

    private static String quoted(String text) {
        return text.contains("\"") ? "'" + text + "'" : "\"" + text + "\"";
    }
}
