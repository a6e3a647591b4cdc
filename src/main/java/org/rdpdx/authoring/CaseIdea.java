package org.rdpdx.authoring;

import java.util.ArrayList;
import java.util.List;
import org.rdpdx.facts.CaseSketch;
import org.rdpdx.knowledge.RuleCase;

/**
 * A case that is not written yet and would notice what no case notices. What is expected is what the rule does now: an author
 * has to say whether that is right.
 *
 * @param rule name of the rule it is about
 * @param name what sets it apart from the cases that are there
 * @param facts what it says, and no more
 * @param expect what the rule makes of it
 * @param because path of the fact that decides
 */
public record CaseIdea(String rule, String name, CaseSketch facts, RuleCase.Expected expect, String because) {

    private static final int SHORT = 110;

    /** As it would stand in {@code cases.yaml}. */
    public List<String> yaml() {
        List<String> lines = new ArrayList<>();
        lines.add("- name: " + name);
        lines.add("  rule: " + rule);
        List<String> said = facts.yaml();
        String all = "{ " + String.join(", ", said) + " }";
        if (all.length() <= SHORT) {
            lines.add("  facts: " + (said.isEmpty() ? "{}" : all));
        } else {
            lines.add("  facts:");
            said.forEach(line -> lines.add("    " + line));
        }
        lines.add("  expect: " + expect.word());
        lines.add("  because: " + because);
        return lines;
    }
}
