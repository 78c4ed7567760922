package dev.overlap;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import javafx.application.Platform;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds the packages, the arrows between them, and what each may use of the world outside. */
class ArchitectureTest {

    /**
     * The table of packages. Outside, every package may use {@code java.base} and the annotations
     * of JSpecify; the modules that it names come on top, {@code *} at the end of a name stands for
     * any rest.
     */
    @SuppressWarnings("ImmutableEnumChecker") // List.of makes lists that do not change
    enum PackageRule {
        PLAN("plan", uses(), outside(), "a plan is pure data, read and tested without a toolkit"),
        PROXY(
                "proxy",
                uses(PLAN),
                outside(),
                "whom other programs ask is read off settings, and asked by nobody here"),
        TRACE("trace", uses(), outside(), "what happened is told without knowing who did it"),
        HTTPCORE(
                "httpcore",
                uses(),
                outside("org.apache.httpcomponents.core5.*"),
                "what the lab and the clients both lack in a library is written once, below both"),
        LAB(
                "lab",
                uses(HTTPCORE),
                outside("org.apache.httpcomponents.core5.*"),
                "a server that knew its clients could flatter them"),
        STORAGE(
                "storage",
                uses(),
                outside("org.slf4j"),
                "a file is saved in one careful way, whatever is in it and whoever saves it"),
        TRACE_WAITS(
                "trace.waits",
                uses(TRACE),
                outside(),
                "why a task waited is read off the trace, and never written"),
        PERSISTENCE(
                "persistence",
                uses(PLAN, STORAGE),
                outside("tools.jackson.*", "org.slf4j"),
                "what is kept is read and written without a window, and tested by killing it"),
        CONCURRENCY(
                "concurrency",
                uses(PLAN, TRACE),
                outside(),
                "a model hands out tasks and cannot know how"),
        COMPARISON(
                "comparison",
                uses(PLAN, TRACE, CONCURRENCY),
                outside(),
                "what runs say beside each other is arithmetic, whoever ran them"),
        TEXT(
                "text",
                uses(PLAN, TRACE, TRACE_WAITS, COMPARISON),
                outside(),
                "what people read is worded once, for windows, pictures and the command line"),
        LESSON(
                "lesson",
                uses(PLAN, CONCURRENCY),
                outside("org.snakeyaml.engine"),
                "a lesson is a file: read and checked without running it"),
        SNIPPET(
                "snippet",
                uses(PLAN, TRACE),
                outside(),
                "a program that is shown is text, and knows no window"),
        ENGINE_TRUST(
                "engine.trust",
                uses(),
                outside(),
                "what an operating system trusts is read without knowing for whom"),
        ENGINE_TASK(
                "engine.task",
                uses(PLAN, TRACE),
                outside("org.slf4j"),
                "how a task is stopped and ends does not depend on what it does"),
        ENGINE_CPU(
                "engine.cpu",
                uses(PLAN, TRACE, ENGINE_TASK),
                outside("java.management", "jdk.management"),
                "a computation knows no network"),
        ENGINE_REQUEST(
                "engine.request",
                uses(PLAN, PROXY, TRACE, ENGINE_TASK),
                outside("org.apache.httpcomponents.*"),
                "what to ask for next, and what a failure is called, is the same for both clients"),
        ENGINE_HTTP(
                "engine.http",
                uses(
                        PLAN,
                        PROXY,
                        TRACE,
                        HTTPCORE,
                        ENGINE_TRUST,
                        ENGINE_TASK,
                        ENGINE_CPU,
                        ENGINE_REQUEST),
                outside("org.apache.httpcomponents.*", "org.slf4j"),
                "what a library shows of a phase is understood in one place only"),
        ENGINE_PROCESS(
                "engine.process",
                uses(PLAN, TRACE, CONCURRENCY, ENGINE_TASK, ENGINE_REQUEST),
                outside("org.apache.httpcomponents.core5.*", "org.slf4j"),
                "the parent's side of worker processes sends messages, and runs nothing itself"),
        ENGINE(
                "engine",
                uses(
                        PLAN,
                        TRACE,
                        CONCURRENCY,
                        ENGINE_TASK,
                        ENGINE_CPU,
                        ENGINE_REQUEST,
                        ENGINE_HTTP,
                        ENGINE_PROCESS),
                outside(
                        "org.apache.httpcomponents.core5.*",
                        "org.slf4j",
                        "jdk.management",
                        "java.management"),
                "the engine is driven by windows and command lines, and knows neither"),
        RUNTIME(
                "runtime",
                uses(PLAN, LAB, CONCURRENCY, ENGINE_TASK, ENGINE_REQUEST, ENGINE_HTTP, ENGINE),
                outside(),
                "the lab and the engine do not know each other; windows and command lines wire them"
                        + " in the same way"),
        RENDER("render", uses(TRACE, TEXT), outside(), "drawing without a toolkit is tested fast"),
        RENDER_TIMELINE(
                "render.timeline",
                uses(TRACE, TEXT, RENDER),
                outside(),
                "geometry without a toolkit is tested in milliseconds"),
        RENDER_COMPARISON(
                "render.comparison",
                uses(PLAN, TRACE, COMPARISON, TEXT, RENDER),
                outside(),
                "geometry without a toolkit is tested in milliseconds"),
        CHART(
                "chart",
                uses(PLAN, TRACE, COMPARISON, TEXT, RENDER, RENDER_TIMELINE, RENDER_COMPARISON),
                outside("javafx.*", "org.slf4j"),
                "the control shows any trace, whoever recorded it"),
        EXPORT(
                "export",
                uses(
                        PLAN,
                        TRACE,
                        STORAGE,
                        COMPARISON,
                        TEXT,
                        RENDER,
                        RENDER_TIMELINE,
                        RENDER_COMPARISON),
                outside("java.desktop", "de.siegmar.fastcsv", "tools.jackson.*"),
                "files are written from the command line too, where there is no JavaFX"),
        CLI_OPTIONS(
                "cli.options",
                uses(PLAN, CONCURRENCY, COMPARISON, RENDER),
                outside("info.picocli"),
                "a word of the command line is read alike by every command"),
        CLI_REPORT(
                "cli.report",
                uses(PLAN, TRACE, COMPARISON, TEXT, EXPORT),
                outside(),
                "results are printed alike by every command"),
        CLI(
                "cli",
                uses(
                        PLAN,
                        PROXY,
                        TRACE,
                        LAB,
                        CONCURRENCY,
                        COMPARISON,
                        TEXT,
                        ENGINE_TASK,
                        RUNTIME,
                        RENDER,
                        EXPORT,
                        CLI_OPTIONS,
                        CLI_REPORT),
                outside("info.picocli", "org.slf4j"),
                "the command line works where no display is"),
        UI_CONTROLS(
                "ui.controls",
                uses(TEXT),
                outside("javafx.*", "org.controlsfx.*", "atlantafx.*", "org.kordamp.*"),
                "a small control knows nothing of runs"),
        UI_GUESS(
                "ui.guess",
                uses(CONCURRENCY, COMPARISON, TEXT, UI_CONTROLS),
                outside("javafx.*", "org.controlsfx.*", "atlantafx.*", "org.kordamp.*"),
                "a guess is typed in the same way wherever it is asked for"),
        UI_EXPORT(
                "ui.export",
                uses(TEXT, RENDER, EXPORT, UI_CONTROLS),
                outside("javafx.*", "org.slf4j"),
                "runs and comparisons leave the window in the same way"),
        UI_SITES(
                "ui.sites",
                uses(PLAN, STORAGE, TEXT, UI_CONTROLS),
                outside("javafx.*", "org.controlsfx.*", "atlantafx.*", "org.kordamp.*"),
                "the list is edited whether or not anything runs"),
        UI_SETTINGS(
                "ui.settings",
                uses(PLAN, CONCURRENCY, TEXT, UI_CONTROLS),
                outside("javafx.*", "org.controlsfx.*", "atlantafx.*", "org.kordamp.*"),
                "settings are edited whether or not anything runs"),
        UI_REPLAY(
                "ui.replay",
                uses(TRACE, TEXT, UI_CONTROLS),
                outside("javafx.*", "org.controlsfx.*", "atlantafx.*", "org.kordamp.*"),
                "a replay needs a trace and nothing else"),
        UI_LESSON(
                "ui.lesson",
                uses(PLAN, CONCURRENCY, COMPARISON, TEXT, LESSON, UI_CONTROLS, UI_GUESS),
                outside("javafx.*", "org.controlsfx.*", "atlantafx.*", "org.kordamp.*"),
                "a lesson is shown whether or not anything runs"),
        UI_RUN(
                "ui.run",
                uses(
                        PLAN,
                        TRACE,
                        STORAGE,
                        CONCURRENCY,
                        COMPARISON,
                        TEXT,
                        SNIPPET,
                        RENDER,
                        CHART,
                        EXPORT,
                        UI_CONTROLS,
                        UI_EXPORT),
                outside("javafx.*", "org.controlsfx.*", "atlantafx.*", "org.kordamp.*"),
                "one run is started, stopped and told of without its engine"),
        UI_COMPARISON(
                "ui.comparison",
                uses(
                        PLAN,
                        TRACE,
                        CONCURRENCY,
                        COMPARISON,
                        TEXT,
                        CHART,
                        EXPORT,
                        UI_CONTROLS,
                        UI_GUESS,
                        UI_EXPORT,
                        UI_RUN),
                outside("javafx.*", "org.controlsfx.*", "atlantafx.*", "org.kordamp.*"),
                "a comparison is made of runs that the window can open"),
        UI(
                "ui",
                uses(
                        PLAN,
                        PROXY,
                        TRACE,
                        PERSISTENCE,
                        CONCURRENCY,
                        COMPARISON,
                        TEXT,
                        LESSON,
                        ENGINE_TASK,
                        RUNTIME,
                        RENDER,
                        CHART,
                        EXPORT,
                        UI_CONTROLS,
                        UI_GUESS,
                        UI_EXPORT,
                        UI_SITES,
                        UI_SETTINGS,
                        UI_REPLAY,
                        UI_LESSON,
                        UI_RUN,
                        UI_COMPARISON),
                outside(
                        "javafx.*",
                        "org.controlsfx.*",
                        "atlantafx.*",
                        "org.kordamp.*",
                        "org.slf4j",
                        "java.management"), // a run is not charged for the processor time of
                // drawing
                "the window and the command line are two ways in, and do not know each other");

