package org.rdpdx.rulebook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.drools.compiler.kie.builder.impl.InternalKieModule;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.internal.builder.conf.ReproducibleExecutableModelGenerationOption;
import org.rdpdx.input.Place;
import org.rdpdx.input.Problem;
import org.rdpdx.input.ProblemCode;
import org.rdpdx.knowledge.Knowledge;

/** Compiles one rule file into the classes that Drools loads. The door has let the rules pass before. */
final class DrlCompiler {

    /** Drools keeps modules under a name that is global to the JVM, and its builders are not made for several threads. */
    private static final Object ONE_AT_A_TIME = new Object();

    private static final Pattern RULE_NAME = Pattern.compile("[Rr]ule \"([^\"]+)\"|Unable to Analyse Expression (.*):");

    /** Makes Drools write the same Java each time; it can be asked for by a system property, or by XML, which needs more jars. */
    private static final String REPRODUCIBLE = ReproducibleExecutableModelGenerationOption.PROPERTY_NAME;

    private DrlCompiler() {}

    /** Whether Drools finds one of the two Java compilers that it can use. */
    static boolean isPresent() {
        return ToolProvider.getSystemJavaCompiler() != null
                || DrlCompiler.class.getClassLoader().getResource("org/drools/ecj/EclipseJavaCompiler.class") != null;
    }

    /**
     * @param file the rules
     * @param drl their text as Drools has to be given it
     * @param key a name that no other rule text has, such as its hash
     */
    static SortedMap<String, byte[]> compile(
            Knowledge.RuleFile file, String drl, String key, List<Rule> rules, List<Problem> problems) {
        synchronized (ONE_AT_A_TIME) {
            String reproducible = System.setProperty(REPRODUCIBLE, "true");
            KieServices services = KieServices.get();
            ReleaseId release = services.newReleaseId("org.rdpdx.rules", file.owner(), key);
            try {
                SteadyClasses.nextRound();
                KieFileSystem files = services.newKieFileSystem();
                files.generateAndWritePomXML(release);
                files.write("src/main/resources/rules/" + file.owner() + ".drl", drl.getBytes(StandardCharsets.UTF_8));
                KieBuilder builder = services.newKieBuilder(files, DrlCompiler.class.getClassLoader())
                        .buildAll(ExecutableModelProject.class);
                List<Message> errors = builder.getResults().getMessages(Message.Level.ERROR);
                if (!errors.isEmpty()) {
                    errors.forEach(error -> problems.add(problem(file.file(), error, rules)));
                    return new TreeMap<>();
                }
                return SteadyClasses.of(classes((InternalKieModule) builder.getKieModule()));
            } catch (RuntimeException thrown) {
                // Drools' generators throw at some texts instead of reporting them
                String text =
                        String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
                problems.add(Problem.of(ProblemCode.RULE_DOES_NOT_COMPILE, Place.startOf(file.file()), text));
                return new TreeMap<>();
            } finally {
                services.getRepository().removeKieModule(release);
                if (reproducible == null) {
                    System.clearProperty(REPRODUCIBLE);
                } else {
                    System.setProperty(REPRODUCIBLE, reproducible);
                }
            }
        }
    }

    private static SortedMap<String, byte[]> classes(InternalKieModule module) {
        SortedMap<String, byte[]> classes = new TreeMap<>();
        for (String name : module.getFileNames()) {
            // the project model beside the rules describes a whole KIE project, which nobody here loads
            if (name.endsWith(".class") && name.startsWith("rules/")) {
                classes.put(
                        name.substring(0, name.length() - ".class".length()).replace('/', '.'), module.getBytes(name));
            }
        }
        return classes;
    }

    /** The class among them that gives Drools the rules. */
    static String modelClass(SortedMap<String, byte[]> classes) {
        List<String> models = new ArrayList<>();
        for (String name : classes.keySet()) {
            if (name.matches("rules\\.Rules[0-9A-F]{32}")) {
                models.add(name);
            }
        }
        if (models.size() != 1) {
            throw new IllegalStateException("model classes " + models + " of " + classes.keySet());
        }
        return models.get(0);
    }

    /** Drools loses the place of most errors; the name of the rule, where the message holds it, leads back to the line. */
    private static Problem problem(String file, Message error, List<Rule> rules) {
        Matcher named = RULE_NAME.matcher(error.getText());
        int line = Math.max(1, error.getLine());
        while (named.find()) {
            for (Rule rule : rules) {
                if (rule.name().equals(named.group(1))) {
                    line = Math.max(line, rule.line());
                }
            }
        }
        String text = error.getText().lines().findFirst().orElse("");
        return Problem.of(ProblemCode.RULE_DOES_NOT_COMPILE, new Place(file, line, 1), text);
    }
}
