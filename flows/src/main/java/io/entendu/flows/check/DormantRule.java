package io.entendu.flows.check;

import io.entendu.flows.check.Finding.Severity;
import java.util.Optional;
import java.util.stream.Stream;

/** What a survey says and nothing acts on yet. */
final class DormantRule implements Rule {

    @Override
    public Stream<Finding> check(Subject subject) {
        var survey = subject.survey();
        return survey.conduct().probing().stream()
                .map(_ -> dormant(subject, "probing", "no follow-up question is asked"));
    }

    private static Finding dormant(Subject subject, String place, String what) {
        return subject.about(
                Severity.WARNING,
                Optional.empty(),
                place,
                "dormant",
                "this version keeps it with the revision, but " + what + "; do not rely on it");
    }
}
