package io.entendu.flows.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.core.channel.Content;
import io.entendu.core.reading.Expectation;
import io.entendu.core.reading.Expectation.Earlier;
import io.entendu.core.reading.Interpretation;
import io.entendu.core.reading.Reading;
import io.entendu.core.reading.ReplyReader;
import io.entendu.core.survey.OptionId;
import io.entendu.core.survey.Question.Scale;
import io.entendu.core.text.Span;
import io.entendu.flows.AllKinds;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Replies to every kind of question of a published survey, in a conversation in French. What is
 * read is written as its value, or as the name of the reading.
 */
class LibraryReadingTest {

    private static final ReplyReader READER =
            new RuleReplyReader(AllKinds.LIBRARY, AllKinds.LIBRARY);

    private static final Expectation MORE = new Expectation.More(AllKinds.SURVEY, 3, Locale.FRENCH);
    private static final int EIGHT = 8;

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    score | 9                                       | 9
                    score | neuf sur dix                            | 9
                    score | 8, accueil parfait et rapide            | 8 + accueil parfait et rapide
                    score | oui mais 7                              | 7
                    score | pas du tout                             | 0
                    score | tout à fait                             | 10
                    score | definitely                              | 10
                    score | not at all                              | 0
                    score | la note maximale                        | 10
                    score | pas du tou                              | Unclear
                    score | 80 %                                    | Unclear
                    score | 16/20                                   | Unclear
                    score | 11                                      | Unclear
                    score | je ne sais pas                          | dont_know
                    score | passer                                  | skipped
                    score | c'était vraiment trop long à la caisse  | Commented
                    score | pourquoi cette question ?               | Questioned
                    mood  | 3                                       | 3
                    mood  | mieux                                   | 3
                    mood  | better                                  | 3
                    mood  | the same                                | 2
                    mood  | Moins bien.                             | 1
                    mood  | je dirais pareil                        | 2
                    mood  | pire qu'avant                           | 1
                    mood  | better than before                      | 3
                    mood  | pas mieux                               | Unclear
                    mood  | bien                                    | Unclear
                    mood  | 4                                       | Unclear
                    welcome | satisfait                             | 4
                    welcome | très satisfaite                       | 5
                    welcome | very dissatisfied                     | 1
                    welcome | zufrieden                             | 4
                    welcome | ⭐⭐⭐⭐                              | 4
                    welcome | pas satisfait                         | Unclear
                    welcome | content                               | Unclear
                    """)
    void points(String question, String reply, String read) {
        assertRead(answer(question), reply, read);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    oui                        | yes
                    1                          | yes
                    2                          | no
                    3                          | Unclear
                    yes                        | yes
                    nope                       | no
                    pas vraiment               | no
                    👍                         | yes
                    oui mais c'était long      | yes + mais c'était long
                    non, il manquait ma taille | no + il manquait ma taille
                    oui enfin non              | Unclear
                    presque                    | Unclear
                    oui ?                      | Unclear
                    je ne sais pas             | dont_know
                    STOP                       | OptOut
                    non, arrêtez de m'écrire   | OptOut
                    """)
    void yesOrNo(String reply, String read) {
        assertRead(answer("solved"), reply, read);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    3                                 | [adviser]
                    C)                                | [adviser]
                    le troisième                      | [adviser]
                    Le téléphone                      | [phone]
                    telephone                         | [phone]
                    the telephone                     | [phone]
                    an e-mail                         | [email]
                    un couriel                        | [email]
                    le telefone                       | [phone]
                    courriel                          | [email]
                    rapide                            | [fast]
                    free delivery                     | [free]
                    je choisis la livraison gratuite  | [free]
                    livraison                         | Ambiguous
                    delivery                          | Ambiguous
                    1 ou 3                            | Ambiguous
                    le téléphone et un courriel       | Ambiguous
                    2 livraison rapide                | Ambiguous
                    les 3                             | Unclear
                    les deux                          | Unclear
                    aucun                             | Unclear
                    0                                 | Unclear
                    6                                 | Unclear
                    pas le téléphone                  | Unclear
                    un conseiller                     | [adviser]
                    Un conseiller, s'il vous plaît    | [adviser]
                    conseiller                        | [adviser]
                    an adviser                        | [adviser]
                    un conseiller m'a aidé            | [adviser]
                    je veux parler à un conseiller    | PersonWanted
                    passez-moi un conseiller          | PersonWanted
                    rappelez-moi                      | PersonWanted
                    3, et rappelez-moi                | [adviser]
                    in english please                 | LanguageWanted
                    """)
    void oneOption(String reply, String read) {
        assertRead(answer("contact"), reply, read);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    1 et 3                   | [price, opening]
                    3 1                      | [price, opening]
                    1-3                      | [price, range, opening]
                    a et b                   | [price, range]
                    les prix et les horaires | [price, opening]
                    prices and selection     | [price, range]
                    les horraires            | [opening]
                    opening                  | [opening]
                    tout                     | [price, range, opening]
                    les trois                | [price, range, opening]
                    les 3                    | [price, range, opening]
                    all three of them        | Unclear
                    all three                | [price, range, opening]
                    toutes les trois         | [price, range, opening]
                    alle drei                | [price, range, opening]
                    les deux                 | Unclear
                    les 2                    | Unclear
                    les 2 et 3               | [range, opening]
                    tout sauf les prix       | [range, opening]
                    none of these            | []
                    aucun                    | []
                    rien                     | []
                    0                        | []
                    zéro, merci              | []
                    1 ou 2                   | Ambiguous
                    4                        | Unclear
                    13                       | Unclear
                    pas les prix             | Unclear
                    """)
    void severalOptions(String reply, String read) {
        assertRead(answer("better"), reply, read);
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    share    | 45 %                          | 45
                    share    | 45                            | 45
                    share    | quarante-cinq pour cent       | 45
                    share    | fifty                         | 50
                    share    | environ 50                    | 50
                    share    | 0                             | 0
                    share    | 45 %, surtout le samedi matin | 45 + surtout le samedi matin
                    share    | 45,5                          | Unclear
                    share    | 101                           | Unclear
                    share    | -5                            | Unclear
                    share    | entre 40 et 50                | Unclear
                    share    | moins de 10 %                 | Unclear
                    share    | 30 euros                      | Unclear
                    share    | je ne sais pas                | dont_know
                    distance | 12,5 km                       | 12.5
                    distance | 12.5                          | 12.5
                    distance | 3 kilomètres                  | 3
                    distance | 12 kms                        | 12
                    distance | 0,4                           | Unclear
                    distance | 12,55                         | Unclear
                    distance | 10 minutes                    | Unclear
                    """)
    void amounts(String question, String reply, String read) {
        assertRead(answer(question), reply, read);
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    score    ; 3|score|9       ; 9
                    score    ; 3|score|skip    ; skipped
                    score    ; 3|score|11      ; OldButton
                    score    ; 2|score|9       ; OldButton
                    reason   ; 3|score|9       ; OldButton
                    reason   ; 3|reason|skip   ; skipped
                    mood     ; 3|mood|3        ; 3
                    mood     ; 3|mood|0        ; OldButton
                    solved   ; 3|solved|yes    ; yes
                    solved   ; 3|solved|no     ; no
                    solved   ; 3|solved|1      ; OldButton
                    contact  ; 3|contact|1     ; [phone]
                    contact  ; 3|contact|5     ; [free]
                    contact  ; 3|contact|6     ; OldButton
                    contact  ; 3|contact|0     ; OldButton
                    contact  ; 3|contact|phone ; OldButton
                    contact  ; 3|contact|skip  ; skipped
                    contact  ; 3|consent|yes   ; OldButton
                    better   ; 3|better|skip   ; skipped
                    share    ; 3|share|skip    ; skipped
                    share    ; 3|share|45      ; OldButton
                    """)
    void buttons(String question, String payload, String read) {
        var tap = new Content.Tap(payload, "label", "1");

        assertThat(shown(READER.read(answer(question), tap), "label")).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3|score|9", "3|contact|1", "3|reason|skip"})
    void aButtonIsOldWhileWordsAreCollectedAndAfterTheEnd(String payload) {
        var tap = new Content.Tap(payload, "label", "1");

        assertThat(READER.read(MORE, tap).reading()).isEqualTo(new Reading.OldButton());
        assertThat(READER.read(new Expectation.Nothing(Locale.FRENCH), tap).reading())
                .isEqualTo(new Reading.OldButton());
    }

    @ParameterizedTest(name = "{0} is {1} of \"{2}\"")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    et puis c'était cher                | SaidMore       | et puis c'était cher
                    un conseiller m'a raccroché au nez  | SaidMore       | un conseiller m'a raccroché au nez
                    8                                   | SaidMore       | 8
                    merci                               | SaidMore       | ''
                    Merci bien, bonne journée !         | SaidMore       | ''
                    👍                                  | SaidMore       | ''
                    STOP                                | OptOut         | STOP
                    Arrêtez de m'écrire                 | OptOut         | Arrêtez de m'écrire
                    je veux parler à un conseiller      | PersonWanted   | je veux parler à un conseiller
                    english please                      | LanguageWanted | english please
                    deutsch bitte                       | SaidMore       | deutsch bitte
                    aide                                | HelpWanted     | aide
                    """)
    void more(String reply, String read, String words) {
        var found = READER.read(MORE, text(reply));

        assertThat(shown(found, reply)).isEqualTo(read);
        assertThat(found.span().of(reply)).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0}, rated {1}: {2} is {3}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    reason  | just now | 9                          | second 9
                    reason  | just now | neuf                       | second 9
                    reason  | just now | 8                          | second 8
                    reason  | just now | je voulais dire 9          | corrected 9
                    reason  | just now | 9*                         | corrected 9
                    reason  | just now | pas 8, 9                   | corrected 9
                    reason  | just now | 9 parce que c'était bien   | Said
                    reason  | just now | 11                         | Said
                    reason  | before   | 9                          | Said
                    reason  | before   | je voulais dire 9          | corrected 9
                    reason  | never    | je voulais dire 9          | Said
                    solved  | just now | je voulais dire 9          | corrected 9
                    solved  | just now | 1                          | yes
                    solved  | just now | 9                          | Unclear
                    contact | just now | 3                          | [adviser]
                    contact | just now | plutôt 3                   | [adviser]
                    contact | just now | je voulais dire 9          | corrected 9
                    better  | just now | je voulais dire 9          | corrected 9
                    mood    | just now | 2                          | 2
                    mood    | just now | plutôt 2                   | 2
                    mood    | just now | je voulais dire 9          | corrected 9
                    mood    | just now | 9                          | Unclear
                    mood    | never    | je voulais dire 9          | Unclear
                    """)
    void afterARating(String question, String rated, String reply, String read) {
        var earlier =
                switch (rated) {
                    case "just now" -> Optional.of(earlier(true));
                    case "before" -> Optional.of(earlier(false));
                    default -> Optional.<Earlier>empty();
                };
        assertRead(answer(question, earlier), reply, read);
    }

    private static Earlier earlier(boolean justNow) {
        return new Earlier((Scale) AllKinds.question("score"), EIGHT, justNow);
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    score   | english please                              | LanguageWanted
                    solved  | parlez-vous anglais ?                       | LanguageWanted
                    reason  | English, please                             | LanguageWanted
                    score   | deutsch bitte                               | Unclear
                    contact | en español por favor                        | Unclear
                    reason  | deutsch bitte                               | Said
                    score   | I am out of office until Monday 3           | AutoReplied
                    contact | Je suis absent du bureau jusqu'au 3 mars.   | AutoReplied
                    reason  | Réponse automatique : je suis en congés     | AutoReplied
                    share   | I'm driving right now, I'll get back to you | AutoReplied
                    """)
    void besideTheAnswer(String question, String reply, String read) {
        assertRead(answer(question), reply, read);
    }

    @Test
    void theLanguageWishedForIsNamedAndTheLanguageWrittenInIsNoticed() {
        assertThat(READER.read(answer("score"), text("english please")).reading())
                .isEqualTo(new Reading.LanguageWanted(Locale.ENGLISH));
        assertThat(
                        READER.read(
                                        answer("reason"),
                                        text("The staff was very kind and it is all good"))
                                .language())
                .contains(Locale.ENGLISH);
        assertThat(
                        READER.read(answer("reason"), text("Le personnel était très aimable"))
                                .language())
                .isEmpty();
    }

    /** What was changed after it was sent is read like what is sent. */
    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    score   | 7                  | 7
                    solved  | non                | no
                    contact | un courriel        | [email]
                    better  | 2 et 3             | [range, opening]
                    share   | 40 %               | 40
                    reason  | trop cher          | Said
                    score   | STOP               | OptOut
                    contact | rappelez-moi       | PersonWanted
                    """)
    void edits(String question, String reply, String read) {
        var edited = READER.read(answer(question), new Content.Edited(reply, "17"));

        assertThat(shown(edited, reply)).isEqualTo(read);
        assertThat(edited).isEqualTo(READER.read(answer(question), text(reply)));
    }

    private static void assertRead(Expectation expected, String reply, String read) {
        assertThat(shown(READER.read(expected, text(reply)), reply)).isEqualTo(read);
    }

    private static String shown(Interpretation found, String reply) {
        return switch (found.reading()) {
            case Reading.Rated(var value, var comment) -> value + with(comment, reply);
            case Reading.SaidYesOrNo(var yes, var comment) ->
                    (yes ? "yes" : "no") + with(comment, reply);
            case Reading.Amounted(var value, var comment) ->
                    value.toPlainString() + with(comment, reply);
            case Reading.Chosen(var options) ->
                    options.stream()
                            .map(OptionId::value)
                            .collect(Collectors.joining(", ", "[", "]"));
            case Reading.PassedOver(var why) -> why.name().toLowerCase(Locale.ROOT);
            case Reading.Corrected(_, var value) -> "corrected " + value;
            case Reading.SecondNumber(_, var value) -> "second " + value;
            case Reading other -> other.getClass().getSimpleName();
        };
    }

    private static String with(Optional<Span> comment, String reply) {
        return comment.map(span -> " + " + span.of(reply)).orElse("");
    }

    private static Expectation answer(String question) {
        return answer(question, Optional.empty());
    }

    private static Expectation answer(String question, Optional<Earlier> earlier) {
        return new Expectation.Answer(
                AllKinds.SURVEY, 3, AllKinds.question(question), Locale.FRENCH, earlier);
    }

    private static Content text(String text) {
        return new Content.Text(text);
    }
}
