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

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds the rooms, the arrows between them, and what each may use of the world outside. */
class ArchitectureTest {

    /**
     * The table of rooms. Outside, every room may use {@code java.base} and the annotations of
     * JSpecify; the modules that it names come on top, {@code *} at the end of a name stands for
     * any rest.
     */
    @SuppressWarnings("ImmutableEnumChecker") // List.of makes lists that do not change
    enum Room {
        PLAN(uses(), outside(), "a plan is pure data, read and tested without a toolkit"),
        TRACE(uses(), outside(), "what happened is told without knowing who did it"),
        LAB(
                uses(),
                outside("org.apache.httpcomponents.core5.*"),
                "a server that knew its clients could flatter them"),
        STORAGE(
                uses(),
                outside(),
                "a file is saved in one careful way, whatever is in it and whoever saves it"),
        STATE(
                uses(PLAN, STORAGE),
                outside("tools.jackson.*"),
                "what is kept is read and written without a window, and tested by killing it"),
        MODEL(uses(PLAN, TRACE), outside(), "a model hands out tasks and cannot know how"),
        COMPARE(
                uses(PLAN, TRACE, MODEL),
                outside(),
                "what runs say beside each other is arithmetic, whoever ran them"),
        LESSON(
                uses(PLAN, MODEL),
                outside("org.snakeyaml.engine"),
                "a lesson is a file: read and checked without running it"),
        CODE(
                uses(PLAN, TRACE, MODEL),
                outside(),
                "a program that is shown is text, and knows no window"),
        ENGINE(
                uses(PLAN, TRACE, MODEL, COMPARE),
                outside(
                        "org.apache.httpcomponents.*",
                        "org.slf4j",
                        "java.management",
                        "jdk.management",
                        "jdk.net"),
                "the engine is driven by windows and command lines, and knows neither"),
        PAINT(
                uses(PLAN, TRACE, COMPARE),
                outside(),
                "geometry without a toolkit is tested in milliseconds"),
        CHART(
                uses(PLAN, TRACE, COMPARE, PAINT),
                outside("javafx.*"),
                "the control shows any trace, whoever recorded it"),
        EXPORT(
                uses(PLAN, TRACE, STORAGE, COMPARE, PAINT),
                outside("java.desktop", "de.siegmar.fastcsv", "tools.jackson.*"),
                "files are written from the command line too, where there is no JavaFX"),
        CLI(
                uses(PLAN, TRACE, LAB, STATE, MODEL, COMPARE, LESSON, CODE, ENGINE, PAINT, EXPORT),
                outside("info.picocli", "org.slf4j"),
                "the command line works where no display is"),
        UI(
                uses(
                        PLAN, TRACE, LAB, STORAGE, STATE, MODEL, COMPARE, LESSON, CODE, ENGINE,
                        PAINT, CHART, EXPORT),
                outside(
                        "javafx.*",
                        "org.controlsfx.*",
                        "atlantafx.*",
                        "org.kordamp.*",
                        "org.slf4j",
                        "java.management"), // a run is not charged for the processor time of
                // drawing
                "the windows are one of two doors, and the doors do not know each other");

        final List<Room> uses;
        final List<String> outside;
        final String reason;

        Room(List<Room> uses, List<String> outside, String reason) {
            this.uses = uses;
            this.outside = outside;
            this.reason = reason;
        }

        String packages() {
            return "dev.overlap." + name().toLowerCase(Locale.ROOT) + "..";
        }

        private static List<Room> uses(Room... rooms) {
            return List.of(rooms);
        }

        private static List<String> outside(String... modules) {
            return List.of(modules);
        }
    }

    /** As they are built: not the tests, whichever path they were loaded from. */
    private static final JavaClasses CLASSES =
            new ClassFileImporter().importPath(Path.of("target", "classes"));

    private static final Map<String, String> MODULE_OF_PACKAGE =
            ModuleLayer.boot().modules().stream()
                    .flatMap(
                            module ->
                                    module.getPackages().stream()
                                            .map(name -> Map.entry(name, module.getName())))
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    @ParameterizedTest
    @EnumSource
    void aRoomUsesOnlyWhatTheTableNames(Room room) {
        classes()
                .that()
                .resideInAPackage(room.packages())
                .should()
                .onlyDependOnClassesThat(areOf(room))
                .because(room.reason)
                .check(CLASSES);
    }

    @Test
    void everyClassLivesInARoomOrAtTheDoor() {
        String[] rooms =
                Stream.concat(
                                Stream.of("dev.overlap"),
                                Arrays.stream(Room.values()).map(Room::packages))
                        .toArray(String[]::new);
        classes()
                .should()
                .resideInAnyPackage(rooms)
                .because("a room that the table does not name is held by no rule")
                .check(CLASSES);
    }

    @Test
    void noRoomUsesTheDoor() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.overlap")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("dev.overlap")
                .because("the door only decides who begins")
                .check(CLASSES);
    }

    @Test
    void noRoomsUseEachOtherInACircle() {
        slices().matching("dev.overlap.(*)..")
                .should()
                .beFreeOfCycles()
                .because("two rooms in a circle are one room with two names")
                .check(CLASSES);
    }

    @Test
    void onlyTheEngineKnowsHttpClient() {
        noClasses()
                .that()
                .resideOutsideOfPackage(Room.ENGINE.packages())
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
                .allMatch(name -> name.startsWith("dev.overlap.ui."));
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

    private static DescribedPredicate<JavaClass> areOf(Room room) {
        String[] rooms =
                Stream.concat(Stream.of(room), room.uses.stream())
                        .map(Room::packages)
                        .toArray(String[]::new);
        return resideInAnyPackage(rooms)
                .or(describe("of " + room.outside, type -> isOutside(type, room)))
                .as("of the rooms %s or of the modules java.base and %s", room.uses, room.outside);
    }

    private static boolean isOutside(JavaClass type, Room room) {
        JavaClass element = type.getBaseComponentType();
        if (element.isPrimitive() || element.getPackageName().equals("org.jspecify.annotations")) {
            return true;
        }
        String module = MODULE_OF_PACKAGE.getOrDefault(element.getPackageName(), "unknown");
        return module.equals("java.base")
                || room.outside.stream().anyMatch(name -> covers(name, module));
    }

    private static boolean covers(String name, String module) {
        return name.endsWith("*")
                ? module.startsWith(name.substring(0, name.length() - 1))
                : module.equals(name);
    }
}
