package io.entendu.app.survey;

import io.entendu.core.survey.Survey;
import io.entendu.flows.SurveyLibrary;
import io.entendu.persistence.Published;
import io.entendu.persistence.Publishing;
import io.entendu.persistence.Publishing.Reason;
import io.entendu.persistence.Revisions;
import io.entendu.persistence.Signals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes the files that an instance finds at its start, where they are not older. */
public final class FilesAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(FilesAtStart.class);

    private FilesAtStart() {}

    /**
     * The surveys as they are published once these files have been looked at.
     *
     * @throws io.entendu.core.respondent.StoreUnavailableException when the store gave no answer;
     *     starting again is safe
     */
    public static LiveSurveys publish(SurveyLibrary files, Revisions revisions, Signals signals) {
        var library = files;
        for (var survey : files.all()) {
            switch (publish(files, survey, revisions)) {
                case Publishing.Done _ -> signals.publish(Signals.SURVEYS);
                case Publishing.Unchanged _ -> {}
                case Publishing.Refused(var reason, var current) -> {
                    warn(files, survey, reason, current);
                    library =
                            reason == Reason.KNOWN ? library : library.withoutCurrent(survey.id());
                }
            }
        }
        var surveys = new LiveSurveys(library, revisions);
        surveys.refresh();
        return surveys;
    }

    private static Publishing publish(SurveyLibrary files, Survey survey, Revisions revisions) {
        return revisions.publish(
                survey.key(),
                files.number(survey.key()),
                Published.Source.FILE,
                files.content(survey.key()).orElseThrow());
    }

    private static void warn(SurveyLibrary files, Survey survey, Reason reason, Published current) {
        LOG.warn(
                "{}: the file here, revision {}, is not published, because {}; {} stays. {}",
                survey.id(),
                Notes.revision(survey.key(), files.number(survey.key())),
                why(reason),
                Notes.on(current),
                "To publish it all the same, send it by PUT /api/v1/surveys/" + survey.id());
    }

    private static String why(Reason reason) {
        return switch (reason) {
            case KNOWN -> "it was published before and has been replaced";
            case LOWER -> "its number is lower";
            case TAKEN_OVER ->
                    "what is published came by the API and gives way only to a file with a higher number";
        };
    }
}
