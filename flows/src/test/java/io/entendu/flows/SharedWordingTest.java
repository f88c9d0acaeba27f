package io.entendu.flows;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.flows.wording.SmsLength;
import io.entendu.flows.wording.SmsLength.Encoding;
import io.entendu.flows.wording.Template;
import io.entendu.flows.wording.TextKey;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts that surveys share, in each of their languages. */
class SharedWordingTest {

    private static final SharedWording SHARED = SharedWording.load();
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern COMMAND = Pattern.compile("\\b(STOP|START)\\b");

    /** What a text names although it need not: every other names what it must and nothing else. */
    private static final Map<TextKey, Set<String>> NAMED_BESIDES =
            Map.of(
                    TextKey.CONSENT_REPEATED, Set.of("purpose"),
                    TextKey.AMOUNT, Set.of("unit"),
                    TextKey.PERSON, Set.of("sender"),
                    TextKey.ORIENT_OPEN, Set.of("sender"),
                    TextKey.ORIENT, Set.of("sender"));

    /** Whose numbers each language has for itself: those to call, and examples of an answer. */
    private static final Set<TextKey> OWN_NUMBERS = EnumSet.of(TextKey.EMERGENCY, TextKey.CHOICE);

    /**
     * Texts with a letter outside of GSM-7, such as in "sí" and "não". All but one are sent only
     * where there are buttons or links; the other answers a rare request and has no second word for
     * "mês".
     */
    private static final Map<String, Set<TextKey>> OUTSIDE_GSM_7 =
            Map.of(
                    "es",
                    EnumSet.of(TextKey.ANSWER_BY_WORD, TextKey.YES_NO_BY_WORD, TextKey.BUTTON_YES),
                    "pt",
                    EnumSet.of(
                            TextKey.ANSWER_BY_WORD,
                            TextKey.YES_NO_BY_WORD,
                            TextKey.PRIVACY_DELETE,
                            TextKey.LINK_SPENT,
                            TextKey.BUTTON_NO));

    static List<String> languages() {
        return SharedWording.LANGUAGES;
    }

