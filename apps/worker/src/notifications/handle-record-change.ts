import type { Effect, RecordChange } from "@botdeck/core";
import { newId } from "@botdeck/core/ids";
import {
  type ClaimedEvent,
  clearRuleErrors,
  type Database,
  forgetRecordFacts,
  holdEvent,
  holdRules,
  keepNotifications,
  keepRecordFacts,
  laneOf,
  languagesOfDialogs,
  type OutboxEffect,
  preferencesOf,
  putEffects,
  readRecordFacts,
} from "@botdeck/db";
import {
  type Decision,
  decideNotifications,
  factsToKeep,
  isAbout,
  type NamedRule,
  type Preference,
  preferenceOf,
  recordOfSubject,
} from "@botdeck/notifications";

import type { RuntimeDeps } from "../runtime/deps.ts";
import { languageIn } from "./language-in.ts";
import type { PortalRules } from "./portal-rules.ts";
import { tellRuleFaults } from "./rule-faults.ts";

type Handled = { conversationId: null; effects: OutboxEffect[] };

/**
 * A record of a portal changed, or another system posted something: whoever the portal's rules name is told. What became of each
 * rule is kept, whether it told somebody or not.
 *
 * @throws AppError `conflict` when the event is another run's by now.
 */
export async function handleRecordChange(
  row: ClaimedEvent,
  change: RecordChange,
  { db, notifying }: Pick<RuntimeDeps, "db" | "notifying">,
): Promise<Handled> {
  const portal = await notifying.rules.find(change.portalId);
  const now = notifying.now();
  const asked = portal.rules.filter((rule) => rule.isEnabled && isAbout(rule, change));
  const onCall = await onCallFor(asked, (rota) => notifying.onCall(change.portalId, rota, now));
  return await db.transaction(async (tx) => {
    const { bot, settings } = portal;
    await holdEvent(tx, row, bot === null ? "ignored" : "done");
    if (bot === null) return { conversationId: null, effects: [] };
    const people = candidates(asked, change, onCall);
    const [before, preferences, languages] = await Promise.all([
      readRecordFacts(tx, change),
      wishesOf(tx, change.portalId, people),
      languagesOfDialogs(tx, { botId: bot.id, dialogIds: people }),
    ]);
    const languageOf = (dialogId: string) => languageIn(languages.get(dialogId), portal);
    const given = { change, before, rules: asked, preferences, onCall, settings, languageOf, now, newId };
    const decisions = decideNotifications(given);
    const about = { portalId: change.portalId, botId: bot.id };
    const told = await keepDecisions(tx, decisions, { ...about, eventId: row.id, subject: change.subject });
    const better = recovered(decisions, portal);
    await holdRules(tx, change.portalId, [...failedNow(decisions, portal), ...better]);
    const faults = await tellRuleFaults(tx, decisions, {
      ...about,
      eventId: row.id,
      portal,
      people: change.people,
      languageOf,
    });
    await remember(tx, change);
    await clearRuleErrors(tx, change.portalId, better);
    return { conversationId: null, effects: await putEffects(tx, [...told, ...faults]) };
  });
}

type About = { portalId: string; botId: string; eventId: string; subject: string };

/** Keeps them, and gives what has to leave now for those that are new. */
async function keepDecisions(tx: Database, decisions: readonly Decision[], about: About) {
  const { portalId, botId, eventId } = about;
  const all = decisions.map((decision) => ({ decision, effect: effectOf(decision) }));
  const keyOf = ({ ruleCode, dialogId }: Decision) => `${eventId}:${ruleCode}:${dialogId ?? ""}`;
  const kept = await keepNotifications(
    tx,
    all.map(({ decision, effect }) => {
      const { id, ruleCode, dialogId, outcome, path, line, dueAt } = decision;
      const effectKey = effect === null ? null : keyOf(decision);
      return { id, ...about, ruleCode, dialogId, outcome, path, line, dueAt, effectKey };
    }),
  );
  return all.flatMap(({ decision, effect }) => {
    if (effect === null || !kept.has(decision.id)) return [];
    const lane = laneOf({ botId, dialog: { id: effect.dialogId } });
    return [{ key: keyOf(decision), portalId, botId, conversationId: null, lane, effect }];
  });
}

function effectOf({
  outcome,
  dialogId,
  message,
  line,
  urgency,
  inBell,
}: Decision): (Effect & { dialogId: string }) | null {
  if (outcome !== "sent" || dialogId === null || message === null) return null;
  const { text, buttons, card } = message;
  if (inBell) return { kind: "chat.notify", dialogId, text: line ?? text, inBell };
  const shown = { dialogId, text, ...(buttons.length > 0 && { buttons }), ...(card !== null && { card }) };
  return urgency === "calm" ? { kind: "chat.notify", ...shown } : { kind: "chat.send", ...shown };
}

/** What a look finds tells less of a record than the record itself. */
async function remember(tx: Database, { portalId, subject, change, record, posted }: RecordChange): Promise<void> {
  const kind = posted === undefined ? recordOfSubject(subject)?.kind : undefined;
  if (kind === undefined || change === "overdue" || change === "stale") return;
  if (record === null) await forgetRecordFacts(tx, { portalId, subject });
  else await keepRecordFacts(tx, { portalId, subject, facts: factsToKeep(kind, record) });
}

async function onCallFor(
  rules: readonly NamedRule[],
  ask: (rota: string) => Promise<readonly string[]>,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const all = rules.flatMap(({ audience }) => audience.flatMap((one) => (one.kind === "on_call" ? [one.rota] : [])));
  return new Map(await Promise.all([...new Set(all)].map(async (rota) => [rota, await ask(rota)] as const)));
}

/** Everybody who may be told, so that their wishes are read at once. */
function candidates(
  rules: readonly NamedRule[],
  { people }: RecordChange,
  onCall: ReadonlyMap<string, readonly string[]>,
): string[] {
  const named = rules.flatMap(({ audience }) =>
    audience.flatMap((one) => (one.kind === "person" ? [one.id] : one.kind === "chat" ? [one.dialogId] : [])),
  );
  return [...new Set([...Object.keys(people), ...[...onCall.values()].flat(), ...named])];
}

async function wishesOf(
  tx: Database,
  portalId: string,
  people: readonly string[],
): Promise<ReadonlyMap<string, Preference>> {
  const kept = await preferencesOf(tx, portalId, people);
  return new Map([...kept].map(([id, value]) => [id, preferenceOf(value)]));
}

const failedNow = (decisions: readonly Decision[], { broken }: Pick<PortalRules, "broken">): string[] => [
  ...decisions.flatMap(({ ruleCode, fault }) => (fault === null ? [] : [ruleCode])),
  ...broken.flatMap(({ code, isEnabled }) => (isEnabled ? [code] : [])),
];

/** Rules that failed before, and have been evaluated now. */
function recovered(decisions: readonly Decision[], { failing }: Pick<PortalRules, "failing">): string[] {
  const codes = decisions.flatMap(({ ruleCode, outcome }) => (outcome === "failed" ? [] : [ruleCode]));
  return [...new Set(codes)].filter((code) => failing.has(code));
}
