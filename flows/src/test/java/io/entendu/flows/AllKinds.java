package io.entendu.flows;

import io.entendu.core.survey.Question;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.Survey;
import io.entendu.core.survey.SurveyId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** The survey that has every kind of question, as its file describes it. */
public final class AllKinds {

    static final String FILE = "all-kinds.yaml";

    public static final SurveyLibrary LIBRARY = library();
    public static final Survey SURVEY = LIBRARY.current(new SurveyId("all-kinds")).orElseThrow();

    private AllKinds() {}

    static String text() {
        return Resources.text("surveys/" + FILE);
    }

    public static Question question(String id) {
        return SURVEY.question(new QuestionId(id));
    }

    private static SurveyLibrary library() {
        try {
            var directory = Files.createTempDirectory("all-kinds");
            var file = directory.resolve(FILE);
            Files.writeString(file, text());
            var library = SurveyLibrary.ofSeedsAnd(directory);
            Files.delete(file);
            Files.delete(directory);
            return library;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
