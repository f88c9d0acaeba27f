package io.entendu.app.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.core.privacy.Retention;
import io.entendu.core.privacy.Retention.Limit;
import io.entendu.core.privacy.Retention.Limits;
import io.entendu.core.privacy.Retention.Pruned;
import io.entendu.core.respondent.StoreUnavailableException;
import io.entendu.core.survey.Survey;
import io.entendu.core.survey.SurveyId;
import io.entendu.core.survey.SurveyKey;
import io.entendu.core.survey.Surveys;
import io.entendu.flows.SurveyLibrary;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RetentionJobTest {

    private static final Instant NOW = Instant.parse("2026-05-04T09:30:00Z");
    private static final RetentionLimits.Periods HOUSE =
            new RetentionLimits.Periods(
                    Period.ofMonths(6), Period.ofYears(2), Period.ofYears(3), Period.ofYears(1));
    private static final Limit HOUSES =
            new Limit(Instant.parse("2025-11-04T09:30:00Z"), Instant.parse("2024-05-04T09:30:00Z"));

    private static final SurveyId OWN = new SurveyId("own");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Limits> asked = new ArrayList<>();

    private static final Surveys NONE =
            new Surveys() {
                @Override
                public Optional<Survey> current(SurveyId id) {
                    return Optional.empty();
                }

                @Override
                public Optional<Survey> revision(SurveyKey key) {
                    return Optional.empty();
                }

                @Override
                public List<Survey> all() {
                    return List.of();
                }
            };

    private void run(Retention retention) {
        new RetentionJob(
                        retention,
                        new RetentionLimits(HOUSE, NONE, _ -> Stream.empty()),
                        () -> NOW,
                        meters)
                .run();
    }

    private double removed(String what) {
        return meters.counter("entendu.retention.removed", "what", what).count();
    }

    @Test
    void whatIsTooOldFollowsFromThePeriodsOfTheHouse() {
        run(limits -> {
            asked.add(limits);
            return Pruned.NOTHING;
        });

        assertThat(asked)
                .containsExactly(
                        new Limits(
                                HOUSES,
                                Map.of(),
                                Instant.parse("2023-05-04T09:30:00Z"),
                                Instant.parse("2025-05-04T09:30:00Z"),
                                Instant.parse("2026-05-01T09:30:00Z")));
    }

    @Test
    void aSurveyIsStricterByTheStrictestOfItsRevisions(@TempDir Path directory) throws IOException {
        var now = survey(directory, "retention: {responses: 1y}");
        var before = survey(directory, "retention: {texts: 1m, responses: 5y}");
        var surveys = SurveyLibrary.ofSeedsAnd(directory);

        var limits =
                new RetentionLimits(
                                HOUSE,
                                surveys,
                                s -> s.id().equals(OWN) ? Stream.of(now, before) : Stream.empty())
                        .at(NOW);

        assertThat(limits.surveys())
                .isEqualTo(
                        Map.of(
                                OWN,
                                new Limit(
                                        Instant.parse("2026-04-04T09:30:00Z"),
                                        Instant.parse("2025-05-04T09:30:00Z"))));
        assertThat(limits.house()).isEqualTo(HOUSES);
    }

    private static Survey survey(Path directory, String retention) throws IOException {
        Files.writeString(
                directory.resolve("own.yaml"),
                "id: own\nmetric: nps\nsender: Acme\nlocales: [en]\n" + retention + "\n");
        return SurveyLibrary.ofSeedsAnd(directory).current(OWN).orElseThrow();
    }

    @Test
    void whatWasTakenAwayIsCounted() {
        run(_ -> new Pruned(4, 3, 2, 1));
        run(_ -> new Pruned(4, 0, 0, 0));

        assertThat(removed("texts")).isEqualTo(8);
        assertThat(removed("conversations")).isEqualTo(3);
        assertThat(removed("people")).isEqualTo(2);
        assertThat(removed("proofs")).isEqualTo(1);
        assertThat(meters.counter("entendu.retention.runs", "outcome", "done").count())
                .isEqualTo(2);
    }

    @Test
    void aStoreThatIsAwayEndsNothing() {
        run(_ -> {
            throw new StoreUnavailableException("away", new IllegalStateException());
        });
        run(_ -> {
            throw new IllegalStateException("a mistake");
        });

        assertThat(meters.counter("entendu.retention.runs", "outcome", "store_away").count())
                .isEqualTo(1);
        assertThat(meters.counter("entendu.retention.runs", "outcome", "mistake").count())
                .isEqualTo(1);
    }
}
