package io.entendu.channels.twilio;

import io.entendu.channels.MediaKind;
import io.entendu.core.channel.Channel;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a message carries instead of words. Content types: <a
 * href="https://www.twilio.com/docs/messaging/guides/accepted-mime-types">MMS</a>, <a
 * href="https://www.twilio.com/docs/whatsapp/guidance-whatsapp-media-messages">WhatsApp</a>.
 */
final class TwilioMedia {

    /** Endings of the files that people send. */
    private static final Set<String> FILES =
            Set.of(
                    "pdf", "doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp", "rtf",
                    "txt", "csv", "zip", "vcf", "jpg", "jpeg", "png", "gif", "heic", "webp", "mp3",
                    "m4a", "ogg", "opus", "wav", "mp4", "mov", "3gp");

    private TwilioMedia() {}

    /** Its kind; empty when the body holds words of the person, or when nothing came. */
    static Optional<MediaKind> of(Form form, Channel channel) {
        var body = form.first("Body").orElse("");
        return kind(form, channel).filter(kind -> isNoCaption(kind, body, channel));
    }

    /**
     * Whether the person wrote nothing beside it. On WhatsApp the body may hold the name of a file,
     * such as {@code "offre 8.pdf"}, and nobody can write beside a place or a contact.
     */
    static boolean isNoCaption(MediaKind kind, String body, Channel channel) {
        if (body.isBlank()) {
            return true;
        }
        return channel == Channel.WHATSAPP
                && switch (kind) {
                    case LOCATION, CONTACT -> true;
                    case PHOTO, VIDEO, VOICE, AUDIO, STICKER, DOCUMENT, OTHER -> isFileName(body);
                };
    }

    private static boolean isFileName(String body) {
        var name = body.strip();
        var dot = name.lastIndexOf('.');
        return dot > 0
                && name.indexOf('\n') < 0
                && FILES.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    private static Optional<MediaKind> kind(Form form, Channel channel) {
        if (form.filled("Latitude").isPresent()) {
            return Optional.of(MediaKind.LOCATION);
        }
        return form.filled("NumMedia")
                .filter(number -> !number.equals("0"))
                .map(_ -> kind(form.first("MediaContentType0").orElse(""), channel));
    }

    private static MediaKind kind(String contentType, Channel channel) {
        var type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "text/vcard", "text/x-vcard", "application/vcard" -> MediaKind.CONTACT;
            case "image/webp" -> MediaKind.STICKER; // phones send pictures in other formats
            // WhatsApp's own recordings; its other audio types are files.
            case "audio/ogg" -> channel == Channel.WHATSAPP ? MediaKind.VOICE : MediaKind.AUDIO;
            // A codec for speech alone (RFC 4867), in which phones record for an MMS.
            case "audio/amr" -> MediaKind.VOICE;
            default ->
                    switch (type.split("/", 2)[0]) {
                        case "image" -> MediaKind.PHOTO;
                        case "video" -> MediaKind.VIDEO;
                        case "audio" -> MediaKind.AUDIO;
                        case "application", "text" -> MediaKind.DOCUMENT;
                        default -> MediaKind.OTHER;
                    };
        };
    }
}
