package io.entendu.core.testing;

import static io.entendu.core.testing.Scene.OTHER_SURVEY;
import static io.entendu.core.testing.Scene.START;
import static io.entendu.core.testing.Scene.SURVEY;
import static io.entendu.core.testing.Scene.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entendu.core.conversation.Phase;
import io.entendu.core.conversation.TextId;
import io.entendu.core.response.Responses;
import io.entendu.core.response.Responses.Cursor;
import io.entendu.core.response.Responses.Response;
import io.entendu.core.survey.SurveyId;
import io.entendu.core.survey.SurveyKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Responses} must do. */
public abstract class ResponsesContract extends StoreContract {

    private static final Instant END = START.plus(Duration.ofDays(1));

    private Responses responses() {
        return store().responses();
    }

    /** Somebody whose conversation began so many seconds after the start. */
    private void begun(int person, int seconds, SurveyKey survey) {
        commit(
                Turn.of(at(person(person)))
                        .to(
                                Scene.conversation(
                                        survey,
                                        1,
                                        Phase.CONSENTING,
                                        1,
                                        List.of(),
                                        START.plusSeconds(seconds)))
                        .keeping("hello from " + person)
                        .commit());
    }

    private List<Response> allPages(Optional<SurveyId> survey, int limit) {
        var all = new ArrayList<Response>();
        var cursor = Optional.<Cursor>empty();
        do {
            var page = responses().page(survey, START, END, _ -> true, cursor, limit);
            assertThat(page.items()).hasSizeLessThanOrEqualTo(limit);
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor.isPresent());
        return all;
    }

    private static List<Instant> beginnings(List<Response> responses) {
        return responses.stream().map(r -> r.conversation().startedAt()).toList();
    }

    @Test
    void pages_follow_each_other_without_gap_or_repetition() {
        for (var i = 0; i < 90; i++) {
            // A third each begin at the same moment, so that the id must decide.
            begun(i, i / 3 * 7 % 100, SURVEY);
        }

        var all = allPages(Optional.empty(), 7);

        assertThat(all).hasSize(90).extracting(Response::id).doesNotHaveDuplicates();
        assertThat(beginnings(all)).isSorted();
    }

    @Test
    void many_of_one_moment_fit_any_page() {
        for (var i = 0; i < 40; i++) {
            begun(i, 5, SURVEY);
        }

        assertThat(allPages(Optional.empty(), 1))
                .hasSize(40)
                .extracting(Response::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_response_comes_with_its_words() {
        begun(1, 0, SURVEY);

        var response =
                responses()
                        .page(Optional.empty(), START, END, _ -> true, Optional.empty(), 10)
                        .items()
                        .getFirst();

        assertThat(response.id().respondent()).isEqualTo(id(person(1)));
        assertThat(response.texts()).isEqualTo(Map.of(new TextId(1, 1), "hello from 1"));
    }

    @Test
    void the_beginning_is_included_and_the_end_is_not() {
        begun(1, 10, SURVEY);
        begun(2, 20, SURVEY);

        var page =
                responses()
                        .page(
                                Optional.empty(),
                                START.plusSeconds(10),
                                START.plusSeconds(20),
                                _ -> true,
                                Optional.empty(),
                                10);

        assertThat(beginnings(page.items())).containsExactly(START.plusSeconds(10));
        assertThat(page.next()).isEmpty();
    }

    @Test
    void one_survey_only() {
        begun(1, 1, SURVEY);
        begun(2, 2, OTHER_SURVEY);
        begun(3, 3, SURVEY);

        assertThat(beginnings(allPages(Optional.of(SURVEY.id()), 10)))
                .containsExactly(START.plusSeconds(1), START.plusSeconds(3));
        assertThat(allPages(Optional.of(new SurveyId("unknown")), 10)).isEmpty();
    }

    @Test
    void a_filter_makes_no_page_shorter_than_it_must_be() {
        for (var i = 0; i < 30; i++) {
            begun(i, i, SURVEY);
        }

        var page =
                responses()
                        .page(
                                Optional.empty(),
                                START,
                                END,
                                c -> c.startedAt().getEpochSecond() % 10 == 0,
                                Optional.empty(),
                                2);

        assertThat(beginnings(page.items())).containsExactly(START, START.plusSeconds(10));
        assertThat(page.next()).isPresent();
    }

    @Test
    void a_conversation_is_listed_once_however_often_it_moves() {
        begun(1, 0, SURVEY);
        begun(1, 0, SURVEY);

        assertThat(allPages(Optional.empty(), 10)).hasSize(1);
    }

    @Test
    void the_latest_come_newest_first() {
        for (var i = 0; i < 25; i++) {
            begun(i, i, SURVEY);
        }

        var latest =
                responses()
                        .latest(
                                Optional.of(SURVEY.id()),
                                c -> !c.startedAt().equals(START.plusSeconds(23)),
                                3);

        assertThat(beginnings(latest))
                .containsExactly(
                        START.plusSeconds(24), START.plusSeconds(22), START.plusSeconds(21));
    }

    @Test
    void a_page_has_its_limits() {
        assertThatThrownBy(() ->
                        responses()
                                .page(Optional.empty(), START, END, _ -> true, Optional.empty(), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> responses().latest(Optional.empty(), _ -> true, 1001))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
