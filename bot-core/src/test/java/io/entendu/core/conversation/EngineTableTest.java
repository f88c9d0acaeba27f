package io.entendu.core.conversation;

import static io.entendu.core.conversation.People.FIRST_INVITATION;
import static io.entendu.core.conversation.People.NOW;
import static io.entendu.core.conversation.People.REASON;
import static io.entendu.core.conversation.People.SCORE;
import static io.entendu.core.conversation.People.SECOND_INVITATION;
import static io.entendu.core.conversation.People.advance;
import static io.entendu.core.conversation.People.classified;
import static io.entendu.core.conversation.People.edited;
import static io.entendu.core.conversation.People.failed;
import static io.entendu.core.conversation.People.invitation;
import static io.entendu.core.conversation.People.link;
import static io.entendu.core.conversation.People.replied;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.entendu.core.channel.Channel;
import io.entendu.core.channel.SendResult;
import io.entendu.core.conversation.ConversationEvent.WentQuiet;
import io.entendu.core.conversation.ConversationEvent.Withdrawn;
import io.entendu.core.reading.Reading;
import io.entendu.core.respondent.Respondent;
import io.entendu.core.testing.Cases;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What follows from everything that can happen, in every situation. */
class EngineTableTest {

    private static final Map<String, Respondent> SITUATIONS =
            Map.ofEntries(
                    Map.entry("stranger", People.stranger()),
                    Map.entry("suppressed stranger", People.suppressedStranger()),
                    Map.entry("invited", People.invited()),
                    Map.entry("invited for later", People.invitedForLater()),
                    Map.entry("consenting", People.consenting()),
                    Map.entry("consenting again", People.consentingAgain()),
                    Map.entry("asked score", People.askedScore()),
                    Map.entry("asked score thrice", People.askedScoreThrice()),
                    Map.entry("asked reason", People.askedReason()),
                    Map.entry("completed", People.completed()),
                    Map.entry("declined", People.declined()),
                    Map.entry("opted out", People.optedOut()),
                    Map.entry("expired", People.expired()),
                    Map.entry("unreachable", People.unreachable()));

    private static final Map<String, Reading> READINGS =
            People.readings().stream()
                    .collect(
                            Collectors.toMap(
                                    reading -> reading.getClass().getSimpleName(),
                                    Function.identity()));

    /** Each event as it looks to a person in a situation. */
    private static final Map<String, Function<Respondent, ConversationEvent>> EVENTS =
            Map.ofEntries(
                    Map.entry("Invited first", _ -> invitation(FIRST_INVITATION)),
                    Map.entry("Invited second", _ -> invitation(SECOND_INVITATION)),
                    Map.entry("FollowedLink", _ -> link(SECOND_INVITATION)),
                    Map.entry("WentQuiet", People::quietOrNever),
                    Map.entry(
                            "WentQuiet of an older turn",
                            person -> new WentQuiet(number(person), turn(person) - 1, NOW)),
                    Map.entry(
                            "WentQuiet of another conversation",
                            person -> new WentQuiet(number(person) + 1, turn(person), NOW)),
                    Map.entry("Edited to 4", _ -> edited(new Reading.Rated(4, Optional.empty()))),
                    Map.entry("Edited to 9", _ -> edited(People.NINE)),
                    Map.entry("Edited to STOP", _ -> edited(new Reading.OptOut())),
                    Map.entry("Edited to nothing", _ -> edited(new Reading.Unclear())),
                    Map.entry("Classified", _ -> classified(1, REASON, 1)),
                    Map.entry("Classified of a stale revision", _ -> classified(1, REASON, 2)),
                    Map.entry("Classified of another conversation", _ -> classified(2, REASON, 1)),
                    Map.entry("Classified of a rating", _ -> classified(1, SCORE, 1)),
                    Map.entry("SendFailed THROTTLED", _ -> failed(SendResult.Reason.THROTTLED)),
                    Map.entry("SendFailed UNAVAILABLE", _ -> failed(SendResult.Reason.UNAVAILABLE)),
                    Map.entry("SendFailed NO_ANSWER", _ -> failed(SendResult.Reason.NO_ANSWER)),
                    Map.entry("SendFailed OPTED_OUT", _ -> failed(SendResult.Reason.OPTED_OUT)),
                    Map.entry("SendFailed UNREACHABLE", _ -> failed(SendResult.Reason.UNREACHABLE)),
                    Map.entry("SendFailed REFUSED", _ -> failed(SendResult.Reason.REFUSED)),
                    Map.entry("Withdrawn", _ -> new Withdrawn(Channel.SMS, NOW)));

