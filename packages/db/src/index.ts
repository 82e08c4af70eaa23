export * from "./channel.ts";
export * from "./client.ts";
export { answersWithin } from "./connection/answers-within.ts";
export { isDatabaseAway, tellingAway } from "./connection/database-away.ts";
export { untilReachable } from "./connection/until-reachable.ts";
export * from "./migrations-folder.ts";
export * from "./schema/index.ts";
export * from "./secret-box.ts";
export * from "./stores/access/access-policy.ts";
export * from "./stores/access/api-tokens.ts";
export * from "./stores/access/find-people.ts";
export * from "./stores/access/logins.ts";
export * from "./stores/access/portal-logins.ts";
export * from "./stores/access/sessions.ts";
export { forgetSingleUse, keepSingleUse, type SingleUse, useUp } from "./stores/access/single-use.ts";
export { takeTry } from "./stores/access/take-try.ts";
export {
  absenceOfWorkflow,
  absencesOf,
  absentOn,
  grantedOn,
  readAbsence,
  WORKING_KINDS,
} from "./stores/absences/read-absences.ts";
export * from "./stores/absences/move-absence.ts";
export * from "./stores/absences/open-absence.ts";
export type { AbsenceSpan } from "./stores/absences/overlap.ts";
export * from "./stores/alerts/folded-groups.ts";
export { labelNamesBeside } from "./stores/alerts/label-names-beside.ts";
export * from "./stores/alerts/shown-groups.ts";
export * from "./stores/app-installs.ts";
export * from "./stores/authorization-requests.ts";
export * from "./stores/buttons-of-message.ts";
export * from "./stores/claim-effects.ts";
export * from "./stores/claim-events.ts";
export type { SeenConversation } from "./stores/conversation-row.ts";
export * from "./stores/conversations.ts";
export * from "./stores/audit.ts";
export * from "./stores/bulk-jobs/bulk-jobs.ts";
export { firstCursor, LETTER_WORKS, type LetterJob } from "./stores/bulk-jobs/letter-jobs.ts";
export { JobPieceError, type JobWorks, runJobPiece } from "./stores/bulk-jobs/run-piece.ts";
export type { LetterChain } from "./stores/dead-letter/chain.ts";
export { editsOfLetter, type LetterEdit } from "./stores/dead-letter/letter-edits.ts";
export type { LetterRefusal, RefusedLetter } from "./stores/dead-letter/change-letters.ts";
export * from "./stores/dead-letter/count-causes.ts";
export { countLetters } from "./stores/dead-letter/count-letters.ts";
export * from "./stores/dead-letter/dead-letter.ts";
export { discardLetters, type LettersChanged, restoreLetters } from "./stores/dead-letter/discard-letters.ts";
export * from "./stores/dead-letter/find-dead-letter.ts";
export {
  type LetterCursor,
  type LetterPage,
  lettersByIds,
  listDeadLetters,
} from "./stores/dead-letter/list-dead-letters.ts";
export { payloadsOfLetters } from "./stores/dead-letter/payloads-of-letters.ts";
export { planReplay, type ReplayPlan } from "./stores/dead-letter/plan-replay.ts";
export {
  REPLAY_PAUSE_MS,
  replayLetters,
  type ReplayResult,
  REPLAYS_PER_PORTAL,
  type SeenLetter,
} from "./stores/dead-letter/replay-letters.ts";
export { type EditedReplay, replayEditedLetter } from "./stores/dead-letter/replay-edited-letter.ts";
export { type Doubt, listDoubts } from "./stores/delivery/list-doubts.ts";
export { type PortalQueue, portalQueues } from "./stores/delivery/portal-queues.ts";
export { MOST_HEADS_WALKED, type WaitingHead, waitingHeads } from "./stores/delivery/waiting-heads.ts";
export * from "./stores/dead-letter/replay-verdict.ts";
export * from "./stores/desk/around-conversation.ts";
export * from "./stores/desk/corrections.ts";
export * from "./stores/desk/has-said-as.ts";
export * from "./stores/desk/holds.ts";
export * from "./stores/desk/looks.ts";
export * from "./stores/desk/notes.ts";
export * from "./stores/desk/pass-targets.ts";
export * from "./stores/desk/portal-login-of.ts";
export * from "./stores/desk/trace-of-message.ts";
export { type Erasure, erasePerson } from "./stores/erase-person/erase-person.ts";
export type { PortalPerson } from "./stores/erase-person/person.ts";
export * from "./stores/counters.ts";
export * from "./stores/event-of-effect.ts";
export {
  createEventTokens,
  type EventToken,
  type EventTokens,
  type SealedEventToken,
  sealEventToken,
} from "./stores/event-tokens.ts";
export * from "./stores/fetch-offset.ts";
export * from "./stores/figures/figure-choices.ts";
export type { FigureFilter } from "./stores/figures/figure-filter.ts";
export { daysIn, type FigurePeriod, periodBefore, plusDays } from "./stores/figures/figure-period.ts";
export * from "./stores/figures/figures-by.ts";
export * from "./stores/figures/figures-of.ts";
export * from "./stores/figures/figures-over-time.ts";
export { FIGURE, type Figure } from "./stores/figures/pick-visits.ts";
export * from "./stores/figures/reckon-answers.ts";
export * from "./stores/figures/reckon-days.ts";
export type { OutcomeCounts } from "./stores/figures/summed-outcomes.ts";
export { startOf as startOfBucket, TIME_ERROR } from "./stores/figures/time-buckets.ts";
export * from "./stores/figures/visits-behind.ts";
export * from "./stores/give-back.ts";
export * from "./stores/handoff/handoffs.ts";
export * from "./stores/handoff/move-handoff.ts";
export { addHook, type NewHook, openHookApiToken, openHookSecret } from "./stores/hooks/add-hook.ts";
export * from "./stores/hooks/hooks.ts";
export { findPortalHook, lockPortalHook, type PortalHook } from "./stores/hooks/portal-hook.ts";
export * from "./stores/hooks/note-posts.ts";
export * from "./stores/gateway-beats.ts";
export { noticeGatewayOutages } from "./stores/gateway-outages.ts";
export * from "./stores/held-notifications/tell-held.ts";
export * from "./stores/held-notifications/told-notifications.ts";
export * from "./stores/inbox.ts";
export { countIntake } from "./stores/intake/count-intake.ts";
export { type IntakeHour, intakeLedger } from "./stores/intake/intake-ledger.ts";
export { BUDGET_WAIT_MS } from "./stores/is-over-budget.ts";
export { isLeavingRefused } from "./stores/lane-taken.ts";
export type { LaneRound } from "./stores/lane-round.ts";
export * from "./stores/keep-grant.ts";
export * from "./stores/kept-files.ts";
export * from "./stores/never-began.ts";
export * from "./stores/nlu-providers.ts";
export * from "./stores/nlu-usage.ts";
export { cardsOfSubject, type ToldCard } from "./stores/notifications/cards-of-subject.ts";
export { foldReads } from "./stores/notifications/fold-reads.ts";
export { keepNotifications, type NewNotification } from "./stores/notifications/keep-notifications.ts";
export { languagesOfDialogs } from "./stores/notifications/languages-of-dialogs.ts";
export { forgetRecordFacts, keepRecordFacts, readRecordFacts } from "./stores/notifications/portal-records.ts";
export {
  type Claimed,
  claimRecord,
  findClaims,
  noteClaim,
  releaseClaim,
} from "./stores/notifications/record-claims.ts";
export { clearRuleErrors, holdRules, listRuleErrors, noteRuleError } from "./stores/notifications/rule-errors.ts";
export { ruleVersions } from "./stores/notifications/rule-versions.ts";
export { noteRecordPoll, recordPolls } from "./stores/notifications/record-polls.ts";
export {
  announceRules,
  listRuleRows,
  lockRuleRow,
  putRuleRow,
  removeRuleRow,
  type RuleToKeep,
} from "./stores/notifications-view/notification-rules.ts";
export * from "./stores/notifications-view/held-groups.ts";
export * from "./stores/notifications-view/hook-samples.ts";
export * from "./stores/notifications-view/list-alert-groups.ts";
export { type FollowedNotification } from "./stores/notifications-view/delivery-of.ts";
export * from "./stores/notifications-view/list-notifications.ts";
export { namesOfPeople } from "./stores/notifications-view/names-of-people.ts";
export { peopleMet } from "./stores/notifications-view/people-met.ts";
export { recentRecordChanges } from "./stores/notifications-view/record-changes.ts";
export { recordsOfEvents } from "./stores/notifications-view/records-of-events.ts";
export { rotasOfPortal } from "./stores/notifications-view/rotas-of-portal.ts";
export { settingsOfBot } from "./stores/notifications-view/settings-of-bot.ts";
export { titlesOfAlertGroups } from "./stores/notifications-view/titles-of-alert-groups.ts";
export * from "./stores/oauth-tokens.ts";
export * from "./stores/on-call/answer-alert.ts";
export * from "./stores/on-call/covers-away.ts";
export { lockPolicy, lockRota, savePolicy, saveRota } from "./stores/on-call/edit-rotas.ts";
export { forgottenKeyOf, isForgotten } from "./stores/on-call/forgotten.ts";
export * from "./stores/on-call/hook-by-id.ts";
export * from "./stores/on-call/note-ticket.ts";
export { openAlerts } from "./stores/on-call/open-alerts.ts";
export * from "./stores/on-call/open-group.ts";
export * from "./stores/on-call/overrides.ts";
export * from "./stores/on-call/policies.ts";
export * from "./stores/on-call/rotas.ts";
export * from "./stores/order-sources.ts";
export * from "./stores/outcome/answer-times-of.ts";
export * from "./stores/outcome/containment-of.ts";
export { factsOfVisit } from "./stores/outcome/open-visit.ts";
export { type Rating, rateVisit } from "./stores/outcome/rate-visit.ts";
export { type NewOutcome, recordOutcome, recordOutcomes, type VisitFacts } from "./stores/outcome/record-outcomes.ts";
export * from "./stores/outcome/settle-visits.ts";
export { effectsToPut, type EffectToPut, LEASE_MS, type NewEffect } from "./stores/effects-to-put.ts";
export * from "./stores/outbox.ts";
export * from "./stores/missed-dialogs.ts";
export * from "./stores/outages.ts";
export * from "./stores/parked-work.ts";
export * from "./stores/poller-lock.ts";
export * from "./stores/preferences/preferences.ts";
export * from "./stores/preferences/workdays.ts";
export * from "./stores/portals.ts";
export * from "./stores/rate-budget.ts";
export * from "./stores/record-scans/bots-at-work.ts";
export * from "./stores/recorded-talks.ts";
export * from "./stores/retention/retain.ts";
export * from "./stores/retention/retention-days.ts";
export { runUpkeepAlone } from "./stores/retention/run-alone.ts";
export * from "./stores/rotation.ts";
export * from "./stores/workflow-list.ts";
export * from "./stores/saved-views.ts";
export * from "./stores/schedules.ts";
export { loadSenders, type Senders } from "./stores/senders.ts";
export * from "./stores/service-chats/service-chats.ts";
export * from "./stores/settle-effect.ts";
export * from "./stores/settle-event.ts";
export * from "./stores/conversation-details.ts";
export * from "./stores/conversation-choices.ts";
export * from "./stores/conversation-filter.ts";
export * from "./stores/conversation-list.ts";
export { VIEWER_SECONDS } from "./stores/conversation-viewers.ts";
export * from "./stores/portal-desk.ts";
export * from "./stores/message-list.ts";
export * from "./stores/bot-switch.ts";
export * from "./stores/cancel-waiting.ts";
export * from "./stores/open-line-chats.ts";
export * from "./stores/portal-bots.ts";
export * from "./stores/portal-changes.ts";
export * from "./stores/portal-checks.ts";
export * from "./stores/portal-names.ts";
export * from "./stores/portal-view.ts";
export * from "./stores/system-status.ts";
export * from "./stores/text-overrides.ts";
export * from "./stores/ticket-comments.ts";
export { collectExamples, type NewExample, type SaidWords } from "./stores/training/collect-examples.ts";
export { addPhrase, decideExamples } from "./stores/training/decide-examples.ts";
export * from "./stores/training/list-examples.ts";
export {
  askForRun,
  assignedOf,
  finishRun,
  type HeldRun,
  isSameChoice,
  latestRun,
  phrasesOf,
  renewRun,
  takeRun,
  type TaughtPhrase,
} from "./stores/training/runs.ts";
export { type ListedSet, listSets, livePhrases, publishRun, rollBackTo } from "./stores/training/sets.ts";
export * from "./stores/dialog-language.ts";
export * from "./stores/merge-tickets.ts";
export * from "./stores/tickets.ts";
export * from "./stores/unsettled-effects.ts";
export { beginConversation, readConversation, type Turn, writeTurn } from "./stores/write-turn.ts";
