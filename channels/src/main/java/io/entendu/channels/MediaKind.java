package io.entendu.channels;

import io.entendu.core.channel.Content;

/**
 * What a message without words can be: few words, the same on all channels, so that an answer can
 * name what came.
 */
public enum MediaKind {
    /** Any picture. */
    PHOTO("photo"),

    /** Any film: also a round one, a GIF. */
    VIDEO("video"),

    /** Somebody spoke; unlike {@link #AUDIO}, which was recorded or composed elsewhere. */
    VOICE("voice"),
    AUDIO("audio"),
    STICKER("sticker"),
    DOCUMENT("document"),

    /** A place, with or without a name. */
    LOCATION("location"),
    CONTACT("contact"),

    /** What has no word here, or what the channel does not tell. */
    OTHER("other");

    private final String wireName;

    MediaKind(String wireName) {
        this.wireName = wireName;
    }

    /** The content of a message that is this and nothing else. */
    public Content.Media content() {
        return new Content.Media(wireName);
    }
}
