package io.entendu.core.testing;

import static io.entendu.core.testing.Scene.OTHER_SURVEY;
import static io.entendu.core.testing.Scene.SURVEY;
import static io.entendu.core.testing.Scene.message;
import static io.entendu.core.testing.Scene.person;
import static io.entendu.core.testing.Scene.rating;
import static org.assertj.core.api.Assertions.assertThat;

import io.entendu.core.channel.Address;
import io.entendu.core.consent.ConsentEntry;
import io.entendu.core.conversation.Answer;
import io.entendu.core.conversation.ConversationId;
import io.entendu.core.conversation.LogEntry;
import io.entendu.core.conversation.Phase;
import io.entendu.core.outbox.MessageClass;
import io.entendu.core.outbox.OutboxState;
import io.entendu.core.outbox.Settlement;
import io.entendu.core.privacy.PersonalData.Erased;
import io.entendu.core.privacy.Retention;
import io.entendu.core.privacy.Retention.Limit;
import io.entendu.core.privacy.Retention.Limits;
import io.entendu.core.privacy.Retention.Pruned;
import io.entendu.core.respondent.Respondents.Committed;
import io.entendu.core.respondent.Respondents.Received;
import io.entendu.core.respondent.Versioned;
import io.entendu.core.response.Responses.Response;
import io.entendu.core.response.Tallies;
import io.entendu.core.survey.SurveyId;
import io.entendu.core.survey.SurveyKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link Retention} must do. */
public abstract class RetentionContract extends StoreContract {

    private static final Address ANN = person(1);
    private static final Address BEN = person(2);
    private static final Instant NEVER = Instant.EPOCH;
    private static final Instant OLD = Instant.parse("2024-05-01T10:00:00Z");
    private static final Instant CUT = Instant.parse("2025-01-01T00:00:00Z");
    private static final Instant LATELY = Instant.parse("2025-06-01T10:00:00Z");
    private static final Instant ALWAYS = Instant.parse("2100-01-01T00:00:00Z");

    private static final Limit ALL = new Limit(CUT, CUT);

    private static Limits only(Limit house) {
        return limits(house, Map.of(), NEVER, NEVER);
    }

    /** Whatever has ended is kept in its small form as well. */
    private static Limits limits(
            Limit house, Map<SurveyId, Limit> surveys, Instant proofs, Instant people) {
        return new Limits(house, surveys, proofs, people, ALWAYS);
    }

    private Pruned prune(Limits limits) {
        return store().retention().prune(limits);
    }

    private Versioned receive(Address from, String id) {
        return ((Received.Taken) store().respondents().receive(message(from, id, "text of " + id)))
                .respondent();
    }

    /** A conversation with a message received and one sent. */
    private void lives(Address who, SurveyKey survey, int number, Phase phase, Instant began) {
        var answers = List.<Answer>of(rating(9, began));
        var claims =
                commit(
                                Turn.of(receive(who, "m" + number + phase))
                                        .answering()
                                        .to(
                                                Scene.conversation(
                                                        survey, number, phase, 2, answers, began))
                                        .keeping("words of " + number)
                                        .recording(ConsentEntry.Kind.GRANTED)
                                        .counting(9, 1)
                                        .saying(MessageClass.NOTICE)
                                        .commit())
                        .claims();
        store().outbox().settle(claims.getFirst(), new Settlement.Sent("sent-" + number, false));
    }

    private void ended(Address who, int number, Instant began) {
        lives(who, SURVEY, number, Phase.COMPLETED, began);
    }

    private List<ConversationId> reported(Optional<SurveyId> survey) {
        return store().responses().latest(survey, _ -> true, 1000).stream()
                .map(Response::id)
                .toList();
    }

    @Test
    void the_words_go_first_and_the_answers_stay() {
        ended(ANN, 1, OLD);

        assertThat(prune(only(new Limit(CUT, NEVER)))).isEqualTo(new Pruned(1, 0, 0, 0));

        assertThat(store().respondents().texts(id(ANN), 1)).isEmpty();
        assertThat(at(ANN).respondent().conversation().orElseThrow().answers()).hasSize(1);
        assertThat(store().respondents().log(id(ANN), 1)).hasSize(1);
        assertThat(prune(only(new Limit(CUT, NEVER)))).as("again").isEqualTo(Pruned.NOTHING);
    }

