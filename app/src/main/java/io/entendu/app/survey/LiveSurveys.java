package io.entendu.app.survey;

import io.entendu.core.channel.Channel;
import io.entendu.core.conversation.Prompt;
import io.entendu.core.survey.QuestionId;
import io.entendu.core.survey.Survey;
import io.entendu.core.survey.SurveyId;
import io.entendu.core.survey.SurveyKey;
import io.entendu.core.survey.Surveys;
import io.entendu.core.wording.Wording;
import io.entendu.flows.InvalidSurveyException;
import io.entendu.flows.SurveyLibrary;
import io.entendu.flows.reading.AnswerGrammar;
import io.entendu.flows.reading.Grammars;
import io.entendu.persistence.Published;
import io.entendu.persistence.Revisions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The surveys as they are published at this moment, over all instances. Safe for many threads.
 *
 * <p>Whoever asks reads one immutable library, which is replaced as a whole; nobody waits. Only a
 * revision that is met for the first time, because another instance has published it a moment ago
 * or before this one was started, is fetched from the store, once. One that the store does not know
 * either is asked for again only after {@link #refresh}.
 */
public final class LiveSurveys implements Surveys, Wording, Grammars {

    private static final Logger LOG = LoggerFactory.getLogger(LiveSurveys.class);

    private final Revisions revisions;
    private final ReentrantLock changing = new ReentrantLock();
    private final Set<SurveyKey> absent = ConcurrentHashMap.newKeySet();
    private final Set<SurveyKey> unreadable = ConcurrentHashMap.newKeySet();
    private volatile SurveyLibrary library;

    /**
     * Surveys that begin as these.
     *
     * @param library of which every current revision is in the store
     */
    LiveSurveys(SurveyLibrary library, Revisions revisions) {
        this.library = library;
        this.revisions = revisions;
    }

    /** All of them as they are now. */
    public SurveyLibrary library() {
        return library;
    }

    /**
     * Takes over what has been published elsewhere; reads only revisions that are new here. A
     * revision of a later version of the program may be unreadable: then the one before stays.
     *
     * @throws io.entendu.core.respondent.StoreUnavailableException when the store gave no answer;
     *     everything stays as it was
     */
    public void refresh() {
        absent.clear();
        changing.lock();
        try {
            var next = library;
            var current = new ArrayList<SurveyKey>();
            for (var published : revisions.current().values()) {
                var key = published.key();
                next = isNew(next, key) ? fetched(next, key) : next;
                if (next.revision(key).isPresent()) {
                    current.add(key);
                    tell(next, published);
                }
            }
            library = next.withCurrent(current);
        } finally {
            changing.unlock();
        }
    }

    @Override
    public Optional<Survey> current(SurveyId id) {
        return library.current(id);
    }

    @Override
    public Optional<Survey> revision(SurveyKey key) {
        return knowing(key).revision(key);
    }

    @Override
    public List<Survey> all() {
        return library.all();
    }

    @Override
    public Optional<Survey> begunBy(String word) {
        return library.begunBy(word);
    }

    @Override
    public Worded word(
            Prompt prompt,
            Optional<SurveyKey> survey,
            Locale locale,
            Channel channel,
            int conversation,
            Map<String, String> variables) {
        var known = survey.isEmpty() ? library : knowing(survey.get());
        return known.word(prompt, survey, locale, channel, conversation, variables);
    }

    @Override
    public AnswerGrammar of(SurveyKey survey, QuestionId question, Locale locale) {
        return knowing(survey).of(survey, question, locale);
    }

    private SurveyLibrary knowing(SurveyKey key) {
        var now = library;
        return isNew(now, key) ? fetch(key) : now;
    }

    private SurveyLibrary fetch(SurveyKey key) {
        changing.lock();
        try {
            if (isNew(library, key)) {
                library = fetched(library, key);
            }
            return library;
        } finally {
            changing.unlock();
        }
    }

    private boolean isNew(SurveyLibrary known, SurveyKey key) {
        return known.revision(key).isEmpty() && !absent.contains(key) && !unreadable.contains(key);
    }

    private SurveyLibrary fetched(SurveyLibrary known, SurveyKey key) {
        var content = revisions.content(key);
        if (content.isEmpty()) {
            absent.add(key);
            return known;
        }
        try {
            var more = known.withEarlier(List.of(content.get()));
            if (more.revision(key).isPresent()) {
                return more;
            }
            LOG.error("the content of {} is another one's; its conversations cannot go on", key);
        } catch (InvalidSurveyException later) {
            LOG.error(
                    "{} cannot be read by this version of the program; its conversations cannot go on here: {}",
                    key,
                    later.getMessage());
        }
        unreadable.add(key);
        return known;
    }

    private static void tell(SurveyLibrary known, Published published) {
        var key = published.key();
        if (known.current(key.id()).filter(survey -> survey.key().equals(key)).isEmpty()) {
            LOG.info("the current revision of {} is {}", key.id(), Notes.on(published));
        }
    }
}
