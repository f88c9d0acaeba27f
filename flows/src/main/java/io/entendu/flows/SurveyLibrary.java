package io.entendu.flows;

import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.Prompt;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.Survey;
import io.entendu.core.survey.SurveyId;
import io.entendu.core.survey.SurveyKey;
import io.entendu.core.survey.Surveys;
import io.entendu.core.wording.Wording;
import io.entendu.flows.reading.AnswerGrammar;
import io.entendu.flows.reading.Grammars;
import io.entendu.flows.wording.QuestionWords;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The surveys that files describe, and their words. Immutable.
 *
 * <p>Read once: a changed file is a new revision in a new library, into which the revisions still
 * in use are taken by {@link #withEarlier}.
 */
public final class SurveyLibrary implements Surveys, Wording, Grammars {

    private final Map<String, Publication> current;
    private final Map<SurveyKey, Publication> revisions;
    private final Map<String, Survey> byKeyword;

    private SurveyLibrary(Map<String, Publication> current, Map<SurveyKey, Publication> revisions) {
        this.current = current;
        this.revisions = Map.copyOf(revisions);
        this.byKeyword = byKeyword(current.values());
    }

    /** An id is nobody else's keyword; of two surveys with one keyword the first has it. */
    private static Map<String, Survey> byKeyword(Collection<Publication> publications) {
        var open = publications.stream().map(Publication::survey).filter(Survey::open).toList();
        var byKeyword = new HashMap<String, Survey>();
        open.forEach(survey -> byKeyword.put(survey.id().value(), survey));
        open.forEach(survey ->
                survey.reach().keywords().forEach(word -> byKeyword.putIfAbsent(word, survey)));
        return Map.copyOf(byKeyword);
    }

    /**
     * The surveys that come with the program: those that {@code surveys/index.txt} names on the
     * class path.
     *
     * @throws InvalidSurveyException when one of them has a mistake
     */
    public static SurveyLibrary ofSeeds() {
        return of(SurveyFiles.seeds());
    }

    /**
     * The surveys that come with the program and those of a directory, {@code *.yaml} and {@code
     * *.yml}, not of its subdirectories; the directory wins over a seed of the same id. Taxonomies
     * are looked for in its {@code taxonomies} first.
     *
     * @throws InvalidSurveyException when a file has a mistake or cannot be read; nothing is
     *     published then
     */
    public static SurveyLibrary ofSeedsAnd(Path directory) {
        return of(SurveyFiles.seedsAnd(directory));
    }

    static SurveyLibrary of(Collection<Publication> publications) {
        var current = new TreeMap<String, Publication>();
        var revisions = new HashMap<SurveyKey, Publication>();
        for (var publication : publications) {
            current.put(publication.survey().id().value(), publication);
            revisions.put(publication.survey().key(), publication);
        }
        return new SurveyLibrary(current, revisions);
    }

    /**
     * This library, which also knows revisions of earlier, so that conversations that began on them
     * can go on.
     *
     * @param contents what {@link #content} gave for them
     * @throws InvalidSurveyException when a content is none of ours
     */
    public SurveyLibrary withEarlier(Collection<String> contents) {
        var all = new HashMap<SurveyKey, Publication>();
        for (var publication : SurveyFiles.earlier(contents)) {
            all.put(publication.survey().key(), publication);
        }
        all.putAll(revisions);
        return new SurveyLibrary(current, all);
    }

    /** This library with the surveys of another, which are the current ones where both have one. */
    public SurveyLibrary with(SurveyLibrary other) {
        var surveys = new TreeMap<>(current);
        surveys.putAll(other.current);
        var all = new HashMap<>(revisions);
        all.putAll(other.revisions);
        return new SurveyLibrary(surveys, all);
    }

    /**
     * This library, in which these revisions are the current ones of their surveys; other surveys
     * stay as they are.
     *
     * @throws IllegalArgumentException when it does not know one of them
     */
    public SurveyLibrary withCurrent(Collection<SurveyKey> keys) {
        var surveys = new TreeMap<>(current);
        keys.forEach(key -> surveys.put(key.id().value(), known(key)));
        return new SurveyLibrary(surveys, revisions);
    }

    /** This library without a current revision of a survey; its revisions stay known. */
    public SurveyLibrary withoutCurrent(SurveyId id) {
        var surveys = new TreeMap<>(current);
        surveys.remove(id.value());
        return new SurveyLibrary(surveys, revisions);
    }

    /** The number that the author gave to a revision; empty when there is none. */
    public OptionalInt number(SurveyKey key) {
        var publication = revisions.get(key);
        return publication == null ? OptionalInt.empty() : publication.number();
    }

    /**
     * All that a revision consists of, as JSON, to be kept for as long as a conversation is on it;
     * empty when unknown.
     */
    public Optional<String> content(SurveyKey key) {
        return Optional.ofNullable(revisions.get(key)).map(Publication::content);
    }

    /** Where a revision was read from; empty when unknown or kept from earlier. */
    public Optional<Origin> origin(SurveyKey key) {
        return Optional.ofNullable(revisions.get(key)).flatMap(Publication::origin);
    }

    /**
     * A question in words, in the language nearest to the one asked for; places that an invitation
     * fills have their words otherwise.
     *
     * @throws IllegalArgumentException when the revision is not known here, or has no such question
     */
    public QuestionWords question(SurveyKey survey, QuestionId question, Locale locale) {
        return known(survey).phrasing(locale, Channel.WEB).question(question);
    }

    @Override
    public Optional<Survey> current(SurveyId id) {
        return Optional.ofNullable(current.get(id.value())).map(Publication::survey);
    }

    @Override
    public Optional<Survey> revision(SurveyKey key) {
        return Optional.ofNullable(revisions.get(key)).map(Publication::survey);
    }

    @Override
    public List<Survey> all() {
        return current.values().stream().map(Publication::survey).toList();
    }

    @Override
    public Optional<Survey> begunBy(String word) {
        return Optional.ofNullable(byKeyword.get(word.toLowerCase(Locale.ROOT)));
    }

    @Override
    public Worded word(
            Prompt prompt,
            Optional<SurveyKey> survey,
            Locale locale,
            Channel channel,
            int conversation,
            Map<String, String> variables) {
        // An offer is made in the language that it offers.
        var language = prompt instanceof Prompt.OfferLanguage(var offered) ? offered : locale;
        return publication(survey)
                .phrasing(language, channel)
                .word(prompt, channel, conversation, variables);
    }

    @Override
    public AnswerGrammar of(SurveyKey survey, QuestionId question, Locale locale) {
        var publication = revisions.get(survey);
        return publication == null ? AnswerGrammar.PLAIN : publication.grammar(question, locale);
    }

    private Publication publication(Optional<SurveyKey> survey) {
        if (survey.isEmpty()) {
            return current.values().stream()
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalArgumentException(
                                    "there is no survey to take the words from"));
        }
        return known(survey.get());
    }

    private Publication known(SurveyKey key) {
        var publication = revisions.get(key);
        if (publication == null) {
            throw new IllegalArgumentException("unknown revision " + key);
        }
        return publication;
    }
}
