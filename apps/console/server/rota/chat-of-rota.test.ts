import { createUndiciTransport } from "@botdeck/b24-client";
import { createOAuthTokens, createPortals, createSecretBox } from "@botdeck/db";
import { createPortalClients } from "@botdeck/portal-clients";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { z } from "zod";

import { createSeesDialog } from "../portal/sees-dialog.ts";
import { SECRET_KEY, setupConsole } from "../test-console.ts";
import { emulatedPortal } from "../test-emulator.ts";

const LAYER = { people: ["7"], turn: { every: "day", count: 1 }, startsOn: "2026-11-02", changesAt: "09:00" };
const ROTA = { name: "Shop", timeZone: "Europe/Moscow", dialogId: null, layers: [LAYER] };
const SCOPES = ["im", "imbot", "user_brief", "department"];
const UNSEEN = { kind: "refused", problems: [{ place: "dialogId.unseen" }] };

const Webhook = z.object({ url: z.url() });
const Registered = z.object({ result: z.object({ bot: z.object({ id: z.coerce.string() }) }) });
const Dialog = z.object({ id: z.string() });

let portal: Awaited<ReturnType<typeof emulatedPortal>>;
beforeAll(async () => {
  portal = await emulatedPortal();
});
afterAll(() => portal.stop());

describe("the chat that a rota tells of its turns", () => {
  test("is kept when the bot is in it, and refused when it is not, or there is none", async () => {
    const { put, chatWith, botId } = await setup();
    const [own, others] = [await chatWith([botId, "2"]), await chatWith(["2"])];
    expect(await put({ ...ROTA, dialogId: others })).toMatchObject(UNSEEN);
    expect(await put({ ...ROTA, dialogId: "chat99999" })).toMatchObject(UNSEEN);
    expect(await put({ ...ROTA, dialogId: own })).toMatchObject({ kind: "saved", isChatUnasked: false });
  });

  test("may be somebody of the portal; of whom it does not tell nothing is proven, so it is kept unasked", async () => {
    const { put } = await setup();
    expect(await put({ ...ROTA, dialogId: "99999" })).toMatchObject({ kind: "saved", isChatUnasked: true });
    expect(await put({ ...ROTA, name: "Office", dialogId: "2" })).toMatchObject({
      kind: "saved",
      isChatUnasked: false,
    });
  });

  test("is kept unasked where the right to ask is missing, and where the console has no key", async () => {
    const { put } = await setup({ scopes: ["im", "imbot"] });
    expect(await put({ ...ROTA, dialogId: "99999" })).toMatchObject({ kind: "saved", isChatUnasked: true });
    const keyless = await setup({ hasKey: false });
    expect(await keyless.put({ ...ROTA, dialogId: "chat1" })).toMatchObject({ kind: "saved", isChatUnasked: true });
  });

  test("is kept unasked as a work group's", async () => {
    const { put } = await setup();
    expect(await put({ ...ROTA, dialogId: "sg7" })).toMatchObject({ kind: "saved", isChatUnasked: true });
  });

  test("is kept unasked while the portal is away; one that the rota has is not asked for again", async () => {
    const { put, rotas, leavePortal } = await setup();
    await leavePortal();
    const saved = await put({ ...ROTA, dialogId: "chat99999" });
    expect(saved).toMatchObject({ kind: "saved", isChatUnasked: true });
    const [row] = await rotas();
    const again = await put({ ...ROTA, dialogId: "chat99999", name: "Office" }, row);
    expect(again).toMatchObject({ kind: "saved", isChatUnasked: false });
  });
});

async function setup({ scopes = SCOPES, hasKey = true } = {}) {
  const { url } = Webhook.parse(await portal.byHand("/webhooks", { userId: "1", scopes }));
  const transport = createUndiciTransport();
  onTestFinished(() => transport.close());
  const asked = { current: null as ReturnType<typeof createSeesDialog> | null };
  const { database, query, mutate, cookieOf } = await setupConsole({
    seesDialog: hasKey ? async (about) => (await asked.current?.(about)) ?? "unasked" : null,
  });
  const { db } = database;
  const box = createSecretBox(SECRET_KEY);
  const portals = createPortals(db, box);
  const clients = createPortalClients({ db, portals, tokens: createOAuthTokens(db, box), transport, app: null });
  asked.current = createSeesDialog({ portals, clients });
  const { id: portalId } = await portals.keepWebhook({ domain: new URL(url).host, url });
  await portals.setState(portalId, "active");
  const properties = { name: "Notifier" };
  const fields = { code: `notify-${portalId}`, properties, botToken: "a-bot", type: "bot", eventMode: "fetch" };
  const registered = Registered.parse(await portal.rest(url, "imbot.v2.Bot.register", { fields }));
  const bot = { portalId, code: "notify", name: "Notifier", eventMode: "fetch", newBotToken: "a-bot" } as const;
  const { id } = await portals.ensureBot(bot);
  const botId = registered.result.bot.id;
  await portals.markRegistered(id, botId);
  const lead = await cookieOf("lead");

  return {
    botId,
    async put(rota: object, known: { id: string; seen: string } | null = null) {
      const { data } = await mutate(
        "rota.put",
        { portalId, rotaId: known?.id ?? null, rota, seen: known?.seen ?? null },
        lead,
      );
      return data;
    },
    // safe: as the procedure answers
    rotas: async () => (await query("rota.list", { portalId }, lead)).data as { id: string; seen: string }[],
    chatWith: async (memberIds: string[]) =>
      Dialog.parse(await portal.byHand("/dialogs", { as: "1", title: "On call", memberIds })).id,
    /** Its address leads nowhere any more. */
    leavePortal: () => portals.moveTo(portalId, { webhookUrl: "http://127.0.0.1:9/rest/1/gone/" }),
  };
}
