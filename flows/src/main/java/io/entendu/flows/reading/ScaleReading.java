package io.entendu.flows.reading;

import io.entendu.core.text.Span;
import io.entendu.flows.reading.Mention.Kind;
import io.entendu.flows.reading.NumberWords.Use;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a number on a scale. Never clamps, never converts, never takes a feeling for a number: where a person reading along could
 * not be sure, there is none.
 *
 * <p>A number counts where its place makes it the answer: alone in its clause, led to by words such as "je mets" or "my answer is",
 * or out of the scale's highest ("8/10"). One that counts something (3 calls) is passed over; one that could be either makes the
 * whole reply unclear.
 */
final class ScaleReading {

    /** Numbers in one reply beyond which nobody could tell which is the answer. */
    private static final int MOST_NUMBERS = 20;
    /** How far after a number what it counts may stand: "2 very long hours". */
    private static final int COUNTED_WITHIN = 3;

    private static final Set<String> COUNTED = WordList.words("counted");
    private static final Set<String> NOT_AFTER = WordList.words("not-after");
    private static final Set<String> OPENERS = WordList.words("openers");
    private static final Set<String> FOLLOWERS = WordList.words("followers");
    private static final Phrases STRONG_LEADS = new Phrases(WordList.before("leads", "soft"), Set.of());
    private static final Phrases SOFT_LEADS = new Phrases(WordList.after("leads", "soft"), Set.of());
    private static final Phrases CORRECTIONS = new Phrases(WordList.lines("corrections"), Set.of());
    private static final Phrases INSTEAD = new Phrases(WordList.lines("instead"), Set.of());
    private static final Map<String, Set<String>> OPPOSITES = opposites();
    private static final Set<String> STARS = Set.of("⭐", "★", "🌟");
    private static final Set<String> EMPTY_STARS = Set.of("☆", "✩");
    private static final Set<String> STAR_WORDS =
            Set.of("etoile", "etoiles", "star", "stars", "stern", "sterne", "estrella", "estrellas", "stella", "stelle", "estrela", "estrelas", "ster", "sterren", "*");
    private static final Set<String> AND = Set.of("et", "and", "y", "und", "e", "en");
    private static final Set<String> AND_A_BIT = Set.of("demi", "demie", "plus", "half", "a", "medio", "media", "mezzo", "meia", "halb", "up", "quart");
    private static final Set<String> FOR = Set.of("for", "from", "pour", "fur", "fuer", "para", "per", "voor");
    private static final Set<String> ALL_OF_IT = Set.of(
            "me", "moi", "mich", "mi", "us", "nous", "vous", "you", "all", "tout", "everything", "ensemble", "acme", "it", "ca", "cela", "the", "le", "l", "votre", "your");
    private static final Set<String> NO = Set.of("non", "no", "nein", "nee", "nao");
    private static final Set<String> NO_PLURAL =
            Set.of("tres", "pas", "plus", "mais", "sans", "vous", "nous", "dans", "temps", "mes", "des", "les", "as", "was", "is", "this", "always", "jamais", "toujours", "tous", "service", "because", "vos", "moins", "mieux", "alors");

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
     * @param aside whether other numbers stand in the reply, which belong to the rating and not to a comment
     */
    record Found(int value, Span span, Span led, String rule, boolean aside) {}

    static Optional<Found> read(Reply reply, int low, int high, String language) {
        return new ScaleReading(reply, low, high, language).read();
    }

    private static Map<String, Set<String>> opposites() {
        var byName = new HashMap<String, Set<String>>();
        for (var line : WordList.lines("opposites")) {
            var words = List.of(line.split(" "));
            byName.put(words.getFirst(), Set.copyOf(words.subList(1, words.size())));
        }
        return byName;
    }

    private Optional<Found> read() {
        if (reply.has("?")) {
            return Optional.empty();
        }
        var stars = stars();
        if (stars.isPresent()) {
            return stars;
        }
        var mentions = Mentions.of(reply, high, language);
        if (mentions.isEmpty() || mentions.size() > MOST_NUMBERS) {
            return Optional.empty();
        }
        var weighed = mentions.stream().map(this::weighed).toList();
        return decide(meant(weighed), weighed);
    }

