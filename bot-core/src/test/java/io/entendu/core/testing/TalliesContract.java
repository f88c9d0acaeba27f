package io.entendu.core.testing;

import static io.entendu.core.testing.Scene.START;
import static io.entendu.core.testing.Scene.SURVEY;
import static io.entendu.core.testing.Scene.ended;
import static io.entendu.core.testing.Scene.person;
import static io.entendu.core.testing.Scene.rating;
import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.Origin;
import io.entendu.core.conversation.Phase;
import io.entendu.core.response.Tallies;
import io.entendu.core.response.Tallies.Cell;
import io.entendu.core.survey.SurveyId;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What every {@link Tallies} must do. */
public abstract class TalliesContract extends StoreContract {

    private static final LocalDate DAY = LocalDate.parse("2026-03-02");

    private Tallies tallies() {
        return store().tallies();
    }

    private static Cell cell(LocalDate day, int value, long count) {
        return new Cell(
                SURVEY.revision(), Scene.SCORE, Channel.SMS, Origin.OPEN, day, value, count);
    }

    @Test
    void answers_of_many_people_are_summed() {
        for (var i = 0; i < 12; i++) {
            commit(
                    Turn.of(at(person(i)))
                            .to(ended(1, Phase.COMPLETED, 2, rating(i % 2 == 0 ? 9 : 3, START)))
                            .counting(i % 2 == 0 ? 9 : 3, 1)
                            .commit());
        }

        assertThat(tallies().of(SURVEY.id()))
                .containsExactlyInAnyOrder(cell(DAY, 9, 6), cell(DAY, 3, 6));
        assertThat(tallies().of(new SurveyId("enps"))).isEmpty();
    }

    @Test
    void a_correction_is_taken_from_the_day_of_the_answer_it_corrects() {
        var nextDay = START.plus(Duration.ofDays(1));
        commit(
                Turn.of(at(person(1)))
                        .to(ended(1, Phase.COMPLETED, 2, rating(1, START)))
                        .counting(1, 1)
                        .commit());

        commit(
                Turn.of(at(person(1)))
                        .to(ended(1, Phase.COMPLETED, 3, rating(10, nextDay)))
                        .counting(1, -1)
                        .counting(10, 1)
                        .commit());

        assertThat(tallies().of(SURVEY.id()))
                .containsExactlyInAnyOrder(cell(DAY, 1, 0), cell(DAY.plusDays(1), 10, 1));
    }
}
