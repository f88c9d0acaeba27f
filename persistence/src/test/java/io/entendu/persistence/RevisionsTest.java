package io.entendu.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.core.survey.SurveyId;
import io.entendu.core.survey.SurveyKey;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RevisionsTest {

    private static final SurveyKey KEY = new SurveyKey(new SurveyId("nps"), "0123456789abcdef");

    @BeforeEach
    void emptied() {
        TestRedis.emptied();
    }

    private static Revisions revisions() {
        return TestRedis.open(Duration.ofSeconds(30)).revisions();
    }

    @Test
    void everyRevisionStays() {
        revisions().keep(KEY, "first");
        revisions().keep(new SurveyKey(KEY.id(), "fedcba9876543210"), "second");

        assertThat(revisions().contents()).containsExactlyInAnyOrder("first", "second");
    }

    @Test
    void aRevisionIsNeverChanged() {
        revisions().keep(KEY, "first");
        revisions().keep(KEY, "another");

        assertThat(revisions().contents()).containsExactly("first");
    }
}