        final String path;
        final List<PackageRule> uses;
        final List<String> outside;
        final String reason;

        PackageRule(String path, List<PackageRule> uses, List<String> outside, String reason) {
            this.path = path;
            this.uses = uses;
            this.outside = outside;
            this.reason = reason;
        }

        /** Without the packages below it, which stand in the table by themselves. */
        String packageName() {
            return ROOT + "." + path;
        }

        private static List<PackageRule> uses(PackageRule... packages) {
            return List.of(packages);
        }

        private static List<String> outside(String... modules) {
            return List.of(modules);
        }
    }

    private static final String ROOT = "dev.overlap";

    /** More than a reader takes in at once. */
    private static final int MAX_CLASSES = 30;

    /** As they are built: not the tests, whichever path they were loaded from. */
    private static final JavaClasses CLASSES =
            new ClassFileImporter().importPath(Path.of("target", "classes"));

    /** Of a class of ours, nested or not; its package is what comes before the first capital. */
    private static final Pattern IMPORT =
            Pattern.compile("import (?:static )?(dev\\.overlap(?:\\.[a-z]+)*)\\.[A-Z].*");

    private static final Pattern README_ROW =
            Pattern.compile("\\| `([a-z.]+)` \\| [^|]+ \\| ([a-z., ]*)\\|");

