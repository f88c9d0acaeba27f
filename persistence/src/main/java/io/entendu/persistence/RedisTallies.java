package io.entendu.persistence;

import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.Effect;
import io.entendu.core.conversation.Origin;
import io.entendu.core.response.Tallies;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.SurveyId;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Tallies, one hash a shard and survey, summed on reading. */
final class RedisTallies implements Tallies {

    private static final Pattern BAR = Pattern.compile("\\|");

    private final Redis redis;

    RedisTallies(Redis redis) {
        this.redis = redis;
    }

    /** The revision comes last, because it alone has no form of its own. */
    static String field(Conversation conversation, Effect.Count count, LocalDate day) {
        return String.join(
                "|",
                count.question().value(),
                conversation.channel().name(),
                conversation.origin().name(),
                day.toString(),
                String.valueOf(count.value()),
                conversation.survey().revision());
    }

    @Override
    public List<Cell> of(SurveyId survey) {
        var answers =
                Shard.ALL.stream()
                        .map(shard -> redis.commands().hgetall(shard.tallies(survey)))
                        .toList();
        var sums = new TreeMap<String, Long>();
        for (var answer : answers) {
            redis.await(answer)
                    .forEach((field, count) -> sums.merge(field, Long.parseLong(count), Long::sum));
        }
        return sums.entrySet().stream().map(e -> cell(e.getKey(), e.getValue())).toList();
    }

    private static Cell cell(String field, long count) {
        var parts = BAR.split(field, 6);
        return new Cell(
                parts[5],
                new QuestionId(parts[0]),
                Channel.valueOf(parts[1]),
                Origin.valueOf(parts[2]),
                LocalDate.parse(parts[3]),
                Integer.parseInt(parts[4]),
                count);
    }
}