    /** Filled stars, and nothing else that counts; only where the scale is one of stars. */
    private Optional<Found> stars() {
        var filled = count(STARS);
        if (filled == 0) {
            return Optional.empty();
        }
        var fits = low == 1 && high == 5 && filled <= high && filled + count(EMPTY_STARS) <= high;
        var numbers = reply.tokens().stream().anyMatch(token -> token.kind() == Token.Kind.NUMBER || token.kind() == Token.Kind.MIXED);
        return fits && !numbers ? Optional.of(new Found((int) filled, reply.span(), reply.span(), "scale.stars", false)) : Optional.empty();
    }

    private long count(Set<String> marks) {
        return reply.tokens().stream().filter(token -> marks.contains(token.text())).count();
    }

    /** What the words around a number make of it. */
    private Mention weighed(Mention mention) {
        if (mention.kind() == Kind.OTHER || mention.kind() == Kind.SPOILT) {
            return mention;
        }
        if (mention.kind() == Kind.NUMBER && countsSomething(mention)) {
            return mention.other();
        }
        if (mention.value() < low || mention.value() > high || isBounded(mention) || isBroken(mention) || isConditional(mention)) {
            return mention.spoilt();
        }
        return mention;
    }

    private boolean countsSomething(Mention mention) {
        var next = word(mention.after(), 0);
        if (STAR_WORDS.contains(next)) {
            return false;
        }
        return COUNTED.contains(next) || (isNear(mention.after()) && !FOLLOWERS.contains(next));
    }

    /** Whether what follows soon is a thing counted: "petites minutes". */
    private static boolean isNear(List<Word> after) {
        return after.stream().limit(COUNTED_WITHIN).anyMatch(word -> COUNTED.contains(word.text()))
                && after.stream().limit(1).noneMatch(word -> AND.contains(word.text()) || FOR.contains(word.text()));
    }

    private boolean isBounded(Mention mention) {
        if (hasStars(mention) && !(low == 1 && high == 5)) {
            return true;
        }
        var before = mention.before();
        for (var i = before.size() - 1; i >= Math.max(0, before.size() - 3); i--) {
            var word = before.get(i).text();
            if (NOT_AFTER.contains(word) && !isRather(before, i)) {
                return true;
            }
            if (!OPENERS.contains(word) && !word.equals("que") && !word.equals("than") && !word.equals("de")) {
                return false;
            }
        }
        return false;
    }

    /** "more like 6", "plus un 6" after "plutôt". */
    private static boolean isRather(List<Word> before, int i) {
        return i + 1 < before.size() && Set.of("like", "comme").contains(before.get(i + 1).text());
    }

    private static boolean hasStars(Mention mention) {
        return STAR_WORDS.contains(word(mention.after(), 0));
    }

    /** "3 and a half", "8 or more", "10 is the best". */
    private static boolean isBroken(Mention mention) {
        var next = word(mention.after(), 0);
        return AND.contains(next) && AND_A_BIT.contains(word(mention.after(), 1));
    }

    private static boolean isConditional(Mention mention) {
        var around = new HashSet<String>();
        mention.before().forEach(word -> around.add(word.text()));
        mention.after().forEach(word -> around.add(word.text()));
        return around.stream().anyMatch(of("if")::contains) || isIf(mention.before()) || isIf(mention.after());
    }

    /** The French "si", which is a yes elsewhere. */
    private static boolean isIf(List<Word> words) {
        for (var i = 0; i + 1 < words.size(); i++) {
            if (words.get(i).text().equals("si")
                    && Set.of("vous", "tu", "il", "ils", "elle", "on", "je", "j", "c", "le", "la", "les", "l", "ca").contains(words.get(i + 1).text())) {
                return true;
            }
        }
        return false;
    }

