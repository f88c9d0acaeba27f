package io.entendu.app.api;

import io.entendu.core.conversation.Origin;
import io.entendu.core.response.Tallies;
import io.entendu.core.response.Tallies.Cell;
import io.entendu.core.score.Distribution;
import io.entendu.core.score.Score;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.Survey;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Makes scores of tallies, with small groups hidden, also those that could be had by subtraction.
 */
public final class Scoring {

    private final Tallies tallies;

    public Scoring(Tallies tallies) {
        this.tallies = tallies;
    }

    /**
     * Which ratings count.
     *
     * @param from day in UTC, included
     * @param to day in UTC, not included
     * @param origins of the conversations
     */
    public record Wanted(
            Survey survey,
            QuestionId question,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Set<Origin> origins) {

        /** Demonstration data are never mixed in unasked. */
        public static final Set<Origin> REAL = Set.of(Origin.INVITED, Origin.OPEN);

        public Wanted {
            origins = Set.copyOf(origins);
        }

        boolean holds(Cell cell) {
            return cell.question().equals(question)
                    && from.map(day -> !cell.day().isBefore(day)).orElse(true)
                    && to.map(cell.day()::isBefore).orElse(true)
                    && origins.contains(cell.origin());
        }
    }

    /** By what ratings can be grouped. */
    @SuppressWarnings("ImmutableEnumChecker") // the functions have no state
    public enum By {
        CHANNEL(cell -> cell.channel().wireName()),
        ORIGIN(cell -> cell.origin().name().toLowerCase(Locale.ROOT)),
        REVISION(Cell::revision),
        DAY(cell -> cell.day().toString()),
        MONTH(cell -> cell.day().toString().substring(0, 7));

        private final Function<Cell, String> group;

        By(Function<Cell, String> group) {
            this.group = group;
        }
    }

    /** The score of everything wanted. */
    public Score overall(Wanted wanted) {
        return Score.of(wanted.survey().metric(), distribution(cells(wanted)));
    }

    /** Scores by group; one under the empty name without grouping. */
    SortedMap<String, Score> groups(Wanted wanted, Optional<By> by) {
        var cells = cells(wanted);
        var groups = new TreeMap<String, List<Cell>>();
        by.ifPresentOrElse(
                b ->
                        cells.forEach(
                                c -> groups.merge(b.group.apply(c), List.of(c), Scoring::joined)),
                () -> groups.put("", cells));
        var scores = new TreeMap<String, Score>();
        groups.forEach((name, group) ->
                scores.put(name, Score.of(wanted.survey().metric(), distribution(group))));
        return guarded(scores);
    }

    /**
     * One hidden group could be had by taking the others from the whole: then the next smallest is
     * hidden with it.
     */
    private static SortedMap<String, Score> guarded(SortedMap<String, Score> scores) {
        var hidden = scores.values().stream().filter(s -> s.suppressed() && s.n() > 0).count();
        if (hidden == 1) {
            scores.entrySet().stream()
                    .filter(e -> !e.getValue().suppressed())
                    .min(Comparator.comparingLong(e -> e.getValue().n()))
                    .map(Map.Entry::getKey)
                    .ifPresent(name -> scores.computeIfPresent(name, (_, score) -> hidden(score)));
        }
        return scores;
    }

    private static Score hidden(Score score) {
        return new Score(
                score.metric(),
                score.n(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true);
    }

    private List<Cell> cells(Wanted wanted) {
        return tallies.of(wanted.survey().id()).stream().filter(wanted::holds).toList();
    }

    private static Distribution distribution(List<Cell> cells) {
        var counts = new TreeMap<Integer, Long>();
        cells.forEach(c -> counts.merge(c.value(), c.count(), Long::sum));
        return new Distribution(counts);
    }

    private static List<Cell> joined(List<Cell> some, List<Cell> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
