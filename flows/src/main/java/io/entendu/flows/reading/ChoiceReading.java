package io.entendu.flows.reading;

import io.entendu.core.text.Span;
import io.entendu.flows.reading.ChoiceItem.Kind;
import io.entendu.flows.reading.ChoiceScan.Scanned;
import io.entendu.flows.reading.ChoiceScan.Sum;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads which of the options of a question are chosen: by number, letter, label, a label with a
 * slip, the beginning of a label or a word only one of them has. Two that fit equally, or a number
 * against a label, choose none.
 */
final class ChoiceReading {

    /** What may be said of something else than the options. */
    private static final Set<String> UNCERTAIN =
            Set.of(Kind.NEAR.rule(), Kind.WORD.rule(), "choice.several");

    /** Longer sentences tell a story in which an option happens to be named. */
    private static final int LONGEST_WITH_LABEL = 10;

    private static final int LONGEST_WITH_WORD = 7;

    /** Beyond this nothing is looked for but a number with a comment. */
    private static final int LONGEST = 40;

    /** Words of a sentence with several labels that are about something else. */
    private static final int MOST_UNKNOWN = 4;

    private final Reply reply;
    private final Choices choices;
    private final String language;

    private ChoiceReading(Reply reply, Choices choices, String language) {
        this.reply = reply;
        this.choices = choices;
        this.language = language;
    }

    /**
     * One of the things to choose from, in the order in which they are numbered.
     *
     * @param labels in all the survey's languages, the conversation's first
     */
    record Option(String id, List<String> labels) {

        Option {
            labels = List.copyOf(labels);
        }
    }

    /** What a reply chooses. */
    sealed interface Outcome {

        /**
         * These and no others, in the order of the options; none when the reply says "none".
         *
         * @param span the words that choose
         */
        record Chosen(List<String> ids, Span span, String rule) implements Outcome {}

        /** It may be any of these. */
        record Ambiguous(List<String> ids) implements Outcome {}

        /** Nothing in it chooses. */
        record None() implements Outcome {}
    }

    /** Whether a rule of {@link Outcome.Chosen} leaves no room for the words to mean else. */
    static boolean isCertain(String rule) {
        return !UNCERTAIN.contains(rule);
    }

    /**
     * Whether a rule of {@link Outcome.Chosen} read words that are not quite those of the label.
     */
    static boolean isGuessed(String rule) {
        return rule.equals(Kind.NEAR.rule());
    }

    static Outcome single(Reply reply, Choices choices, String language) {
        return new ChoiceReading(reply, choices, language).single();
    }

    static Outcome several(Reply reply, Choices choices, String language) {
        return new ChoiceReading(reply, choices, language).several();
    }

    private Outcome single() {
        var count = count();
        return count.isPresent() ? countOfSingle(count.getAsInt()) : read(this::single);
    }

    private Outcome single(Scanned scanned) {
        if (!scanned.sums().isEmpty()) {
            return sumOfSingle(scanned);
        }
        if (holdsFraction()) {
            return new Outcome.None();
        }
        return scanned.isClean() ? one(scanned, scanned.items()) : oneInSentence(scanned);
    }

    private boolean holdsFraction() {
        var tokens = reply.tokens();
        return IntStream.range(0, tokens.size() - 1)
                .anyMatch(i -> tokens.get(i).isNumber() && tokens.get(i + 1).is("/"));
    }

    private Outcome several() {
        var count = count();
        return count.isPresent() ? countOfSeveral(count.getAsInt()) : read(this::several);
    }

    private Outcome several(Scanned scanned) {
        if (!scanned.sums().isEmpty() && scanned.isClean()) {
            return sum(scanned);
        }
        return scanned.isClean() || isListOfLabels(scanned) ? these(scanned) : new Outcome.None();
    }

    /** "Les 3", or "0" for none, where that is no label. */
    private OptionalInt count() {
        return reply.has("?") || whole().isPresent() || isLabel(reply.whole())
                ? OptionalInt.empty()
                : ChoiceCounts.of(reply, language);
    }

    private boolean isLabel(String text) {
        return !choices.whole(List.of(text)).isEmpty();
    }

    private Outcome countOfSingle(int count) {
        return count == choices.size()
                ? new Outcome.Ambiguous(choices.ids(every()))
                : new Outcome.None();
    }

    private Outcome countOfSeveral(int count) {
        if (count == 0) {
            return new Outcome.Chosen(List.of(), reply.span(), "choice.none");
        }
        return count == choices.size() ? all(Set.of()) : new Outcome.None();
    }

    private Outcome read(Function<Scanned, Outcome> reading) {
        if (reply.has("?") || reply.words().isEmpty()) {
            return new Outcome.None();
        }
        return whole().orElseGet(() -> {
            var scanned =
                    reply.words().size() > LONGEST
                            ? new Scanned(List.of(), Set.of(), LONGEST, false, false)
                            : ChoiceScan.scan(reply, choices, language);
            return scanned.items().isEmpty() && scanned.sums().isEmpty() && !scanned.outside()
                    ? likely().orElseGet(() -> reading.apply(scanned))
                    : reading.apply(scanned);
        });
    }

    /** The reply is a label, perhaps with "I choose" and the like. */
    private Optional<Outcome> whole() {
        if (reply.words().size() > LONGEST) {
            return Optional.empty();
        }
        var all = reply.words().stream().map(Word::text).toList();
        return Stream.of(Choices.bare(all), ChoiceScan.core(reply))
                .filter(words -> !words.isEmpty() && !isNumber(words))
                .map(choices::whole)
                .filter(options -> !options.isEmpty())
                .findFirst()
                .map(options -> outcome(options, reply.span(), Kind.LABEL));
    }