    /** Leaves what was said last where a later number takes the place of earlier ones, and drops what is not meant. */
    private List<Mention> meant(List<Mention> all) {
        var kept = new ArrayList<Mention>();
        for (var mention : all) {
            if (isInstead(mention) || isUnreal(mention)) {
                continue;
            }
            var corrects = !kept.isEmpty() && mention.kind() != Kind.OTHER && corrects(mention);
            if (corrects) {
                kept.clear();
            }
            kept.add(corrects ? mention.standingAlone() : mention);
        }
        return withoutThePast(kept);
    }

    private static boolean isInstead(Mention mention) {
        return endsWith(INSTEAD, mention.before()) || isRatherThan(mention);
    }

    /** The 8 of "plutôt 7 que 8". */
    private static boolean isRatherThan(Mention mention) {
        return mention.between().size() == 1 && mention.between().getFirst().text().equals("que");
    }

    private static boolean isUnreal(Mention mention) {
        var words = mention.between();
        for (var i = 0; i < words.size(); i++) {
            var word = words.get(i).text();
            var would = i > 0 && Set.of("would", "d", "could", "should").contains(words.get(i - 1).text());
            if (of("unreal").contains(word) && (would || !Set.of("have", "ve").contains(word))) {
                return true;
            }
        }
        return false;
    }

    private boolean corrects(Mention mention) {
        var between = mention.between();
        if (between.size() == 1 && NO.contains(between.getFirst().text())) {
            return between.getFirst().first();
        }
        return endsWith(CORRECTIONS, withoutOpeners(between)) || endsWith(CORRECTIONS, between);
    }

    private static List<Word> withoutOpeners(List<Word> words) {
        var to = words.size();
        while (to > 0 && OPENERS.contains(words.get(to - 1).text())) {
            to--;
        }
        return words.subList(0, to);
    }

    private static boolean endsWith(Phrases phrases, List<Word> words) {
        return lastPhrase(phrases, words) < words.size();
    }

    /** Where the longest phrase that ends the words begins; their number when there is none. */
    private static int lastPhrase(Phrases phrases, List<Word> words) {
        for (var from = 0; from < words.size(); from++) {
            if (phrases.longest(words, from, true) == words.size()) {
                return from;
            }
        }
        return words.size();
    }

    private static int leadStart(Mention mention) {
        var bare = withoutOpeners(mention.before());
        var from = Math.min(
                lastPhrase(STRONG_LEADS, bare), Math.min(lastPhrase(SOFT_LEADS, bare), lastPhrase(CORRECTIONS, bare)));
        return from < mention.before().size() ? mention.before().get(from).start() : mention.spanned().start();
    }

    /** "avant c'était 9, maintenant 4": what was is dropped where something else is said of now. */
    private static List<Mention> withoutThePast(List<Mention> mentions) {
        var now = mentions.stream().filter(mention -> says(mention, "now")).toList();
        var past = mentions.stream().filter(mention -> says(mention, "past") && !says(mention, "now")).toList();
        return now.size() == 1 && past.size() + 1 == mentions.size() ? now : mentions;
    }

    /** Whether a word of this kind stands before the number, or alone with it in its clause. */
    private static boolean says(Mention mention, String kind) {
        return mention.before().stream().anyMatch(word -> of(kind).contains(word.text()))
                || (mention.clauseBefore()
                        && !mention.after().isEmpty()
                        && mention.after().getLast().last()
                        && mention.after().stream().anyMatch(word -> of(kind).contains(word.text())));
    }

    private Optional<Found> decide(List<Mention> mentions, List<Mention> all) {
        var ratings = mentions.stream().filter(mention -> mention.kind() != Kind.OTHER).toList();
        if (ratings.isEmpty() || ratings.stream().anyMatch(mention -> mention.kind() == Kind.SPOILT)) {
            return Optional.empty();
        }
        var overall = ratings.stream().filter(mention -> isOverall(mention, ratings.size())).toList();
        var chosen = overall.size() == 1 ? overall : ratings;
        if (chosen.stream().map(Mention::value).distinct().count() > 1
                || !chosen.stream().allMatch(this::isPlaced)) {
            return Optional.empty();
        }
        var last = chosen.getLast();
        var first = chosen.getFirst();
        var aside = all.stream().anyMatch(mention -> mention.kind() != Kind.OTHER && !chosen.contains(mention));
        return Optional.of(new Found(
                last.value(),
                new Span(first.spanned().start(), last.spanned().end()),
                new Span(leadStart(first), last.spanned().end()),
                last.kind() == Kind.OF_SCALE ? "scale.fraction" : "scale.number",
                aside));
    }

