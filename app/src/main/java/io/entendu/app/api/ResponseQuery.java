package io.entendu.app.api;

import io.entendu.app.api.ApiProblem.FieldProblem;
import io.entendu.core.analysis.Sentiment;
import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.Answer;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.Origin;
import io.entendu.core.response.Responses.Cursor;
import io.entendu.core.survey.SurveyId;
import io.entendu.core.survey.Surveys;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The filters of a listing, read from the query so that every mistake is named at once.
 *
 * @param from begun at or after
 * @param to begun before
 */
record ResponseQuery(
        Optional<SurveyId> survey,
        Instant from,
        Instant to,
        Predicate<Conversation> filter,
        Optional<Cursor> cursor,
        int limit) {

    private static final Set<String> KNOWN =
            Set.of(
                    "survey",
                    "from",
                    "to",
                    "channel",
                    "touchpoint",
                    "agent",
                    "team",
                    "theme",
                    "sentiment",
                    "locale",
                    "origin",
                    "cursor",
                    "limit");
    private static final int LIMIT = 100;
    private static final int MOST = 1000;
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    /** Reads a query. Throws {@link ApiProblem} with everything that is wrong with it. */
    static ResponseQuery read(Map<String, String> query, Surveys surveys) {
        var fields = new Fields(query);
        fields.unknown();
        var read =
                new ResponseQuery(
                        fields.survey(surveys),
                        fields.time("from").orElse(Instant.EPOCH),
                        fields.time("to").orElse(END),
                        fields.filter(),
                        fields.cursor(),
                        fields.limit());
        fields.done();
        return read;
    }

    /** A place in a listing as an opaque text. */
    static String written(Cursor cursor) {
        var plain = cursor.startedAt().toEpochMilli() + ":" + cursor.id();
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    private static final class Fields {

        private final Map<String, String> query;
        private final List<FieldProblem> problems = new ArrayList<>();

        Fields(Map<String, String> query) {
            this.query = query;
        }

        void done() {
            if (!problems.isEmpty()) {
                throw new ApiProblem(400, "Invalid query", problems);
            }
        }

        void unknown() {
            query.keySet().stream()
                    .filter(name -> !KNOWN.contains(name))
                    .sorted()
                    .forEach(name ->
                            wrong(
                                    name,
                                    "is not a filter; there are "
                                            + KNOWN.stream().sorted().toList()));
        }

        Optional<SurveyId> survey(Surveys surveys) {
            var wanted = text("survey");
            var known =
                    wanted.filter(SurveyId::isValid)
                            .map(SurveyId::new)
                            .filter(id -> surveys.current(id).isPresent());
            return wanted.isPresent() && known.isEmpty()
                    ? wrong("survey", "there is no such survey")
                    : known;
        }

        Optional<Instant> time(String name) {
            return text(name)
                    .flatMap(text -> {
                        try {
                            return Optional.of(
                                    text.length() == "2026-05-04".length()
                                            ? LocalDate.parse(text)
                                                    .atStartOfDay(ZoneOffset.UTC)
                                                    .toInstant()
                                            : OffsetDateTime.parse(text).toInstant());
                        } catch (DateTimeException unreadable) {
                            return wrong(
                                    name,
                                    "give a day such as 2026-05-04 or a time such as 2026-05-04T09:30:00Z");
                        }
                    });
        }

        Predicate<Conversation> filter() {
            var rules = new ArrayList<Predicate<Conversation>>();
            choice("channel", Channel::ofWireName).ifPresent(c -> rules.add(x -> x.channel() == c));
            text("touchpoint")
                    .ifPresent(v -> rules.add(x -> v.equals(x.context().touchpoint().orElse(""))));
            text("agent").ifPresent(v -> rules.add(x -> v.equals(x.context().agent().orElse(""))));
            text("team").ifPresent(v -> rules.add(x -> v.equals(x.context().team().orElse(""))));
            text("locale").ifPresent(v -> rules.add(x -> x.locale().toLanguageTag().startsWith(v)));
            text("theme").ifPresent(v -> rules.add(x -> hasTheme(x, v)));
            choice("sentiment", v -> among(Sentiment.values(), v))
                    .ifPresent(s -> rules.add(x -> sounds(x, s)));
            var origin = choice("origin", v -> among(Origin.values(), v));
            rules.add(x -> origin.map(o -> x.origin() == o).orElse(x.origin() != Origin.DEMO));
            return rules.stream().reduce(x -> true, Predicate::and);
        }

        Optional<Cursor> cursor() {
            return text("cursor")
                    .flatMap(text -> {
                        try {
                            var plain =
                                    new String(
                                            Base64.getUrlDecoder().decode(text),
                                            StandardCharsets.UTF_8);
                            var colon = plain.indexOf(':');
                            return Optional.of(
                                    new Cursor(
                                            Instant.ofEpochMilli(
                                                    Long.parseLong(plain.substring(0, colon))),
                                            plain.substring(colon + 1)));
                        } catch (IllegalArgumentException | IndexOutOfBoundsException forged) {
                            return wrong(
                                    "cursor",
                                    "pass the value of next of the page before, unchanged");
                        }
                    });
        }

        int limit() {
            var text = query.getOrDefault("limit", String.valueOf(LIMIT));
            if (text.matches("[1-9][0-9]{0,3}") && Integer.parseInt(text) <= MOST) {
                return Integer.parseInt(text);
            }
            wrong("limit", "must be 1 to " + MOST);
            return LIMIT;
        }

        private <T> Optional<T> choice(String name, Function<String, Optional<T>> reading) {
            var text = text(name);
            var value = text.flatMap(reading);
            return text.isPresent() && value.isEmpty()
                    ? wrong(name, "is none of the known values")
                    : value;
        }

        private Optional<String> text(String name) {
            return Optional.ofNullable(query.get(name)).filter(v -> !v.isBlank());
        }

        private <T> Optional<T> wrong(String field, String detail) {
            problems.add(new FieldProblem(field, detail));
            return Optional.empty();
        }

        private static <E extends Enum<E>> Optional<E> among(E[] values, String name) {
            return Stream.of(values)
                    .filter(v -> v.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst();
        }

        private static boolean hasTheme(Conversation conversation, String theme) {
            return verbatims(conversation)
                    .flatMap(v -> v.analysis().stream())
                    .flatMap(a -> a.themes().stream())
                    .anyMatch(t -> t.theme().value().equals(theme));
        }

        private static boolean sounds(Conversation conversation, Sentiment sentiment) {
            return verbatims(conversation)
                    .flatMap(v -> v.analysis().stream())
                    .anyMatch(a -> a.sentiment() == sentiment);
        }

        private static Stream<Answer.Verbatim> verbatims(Conversation conversation) {
            return conversation.answers().stream()
                    .filter(Answer.Verbatim.class::isInstance)
                    .map(Answer.Verbatim.class::cast);
        }
    }
}