    /** Situation, readings, phase, disposition, effects; a dash where there is no conversation. */
    private static final String REPLIES =
            """
            stranger            | OptOut                                        | -           | -           | WITHDRAWN, confirm opt-out, disarm
            stranger            | Keyword Opened                                | CONSENTING  | IN_PROGRESS | may we? FIRST, arm
            stranger            | HelpWanted                                    | -           | -           | help
            stranger            | Redeemed                                      | -           | -           | link spent
            stranger            | WrongNumber                                   | -           | -           | WITHDRAWN, regret wrong number, disarm
            stranger            | InEmergency                                   | -           | -           | beside EMERGENCY
            stranger            | PersonWanted PrivacyAsked Postponed OptIn LanguageWanted Agreed Declined Rated SaidYesOrNo Chosen Amounted Said SaidMore PassedOver Corrected SecondNumber Commented Questioned Abusive Ambiguous Unclear Unreadable | -           | -           | orient
            stranger            | OldButton AutoReplied                         | -           | -           | nothing

            suppressed stranger | OptOut                                        | -           | -           | WITHDRAWN, disarm
            suppressed stranger | OptIn                                         | -           | -           | RESUMED, confirm opt-in
            suppressed stranger | Opened                                        | CONSENTING  | IN_PROGRESS | RESUMED, may we? FIRST, arm
            suppressed stranger | HelpWanted Keyword Redeemed LanguageWanted WrongNumber OldButton AutoReplied InEmergency PersonWanted PrivacyAsked Postponed Agreed Declined Rated SaidYesOrNo Chosen Amounted Said SaidMore PassedOver Corrected SecondNumber Commented Questioned Abusive Ambiguous Unclear Unreadable | -           | -           | nothing

            invited             | OptOut                                        | OPTED_OUT   | OPTED_OUT   | WITHDRAWN, confirm opt-out, disarm
            invited             | WrongNumber                                   | UNREACHABLE | UNREACHABLE | WITHDRAWN, regret wrong number, disarm
            invited             | OptIn Keyword Opened Redeemed LanguageWanted  | CONSENTING  | IN_PROGRESS | may we? REPEATED, arm
            invited             | HelpWanted                                    | INVITED     | IN_PROGRESS | help, arm
            invited             | InEmergency                                   | INVITED     | IN_PROGRESS | beside EMERGENCY, arm
            invited             | PersonWanted                                  | INVITED     | IN_PROGRESS | beside PERSON, arm
            invited             | PrivacyAsked                                  | INVITED     | IN_PROGRESS | beside DELETION, arm
            invited             | Postponed                                     | INVITED     | IN_PROGRESS | beside LATER, arm
            invited             | Agreed                                        | ASKING      | IN_PROGRESS | GRANTED, score? FIRST, arm
            invited             | Declined Abusive                              | DECLINED    | REFUSED     | REFUSED, accept refusal, disarm
            invited             | Questioned                                    | CONSENTING  | IN_PROGRESS | may we? QUESTIONED, arm
            invited             | Rated SaidYesOrNo Chosen Amounted Said SaidMore PassedOver Corrected SecondNumber Commented Ambiguous Unclear | CONSENTING  | IN_PROGRESS | may we? UNCLEAR, arm
            invited             | Unreadable                                    | CONSENTING  | IN_PROGRESS | may we? UNREADABLE, arm
            invited             | OldButton AutoReplied                         | INVITED     | IN_PROGRESS | nothing

            invited for later   | OptOut                                        | OPTED_OUT   | OPTED_OUT   | WITHDRAWN, confirm opt-out, disarm
            invited for later   | WrongNumber                                   | UNREACHABLE | UNREACHABLE | WITHDRAWN, regret wrong number, disarm
            invited for later   | OptIn Keyword Opened Redeemed LanguageWanted Agreed Declined Rated SaidYesOrNo Chosen Amounted Said SaidMore PassedOver Corrected SecondNumber Commented Questioned Abusive Ambiguous Unclear Unreadable | CONSENTING  | IN_PROGRESS | may we? FIRST, arm
            invited for later   | HelpWanted                                    | INVITED     | IN_PROGRESS | help, may we? FIRST later, arm
            invited for later   | InEmergency                                   | INVITED     | IN_PROGRESS | beside EMERGENCY, may we? FIRST later, arm
            invited for later   | PersonWanted                                  | INVITED     | IN_PROGRESS | beside PERSON, may we? FIRST later, arm
            invited for later   | PrivacyAsked                                  | INVITED     | IN_PROGRESS | beside DELETION, may we? FIRST later, arm
            invited for later   | Postponed                                     | INVITED     | IN_PROGRESS | beside LATER, may we? FIRST later, arm
            invited for later   | OldButton AutoReplied                         | INVITED     | IN_PROGRESS | nothing

            consenting          | OptOut                                        | OPTED_OUT   | OPTED_OUT   | WITHDRAWN, confirm opt-out, disarm
            consenting          | WrongNumber                                   | UNREACHABLE | UNREACHABLE | WITHDRAWN, regret wrong number, disarm
            consenting          | OptIn Keyword Opened Redeemed LanguageWanted  | CONSENTING  | IN_PROGRESS | may we? REPEATED, arm
            consenting          | HelpWanted                                    | CONSENTING  | IN_PROGRESS | help, arm
            consenting          | InEmergency                                   | CONSENTING  | IN_PROGRESS | beside EMERGENCY, arm
            consenting          | PersonWanted                                  | CONSENTING  | IN_PROGRESS | beside PERSON, arm
            consenting          | PrivacyAsked                                  | CONSENTING  | IN_PROGRESS | beside DELETION, arm
            consenting          | Postponed                                     | CONSENTING  | IN_PROGRESS | beside LATER, arm
            consenting          | Agreed                                        | ASKING      | IN_PROGRESS | GRANTED, score? FIRST, arm
            consenting          | Declined Abusive                              | DECLINED    | REFUSED     | REFUSED, accept refusal, disarm
            consenting          | Questioned                                    | CONSENTING  | IN_PROGRESS | may we? QUESTIONED, arm
            consenting          | Rated SaidYesOrNo Chosen Amounted Said SaidMore PassedOver Corrected SecondNumber Commented Ambiguous Unclear | CONSENTING  | IN_PROGRESS | may we? UNCLEAR, arm
            consenting          | Unreadable                                    | CONSENTING  | IN_PROGRESS | may we? UNREADABLE, arm
            consenting          | OldButton AutoReplied                         | CONSENTING  | IN_PROGRESS | nothing

            consenting again    | OptOut                                        | OPTED_OUT   | OPTED_OUT   | WITHDRAWN, confirm opt-out, disarm
            consenting again    | WrongNumber                                   | UNREACHABLE | UNREACHABLE | WITHDRAWN, regret wrong number, disarm
            consenting again    | OptIn Keyword Opened Redeemed LanguageWanted  | CONSENTING  | IN_PROGRESS | may we? REPEATED, arm
            consenting again    | HelpWanted                                    | CONSENTING  | IN_PROGRESS | help, arm
            consenting again    | InEmergency                                   | CONSENTING  | IN_PROGRESS | beside EMERGENCY, arm
            consenting again    | PersonWanted                                  | CONSENTING  | IN_PROGRESS | beside PERSON, arm
            consenting again    | PrivacyAsked                                  | CONSENTING  | IN_PROGRESS | beside DELETION, arm
            consenting again    | Postponed                                     | CONSENTING  | IN_PROGRESS | beside LATER, arm
            consenting again    | Agreed                                        | ASKING      | IN_PROGRESS | GRANTED, score? FIRST, arm
            consenting again    | Declined Abusive                              | DECLINED    | REFUSED     | REFUSED, accept refusal, disarm
            consenting again    | Questioned                                    | CONSENTING  | IN_PROGRESS | may we? QUESTIONED, arm
            consenting again    | Rated SaidYesOrNo Chosen Amounted Said SaidMore PassedOver Corrected SecondNumber Commented Ambiguous Unclear Unreadable | DECLINED    | REFUSED     | REFUSED, let go, disarm
            consenting again    | OldButton AutoReplied                         | CONSENTING  | IN_PROGRESS | nothing

            asked score         | OptOut                                        | OPTED_OUT   | OPTED_OUT   | WITHDRAWN, confirm opt-out, disarm
            asked score         | WrongNumber                                   | UNREACHABLE | UNREACHABLE | WITHDRAWN, regret wrong number, disarm
            asked score         | OptIn Keyword Opened Redeemed LanguageWanted  | ASKING      | IN_PROGRESS | score? REPEATED, arm
            asked score         | HelpWanted                                    | ASKING      | IN_PROGRESS | help, arm
            asked score         | InEmergency                                   | ASKING      | IN_PROGRESS | beside EMERGENCY, arm
            asked score         | PersonWanted                                  | ASKING      | IN_PROGRESS | beside PERSON, arm
            asked score         | PrivacyAsked                                  | ASKING      | IN_PROGRESS | beside DELETION, arm
            asked score         | Postponed                                     | ASKING      | IN_PROGRESS | beside LATER, arm
            asked score         | Rated                                         | ASKING      | IN_PROGRESS | count score=9 by 1, reason? FIRST after 9, arm
            asked score         | Agreed Declined SaidYesOrNo Chosen Amounted Said SaidMore Corrected SecondNumber Unclear | ASKING      | IN_PROGRESS | score? UNCLEAR, arm
            asked score         | Unreadable                                    | ASKING      | IN_PROGRESS | score? UNREADABLE, arm
            asked score         | PassedOver                                    | ASKING      | IN_PROGRESS | reason? FIRST, arm
            asked score         | Commented                                     | ASKING      | IN_PROGRESS | classify reason 1, score? COMMENTED, arm
            asked score         | Questioned                                    | ASKING      | IN_PROGRESS | score? QUESTIONED, arm
            asked score         | Ambiguous                                     | ASKING      | IN_PROGRESS | score? AMBIGUOUS, arm
            asked score         | Abusive                                       | ASKING      | IN_PROGRESS | score? UPSET, arm
            asked score         | OldButton AutoReplied                         | ASKING      | IN_PROGRESS | nothing

            asked score thrice  | OptOut                                        | OPTED_OUT   | OPTED_OUT   | WITHDRAWN, confirm opt-out, disarm
            asked score thrice  | WrongNumber                                   | UNREACHABLE | UNREACHABLE | WITHDRAWN, regret wrong number, disarm
            asked score thrice  | OptIn Keyword Opened Redeemed LanguageWanted  | ASKING      | IN_PROGRESS | score? REPEATED, arm
            asked score thrice  | HelpWanted                                    | ASKING      | IN_PROGRESS | help, arm
            asked score thrice  | InEmergency                                   | ASKING      | IN_PROGRESS | beside EMERGENCY, arm
            asked score thrice  | PersonWanted                                  | ASKING      | IN_PROGRESS | beside PERSON, arm
            asked score thrice  | PrivacyAsked                                  | ASKING      | IN_PROGRESS | beside DELETION, arm
            asked score thrice  | Postponed                                     | ASKING      | IN_PROGRESS | beside LATER, arm
            asked score thrice  | Rated                                         | ASKING      | IN_PROGRESS | count score=9 by 1, reason? FIRST after 9, arm
            asked score thrice  | Commented                                     | COMPLETED   | PARTIAL     | classify reason 1, thank, disarm
            asked score thrice  | Agreed Declined SaidYesOrNo Chosen Amounted Said SaidMore PassedOver Corrected SecondNumber Questioned Abusive Ambiguous Unclear Unreadable | ASKING      | IN_PROGRESS | reason? FIRST, arm
            asked score thrice  | OldButton AutoReplied                         | ASKING      | IN_PROGRESS | nothing

            asked reason        | OptOut                                        | OPTED_OUT   | OPTED_OUT   | WITHDRAWN, confirm opt-out, disarm
            asked reason        | WrongNumber                                   | UNREACHABLE | PARTIAL     | WITHDRAWN, regret wrong number, disarm
            asked reason        | OptIn Keyword Opened Redeemed LanguageWanted  | ASKING      | IN_PROGRESS | reason? REPEATED, arm
            asked reason        | HelpWanted                                    | ASKING      | IN_PROGRESS | help, arm
            asked reason        | InEmergency                                   | ASKING      | IN_PROGRESS | beside EMERGENCY, arm
            asked reason        | PersonWanted                                  | ASKING      | IN_PROGRESS | beside PERSON, arm
            asked reason        | PrivacyAsked                                  | ASKING      | IN_PROGRESS | beside DELETION, arm
            asked reason        | Postponed                                     | ASKING      | IN_PROGRESS | beside LATER, arm
            asked reason        | Said                                          | COMPLETED   | COMPLETE    | classify reason 1, thank, disarm
            asked reason        | PassedOver                                    | COMPLETED   | COMPLETE    | thank, disarm
            asked reason        | Corrected                                     | ASKING      | IN_PROGRESS | count score=9 by -1, count score=4 by 1, reason? FIRST after 4, arm
            asked reason        | SecondNumber                                  | ASKING      | IN_PROGRESS | score? DOUBTED after 9, arm
            asked reason        | Agreed Declined Rated SaidYesOrNo Chosen Amounted SaidMore Unclear | ASKING      | IN_PROGRESS | reason? UNCLEAR, arm
            asked reason        | Unreadable                                    | ASKING      | IN_PROGRESS | reason? UNREADABLE, arm
            asked reason        | Commented                                     | ASKING      | IN_PROGRESS | reason? COMMENTED, arm
            asked reason        | Questioned                                    | ASKING      | IN_PROGRESS | reason? QUESTIONED, arm
            asked reason        | Ambiguous                                     | ASKING      | IN_PROGRESS | reason? AMBIGUOUS, arm
            asked reason        | Abusive                                       | ASKING      | IN_PROGRESS | reason? UPSET, arm
            asked reason        | OldButton AutoReplied                         | ASKING      | IN_PROGRESS | nothing

            completed           | OptOut                                        | COMPLETED   | COMPLETE    | WITHDRAWN, confirm opt-out, disarm
            completed           | WrongNumber                                   | COMPLETED   | COMPLETE    | WITHDRAWN, regret wrong number, disarm
            completed           | Keyword Opened                                | CONSENTING  | IN_PROGRESS | may we? FIRST, arm
            completed           | HelpWanted                                    | COMPLETED   | COMPLETE    | help
            completed           | Redeemed                                      | COMPLETED   | COMPLETE    | link spent
            completed           | InEmergency                                   | COMPLETED   | COMPLETE    | beside EMERGENCY
            completed           | SaidMore                                      | COMPLETED   | COMPLETE    | classify reason 2
            completed           | PersonWanted PrivacyAsked Postponed OptIn LanguageWanted Agreed Declined Rated SaidYesOrNo Chosen Amounted Said PassedOver Corrected SecondNumber Commented Questioned Abusive Ambiguous Unclear Unreadable OldButton AutoReplied | COMPLETED   | COMPLETE    | nothing

            declined            | OptOut                                        | DECLINED    | REFUSED     | WITHDRAWN, confirm opt-out, disarm
            declined            | WrongNumber                                   | DECLINED    | REFUSED     | WITHDRAWN, regret wrong number, disarm
            declined            | Keyword Opened                                | CONSENTING  | IN_PROGRESS | may we? FIRST, arm
            declined            | HelpWanted                                    | DECLINED    | REFUSED     | help
            declined            | Redeemed                                      | DECLINED    | REFUSED     | link spent
            declined            | InEmergency                                   | DECLINED    | REFUSED     | beside EMERGENCY
            declined            | PersonWanted                                  | DECLINED    | REFUSED     | beside PERSON
            declined            | PrivacyAsked                                  | DECLINED    | REFUSED     | beside DELETION
            declined            | Postponed                                     | DECLINED    | REFUSED     | beside LATER
            declined            | OptIn LanguageWanted Agreed Declined Rated SaidYesOrNo Chosen Amounted Said SaidMore PassedOver Corrected SecondNumber Commented Questioned Abusive Ambiguous Unclear Unreadable | DECLINED    | REFUSED     | orient
            declined            | OldButton AutoReplied                         | DECLINED    | REFUSED     | nothing

            opted out           | OptOut                                        | OPTED_OUT   | OPTED_OUT   | WITHDRAWN, disarm
            opted out           | OptIn                                         | OPTED_OUT   | OPTED_OUT   | RESUMED, confirm opt-in
            opted out           | Opened                                        | CONSENTING  | IN_PROGRESS | RESUMED, may we? FIRST, arm
            opted out           | HelpWanted Keyword Redeemed LanguageWanted WrongNumber OldButton AutoReplied InEmergency PersonWanted PrivacyAsked Postponed Agreed Declined Rated SaidYesOrNo Chosen Amounted Said SaidMore PassedOver Corrected SecondNumber Commented Questioned Abusive Ambiguous Unclear Unreadable | OPTED_OUT   | OPTED_OUT   | nothing

            expired             | OptOut                                        | EXPIRED     | EXPIRED     | WITHDRAWN, confirm opt-out, disarm
            expired             | WrongNumber                                   | EXPIRED     | EXPIRED     | WITHDRAWN, regret wrong number, disarm
            expired             | Keyword Opened                                | CONSENTING  | IN_PROGRESS | may we? FIRST, arm
            expired             | HelpWanted                                    | EXPIRED     | EXPIRED     | help
            expired             | Redeemed                                      | EXPIRED     | EXPIRED     | link spent
            expired             | InEmergency                                   | EXPIRED     | EXPIRED     | beside EMERGENCY
            expired             | PersonWanted                                  | EXPIRED     | EXPIRED     | beside PERSON
            expired             | PrivacyAsked                                  | EXPIRED     | EXPIRED     | beside DELETION
            expired             | Postponed                                     | EXPIRED     | EXPIRED     | beside LATER
            expired             | OptIn LanguageWanted Agreed Declined Rated SaidYesOrNo Chosen Amounted Said SaidMore PassedOver Corrected SecondNumber Commented Questioned Abusive Ambiguous Unclear Unreadable | EXPIRED     | EXPIRED     | orient
            expired             | OldButton AutoReplied                         | EXPIRED     | EXPIRED     | nothing

            unreachable         | OptOut                                        | UNREACHABLE | UNREACHABLE | WITHDRAWN, confirm opt-out, disarm
            unreachable         | WrongNumber                                   | UNREACHABLE | UNREACHABLE | WITHDRAWN, regret wrong number, disarm
            unreachable         | Keyword Opened                                | CONSENTING  | IN_PROGRESS | may we? FIRST, arm
            unreachable         | HelpWanted                                    | UNREACHABLE | UNREACHABLE | help
            unreachable         | Redeemed                                      | UNREACHABLE | UNREACHABLE | link spent
            unreachable         | InEmergency                                   | UNREACHABLE | UNREACHABLE | beside EMERGENCY
            unreachable         | PersonWanted                                  | UNREACHABLE | UNREACHABLE | beside PERSON
            unreachable         | PrivacyAsked                                  | UNREACHABLE | UNREACHABLE | beside DELETION
            unreachable         | Postponed                                     | UNREACHABLE | UNREACHABLE | beside LATER
            unreachable         | OptIn LanguageWanted Agreed Declined Rated SaidYesOrNo Chosen Amounted Said SaidMore PassedOver Corrected SecondNumber Commented Questioned Abusive Ambiguous Unclear Unreadable | UNREACHABLE | UNREACHABLE | orient
            unreachable         | OldButton AutoReplied                         | UNREACHABLE | UNREACHABLE | nothing
            """;

