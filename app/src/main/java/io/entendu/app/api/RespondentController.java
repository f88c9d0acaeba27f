package io.entendu.app.api;

import io.entendu.app.api.RespondentExports.ExportView;
import io.entendu.app.line.Line;
import io.entendu.core.channel.Channel;
import io.entendu.core.privacy.Holding;
import io.entendu.core.privacy.PersonalData;
import io.entendu.core.privacy.PersonalData.Erased;
import io.entendu.core.respondent.Pseudonyms;
import io.entendu.core.respondent.RespondentId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What people may ask for: what is held of them, its erasure, and to be left alone. {@code ref} is
 * the sender's own reference, or the pseudonym that an address is looked up for.
 */
@RestController
@RequestMapping("/api/v1/respondents")
class RespondentController {

    private static final Logger LOG = LoggerFactory.getLogger(RespondentController.class);

    private final PersonalData data;
    private final Pseudonyms pseudonyms;
    private final RespondentExports exports;
    private final Line line;

    /** Somebody by their address. */
    record LookupView(
            @Schema(description = "Stands for the person in the other calls.") String ref,
            @Schema(description = "Whether anything is held of them but an opt-out.")
                    boolean known) {}

    /** What an erasure took away. */
    record ErasedView(
            @Schema(description = "Of whom something was held.") int people,
            int conversations,
            int texts,
            int messages,
            @Schema(description = "Lines of the consent ledger.") int consents,
            int bubbles,
            int invitations) {

        static final ErasedView NOTHING = new ErasedView(0, 0, 0, 0, 0, 0, 0);

        ErasedView plus(Erased more) {
            return new ErasedView(
                    people + (more.equals(Erased.NOTHING) ? 0 : 1),
                    conversations + more.conversations(),
                    texts + more.texts(),
                    messages + more.messages(),
                    consents + more.proofs(),
                    bubbles + more.bubbles(),
                    invitations + more.invitations());
        }
    }

    /** Who is silenced now. */
    record WithdrawalView(
            @Schema(description = "Pseudonyms of those who get nothing any more, on any channel.")
                    List<String> respondents) {}

    RespondentController(
            PersonalData data, Pseudonyms pseudonyms, RespondentExports exports, Line line) {
        this.data = data;
        this.pseudonyms = pseudonyms;
        this.exports = exports;
        this.line = line;
    }

    @Operation(
            summary = "The pseudonym of whoever has an address",
            description =
                    "The address is sent in the body, so that it stands in no log. Body: {channel,"
                            + " address}.")
    @PostMapping("/lookup")
    LookupView lookup(@RequestBody(required = false) byte @Nullable [] body) {
        var id = pseudonyms.of(RespondentRequest.address(body));
        return new LookupView(id.value(), data.of(id).isPresent());
    }

    @Operation(
            summary = "Everything that is held of a person",
            description = "For the person: it holds their addresses and their own words.")
    @GetMapping("/{ref}/export")
    ResponseEntity<ExportView> export(@PathVariable String ref) {
        var held = people(ref).stream().flatMap(id -> data.of(id).stream()).toList();
        if (held.isEmpty()) {
            throw ApiProblem.notFound("Respondent");
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new ExportView(held.stream().map(exports::view).toList()));
    }

    @Operation(
            summary = "Erases a person",
            description =
                    "All but an opt-out in force. Done again it finds nothing, and says so; nothing"
                            + " is also what it says of an unknown reference.")
    @DeleteMapping("/{ref}")
    ErasedView erase(@PathVariable String ref) {
        var erased = ErasedView.NOTHING;
        for (var id : people(ref)) {
            erased = erased.plus(data.erase(id));
        }
        LOG.info("erased {} people with {} conversations", erased.people(), erased.conversations());
        return erased;
    }

    @Operation(
            summary = "Writes down that a person wants nothing more",
            description =
                    "On every channel. Body, optional: {channel}, the one they are reached on; needed"
                            + " for somebody of whom nothing is known.")
    @PostMapping("/{ref}/withdrawal")
    WithdrawalView withdraw(
            @PathVariable String ref, @RequestBody(required = false) byte @Nullable [] body) {
        var ids = people(ref);
        if (ids.isEmpty()) {
            throw ApiProblem.notFound("Respondent");
        }
        var named = RespondentRequest.channel(body);
        var channels =
                ids.stream()
                        .map(id ->
                                named.or(() -> data.of(id).flatMap(RespondentController::channel))
                                        .orElseThrow(RespondentController::channelWanted))
                        .toList();
        for (var i = 0; i < ids.size(); i++) {
            line.withdraw(ids.get(i), channels.get(i));
        }
        return new WithdrawalView(ids.stream().map(RespondentId::value).toList());
    }

    private static ApiProblem channelWanted() {
        return ApiProblem.field(
                "channel",
                "nothing is known of this person: name the channel they are reached on, such as sms");
    }

    private static Optional<Channel> channel(Holding held) {
        return held.respondent()
                .conversation()
                .map(c -> c.channel())
                .or(() -> held.respondent().addresses().stream().map(a -> a.channel()).findFirst());
    }

    /** Own references first: they are the sender's to choose. */
    private List<RespondentId> people(String ref) {
        var known = data.knownAs(ref);
        if (!known.isEmpty()) {
            return known;
        }
        return RespondentId.isValid(ref) ? List.of(new RespondentId(ref)) : List.of();
    }
}
