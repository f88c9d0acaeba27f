package io.entendu.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.core.channel.Channel;
import io.entendu.core.outbox.Demand;
import io.entendu.core.outbox.Lane;
import io.entendu.core.outbox.Lane.Urgency;
import io.entendu.core.respondent.RespondentId;
import io.entendu.persistence.DueRespondents.Due;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DueRespondentsTest {

    private static final Lane REPLIES = new Lane(Channel.SMS, Urgency.REPLY);
    private static final Lane OPENINGS = new Lane(Channel.SMS, Urgency.OPENING);

    private static List<Due> due(Lane lane) {
        return IntStream.range(0, 400)
                .mapToObj(i ->
                        new Due(new RespondentId("%026d".formatted(i)), lane, 1000 + i * 173 % 400))
                .toList();
    }

    private static List<Due> chosen(Lane lane, int seed) {
        return DueRespondents.chosen(due(lane), new Demand(20, Map.of(lane, 20)), new Random(seed));
    }

    @Test
    void twoInstancesSeldomWantTheSameOpenings() {
        var both = new HashSet<>(chosen(OPENINGS, 1));
        assertThat(both).hasSize(20);

        both.retainAll(chosen(OPENINGS, 2));

        assertThat(both).as("1 of 20 by chance").hasSizeLessThan(6);
    }

    @Test
    void repliesThatHaveBeenDueForLongestComeFirst() {
        assertThat(chosen(REPLIES, 1))
                .isEqualTo(chosen(REPLIES, 2))
                .extracting(Due::since)
                .containsExactlyElementsOf(
                        IntStream.range(1000, 1020).mapToObj(Double::valueOf).toList());
    }
}
