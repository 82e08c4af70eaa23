import { authUser } from "@botdeck/db";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";

import { isAtLeast, type Role, ROLES } from "./roles.ts";
import { appRouter } from "./root.ts";
import { ORIGIN, setupConsole } from "./test-console.ts";

/** Who may do what, written down apart from the code: a new procedure fails here until somebody decides. */
const LEAST_ROLE: Record<string, Role> = {
  "accessPolicy.get": "admin",
  "accessPolicy.putSecondFactor": "admin",
  "account.get": "viewer",
  "account.rename": "viewer",
  "account.changePassword": "viewer",
  "account.beginSecondFactor": "viewer",
  "account.confirmSecondFactor": "viewer",
  "account.disableSecondFactor": "viewer",
  "account.newBackupCodes": "viewer",
  "account.sessions": "viewer",
  "account.endSession": "viewer",
  "account.endOtherSessions": "viewer",
  "account.beginPortalLink": "viewer",
  "account.unlinkPortal": "viewer",
  "alert.list": "viewer",
  "alert.counts": "viewer",
  "alert.get": "viewer",
  "alert.held": "viewer",
  "alert.acknowledge": "operator",
  "alert.silence": "operator",
  "alert.endSilence": "operator",
  "alert.escalate": "operator",
  "apiToken.list": "viewer",
  "apiToken.create": "viewer",
  "apiToken.revoke": "viewer",
  "audit.list": "admin",
  "audit.choices": "admin",
  "audit.export": "admin",
  "bot.list": "viewer",
  "bot.get": "viewer",
  "bot.putSettings": "lead",
  "bot.setOn": "admin",
  "bot.texts": "viewer",
  "bot.putText": "lead",
  "bot.dialogs": "viewer",
  "conversation.list": "viewer",
  "conversation.choices": "viewer",
  "conversation.counts": "viewer",
  "conversation.byId": "viewer",
  "conversation.details": "viewer",
  "conversation.messages": "viewer",
  "conversation.changed": "viewer",
  "conversation.desk": "viewer",
  "conversation.around": "viewer",
  "conversation.trace": "viewer",
  "conversation.notes": "viewer",
  "conversation.look": "viewer",
  "conversation.endLook": "viewer",
  "conversation.intents": "operator",
  "conversation.targets": "operator",
  "conversation.takeOver": "operator",
  "conversation.reply": "operator",
  "conversation.giveBack": "operator",
  "conversation.passOn": "operator",
  "conversation.setTopic": "operator",
  "conversation.close": "operator",
  "conversation.addNote": "operator",
  "conversation.correctIntent": "operator",
  "deadLetter.list": "lead",
  "deadLetter.causes": "lead",
  "deadLetter.count": "lead",
  "deadLetter.get": "lead",
  "deadLetter.dryRun": "lead",
  "deadLetter.replay": "lead",
  "deadLetter.checkEdit": "admin",
  "deadLetter.replayEdited": "admin",
  "deadLetter.edits": "lead",
  "deadLetter.discard": "lead",
  "deadLetter.restore": "lead",
  "delivery.queues": "lead",
  "delivery.heads": "lead",
  "delivery.doubts": "lead",
  "delivery.intake": "lead",
  "delivery.outages": "lead",
  "delivery.gateways": "lead",
  "hook.list": "lead",
  "hook.samples": "lead",
  "hook.create": "admin",
  "hook.change": "admin",
  "hook.test": "admin",
  "hook.setActive": "admin",
  "login.list": "admin",
  "login.create": "admin",
  "login.makePasswordLink": "admin",
  "login.setRole": "admin",
  "login.block": "admin",
  "login.unblock": "admin",
  "login.resetSecondFactor": "admin",
  "login.endSessions": "admin",
  "job.preview": "lead",
  "job.start": "lead",
  "job.list": "lead",
  "job.get": "lead",
  "job.stop": "lead",
  "notification.list": "viewer",
  "notification.rules": "viewer",
  "notificationRule.list": "viewer",
  "notificationRule.names": "lead",
  "notificationRule.check": "lead",
  "notificationRule.tryOut": "lead",
  "notificationRule.put": "lead",
  "notificationRule.setEnabled": "lead",
  "notificationRule.remove": "lead",
  "person.find": "admin",
  "person.eraseDryRun": "admin",
  "person.erase": "admin",
  "portal.list": "viewer",
  "portal.page": "viewer",
  "portal.get": "viewer",
  "portal.ways": "admin",
  "portal.connect": "admin",
  "portal.retry": "admin",
  "portal.check": "lead",
  "portal.setDesk": "admin",
  "portal.setRequestLimit": "admin",
  "portal.setRights": "admin",
  "portal.putOrders": "admin",
  "portal.disconnect": "admin",
  "policy.list": "viewer",
  "policy.put": "lead",
  "policy.remove": "lead",
  "quality.figures": "viewer",
  "quality.series": "viewer",
  "quality.groups": "viewer",
  "quality.choices": "viewer",
  "quality.visits": "viewer",
  "rota.list": "viewer",
  "rota.calendar": "viewer",
  "rota.people": "lead",
  "rota.check": "lead",
  "rota.put": "lead",
  "rota.remove": "lead",
  "rota.give": "lead",
  "rota.takeBack": "lead",
  "savedView.list": "viewer",
  "savedView.add": "viewer",
  "savedView.remove": "viewer",
  "session.me": "viewer",
  "session.list": "admin",
  "session.end": "admin",
  "system.outages": "lead",
  "system.status": "lead",
  "training.bots": "operator",
  "training.list": "operator",
  "training.counts": "operator",
  "training.latestRun": "operator",
  "training.versions": "operator",
  "training.decide": "operator",
  "training.addPhrase": "lead",
  "training.evaluate": "lead",
  "training.publish": "lead",
  "training.rollBack": "lead",
  "workflow.list": "viewer",
  "workflow.counts": "viewer",
  "workflow.get": "viewer",
  "workflow.nudge": "operator",
  "workflow.stop": "lead",
  "workflow.retryStep": "lead",
  "workflow.terminate": "admin",
};

