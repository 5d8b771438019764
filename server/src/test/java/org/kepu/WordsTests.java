package org.kepu;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kepu.access.PasswordResets;
import org.kepu.access.PasswordRule;
import org.kepu.access.Place;
import org.kepu.access.Role;
import org.kepu.access.factor.Factor;
import org.kepu.access.people.AccountState;
import org.kepu.access.people.GrantView;
import org.kepu.access.people.InvitationState;
import org.kepu.access.people.PeopleSearch;
import org.kepu.access.session.Session;
import org.kepu.access.token.Made;
import org.kepu.access.token.TokenView;
import org.kepu.body.BodyGroup;
import org.kepu.body.BodyKind;
import org.kepu.body.Delegate;
import org.kepu.indicator.Amount;
import org.kepu.indicator.desk.DefinitionForm;
import org.kepu.indicator.desk.WindowChoice;
import org.kepu.indicator.figure.Breakdown;
import org.kepu.indicator.figure.Definition;
import org.kepu.indicator.figure.Fault;
import org.kepu.indicator.figure.Method;
import org.kepu.indicator.target.Fit;
import org.kepu.indicator.target.Semester;
import org.kepu.indicator.target.TargetCard;
import org.kepu.ledger.Task;
import org.kepu.ledger.TaskHistory;
import org.kepu.ledger.overview.Pulse;
import org.kepu.ledger.work.Part;
import org.kepu.ledger.work.yearly.WorkPlan;
import org.kepu.notice.Message;
import org.kepu.page.Door;
import org.kepu.page.Failure;
import org.kepu.page.Tone;
import org.kepu.plan.levels.LinkLine;
import org.kepu.plan.levels.Matrix;
import org.kepu.plan.life.Consultation;
import org.kepu.plan.life.Differences;
import org.kepu.plan.life.Opinion;
import org.kepu.plan.life.PhaseLine;
import org.kepu.plan.life.Stage;
import org.kepu.plandoc.Finding;
import org.kepu.plandoc.Measure.AssignedBy;
import org.kepu.plandoc.PlanComparison.Link;
import org.kepu.plandoc.PlanComparison.TargetChange.Verdict;
import org.kepu.plandoc.Programme.Kind;
import org.kepu.plandoc.Target.Operator;
import org.kepu.plandoc.Target.Window;
import org.kepu.privacy.Consents;
import org.kepu.privacy.Purpose;
import org.kepu.privacy.request.Request;
import org.kepu.region.Change;
import org.kepu.region.RegionTrait;
import org.kepu.shared.Reason;
import org.kepu.shared.RegionLevel;
import org.kepu.shared.Right;

/** The words on screen: each said in both languages, none missing, none left over, none outside the bundles. */
class WordsTests {

