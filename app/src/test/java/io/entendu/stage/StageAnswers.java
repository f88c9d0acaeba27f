package io.entendu.stage;

import io.entendu.app.dashboard.Changes;
import io.entendu.app.dashboard.HeadlineScore;
import io.entendu.app.dashboard.HeadlineScore.Estimate;
import io.entendu.app.dashboard.Scoreboard;
import io.entendu.app.page.Watch;
import io.entendu.core.analysis.Analysis;
import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.Answer;
import io.entendu.core.conversation.Beside;
import io.entendu.core.conversation.Context;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.ConversationId;
import io.entendu.core.conversation.Disposition;
import io.entendu.core.conversation.Origin;
import io.entendu.core.conversation.Pace;
import io.entendu.core.conversation.Phase;
import io.entendu.core.conversation.TextId;
import io.entendu.core.respondent.RespondentId;
import io.entendu.core.respondent.StoreUnavailableException;
import io.entendu.core.response.Responses;
import io.entendu.core.survey.Metric;
import io.entendu.core.survey.SurveyId;
import io.entendu.core.survey.SurveyKey;
import io.entendu.core.text.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Answers in memory, to the one survey that is played; counts them in a simple way. */
@Component
public class StageAnswers implements Responses, Scoreboard, Changes {

    private static final int SHOWN_FROM = 5;
    private static final double Z_95 = 1.96;

    private final Clock clock;
    private volatile boolean away;
    private final List<Response> responses = new CopyOnWriteArrayList<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public StageAnswers(Clock clock) {
        this.clock = clock;
    }

    /** Lets the store be away, or be back. */
    public void setAway(boolean away) {
        this.away = away;
    }

    public void clear() {
        responses.clear();
        changed();
    }

    /** An answer from the web chat, just now, not classified. */
    void given(int rating, String text, Locale locale) {
        add(rating, text, locale, Channel.WEB, Origin.OPEN, Duration.ZERO, Optional.empty());
        changed();
    }

    /** Any answer; the latest last. */
    public void add(
            int rating,
            String text,
            Locale locale,
            Channel channel,
            Origin origin,
            Duration ago,
            Optional<Analysis> analysis) {
        var number = responses.size() + 1;
        var at = clock.instant().minus(ago);
        var conversation =
                conversation(number, rating, text, locale, channel, origin, at, analysis);
        var id = new ConversationId(new RespondentId("%026d".formatted(number)), number);
        responses.add(new Response(id, conversation, Map.of(new TextId(number, 3), text)));
    }

    private static Conversation conversation(
            int number,
            int rating,
            String text,
            Locale locale,
            Channel channel,
            Origin origin,
            Instant at,
            Optional<Analysis> analysis) {
        return new Conversation(
                number,
                new SurveyKey(StageSurveys.NPS, "0a1b2c"),
                channel,
                locale,
                origin,
                Optional.empty(),
                Context.NONE,
                Phase.COMPLETED,
                4,
                Optional.empty(),
                0,
                List.of(
                        new Answer.Rating(StageSurveys.SCORE, rating, new TextId(number, 2), at),
                        new Answer.Verbatim(
                                StageSurveys.REASON,
                                new TextId(number, 3),
                                Span.whole(text),
                                1,
                                analysis,
                                at)),
                at,
                Optional.of(at),
                Disposition.COMPLETE,
                Optional.empty(),
                Beside.NOTHING,
                Pace.STEADY);
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    @Override
    public Watch onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public Optional<HeadlineScore> headline(
            SurveyId survey, Set<Origin> origins, LocalDate from, LocalDate to) {
        if (away) {
            throw new StoreUnavailableException("away", new IllegalStateException());
        }
        var counts = new TreeMap<Integer, Long>();
        responses.stream()
                .map(Response::conversation)
                .filter(c -> c.survey().id().equals(survey) && origins.contains(c.origin()))
                .forEach(c ->
                        counts.merge(
                                ((Answer.Rating) c.answers().getFirst()).value(), 1L, Long::sum));
        var n = counts.values().stream().mapToLong(Long::longValue).sum();
        return Optional.of(
                n < SHOWN_FROM
                        ? new HeadlineScore(Metric.NPS, n, Optional.empty(), new TreeMap<>())
                        : new HeadlineScore(
                                Metric.NPS, n, Optional.of(estimate(counts, n)), counts));
    }

    private static Estimate estimate(SortedMap<Integer, Long> counts, long n) {
        var high = sum(counts.tailMap(9)) / (double) n;
        var low = sum(counts.headMap(7)) / (double) n;
        var margin = 100 * Z_95 * Math.sqrt((high + low - (high - low) * (high - low)) / n);
        var value = 100 * (high - low);
        return new Estimate(value, Math.max(-100, value - margin), Math.min(100, value + margin));
    }

    private static long sum(Map<Integer, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public Page page(
            Optional<SurveyId> survey,
            Instant from,
            Instant to,
            Predicate<Conversation> filter,
            Optional<Cursor> after,
            int limit) {
        throw new UnsupportedOperationException("the pages ask for the latest only");
    }

    @Override
    public List<Response> latest(
            Optional<SurveyId> survey, Predicate<Conversation> filter, int limit) {
        return List.copyOf(responses).reversed().stream()
                .filter(r -> survey.map(r.conversation().survey().id()::equals).orElse(true))
                .filter(r -> filter.test(r.conversation()))
                .limit(limit)
                .toList();
    }
}
