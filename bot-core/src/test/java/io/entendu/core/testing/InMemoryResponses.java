package io.entendu.core.testing;

import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.ConversationId;
import io.entendu.core.response.Responses;
import io.entendu.core.survey.SurveyId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

final class InMemoryResponses implements Responses {

    private static final Comparator<Cursor> ORDER =
            Comparator.comparing(Cursor::startedAt).thenComparing(Cursor::id);

    private final Memory memory;

    InMemoryResponses(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Page page(
            Optional<SurveyId> survey,
            Instant from,
            Instant to,
            Predicate<Conversation> filter,
            Optional<Cursor> after,
            int limit) {
        synchronized (memory) {
            requireLimit(limit);
            var rest =
                    all(survey)
                            .filter(r ->
                                    !r.conversation().startedAt().isBefore(from)
                                            && r.conversation().startedAt().isBefore(to))
                            .filter(r ->
                                    after.isEmpty() || ORDER.compare(cursor(r), after.get()) > 0)
                            .filter(r -> filter.test(r.conversation()))
                            .toList();
            var items = rest.subList(0, Math.min(limit, rest.size()));
            return new Page(
                    items,
                    items.size() < rest.size()
                            ? Optional.of(cursor(items.getLast()))
                            : Optional.empty());
        }
    }

    @Override
    public List<Response> latest(
            Optional<SurveyId> survey, Predicate<Conversation> filter, int limit) {
        synchronized (memory) {
            requireLimit(limit);
            return all(survey).toList().reversed().stream()
                    .filter(r -> filter.test(r.conversation()))
                    .limit(limit)
                    .toList();
        }
    }

    private Stream<Response> all(Optional<SurveyId> survey) {
        var all = new ArrayList<Response>();
        memory.persons.forEach((id, person) ->
                person.conversations
                        .values()
                        .forEach(c ->
                                all.add(
                                        new Response(
                                                new ConversationId(id, c.number()),
                                                c,
                                                new InMemoryRespondents(
                                                                memory, Delivering.Pacing.NONE)
                                                        .texts(id, c.number())))));
        return all.stream()
                .filter(r ->
                        survey.filter(s -> !s.equals(r.conversation().survey().id())).isEmpty())
                .sorted(Comparator.comparing(InMemoryResponses::cursor, ORDER));
    }

    private static Cursor cursor(Response response) {
        return new Cursor(response.conversation().startedAt(), response.id().toString());
    }

    private static void requireLimit(int limit) {
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("a page has 1 to 1000 items, not " + limit);
        }
    }
}
