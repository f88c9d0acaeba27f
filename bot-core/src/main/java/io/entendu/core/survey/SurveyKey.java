package io.entendu.core.survey;

/**
 * One immutable revision of a survey.
 *
 * @param revision the content hash of the survey's file, in lower-case hexadecimal
 */
public record SurveyKey(SurveyId id, String revision) {

    public SurveyKey {
        if (revision.isBlank()) {
            throw new IllegalArgumentException("a revision is not blank");
        }
    }

    @Override
    public String toString() {
        return id + "@" + revision;
    }
}
