package io.entendu.app.scenario;

import io.entendu.core.analysis.VerbatimClassifier;
import io.entendu.core.conversation.Engine;
import io.entendu.core.conversation.machine.StatemachineLifecycle;
import io.entendu.core.policy.ContactPolicy;
import io.entendu.core.reading.ReplyReader;
import io.entendu.core.survey.QuestionId;
import io.entendu.flows.SurveyLibrary;
import io.entendu.flows.reading.RuleReplyReader;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What conversations of scenarios share: the surveys, their words, the engine and the readers. */
final class Stage {

    private static final ContactPolicy NO_POLICY =
            new ContactPolicy(Optional.empty(), Set.of(), Duration.ZERO, 0, Duration.ZERO);

    private final SurveyLibrary surveys;
    private final ReplyReader replies;
    private final Engine strict;
    private final Engine lenient;
    private final VerbatimClassifier classifier = new Embedded();

    Stage(SurveyLibrary surveys) {
        this.surveys = surveys;
        this.replies = new RuleReplyReader(surveys, surveys);
        var lifecycle = new StatemachineLifecycle();
        this.strict = new Engine(lifecycle, ContactPolicy.STRICT);
        this.lenient = new Engine(lifecycle, NO_POLICY);
    }

    /** A conversation with somebody unknown. */
    Talk begin(Setting setting) {
        return begin(setting, Set.of());
    }

    /** As {@link #begin(Setting)}; these answers are given their labels by hand. */
    Talk begin(Setting setting, Set<QuestionId> labelled) {
        return new Talk(this, setting, labelled);
    }

    SurveyLibrary surveys() {
        return surveys;
    }

    ReplyReader replies() {
        return replies;
    }

    Engine engine(Setting.Policy policy) {
        return switch (policy) {
            case STRICT -> strict;
            case NONE -> lenient;
        };
    }

    VerbatimClassifier classifier() {
        return classifier;
    }
}
