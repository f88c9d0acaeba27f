package io.entendu.app.api;

import io.entendu.app.line.Line;
import io.entendu.core.invitation.Decision;
import io.entendu.core.invitation.Invitation;
import io.entendu.core.invitation.InvitationId;
import io.entendu.core.invitation.Invitations;
import io.entendu.core.invitation.Invitations.Reserved;
import io.entendu.core.respondent.Pseudonyms;
import io.entendu.core.survey.Surveys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Invitations by staff and CRM. */
@RestController
@RequestMapping("/api/v1/invitations")
class InvitationController {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int TOKEN_BYTES = 16;

    private final Invitations invitations;
    private final Surveys surveys;
    private final Line line;
    private final Links links;
    private final Pseudonyms pseudonyms;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * An invitation as the API shows it.
     *
     * @param status {@code accepted}, {@code delayed} or {@code refused}
     * @param reason the rule that delayed or refused it
     */
    record InvitationView(
            String id,
            String survey,
            String channel,
            String status,
            @Nullable String reason,
            @Nullable Instant notBefore,
            @Nullable String link) {}

    InvitationController(
            Invitations invitations,
            Surveys surveys,
            Line line,
            Links links,
            Pseudonyms pseudonyms,
            InstantSource clock) {
        this.invitations = invitations;
        this.surveys = surveys;
        this.line = line;
        this.links = links;
        this.pseudonyms = pseudonyms;
        this.clock = clock;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    InvitationView invite(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody(required = false) byte @Nullable [] body) {
        var json = json(body);
        var request = InvitationRequest.read(json, surveys);
        if (!links.serves(request.channel())) {
            throw ApiProblem.field(
                    "channel",
                    request.channel().wireName()
                            + " is not configured here; see the README on channels");
        }
        var id = reserve(key, json);
        var kept = invitations.find(id);
        var invitation = kept.map(Invitations.Kept::invitation).orElseGet(() -> keep(id, request));
        var decision =
                kept.flatMap(Invitations.Kept::decision)
                        .orElseGet(() -> decide(invitation, request));
        return view(invitation, decision);
    }

    @GetMapping("/{id}")
    InvitationView find(@PathVariable String id) {
        return Optional.of(id)
                .filter(InvitationId::isValid)
                .map(InvitationId::new)
                .flatMap(invitations::find)
                .map(kept ->
                        view(kept.invitation(), kept.decision().orElseGet(Decision.Accepted::new)))
                .orElseThrow(() -> ApiProblem.notFound("Invitation"));
    }

    /** Also after a request that died halfway: each of these steps may be done again. */
    private Decision decide(Invitation invitation, InvitationRequest request) {
        request.address().ifPresent(a -> invitations.belongs(invitation, pseudonyms.of(a)));
        var locale = invitation.locale().orElse(request.survey().locales().getFirst());
        var template = links.hasTemplate(request.survey(), request.survey().nearest(locale));
        var decision =
                request.address()
                        .map(address -> line.invite(address, invitation, template))
                        .orElseGet(Decision.Accepted::new);
        invitations.decided(invitation.id(), decision);
        return decision;
    }

    private Invitation keep(InvitationId id, InvitationRequest request) {
        var invitation =
                new Invitation(
                        id,
                        request.survey().id(),
                        request.channel(),
                        request.locale(),
                        request.timeZone(),
                        request.notBefore(),
                        request.context(),
                        clock.instant());
        invitations.keep(invitation);
        return invitation;
    }

    private InvitationId reserve(@Nullable String key, JsonNode body) {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var id = new InvitationId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        if (key == null || key.isBlank()) {
            return id;
        }
        return switch (invitations.reserve(key, hash(body), id)) {
            case Reserved.Fresh() -> id;
            case Reserved.Same(var earlier) -> earlier;
            case Reserved.Different() ->
                    throw new ApiProblem(
                            422,
                            "Idempotency-Key used before",
                            List.of(
                                    new ApiProblem.FieldProblem(
                                            "Idempotency-Key",
                                            "it stands for another body; use a new key for a new invitation")));
        };
    }

    private InvitationView view(Invitation invitation, Decision decision) {
        var link = decision instanceof Decision.Refused ? null : links.of(invitation).orElse(null);
        return switch (decision) {
            case Decision.Accepted() -> view(invitation, "accepted", null, null, link);
            case Decision.Delayed(var reason, var until) ->
                    view(invitation, "delayed", reason, until, link);
            case Decision.Refused(var reason) -> view(invitation, "refused", reason, null, link);
        };
    }

    private static InvitationView view(
            Invitation invitation,
            String status,
            Decision.@Nullable Reason reason,
            @Nullable Instant until,
            @Nullable String link) {
        return new InvitationView(
                invitation.id().value(),
                invitation.survey().value(),
                invitation.channel().wireName(),
                status,
                reason == null ? null : reason.name().toLowerCase(Locale.ROOT),
                until,
                link);
    }

    private static JsonNode json(byte @Nullable [] body) {
        try {
            return JSON.readTree(body == null ? new byte[0] : body);
        } catch (JacksonException unreadable) {
            throw ApiProblem.field(
                    "body", "is not JSON: send an object with survey, channel and address");
        }
    }

    private static String hash(JsonNode body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest(body.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