    @Test
    void words_are_found_also_when_others_have_been_looked_at_before() {
        ended(ANN, 1, OLD);
        prune(only(new Limit(CUT, NEVER)));
        ended(BEN, 1, LATELY);

        assertThat(prune(only(new Limit(ALWAYS, NEVER)))).isEqualTo(new Pruned(1, 0, 0, 0));

        assertThat(store().respondents().texts(id(BEN), 1)).isEmpty();
    }

    @Test
    void then_the_conversation_goes_with_its_log_and_its_messages_and_the_tallies_stay() {
        ended(ANN, 1, OLD);
        ended(BEN, 1, LATELY);

        assertThat(prune(only(ALL))).isEqualTo(new Pruned(0, 1, 0, 0));

        assertThat(reported(Optional.empty())).containsExactly(new ConversationId(id(BEN), 1));
        assertThat(reported(Optional.of(SURVEY.id()))).hasSize(1);
        assertThat(store().respondents().find(id(ANN), 1)).isEmpty();
        assertThat(store().respondents().log(id(ANN), 1)).isEmpty();
        assertThat(store().respondents().texts(id(ANN), 1)).isEmpty();
        assertThat(store().outbox().of(id(ANN))).isEmpty();
        assertThat(store().tallies().of(SURVEY.id()))
                .extracting(Tallies.Cell::count)
                .containsOnly(1L)
                .hasSize(2);
        assertThat(at(ANN).respondent().addresses()).as("the person stays").containsExactly(ANN);
        assertThat(store().respondents().ledger(id(ANN))).as("and the proof").hasSize(1);
    }

    @Test
    void a_conversation_that_goes_on_is_never_touched() {
        lives(ANN, SURVEY, 1, Phase.ASKING, OLD);
        lives(BEN, SURVEY, 1, Phase.CONSENTING, OLD);
        var before = store().personalData().of(id(ANN));

        assertThat(prune(limits(new Limit(ALWAYS, ALWAYS), Map.of(), ALWAYS, ALWAYS)))
                .isEqualTo(Pruned.NOTHING);

        assertThat(store().personalData().of(id(ANN))).isEqualTo(before);
        assertThat(reported(Optional.empty())).hasSize(2);
    }

    @Test
    void what_ended_lately_stays_however_long_ago_it_began() {
        ended(ANN, 1, CUT.minusSeconds(30));

        assertThat(prune(only(ALL))).isEqualTo(Pruned.NOTHING);
        assertThat(prune(only(new Limit(CUT.plusSeconds(60), CUT.plusSeconds(60)))))
                .isEqualTo(new Pruned(0, 1, 0, 0));
    }

    @Test
    void what_goes_on_does_not_keep_what_came_after_it() {
        lives(ANN, SURVEY, 1, Phase.ASKING, OLD);
        ended(BEN, 1, OLD.plusSeconds(9));

        prune(only(new Limit(CUT, NEVER)));
        lives(ANN, SURVEY, 1, Phase.COMPLETED, OLD);

        assertThat(prune(only(new Limit(CUT, NEVER))))
                .as("nor is it forgotten when it has ended")
                .isEqualTo(new Pruned(1, 0, 0, 0));
    }

    @Test
    void a_survey_may_be_stricter_than_the_house_and_never_laxer() {
        lives(ANN, SURVEY, 1, Phase.COMPLETED, OLD);
        lives(BEN, OTHER_SURVEY, 1, Phase.COMPLETED, OLD);
        var strict = Map.of(OTHER_SURVEY.id(), ALL);
        var lax = Map.of(SURVEY.id(), new Limit(NEVER, NEVER));

        prune(limits(new Limit(NEVER, NEVER), strict, NEVER, NEVER));
        assertThat(reported(Optional.empty())).containsExactly(new ConversationId(id(ANN), 1));

        prune(limits(ALL, lax, NEVER, NEVER));
        assertThat(reported(Optional.empty())).isEmpty();
    }

