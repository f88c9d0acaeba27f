package io.entendu.flows.reading;

import io.entendu.core.text.Span;
import io.entendu.flows.reading.Mention.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a number on a scale. Never clamps, never converts, never takes a feeling for a number:
 * where a person reading along could not be sure, there is none.
 *
 * <p>A number counts where its place makes it the answer: alone in its clause, led to by words such
 * as "je mets" or "my answer is", or out of the scale's highest ("8/10"). One that counts something
 * (3 calls) is passed over; one that could be either makes the whole reply unclear.
 */
final class ScaleReading {

    private static final Set<String> STARS = Set.of("⭐", "★", "🌟");
    private static final Set<String> EMPTY_STARS = Set.of("☆", "✩");

    private final Reply reply;
    private final int low;
    private final int high;
    private final String language;

    private ScaleReading(Reply reply, int low, int high, String language) {
        this.reply = reply;
        this.low = low;
        this.high = high;
        this.language = language;
    }

    /**
     * A rating and where it stands.
     *
     * @param led the rating with the words that led to it
     * @param aside whether other numbers stand in the reply that were weighed against it
     */
    record Found(int value, Span span, Span led, String rule, boolean aside) {}

    static Optional<Found> read(Reply reply, int low, int high, String language) {
        return new ScaleReading(reply, low, high, language).read();
    }

    /** Whether a number stands in the reply that might be meant as a rating, placed or not. */
    static boolean hasNumber(Reply reply, int low, int high, String language) {
        var found = Mentions.of(reply, high, language);
        return found.size() > Mentions.MOST
                || new Weighing(low, high)
                        .weighed(found).stream().anyMatch(mention -> mention.kind() != Kind.OTHER);
    }

    private Optional<Found> read() {
        if (reply.has("?")) {
            return Optional.empty();
        }
        var stars = stars();
        return stars.isPresent() ? stars : number();
    }

    /** Filled stars, and nothing else that counts; only where the scale is one of stars. */
    private Optional<Found> stars() {
        var filled = count(STARS);
        var all = filled + count(EMPTY_STARS);
        if (filled == 0 || all > high || !Weighing.isOfStars(low, high) || reply.hasDigits()) {
            return Optional.empty();
        }
        return Optional.of(
                new Found((int) filled, reply.span(), reply.span(), "scale.stars", false));
    }

    private long count(Set<String> marks) {
        return reply.tokens().stream().filter(token -> marks.contains(token.text())).count();
    }

    private Optional<Found> number() {
        var found = Mentions.of(reply, high, language);
        if (found.isEmpty() || found.size() > Mentions.MOST) {
            return Optional.empty();
        }
        var weighing = new Weighing(low, high);
        var mentions =
                weighing.weighed(found).stream()
                        .filter(mention -> mention.kind() != Kind.OTHER)
                        .toList();
        return chosen(Intention.meant(mentions), mentions.size());
    }

    private Optional<Found> chosen(List<Mention> meant, int mentioned) {
        if (meant.isEmpty() || meant.stream().anyMatch(mention -> mention.kind() == Kind.SPOILT)) {
            return Optional.empty();
        }
        var placement = new Placement(reply);
        var ratings = Intention.overall(meant);
        var values = ratings.stream().map(Mention::value).distinct().count();
        return values == 1 && ratings.stream().allMatch(placement::isAnswer)
                ? Optional.of(
                        found(ratings.getFirst(), ratings.getLast(), ratings.size() < mentioned))
                : Optional.empty();
    }

    private static Found found(Mention first, Mention last, boolean aside) {
        var end = last.spanned().end();
        return new Found(
                last.value(),
                new Span(first.spanned().start(), end),
                new Span(Placement.leadStart(first), end),
                last.kind() == Kind.OF_SCALE ? "scale.fraction" : "scale.number",
                aside);
    }
}
