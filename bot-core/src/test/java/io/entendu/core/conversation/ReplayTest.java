package io.entendu.core.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.policy.ContactPolicy;
import io.entendu.core.reading.Reading;
import io.entendu.core.survey.Survey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ReplayTest {

    private static final int STEPS = 7_000;

    @ParameterizedTest
    @MethodSource
    void aLogReplaysToTheSameConversation(long seed, Survey survey, ContactPolicy policy) {
        var engine = new Engine(new TableLifecycle(), policy);
        var life = new RandomLife(seed, survey);
        Map<Integer, List<LogEntry>> logs = new TreeMap<>();
        Map<Integer, Conversation> lived = new TreeMap<>();
        var person = People.stranger();
        for (var step = 0; step < STEPS; step++) {
            var event = life.next(person);
            var outcome = engine.advance(Optional.of(survey), person, event);
            person = outcome.next();
            person.conversation()
                    .ifPresent(conversation -> lived.put(conversation.number(), conversation));
            person.conversation()
                    .filter(conversation -> conversation.number() == outcome.conversation())
                    .ifPresent(c ->
                            logs.computeIfAbsent(c.number(), _ -> new ArrayList<>())
                                    .add(
                                            new LogEntry(
                                                    c.number(), c.turn(), event, outcome.said())));
        }

        assertThat(logs).hasSizeGreaterThan(100).hasSameSizeAs(lived);
        logs.forEach((number, log) ->
                assertThat(Replay.of(engine, survey, log)).isEqualTo(lived.get(number)));
    }

    static Stream<Arguments> aLogReplaysToTheSameConversation() {
        return Stream.of(
                argumentSet("of a short survey", 11L, People.SURVEY, People.NO_CAPS),
                argumentSet("of a long survey", 12L, People.LONG_SURVEY, People.NO_CAPS),
                argumentSet(
                        "of invitations delayed by the strict policy",
                        13L,
                        People.LONG_SURVEY,
                        ContactPolicy.STRICT));
    }

    @Test
    void aLogThatMissesATurnIsNotReplayed() {
        var log =
                List.of(
                        new LogEntry(
                                1, 1, People.replied(new Reading.Keyword(People.NPS)), List.of()),
                        new LogEntry(1, 3, People.replied(new Reading.Agreed()), List.of()));

        assertThatIllegalStateException()
                .isThrownBy(() -> Replay.of(People.ENGINE, People.SURVEY, log))
                .withMessage("turn 1.3 does not follow");
    }

    @Test
    void anEmptyLogIsNoConversation() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Replay.of(People.ENGINE, People.SURVEY, List.of()));
    }
}
