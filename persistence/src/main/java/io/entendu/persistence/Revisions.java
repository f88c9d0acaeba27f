package io.entendu.persistence;

import io.entendu.core.survey.SurveyKey;
import java.util.Collection;
import java.util.List;

/**
 * The content of every survey revision that was ever published, so that conversations can go on
 * with theirs. Never changed.
 */
public final class Revisions {

    private static final String KEY = "e:{surveys}:revisions";

    private final Redis redis;

    Revisions(Redis redis) {
        this.redis = redis;
    }

    /** Keeps a revision's content; one that is there already stays as it is. */
    public void keep(SurveyKey key, String content) {
        redis.await(redis.commands().hsetnx(KEY, key.toString(), content));
    }

    /** The contents of all revisions, in no order. */
    public Collection<String> contents() {
        return List.copyOf(redis.await(redis.commands().hvals(KEY)));
    }
}
