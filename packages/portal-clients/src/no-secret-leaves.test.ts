import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";

import { type B24Client, createUndiciTransport } from "@botdeck/b24-client";
import {
  connect,
  createEventTokens,
  createOAuthTokens,
  createPortals,
  createSecretBox,
  eventToken,
  INSTALLER,
  sealEventToken,
} from "@botdeck/db";
import { createLogger } from "@botdeck/telemetry";
import { createTestDatabase } from "@botdeck/testing/database";
import { afterEach, expect, test, vi } from "vitest";

import { createActAs } from "./act-as.ts";
import { createPortalClients } from "./portal-clients.ts";

/** Every one of these is somewhere in a request, and in every answer of the portal below. */
const SECRETS = {
  webhookCode: "w3bh00kc0de",
  accessToken: "acc3sst0ken",
  refreshToken: "r3fresht0ken",
  eventToken: "3v3ntt0ken",
  personToken: "p3rs0nt0ken",
  clientSecret: "cl13nts3cret",
  botToken: "b0tt0ken",
};

type Misbehaviour = (echo: string, request: IncomingMessage, response: ServerResponse) => void;

const json = (status: number, code: string): Misbehaviour => {
  return (echo, _request, response) =>
    void response
      .writeHead(status, { "content-type": "application/json" })
      .end(JSON.stringify({ error: code, error_description: echo }));
};

/** A portal that fails in every way it can, and tells everybody what it was told. */
const MISBEHAVIOURS: Record<string, Misbehaviour> = {
  "refuses with what it was sent": json(400, "ERROR_CORE"),
  "calls the token expired": json(401, "expired_token"),
  "knows nobody": json(401, "NO_AUTH_FOUND"),
  "calls the grant dead": json(400, "invalid_grant"),
  "fails with a JSON error": json(500, "INTERNAL_SERVER_ERROR"),
  "is overrun": json(503, "QUERY_LIMIT_EXCEEDED"),
  "fails with a page": (echo, _request, response) => void response.writeHead(502).end(`<h1>${echo}</h1>`),
  "answers with a page": (echo, _request, response) => void response.writeHead(200).end(`<h1>${echo}</h1>`),
  "answers in an unknown form": (echo, _request, response) =>
    void response.end(JSON.stringify({ result: { [echo]: echo } })),
  "sends elsewhere": (echo, request, response) =>
    void response.writeHead(302, { location: `http://127.0.0.1:9${request.url}?auth=${echo}` }).end(echo),
  "cuts the line": (_echo, request) => void request.socket.destroy(),
};

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

async function startPortal(misbehave: Misbehaviour): Promise<string> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => misbehave(`${request.url} ${Buffer.concat(chunks).toString()}`, request, response));
  });
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  open.push(
    () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  );
  // safe: it listens on a port
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function clientsOf(origin: string): Promise<B24Client[]> {
  const database = await createTestDatabase();
  const handle = connect(database.url, { max: 3 });
  const transport = createUndiciTransport();
  open.push(() => database.drop());
  open.push(() => handle.close());
  open.push(() => transport.close());
  const { db } = handle;
  const box = createSecretBox(randomBytes(32).toString("base64"));
  const [portals, tokens] = [createPortals(db, box), createOAuthTokens(db, box)];
  const app = { clientId: "local.app", clientSecret: SECRETS.clientSecret };
  const clients = createPortalClients({ db, portals, tokens, transport, app });

  const byWebhook = await portals.keepWebhook({ domain: "demo", url: `${origin}/rest/1/${SECRETS.webhookCode}/` });
  const byApp = await portals.keepInstall({
    memberId: "member",
    domain: "demo",
    clientEndpoint: `${origin}/rest/`,
    serverEndpoint: `${origin}/rest/`,
    applicationToken: "application",
  });
  const { accessToken, refreshToken } = SECRETS;
  await tokens.put(byApp.id, INSTALLER, { accessToken, refreshToken, expiresAt: new Date(0) });
  // One person has both an event's token and a grant, the other the token alone.
  const expiresAt = new Date(Date.now() + 3_600_000);
  for (const userId of ["27", "28"]) {
    const sealed = sealEventToken(box, byApp.id, { userId, accessToken: SECRETS.eventToken, expiresAt });
    await db.insert(eventToken).values({ ...sealed, expiresAt });
  }
  await tokens.put(byApp.id, "27", { accessToken: SECRETS.personToken, refreshToken, expiresAt });
  const eventTokens = createEventTokens(db, box);
  const actAs = createActAs({ db, portals, tokens, eventTokens, transport, app, clients });
  const people = await Promise.all(["27", "28"].map((userId) => actAs(byApp, userId)));
  return [clients.for(byWebhook), clients.for(byApp), ...people.map(({ client }) => client)];
}

test.each(Object.entries(MISBEHAVIOURS))(
  "when a portal %s, no secret reaches an error, a log line or the console",
  async (_, misbehave) => {
    const written: string[] = [];
    const stream = (chunk: unknown) => written.push(String(chunk)) > 0;
    vi.spyOn(process.stdout, "write").mockImplementation(stream);
    vi.spyOn(process.stderr, "write").mockImplementation(stream);
    const logger = createLogger({ name: "test", level: "trace", write: (line) => written.push(line) });

    try {
      for (const client of await clientsOf(await startPortal(misbehave))) {
        const call = client.call(
          "imbot.v2.Chat.Message.send",
          { botId: "1", botToken: SECRETS.botToken, dialogId: "5", fields: { message: "Hello" } },
          { maxWaitMs: 0 },
        );
        const error: unknown = await call.then(
          () => expect.fail("the call did not fail"),
          (failure: unknown) => failure,
        );
        logger.error({ err: error }, "the call failed");
        written.push(inspect(error, { depth: 10, showHidden: true }), JSON.stringify(error), String(error));
      }
    } finally {
      vi.restoreAllMocks();
    }

    const text = written.join("\n");
    const leaked = Object.entries(SECRETS).filter(([, secret]) => text.includes(secret));
    expect(leaked.map(([name]) => name)).toEqual([]);
    // Were nothing written, nothing could leak.
    expect(text).toContain("imbot.v2.Chat.Message.send");
  },
);
