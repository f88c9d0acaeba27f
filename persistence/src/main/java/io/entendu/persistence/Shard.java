package io.entendu.persistence;

import io.entendu.core.respondent.RespondentId;
import io.entendu.core.survey.SurveyId;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One of a fixed number of parts of the store. All its keys carry the same hash tag, so that a
 * script may touch any of them at once on every topology. The whole layout is in {@code
 * docs/redis-layout.md}.
 */
record Shard(String tag) {

    /** Never to be changed: where everybody lies depends on it. */
    private static final int COUNT = 64;

    static final List<Shard> ALL = IntStream.range(0, COUNT).mapToObj(Shard::numbered).toList();

    private static Shard numbered(int number) {
        return new Shard("e:{s%02d}:".formatted(number));
    }

    static Shard of(RespondentId id) {
        return of(id.value());
    }

    /** {@link String#hashCode} is the same on every Java for ever. */
    static Shard of(String name) {
        return ALL.get(Math.floorMod(name.hashCode(), COUNT));
    }

    String respondent(RespondentId id) {
        return tag + "r:" + id.value();
    }

    String inbox(RespondentId id) {
        return tag + "in:" + id.value();
    }

    String texts(RespondentId id) {
        return tag + "tx:" + id.value();
    }

    String aside(RespondentId id) {
        return tag + "aside:" + id.value();
    }

    String archive(RespondentId id) {
        return tag + "ar:" + id.value();
    }

    String log(RespondentId id) {
        return tag + "log:" + id.value();
    }

    String ledger(RespondentId id) {
        return tag + "con:" + id.value();
    }

    String outbox(RespondentId id) {
        return tag + "out:" + id.value();
    }

    String finished(RespondentId id) {
        return tag + "fin:" + id.value();
    }

    String deliveries(RespondentId id) {
        return tag + "dl:" + id.value();
    }

    String seen(String message) {
        return tag + "seen:" + message;
    }

    /** Lane by lane; before there were lanes, in none. */
    String due() {
        return tag + "due";
    }

    String doubts() {
        return tag + "doubts";
    }

    String deadLetters() {
        return tag + "dead";
    }

    String deadLetters(RespondentId id) {
        return tag + "lost:" + id.value();
    }

    String timers() {
        return tag + "timers";
    }

    String jobs() {
        return tag + "jobs";
    }

    String jobAttempts() {
        return tag + "tries";
    }

    String waiting() {
        return tag + "waiting";
    }

    String gone(RespondentId id) {
        return tag + "gone:" + id.value();
    }

    String idle() {
        return tag + "idle";
    }

    String proofs() {
        return tag + "proofs";
    }

    String lead() {
        return tag + "lead";
    }

    /**
     * Up to when the conversations of an index have lost their words, and up to when they are
     * archived.
     */
    String pruned() {
        return tag + "pruned";
    }

    String reference(String name) {
        return tag + "ref:" + name;
    }

    String index() {
        return tag + "ix";
    }

    String index(SurveyId survey) {
        return tag + "ix:" + survey.value();
    }

    String tallies(SurveyId survey) {
        return tag + "tal:" + survey.value();
    }

    String invitation(String name) {
        return tag + "inv:" + name;
    }

    String idempotency(String name) {
        return tag + "idem:" + name;
    }

    String transcript(String name) {
        return tag + "chat:" + name;
    }

    String transcriptIds(String name) {
        return tag + "chatids:" + name;
    }

    String probe() {
        return tag + "probe";
    }

    String fingerprint() {
        return tag + "fingerprint";
    }
}
