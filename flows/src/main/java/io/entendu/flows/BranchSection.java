package io.entendu.flows;

import io.entendu.core.analysis.Taxonomy;
import io.entendu.core.survey.Condition;
import io.entendu.core.survey.Route.Branch;
import io.entendu.core.survey.Route.Wait;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads who is asked a question, and whether it need be answered. */
final class BranchSection {

    private static final String WAIT = "wait";

    private BranchSection() {}

    /** What stands with the question; everybody is asked and should answer unless it says so. */
    static Branch read(
            Section question, List<SurveyFile.Asked> earlier, Optional<Taxonomy> taxonomy) {
        var when =
                question.section("when")
                        .map(new ConditionReader(earlier, taxonomy)::read)
                        .orElseGet(Condition.Always::new);
        var asked =
                question.text("unless_known")
                        .<Condition>map(fact -> unlessKnown(when, fact))
                        .orElse(when);
        var optional = question.flag("optional").orElse(false);
        return new Branch(asked, optional, wait(question, asked));
    }

    private static Condition unlessKnown(Condition when, String fact) {
        var unknown = new Condition.Not(new Condition.Known(fact));
        return when instanceof Condition.Always
                ? unknown
                : new Condition.All(List.of(when, unknown));
    }

    /** Needed exactly where a label decides; what is wrong with it has become a problem. */
    private static Optional<Wait> wait(Section question, Condition when) {
        var advice =
                "say how long the label is waited for and what happens without it: {at_most: 10s,"
                        + " otherwise: ask} or {…, otherwise: pass}";
        if (!when.looksAtLabels()) {
            if (question.has(WAIT)) {
                question.problem(
                        WAIT, "there is nothing to wait for; \"when\" looks at no classification");
            }
            return Optional.empty();
        }
        var section = question.needSection(WAIT, advice);
        var atMost =
                section.flatMap(s -> s.needText("at_most", "write 10s", BranchSection::atMost));
        var otherwise =
                section.flatMap(s ->
                        s.needText("otherwise", "write ask or pass", BranchSection::otherwise));
        section.ifPresent(Section::close);
        // Goes with the condition; a problem has been reported where one of them is missing.
        return Optional.of(new Wait(atMost.orElse(Wait.LONGEST), otherwise.orElse(false)));
    }

    private static Duration atMost(String text) {
        return Durations.read(text)
                .filter(d -> d.compareTo(Wait.LONGEST) <= 0)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "\"" + text + "\" is no duration up to 60s; write 10s"));
    }

    private static boolean otherwise(String text) {
        return switch (text) {
            case "ask" -> true;
            case "pass" -> false;
            default ->
                    throw new IllegalArgumentException(
                            "\"" + text + "\" is not known; write ask or pass");
        };
    }
}
