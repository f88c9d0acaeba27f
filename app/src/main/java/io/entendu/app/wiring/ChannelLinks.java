package io.entendu.app.wiring;

import io.entendu.app.api.ApiProblem;
import io.entendu.app.api.Links;
import io.entendu.app.page.PublicUrl;
import io.entendu.core.channel.Channel;
import io.entendu.core.channel.OutboundMessage;
import io.entendu.core.invitation.Invitation;
import io.entendu.core.outbox.OutboxEntry;
import io.entendu.core.survey.Survey;
import io.entendu.core.survey.Surveys;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Links and templates as configured. */
final class ChannelLinks implements Links {

    private final PublicUrl publicUrl;
    private final Set<Channel> served;
    private final Supplier<Optional<String>> botName;
    private final Map<String, Map<String, String>> templates;
    private final Surveys surveys;

    ChannelLinks(
            PublicUrl publicUrl,
            Set<Channel> served,
            Supplier<Optional<String>> botName,
            Map<String, Map<String, String>> templates,
            Surveys surveys) {
        this.publicUrl = publicUrl;
        this.served = Set.copyOf(served);
        this.botName = botName;
        this.templates = templates;
        this.surveys = surveys;
    }

    @Override
    public boolean serves(Channel channel) {
        return served.contains(channel);
    }

    @Override
    public Optional<String> of(Invitation invitation) {
        var token = invitation.id().value();
        return switch (invitation.channel()) {
            case SMS, WHATSAPP -> Optional.empty();
            case WEB ->
                    Optional.of(
                            publicUrl.at("/chat/" + invitation.survey() + "?invitation=" + token));
            case TELEGRAM ->
                    Optional.of(
                            "https://t.me/"
                                    + botName.get().orElseThrow(ChannelLinks::nameless)
                                    + "?start="
                                    + token);
        };
    }

    @Override
    public boolean hasTemplate(Survey survey, Locale locale) {
        return template(survey, locale).isPresent();
    }

    /** The approved text for the first message of an invitation on WhatsApp. */
    Optional<OutboundMessage.Template> template(OutboxEntry entry) {
        return entry.channel() == Channel.WHATSAPP
                ? entry.survey()
                        .flatMap(surveys::revision)
                        .flatMap(survey -> template(survey, entry.locale()))
                        .map(OutboundMessage.Template::new)
                : Optional.empty();
    }

    /**
     * As configured, by the whole tag, else by the language; what is not configured stands in the
     * survey's file.
     */
    private Optional<String> template(Survey survey, Locale locale) {
        var locales = templates.getOrDefault(survey.id().value(), Map.of());
        return Optional.ofNullable(locales.get(locale.toLanguageTag()))
                .or(() -> Optional.ofNullable(locales.get(locale.getLanguage())))
                .or(() -> survey.reach().template(locale));
    }

    private static ApiProblem nameless() {
        return new ApiProblem(
                503,
                "Telegram not reached yet",
                List.of(
                        new ApiProblem.FieldProblem(
                                "channel", "the bot's name is not known yet; try again soon")));
    }
}
