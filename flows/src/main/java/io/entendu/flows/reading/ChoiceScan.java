package io.entendu.flows.reading;

import io.entendu.flows.reading.ChoiceItem.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Goes once through a reply and notes which options it names, and what else it says. */
final class ChoiceScan {

    static final Set<String> AND = cue("and");
    static final Set<String> OR = cue("or");

    private static final Phrases LEADS = new Phrases(WordList.lines("choice-leads"), Set.of());
    private static final Map<Sum, Phrases> SUMS = sums();
    private static final Set<String> NOT = cue("not");
    private static final Set<String> BUT = cue("but");
    private static final Set<String> DEGREE = cue("degree");
    private static final Set<String> FOLLOWERS = followers();
    private static final Set<String> BECAUSE = cue("because");

    /** What is said of all options at once. */
    enum Sum {
        ALL,
        BOTH,
        NONE
    }

    private final Choices choices;
    private final List<Word> words;
    private final List<String> texts;
    private final int[] tokenOf;
    private final ChoicePositions positions;
    private final String language;
    private final List<ChoiceItem> items = new ArrayList<>();
    private final Set<Sum> sums = new TreeSet<>();
    private int unknown;
    private boolean outside;
    private boolean alternative;
    private boolean not;
    private boolean inherited;
    private int clauseItems;

    private ChoiceScan(Reply reply, Choices choices, String language) {
        this.choices = choices;
        this.words = reply.words();
        this.texts = words.stream().map(Word::text).toList();
        this.tokenOf = tokens(reply);
        this.positions = new ChoicePositions(reply, choices.size(), language);
        this.language = language;
    }

    /**
     * What a reply names.
     *
     * @param unknown words that are neither an option nor about choosing
     * @param outside whether it names a place that is not in the list
     * @param alternative whether it says "or"
     */
    record Scanned(
            List<ChoiceItem> items,
            Set<Sum> sums,
            int unknown,
            boolean outside,
            boolean alternative) {

        boolean isClean() {
            return unknown == 0;
        }
    }

    private static Set<String> cue(String kind) {
        return WordList.named("choice-cues", kind);
    }

    private static Set<String> followers() {
        var words = new TreeSet<>(cue("follower"));
        words.addAll(WordList.words("soft"));
        return Set.copyOf(words);
    }

    private static Map<Sum, Phrases> sums() {
        var sums = new EnumMap<Sum, Phrases>(Sum.class);
        for (var sum : Sum.values()) {
            var name = sum.name().toLowerCase(Locale.ROOT) + " ";
            sums.put(
                    sum,
                    new Phrases(
                            WordList.lines("choice-sums").stream()
                                    .filter(line -> line.startsWith(name))
                                    .map(line -> line.substring(name.length()))
                                    .toList(),
                            Set.of()));
        }
        return sums;
    }

    private static int[] tokens(Reply reply) {
        var tokens = reply.tokens();
        var at = new int[reply.words().size()];
        var token = 0;
        for (var i = 0; i < at.length; i++) {
            while (tokens.get(token).start() < reply.words().get(i).start()) {
                token++;
            }
            at[i] = token;
        }
        return at;
    }

    static Scanned scan(Reply reply, Choices choices, String language) {
        var scan = new ChoiceScan(reply, choices, language);
        scan.run();
        return new Scanned(
                List.copyOf(scan.items), scan.sums, scan.unknown, scan.outside, scan.alternative);
    }

    private void run() {
        for (var at = 0; at < words.size(); ) {
            if (words.get(at).first()) {
                closeClause();
            }
            if (BECAUSE.contains(texts.get(at)) && items.stream().anyMatch(ChoiceItem::meant)) {
                break;
            }
            at = step(at);
        }
        closeClause();
    }

    /** "la livraison n'est pas le problème": a not that no option follows is about the last one. */
    private void closeClause() {
        if (not && clauseItems > 0) {
            items.add(items.removeLast().notMeant());
        }
        not = false;
        inherited = false;
        clauseItems = 0;
    }

    private int step(int at) {
        var exact = choices.exact(texts, at);
        if (exact.words() > 0) {
            var place = positions.at(at, tokenOf[at]);
            var options = new TreeSet<>(exact.options());
            place.filter(found -> found.isWithin(choices.size()) && exact.words() == 1)
                    .ifPresent(found -> options.add(found.first() - 1));
            return add(Kind.LABEL, options, at, at + exact.words());
        }
        return sum(at).or(() -> instead(at))
                .or(() -> position(at))
                .or(() -> cue(at))
                .or(() -> likely(at))
                .orElseGet(() -> {
                    unknown++;
                    inherited = false;
                    return at + 1;
                });
    }

