import { execFile } from "node:child_process";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

import { expect, onTestFinished, test } from "vitest";

import { createB24Client } from "../client.ts";
import { B24Error } from "../error.ts";
import { createLocalBudget } from "../rate-budget.ts";
import type { Token, TokenStore } from "../token-store.ts";
import { createUndiciTransport } from "../transport.ts";
import { createFileTransport } from "./file-transport.ts";
import { type FileUpload, uploadFile } from "./upload-file.ts";

const LARGE_BYTES = 80 * 1024 * 1024;
const SENT = { result: { file: { id: 8, name: "a.txt" }, messageId: 789, chatId: 5, dialogId: "chat5" } };

type Request = { path: string; headers: IncomingMessage["headers"]; body: string };

/** A portal that keeps what it was asked, and answers by script with a status and a JSON. */
async function setup(script: (request: Request) => [number, unknown] | null, tokens?: TokenStore) {
  const asked: Request[] = [];
  const server = createServer((request, response) => void answer(request, response));
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
    } catch {
      return;
    }
    const kept = { path: request.url ?? "", headers: request.headers, body: Buffer.concat(chunks).toString() };
    asked.push(kept);
    const reply = script(kept);
    if (reply === null) return void response.destroy();
    response.writeHead(reply[0], { "content-type": "application/json" }).end(JSON.stringify(reply[1]));
  }
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo; // safe: it listens on a port
  const [files, transport] = [createFileTransport(), createUndiciTransport()];
  onTestFinished(async () => {
    await Promise.all([files.close(), transport.close()]);
    server.closeAllConnections();
    server.close();
  });
  const origin = `http://127.0.0.1:${port}`;
  const portal =
    tokens === undefined
      ? ({ kind: "webhook", url: `${origin}/rest/1/s3cret/` } as const)
      : ({ kind: "oauth", clientEndpoint: `${origin}/rest/` } as const);
  const reach = { portal, budget: createLocalBudget(), ...(tokens && { tokens }) };
  const client = createB24Client({ ...reach, transport });
  const upload = (version: "v1" | "v2", change: Partial<FileUpload> = {}) =>
    uploadFile({ version, client, target: { ...reach, files } }, { ...FILE, ...change });
  const closed = () => new Promise<void>((done) => server.close(() => done()));
  return { origin, asked, client, upload, closed };
}

const file = (content: string, sizeBytes = Buffer.byteLength(content)) => ({
  name: "a.txt",
  sizeBytes,
  open: async function* () {
    yield Buffer.from(content);
  },
});
const FILE: FileUpload = {
  botId: "456",
  botToken: "demo-bot-token",
  dialogId: "chat5",
  file: file("Hello"),
  text: "See",
};

test("in v2 the bot sends the file, in one request of a length that is known beforehand", async () => {
  const { asked, upload } = await setup(() => [200, SENT]);
  expect(await upload("v2")).toEqual({ fileId: "8", messageId: "789", sentAs: "bot" });
  expect(asked).toMatchObject([
    { path: "/rest/1/s3cret/imbot.v2.File.upload", headers: { "content-length": String(asked[0]?.body.length) } },
  ]);
  expect(JSON.parse(asked[0]?.body ?? "")).toEqual({
    botId: "456",
    botToken: "demo-bot-token",
    dialogId: "chat5",
    fields: { name: "a.txt", content: "SGVsbG8=", message: "See" },
  });
});

test("in v1 it goes over the chat's folder on the disk, in the name of the token's person", async () => {
  const portal = await setup(({ path }) => {
    if (path.endsWith("im.disk.folder.get")) return [200, { result: { ID: 51 } }];
    if (path.endsWith("disk.folder.uploadFile")) {
      return [200, { result: { field: "file", uploadUrl: `${portal.origin}/rest/upload.json?token=disk%7Cx` } }];
    }
    if (path.includes("upload.json")) return [200, { result: { ID: 77 } }];
    return [200, { result: { FILES: {}, DISK_ID: ["77"], MESSAGE_ID: 789 } }];
  });
  expect(await portal.upload("v1")).toEqual({ fileId: "77", messageId: "789", sentAs: "user" });
  const [folder, place, content, commit] = portal.asked;
  expect(JSON.parse(folder?.body ?? "")).toMatchObject({ DIALOG_ID: "chat5" });
  expect(JSON.parse(place?.body ?? "")).toMatchObject({ id: "51", data: { NAME: "a.txt" }, generateUniqueName: true });
  expect(content?.headers["content-type"]).toMatch(/^multipart\/form-data/);
  expect(content?.headers["content-length"]).toBe(String(content?.body.length));
  expect(content?.body).toMatch(/name="file"; filename="a.txt"\r\n[^]*\r\n\r\nHello\r\n--/);
  expect(JSON.parse(commit?.body ?? "")).toMatchObject({ DIALOG_ID: "chat5", UPLOAD_ID: "77", MESSAGE: "See" });
});