const procedures = Object.keys(appRouter._def.procedures);

/** `query`, `mutation` or `subscription`. */
function typeOf(path: string): string | undefined {
  // safe: at run time it has every procedure under its whole path
  return (appRouter._def.procedures as unknown as Record<string, { _def: { type: string } }>)[path]?._def.type;
}

/** A request to a procedure without any input, by the method that it is called with. */
function requestTo(path: string, headers: Record<string, string> = {}) {
  const url = `/trpc/${path}`;
  if (typeOf(path) !== "mutation") return { url, headers };
  return {
    method: "POST" as const,
    url,
    headers: { ...headers, origin: ORIGIN, "content-type": "application/json" },
    payload: "{}",
  };
}

test("every procedure has a least role", () => {
  expect(procedures.toSorted()).toEqual(Object.keys(LEAST_ROLE).toSorted());
});

test("a stranger gets nothing", async () => {
  const { app } = await setupConsole();
  for (const path of procedures) {
    const { body } = await app.inject(requestTo(path));
    expect([path, codeIn(body)]).toEqual([path, "UNAUTHORIZED"]);
  }
});

test("a forged cookie opens nothing", async () => {
  const { cookieOf, query } = await setupConsole();
  const [name, value = ""] = (await cookieOf("admin")).split("=");
  const token = decodeURIComponent(value).split(".")[0];
  expect((await query("session.me", undefined, `${name}=${token}.${btoa("forged")}`)).error?.data.code).toBe(
    "UNAUTHORIZED",
  );
});

test.each(ROLES)("%s may do what the table says and nothing else", async (role) => {
  const { cookieOf, app } = await setupConsole();
  const headers = { cookie: await cookieOf(role) };
  for (const path of procedures.filter(
    (one) => typeOf(one) !== "subscription" || !isAtLeast(role, LEAST_ROLE[one] ?? "admin"),
  )) {
    const { body } = await app.inject(requestTo(path, headers));
    const isRefused = codeIn(body) === "FORBIDDEN";
    expect([path, isRefused]).toEqual([path, !isAtLeast(role, LEAST_ROLE[path] ?? "admin")]);
  }
});

test("a changed role counts at the next call, and a ban ends the session", async () => {
  const { cookieOf, query, database } = await setupConsole();
  const cookie = await cookieOf("lead");
  const change = (values: Partial<typeof authUser.$inferInsert>) =>
    database.db.update(authUser).set(values).where(eq(authUser.email, "lead@console.test"));
  expect((await query("system.status", undefined, cookie)).error).toBeUndefined();

  await change({ role: "operator" });
  expect((await query("system.status", undefined, cookie)).error?.data.code).toBe("FORBIDDEN");

  await change({ role: "lead", banned: true });
  expect((await query("system.status", undefined, cookie)).error?.data.code).toBe("UNAUTHORIZED");
});

test("a role that nobody knows may do nothing", async () => {
  const { cookieOf, query, database } = await setupConsole();
  const cookie = await cookieOf("viewer");
  await database.db.update(authUser).set({ role: "superuser" });
  expect((await query("session.me", undefined, cookie)).error?.data.code).toBe("UNAUTHORIZED");
});

/** The tRPC code in an answer, be it JSON or an event stream. */
function codeIn(body: string): string | undefined {
  return /"code":"([A-Z_]+)"/.exec(body)?.[1];
}
