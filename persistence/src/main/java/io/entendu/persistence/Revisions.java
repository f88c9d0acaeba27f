package io.entendu.persistence;

import io.entendu.core.survey.SurveyId;
import io.entendu.core.survey.SurveyKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The survey revisions that were ever published, shared by all processes: their contents, which
 * never change, which one is current, and which were so before. Safe for many threads and many
 * processes.
 *
 * <p>Every method throws {@link io.entendu.core.respondent.StoreUnavailableException} when there is
 * no answer in time; repeating a call is safe.
 */
public final class Revisions {

    private static final String TAG = "e:{surveys}:";
    private static final String CONTENTS = TAG + "revisions";
    private static final String CURRENT = TAG + "current";

    private final Redis redis;

    Revisions(Redis redis) {
        this.redis = redis;
    }

    /**
     * Publishes a revision, unless what is published is newer, in one atomic step. The first of a
     * survey is always published.
     *
     * <p>From a file, a content that was published before is an older one, and so is a lower
     * number; what came by the API gives way only to a higher number. By the API everything is
     * published but a new content with a lower number.
     */
    public Publishing publish(
            SurveyKey key, OptionalInt number, Published.Source source, String content) {
        var reply =
                redis.multi(
                        Script.PUBLISH,
                        List.of(CONTENTS, historyKey(key.id()), CURRENT),
                        key.id().value(),
                        key.revision(),
                        Published.written(number),
                        source.name(),
                        content);
        var current = Published.of(key.id(), reply.text(1));
        return switch (reply.text(0)) {
            case "PUBLISHED" -> new Publishing.Done(current);
            case "CURRENT" -> new Publishing.Unchanged(current);
            case String reason ->
                    new Publishing.Refused(Publishing.Reason.valueOf(reason), current);
        };
    }

    /** The current revision of every survey. */
    public Map<SurveyId, Published> current() {
        var current = new HashMap<SurveyId, Published>();
        redis.await(redis.commands().hgetall(CURRENT))
                .forEach((id, line) -> {
                    var survey = new SurveyId(id);
                    current.put(survey, Published.of(survey, line));
                });
        return current;
    }

    /**
     * What was the current revision of a survey, the newest first. Empty when it never had one;
     * contents that a version without a history kept stand in none.
     */
    public List<Published> history(SurveyId survey) {
        return redis.await(redis.commands().lrange(historyKey(survey), 0, -1)).reversed().stream()
                .map(line -> Published.of(survey, line))
                .toList();
    }

    /** The content of a revision; empty when it was never published. */
    public Optional<String> content(SurveyKey key) {
        return Optional.ofNullable(redis.await(redis.commands().hget(CONTENTS, key.toString())));
    }

    private static String historyKey(SurveyId survey) {
        return TAG + "history:" + survey.value();
    }
}