test("80 MB are sent with memory for a few pieces", { timeout: 60_000 }, async () => {
  let sizeBytes = 0;
  const server = createServer((request, response) => {
    request.on("data", (chunk: Buffer) => void (sizeBytes += chunk.length));
    request.on("end", () => response.end(JSON.stringify(SENT)));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo; // safe: it listens on a port
  const program = fileURLToPath(new URL("./__fixtures__/upload-large.ts", import.meta.url));
  const args = [program, `http://127.0.0.1:${port}/rest/1/code/`, String(LARGE_BYTES)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const { sent, grownBytes } = JSON.parse(stdout);
  expect(sent).toMatchObject({ fileId: "8" });
  expect(sizeBytes).toBeGreaterThan((LARGE_BYTES / 3) * 4);
  // Held whole, in base64, it would be a third more than the file; how late pieces are collected is the machine's affair.
  expect(grownBytes).toBeLessThan(LARGE_BYTES);
});

const tokenOf = (accessToken: string): Token => ({ accessToken, refreshToken: "r", expiresAt: new Date(0) });
const renewing: TokenStore = { get: async () => tokenOf("old"), rotate: async () => tokenOf("new") };

test.each(["expired_token", "EXPIRED_TOKEN", "NO_AUTH_FOUND"])(
  "a token refused by %s is renewed, and the content is read from its beginning again",
  async (error) => {
    const { asked, upload } = await setup(
      ({ body }) => (JSON.parse(body).auth === "old" ? [401, { error }] : [200, SENT]),
      renewing,
    );
    expect(await upload("v2")).toMatchObject({ fileId: "8" });
    expect(asked.map(({ body }) => JSON.parse(body))).toMatchObject([
      { auth: "old", fields: { content: "SGVsbG8=" } },
      { auth: "new", fields: { content: "SGVsbG8=" } },
    ]);
  },
);

test("a renewed token that is not known either is not renewed again, neither by an upload nor by a call", async () => {
  let kept = 1;
  const tokens = { get: async () => tokenOf(`a${kept}`), rotate: async () => tokenOf(`a${(kept += 1)}`) };
  const { asked, client, upload } = await setup(() => [401, { error: "NO_AUTH_FOUND" }], tokens);
  const refused = { code: "unauthorized", outcome: "not_applied" };
  await expect(upload("v2")).rejects.toMatchObject(refused);
  await expect(upload("v2")).rejects.toMatchObject(refused);
  await expect(client.call("profile", {})).rejects.toMatchObject(refused);
  expect(asked.map(({ body }) => JSON.parse(body).auth)).toEqual(["a1", "a2", "a2", "a2"]);
});

test("a content that can be read only once is not sent in part when its token is renewed", async () => {
  const { asked, upload } = await setup(() => [401, { error: "NO_AUTH_FOUND" }], renewing);
  const once = file("Hello").open();
  await expect(upload("v2", { file: { ...file("Hello"), open: () => once } })).rejects.toMatchObject({
    code: "invalid",
  });
  expect(asked.map(({ body }) => JSON.parse(body).auth)).toEqual(["old"]);
});

test("an upload whose token cannot be renewed was not done, and one that is cancelled meanwhile ends", async () => {
  const controller = new AbortController();
  const facts = { method: "oauth/token", outcome: "unknown" } as const;
  const unanswered = () => Promise.reject(new B24Error("unreachable", "The authorization server is away", facts));
  const hanging = () => (controller.abort(), new Promise<never>(() => {}));
  for (const rotate of [unanswered, hanging]) {
    const { upload } = await setup(() => [401, { error: "expired_token" }], { ...renewing, rotate });
    const error = { code: "unreachable", method: "imbot.v2.File.upload", outcome: "not_applied" };
    await expect(upload("v2", { signal: controller.signal })).rejects.toMatchObject(error);
  }
});

test.each([
  ["too large", { ...file("x"), sizeBytes: 100 * 1024 * 1024 + 1 }, /104857600/],
  ["empty", file(""), /is empty/],
  ["without a proper name", { ...file("x"), name: "../a" }, /name without slashes/],
])("a file that is %s is refused before anything is sent", async (_name, wrong, sentence) => {
  const { asked, upload } = await setup(() => [200, SENT]);
  await expect(upload("v2", { file: wrong })).rejects.toMatchObject({
    code: "invalid",
    message: expect.stringMatching(sentence),
  });
  expect(asked).toEqual([]);
});

test("a file that changed while it was read is not sent in part", async () => {
  const { asked, upload } = await setup(() => [200, SENT]);
  await expect(upload("v2", { file: file("Hello", 9) })).rejects.toMatchObject({ code: "invalid" });
  expect(asked).toEqual([]);
});

test("an upload to a portal that is not there was surely not done", async () => {
  const { closed, upload } = await setup(() => [200, SENT]);
  await closed();
  await expect(upload("v2")).rejects.toMatchObject({ code: "unreachable", outcome: "not_applied" });
});

test("an upload to a portal that moved is not sent elsewhere, and may be tried again", async () => {
  const { upload } = await setup(() => [302, {}]);
  await expect(upload("v2")).rejects.toMatchObject({ code: "unreachable", outcome: "not_applied", status: 302 });
});

test("an upload whose answer is lost is in doubt, one that was refused is not, and neither tells a secret", async () => {
  const lost = await (await setup(() => null)).upload("v2").catch((error: unknown) => error);
  expect(lost).toMatchObject({ code: "unreachable", outcome: "unknown" });
  const refused = await (
    await setup(() => [400, { error: "FILE_TOO_LARGE", error_description: "s3cret, demo-bot-token" }])
  )
    .upload("v2")
    .catch((e: unknown) => e);
  expect(refused).toMatchObject({ code: "rejected", outcome: "not_applied", portalCode: "FILE_TOO_LARGE" });
  for (const error of [lost, refused]) {
    const { message, stack, cause } = error as Error; // safe: asserted above
    expect([message, stack, String(cause), JSON.stringify(error)].join("\n")).not.toMatch(/s3cret|demo-bot-token/);
  }
});
