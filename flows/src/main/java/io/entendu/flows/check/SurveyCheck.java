package io.entendu.flows.check;

import io.entendu.core.survey.Survey;
import io.entendu.flows.SurveyLibrary;
import java.util.Comparator;
import java.util.List;

/** Checks a survey with the engine and the reader that will hold its conversations. */
public final class SurveyCheck {

    private static final List<Rule> RULES =
            List.of(
                    new PathRule(),
                    new StopWordRule(),
                    new LabelRule(),
                    new PlaceholderRule(),
                    new SmsAlphabetRule(),
                    new SmsLengthRule(),
                    new InvitationRule(),
                    new MethodRule(),
                    new ButtonRule(),
                    new ReachRule(),
                    new DormantRule());

    private SurveyCheck() {}

    /**
     * What there is to say about a survey, errors first; the same survey gives the same list.
     *
     * @param library which holds the survey; its other surveys matter for their keywords
     */
    public static List<Finding> of(SurveyLibrary library, Survey survey) {
        var subject = Subject.of(library, survey);
        return RULES.stream()
                .flatMap(rule -> rule.check(subject))
                .distinct()
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
    }
}
