import { addBot, addConversation } from "../server/test-conversations.ts";
import {
  addAlertGroup,
  addDealChange,
  addFaultyRule,
  addNotifications,
  addRota,
  addSource,
} from "../server/test-notifications.ts";
import { openConsole } from "./open-console.ts";

/** A console on a portal that has some of everything: rules, notifications, a source, alerts, a rota and last week's changes. */
export async function openNotifications(options: { gatewayUrl?: string } = {}) {
  const console = await openConsole(options);
  const { db } = console.database;
  const ids = await addBot(db, "demo.example", "notify");
  await addConversation(db, ids, { dialogType: "private", dialogId: "7", personId: "7", personName: "Nina Sales" });
  await addConversation(db, ids, { dialogType: "private", dialogId: "9", personId: "9", personName: "Maria Head" });
  const { code } = await addFaultyRule(db, ids.portalId);
  await addNotifications(db, ids);
  const { hookId } = await addSource(db, ids);
  const { groupId } = await addAlertGroup(db, ids, hookId);
  await addAlertGroup(db, ids, hookId, "firing");
  await addRota(db, ids.portalId, new Date());
  for (const id of [17, 18, 19]) {
    await addDealChange(db, ids, { id, stageId: "PREPARATION", stageName: "Negotiation", amount: id * 10_000 });
  }
  return { ...console, ids, db, code, groupId, hookId };
}
