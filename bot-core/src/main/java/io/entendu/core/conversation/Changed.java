package io.entendu.core.conversation;

import io.entendu.core.survey.QuestionId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A conversation about to be replaced by one that differs in a few things. */
final class Changed {

    private final Conversation before;
    private Locale locale;
    private Phase phase;
    private int turn;
    private Optional<QuestionId> asking;
    private int attempts;
    private List<Answer> answers;
    private Optional<Instant> endedAt;
    private Disposition disposition;
    private Optional<String> endedBy;
    private Beside beside;
    private Pace pace;

    Changed(Conversation before) {
        this.before = before;
        this.locale = before.locale();
        this.phase = before.phase();
        this.turn = before.turn();
        this.asking = before.asking();
        this.attempts = before.attempts();
        this.answers = before.answers();
        this.endedAt = before.endedAt();
        this.disposition = before.disposition();
        this.endedBy = before.endedBy();
        this.beside = before.beside();
        this.pace = before.pace();
    }

    Changed locale(Locale next) {
        locale = next;
        return this;
    }

    Changed phase(Phase next) {
        phase = next;
        return this;
    }

    Changed turn(int next) {
        turn = next;
        return this;
    }

    Changed asking(Optional<QuestionId> question, int failed) {
        asking = question;
        attempts = failed;
        return this;
    }

    Changed answers(List<Answer> next) {
        answers = next;
        return this;
    }

    Changed end(Instant at, Disposition outcome, Optional<String> by) {
        endedAt = Optional.of(at);
        disposition = outcome;
        endedBy = by;
        return this;
    }

    Changed endedBy(Optional<String> by) {
        endedBy = by;
        return this;
    }

    Changed beside(Beside next) {
        beside = next;
        return this;
    }

    Changed pace(Pace next) {
        pace = next;
        return this;
    }

    Conversation conversation() {
        return new Conversation(
                before.number(),
                before.survey(),
                before.channel(),
                locale,
                before.origin(),
                before.invitation(),
                before.context(),
                phase,
                turn,
                asking,
                attempts,
                answers,
                before.startedAt(),
                endedAt,
                disposition,
                endedBy,
                beside,
                pace);
    }
}
