package org.rdpdx.authoring;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.rdpdx.report.CaseText;
import org.rdpdx.report.Messages;
import org.rdpdx.rulebook.Condition;
import org.rdpdx.rulebook.Mutant;
import org.rdpdx.rulebook.Pattern;

/**
 * {@link RuleTestFormat#junit}: a test case for each case, each value that a condition never takes and each change that no case
 * notices. The last two fail only where the bar is not reached.
 */
final class JunitTests implements RuleTestFormat {

    @Override
    public void write(RuleTests tests, Appendable out) throws IOException {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            new Suites(tests, xml).write();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a string cannot be written to", impossible);
        }
        out.append(text.getBuffer()).append('\n');
    }

    private record Suites(RuleTests tests, XMLStreamWriter xml) {

        void write() throws XMLStreamException {
            line(0);
            xml.writeStartElement("testsuites");
            for (Map.Entry<String, List<CaseRun>> folder : tests.byOwner().entrySet()) {
                suite(folder.getKey(), folder.getValue());
            }
            line(0);
            xml.writeEndElement();
        }

        private void suite(String owner, List<CaseRun> runs) throws XMLStreamException {
            List<Coverage.Gap> gaps =
                    tests.coverageOf(owner).map(Coverage.Folder::gaps).orElse(List.of());
            List<MutantRun> survivors = tests.survivorsOf(owner);
            long errors = runs.stream().filter(run -> run.got().isEmpty()).count();
            long failures = runs.stream().filter(run -> !run.passed()).count() - errors;
            failures += tests.covered() ? 0 : gaps.size();
            failures += tests.noticed() ? 0 : survivors.size();
            line(1);
            xml.writeStartElement("testsuite");
            attribute("name", owner);
            attribute("tests", String.valueOf(runs.size() + gaps.size() + survivors.size()));
            attribute("failures", String.valueOf(failures));
            attribute("errors", String.valueOf(errors));
            attribute("skipped", "0");
            for (CaseRun run : runs) {
                run(owner, run);
            }
            for (Coverage.Gap gap : gaps) {
                String name = Messages.text(
                        "tests.never",
                        gap.rule().name(),
                        written(gap.pattern(), gap.condition()),
                        gap.truth().name().toLowerCase(java.util.Locale.ROOT));
                measured(owner, name, tests.covered(), place(gap.rule().name(), gap), gap.idea());
            }
            for (MutantRun run : survivors) {
                Mutant mutant = run.mutant();
                String written = written(mutant.pattern(), mutant.condition());
                String name = mutant.rule().name() + ": "
                        + (mutant.instead().isEmpty()
                                ? Messages.text("tests.taken-out", written)
                                : Messages.text("tests.instead", written, mutant.instead()));
                String place = tests.placeOf(mutant.rule(), mutant.line(), mutant.column())
                        .toString();
                measured(owner, name, tests.noticed(), place, run.idea());
            }
            line(1);
            xml.writeEndElement();
        }

        private String place(String rule, Coverage.Gap gap) {
            return tests.placeOf(gap.rule(), gap.line(), gap.column()) + "  " + rule;
        }

        private void run(String owner, CaseRun run) throws XMLStreamException {
            line(2);
            if (run.passed()) {
                xml.writeEmptyElement("testcase");
                named(owner, run.rule().name());
                return;
            }
            xml.writeStartElement("testcase");
            named(owner, run.rule().name());
            failure(
                    run.got().isEmpty() ? "error" : "failure",
                    CaseText.headline(run.rule(), run.got()),
                    CaseText.failure(run.rule(), run.got(), run.failure(), run.closest(), run.deciding()));
        }

        private void measured(String owner, String name, boolean reached, String place, Optional<CaseIdea> idea)
                throws XMLStreamException {
            line(2);
            if (reached) {
                xml.writeEmptyElement("testcase");
                named(owner, name);
                return;
            }
            xml.writeStartElement("testcase");
            named(owner, name);
            String more =
                    idea.map(found -> "\n" + String.join("\n", found.yaml())).orElse("");
            failure("failure", name, place + more);
        }

        private void named(String owner, String name) throws XMLStreamException {
            attribute("classname", owner);
            attribute("name", name);
        }

        private void failure(String element, String message, String text) throws XMLStreamException {
            line(3);
            xml.writeStartElement(element);
            attribute("message", message);
            attribute("type", element);
            xml.writeCharacters(legal(text));
            xml.writeEndElement();
            line(2);
            xml.writeEndElement();
        }

        private void attribute(String name, String value) throws XMLStreamException {
            xml.writeAttribute(name, legal(value));
        }

        private void line(int indent) throws XMLStreamException {
            xml.writeCharacters("\n" + "  ".repeat(indent));
        }
    }

    private static String written(Pattern pattern, Optional<Condition> condition) {
        String kind = pattern.kind().typeName();
        return condition.map(one -> kind + ": " + one.text()).orElse(kind);
    }

    /** XML has no way to write some characters, escaped or not. */
    static String legal(String text) {
        StringBuilder legal = new StringBuilder();
        text.codePoints().forEach(c -> {
            boolean control = c < ' ' && c != '\t' && c != '\n';
            boolean noCharacter = (c >= 0xD800 && c <= 0xDFFF) || c == 0xFFFE || c == 0xFFFF;
            legal.appendCodePoint(control || noCharacter ? 0xFFFD : c);
        });
        return legal.toString();
    }
}