    private static final Map<String, String> MODULE_OF_PACKAGE =
            ModuleLayer.boot().modules().stream()
                    .flatMap(
                            module ->
                                    module.getPackages().stream()
                                            .map(name -> Map.entry(name, module.getName())))
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    @ParameterizedTest
    @EnumSource
    void aPackageUsesOnlyWhatTheTableNames(PackageRule owner) {
        classes()
                .that()
                .resideInAPackage(owner.packageName())
                .should()
                .onlyDependOnClassesThat(areOf(owner))
                .because(owner.reason)
                .check(CLASSES);
    }

    /**
     * Constants are copied into the class files that use them: their arrows are in sources only.
     */
    @ParameterizedTest
    @EnumSource
    void sourcesImportOnlyWhatTheTableNames(PackageRule owner) throws IOException {
        assertThat(imports(owner))
                .isSubsetOf(owner.uses.stream().map(PackageRule::packageName).toList());
    }

    @ParameterizedTest
    @EnumSource
    void theTableNamesNothingThatAPackageDoesNotUse(PackageRule owner) throws IOException {
        Set<String> used = new HashSet<>(imports(owner));
        CLASSES.stream()
                .filter(type -> type.getPackageName().equals(owner.packageName()))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(arrow -> arrow.getTargetClass().getBaseComponentType().getPackageName())
                .forEach(used::add);

        assertThat(owner.uses).extracting(PackageRule::packageName).isSubsetOf(used);
    }

