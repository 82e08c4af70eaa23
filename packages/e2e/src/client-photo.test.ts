import {
  createB24Client,
  createBotApi,
  createFileTransport,
  createLocalBudget,
  createUndiciTransport,
  transferDialog,
} from "@botdeck/b24-client";
import {
  createFolderCache,
  createPortalFactsCache,
  createTaskOnce,
  downloadClientFile,
  findClientCards,
  putOnDisk,
  recordClient,
} from "@botdeck/crm";
import { beforeAll, expect, onTestFinished, test } from "vitest";

import { startEmulator } from "./system/emulator.ts";

const SCOPES = ["imbot", "imopenlines", "im", "crm", "task", "disk"];
const [CLIENT, OPERATOR] = ["5", "2"];
const BOT_TOKEN = "demo-bot-token";
const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

let portal: Awaited<ReturnType<typeof startEmulator>>;
beforeAll(async () => {
  portal = await startEmulator();
  await control("/faults", { limits: { requests: "off" } }, "PUT");
  return async () => void (await portal.interrupt());
});

/** The emulator's own control API. */
async function control<Answer>(path: string, body: unknown, method = "POST"): Promise<Answer> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(new URL(`/emulator/api${path}`, portal.url), {
    method,
    headers,
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Answer; // safe: both sides are in this repository
}

/** A bot in the open line, and a client who has sent it a file. */
async function setup(contentBase64: string) {
  const { url } = await control<{ url: string }>("/webhooks", { userId: "1", scopes: SCOPES });
  const [transport, files] = [createUndiciTransport(), createFileTransport()];
  onTestFinished(async () => {
    await Promise.all([transport.close(), files.close()]);
  });
  const client = createB24Client({ portal: { kind: "webhook", url }, transport, budget: createLocalBudget() });
  const api = createBotApi(client, "v2");
  const { bitrixBotId: botId } = await api.register({
    code: "demo_photo",
    name: "Demo",
    type: "openline",
    botToken: BOT_TOKEN,
    eventMode: "fetch",
  });
  const dialog = await control<{ id: string; chatId: string }>("/dialogs", { as: CLIENT });
  type Message = { files: { id: string }[] };
  const sent = [{ name: "broken.png", contentBase64 }];
  const message = await control<Message>(`/dialogs/${dialog.id}/messages`, { as: CLIENT, files: sent });
  const bot = { botId, botToken: BOT_TOKEN };
  const source = { api, files, portalOrigin: new URL(portal.url).origin };
  const { entity_id: entityId } = await client.call("imopenlines.dialog.get", { CHAT_ID: dialog.chatId });
  const fileId = message.files[0]?.id ?? "";
  const download = () => downloadClientFile(source, { ...bot, fileId });
  return { client, bot, chatId: dialog.chatId, entityId: entityId ?? "", download };
}

test("a client's photo ends in a task that shows it and their lead", async () => {
  const { client, entityId, download } = await setup(PNG);
  const photo = await download();
  expect(photo).toEqual({ content: Buffer.from(PNG, "base64"), type: "image/png" });

  const file = { portalId: "p", folderName: "Botdeck", name: "photo-1.png", content: photo.content, key: "return:1" };
  const [fileId, again] = [
    await putOnDisk(client, file, createFolderCache()),
    await putOnDisk(client, file, createFolderCache()),
  ];
  expect(again).toBe(fileId);

  const learned = { name: null, phone: null, comment: "Returns a kettle", timeline: null };
  const record = { originId: "event:1:0", entityId, title: "Web chat", ...learned };
  const leadId = await recordClient(client, record, { portalId: "p", facts: createPortalFactsCache() });
  expect(await findClientCards(client, entityId)).toEqual({ leadId, contactId: null });

  const task = { originId: "return:1:decide", title: "A return", description: "", responsibleId: OPERATOR };
  const deadlineAt = "2026-12-02T12:00:00+03:00";
  const taskId = await createTaskOnce(client, { ...task, deadlineAt, diskFileIds: [fileId], clientEntityId: entityId });
  const select = ["ID", "DEADLINE", "UF_CRM_TASK", "UF_TASK_WEBDAV_FILES"];
  const { task: made } = await client.call("tasks.task.get", { taskId, select });
  expect(made).toMatchObject({ id: taskId, ufCrmTask: [`L_${leadId}`], ufTaskWebdavFiles: { length: 1 } });
});

test("what only calls itself a photo is told apart", async () => {
  const { download } = await setup(Buffer.from("%PDF-1.7 a contract").toString("base64"));
  await expect(download()).rejects.toMatchObject({ fault: "not_a_photo" });
});

test("a transfer gives the dialog to a person and may be repeated", async () => {
  const { client, bot, chatId } = await setup(PNG);
  const transfer = { ...bot, chatId, to: { kind: "person", id: OPERATOR } } as const;
  await transferDialog(client, transfer);
  await expect(transferDialog(client, transfer)).rejects.toMatchObject({ portalCode: "BOT_ID_ERROR" });
  await transferDialog(client, { ...transfer, mayBeDone: true });
});
