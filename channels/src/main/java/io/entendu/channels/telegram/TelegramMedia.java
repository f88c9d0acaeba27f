package io.entendu.channels.telegram;

import static java.util.Map.entry;

import io.entendu.channels.MediaKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What a <a href="https://core.telegram.org/bots/api#message">message</a> without words carries.
 */
final class TelegramMedia {

    /**
     * Fields that stand for something a person sent; the other ones tell of pins, members,
     * payments. The first one that is there counts: an animation brings a document along.
     */
    private static final List<Map.Entry<String, MediaKind>> FIELDS =
            List.of(
                    entry("photo", MediaKind.PHOTO),
                    entry("live_photo", MediaKind.PHOTO),
                    entry("voice", MediaKind.VOICE),
                    entry("sticker", MediaKind.STICKER),
                    entry("animation", MediaKind.VIDEO),
                    entry("video", MediaKind.VIDEO),
                    entry("video_note", MediaKind.VIDEO),
                    entry("audio", MediaKind.AUDIO),
                    entry("document", MediaKind.DOCUMENT),
                    entry("venue", MediaKind.LOCATION),
                    entry("location", MediaKind.LOCATION),
                    entry("contact", MediaKind.CONTACT),
                    entry("dice", MediaKind.STICKER), // it looks like an animated one
                    entry("poll", MediaKind.OTHER),
                    entry("game", MediaKind.OTHER),
                    entry("story", MediaKind.OTHER),
                    entry("paid_media", MediaKind.OTHER),
                    entry("checklist", MediaKind.OTHER),
                    entry("rich_message", MediaKind.OTHER));

    private TelegramMedia() {}

    /** Its kind; empty when no person sent anything. */
    static Optional<MediaKind> of(JsonNode message) {
        return FIELDS.stream()
                .filter(field -> message.has(field.getKey()))
                .findFirst()
                .map(Map.Entry::getValue);
    }
}
