package io.entendu.classifiers;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.core.analysis.Flag;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Floors, a little below what was measured: a change that makes the labels worse does not pass. */
class QualityGateTest {

    private static final EmbeddedClassifier CLASSIFIER = EmbeddedClassifier.load();

    @ParameterizedTest
    @CsvSource({
        "verbatims.jsonl, en, 0.87, 0.70, 0.95",
        "verbatims.jsonl, fr, 0.85, 0.70, 0.95",
        "adversarial.jsonl, en, 0.81, 0.50, 0.95",
        "adversarial.jsonl, fr, 0.75, 0.70, 0.95",
    })
    void no_worse_than_before(
            String file, String language, double accuracy, double themes, double flags)
            throws Exception {
        var evaluation =
                Evaluation.of(
                        texts(file).stream()
                                .filter(t -> t.locale().equals(Locale.of(language)))
                                .toList(),
                        CLASSIFIER,
                        TaxonomyFile.customerService());

        assertThat(evaluation.accuracy().value()).isGreaterThanOrEqualTo(accuracy);
        assertThat(evaluation.themeF1().value()).isGreaterThanOrEqualTo(themes);
        assertThat(evaluation.flagRecall()).isGreaterThanOrEqualTo(flags);
        assertThat(evaluation.accuracy().low()).isLessThanOrEqualTo(evaluation.accuracy().value());
    }

    @Test
    void nothing_dangerous_is_missed() throws Exception {
        for (var file : List.of("verbatims.jsonl", "adversarial.jsonl")) {
            for (var text : texts(file)) {
                if (text.flags().contains(Flag.SAFETY)) {
                    var analysis =
                            CLASSIFIER.classify(text.verbatim(), TaxonomyFile.customerService());
                    assertThat(analysis.flags()).as(text.text()).contains(Flag.SAFETY);
                }
            }
        }
    }

    private static List<LabelledVerbatim> texts(String file)
            throws IOException, URISyntaxException {
        var resource = QualityGateTest.class.getResource(file);
        assertThat(resource).isNotNull();
        return LabelledVerbatim.read(Path.of(resource.toURI()));
    }
}
