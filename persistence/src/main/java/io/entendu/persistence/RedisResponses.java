package io.entendu.persistence;

import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.ConversationId;
import io.entendu.core.response.Responses;
import io.entendu.core.survey.SurveyId;
import io.entendu.persistence.wire.Codec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Predicate;

/**
 * Conversations by when they began: the shards' indexes merged, then the conversations themselves,
 * all pipelined.
 */
final class RedisResponses implements Responses {

    private final Redis redis;
    private final Codec codec;

    RedisResponses(Redis redis, Codec codec) {
        this.redis = redis;
        this.codec = codec;
    }

    @Override
    public Page page(
            Optional<SurveyId> survey,
            Instant from,
            Instant to,
            Predicate<Conversation> filter,
            Optional<Cursor> after,
            int limit) {
        requireLimit(limit);
        var index = Index.forwards(redis, survey, from, to, after, limit);
        var items = collect(index, filter, limit);
        return new Page(
                items,
                items.size() < limit || !index.hasNext()
                        ? Optional.empty()
                        : Optional.of(cursor(items.getLast())));
    }

    @Override
    public List<Response> latest(
            Optional<SurveyId> survey, Predicate<Conversation> filter, int limit) {
        requireLimit(limit);
        return collect(Index.backwards(redis, survey, limit), filter, limit);
    }

    private List<Response> collect(Index index, Predicate<Conversation> filter, int limit) {
        var items = new ArrayList<Response>();
        while (items.size() < limit && index.hasNext()) {
            for (var loaded : load(index.next(limit - items.size()))) {
                if (filter.test(loaded.conversation())) {
                    items.add(loaded);
                }
            }
        }
        return items;
    }

    private record Asked(
            ConversationId id,
            Future<String> conversation,
            Future<String> archived,
            Future<Map<String, String>> texts) {}

    private List<Response> load(List<Index.Ref> refs) {
        var asked = refs.stream().map(ref -> ask(ref.id())).toList();
        var loaded = new ArrayList<Response>();
        for (var each : asked) {
            var lying = redis.await(each.conversation);
            var json = lying == null ? redis.await(each.archived) : lying;
            var texts = redis.await(each.texts);
            // An index entry may outlive its conversation for a moment.
            if (json != null) {
                loaded.add(
                        new Response(
                                each.id,
                                codec.conversation(Archived.conversation(json)),
                                RedisRespondents.texts(texts, each.id.number())));
            }
        }
        return loaded;
    }

    private Asked ask(ConversationId id) {
        var shard = Shard.of(id.respondent());
        return new Asked(
                id,
                redis.commands().hget(shard.respondent(id.respondent()), "c:" + id.number()),
                redis.commands().hget(shard.archive(id.respondent()), String.valueOf(id.number())),
                redis.commands().hgetall(shard.texts(id.respondent())));
    }

    private static Cursor cursor(Response last) {
        return new Cursor(last.conversation().startedAt(), last.id().toString());
    }

    private static void requireLimit(int limit) {
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("a page has 1 to 1000 items, not " + limit);
        }
    }
}