    /** Situation, event, phase, disposition, effects. */
    private static final String HAPPENINGS =
            """
            stranger            | Invited first                      | INVITED     | IN_PROGRESS | may we? FIRST, arm
            suppressed stranger | Invited first                      | -           | -           | nothing
            invited             | Invited first                      | INVITED     | IN_PROGRESS | nothing
            invited             | Invited second                     | INVITED     | IN_PROGRESS | nothing
            consenting          | Invited second                     | CONSENTING  | IN_PROGRESS | nothing
            asked reason        | Invited second                     | ASKING      | IN_PROGRESS | nothing
            completed           | Invited second                     | INVITED     | IN_PROGRESS | may we? FIRST, arm
            opted out           | Invited second                     | OPTED_OUT   | OPTED_OUT   | nothing
            unreachable         | Invited first                      | UNREACHABLE | UNREACHABLE | nothing
            unreachable         | Invited second                     | INVITED     | IN_PROGRESS | may we? FIRST, arm

            stranger            | FollowedLink                       | CONSENTING  | IN_PROGRESS | may we? FIRST, arm
            suppressed stranger | FollowedLink                       | CONSENTING  | IN_PROGRESS | RESUMED, may we? FIRST, arm
            invited             | FollowedLink                       | CONSENTING  | IN_PROGRESS | may we? REPEATED, arm
            invited for later   | FollowedLink                       | CONSENTING  | IN_PROGRESS | may we? FIRST, arm
            consenting again    | FollowedLink                       | CONSENTING  | IN_PROGRESS | may we? REPEATED, arm
            asked score         | FollowedLink                       | ASKING      | IN_PROGRESS | score? REPEATED, arm
            completed           | FollowedLink                       | CONSENTING  | IN_PROGRESS | may we? FIRST, arm
            declined            | FollowedLink                       | CONSENTING  | IN_PROGRESS | may we? FIRST, arm
            opted out           | FollowedLink                       | CONSENTING  | IN_PROGRESS | RESUMED, may we? FIRST, arm

            stranger            | WentQuiet                          | -           | -           | nothing
            invited             | WentQuiet                          | EXPIRED     | EXPIRED     | disarm
            consenting          | WentQuiet                          | EXPIRED     | EXPIRED     | disarm
            asked score         | WentQuiet                          | EXPIRED     | BREAK_OFF   | disarm
            asked reason        | WentQuiet                          | EXPIRED     | PARTIAL     | disarm
            completed           | WentQuiet                          | COMPLETED   | COMPLETE    | nothing
            opted out           | WentQuiet                          | OPTED_OUT   | OPTED_OUT   | nothing
            asked reason        | WentQuiet of an older turn         | ASKING      | IN_PROGRESS | nothing
            asked reason        | WentQuiet of another conversation  | ASKING      | IN_PROGRESS | nothing

            asked reason        | Edited to 4                        | ASKING      | IN_PROGRESS | count score=9 by -1, count score=4 by 1, reason? FIRST after 4, arm
            asked reason        | Edited to 9                        | ASKING      | IN_PROGRESS | nothing
            asked reason        | Edited to STOP                     | OPTED_OUT   | OPTED_OUT   | WITHDRAWN, confirm opt-out, disarm
            asked reason        | Edited to nothing                  | ASKING      | IN_PROGRESS | nothing
            asked score         | Edited to 4                        | ASKING      | IN_PROGRESS | nothing
            completed           | Edited to 4                        | COMPLETED   | COMPLETE    | nothing
            completed           | Edited to STOP                     | COMPLETED   | COMPLETE    | WITHDRAWN, confirm opt-out, disarm
            opted out           | Edited to 4                        | OPTED_OUT   | OPTED_OUT   | nothing
            stranger            | Edited to 4                        | -           | -           | nothing

            stranger            | Classified                         | -           | -           | nothing
            asked score         | Classified                         | ASKING      | IN_PROGRESS | nothing
            completed           | Classified                         | COMPLETED   | COMPLETE    | nothing
            completed           | Classified of a stale revision     | COMPLETED   | COMPLETE    | nothing
            completed           | Classified of another conversation | COMPLETED   | COMPLETE    | nothing
            completed           | Classified of a rating             | COMPLETED   | COMPLETE    | nothing

            stranger            | SendFailed OPTED_OUT               | -           | -           | disarm
            invited             | SendFailed OPTED_OUT               | OPTED_OUT   | OPTED_OUT   | disarm
            asked reason        | SendFailed OPTED_OUT               | OPTED_OUT   | OPTED_OUT   | disarm
            completed           | SendFailed OPTED_OUT               | COMPLETED   | COMPLETE    | disarm
            stranger            | SendFailed UNREACHABLE             | -           | -           | nothing
            invited             | SendFailed UNREACHABLE             | UNREACHABLE | UNREACHABLE | disarm
            asked score         | SendFailed UNREACHABLE             | UNREACHABLE | UNREACHABLE | disarm
            asked reason        | SendFailed UNREACHABLE             | UNREACHABLE | PARTIAL     | disarm
            completed           | SendFailed UNREACHABLE             | COMPLETED   | COMPLETE    | nothing
            stranger            | Withdrawn                          | -           | -           | WITHDRAWN, disarm
            suppressed stranger | Withdrawn                          | -           | -           | nothing
            invited             | Withdrawn                          | OPTED_OUT   | OPTED_OUT   | WITHDRAWN, disarm
            consenting          | Withdrawn                          | OPTED_OUT   | OPTED_OUT   | WITHDRAWN, disarm
            asked reason        | Withdrawn                          | OPTED_OUT   | OPTED_OUT   | WITHDRAWN, disarm
            completed           | Withdrawn                          | COMPLETED   | COMPLETE    | WITHDRAWN, disarm
            invited             | SendFailed REFUSED                 | UNREACHABLE | UNREACHABLE | disarm
            invited             | SendFailed THROTTLED               | UNREACHABLE | UNREACHABLE | disarm
            invited             | SendFailed UNAVAILABLE             | UNREACHABLE | UNREACHABLE | disarm
            invited             | SendFailed NO_ANSWER               | UNREACHABLE | UNREACHABLE | disarm
            """;

