package io.entendu.flows;

import io.entendu.core.survey.Condition;
import io.entendu.core.survey.Metric;
import io.entendu.core.survey.Question.Scale;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.SurveyId;
import io.entendu.flows.wording.Template;
import io.entendu.flows.wording.TextKey;
import java.util.ArrayList;
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
        var touchpoint = file.text("touchpoint").or(() -> id.map(SurveyId::value));
        var sender = file.needText("sender", "say who asks, as people know you");
        var conduct = ConductSection.read(file);
        var brief = BriefSection.read(file);
        var taxonomy = taxonomy();
        var locales = locales();
        var purposes =
                Texts.perLanguage(
                        file,
                        "purpose",
                        locales,
                        "say why they are asked, as the beginning of a sentence",
                        Texts.ABOUT_THE_SURVEY);
        var reach = ReachSection.read(file, open, locales);
        var questions = questions(locales, metric, taxonomy);
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
                                texts,
                                reach,
                                brief,
                                file.trees(SurveyFile.EXTRAS)))
                : Optional.empty();
    }

    /** Counted by the author; a file of before says so by its lower number. */
    private OptionalInt number() {
        var number = file.number("revision");
        number.filter(n -> n < 1)
                .ifPresent(_ -> file.problem("revision", "write a whole number from 1, or none"));
        return number.map(OptionalInt::of).orElseGet(OptionalInt::empty);
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

    private List<SurveyFile.Asked> questions(
            List<Locale> locales, Optional<Metric> metric, Optional<JsonNode> taxonomy) {
        var sections = file.sections("questions");
        if (sections.isEmpty()) {
            file.problem("questions", "write at least one question on a scale");
        }
        var themes = taxonomy.flatMap(t -> TaxonomyFile.read(new Problems(""), "", t));
        var questions = new ArrayList<SurveyFile.Asked>();
        for (var section : sections) {
            QuestionSection.read(section, locales, metric, List.copyOf(questions), themes)
                    .ifPresent(questions::add);
        }
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
        if (isConditional(first.get().id(), questions)) {
            file.problem(
                    "questions",
                    "\""
                            + first.get().id()
                            + "\" makes the score, so everybody is asked it; leave \"when\" and \"unless_known\" out");
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

    private static boolean isConditional(QuestionId headline, List<SurveyFile.Asked> questions) {
        return questions.stream()
                .filter(asked -> asked.question().id().equals(headline))
                .anyMatch(asked -> !(asked.branch().when() instanceof Condition.Always));
    }

    private record Ends(int low, int high) {}

    private static Ends ends(Metric metric) {
        return switch (metric) {
            case NPS, ENPS -> new Ends(0, 10);
            case CSAT -> new Ends(1, 5);
            case CES -> new Ends(1, 7);
            case CES1 -> new Ends(1, 5);
        };
    }
}
