package io.entendu.app.scenario;

import io.entendu.core.analysis.Analysis;
import io.entendu.core.analysis.Polarity;
import io.entendu.core.analysis.ThemeMention;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.Content;
import io.entendu.core.channel.QuickReply;
import io.entendu.core.invitation.Invitation;
import io.entendu.core.invitation.InvitationId;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.text.Span;
import io.entendu.flows.SurveyLibrary;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A conversation, action by action. For one thread. */
final class Talk {

    private final Stage stage;
    private final Setting setting;
    private final Backstage backstage;

    /** The words of every message that came, empty where it had none; changed with them. */
    private final List<String> heard = new ArrayList<>();

    private int invited;

    Talk(Stage stage, Setting setting, Set<QuestionId> labelled) {
        this.stage = stage;
        this.setting = setting;
        this.backstage = new Backstage(stage, setting, labelled);
    }

    /** The time in the conversation. */
    Instant now() {
        return backstage.now();
    }

    SurveyLibrary surveys() {
        return stage.surveys();
    }

    /** Where it stands. */
    State state() {
        return backstage.state();
    }

    /** Lets time pass. Tells what is said meanwhile. */
    List<Message> pass(Duration time) {
        return backstage.pass(time);
    }

    /** Does this now. */
    Played play(Action action) {
        return switch (action) {
            case Action.Say(var text) -> hear(new Content.Text(text), text);
            case Action.Tap(var button) -> tap(button);
            case Action.Send(var kind) -> hear(new Content.Media(kind), "");
            case Action.Start(var payload) ->
                    setting.channel().isPhone()
                            ? new Played.Impossible(ActionReader.NO_START)
                            : hear(new Content.Start(payload), "");
            case Action.Edit edit ->
                    setting.channel() == Channel.TELEGRAM
                            ? edit(edit)
                            : new Played.Impossible(ActionReader.NO_EDIT);
            case Action.Wait(var time) -> new Played.Done(pass(time));
            case Action.Invite invite -> invite(invite);
            case Action.Classified label -> classified(label);
            case Action.Undeliverable(var reason) -> new Played.Done(backstage.sendFailed(reason));
            case Action.Withdrawn() -> new Played.Done(backstage.withdraw());
        };
    }

    private Played hear(Content content, String words) {
        heard.add(words);
        return new Played.Done(backstage.hear(content, heard.size()));
    }

    private Played tap(String wanted) {
        var buttons =
                backstage.said().reversed().stream()
                        .flatMap(message -> message.buttons().stream())
                        .toList();
        return buttons.stream()
                .filter(button -> isCalled(button, wanted))
                .findFirst()
                .map(button ->
                        hear(new Content.Tap(button.payload(), button.label(), ""), button.label()))
                .orElseGet(() -> new Played.Impossible(missing(buttons)));
    }

    private static boolean isCalled(QuickReply button, String wanted) {
        return button.label().equalsIgnoreCase(wanted)
                || button.payload().equals(wanted)
                || button.payload().substring(button.payload().lastIndexOf('|') + 1).equals(wanted);
    }

    private static String missing(List<QuickReply> buttons) {
        return buttons.isEmpty()
                ? "there are no buttons; use say instead of tap"
                : "there is no such button; there are "
                        + buttons.stream().map(QuickReply::label).distinct().toList();
    }

    private Played edit(Action.Edit edit) {
        var name = edit.of().map(heard::lastIndexOf).orElseGet(this::latestWords) + 1;
        if (name == 0) {
            return new Played.Impossible("no message said that before; write its exact words");
        }
        heard.set(name - 1, edit.text());
        return hear(new Content.Edited(edit.text(), Integer.toString(name)), "");
    }

    private int latestWords() {
        var latest = heard.size() - 1;
        while (latest >= 0 && heard.get(latest).isEmpty()) {
            latest--;
        }
        return latest;
    }

    private Played invite(Action.Invite invite) {
        invited++;
        var invitation =
                new Invitation(
                        new InvitationId("%022d".formatted(invited)),
                        setting.survey(),
                        setting.channel(),
                        Optional.of(setting.locale()),
                        invite.timeZone(),
                        invite.notBefore(),
                        invite.context(),
                        now());
        if (setting.channel().isPhone()) {
            return new Played.Done(backstage.invite(invitation));
        }
        backstage.handOut(invitation);
        return hear(new Content.Start(invitation.id().value()), "");
    }

    private Played classified(Action.Classified label) {
        return backstage
                .unlabelled(label.question())
                .<Played>map(answer ->
                        new Played.Done(
                                backstage.label(
                                        answer, (verbatim, _) -> analysis(label, verbatim.text()))))
                .orElseGet(() ->
                        new Played.Impossible(
                                "no answer to " + label.question() + " is waiting for a label"));
    }

    private static Analysis analysis(Action.Classified label, String words) {
        var polarity =
                switch (label.sentiment()) {
                    case NEGATIVE -> Polarity.NEGATIVE;
                    case POSITIVE -> Polarity.POSITIVE;
                    case NEUTRAL, MIXED -> Polarity.NEUTRAL;
                };
        var themes =
                label.themes().stream()
                        .map(theme ->
                                new ThemeMention(theme, polarity, new Span(0, words.length())))
                        .toList();
        return new Analysis(label.sentiment(), themes, label.flags(), 1, "hand", "scenario", false);
    }
}
