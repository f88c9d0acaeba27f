package io.entendu.app.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entendu.app.line.Line;
import io.entendu.app.line.Listening;
import io.entendu.app.line.PhoneOrigins;
import io.entendu.app.line.Planning;
import io.entendu.core.channel.Address;
import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.Engine;
import io.entendu.core.conversation.machine.StatemachineLifecycle;
import io.entendu.core.invitation.Invitation;
import io.entendu.core.invitation.InvitationId;
import io.entendu.core.invitation.Invitations;
import io.entendu.core.policy.ContactPolicy;
import io.entendu.core.respondent.StoreUnavailableException;
import io.entendu.core.survey.Survey;
import io.entendu.core.testing.InMemoryStore;
import io.entendu.flows.PhoneLocales;
import io.entendu.flows.SurveyLibrary;
import io.entendu.flows.reading.RuleReplyReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationControllerTest {

    private static final Instant NOW = Instant.parse("2026-05-04T09:30:00Z");
    private static final Address ANN = new Address(Channel.SMS, "+33612345678");
    private static final byte[] BODY =
            """
            {"survey":"nps-after-call","channel":"sms","address":"+33612345678","respondent":"customer-7"}
            """
                    .getBytes(StandardCharsets.UTF_8);

    /** Nothing but text messages. */
    private static final Links LINKS =
            new Links() {
                @Override
                public boolean serves(Channel channel) {
                    return channel == Channel.SMS;
                }

                @Override
                public Optional<String> of(Invitation invitation) {
                    return Optional.empty();
                }

                @Override
                public boolean hasTemplate(Survey survey, Locale locale) {
                    return false;
                }
            };

    private final InMemoryStore store = new InMemoryStore(() -> NOW);
    private final SurveyLibrary surveys = SurveyLibrary.ofSeeds();
    private final Line line =
            new Line(
                    store.respondents(),
                    new Engine(new StatemachineLifecycle(), ContactPolicy.STRICT),
                    new Listening(
                            new RuleReplyReader(surveys, surveys),
                            surveys,
                            store.respondents(),
                            store.invitations(),
                            new PhoneOrigins(new PhoneLocales()::of, () -> Locale.FRENCH)),
                    new Planning(surveys, store.respondents()),
                    _ -> {});

    private InvitationController controller(Invitations invitations) {
        return new InvitationController(
                invitations, surveys, line, LINKS, store.pseudonyms(), () -> NOW);
    }

    /** An instance that dies over this step. */
    private Invitations dyingOver(String step) {
        return (Invitations)
                Proxy.newProxyInstance(
                        Invitations.class.getClassLoader(),
                        new Class<?>[] {Invitations.class},
                        (_, method, arguments) -> {
                            if (method.getName().equals(step)) {
                                throw new StoreUnavailableException(
                                        step, new IllegalStateException());
                            }
                            try {
                                return method.invoke(store.invitations(), arguments);
                            } catch (InvocationTargetException failed) {
                                throw failed.getCause();
                            }
                        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"keep", "belongs", "decided"})
    void whatOneInstanceLeftHalfDoneTheNextRequestFinishesOnce(String step) {
        var dying = controller(dyingOver(step));
        assertThatThrownBy(() -> dying.invite("ticket-7", BODY)).hasMessageContaining(step);

        var view = controller(store.invitations()).invite("ticket-7", BODY);

        assertThat(view.status()).isEqualTo("accepted");
        var ann = store.pseudonyms().of(ANN);
        assertThat(store.respondents().log(ann, 1)).hasSize(1);
        var kept = store.invitations().find(new InvitationId(view.id())).orElseThrow();
        assertThat(kept.takenBy()).as("so that it goes when Ann is erased").contains(ann);
        assertThat(kept.decision()).isPresent();
    }
}