    private static Set<String> imports(PackageRule owner) throws IOException {
        Path folder = Path.of("src", "main", "java").resolve(owner.packageName().replace('.', '/'));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .flatMap(ArchitectureTest::lines)
                    .map(IMPORT::matcher)
                    .filter(Matcher::matches)
                    .map(line -> line.group(1))
                    .filter(name -> !name.equals(owner.packageName()))
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyClassLivesInAPackageOfTheTableOrAtTheEntrance() {
        String[] packages =
                Stream.concat(
                                Stream.of(ROOT),
                                Arrays.stream(PackageRule.values()).map(PackageRule::packageName))
                        .toArray(String[]::new);
        classes()
                .should()
                .resideInAnyPackage(packages)
                .because("a package that the table does not name is held by no rule")
                .check(CLASSES);
    }

    @Test
    void noPackageUsesTheEntrance() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT)
                .because("the entrance only decides who begins")
                .check(CLASSES);
    }

    @Test
    void noPackagesUseEachOtherInACircle() {
        slices().matching(ROOT + ".(**)")
                .should()
                .beFreeOfCycles()
                .because("two packages in a circle are one package with two names")
                .check(CLASSES);
    }

    /**
     * Classes that know each other. A control, its skin and its behavior do by JavaFX's design; a
     * sealed type and its cases belong together.
     */
    private static final List<Set<String>> CIRCLES =
            List.of(
                    Set.of("ComparisonChart", "ComparisonChartSkin", "ComparisonChartBehavior"),
                    Set.of("Timeline", "TimelineSkin", "TimelineBehavior", "GuessDrag"),
                    Set.of("WorkerSweepChart", "WorkerSweepChartSkin"),
                    Set.of("RequestPolicy", "RedirectPolicy", "PollPolicy"),
                    Set.of("ReportFormat", "Png", "Csv", "JsonLinesFile"));

    @Test
    void noClassesUseEachOtherInACircle() {
        Map<String, Set<String>> uses = new HashMap<>();
        for (JavaClass type : CLASSES) {
            Set<String> targets =
                    uses.computeIfAbsent(outermost(type.getName()), _ -> new HashSet<>());
            type.getDirectDependenciesFromSelf().stream()
                    .map(arrow -> arrow.getTargetClass().getBaseComponentType().getName())
                    .filter(name -> name.startsWith(ROOT))
                    .map(ArchitectureTest::outermost)
                    .filter(name -> !name.equals(outermost(type.getName())))
                    .forEach(targets::add);
        }

        Map<String, Set<String>> reach =
                uses.keySet().stream()
                        .collect(Collectors.toMap(name -> name, name -> reached(name, uses)));

        assertThat(reach.keySet())
                .filteredOn(name -> reach.get(name).contains(name))
                .allSatisfy(
                        name ->
                                assertThat(CIRCLES)
                                        .as("a circle through %s", name)
                                        .anyMatch(known -> known.containsAll(circle(name, reach))));
    }

    /** The simple names of the classes that a class can reach and that can reach it. */
    private static Set<String> circle(String name, Map<String, Set<String>> reach) {
        return reach.get(name).stream()
                .filter(other -> reach.getOrDefault(other, Set.of()).contains(name))
                .map(other -> other.substring(other.lastIndexOf('.') + 1))
                .collect(Collectors.toSet());
    }

    private static Set<String> reached(String from, Map<String, Set<String>> uses) {
        Set<String> reached = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(uses.getOrDefault(from, Set.of()));
        while (!next.isEmpty()) {
            String name = next.pop();
            if (reached.add(name)) {
                next.addAll(uses.getOrDefault(name, Set.of()));
            }
        }
        return reached;
    }

    private static String outermost(String name) {
        return name.replaceAll("\\$.*", "");
    }

    @ParameterizedTest
    @EnumSource
    void aPackageHasAReadableSize(PackageRule owner) {
        assertThat(CLASSES)
                .filteredOn(type -> type.getPackageName().equals(owner.packageName()))
                .filteredOn(JavaClass::isTopLevelClass)
                .extracting(JavaClass::getSimpleName)
                .filteredOn(name -> !name.equals("package-info"))
                .hasSizeBetween(1, MAX_CLASSES);
    }

    @Test
    void theTableOfTheReadmeIsThisOne() throws IOException {
        Map<String, Set<String>> told =
                Files.readAllLines(Path.of("README.md")).stream()
                        .map(README_ROW::matcher)
                        .filter(Matcher::matches)
                        .collect(Collectors.toMap(row -> row.group(1), row -> names(row.group(2))));

        assertThat(told)
                .isEqualTo(
                        Arrays.stream(PackageRule.values())
                                .collect(
                                        Collectors.toMap(
                                                owner -> owner.path,
                                                owner ->
                                                        owner.uses.stream()
                                                                .map(used -> used.path)
                                                                .collect(Collectors.toSet()))));
    }

    private static Set<String> names(String cell) {
        return Stream.of(cell.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
    }

    @Test
    void onlyTheEnginesHttpPackagesKnowHttpClient() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        PackageRule.ENGINE_HTTP.packageName(),
                        PackageRule.ENGINE_REQUEST.packageName())
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.hc.client5..")
                .because("what a library shows of a phase is understood in one place only")
                .check(CLASSES);
    }

    @Test
    void oneClassOfTheWindowsCallsRunLater() {
        Set<String> callers =
                CLASSES.stream()
                        .flatMap(type -> type.getAccessesFromSelf().stream()) // references, too
                        .filter(call -> call.getTargetOwner().isEquivalentTo(Platform.class))
                        .filter(call -> call.getName().equals("runLater"))
                        .map(call -> call.getOriginOwner().getName().replaceAll("\\$.*", ""))
                        .collect(Collectors.toSet());

        assertThat(callers)
                .as("who calls Platform.runLater, because a flood of calls is found in one place")
                .hasSize(1)
                .allMatch(name -> name.startsWith(ROOT + ".ui."));
    }

    @Test
    void noPackageIsADrawerForEverything() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..", "..common..", "..impl..", "..helper..", "..manager..")
                .because("a name that fits everything attracts everything")
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> areOf(PackageRule owner) {
        String[] packages =
                Stream.concat(Stream.of(owner), owner.uses.stream())
                        .map(PackageRule::packageName)
                        .toArray(String[]::new);
        return resideInAnyPackage(packages)
                .or(describe("of " + owner.outside, type -> isOutside(type, owner)))
                .as(
                        "of the packages %s or of the modules java.base and %s",
                        owner.uses, owner.outside);
    }

    private static boolean isOutside(JavaClass type, PackageRule owner) {
        JavaClass element = type.getBaseComponentType();
        if (element.isPrimitive() || element.getPackageName().equals("org.jspecify.annotations")) {
            return true;
        }
        String module = MODULE_OF_PACKAGE.getOrDefault(element.getPackageName(), "unknown");
        return module.equals("java.base")
                || owner.outside.stream().anyMatch(name -> covers(name, module));
    }

    private static boolean covers(String name, String module) {
        return name.endsWith("*")
                ? module.startsWith(name.substring(0, name.length() - 1))
                : module.equals(name);
    }
}