    @Test
    void other_conversations_of_a_person_stay() {
        ended(ANN, 1, OLD);
        ended(ANN, 2, OLD.plusSeconds(100));
        lives(ANN, SURVEY, 3, Phase.ASKING, LATELY);

        assertThat(prune(only(ALL))).isEqualTo(new Pruned(0, 2, 0, 0));

        assertThat(at(ANN).respondent().conversation()).map(c -> c.number()).contains(3);
        assertThat(store().respondents().log(id(ANN), 3))
                .extracting(LogEntry::conversation)
                .containsExactly(3);
        assertThat(store().respondents().texts(id(ANN), 3)).hasSize(1);
        assertThat(store().outbox().of(id(ANN)))
                .extracting(OutboxState::conversation)
                .containsExactly(3);
        assertThat(prune(limits(ALL, Map.of(), NEVER, ALWAYS))).isEqualTo(Pruned.NOTHING);
    }

    @Test
    void a_turn_that_was_computed_before_does_not_bring_it_back() {
        ended(ANN, 1, OLD);
        var read = at(ANN);

        prune(only(ALL));

        assertThat(
                        store().respondents()
                                .commit(
                                        Turn.of(read)
                                                .to(Scene.ended(1, Phase.COMPLETED, 3))
                                                .commit()))
                .isInstanceOf(Committed.Superseded.class);
        assertThat(reported(Optional.empty())).isEmpty();
    }

    @Test
    void who_comes_back_goes_on_with_the_next_number() {
        ended(ANN, 1, OLD);
        prune(only(ALL));

        assertThat(at(ANN).respondent().conversation()).isEmpty();
        assertThat(at(ANN).respondent().conversations()).isEqualTo(1);
        ended(ANN, 2, LATELY);

        assertThat(prune(limits(ALL, Map.of(), NEVER, ALWAYS))).isEqualTo(Pruned.NOTHING);
        assertThat(reported(Optional.empty())).containsExactly(new ConversationId(id(ANN), 2));
    }

    @Test
    void a_person_without_a_conversation_goes_and_the_proof_stays_for_as_long_as_it_must() {
        store().invitations().keep(Scene.invitation("A"));
        store().invitations().belongs(Scene.invitation("A"), id(ANN));
        ended(ANN, 1, OLD);

        assertThat(prune(limits(ALL, Map.of(), NEVER, ALWAYS))).isEqualTo(new Pruned(0, 1, 1, 0));

        assertThat(store().respondents().find(id(ANN))).isEmpty();
        assertThat(store().respondents().ledger(id(ANN))).hasSize(1);
        assertThat(store().personalData().knownAs("c-42")).isEmpty();
        assertThat(store().invitations().find(Scene.invitation("A").id())).isEmpty();
        assertThat(prune(limits(ALL, Map.of(), NEVER, ALWAYS))).isEqualTo(Pruned.NOTHING);

        assertThat(prune(limits(ALL, Map.of(), ALWAYS, ALWAYS))).isEqualTo(new Pruned(0, 0, 0, 1));
        assertThat(store().personalData().of(id(ANN))).isEmpty();
    }

    @Test
    void a_person_goes_whole_when_the_proof_is_too_old_as_well() {
        ended(ANN, 1, OLD);

        assertThat(prune(limits(ALL, Map.of(), ALWAYS, ALWAYS))).isEqualTo(new Pruned(0, 1, 1, 0));

        assertThat(store().personalData().of(id(ANN))).isEmpty();
    }

    @Test
    void who_only_wrote_goes_after_a_while_and_not_before() {
        commit(Turn.of(receive(ANN, "m1")).answering().saying(MessageClass.HELP).commit())
                .claims()
                .forEach(claim ->
                        store().outbox().settle(claim, new Settlement.Sent("sent", false)));
        receive(BEN, "m1");

        assertThat(prune(limits(ALL, Map.of(), NEVER, CUT))).isEqualTo(Pruned.NOTHING);
        assertThat(prune(limits(ALL, Map.of(), NEVER, ALWAYS))).isEqualTo(new Pruned(0, 0, 1, 0));

        assertThat(store().personalData().of(id(ANN))).isEmpty();
        assertThat(at(BEN).inbox()).as("who waits for an answer stays").hasSize(1);
    }

