package io.entendu.flows.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Numbers in words of one language, up to 999,999: "quatre-vingt-dix", "two hundred and fifty". */
final class SpelledNumbers {

    private static final int HUNDRED = 100;
    private static final int THOUSAND = 1000;
    private static final int MOST_WORDS = 7;
    private static final Map<String, SpelledNumbers> ALL = load();

    private final Map<String, Integer> values = new HashMap<>();
    private final List<List<String>> ones;
    private final List<List<String>> tens;
    private final List<List<String>> hundreds;
    private final String order;
    private final String and;
    private final String thousand;

    private SpelledNumbers(Map<String, String> lines) {
        this.ones = alternatives(lines.getOrDefault("ones", ""));
        this.tens = alternatives(lines.getOrDefault("tens", ""));
        this.hundreds = alternatives(lines.getOrDefault("hundreds", ""));
        var orderAndWord = List.of(lines.getOrDefault("order", "").split(" "));
        this.order = orderAndWord.getFirst();
        this.and = orderAndWord.getLast();
        this.thousand = lines.getOrDefault("thousand", "");
        addSmall();
        addFrench();
        addHundreds();
    }

    private static Map<String, SpelledNumbers> load() {
        var lines = new HashMap<String, Map<String, String>>();
        for (var line : WordList.lines("spelled-numbers")) {
            var parts = line.split(" ", 3);
            lines.computeIfAbsent(parts[0], _ -> new HashMap<>()).put(parts[1], parts[2]);
        }
        var all = new HashMap<String, SpelledNumbers>();
        lines.forEach((language, named) -> all.put(language, new SpelledNumbers(named)));
        return Map.copyOf(all);
    }

    private static List<List<String>> alternatives(String line) {
        var alternatives = new ArrayList<List<String>>();
        for (var word : List.of(line.split(" "))) {
            alternatives.add(List.of(word.replace('_', ' ').split("\\|")));
        }
        return alternatives;
    }

    /** A number and how many words it takes. */
    record Spelled(int value, int words) {}

    /** The longest number that begins at a word; of no words when there is none. */
    static Spelled longest(IntFunction<String> word, String language) {
        var numbers = ALL.get(language);
        return numbers == null ? new Spelled(0, 0) : numbers.longest(word);
    }

    private Spelled longest(IntFunction<String> word) {
        var first = below(word, 0);
        var thousands = first.words() == 0 ? 1 : first.value();
        if (!word.apply(first.words()).equals(thousand) || thousands == 0) {
            return first;
        }
        var rest = below(word, first.words() + 1);
        return new Spelled(thousands * THOUSAND + rest.value(), first.words() + 1 + rest.words());
    }

    private Spelled below(IntFunction<String> word, int from) {
        var found = new Spelled(0, 0);
        var said = "";
        for (var at = 0; at < MOST_WORDS; at++) {
            var next = word.apply(from + at);
            if (next.isEmpty()) {
                break;
            }
            said = at == 0 ? next : said + " " + next;
            var value = values.get(said);
            if (value != null) {
                found = new Spelled(value, at + 1);
            }
        }
        return found;
    }

    private void addSmall() {
        for (var i = 0; i < ones.size(); i++) {
            add(ones.get(i), i);
        }
        for (var ten = 0; ten < tens.size(); ten++) {
            add(tens.get(ten), ten * 10 + 20);
            for (var one = 1; one < 10; one++) {
                for (var tenWord : tens.get(ten)) {
                    for (var oneWord : ones.get(one)) {
                        addJoined(tenWord, oneWord, ten * 10 + 20 + one);
                    }
                }
            }
        }
    }

    private void addJoined(String ten, String one, int value) {
        switch (order) {
            case "before" -> values.putIfAbsent(one + and + ten, value);
            case "glued" -> {
                values.putIfAbsent(ten + one, value);
                values.putIfAbsent(ten.substring(0, ten.length() - 1) + one, value);
            }
            default -> {
                values.putIfAbsent(ten + " " + one, value);
                values.putIfAbsent(ten + " " + and + " " + one, value);
            }
        }
    }

    /** "soixante et onze", "quatre-vingt-dix-sept". */
    private void addFrench() {
        if (!thousand.equals("mille") || !order.equals("after")) {
            return;
        }
        for (var one = 10; one < 20; one++) {
            for (var word : ones.get(one)) {
                values.put("soixante " + word, 60 + one);
                values.put("soixante et " + word, 60 + one);
                values.put("quatre vingt " + word, 80 + one);
            }
        }
    }

    private void addHundreds() {
        var small = Map.copyOf(values);
        for (var i = 0; i < hundreds.size(); i++) {
            add(hundreds.get(i), (i + 1) * HUNDRED);
            for (var word : hundreds.get(i)) {
                var hundred = (i + 1) * HUNDRED;
                small.forEach((rest, value) -> addHundred(word, rest, hundred, value));
            }
        }
    }

    private void addHundred(String hundred, String rest, int value, int restValue) {
        if (restValue == 0) {
            return;
        }
        if (order.equals("after")) {
            values.putIfAbsent(hundred + " " + rest, value + restValue);
            values.putIfAbsent(hundred + " " + and + " " + rest, value + restValue);
        } else {
            values.putIfAbsent(hundred + rest, value + restValue);
        }
    }

    private void add(List<String> words, int value) {
        words.forEach(word -> values.putIfAbsent(word, value));
    }
}
