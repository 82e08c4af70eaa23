export * from "./channel.ts";
export * from "./client.ts";
export { answersWithin } from "./connection/answers-within.ts";
export { isDatabaseAway, tellingAway } from "./connection/database-away.ts";
export { untilReachable } from "./connection/until-reachable.ts";
export * from "./migrations-folder.ts";
export * from "./schema/index.ts";
export * from "./secret-box.ts";
export { absencesOf, absentOn, grantedOn, readAbsence, WORKING_KINDS } from "./stores/absences/read-absences.ts";
export * from "./stores/absences/move-absence.ts";
export * from "./stores/absences/open-absence.ts";
export type { AbsenceSpan } from "./stores/absences/overlap.ts";
export * from "./stores/alerts/folded-groups.ts";
export * from "./stores/alerts/shown-groups.ts";
export * from "./stores/app-installs.ts";
export * from "./stores/authorization-requests.ts";
export * from "./stores/buttons-of-message.ts";
export * from "./stores/claim-effects.ts";
export * from "./stores/claim-events.ts";
export type { SeenConversation } from "./stores/conversation-row.ts";
export * from "./stores/conversations.ts";
export * from "./stores/audit.ts";
export type { LetterChain } from "./stores/dead-letter/chain.ts";
export type { RefusedLetter } from "./stores/dead-letter/change-letters.ts";
export * from "./stores/dead-letter/count-causes.ts";
export * from "./stores/dead-letter/dead-letter.ts";
export * from "./stores/dead-letter/discard-letters.ts";
export * from "./stores/dead-letter/find-dead-letter.ts";
export { type LetterCursor, type LetterPage, listDeadLetters } from "./stores/dead-letter/list-dead-letters.ts";
export { planReplay, type ReplayPlan } from "./stores/dead-letter/plan-replay.ts";
export * from "./stores/dead-letter/replay-letters.ts";
export * from "./stores/dead-letter/replay-verdict.ts";
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
export * from "./stores/give-back.ts";
export * from "./stores/handoff/handoffs.ts";
export * from "./stores/handoff/move-handoff.ts";
export { addHook, type NewHook, openHookApiToken, openHookSecret } from "./stores/hooks/add-hook.ts";
export * from "./stores/hooks/hooks.ts";
export * from "./stores/hooks/note-posts.ts";
export * from "./stores/gateway-beats.ts";
export { noticeGatewayOutages } from "./stores/gateway-outages.ts";
export * from "./stores/held-notifications/tell-held.ts";
export * from "./stores/held-notifications/told-notifications.ts";
export * from "./stores/inbox.ts";
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
export { clearRuleErrors, holdRules, noteRuleError } from "./stores/notifications/rule-errors.ts";
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
export * from "./stores/notifications-view/hook-samples.ts";
export * from "./stores/notifications-view/list-alert-groups.ts";
export * from "./stores/notifications-view/list-notifications.ts";
export { namesOfPeople } from "./stores/notifications-view/names-of-people.ts";
export { recentRecordChanges } from "./stores/notifications-view/record-changes.ts";
export { recordsOfEvents } from "./stores/notifications-view/records-of-events.ts";
export { rotasOfPortal } from "./stores/notifications-view/rotas-of-portal.ts";
export { settingsOfBot } from "./stores/notifications-view/settings-of-bot.ts";
export { titlesOfAlertGroups } from "./stores/notifications-view/titles-of-alert-groups.ts";
export * from "./stores/oauth-tokens.ts";
export * from "./stores/on-call/answer-alert.ts";
export * from "./stores/on-call/hook-by-id.ts";
export * from "./stores/on-call/note-ticket.ts";
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
export * from "./stores/schedules.ts";
export { loadSenders, type Senders } from "./stores/senders.ts";
export * from "./stores/service-chats/service-chats.ts";
export * from "./stores/settle-effect.ts";
export * from "./stores/settle-event.ts";
export * from "./stores/conversation-details.ts";
export * from "./stores/conversation-list.ts";
export * from "./stores/message-list.ts";
export * from "./stores/portal-bots.ts";
export * from "./stores/portal-names.ts";
export * from "./stores/system-status.ts";
export * from "./stores/text-overrides.ts";
export * from "./stores/ticket-comments.ts";
export * from "./stores/dialog-language.ts";
export * from "./stores/merge-tickets.ts";
export * from "./stores/tickets.ts";
export * from "./stores/unsettled-effects.ts";
export { beginConversation, readConversation, type Turn, writeTurn } from "./stores/write-turn.ts";
