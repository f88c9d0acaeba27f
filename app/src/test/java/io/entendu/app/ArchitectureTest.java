package io.entendu.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules of the house (docs/architecture.md), and that they see the code. */
class ArchitectureTest {

    private static final String ROOT = "io.entendu";

    private static JavaClasses house;

    @BeforeAll
    static void readTheHouse() {
        house =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .withImportOption(location -> !location.contains("-tests.jar"))
                        .importPackages(ROOT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "flows", "channels", "classifiers", "persistence", "app"})
    void theRulesSeeEveryModule(String module) {
        assertThat(house.stream().filter(c -> c.getPackageName().startsWith(ROOT + "." + module)))
                .as("classes of %s", module)
                .hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @MethodSource
    void rules(ArchRule rule) {
        rule.check(house);
    }

    static Stream<Arguments> rules() {
        return Stream.of(
                argumentSet(
                        "the core knows the JDK, JSpecify and nothing of ours",
                        noClasses()
                                .that()
                                .resideInAPackage(ROOT + ".core..")
                                .should()
                                .dependOnClassesThat(strangersToTheCore())),
                argumentSet(
                        "only one package of the core knows the state machine's library",
                        onlyIn("core.conversation.machine", "org.springframework.statemachine..")),
                argumentSet(
                        "only the machine and the application know Spring",
                        noClasses()
                                .that()
                                .resideOutsideOfPackages(
                                        ROOT + ".app..", ROOT + ".core.conversation.machine..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("org.springframework..")),
                argumentSet(
                        "only channels know telegrambots", onlyIn("channels", "org.telegram..")),
                argumentSet("only channels know twilio", onlyIn("channels", "com.twilio..")),
                argumentSet(
                        "only classifiers know LangChain4j",
                        onlyIn("classifiers", "dev.langchain4j..")),
                argumentSet(
                        "only classifiers know ONNX", onlyIn("classifiers", "ai.onnxruntime..")),
                argumentSet(
                        "only persistence knows Lettuce", onlyIn("persistence", "io.lettuce..")),
                argumentSet("flows depend on the core alone", dependsOnlyOnTheCore("flows")),
                argumentSet("channels depend on the core alone", dependsOnlyOnTheCore("channels")),
                argumentSet(
                        "classifiers depend on the core alone",
                        dependsOnlyOnTheCore("classifiers")),
                argumentSet(
                        "persistence depends on the core alone",
                        dependsOnlyOnTheCore("persistence")),
                argumentSet(
                        "Jackson 2 stays in the libraries that bring it",
                        noClasses()
                                .that()
                                .resideInAPackage(ROOT + "..")
                                .and()
                                .resideOutsideOfPackage(ROOT + ".channels.telegram..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage("com.fasterxml.jackson.databind..")),
                argumentSet(
                        "no clock and no chance in the core",
                        noClasses()
                                .that()
                                .resideInAPackage(ROOT + ".core..")
                                .should()
                                .callMethod(java.time.Instant.class, "now")
                                .orShould()
                                .callMethod(System.class, "currentTimeMillis")
                                .orShould()
                                .callMethod(java.util.UUID.class, "randomUUID")
                                .orShould()
                                .dependOnClassesThat()
                                .haveFullyQualifiedName("java.util.Random")),
                argumentSet(
                        "the core does not log",
                        noClasses()
                                .that()
                                .resideInAPackage(ROOT + ".core..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage("org.slf4j..", "java.util.logging..")),
                argumentSet(
                        "packages have no cycles",
                        slices().matching(
                                        ROOT
                                                + ".(app|flows|channels|classifiers|persistence).(*)..")
                                .should()
                                .beFreeOfCycles()),
                argumentSet(
                        "every package is null-marked",
                        classes()
                                .that()
                                .resideInAPackage(ROOT + "..")
                                .should(resideInNullMarkedPackages())),
                argumentSet(
                        "nobody throws generic exceptions",
                        NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS),
                argumentSet(
                        "nothing is injected into fields",
                        fields().should()
                                .notBeAnnotatedWith(
                                        "org.springframework.beans.factory.annotation.Autowired")),
                argumentSet(
                        "no mutable statics",
                        fields().that()
                                .areStatic()
                                .and()
                                .areDeclaredInClassesThat()
                                .resideInAPackage(ROOT + "..")
                                .should()
                                .beFinal()));
    }

    @Test
    void standardStreamsAreLeftToTheCommandLine() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(house.that(outsideTheCommandLine()));
    }

    private static DescribedPredicate<JavaClass> outsideTheCommandLine() {
        return DescribedPredicate.describe(
                "outside command lines",
                c ->
                        !c.getSimpleName().endsWith("Command")
                                && !c.getSimpleName().equals("Trainer"));
    }

    private static ArchRule onlyIn(String home, String library) {
        return noClasses()
                .that()
                .resideInAPackage(ROOT + "..")
                .and()
                .resideOutsideOfPackage(ROOT + "." + home + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    private static ArchRule dependsOnlyOnTheCore(String module) {
        return noClasses()
                .that()
                .resideInAPackage(ROOT + "." + module + "..")
                .should()
                .dependOnClassesThat(
                        DescribedPredicate.describe(
                                "of other modules",
                                c ->
                                        c.getPackageName().startsWith(ROOT)
                                                && !c.getPackageName().startsWith(ROOT + ".core")
                                                && !c.getPackageName()
                                                        .startsWith(ROOT + "." + module)));
    }

    private static DescribedPredicate<JavaClass> strangersToTheCore() {
        return DescribedPredicate.describe(
                "strange to the core",
                c -> {
                    var name = c.getPackageName();
                    return !name.startsWith("java.")
                            && !name.startsWith(ROOT + ".core")
                            && !name.startsWith("org.jspecify")
                            && !name.startsWith("org.springframework")
                            && !name.startsWith("reactor.core")
                            && !name.isEmpty();
                });
    }

    private static ArchCondition<JavaClass> resideInNullMarkedPackages() {
        return new ArchCondition<>("reside in a null-marked package") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                var marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                var synthetic = item.getModifiers().contains(JavaModifier.SYNTHETIC);
                events.add(
                        new SimpleConditionEvent(item, marked || synthetic, item.getPackageName()));
            }
        };
    }
}
