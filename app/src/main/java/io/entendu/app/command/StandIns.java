package io.entendu.app.command;

import io.entendu.core.channel.Content;
import io.entendu.core.reading.Expectation;
import io.entendu.core.survey.Survey;
import io.entendu.flows.SurveyLibrary;
import io.entendu.flows.reading.RuleReplyReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Words in the place of those that are not kept: nothing said before a yes is, nor an opt-out's
 * words. Tried with the reader, so that they mean the same.
 */
final class StandIns {

    /** By reading, as the log names it; the first that fits is taken. */
    private static final Map<String, List<String>> WORDS =
            Map.ofEntries(
                    Map.entry("opt_out", List.of("STOP")),
                    Map.entry("help_wanted", List.of("HELP")),
                    Map.entry(
                            "wrong_number",
                            List.of(
                                    "wrong number",
                                    "mauvais numéro",
                                    "vous vous trompez de numéro")),
                    Map.entry(
                            "person_wanted",
                            List.of("I want to talk to a person", "je veux parler à quelqu'un")),
                    Map.entry("postponed", List.of("later", "plus tard", "später")),
                    Map.entry(
                            "privacy_asked",
                            List.of("who are you?", "qui êtes-vous ?", "wer sind Sie?")),
                    Map.entry("in_emergency", List.of("call an ambulance", "better off dead")),
                    Map.entry("agreed", List.of("1", "yes", "oui", "ja")),
                    Map.entry("declined", List.of("2", "no", "non", "nein")),
                    Map.entry("unclear", List.of("xyz", "?")));

    private final RuleReplyReader reader;
    private final Survey survey;
    private final Locale locale;

    StandIns(SurveyLibrary surveys, Survey survey, Locale locale) {
        this.reader = new RuleReplyReader(surveys, surveys);
        this.survey = survey;
        this.locale = survey.nearest(locale);
    }

    /** What words are known for. */
    static Set<String> readings() {
        return WORDS.keySet();
    }

    /**
     * Words that mean this before a yes; empty when none are known.
     *
     * @param language the one that was asked for, where one was
     */
    Optional<String> of(String reading, Optional<Locale> language) {
        if (reading.equals("keyword")) {
            return Optional.of(survey.id().value());
        }
        return words(reading, language).stream()
                .filter(words -> read(words).equals(reading))
                .findFirst();
    }

    private static List<String> words(String reading, Optional<Locale> language) {
        return reading.equals("language_wanted")
                ? language.map(wanted -> wanted.getDisplayLanguage(wanted)).stream().toList()
                : WORDS.getOrDefault(reading, List.of());
    }

    private String read(String words) {
        var heard =
                reader.read(new Expectation.Consent(survey, 1, locale), new Content.Text(words));
        return heard.reading()
                .getClass()
                .getSimpleName()
                .replaceAll("(?<=.)([A-Z])", "_$1")
                .toLowerCase(Locale.ROOT);
    }
}
