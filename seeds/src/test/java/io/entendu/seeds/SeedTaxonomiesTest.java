package io.entendu.seeds;

import static io.entendu.seeds.Seeds.LANGUAGES;
import static io.entendu.seeds.Seeds.LIBRARY;
import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.core.analysis.Taxonomy;
import io.entendu.core.analysis.Theme;
import io.entendu.core.survey.Survey;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The themes that the seeds' verbatims are coded in. */
class SeedTaxonomiesTest {

    static Stream<Taxonomy> taxonomies() {
        return LIBRARY.all().stream().map(Survey::taxonomy).distinct();
    }

    @Test
    void customersTheRelationshipAndEmployeesHaveTheirOwnThemes() {
        assertThat(taxonomies())
                .extracting(Taxonomy::id)
                .containsExactlyInAnyOrder("customer-service", "relationship", "employee");
    }

    @ParameterizedTest
    @MethodSource("taxonomies")
    void aPersonCanKeepTheListInMind(Taxonomy taxonomy) {
        assertThat(taxonomy.themes()).hasSizeBetween(8, 12);
        assertThat(taxonomy.themes().getLast().id().value()).isEqualTo("other");
        assertThat(taxonomy.themes()).extracting(Theme::id).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("taxonomies")
    void aThemeHasANameOfItsOwnInEveryLanguage(Taxonomy taxonomy) {
        assertThat(taxonomy.themes())
                .allSatisfy(theme -> assertThat(theme.names()).containsOnlyKeys(LANGUAGES));
        for (var language : LANGUAGES) {
            assertThat(taxonomy.themes())
                    .extracting(theme -> theme.names().get(language))
                    .doesNotHaveDuplicates()
                    .allSatisfy(name -> assertThat(name).isNotBlank().hasSizeLessThan(40));
        }
    }

    @ParameterizedTest
    @MethodSource("taxonomies")
    void aThemeIsDefinedAndShownByExamples(Taxonomy taxonomy) {
        for (var theme : taxonomy.themes()) {
            assertThat(theme.definition()).hasSizeGreaterThan(60).endsWith(".");
            for (var language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                assertThat(theme.examples().get(language))
                        .as("%s %s", theme.id(), language)
                        .hasSizeGreaterThanOrEqualTo(2)
                        .allSatisfy(example -> assertThat(example).contains(" "));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("taxonomies")
    void everyLanguageHasKeywordsInLowerCase(Taxonomy taxonomy) {
        for (var theme : taxonomy.themes()) {
            var languages =
                    theme.id().value().equals("other")
                            ? List.of(Locale.FRENCH, Locale.ENGLISH)
                            : LANGUAGES;
            assertThat(theme.keywords()).containsKeys(languages.toArray(Locale[]::new));
            assertThat(theme.keywords().values())
                    .allSatisfy(words ->
                            assertThat(words)
                                    .isNotEmpty()
                                    .allSatisfy(word ->
                                            assertThat(word)
                                                    .isEqualTo(word.toLowerCase(Locale.ROOT))));
        }
    }

    /** Those of one language are looked for in all, so a word must not lead to two themes. */
    @ParameterizedTest
    @MethodSource("taxonomies")
    void aKeywordAnnouncesOneTheme(Taxonomy taxonomy) {
        var themes = new HashMap<String, Theme>();
        for (var theme : taxonomy.themes()) {
            theme.keywords().values().stream()
                    .flatMap(List::stream)
                    .map(SeedTaxonomiesTest::withoutAccents)
                    .forEach(word -> {
                        var before = themes.put(word, theme);
                        assertThat(before).as(word).isIn(null, theme);
                    });
        }
    }

    /** One id is one theme, so that figures can be laid side by side. */
    @Test
    void themesOfOneIdBearOneName() {
        var names = new HashMap<String, Object>();
        taxonomies()
                .flatMap(taxonomy -> taxonomy.themes().stream())
                .forEach(theme -> {
                    var before = names.put(theme.id().value(), theme.names());
                    assertThat(before).as("%s", theme.id()).isIn(null, theme.names());
                });
        assertThat(names).hasSizeGreaterThan(20);
    }

    private static String withoutAccents(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
}
