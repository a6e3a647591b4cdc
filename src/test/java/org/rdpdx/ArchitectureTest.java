package org.rdpdx;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.rdpdx");

    /** The rooms: each may use only those before it. */
    private static final List<String> ROOMS = List.of(
            "input",
            "facts",
            "knowledge",
            "rulebook",
            "diagnosis",
            "plan",
            "inquiry",
            "report",
            "",
            "authoring",
            "site",
            "cli");

    /** What each room shows to the others. One more type here is a promise to keep: make it package-private if you can. */
    private static final Map<String, String> DOORS = new LinkedHashMap<>();

    static {
        DOORS.put(
                "input",
                "Documents FieldShapes Fields InvalidInputException MappingNode Nearest Node Place Problem ProblemCode ScalarNode"
                        + " SequenceNode StoredTree");
        DOORS.put(
                "facts",
                "CaseFacts CaseSketch CollectScript CollectWay Collecting Fact FactFile FactPaths FactSchema FactText"
                        + " InvalidFactFileException Kind Origin Property Shape TimeSpan Unread ValueType Vocabulary");
        DOORS.put(
                "knowledge",
                "Area Card Cause Codes Cures Frequency InvalidRulebookException Knowledge KnowledgeMemory KnowledgeSchema Layer LookAlike"
                        + " Phase Retired RuleCase RulebookHeader Source Step StepClass Strength Weights");
        DOORS.put(
                "rulebook",
                "Condition Expression Finding Findings JudgedCondition KindMetadata Mutant Operator Pattern Rule RuleState RuleVerdict"
                        + " Rulebook Truth Undecided Workbench");
        DOORS.put("diagnosis", "Diagnosis Evidence Likelihood Ranking Verdict");
        DOORS.put("plan", "Plan PlanStep");
        DOORS.put(
                "inquiry",
                "Change CodeLookup Flip Inquiry Missing Next RulebookDiff ToCollect Verification Wanted WhatIf WhyNot");
        DOORS.put(
                "report",
                "AnswerFormat AskText CaseText DiffText JsonText Messages ProblemFormat Report ReportFormat RuleSchema RuleSheets RuleWords VocabularyText");
        DOORS.put("", "Diagnostician");
        DOORS.put(
                "authoring",
                "CaseIdea CaseRun Coverage MutantRun NewDiagnosis RulePackager RuleTestFormat RuleTests RuleWatch RulebookCheck RulebookFix StoryRun");
        DOORS.put("site", "FolderRefusedException RulebookSite");
        DOORS.put("cli", "Main");
    }

    private static String packageOf(String room) {
        return room.isEmpty() ? "org.rdpdx" : "org.rdpdx." + room;
    }

    /** The packages of a room: the generated facts belong to the facts. */
    private static String[] packagesOf(String room) {
        return room.equals("facts")
                ? new String[] {"org.rdpdx.facts", "org.rdpdx.facts.kind"}
                : new String[] {packageOf(room)};
    }

    @TestFactory
    Stream<DynamicTest> a_room_uses_only_those_before_it() {
        return ROOMS.stream()
                .map(room -> DynamicTest.dynamicTest(packageOf(room), () -> {
                    String[] later = ROOMS.subList(ROOMS.indexOf(room) + 1, ROOMS.size()).stream()
                            .flatMap(other -> Stream.of(packagesOf(other)))
                            .toArray(String[]::new);
                    noClasses()
                            .that()
                            .resideInAnyPackage(packagesOf(room))
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(later)
                            .allowEmptyShould(true)
                            .check(CLASSES);
                }));
    }

    @Test
    void every_class_is_in_a_room() {
        String[] all =
                ROOMS.stream().flatMap(room -> Stream.of(packagesOf(room))).toArray(String[]::new);

        classes().should().resideInAnyPackage(all).check(CLASSES);
    }

    @TestFactory
    Stream<DynamicTest> a_room_shows_only_what_is_listed() {
        return DOORS.entrySet().stream()
                .map(door -> DynamicTest.dynamicTest(packageOf(door.getKey()), () -> {
                    List<String> shown = CLASSES.stream()
                            .filter(type -> type.getPackageName().equals(packageOf(door.getKey())))
                            .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC) && type.isTopLevelClass())
                            .map(JavaClass::getSimpleName)
                            .filter(name -> !name.equals("package-info"))
                            .sorted()
                            .toList();

                    assertThat(shown).containsExactly(door.getValue().split(" "));
                }));
    }

    @Test
    void every_room_with_public_types_is_listed() {
        TreeSet<String> packages =
                CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toCollection(TreeSet::new));
        packages.remove("org.rdpdx.facts.kind");

        assertThat(packages)
                .containsExactlyInAnyOrderElementsOf(
                        DOORS.keySet().stream().map(ArchitectureTest::packageOf).toList());
    }

    @Test
    void drools_stays_in_the_rulebook() {
        onlyIn("Drools", List.of("rulebook"), "org.drools..", "org.kie..").check(CLASSES);
    }

    @Test
    void picocli_stays_in_the_command_line() {
        onlyIn("picocli", List.of("cli"), "picocli..").check(CLASSES);
    }

    @Test
    void yaml_and_json_are_read_in_input_and_written_in_facts_report_and_authoring() {
        onlyIn("Jackson", List.of("input", "facts", "report", "authoring"), "com.fasterxml..")
                .check(CLASSES);
        onlyIn("SnakeYAML", List.of("input"), "org.yaml..").check(CLASSES);
    }

    private static ArchRule onlyIn(String library, List<String> homes, String... packages) {
        String[] rooms = homes.stream().map(ArchitectureTest::packageOf).toArray(String[]::new);
        return noClasses()
                .that()
                .resideOutsideOfPackages(rooms)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .as(library + " is used in " + homes + " only");
    }

    @Test
    void no_logging_is_set_up() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.slf4j..", "ch.qos..", "java.util.logging..", "org.apache.logging..")
                .check(CLASSES);
    }

    @Test
    void only_main_ends_the_process() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.rdpdx.cli.Main")
                .should()
                .callMethodWhere(target(owner(resideInAPackage("java.lang"))).and(target(nameMatching("exit|halt"))))
                .check(CLASSES);
    }

    @Test
    void only_the_command_line_prints() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.rdpdx.cli")
                .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
                .check(CLASSES);
    }

    @Test
    void nothing_looks_at_the_clock_or_rolls_dice() {
        noClasses()
                .that(not(beginsACase()))
                .should()
                .callMethodWhere(target(nameMatching("now|currentTimeMillis|nanoTime|systemUTC|systemDefaultZone")))
                .orShould()
                .dependOnClassesThat(resideInAnyPackage("java.time").and(named("Clock")))
                .orShould()
                .dependOnClassesThat(named("Random").or(named("SecureRandom")).or(named("ThreadLocalRandom")))
                .check(CLASSES);
    }

    /** A case that is begun by asking says when that was; all else takes the time from the facts. */
    private static DescribedPredicate<JavaClass> beginsACase() {
        List<String> names = List.of("Main", "Console", "AskCommand", "AskFile");
        return DescribedPredicate.describe(
                "begin a case",
                type -> type.getPackageName().equals("org.rdpdx.cli") && names.contains(type.getSimpleName()));
    }

    private static DescribedPredicate<JavaClass> named(String simpleName) {
        return DescribedPredicate.describe(
                "named " + simpleName, type -> type.getSimpleName().equals(simpleName));
    }

    @Test
    void nothing_asks_for_the_language_or_time_zone_of_the_machine() {
        noClasses()
                .should()
                .callMethod(java.util.Locale.class, "getDefault")
                .orShould()
                .callMethod(java.time.ZoneId.class, "systemDefault")
                .orShould()
                .callMethod(java.nio.charset.Charset.class, "defaultCharset")
                .check(CLASSES);
    }

    @Test
    void no_static_state_can_be_changed() {
        fields().that().areStatic().should().beFinal().check(CLASSES);
    }

    @Test
    void classes_are_final_or_meant_to_be_implemented() {
        classes()
                .that()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .areTopLevelClasses()
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .haveModifier(JavaModifier.FINAL)
                .orShould()
                .haveModifier(JavaModifier.ABSTRACT)
                .orShould()
                .haveFullyQualifiedName("org.rdpdx.input.InvalidInputException")
                .check(CLASSES);
    }

    @Test
    void every_package_says_that_null_is_the_exception() {
        List<String> unmarked = new ArrayList<>();
        CLASSES.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(room -> !room.isAnnotatedWith(NullMarked.class))
                .forEach(room -> unmarked.add(room.getName()));

        assertThat(unmarked).isEmpty();
    }
}
