package io.entendu.flows;

import io.entendu.core.survey.Conduct;
import io.entendu.core.survey.Metric;
import io.entendu.core.survey.Question.Scale;
import io.entendu.core.survey.SurveyId;
import io.entendu.flows.wording.Template;
import io.entendu.flows.wording.TextKey;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads a survey file; every mistake becomes a problem, and reading goes on. */
final class SurveyFileReader {

    private static final Duration PATIENCE = Duration.ofDays(3);
    private static final Duration SHORTEST_PATIENCE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PATIENCE = Duration.ofDays(30);

    /** People write on within seconds; much longer, and the next question would seem lost. */
    private static final Duration COLLECT = Duration.ofSeconds(10);

    private final Problems problems;
    private final Section file;
    private final SharedWording shared;
    private final Taxonomies taxonomies;

    private SurveyFileReader(
            Problems problems, JsonNode node, SharedWording shared, Taxonomies taxonomies) {
        this.problems = problems;
        this.file = new Section(problems, "", node);
        this.shared = shared;
        this.taxonomies = taxonomies;
    }

    /** What the file says; empty when there is a problem. */
    static Optional<SurveyFile> read(
            Problems problems, JsonNode node, SharedWording shared, Taxonomies taxonomies) {
        return new SurveyFileReader(problems, node, shared, taxonomies).read();
    }

    private Optional<SurveyFile> read() {
        var id = file.needText("id", "name the survey, such as nps-after-call", SurveyId::new);
        var number = number();
        var open = file.flag("open").orElse(false);
        var metric = file.needOneOf("metric", List.of(Metric.values()));
        var touchpoint =
                file.needText("touchpoint", "name the customer moment, such as support-call");
        var sender = file.needText("sender", "say who asks, as people know you");
        var conduct = conduct();
        var taxonomy = taxonomy();
        var locales = locales();
        var purposes =
                Texts.perLanguage(
                        file,
                        "purpose",
                        locales,
                        "say why they are asked, as the beginning of a sentence",
                        Texts.ABOUT_THE_SURVEY);
        var questions = questions(locales);
        var texts = texts(locales);
        file.close();
        metric.ifPresent(m -> checkHeadline(m, questions));
        return problems.isEmpty()
                ? Optional.of(
                        new SurveyFile(
                                id.orElseThrow(),
                                number,
                                open,
                                metric.orElseThrow(),
                                touchpoint.orElseThrow(),
                                sender.orElseThrow(),
                                locales,
                                conduct,
                                taxonomy.orElseThrow(),
                                purposes,
                                questions,
                                texts))
                : Optional.empty();
    }

    /** Counted by the author; a file of before says so by its lower number. */
    private OptionalInt number() {
        var number = file.number("revision");
        number.filter(n -> n < 1)
                .ifPresent(_ -> file.problem("revision", "write a whole number from 1, or none"));
        return number.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }

    private Conduct conduct() {
        var patience = file.text("patience", SurveyFileReader::patience).orElse(PATIENCE);
        var collect = file.text("collect", SurveyFileReader::collect).orElse(COLLECT);
        var lastResort = file.text("last_resort", SurveyFileReader::lastResort).orElse(false);
        return new Conduct(patience, collect, lastResort);
    }

    private static Duration patience(String text) {
        return Durations.read(text)
                .filter(d ->
                        d.compareTo(SHORTEST_PATIENCE) >= 0 && d.compareTo(LONGEST_PATIENCE) <= 0)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "\""
                                        + text
                                        + "\" is no duration from 1m to 30d; write 3d, 48h or 90m"));
    }

    private static Duration collect(String text) {
        return text.equals("off")
                ? Duration.ZERO
                : Durations.read(text)
                        .filter(d -> d.compareTo(Conduct.LONGEST_COLLECT) <= 0)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "\""
                                                + text
                                                + "\" is no duration up to 2m; write 10s, or off"));
    }

    private static boolean lastResort(String text) {
        return switch (text) {
            case "model" -> true;
            case "none" -> false;
            default ->
                    throw new IllegalArgumentException(
                            "\"" + text + "\" is not known; write model or none");
        };
    }

    /** A taxonomy by its name, or as it stands in the file. */
    private Optional<JsonNode> taxonomy() {
        return taxonomies.of(problems, file);
    }

    private List<Locale> locales() {
        var locales =
                file.texts("locales").stream()
                        .map(Locale::forLanguageTag)
                        .filter(locale -> !locale.getLanguage().isEmpty())
                        .distinct()
                        .toList();
        if (locales.isEmpty()) {
            file.problem("locales", "list the languages, the fallback first, such as [fr, en]");
        }
        return locales;
    }

    private List<SurveyFile.Asked> questions(List<Locale> locales) {
        var sections = file.sections("questions");
        if (sections.isEmpty()) {
            file.problem("questions", "write at least one question on a scale");
        }
        var questions =
                sections.stream()
                        .map(section -> QuestionSection.read(section, locales))
                        .flatMap(Optional::stream)
                        .toList();
        questions.stream()
                .map(asked -> asked.question().id())
                .filter(id ->
                        questions.stream().filter(other -> other.question().id().equals(id)).count()
                                > 1)
                .distinct()
                .forEach(id ->
                        file.problem(
                                "questions",
                                "two questions are called \"" + id + "\"; rename one"));
        return questions;
    }

    private Map<Locale, Map<TextKey, Template>> texts(List<Locale> locales) {
        var texts = new LinkedHashMap<Locale, Map<TextKey, Template>>();
        var own = file.section("texts");
        for (var locale : locales) {
            var tag = locale.toLanguageTag();
            var section = own.flatMap(o -> o.section(tag));
            var all = new EnumMap<TextKey, Template>(TextKey.class);
            all.putAll(shared.of(locale));
            section.ifPresent(s -> {
                for (var key : TextKey.values()) {
                    Texts.text(s, key).ifPresent(template -> all.put(key, template));
                }
                s.close();
            });
            var missing = Stream.of(TextKey.values()).filter(key -> !all.containsKey(key)).toList();
            if (!missing.isEmpty()) {
                file.problem(
                        "texts." + tag,
                        "there is no shared wording in this language; write "
                                + String.join(
                                        ", ", missing.stream().map(TextKey::wireName).toList()));
            }
            texts.put(locale, all);
        }
        own.ifPresent(Section::close);
        return texts;
    }

    private void checkHeadline(Metric metric, List<SurveyFile.Asked> questions) {
        var first =
                questions.stream()
                        .map(SurveyFile.Asked::question)
                        .filter(Scale.class::isInstance)
                        .map(Scale.class::cast)
                        .findFirst();
        if (first.isEmpty()) {
            file.problem("questions", "one of them must be on a scale: its answers make the score");
            return;
        }
        var ends = ends(metric);
        if (first.get().low() != ends.low() || first.get().high() != ends.high()) {
            file.problem(
                    "questions",
                    "the first scale of "
                            + metric.name().toLowerCase(Locale.ROOT)
                            + " goes from "
                            + ends.low()
                            + " to "
                            + ends.high()
                            + ", not from "
                            + first.get().low()
                            + " to "
                            + first.get().high());
        }
    }

    private record Ends(int low, int high) {}

    private static Ends ends(Metric metric) {
        return switch (metric) {
            case NPS, ENPS -> new Ends(0, 10);
            case CSAT -> new Ends(1, 5);
            case CES -> new Ends(1, 7);
        };
    }
}
