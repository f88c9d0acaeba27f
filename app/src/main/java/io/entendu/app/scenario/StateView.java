package io.entendu.app.scenario;

import io.entendu.core.consent.ConsentEntry;
import io.entendu.core.conversation.Answer;
import io.entendu.core.conversation.Conversation;
import io.entendu.core.conversation.TextId;
import io.entendu.core.invitation.Decision;
import io.entendu.core.survey.OptionId;
import io.entendu.core.survey.QuestionId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Where a person's conversation stands, part by part. */
final class StateView {

    private StateView() {}

    static State of(
            Optional<Conversation> conversation,
            Map<TextId, String> texts,
            List<ConsentEntry> ledger,
            boolean stopped,
            Optional<Decision> invitation) {
        var parts = new LinkedHashMap<String, Value>();
        for (var part : State.PARTS) {
            parts.put(part, State.NONE);
        }
        conversation.ifPresent(c -> parts.putAll(of(c, texts)));
        if (!ledger.isEmpty()) {
            parts.put("consent", lower(ledger.getLast().kind()));
        }
        parts.put("stopped", Value.text(stopped ? "yes" : "no"));
        invitation.map(StateView::decision).ifPresent(d -> parts.put("invitation", d));
        return new State(parts);
    }

    private static Map<String, Value> of(Conversation c, Map<TextId, String> texts) {
        var parts = new LinkedHashMap<String, Value>();
        parts.put("phase", lower(c.phase()));
        c.asking().map(QuestionId::value).ifPresent(q -> parts.put("asking", Value.text(q)));
        parts.put("attempts", Value.text(c.attempts()));
        parts.put("locale", Value.text(c.locale().toLanguageTag()));
        parts.put("answers", answers(c, texts));
        parts.put("labels", labels(c));
        parts.put(
                "requests",
                Value.items(c.beside().requests().stream().sorted().map(Names::name).toList()));
        parts.put("disposition", lower(c.disposition()));
        c.endedBy().ifPresent(by -> parts.put("endedBy", Value.text(by)));
        return parts;
    }

    private static Value answers(Conversation conversation, Map<TextId, String> texts) {
        var answers = new LinkedHashMap<String, Value>();
        for (var answer : conversation.answers()) {
            answers.put(answer.question().value(), answer(answer, texts));
        }
        return new Value.Parts(answers);
    }

    private static Value answer(Answer answer, Map<TextId, String> texts) {
        return switch (answer) {
            case Answer.Rating rating -> Value.text(rating.value());
            case Answer.YesOrNo yesOrNo -> Value.text(yesOrNo.yes() ? "yes" : "no");
            case Answer.Selection selection ->
                    Value.items(selection.options().stream().map(OptionId::value).toList());
            case Answer.Quantity quantity ->
                    Value.text(quantity.value().stripTrailingZeros().toPlainString());
            case Answer.Verbatim verbatim -> new Value.Text(verbatim.words(texts));
            case Answer.None none -> parts("missing", lower(none.why()));
        };
    }

    private static Value labels(Conversation conversation) {
        var labels = new LinkedHashMap<String, Value>();
        for (var answer : conversation.answers()) {
            if (answer instanceof Answer.Verbatim verbatim && verbatim.analysis().isPresent()) {
                var analysis = verbatim.analysis().get();
                var label = parts("sentiment", lower(analysis.sentiment()));
                label.parts()
                        .put(
                                "themes",
                                Value.items(
                                        analysis.themes().stream()
                                                .map(t -> t.theme().value())
                                                .toList()));
                labels.put(answer.question().value(), label);
            }
        }
        return new Value.Parts(labels);
    }

    private static Value.Parts parts(String key, Value value) {
        SequencedMap<String, Value> one = new LinkedHashMap<>();
        one.put(key, value);
        return new Value.Parts(one);
    }

    /** The rule that held it back, else that it was let through. */
    private static Value decision(Decision decision) {
        return switch (decision) {
            case Decision.Accepted() -> Value.text("accepted");
            case Decision.Delayed(var reason, _) -> lower(reason);
            case Decision.Refused(var reason) -> lower(reason);
        };
    }

    private static Value lower(Enum<?> value) {
        return Value.text(Names.name(value));
    }
}
