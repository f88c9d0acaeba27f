package io.entendu.app.survey;

import io.entendu.core.survey.Survey;
import io.entendu.flows.SurveyLibrary;
import io.entendu.persistence.Published;
import io.entendu.persistence.Publishing;
import io.entendu.persistence.Revisions;
import io.entendu.persistence.Signals;

/** Publishes what comes by the API, here and on all other instances. */
public final class Publisher {

    private final LiveSurveys surveys;
    private final Revisions revisions;
    private final Signals signals;

    public Publisher(LiveSurveys surveys, Revisions revisions, Signals signals) {
        this.surveys = surveys;
        this.revisions = revisions;
        this.signals = signals;
    }

    /**
     * Publishes a survey. When it returns, it is current here, and within moments everywhere.
     *
     * @param draft that holds it
     * @throws io.entendu.core.respondent.StoreUnavailableException when the store gave no answer;
     *     trying again is safe
     */
    public Publishing publish(SurveyLibrary draft, Survey survey) {
        var key = survey.key();
        var publishing =
                revisions.publish(
                        key,
                        draft.number(key),
                        Published.Source.API,
                        draft.content(key).orElseThrow());
        if (publishing instanceof Publishing.Done) {
            signals.publish(Signals.SURVEYS);
        }
        surveys.refresh();
        return publishing;
    }
}
