package io.entendu.core.response;

import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.ConversationId;
import io.entendu.core.conversation.TextId;
import io.entendu.core.survey.SurveyId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads conversations for analysts. Safe for many threads. */
public interface Responses {

    /** A conversation with its words. */
    record Response(ConversationId id, Conversation conversation, Map<TextId, String> texts) {

        public Response {
            texts = Map.copyOf(texts);
        }

        @Override
        public String toString() {
            return "Response[" + id + "]";
        }
    }

    /** Where to go on: after this conversation, in the order of {@code (startedAt, id)}. */
    record Cursor(Instant startedAt, String id) {}

    /**
     * Part of a listing.
     *
     * @param next where the next page begins; empty on the last
     */
    record Page(List<Response> items, Optional<Cursor> next) {

        public Page {
            items = List.copyOf(items);
        }
    }

    /**
     * Conversations begun from {@code from} (included) to {@code to} (excluded) that {@code filter}
     * lets through, in the order of their beginning.
     *
     * @param survey of this survey only, all its revisions
     * @param limit of the page, 1 to 1000
     */
    Page page(
            Optional<SurveyId> survey,
            Instant from,
            Instant to,
            Predicate<Conversation> filter,
            Optional<Cursor> after,
            int limit);

    /** The latest responses of a survey that {@code filter} lets through, newest first. */
    List<Response> latest(Optional<SurveyId> survey, Predicate<Conversation> filter, int limit);
}
