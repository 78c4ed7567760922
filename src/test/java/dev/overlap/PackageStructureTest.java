package dev.overlap;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static dev.overlap.ProductionClasses.CLASSES;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Packages are small, and named after a purpose. */
class PackageStructureTest {

    /** The maximum number of top-level classes in a package that is still easy to survey. */
    private static final int MAX_CLASSES = 30;

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
    void noPackageIsADrawerForEverything() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..", "..common..", "..impl..", "..helper..", "..manager..")
                .because("a name that fits everything attracts everything")
                .check(CLASSES);
    }
}