    @Test
    void an_opt_out_never_expires() {
        ended(ANN, 1, OLD);
        commit(Turn.of(at(ANN)).suppressed().commit());

        prune(limits(ALL, Map.of(), ALWAYS, ALWAYS));

        assertThat(store().personalData().of(id(ANN))).isEmpty();
        assertThat(at(ANN).respondent().isSuppressed()).isTrue();
    }

    @Test
    void what_is_settled_reads_as_before_and_goes_on() {
        ended(ANN, 1, OLD);
        ended(ANN, 2, OLD.plusSeconds(100));
        ended(BEN, 1, LATELY);
        var ann = store().personalData().of(id(ANN));
        var responses = store().responses().latest(Optional.empty(), _ -> true, 10);
        var second = store().respondents().find(id(ANN), 2);
        var log = store().respondents().log(id(ANN), 1);
        var ledger = store().respondents().ledger(id(ANN));
        var messages = store().outbox().of(id(ANN));

        assertThat(prune(limits(new Limit(NEVER, NEVER), Map.of(), NEVER, NEVER)))
                .isEqualTo(Pruned.NOTHING);

        assertThat(store().personalData().of(id(ANN))).isEqualTo(ann);
        assertThat(store().responses().latest(Optional.empty(), _ -> true, 10))
                .isEqualTo(responses);
        assertThat(store().respondents().find(id(ANN), 2).map(Versioned::respondent))
                .isEqualTo(second.map(Versioned::respondent));
        assertThat(store().respondents().log(id(ANN), 1)).isEqualTo(log);
        assertThat(store().respondents().ledger(id(ANN))).isEqualTo(ledger);
        assertThat(store().outbox().of(id(ANN))).isEqualTo(messages);

        commit(
                Turn.of(receive(ANN, "thanks"))
                        .answering()
                        .to(Scene.ended(2, Phase.COMPLETED, 3))
                        .keeping("thank you")
                        .commit());
        prune(limits(new Limit(NEVER, NEVER), Map.of(), NEVER, NEVER));

        assertThat(store().respondents().log(id(ANN), 2))
                .extracting(LogEntry::turn)
                .containsExactly(2, 3);
        assertThat(store().respondents().texts(id(ANN), 2)).hasSize(2);
        assertThat(store().personalData().erase(id(ANN))).isEqualTo(new Erased(2, 3, 2, 2, 0, 0));
        assertThat(reported(Optional.empty())).containsExactly(new ConversationId(id(BEN), 1));
        assertThat(store().personalData().of(id(ANN))).isEmpty();
    }

    @Test
    void many_go_in_one_run() {
        for (var i = 0; i < 300; i++) {
            commit(
                    Turn.of(at(person(i)))
                            .to(
                                    Scene.conversation(
                                            SURVEY,
                                            1,
                                            i % 10 == 0 ? Phase.ASKING : Phase.EXPIRED,
                                            1,
                                            List.of(),
                                            OLD.plus(Duration.ofMinutes(i))))
                            .commit());
        }

        assertThat(prune(only(ALL))).isEqualTo(new Pruned(0, 270, 0, 0));

        assertThat(reported(Optional.empty())).hasSize(30);
    }

    @Test
    void many_that_began_in_one_moment_are_each_looked_at() {
        for (var i = 1; i <= 250; i++) {
            commit(
                    Turn.of(at(ANN))
                            .to(
                                    Scene.conversation(
                                            SURVEY,
                                            i,
                                            i % 10 == 0 ? Phase.ASKING : Phase.EXPIRED,
                                            1,
                                            List.of(),
                                            OLD.plus(Duration.ofMinutes(i / 120))))
                            .commit());
        }

        assertThat(prune(only(ALL))).isEqualTo(new Pruned(0, 225, 0, 0));

        assertThat(reported(Optional.empty())).hasSize(25);
    }
}