    private static boolean isOverall(Mention mention, int ratings) {
        return ratings > 1
                && (mention.before().stream().anyMatch(word -> of("overall").contains(word.text()))
                        || of("overall").contains(word(mention.after(), 0)));
    }

    /** Whether the number stands where an answer stands. */
    private boolean isPlaced(Mention mention) {
        if (mention.kind() == Kind.OF_SCALE) {
            return true;
        }
        if (hasStars(mention)) {
            return true;
        }
        var lead = lead(mention);
        if (mention.use() == Use.ARTICLE) {
            return lead == Lead.STRONG || (isOpened(mention) && mention.before().isEmpty() && isAll(mention));
        }
        if (lead == Lead.STRONG) {
            return mention.after().isEmpty() || !isCountedLater(mention);
        }
        var opened = lead == Lead.SOFT || isOpened(mention);
        if (mention.use() == Use.FOREIGN) {
            return opened && mention.after().isEmpty();
        }
        return opened && isFollowed(mention);
    }

    /** Whether nothing else was said. */
    private boolean isAll(Mention mention) {
        return reply.words().stream()
                .filter(word -> word.start() < mention.spanned().start() || word.end() > mention.spanned().end())
                .allMatch(word -> OPENERS.contains(word.text()));
    }

    private enum Lead {
        STRONG,
        SOFT,
        NONE
    }

    private static Lead lead(Mention mention) {
        var before = mention.before();
        if (before.isEmpty()) {
            return Lead.NONE;
        }
        var bare = withoutOpeners(before);
        if (endsWith(STRONG_LEADS, before) || endsWith(STRONG_LEADS, bare)) {
            return Lead.STRONG;
        }
        return endsWith(SOFT_LEADS, before) || endsWith(SOFT_LEADS, bare) || endsWith(CORRECTIONS, bare) ? Lead.SOFT : Lead.NONE;
    }

    private static boolean isOpened(Mention mention) {
        return mention.clauseBefore()
                && mention.before().stream().allMatch(word -> OPENERS.contains(word.text()) || FOLLOWERS.contains(word.text()));
    }

    private boolean isFollowed(Mention mention) {
        var after = mention.after();
        if (after.isEmpty()) {
            return true;
        }
        if (INSTEAD.longest(after, 0, true) == after.size() || (after.size() == 1 && word(after, 0).equals("que"))) {
            return true;
        }
        var next = word(after, 0);
        if (FOR.contains(next)) {
            return ALL_OF_IT.contains(word(after, 1)) && (after.size() == 2 || Set.of("service", "services", "ensemble", "acme").contains(word(after, 2)));
        }
        if (AND.contains(next)) {
            return true;
        }
        return of("overall").contains(next) || (FOLLOWERS.contains(next) && !isCountedLater(mention));
    }

    /** "2 très longues heures", "3 super conseillers". */
    private static boolean isCountedLater(Mention mention) {
        if (mention.value() < 2) {
            return false;
        }
        for (var word : mention.after().stream().limit(COUNTED_WITHIN).toList()) {
            var text = word.text();
            if (COUNTED.contains(text)) {
                return true;
            }
            if (Set.of("mais", "but", "car", "because", "parce", "je", "j", "i", "et", "and").contains(text)) {
                return false;
            }
            if (text.length() > 3 && (text.endsWith("s") || text.endsWith("x")) && !NO_PLURAL.contains(text) && !FOLLOWERS.contains(text)) {
                return true;
            }
        }
        return false;
    }

    private static String word(List<Word> words, int index) {
        return index < words.size() ? words.get(index).text() : "";
    }

    private static Set<String> of(String kind) {
        var words = OPPOSITES.get(kind);
        if (words == null) {
            throw new IllegalStateException("no words for " + kind);
        }
        return words;
    }
}
