export * from "./channel.ts";
export * from "./client.ts";
export { answersWithin } from "./connection/answers-within.ts";
export { isDatabaseAway } from "./connection/database-away.ts";
export { untilReachable } from "./connection/until-reachable.ts";
export * from "./migrations-folder.ts";
export * from "./schema/index.ts";
export * from "./secret-box.ts";
export * from "./stores/app-installs.ts";
export * from "./stores/authorization-requests.ts";
export * from "./stores/claim-effects.ts";
export * from "./stores/claim-events.ts";
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
export * from "./stores/fetch-offset.ts";
export * from "./stores/give-back.ts";
export * from "./stores/hooks.ts";
export * from "./stores/gateway-beats.ts";
export { noticeGatewayOutages } from "./stores/gateway-outages.ts";
export * from "./stores/inbox.ts";
export { BUDGET_WAIT_MS } from "./stores/is-over-budget.ts";
export { isLeavingRefused } from "./stores/lane-taken.ts";
export type { LaneRound } from "./stores/lane-round.ts";
export * from "./stores/oauth-tokens.ts";
export * from "./stores/outbox.ts";
export * from "./stores/missed-dialogs.ts";
export * from "./stores/outages.ts";
export * from "./stores/poller-lock.ts";
export * from "./stores/portals.ts";
export * from "./stores/rate-budget.ts";
export * from "./stores/retention/retain.ts";
export * from "./stores/retention/retention-days.ts";
export { runUpkeepAlone } from "./stores/retention/run-alone.ts";
export { loadSenders, type Senders } from "./stores/senders.ts";
export * from "./stores/settle-effect.ts";
export * from "./stores/settle-event.ts";
export * from "./stores/conversation-list.ts";
export * from "./stores/message-list.ts";
export * from "./stores/portal-names.ts";
export * from "./stores/system-status.ts";
export {
  beginConversation,
  readConversation,
  type SeenConversation,
  type Turn,
  writeTurn,
} from "./stores/write-turn.ts";
