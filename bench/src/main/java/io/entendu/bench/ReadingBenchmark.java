package io.entendu.bench;

import io.entendu.core.channel.Content;
import io.entendu.core.reading.Expectation;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.Survey;
import io.entendu.core.survey.SurveyId;
import io.entendu.flows.SurveyLibrary;
import io.entendu.flows.reading.RuleReplyReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures what reading a reply costs: the labelled replies of the tests, over and over, and long
 * texts of the kinds that cost most. Arguments: the file of replies, seconds of warm-up, seconds
 * measured.
 */
public final class ReadingBenchmark {

    private static final int LONG = 10_000;
    private static final int RUNS_OF_A_LONG_TEXT = 200;
    private static final Map<String, String> SURVEYS =
            Map.of("0-10", "nps-after-call", "1-5", "csat-after-call", "1-7", "ces-after-call");
    private static final List<String> PIECES =
            List.of(
                    "a",
                    "7",
                    "7 ",
                    "7/",
                    "1.",
                    "- ",
                    "stop ",
                    "oui ",
                    "no wait 9 ",
                    "?",
                    "⭐",
                    "é",
                    "je ne suis pas content de votre service et ",
                    "call me back or ",
                    "\uD83D");

    private final SurveyLibrary library = SurveyLibrary.ofSeeds();
    private final RuleReplyReader reader = new RuleReplyReader(library, library);

    private record Case(Expectation expected, Content reply) {}

    private ReadingBenchmark() {}

    /** Prints the figures. */
    public static void main(String[] arguments) throws IOException {
        var bench = new ReadingBenchmark();
        var cases = bench.cases(Path.of(arguments[0]));
        bench.measured(cases, Duration.ofSeconds(Long.parseLong(arguments[1])));
        bench.report(bench.measured(cases, Duration.ofSeconds(Long.parseLong(arguments[2]))));
        PIECES.forEach(bench::reportLong);
    }

    /** Every reply to the question on its scale and to the question for the reason. */
    private List<Case> cases(Path replies) throws IOException {
        var json = JsonMapper.builder().build();
        var cases = new ArrayList<Case>();
        for (var line : Files.readAllLines(replies)) {
            var reply = json.readTree(line);
            var id = SURVEYS.getOrDefault(reply.get("scale").asString(), "nps-after-call");
            var survey = library.current(new SurveyId(id)).orElseThrow();
            var locale = Locale.forLanguageTag(reply.get("lang").asString());
            var text = new Content.Text(reply.get("text").asString());
            survey.questions()
                    .forEach(question ->
                            cases.add(new Case(answer(survey, question, locale), text)));
        }
        return cases;
    }

    private static Expectation answer(Survey survey, Question question, Locale locale) {
        return new Expectation.Answer(survey, 1, question, survey.nearest(locale));
    }

    private long[] measured(List<Case> cases, Duration time) {
        var nanos = new ArrayList<long[]>();
        var end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            nanos.add(cases.stream().mapToLong(this::once).toArray());
        }
        return nanos.stream().flatMapToLong(Arrays::stream).sorted().toArray();
    }

    private long once(Case one) {
        var begun = System.nanoTime();
        var read = reader.read(one.expected(), one.reply());
        var taken = System.nanoTime() - begun;
        if (read.rule().isEmpty()) {
            throw new IllegalStateException("a reading without a rule");
        }
        return taken;
    }

    private void report(long[] sorted) {
        System.out.printf(
                Locale.ROOT,
                "%d readings: median %.1f µs, p90 %.1f µs, p99 %.1f µs%n",
                sorted.length,
                at(sorted, 0.5),
                at(sorted, 0.9),
                at(sorted, 0.99));
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, (long) (sorted.length * share))] / 1000.0;
    }

    private void reportLong(String piece) {
        var text = piece.repeat(LONG / piece.length() + 1).substring(0, LONG);
        var survey = library.all().getFirst();
        var slowest =
                Stream.concat(
                                survey.questions().stream()
                                        .map(q -> answer(survey, q, Locale.FRENCH)),
                                Stream.of(new Expectation.Consent(survey, 1, Locale.FRENCH)))
                        .map(expected -> new Case(expected, new Content.Text(text)))
                        .mapToDouble(this::median)
                        .max()
                        .orElseThrow();
        System.out.printf(
                Locale.ROOT, "%d characters of \"%s\": %.2f ms%n", LONG, piece, slowest / 1e6);
    }

    private double median(Case one) {
        var nanos = new long[RUNS_OF_A_LONG_TEXT];
        for (var run = 0; run < nanos.length; run++) {
            nanos[run] = once(one);
        }
        Arrays.sort(nanos);
        return nanos[nanos.length / 2];
    }
}
