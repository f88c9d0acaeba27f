package io.entendu.flows;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.entendu.core.analysis.Taxonomy;
import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.LongestPath;
import io.entendu.core.survey.Question;
import io.entendu.core.survey.Question.OpenEnded;
import io.entendu.core.survey.Question.Scale;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.Route;
import io.entendu.core.survey.Survey;
import io.entendu.core.survey.SurveyKey;
import io.entendu.flows.reading.AnswerGrammar;
import io.entendu.flows.wording.Phrasing;
import io.entendu.flows.wording.QuestionText;
import io.entendu.flows.wording.Template;
import io.entendu.flows.wording.TextKey;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One revision of a survey with its words.
 *
 * @param number that its author gave it
 * @param content all that it consists of, shared texts and taxonomy included, as JSON that is a
 *     survey file itself
 * @param origin where it was read from; empty where it came from elsewhere than a file, and no part
 *     of what it is
 */
record Publication(
        Survey survey,
        OptionalInt number,
        Map<Locale, Map<Channel, Phrasing>> phrasings,
        Map<Locale, Map<QuestionId, AnswerGrammar>> grammars,
        String content,
        Optional<Origin> origin) {

    private static final int REVISION_LENGTH = 16;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Publication of(SurveyFile file) {
        return of(file, JSON.writeValueAsString(canonical(file)));
    }

    /**
     * A revision of earlier: its name comes from the content that was kept, whatever has been added
     * to files since.
     */
    static Publication of(SurveyFile file, String content) {
        var problems = new Problems("taxonomy");
        var taxonomy =
                TaxonomyFile.read(problems, "", file.taxonomy())
                        .orElseThrow(() -> new InvalidSurveyException(problems.found()));
        var survey = survey(file, taxonomy, revision(content));
        var most = LongestPath.of(survey);
        var phrasings =
                file.locales().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        locale -> locale,
                                        locale -> phrasings(survey, most, file, locale)));
        var grammars =
                file.locales().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        locale -> locale,
                                        locale -> PublishedGrammars.of(file, locale)));
        return new Publication(
                survey, file.number(), phrasings, grammars, content, Optional.empty());
    }

    /** The same revision, read from this file. */
    Publication from(Origin file) {
        return new Publication(survey, number, phrasings, grammars, content, Optional.of(file));
    }

    /** The words of a channel in the language nearest to the one asked for. */
    Phrasing phrasing(Locale locale, Channel channel) {
        var phrasing = phrasings.getOrDefault(survey.nearest(locale), Map.of()).get(channel);
        if (phrasing == null) {
            throw new IllegalStateException("a language without words in " + survey.key());
        }
        return phrasing;
    }

    /** How the answers of a question may be said in the language nearest to the one asked for. */
    AnswerGrammar grammar(QuestionId question, Locale locale) {
        return grammars.getOrDefault(survey.nearest(locale), Map.of())
                .getOrDefault(question, AnswerGrammar.PLAIN);
    }

    private static Survey survey(SurveyFile file, Taxonomy taxonomy, String revision) {
        var questions = file.questions().stream().map(SurveyFile.Asked::question).toList();
        var headline =
                questions.stream()
                        .filter(Scale.class::isInstance)
                        .map(Question::id)
                        .findFirst()
                        .orElseThrow();
        return new Survey(
                new SurveyKey(file.id(), revision),
                file.open(),
                file.metric(),
                headline,
                questions,
                file.locales(),
                file.touchpoint(),
                file.conduct(),
                taxonomy,
                route(file),
                file.reach(),
                file.brief());
    }

    private static Route route(SurveyFile file) {
        return new Route(
                file.questions().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        asked -> asked.question().id(), SurveyFile.Asked::branch)));
    }

    private static Map<Channel, Phrasing> phrasings(
            Survey survey, int most, SurveyFile file, Locale locale) {
        return Stream.of(Channel.values())
                .collect(
                        Collectors.toUnmodifiableMap(
                                channel -> channel,
                                channel -> phrasing(survey, most, file, locale, channel)));
    }

    private static Phrasing phrasing(
            Survey survey, int most, SurveyFile file, Locale locale, Channel channel) {
        var words = new HashMap<QuestionId, QuestionText>();
        file.questions()
                .forEach(asked ->
                        words.put(asked.question().id(), of(locale, asked.words()).on(channel)));
        var texts = new EnumMap<TextKey, Template>(TextKey.class);
        of(locale, file.texts()).forEach((key, text) -> texts.put(key, text.on(channel)));
        return new Phrasing(
                survey,
                most,
                locale,
                new Phrasing.Sender(file.sender(), of(locale, file.purposes()).on(channel)),
                words,
                texts);
    }

    private static <T> T of(Locale locale, Map<Locale, T> byLanguage) {
        var value = byLanguage.get(locale);
        if (value == null) {
            throw new IllegalStateException("nothing in " + locale);
        }
        return value;
    }

    private static String revision(String content) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, REVISION_LENGTH);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    /** Always in the same order, so that equal content is equal text. */
    private static ObjectNode canonical(SurveyFile file) {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("id", file.id().value());
        file.number().ifPresent(number -> node.put("revision", number));
        node.put("open", file.open());
        node.put("metric", file.metric().name().toLowerCase(Locale.ROOT));
        node.put("touchpoint", file.touchpoint());
        node.put("sender", file.sender());
        var locales = node.putArray("locales");
        file.locales().forEach(locale -> locales.add(locale.toLanguageTag()));
        var conduct = file.conduct();
        if (conduct.reminder().isPresent()) {
            node.putObject("patience")
                    .put("reminder", Durations.write(conduct.reminder().get()))
                    .put("expiry", Durations.write(conduct.patience()));
        } else {
            node.put("patience", Durations.write(conduct.patience()));
        }
        node.put(
                "collect", conduct.collect().isZero() ? "off" : Durations.write(conduct.collect()));
        node.put("last_resort", conduct.lastResort() ? "model" : "none");
        file.extras().properties().forEach(e -> node.set(e.getKey(), e.getValue()));
        node.set("taxonomy", file.taxonomy());
        templates(node.putObject("purpose"), file.purposes());
        var questions = node.putArray("questions");
        file.questions().forEach(asked -> question(questions.addObject(), asked));
        var texts = node.putObject("texts");
        file.locales()
                .forEach(locale -> {
                    var section = texts.putObject(locale.toLanguageTag());
                    var all = of(locale, file.texts());
                    for (var key : TextKey.values()) {
                        var text = all.get(key);
                        if (text != null) {
                            section.set(key.wireName(), Texts.tree(text));
                        }
                    }
                });
        return node;
    }

    private static void question(ObjectNode node, SurveyFile.Asked asked) {
        node.put("id", asked.question().id().value());
        kind(node, asked.question());
        labels(node, asked);
        asked.extras().properties().forEach(e -> node.set(e.getKey(), e.getValue()));
        var ask = node.putObject("ask");
        asked.words()
                .forEach((locale, words) -> {
                    var tag = locale.toLanguageTag();
                    ask.set(tag, Texts.tree(words.ask()));
                    words.withoutRating()
                            .ifPresent(text ->
                                    node.withObjectProperty("ask_without_rating")
                                            .set(tag, Texts.tree(text)));
                    words.anchors()
                            .ifPresent(anchors ->
                                    node.withObjectProperty("anchors")
                                            .putObject(tag)
                                            .set("low", Texts.tree(anchors.low()))
                                            .set("high", Texts.tree(anchors.high())));
                    words.unit()
                            .ifPresent(unit ->
                                    node.withObjectProperty("unit").put(tag, unit.toString()));
                });
    }

    private static void kind(ObjectNode node, Question question) {
        switch (question) {
            case Scale scale ->
                    node.putObject("scale").put("low", scale.low()).put("high", scale.high());
            case Question.YesNo _ -> node.put("yes_no", true);
            case Question.Choice choice -> {
                var section = node.putObject("choice");
                section.put("several", choice.several());
                var options = section.putArray("options");
                choice.options().forEach(option -> options.add(option.value()));
            }
            case Question.Amount amount ->
                    node.putObject("amount")
                            .put("low", amount.low())
                            .put("high", amount.high())
                            .put("decimals", amount.decimals());
            case OpenEnded open -> node.putObject("open_ended").put("max_length", open.maxLength());
        }
    }

    private static void labels(ObjectNode node, SurveyFile.Asked asked) {
        if (asked.question() instanceof Question.Choice choice) {
            var labels = node.putObject("labels");
            asked.words()
                    .forEach((locale, words) -> {
                        var section = labels.putObject(locale.toLanguageTag());
                        choice.options()
                                .forEach(option ->
                                        Optional.ofNullable(words.options().get(option))
                                                .ifPresent(label ->
                                                        section.put(
                                                                option.value(), label.toString())));
                    });
        }
        switch (asked.labels()) {
            case PointLabels.None _ -> {}
            case PointLabels.Standard(var name) -> node.put("labels", name);
            case PointLabels.Own(var byLanguage) -> {
                var labels = node.putObject("labels");
                asked.words()
                        .keySet()
                        .forEach(locale -> {
                            var list = labels.putArray(locale.toLanguageTag());
                            byLanguage.getOrDefault(locale, List.of()).forEach(list::add);
                        });
            }
        }
    }

    private static void templates(ObjectNode node, Map<Locale, Template> texts) {
        texts.forEach((locale, text) -> node.set(locale.toLanguageTag(), Texts.tree(text)));
    }
}
