package io.entendu.seeds;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.flows.SurveyLibrary;
import org.junit.jupiter.api.Test;

/** What is kept of a revision is enough to go on with it. */
class SeedRevisionsTest {

    @Test
    void everySeedIsReadAgainFromItsContentAsTheSameRevision() {
        var library = SurveyLibrary.ofSeeds();

        for (var survey : library.all()) {
            var content = library.content(survey.key()).orElseThrow();
            var again = library.withEarlier(java.util.List.of(content));

            assertThat(again.revision(survey.key())).as(survey.id().value()).contains(survey);
        }
    }

    @Test
    void aSurveyReadFromItsContentAloneIsTheSame() {
        var library = SurveyLibrary.ofSeeds();
        var contents =
                library.all().stream().map(s -> library.content(s.key()).orElseThrow()).toList();

        assertThat(library.withEarlier(contents).all()).isEqualTo(library.all());
    }
}