    record Row(String situation, String event, String phase, String disposition, String effects) {

        static Row of(String line) {
            var cells = Stream.of(line.split("\\|", -1)).map(String::strip).toList();
            return new Row(cells.get(0), cells.get(1), cells.get(2), cells.get(3), cells.get(4));
        }

        Arguments argumentsFor(ConversationEvent event, String name) {
            return argumentSet(name + " to somebody " + situation + ": " + effects, this, event);
        }
    }

    @ParameterizedTest
    @MethodSource("replies")
    @MethodSource("happenings")
    void everythingThatHappensHasItsOutcome(Row row, ConversationEvent event) {
        var outcome = advance(SITUATIONS.get(row.situation()), event);

        var conversation = outcome.next().conversation();
        assertThat(conversation.map(c -> c.phase().name()).orElse("-")).isEqualTo(row.phase());
        assertThat(conversation.map(c -> c.disposition().name()).orElse("-"))
                .isEqualTo(row.disposition());
        assertThat(Shown.effects(outcome.effects())).isEqualTo(row.effects());
    }

    @Test
    void everySituationHasOneRowForEveryCaseOfReading() {
        var cases = Cases.of(Reading.class).map(Class::getSimpleName).toList();
        var expected = new ArrayList<List<String>>();
        SITUATIONS
                .keySet()
                .forEach(situation ->
                        cases.forEach(reading -> expected.add(List.of(situation, reading))));

        assertThat(READINGS.keySet()).containsExactlyInAnyOrderElementsOf(cases);
        assertThat(
                        rows(REPLIES)
                                .flatMap(row ->
                                        Stream.of(row.event().split(" "))
                                                .map(r -> List.of(row.situation(), r))))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void everyStoredPhaseIsASituation() {
        var phases =
                SITUATIONS.values().stream()
                        .flatMap(person -> person.conversation().stream())
                        .map(Conversation::phase)
                        .collect(Collectors.toSet());

        assertThat(phases).isEqualTo(EnumSet.complementOf(EnumSet.of(Phase.NEW)));
    }

    @Test
    void everyOtherKindOfEventHasRows() {
        Set<Class<?>> met = new HashSet<>();
        happenings().map(arguments -> arguments.get()[1].getClass()).forEach(met::add);
        met.add(ConversationEvent.Replied.class);

        assertThat(met).containsExactlyInAnyOrder(ConversationEvent.class.getPermittedSubclasses());
        assertThat(rows(HAPPENINGS).map(Row::event)).containsAll(EVENTS.keySet());
    }

    static Stream<Arguments> replies() {
        return rows(REPLIES)
                .flatMap(row ->
                        Stream.of(row.event().split(" "))
                                .map(reading ->
                                        row.argumentsFor(replied(READINGS.get(reading)), reading)));
    }

    static Stream<Arguments> happenings() {
        return rows(HAPPENINGS)
                .map(row ->
                        row.argumentsFor(
                                EVENTS.get(row.event()).apply(SITUATIONS.get(row.situation())),
                                row.event()));
    }

    private static Stream<Row> rows(String table) {
        return table.lines().filter(line -> !line.isBlank()).map(Row::of);
    }

    private static int number(Respondent person) {
        return person.conversation().orElseThrow().number();
    }

    private static int turn(Respondent person) {
        return person.conversation().orElseThrow().turn();
    }
}
