import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { freePort } from "@botdeck/local-stack";
import { beforeAll, expect, onTestFinished, test } from "vitest";

import { clientAt, createEmulatorApi } from "./emulator-api.ts";
import { startEmulator } from "./system/emulator.ts";
import { runProgram } from "./system/program.ts";
import { START_SCRIPT, startEnvironment, startSystem } from "./system/start-system.ts";
import { makeTemporaryHome } from "./system/temporary-home.ts";

const SCOPES = ["imbot", "im", "imopenlines", "task", "user", "disk", "crm", "sale"];

let portal: Awaited<ReturnType<typeof startEmulator>>;
let api: ReturnType<typeof createEmulatorApi>;

beforeAll(async () => {
  portal = await startEmulator();
  api = createEmulatorApi(portal.url);
  return async () => void (await portal.interrupt());
});

test("a portal behind an inbound webhook is served without a tunnel, with the orders of its own shop", async () => {
  const system = await startSystem({ args: ["--portal", await api.makeWebhook(SCOPES)] });
  onTestFinished(system.stop);

  const client = clientAt(await api.clients(), 0);
  await client.write("where is my order A-1042? My phone is +1 202 555 3101");
  await client.hears(/Order A-1042 is shipped and on its way/);
});

type Refusal = { what: string; webhook: () => Promise<string>; says: string };

const refusals: Refusal[] = [
  {
    what: "a wrong code",
    webhook: async () => `${portal.url}/rest/1/0123456789abcdef/`,
    says: "The portal <host> does not know this webhook: check that the whole address was copied, and that the webhook was not deleted.",
  },
  {
    what: "a missing right",
    webhook: () => api.makeWebhook(SCOPES.filter((scope) => scope !== "imopenlines")),
    says: "The webhook lacks the rights imopenlines: open it on the portal (Developer resources → Inbound webhook), add them, and start again.",
  },
  {
    what: "an address nobody answers at",
    webhook: async () => `http://127.0.0.1:${await freePort()}/rest/1/0123456789abcdef/`,
    says: "The portal <host> does not answer: check the address and that this machine may reach it.",
  },
  {
    what: "a portal too old to keep events",
    webhook: async () => {
      await api.setFaults({ portal: { isOldRevision: true } });
      return api.makeWebhook(SCOPES);
    },
    says: "The portal is too old to keep events until they are fetched: update its modules im and imbot, then start again, or let it install an app, whose events come to a public address.",
  },
];

test.each(refusals)("$what ends the start with one sentence that says what to do", async ({ webhook, says }) => {
  const home = makeTemporaryHome();
  onTestFinished(home.remove);
  onTestFinished(() => api.setFaults({}));
  const address = await webhook();
  const environment = startEnvironment(home.path);
  const start = await runProgram({ script: START_SCRIPT, args: ["--portal", address], environment });

  expect((await start.exited).code).toBe(1);

  const sentences = start.output().match(/^Botdeck did not start: .*$/gm);
  expect(sentences).toEqual([`Botdeck did not start: ${says.replace("<host>", new URL(address).host)}`]);
  const logs = readdirSync(join(home.path, "logs")).map((name) => readFileSync(join(home.path, "logs", name), "utf8"));
  const everything = [start.output(), ...logs].join("\n");
  expect(everything).not.toMatch(/^\s+at /m);
  const code = new URL(address).pathname.split("/")[3] ?? "";
  expect(code).not.toBe("");
  expect(everything).not.toContain(code);
});
