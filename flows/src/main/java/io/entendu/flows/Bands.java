package io.entendu.flows;

import io.entendu.core.survey.Condition.Range;
import io.entendu.core.survey.Metric;
import io.entendu.core.survey.Question.Scale;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Parts of a scale by name: those of the metric, and those that a question names itself. */
public final class Bands {

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,10}(\\.[0-9]{1,4})?");
    private static final String TO = "..";

    private Bands() {}

    /** The usual ones of the headline's scale; names as in the literature of each metric. */
    public static Map<String, Range> of(Metric metric) {
        return switch (metric) {
            case NPS, ENPS ->
                    Map.of(
                            "detractors", range(0, 6),
                            "passives", range(7, 8),
                            "promoters", range(9, 10));
            case CSAT ->
                    Map.of(
                            "dissatisfied", range(1, 2),
                            "neutral", range(3, 3),
                            "satisfied", range(4, 5));
            case CES -> Map.of("hard", range(1, 3), "neutral", range(4, 4), "easy", range(5, 7));
            case CES1 -> Map.of("easy", range(1, 2), "neutral", range(3, 3), "hard", range(4, 5));
        };
    }

    private static Range range(int low, int high) {
        return new Range(BigDecimal.valueOf(low), BigDecimal.valueOf(high));
    }

    /** The bands under {@code bands}: {@code {low: 0..3, high: 4..10}}. */
    static Map<String, Range> own(Section question, Scale scale) {
        var bands = new LinkedHashMap<String, Range>();
        question.section("bands")
                .ifPresent(section -> {
                    section.keys()
                            .toList()
                            .forEach(name ->
                                    section.text(name, text -> within(range(text), scale, text))
                                            .ifPresent(range -> bands.put(name, range)));
                    bands.forEach((name, range) ->
                            bands.entrySet().stream()
                                    .takeWhile(other -> !other.getKey().equals(name))
                                    .filter(other -> overlap(other.getValue(), range))
                                    .forEach(other ->
                                            section.problem(
                                                    name,
                                                    "overlaps with \""
                                                            + other.getKey()
                                                            + "\"; a number belongs to one band")));
                });
        return bands;
    }

    private static boolean overlap(Range one, Range other) {
        return one.low().compareTo(other.high()) <= 0 && other.low().compareTo(one.high()) <= 0;
    }

    /** A number, two with {@code ..} between, or a band. */
    static Range range(String text, Scale scale, Map<String, Range> bands) {
        var band = bands.get(text);
        if (band != null) {
            return band;
        }
        if (!Character.isDigit(text.charAt(0)) && !bands.isEmpty()) {
            throw new IllegalArgumentException(
                    "\""
                            + text
                            + "\" is not known; write "
                            + Stream.concat(bands.keySet().stream().sorted(), Stream.of("0..6"))
                                    .collect(Collectors.joining(", ")));
        }
        return within(range(text), scale, text);
    }

    private static Range within(Range range, Scale scale, String text) {
        if (range.low().compareTo(BigDecimal.valueOf(scale.low())) < 0
                || range.high().compareTo(BigDecimal.valueOf(scale.high())) > 0) {
            throw new IllegalArgumentException(
                    "\""
                            + text
                            + "\" is outside of the scale, which goes from "
                            + scale.low()
                            + " to "
                            + scale.high());
        }
        return range;
    }

    static Range range(String text) {
        var to = text.indexOf(TO);
        var low = to < 0 ? text : text.substring(0, to);
        var high = to < 0 ? text : text.substring(to + TO.length());
        if (!NUMBER.matcher(low).matches() || !NUMBER.matcher(high).matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no number and no range; write 6 or 0..6");
        }
        return new Range(new BigDecimal(low), new BigDecimal(high));
    }
}
