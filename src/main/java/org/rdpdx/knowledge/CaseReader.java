package org.rdpdx.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rdpdx.facts.CaseFacts;
import org.rdpdx.facts.FactFile;
import org.rdpdx.input.Documents;
import org.rdpdx.input.Fields;
import org.rdpdx.input.Node;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;
import org.rdpdx.input.SequenceNode;

/** Reads the cases that stand beside a rule. */
final class CaseReader {

    private CaseReader() {}

    /**
     * Reads cases.
     *
     * @param references takes the rules that they name
     */
    static List<RuleCase> read(
            String owner, String file, byte[] content, List<Reference> references, List<Problem> problems) {
        List<RuleCase> cases = new ArrayList<>();
        for (Node document : Documents.read(file, content, problems)) {
            if (!(document instanceof SequenceNode list)) {
                problems.add(Problem.of(ProblemCode.WRONG_TYPE, document.place(), file, "list", document.shown()));
                continue;
            }
            for (Node one : list.items()) {
                Fields.of(one, problems).ifPresent(fields -> cases.add(read(owner, fields, references, problems)));
            }
        }
        return cases;
    }

    static RuleCase read(String owner, Fields fields, List<Reference> references, List<Problem> problems) {
        String name = fields.requiredText("name");
        fields.requiredNode("facts");
        CaseFacts given = fields.map("facts")
                .map(facts -> FactFile.read(facts.map(), owner, problems))
                .orElseGet(() -> CaseFacts.named(owner).build());
        String expected = fields.requiredWord("expect", Words.of(RuleCase.Expected.values()));
        Optional<String> rule = fields.text("rule");
        rule.ifPresent(
                named -> references.add(new Reference("rule", named, fields.place("rule"), Reference.To.RULE, owner)));
        RuleCase read = new RuleCase(
                owner,
                name,
                fields.place(),
                given,
                rule,
                expected.isEmpty() ? RuleCase.Expected.FIRES : Words.constant(RuleCase.Expected.class, expected),
                CardReader.path(fields, "because", problems));
        fields.end();
        return read;
    }
}
