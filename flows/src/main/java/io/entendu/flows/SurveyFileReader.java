package io.entendu.flows;

import io.entendu.core.survey.Metric;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.Question.OpenEnded;
import io.entendu.core.survey.Question.Scale;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.SurveyId;
import io.entendu.flows.wording.ButtonPayload;
import io.entendu.flows.wording.QuestionText;
import io.entendu.flows.wording.QuestionText.Anchors;
import io.entendu.flows.wording.Template;
import io.entendu.flows.wording.TextKey;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads a survey file; every mistake becomes a problem, and reading goes on. */
final class SurveyFileReader {

    private static final int LONGEST_VERBATIM = 2000;
    private static final Duration PATIENCE = Duration.ofDays(3);
    private static final Duration LONGEST_PATIENCE = Duration.ofDays(30);
    private static final Pattern PLAIN_DURATION = Pattern.compile("([1-9][0-9]{0,4})([dhm])");
    private static final Set<String> ABOUT_THE_SURVEY = Set.of("sender");

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
        var open = file.flag("open").orElse(false);
        var metric = file.needOneOf("metric", List.of(Metric.values()));
        var touchpoint =
                file.needText("touchpoint", "name the customer moment, such as support-call");
        var sender = file.needText("sender", "say who asks, as people know you");
        var patience = file.text("patience", SurveyFileReader::duration).orElse(PATIENCE);
        var taxonomy = taxonomy();
        var locales = locales();
        var purposes =
                perLanguage(
                        file,
                        "purpose",
                        locales,
                        "say why they are asked, as the beginning of a sentence",
                        ABOUT_THE_SURVEY);
        var questions = questions(locales);
        var texts = texts(locales);
        file.close();
        metric.ifPresent(m -> checkHeadline(m, questions));
        return problems.isEmpty()
                ? Optional.of(
                        new SurveyFile(
                                id.orElseThrow(),
                                open,
                                metric.orElseThrow(),
                                touchpoint.orElseThrow(),
                                sender.orElseThrow(),
                                locales,
                                patience,
                                taxonomy.orElseThrow(),
                                purposes,
                                questions,
                                texts))
                : Optional.empty();
    }

    private static Duration duration(String text) {
        var advice = "\"" + text + "\" is no duration from 1m to 30d; write 3d, 48h or 90m";
        var plain = PLAIN_DURATION.matcher(text);
        if (!plain.matches()) {
            throw new IllegalArgumentException(advice);
        }
        var amount = Integer.parseInt(plain.group(1));
        var duration =
                switch (plain.group(2).charAt(0)) {
                    case 'd' -> Duration.ofDays(amount);
                    case 'h' -> Duration.ofHours(amount);
                    default -> Duration.ofMinutes(amount);
                };
        if (duration.compareTo(LONGEST_PATIENCE) > 0) {
            throw new IllegalArgumentException(advice);
        }
        return duration;
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
                        .map(section -> question(section, locales))
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

    private Optional<SurveyFile.Asked> question(Section section, List<Locale> locales) {
        var id =
                section.needText(
                        "id", "name the question, such as score", SurveyFileReader::questionId);
        var scale = section.section("scale");
        var open = section.section("open_ended");
        if (scale.isPresent() == open.isPresent()) {
            section.problem(
                    "scale",
                    "write either \"scale: {low: 0, high: 10}\" or \"open_ended: {max_length: 2000}\"");
        }
        var question =
                scale.isPresent()
                        ? scale.flatMap(s -> scale(id, s))
                        : open.flatMap(o -> openEnded(id, o));
        var ask = perLanguage(section, "ask", locales, "write the question", ABOUT_THE_SURVEY);
        var withoutRating =
                section.has("ask_without_rating")
                        ? perLanguage(
                                section,
                                "ask_without_rating",
                                locales,
                                "write the question",
                                ABOUT_THE_SURVEY)
                        : Map.<Locale, Template>of();
        var anchors = scale.isPresent() ? anchors(section, locales) : Map.<Locale, Anchors>of();
        section.close();
        return question.map(
                q -> new SurveyFile.Asked(q, words(locales, ask, withoutRating, anchors)));
    }

    private static QuestionId questionId(String text) {
        if (text.equals(ButtonPayload.CONSENT)) {
            throw new IllegalArgumentException(
                    "\"consent\" is what the consent question is called; choose another name");
        }
        return new QuestionId(text);
    }

    private static Map<Locale, QuestionText> words(
            List<Locale> locales,
            Map<Locale, Template> ask,
            Map<Locale, Template> withoutRating,
            Map<Locale, Anchors> anchors) {
        var words = new LinkedHashMap<Locale, QuestionText>();
        for (var locale : locales) {
            Optional.ofNullable(ask.get(locale))
                    .ifPresent(asked ->
                            words.put(
                                    locale,
                                    new QuestionText(
                                            asked,
                                            Optional.ofNullable(withoutRating.get(locale)),
                                            Optional.ofNullable(anchors.get(locale)))));
        }
        return words;
    }

    private static Optional<Question> scale(Optional<QuestionId> id, Section section) {
        var low = section.needNumber("low", "write the lowest answer, 0 or 1");
        var high = section.needNumber("high", "write the highest answer, such as 10");
        section.close();
        if (id.isEmpty() || low.isEmpty() || high.isEmpty()) {
            return Optional.empty();
        }
        if (low.get() < 0 || high.get() <= low.get() || high.get() > 100) {
            section.problem("high", "must be greater than low, and both from 0 to 100");
            return Optional.empty();
        }
        return Optional.of(new Scale(id.get(), low.get(), high.get()));
    }

    private static Optional<Question> openEnded(Optional<QuestionId> id, Section section) {
        var longest = section.number("max_length").orElse(LONGEST_VERBATIM);
        section.close();
        if (longest < 1 || longest > LONGEST_VERBATIM) {
            section.problem("max_length", "write a number from 1 to " + LONGEST_VERBATIM);
            return Optional.empty();
        }
        return id.map(i -> new OpenEnded(i, longest));
    }

    private Map<Locale, Anchors> anchors(Section question, List<Locale> locales) {
        var anchors = new LinkedHashMap<Locale, Anchors>();
        var section =
                question.needSection(
                        "anchors",
                        "say what both ends mean in each language, such as {fr: {low: …, high: …}}");
        section.ifPresent(languages -> {
            for (var locale : locales) {
                var advice = "say what both ends mean: {low: …, high: …}";
                languages
                        .needSection(locale.toLanguageTag(), advice)
                        .ifPresent(ends -> {
                            var low = template(ends, "low", Set.of());
                            var high = template(ends, "high", Set.of());
                            if (low.isEmpty() || high.isEmpty()) {
                                languages.problem(locale.toLanguageTag(), advice);
                            } else {
                                anchors.put(locale, new Anchors(low.get(), high.get()));
                            }
                            ends.close();
                        });
            }
            languages.close();
        });
        return anchors;
    }

    private Map<Locale, Template> perLanguage(
            Section section, String key, List<Locale> locales, String advice, Set<String> known) {
        var texts = new LinkedHashMap<Locale, Template>();
        section.needSection(key, advice + ", by language: {fr: …}")
                .ifPresent(languages -> {
                    for (var locale : locales) {
                        var tag = locale.toLanguageTag();
                        var text = template(languages, tag, known);
                        if (!languages.has(tag)) {
                            languages.problem(tag, "is missing; " + advice);
                        }
                        text.ifPresent(t -> texts.put(locale, t));
                    }
                    languages.close();
                });
        return texts;
    }

    private Optional<Template> template(Section section, String key, Set<String> known) {
        return section.text(key, Template::of)
                .filter(template -> needsNoFact(section, key, template, known::contains));
    }

    /** An invitation may be silent, so its facts need words otherwise. */
    private static boolean needsNoFact(
            Section section,
            String key,
            Template template,
            java.util.function.Predicate<String> known) {
        var unsure = template.needed().stream().filter(name -> !known.test(name)).sorted().toList();
        unsure.forEach(name ->
                section.problem(
                        key,
                        "{"
                                + name
                                + "} may be unknown; say what stands there then: {"
                                + name
                                + "|…}"));
        return unsure.isEmpty();
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
                    text(s, key).ifPresent(template -> all.put(key, template));
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

    /** A text and whether it says what it must. */
    static Optional<Template> text(Section section, TextKey key) {
        var name = key.wireName();
        return section.text(name, Template::of)
                .filter(template -> {
                    key.needed().stream()
                            .filter(needed -> !template.names().contains(needed))
                            .sorted()
                            .forEach(needed -> section.problem(name, "must say {" + needed + "}"));
                    if (key.saysStop() && !template.toString().contains("STOP")) {
                        section.problem(name, "must say how to end it, with the word STOP");
                    }
                    return needsNoFact(section, name, template, key::offers);
                });
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