    private static final Pattern SAID = Pattern.compile("\\bsay\\(\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern BEGUN = Pattern.compile("\"([a-z][A-Za-z-]*\\.(?:[A-Za-z-]+\\.)*)\"\\s*\\+");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)[^}]*}");
    private static final Pattern VALIDATION =
            Pattern.compile("(NotBlank|NotNull|Size|Pattern|Min|Max|typeMismatch)\\..+");
    private static final Pattern DRAWN = Pattern.compile("\\bicon(?:\\(\\s*name)?\\s*=\\s*([^),\\n]+)");
    private static final Pattern SYMBOL = Pattern.compile("<symbol id=\"([^\"]+)\"");

    /** Keys that the code completes: their beginning, and the whole keys it may make of it. */
    private static final Map<String, List<String>> COMPLETED = Map.ofEntries(
            completed("audit.finding.", org.kepu.audit.chain.Finding.Kind.values()),
            completed(
                    "audit.program.",
                    "audit",
                    "sign-in",
                    "first-start",
                    "reset-admin",
                    "kepu-token",
                    "erasure",
                    "retention",
                    "volunteer"),
            completed("people.level.", org.kepu.people.team.Team.Level.values()),
            completed("people.member.", org.kepu.people.team.Member.State.values()),
            completed("people.step.", org.kepu.people.team.Members.Step.values()),
            completed("people.act.", org.kepu.people.team.Members.Step.values()),
            completed("people.letter.", org.kepu.people.team.Members.Step.values()),
            completed("people.way.", "SELF", "TEAM", "PROXY"),
            completed("people.part.", org.kepu.people.hours.TakingPart.Part.values()),
            completed("people.confirmed.", org.kepu.people.hours.ConfirmingHours.Confirmed.values()),
            completed("people.told.", org.kepu.people.hours.ConfirmingHours.Told.values()),
            completed("people.duty.", org.kepu.people.hours.Duty.State.values()),
            completed("people.flag.", org.kepu.people.hours.Duty.Flag.values()),
            completed("people.import.", values("org.kepu.people.hours.HoursImport$Column")),
            completed("people.invitation.", org.kepu.people.expert.Invitation.State.values()),
            completed("people.invitation.answered.", org.kepu.people.expert.AnsweringInvitations.Answered.values()),
            completed("people.not-invited.", org.kepu.people.expert.InvitingExperts.Why.values()),
            completed("people.act.invitation.", org.kepu.people.expert.InvitingExperts.Settling.values()),
            completed("people.roster.", org.kepu.people.roster.RosterKind.values()),
            completed("people.roster.hint.", org.kepu.people.roster.RosterKind.values()),
            completed("people.post.", org.kepu.people.roster.RosterKind.Post.values()),
            completed("people.act.answer.", "ACCEPTED", "DECLINED", "PROPOSED"),
            completed("people.looked.", org.kepu.people.hours.SpotChecks.Looked.values()),
            completed("people.found.", org.kepu.people.hours.SpotChecks.Found.values()),
            completed("people.appeal.", org.kepu.people.points.Appeals.About.values()),
            completed("people.programme.", org.kepu.people.tour.Programme.values()),
            completed("people.tour.", org.kepu.people.tour.Tour.State.values()),
            completed("people.stop.", org.kepu.people.tour.Stop.State.values()),
            completed("people.coverage.", org.kepu.people.tour.Coverage.State.values()),
            completed("people.not-planned.", org.kepu.people.tour.PlanningTours.Why.values()),
            completed("people.tour.cancelled.", org.kepu.people.tour.CancellingTours.Cancelled.values()),
            completed("target.state.", TargetCard.State.values()),
            completed("target.semester.", Semester.Half.values()),
            completed("target.misfit.", Fit.Why.values()),
            completed("plan.finding.", Finding.Code.values()),
            completed("plan.assigned-by.", AssignedBy.values()),
            completed("plan.window.", Window.values()),
            completed("plan.family.", Window.values()),
            completed("plan.operator.", Operator.values()),
            completed("plan.operator.name.", Operator.values()),
            completed("plan.kind.", Kind.values()),
            completed("plan.kinds.", Kind.values()),
            completed("plan.review.add.", Kind.values()),
            completed("plan.review.lack.", values("org.kepu.plan.review.Confirmation$Lack")),
            completed("plan.upload.outcome.", "received", "here", "elsewhere", "refused"),
            completed("plan.upload.words.", "received", "here", "elsewhere", "refused"),
            completed("plan.upload.open.", "received", "here"),
            completed("life.stage.", Stage.values()),
            completed("life.change.", Differences.Change.values()),
            completed("life.differences.as.", Differences.Change.values()),
            completed("life.consultation.state.", Consultation.State.values()),
            completed("life.consultation.public.", Consultation.State.values()),
            completed("life.consultation.fault.", values("org.kepu.plan.life.Consulting$Fault")),
            completed("life.outcome.", Opinion.Outcome.values()),
            completed("life.phase.", PhaseLine.Standing.values()),
            completed("levels.how.", Matrix.How.values()),
            completed("levels.verdict.", Verdict.values()),
            completed("levels.origin.", LinkLine.Origin.values()),
            completed("overview.pulse.", Pulse.values()),
            completed("progress.standing.", org.kepu.ledger.progress.Standing.values()),
            completed("progress.figure.", "REACHED", "UNDER_WAY", "NOT_YET"),
            completed("activity.filter.", "today", "week", "weekend"),
            completed("portal.away.", org.kepu.activity.Nearby.Distance.Around.values()),
            completed("portal.standing.", org.kepu.activity.portal.CampaignStanding.values()),
            completed("activity.state.", org.kepu.activity.Activity.State.values()),
            completed("activity.seats.", org.kepu.activity.SeatState.values()),
            completed("activity.refused.", org.kepu.activity.booking.AdmissionRule.values()),
            completed("activity.booking.state.", org.kepu.activity.booking.Booking.State.values()),
            completed("booking.kept.", org.kepu.activity.Quota.Kind.values()),
            completed("booking.party.", org.kepu.activity.PartyKind.values()),
            completed("booking.question.", org.kepu.activity.Question.Kind.values()),
            completed("activity.comment.", org.kepu.activity.booking.Feedback.State.values()),
            completed("activity.feedback.", "useful", "clear", "again"),
            completed("activity.feedback.mark.", 1, 2, 3, 4, 5),
            completed("door.answer.", org.kepu.activity.door.Answer.values()),
            completed("activity.closing.problem.", values("org.kepu.activity.closing.Outcome$Problem")),
            completed("planning.rhythm.", org.kepu.activity.series.Rhythm.values()),
            completed("planning.occasion.", values("org.kepu.activity.series.Occasion$Kind")),
            completed("planning.approval.state.", org.kepu.activity.approval.Approval.State.values()),
            completed("planning.manner.", "ABOVE", "NONE", "STEPS"),
            completed("planning.level.", "BANNER", "LEAGUE", "AUTONOMOUS_REGION"),
            completed("sheet.column.", org.kepu.activity.sheet.SheetColumn.values()),
            completed("training.problem.", values("org.kepu.activity.training.ClassClosed$Problem")),
            completed("training.trainee.", "name", "phone", "category", "rural", "mark"),
            completed("certificate.kind.", org.kepu.certificate.Certificate.Kind.values()),
            completed("certificate.paper.", org.kepu.certificate.Certificate.Kind.values()),
            completed("certificate.paper.said.", org.kepu.certificate.Certificate.Kind.values()),
            completed("order.state.", org.kepu.order.OrderState.values()),
            completed("order.public.", org.kepu.order.OrderState.values()),
            completed("order.act.", org.kepu.order.OrderAct.values()),
            completed("order.told.", org.kepu.order.OrderAct.values()),
            completed(
                    "order.done.",
                    "ACCEPT",
                    "REFUSE",
                    "DISPATCH",
                    "RECALL",
                    "CLAIM",
                    "DECLINE",
                    "TAKE",
                    "GIVE_BACK",
                    "SCHEDULE",
                    "RESCHEDULE",
                    "ASK_OTHER_TIME",
                    "SERVE",
                    "AMEND",
                    "TAKE_BACK",
                    "CONFIRM",
                    "DISPUTE",
                    "RATE",
                    "CLOSE",
                    "CANCEL"),
            completed("order.ask.", "ASK_OTHER_TIME", "DISPUTE", "CANCEL"),
            completed("order.hand.", org.kepu.order.Hand.values()),
            completed("order.only.", org.kepu.order.Orders.Only.values()),
            completed("order.channel.", org.kepu.order.Wish.Channel.values()),
            completed("order.refused.", org.kepu.order.Refusal.values()),
            completed("order.stars.", 1, 2, 3, 4, 5),
            completed("order.supplier.kind.", org.kepu.order.supply.Supplier.Kind.values()),
            completed("order.todo.", "REQUESTED", "ACCEPTED", "POOLED", "DISPATCHED", "OFFERED", "TAKEN", "SCHEDULED"),
            completed(
                    "order.rule.",
                    "acceptDays",
                    "dispatchDays",
                    "claimDays",
                    "takeDays",
                    "scheduleDays",
                    "serveDays",
                    "confirmDays",
                    "closeDays",
                    "subject",
                    "near",
                    "load",
                    "rating",
                    "turn"),
            completed("ledger.state.", Task.State.values()),
            completed("ledger.step.", Task.Step.values()),
            completed("ledger.step.taken.", Task.Step.values()),
            completed("work.event.", TaskHistory.Kind.values()),
            completed(
                    "work.answer.",
                    "ALREADY",
                    "OVERTAKEN",
                    "CLOSED",
                    "NOT_TAKEN_UP",
                    "NO_SUCH_PERSON",
                    "PERIOD_OVER",
                    "NOT_YET"),
            completed("work.part.state.", Part.State.values()),
            completed("work.part.step.", Part.Step.values()),
            completed("work.part.moved.", Part.Step.values()),
            completed("work.plan.state.", WorkPlan.State.values()),
            completed("ledger.link.", Link.Kind.values()),
            completed("calendar.kind.", values("org.kepu.calendar.NoticeDay$Kind")),
            completed("supervision.light.", org.kepu.ledger.supervision.light.Light.values()),
            completed("supervision.cause.", org.kepu.ledger.supervision.light.Cause.values()),
            completed("supervision.reason.", org.kepu.ledger.supervision.light.Cause.values()),
            completed("supervision.note.state.", org.kepu.ledger.supervision.note.NoteState.values()),
            completed("supervision.note.act.", org.kepu.ledger.supervision.note.NoteAct.values()),
            completed(
                    "supervision.note.done.",
                    "RECEIVE",
                    "ANSWER",
                    "SEND_BACK",
                    "ACCEPT",
                    "CLOSE",
                    "ESCALATE",
                    "INSTRUCT"),
            completed("supervision.problem.source.", org.kepu.ledger.supervision.problem.Source.values()),
            completed("supervision.problem.state.", org.kepu.ledger.supervision.problem.ProblemState.values()),
            completed("contest.level.", org.kepu.activity.contest.ContestLevel.values()),
            completed("school.stage.", org.kepu.activity.school.Stage.values()),
            completed(
                    "school.column.",
                    "code",
                    "name",
                    "region",
                    "keeper",
                    "stage",
                    "rural",
                    "opened",
                    "roll",
                    "takingPart",
                    "teachers",
                    "lectures",
                    "trips"),
            completed("school.number.", org.kepu.activity.school.SchoolNumber.values()),
            completed("supervision.problem.act.", org.kepu.ledger.supervision.problem.ProblemAct.values()),
            completed("supervision.problem.moved.", org.kepu.ledger.supervision.problem.ProblemAct.values()),
            completed(
                    "supervision.problem.column.",
                    "what",
                    "found",
                    "source",
                    "origin",
                    "cause",
                    "remedy",
                    "body",
                    "due",
                    "state",
                    "done"),
            completed("supervision.yearly.kind.", org.kepu.ledger.supervision.yearly.Kind.values()),
            completed("round.period.", org.kepu.ledger.round.Period.values()),
            completed("round.state.", org.kepu.ledger.round.SheetState.values()),
            completed("round.act.", org.kepu.ledger.round.SheetAct.values()),
            completed("round.answer.", org.kepu.ledger.round.Answer.values()),
            completed("round.fault.", org.kepu.ledger.round.LineFault.values()),
            completed("round.asking.", org.kepu.ledger.round.AskingFault.values()),
            completed("round.role.", Task.Role.values()),
            completed("round.only.", org.kepu.ledger.round.Only.values()),
            completed("round.column.", "region", "body", "plan", "state", "due", "first", "in-time"),
            completed("round.paper.", "id", "seen", "measure", "role", "facts", "earlier", "answer", "text"),
            completed("evaluation.kind.", org.kepu.ledger.evaluation.EvaluationKind.values()),
            completed("evaluation.state.", org.kepu.ledger.evaluation.EvaluationState.values()),
            completed("evaluation.evaluated.", org.kepu.ledger.evaluation.EvaluatedState.values()),
            completed("evaluation.hand.", org.kepu.ledger.evaluation.Hand.values()),
            completed("evaluation.fault.", org.kepu.ledger.evaluation.IndexTree.Kind.values()),
            completed("evaluation.evidence.", org.kepu.ledger.evaluation.Evidence.Kind.values()),
            completed("evaluation.visit.kind.", org.kepu.ledger.evaluation.Visit.Kind.values()),
            completed("evaluation.report.state.", org.kepu.ledger.evaluation.report.ReportState.values()),
            completed("evaluation.index.", "number", "title", "weight", "standard"),
            completed(
                    "evaluation.act.",
                    Stream.<Object>concat(
                                    Arrays.stream(org.kepu.ledger.evaluation.EvaluationAct.values()),
                                    Arrays.stream(org.kepu.ledger.evaluation.EvaluatedAct.values()))
                            .toArray()),
            completed("evaluation.done.", org.kepu.ledger.evaluation.EvaluatedAct.values()),
            completed("evaluation.about.", org.kepu.ledger.evaluation.EvaluatedAct.values()),
            completed("evaluation.words.", "SEND_BACK", "OBJECT", "DECIDE"),
            completed(
                    "region.import.column.",
                    Stream.of("code", "name", "parent", "settlement", "kind")
                            .flatMap(column -> Stream.of(column, column + ".content"))
                            .toArray()),
            completed("history.column.", org.kepu.indicator.history.Column.values()),
            completed("notice.channel.", Message.Channel.values()),
            completed("notice.state.", values("org.kepu.notice.State")),
            completed("notice.reason.", values("org.kepu.notice.Undelivered$Reason")),
            completed("access.problem.", "wrong", "wait", "late", "unbound", "provider", "passkey"),
            completed("access.password.rule.", PasswordRule.values()),
            completed("access.factor.kind.", Factor.Kind.values()),
            completed("access.session.proof.", Session.Proof.values()),
            completed("access.session.second.", Session.Second.values()),
            Map.entry("region.level.", keys(RegionLevel.values(), RegionLevel::messageKey)),
            Map.entry("region.change.", keys(Change.values(), Change::messageKey)),
            Map.entry("region.trait.", keys(RegionTrait.values(), RegionTrait::messageKey)),
            Map.entry("body.kind.", keys(BodyKind.values(), BodyKind::messageKey)),
            Map.entry("body.group.", keys(BodyGroup.values(), BodyGroup::messageKey)),
            completed("indicator.amount.", Amount.values()),
            completed("indicator.amount.said.", Amount.values()),
            completed("indicator.by.", Breakdown.values()),
            completed("indicator.span.", Definition.Span.values()),
            completed("indicator.fault.", Fault.Rule.values()),
            completed("indicator.fact.refused.", values("org.kepu.indicator.Recorded$Reason")),
            completed("indicator.window.", WindowChoice.Kind.values()),
            completed("indicator.thing.", "SCHOOL", "VENUE", "VEHICLE", "TRAVELLING_SET", "BASE"),
            completed("indicator.form.type.", DefinitionForm.TYPES.toArray()),
            completed("indicator.form.type.about.", DefinitionForm.TYPES.toArray()),
            completed("indicator.form.origin.", Method.Origin.values()),
            Map.entry("indicator.explained.", sentences()),
            completed("privacy.basis.", Purpose.Basis.values()),
            completed("privacy.consent.", Consents.Kind.values()),
            completed("privacy.reason.", Reason.Fault.values()),
            completed("privacy.request.", Request.Kind.values()),
            completed("privacy.channel.", Request.Channel.values()),
            completed("privacy.state.", Request.State.values()),
            Map.entry("body.part.", keys(Delegate.Part.values(), Delegate.Part::messageKey)),
            Map.entry("access.role.", keys(Role.values(), Role::messageKey)),
            Map.entry("access.role.about.", keys(Role.values(), Role::aboutKey)),
            completed("access.people.reset.", PasswordResets.Link.values()),
            Map.entry("access.right.", keys(Right.values(), Right::messageKey)),
            Map.entry("access.place.", keys(Place.Kind.values(), Place.Kind::messageKey)),
            Map.entry("access.people.state.", keys(AccountState.values(), AccountState::messageKey)),
            Map.entry("access.people.only.", keys(PeopleSearch.Only.values(), PeopleSearch.Only::messageKey)),
            Map.entry("access.grant.state.", keys(GrantView.State.values(), GrantView.State::messageKey)),
            Map.entry("access.invite.state.", keys(InvitationState.values(), InvitationState::messageKey)),
            completed("access.grant.rule.", values("org.kepu.access.people.GrantRule")),
            completed("access.deputy.rule.", values("org.kepu.access.people.DeputyRule")),
            completed("access.invite.why.", values("org.kepu.access.people.Invited$Why")),
            completed("access.taken.", values("org.kepu.access.people.TakenBack")),
            Map.entry("access.token.state.", keys(TokenView.State.values(), TokenView.State::messageKey)),
            Map.entry("access.token.why.", keys(Made.Why.values(), Made.Why::messageKey)),
            Map.entry(
                    "page.failure.",
                    Stream.concat(
                                    keys(Failure.values(), Failure::titleKey).stream(),
                                    keys(Failure.values(), Failure::hintKey).stream())
                            .toList()));

    private final List<Bundle> bundles = bundles();
    private final Set<String> known = bundles.stream()
            .flatMap(bundle -> bundle.chinese().keySet().stream())
            .collect(toSet());

    /** A module's words in both languages. */
    private record Bundle(String name, Map<String, String> chinese, Map<String, String> english) {}

    @Test
    void both_languages_say_the_same_things() {
        assertThat(bundles).hasSizeGreaterThan(5).allSatisfy(bundle -> {
            assertThat(bundle.english().keySet())
                    .as(bundle.name())
                    .isEqualTo(bundle.chinese().keySet());
            assertThat(bundle.chinese()).as(bundle.name()).isNotEmpty();
        });
    }

    @Test
    void both_languages_fill_the_same_places() {
        for (var bundle : bundles) {
            bundle.chinese()
                    .forEach((key, words) -> assertThat(places(bundle.english().getOrDefault(key, "")))
                            .as("places of " + key + " in English")
                            .isEqualTo(places(words)));
        }
    }

    @Test
    void english_is_translated() {
        for (var bundle : bundles) {
            assertThat(bundle.english().entrySet())
                    .as(bundle.name())
                    .filteredOn(entry -> hasHan(entry.getValue()))
                    .allSatisfy(entry -> assertThat(entry.getValue())
                            .as(entry.getKey())
                            .isNotEqualTo(bundle.chinese().get(entry.getKey())));
        }
    }

    /** Where a sentence has places to fill, a single apostrophe would swallow what follows. */
    @Test
    void apostrophes_are_doubled_where_places_are_filled() {
        for (var bundle : bundles) {
            Stream.of(bundle.chinese(), bundle.english())
                    .flatMap(words -> words.entrySet().stream())
                    .filter(entry -> !places(entry.getValue()).isEmpty())
                    .forEach(entry -> assertThat(entry.getValue().replace("''", ""))
                            .as(entry.getKey())
                            .doesNotContain("'"));
        }
    }

    @Test
    void no_key_is_given_twice() {
        var seen = new HashSet<String>();
        for (var bundle : bundles) {
            assertThat(Sources.text(Sources.BUNDLES.resolve(bundle.name() + ".properties"))
                            .lines())
                    .filteredOn(line -> line.contains("=") && !line.startsWith("#"))
                    .extracting(line -> line.substring(0, line.indexOf('=')).strip())
                    .allSatisfy(key -> assertThat(seen.add(key)).as(key).isTrue());
        }
    }

    @Test
    void every_bundle_is_one_the_pages_read() {
        var words = Sources.text(Sources.JAVA.resolve("page/Words.java"));
        assertThat(bundles).allSatisfy(bundle -> assertThat(words).contains("\"i18n/" + bundle.name() + "\""));
    }

    @Test
    void everything_that_is_said_has_words() {
        var said = code().stream()
                .flatMap(text -> SAID.matcher(text).results())
                .map(found -> found.group(1))
                .collect(toCollection(TreeSet::new));
        assertThat(said).hasSizeGreaterThan(200);
        assertThat(said.stream().filter(key -> !known.contains(key)))
                .as("said without words")
                .isEmpty();
        assertThat(COMPLETED.values().stream().flatMap(List::stream).filter(key -> !known.contains(key)))
                .as("completed keys without words")
                .isEmpty();
    }

    @Test
    void every_key_that_the_code_completes_is_known_here() {
        var begun = code().stream()
                .flatMap(text -> BEGUN.matcher(text).results())
                .map(found -> found.group(1))
                .filter(this::beginsKeys)
                .collect(toSet());
        assertThat(begun).isEqualTo(COMPLETED.keySet());
    }

    @Test
    void no_words_are_left_over() {
        var used = literals()
                .map(literal -> literal.replaceFirst("^\\{(.*)}$", "$1"))
                .collect(toSet());
        COMPLETED.values().forEach(used::addAll);
        assertThat(known.stream()
                        .filter(key ->
                                !used.contains(key) && !VALIDATION.matcher(key).matches())
                        .sorted())
                .as("words that no page says")
                .isEmpty();
    }

    @Test
    void templates_hold_no_words_of_their_own() {
        var own = new TreeMap<String, List<String>>();
        for (var file : Sources.files(Sources.TEMPLATES, ".jte")) {
            var words = JteText.of(Sources.text(file)).words();
            if (!words.isEmpty()) {
                own.put(Sources.TEMPLATES.relativize(file).toString(), words);
            }
        }
        assertThat(own)
                .as("words in templates; put them into the module's bundles and say them instead")
                .isEmpty();
    }

    @Test
    void words_in_a_template_are_found_wherever_they_hide() {
        var violator = Sources.text(Path.of("src/test/java/org/kepu/violators/words.jte"));
        assertThat(JteText.of(violator).words())
                .containsExactly("标题", "Hello there", "placeholder=Search", "aria-label=检索", "进展", "inner words");
    }

    @Test
    void every_icon_that_is_named_is_drawn() {
        var drawn = SYMBOL.matcher(Sources.text(Path.of("src/main/resources/static/icons.svg")))
                .results()
                .map(found -> found.group(1))
                .collect(toSet());
        var named = Sources.files(Sources.TEMPLATES, ".jte").stream()
                .flatMap(file -> DRAWN.matcher(Sources.text(file)).results())
                .flatMap(found -> LITERAL.matcher(found.group(1)).results())
                .map(found -> found.group(1))
                .collect(toCollection(TreeSet::new));
        Arrays.stream(Tone.values()).map(Tone::icon).forEach(named::add);
        Arrays.stream(Door.values()).map(Door::icon).forEach(named::add);
        Arrays.stream(Failure.values()).map(Failure::icon).forEach(named::add);
        assertThat(named).hasSizeGreaterThan(20).isSubsetOf(drawn);
        assertThat(drawn).doesNotContain("unicorn");
    }

    /** Java and templates, comments left out. */
    private static List<String> code() {
        var code = new ArrayList<String>();
        Sources.files(Sources.JAVA, ".java").forEach(file -> code.add(Sources.withoutComments(Sources.text(file))));
        Sources.files(Sources.TEMPLATES, ".jte").forEach(file -> code.add(Sources.text(file)));
        return code;
    }

    /** What stands in quotes in Java and in the expressions of templates. */
    private static Stream<String> literals() {
        return Stream.concat(
                Sources.files(Sources.JAVA, ".java").stream().flatMap(file -> Sources.literals(Sources.text(file))),
                Sources.files(Sources.TEMPLATES, ".jte").stream()
                        .flatMap(file -> JteText.of(Sources.text(file)).literals().stream()));
    }

    private boolean beginsKeys(String text) {
        return known.stream().anyMatch(key -> key.startsWith(text));
    }

    private static Set<String> places(String words) {
        return PLACE.matcher(words)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(toSet());
    }

    private static boolean hasHan(String words) {
        return words.codePoints().anyMatch(sign -> Character.UnicodeScript.of(sign) == Character.UnicodeScript.HAN);
    }

    private static List<Bundle> bundles() {
        return Sources.files(Sources.BUNDLES, ".properties").stream()
                .map(file -> file.getFileName().toString().replace(".properties", ""))
                .filter(name -> !name.endsWith("_en"))
                .map(name -> new Bundle(name, words(name), words(name + "_en")))
                .toList();
    }

    private static Map<String, String> words(String name) {
        var read = new Properties();
        try {
            read.load(new StringReader(Sources.text(Sources.BUNDLES.resolve(name + ".properties"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var words = new TreeMap<String, String>();
        read.forEach((key, text) -> words.put(key.toString(), text.toString()));
        return words;
    }

    private static Map.Entry<String, List<String>> completed(String begin, Object... ends) {
        return Map.entry(begin, Arrays.stream(ends).map(end -> begin + end).toList());
    }

    private static <T> List<String> keys(T[] values, Function<T, String> key) {
        return Arrays.stream(values).map(key).toList();
    }

    /** What {@link org.kepu.indicator.desk.Explained} makes its sentences of. */
    private static List<String> sentences() {
        var parts = Stream.of(
                "quoted limited audiences places rural urban standing sum persons stock each each.latest ratio ratio.at-least"
                        .split(" "),
                "coverage coverage.share inner.sum inner.persons inner.stock".split(" "));
        var endings = Stream.of(
                Arrays.stream(Definition.Span.values()).map(span -> "within." + span),
                Arrays.stream(Definition.Span.values()).map(span -> "end." + span),
                Arrays.stream(Method.Origin.values()).map(origin -> "stated." + origin));
        return Stream.concat(parts.flatMap(Arrays::stream), endings.flatMap(Function.identity()))
                .map(part -> "indicator.explained." + part)
                .toList();
    }

    private static Object[] values(String hiddenEnum) {
        try {
            return Class.forName(hiddenEnum).getEnumConstants();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