    /** A label that is a number is weighed against the place in the list that it may mean. */
    private static boolean isNumber(List<String> words) {
        return words.size() == 1 && Character.isDigit(words.getFirst().charAt(0));
    }

    private Optional<Outcome> likely() {
        return Optional.of(ChoiceGuess.of(reply, choices))
                .filter(options -> !options.isEmpty())
                .map(options -> outcome(options, reply.span(), Kind.NEAR));
    }

    private Outcome outcome(Collection<Integer> options, Span span, Kind kind) {
        return options.size() == 1
                ? new Outcome.Chosen(choices.ids(options), span, kind.rule())
                : new Outcome.Ambiguous(choices.ids(options));
    }

    private static List<ChoiceItem> meant(List<ChoiceItem> items) {
        return items.stream().filter(ChoiceItem::meant).toList();
    }

    private static Set<Integer> options(List<ChoiceItem> items) {
        return items.stream()
                .flatMap(item -> item.options().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Span span(List<ChoiceItem> items) {
        return new Span(
                reply.words().get(items.getFirst().from()).start(),
                reply.words().get(items.getLast().to() - 1).end());
    }

    private Outcome one(Scanned scanned, List<ChoiceItem> items) {
        var meant = meant(items);
        if (meant.isEmpty() || scanned.outside()) {
            return new Outcome.None();
        }
        return outcome(options(meant), span(meant), meant.getFirst().kind());
    }

    private Outcome sumOfSingle(Scanned scanned) {
        var two = scanned.sums().equals(Set.of(Sum.BOTH)) && choices.size() == 2;
        var all = scanned.sums().equals(Set.of(Sum.ALL));
        return scanned.isClean() && scanned.items().isEmpty() && (two || all)
                ? new Outcome.Ambiguous(choices.ids(every()))
                : new Outcome.None();
    }

    private Set<Integer> every() {
        return IntStream.range(0, choices.size()).boxed().collect(Collectors.toSet());
    }

    /** Other words stand beside: a number must be placed like an answer, a label not far away. */
    private Outcome oneInSentence(Scanned scanned) {
        var placed = ScaleReading.read(reply, 1, choices.size(), language);
        var labels = labels(scanned);
        if (placed.isEmpty()) {
            return labels.isEmpty() ? new Outcome.None() : outcome(labels);
        }
        var named = new TreeSet<>(options(labels));
        named.add(placed.get().value() - 1);
        return outcome(named, placed.get().span(), Kind.NUMBER);
    }

    private Outcome outcome(List<ChoiceItem> labels) {
        return outcome(options(labels), span(labels), labels.getFirst().kind());
    }

    private List<ChoiceItem> labels(Scanned scanned) {
        var length = reply.words().size();
        return meant(scanned.items()).stream()
                .filter(item -> !item.kind().isPosition())
                .filter(item ->
                        length
                                <= (item.kind() == Kind.LABEL
                                        ? LONGEST_WITH_LABEL
                                        : LONGEST_WITH_WORD))
                .toList();
    }

    private Outcome sum(Scanned scanned) {
        var items = scanned.items();
        if (scanned.sums().size() > 1 || scanned.outside()) {
            return new Outcome.None();
        }
        return switch (scanned.sums().iterator().next()) {
            case NONE ->
                    items.isEmpty()
                            ? new Outcome.Chosen(List.of(), reply.span(), "choice.none")
                            : new Outcome.None();
            case BOTH -> {
                if (items.isEmpty()) {
                    yield choices.size() == 2 ? all(Set.of()) : new Outcome.None();
                }
                yield options(meant(items)).size() == 2 ? these(scanned) : new Outcome.None();
            }
            case ALL ->
                    items.stream().noneMatch(ChoiceItem::meant)
                            ? all(options(items))
                            : new Outcome.None();
        };
    }

    private Outcome all(Set<Integer> except) {
        var options = every();
        options.removeAll(except);
        return options.isEmpty()
                ? new Outcome.None()
                : new Outcome.Chosen(choices.ids(options), reply.span(), "choice.all");
    }

    private boolean isListOfLabels(Scanned scanned) {
        return scanned.unknown() <= MOST_UNKNOWN
                && scanned.sums().isEmpty()
                && reply.words().size() <= LONGEST_WITH_LABEL
                && scanned.items().stream().noneMatch(item -> item.kind().isPosition());
    }

    private Outcome these(Scanned scanned) {
        var meant = meant(scanned.items());
        if (meant.isEmpty() || scanned.outside()) {
            return new Outcome.None();
        }
        var options = options(meant);
        var unsure = meant.stream().anyMatch(item -> item.options().size() > 1);
        return unsure || (scanned.alternative() && options.size() > 1) || contradicts(meant)
                ? new Outcome.Ambiguous(choices.ids(options))
                : new Outcome.Chosen(
                        choices.ids(options),
                        span(meant),
                        meant.size() == 1 ? meant.getFirst().kind().rule() : "choice.several");
    }

    /** "2 livraison" where delivery is not the second. */
    private static boolean contradicts(List<ChoiceItem> items) {
        for (var i = 1; i < items.size(); i++) {
            var one = items.get(i - 1);
            var two = items.get(i);
            if (one.kind().isPosition()
                    && !two.kind().isPosition()
                    && one.to() == two.from()
                    && !one.options().equals(two.options())) {
                return true;
            }
        }
        return false;
    }
}
