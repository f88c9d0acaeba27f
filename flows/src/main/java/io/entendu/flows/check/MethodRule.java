package io.entendu.flows.check;

import io.entendu.core.survey.Metric;
import io.entendu.core.survey.Question.Scale;
import io.entendu.flows.check.Finding.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What research says against a question, though it works. */
final class MethodRule implements Rule {

    private static final List<String> AGREEMENT = Folded.lines("agreement");

    @Override
    public Stream<Finding> check(Subject subject) {
        return Stream.concat(agreement(subject), transactional(subject).stream());
    }

    /** Such items invite acquiescence (Saris et al. 2010); one finding a question is enough. */
    private static Stream<Finding> agreement(Subject subject) {
        return subject.survey().questions().stream()
                .filter(Scale.class::isInstance)
                .flatMap(scale ->
                        subject.script().of(scale.id(), "anchors").stream()
                                .filter(a -> Folded.find(AGREEMENT, a.plain()).isPresent())
                                .limit(1))
                .map(anchor ->
                        subject.about(
                                Severity.WARNING,
                                Optional.empty(),
                                anchor.place().substring(0, anchor.place().lastIndexOf('.')),
                                "agree-disagree",
                                "\""
                                        + anchor.plain()
                                        + "\": people tend to agree with whatever is"
                                        + " said; ask about the thing itself, such as \"how easy"
                                        + " was it?\", from very difficult to very easy, and do not"
                                        + " compare it with earlier scores"));
    }

    private static Optional<Finding> transactional(Subject subject) {
        var survey = subject.survey();
        return survey.metric() == Metric.NPS && !survey.touchpoint().equals("relationship")
                ? Optional.of(
                        subject.about(
                                Severity.WARNING,
                                Optional.empty(),
                                "metric",
                                "nps-transaction",
                                "NPS measures the whole relationship, not one "
                                        + survey.touchpoint()
                                        + "; ask for csat or ces here, or say \"touchpoint:"
                                        + " relationship\" and ask once or twice a year"))
                : Optional.empty();
    }
}