    private int add(Kind kind, Set<Integer> options, int from, int to) {
        var degree =
                !kind.isPosition()
                        && from > 0
                        && !words.get(from).first()
                        && DEGREE.contains(texts.get(from - 1));
        items.add(new ChoiceItem(kind, options, from, to, !not && !inherited && !degree));
        inherited = not || inherited;
        not = false;
        clauseItems++;
        return to;
    }

    private Optional<Integer> sum(int at) {
        var said = Optional.<Sum>empty();
        var end = at;
        for (var sum : SUMS.entrySet()) {
            var to = sum.getValue().longest(words, at, true);
            if (to > end) {
                said = Optional.of(sum.getKey());
                end = to;
            }
        }
        said.ifPresent(sums::add);
        return said.isPresent() ? Optional.of(end) : Optional.empty();
    }

    /** "plutôt que", "instead of". */
    private Optional<Integer> instead(int at) {
        var to = Surroundings.INSTEAD.longest(words, at, true);
        not |= to > at;
        return to > at ? Optional.of(to) : Optional.empty();
    }

    private Optional<Integer> position(int at) {
        var lead = LEADS.longest(words, at, true);
        if (lead > at + 1) {
            return Optional.of(lead);
        }
        if (isConnector(at)) {
            return Optional.empty();
        }
        var place = positions.at(at, tokenOf[at]);
        return place.or(() -> positions.letter(at, tokenOf[at]).filter(_ -> isFreeStanding(at)))
                .map(found -> add(found, at));
    }

    private int add(ChoicePositions.Place place, int from) {
        if (!place.isWithin(choices.size())) {
            outside = true;
            return place.to();
        }
        var options =
                IntStream.range(place.first() - 1, place.last())
                        .boxed()
                        .collect(Collectors.toCollection(TreeSet::new));
        for (var option : options) {
            add(place.kind(), Set.of(option), from, place.to());
        }
        return place.to();
    }

    /** Whether what follows a letter leaves it an answer. */
    private boolean isFreeStanding(int at) {
        if (words.get(at).last() || at + 1 == words.size()) {
            return true;
        }
        var next = texts.get(at + 1);
        return isConnector(at + 1)
                || FOLLOWERS.contains(next)
                || BECAUSE.contains(next)
                || BUT.contains(next)
                || NOT.contains(next)
                || next.length() == 1;
    }

    /** An "and" or "or"; the letters among them only between two things named. */
    private boolean isConnector(int at) {
        var text = texts.get(at);
        return AND.contains(text)
                || OR.contains(text)
                || (text.length() == 1
                        && !items.isEmpty()
                        && at + 1 < words.size()
                        && Arrays.asList("y es", "e es", "e it", "e pt", "o es", "o it", "u es")
                                .contains(text + " " + language));
    }

    private Optional<Integer> cue(int at) {
        var text = texts.get(at);
        if (isConnector(at)) {
            alternative |= OR.contains(text) || text.equals("o") || text.equals("u");
        } else if (NOT.contains(text)) {
            not = true;
        } else if (BUT.contains(text)) {
            not = false;
            inherited = false;
        } else if (LEADS.longest(words, at, true) == at && !FOLLOWERS.contains(text)) {
            return Optional.empty();
        }
        return Optional.of(at + 1);
    }

    private Optional<Integer> likely(int at) {
        var near = choices.near(texts, at, false);
        if (near.words() > 0) {
            return Optional.of(add(Kind.NEAR, near.options(), at, at + near.words()));
        }
        var byWord = choices.byWord(texts.get(at));
        return byWord.isEmpty()
                ? Optional.empty()
                : Optional.of(add(Kind.WORD, byWord, at, at + 1));
    }

    /** The words without those around them that choose nothing. */
    static List<String> core(Reply reply) {
        var words = reply.words();
        var from = 0;
        while (from < words.size()) {
            var to = Math.max(LEADS.longest(words, from, true), from);
            if (to == from && !FOLLOWERS.contains(words.get(from).text())) {
                break;
            }
            from = Math.max(to, from + 1);
        }
        var to = words.size();
        while (to > from && FOLLOWERS.contains(words.get(to - 1).text())) {
            to--;
        }
        return Choices.bare(words.subList(from, to).stream().map(Word::text).toList());
    }
}
