package dev.overlap;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static dev.overlap.ProductionClasses.CLASSES;
import static dev.overlap.ProductionClasses.ROOT;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.application.Platform;

import org.junit.jupiter.api.Test;

import java.util.Set;
import java.util.stream.Collectors;

/** Libraries with traps are used in few places. */
class LibraryUseTest {

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
}