    @Test
    void sevenLanguagesAreSpoken() {
        assertThat(languages()).containsExactly("fr", "en", "es", "de", "it", "pt", "nl");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyTextIsThere(String language) {
        assertThat(texts(language)).containsOnlyKeys(TextKey.values());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aTextNamesTheValuesItNeeds(String language) {
        texts(language)
                .forEach((key, template) -> {
                    var named = new HashSet<>(key.needed());
                    named.addAll(NAMED_BESIDES.getOrDefault(key, Set.of()));
                    assertThat(template.names()).as("%s", key).isEqualTo(named);
                });
    }

    @ParameterizedTest
    @MethodSource("languages")
    void textsAreCalmAndInPlainCharacters(String language) {
        texts(language)
                .forEach((key, template) ->
                        assertThat(template.toString())
                                .as("%s", key)
                                .doesNotContain("!")
                                .matches("[\\p{IsLatin}\\p{IsDigit}\\p{Punct}¿ \n]+")
                                .doesNotContain("  "));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void commandsAndNumbersAreThoseOfTheEnglishText(String language) {
        var english = texts("en");
        texts(language)
                .forEach((key, template) -> {
                    assertThat(all(COMMAND, template))
                            .as("%s", key)
                            .isEqualTo(all(COMMAND, english.get(key)));
                    if (!OWN_NUMBERS.contains(key)) {
                        assertThat(all(DIGITS, template))
                                .as("%s", key)
                                .isEqualTo(all(DIGITS, english.get(key)));
                    }
                });
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theEuropeanEmergencyNumberIsGiven(String language) {
        assertThat(all(DIGITS, texts(language).get(TextKey.EMERGENCY))).contains("112");
    }

    /** A text left in the language it was copied from. */
    @ParameterizedTest
    @MethodSource("languages")
    void noSentenceIsThatOfAnotherLanguage(String language) {
        var others =
                languages().stream()
                        .filter(other -> !other.equals(language))
                        .flatMap(other -> texts(other).values().stream())
                        .map(Template::toString)
                        .collect(Collectors.toSet());
        assertThat(texts(language).values().stream().map(Template::toString))
                .filteredOn(text -> text.length() > 20)
                .hasSizeGreaterThan(50)
                .noneMatch(others::contains);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theWordToSkipIsOneThatIsRead(String language) {
        var readable =
                Resources.text("io/entendu/flows/reading/skip.txt")
                        .lines()
                        .collect(Collectors.toSet());
        var english = texts("en");
        texts(language)
                .forEach((key, template) -> {
                    var quoted = all(QUOTED, template);
                    assertThat(quoted).as("%s", key).hasSameSizeAs(all(QUOTED, english.get(key)));
                    assertThat(quoted).as("%s", key).isSubsetOf(readable);
                });
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aTextMessageIsInGsm7(String language) {
        var outside = EnumSet.noneOf(TextKey.class);
        sent(language)
                .forEach((key, text) -> {
                    if (SmsLength.of(text).encoding() == Encoding.UCS_2) {
                        outside.add(key);
                    }
                });
        assertThat(outside).isEqualTo(OUTSIDE_GSM_7.getOrDefault(language, Set.of()));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aTextMessageHasAtMostTwoSegments(String language) {
        sent(language)
                .forEach((key, text) ->
                        assertThat(SmsLength.of(text).segments())
                                .as("%s: %s", key, text)
                                .isLessThanOrEqualTo(2));
    }

    /** What nearly everybody gets. */
    @ParameterizedTest
    @MethodSource("languages")
    void theMainWayIsOneSegmentAMessage(String language) {
        var sent = sent(language);
        assertThat(
                        Stream.of(
                                        TextKey.CONSENT_FIRST,
                                        TextKey.SCALE_FIRST,
                                        TextKey.OPEN_FIRST,
                                        TextKey.THANK)
                                .map(sent::get))
                .allSatisfy(
                        text -> assertThat(SmsLength.of(text).segments()).as(text).isEqualTo(1));
    }

    private static Map<TextKey, Template> texts(String language) {
        return SHARED.of(Locale.of(language));
    }

    private static List<String> all(Pattern pattern, Template template) {
        return pattern.matcher(template.toString())
                .results()
                .map(MatchResult::group)
                .map(found -> found.replace("\"", ""))
                .sorted()
                .toList();
    }

    /**
     * The texts as they may be sent, with values of usual length; a question asked again has the
     * longest of its beginnings.
     */
    private static Map<TextKey, String> sent(String language) {
        var texts = texts(language);
        var values = new HashMap<String, String>();
        values.putAll(
                Map.of(
                        "sender", "Acme",
                        "purpose", "Suite à votre appel",
                        "question", "recommanderiez-vous Acme à un proche ?",
                        "low", "0",
                        "low_anchor", "pas du tout",
                        "high", "10",
                        "high_anchor", "tout à fait",
                        "options", "\n1 La livraison\n2 Le service\n3 Le prix"));
        values.putAll(Map.of("n", "2", "rating", "8", "unit", " %", "keyword", "nps-after-call"));
        values.put("questions", texts.get(TextKey.QUESTIONS_OTHER).fill(values));
        values.put("answer_by", texts.get(TextKey.ANSWER_BY_DIGIT).fill(values));
        var sent = new EnumMap<TextKey, String>(TextKey.class);
        texts.forEach((key, template) -> {
            values.put("lead", lead(key, texts).fill(values));
            sent.put(key, template.fill(values));
        });
        return sent;
    }

    private static Template lead(TextKey key, Map<TextKey, Template> texts) {
        if (key.name().endsWith("_FIRST")) {
            return texts.get(TextKey.LEAD);
        }
        return texts.entrySet().stream()
                .filter(entry -> entry.getKey().name().startsWith("AGAIN_"))
                .map(Map.Entry::getValue)
                .max((one, other) -> one.toString().length() - other.toString().length())
                .orElseThrow();
    }
}
