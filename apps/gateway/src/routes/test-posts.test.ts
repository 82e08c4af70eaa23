import { addHook, HOOK_KIND, type HookKind, hookSample } from "@botdeck/db";
import { HookOptions, readHookPost } from "@botdeck/notifications";
import { sendTestPost } from "@botdeck/notifications/test-post";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

import { createWorld, type World } from "../testing/world.ts";

let world: World;
let botId: string;
let origin: string;
beforeAll(async () => {
  world = await createWorld([], { now: () => new Date() });
  botId = (await world.newBot(await world.newPortal("mine"), "456")).id;
  origin = await world.app.listen({ host: "127.0.0.1", port: 0 });
});
beforeEach(() => world.db.delete(hookSample));
afterAll(() => world.close());

const FIELDS = { title: "check.name", severity: "check.level", status: "check.state", id: "check.id" };

const newHook = async (source: HookKind, proof: "bearer" | "hmac") => {
  const options = HookOptions.parse(source === "generic" ? { fields: FIELDS } : {});
  const { id, secret } = await addHook(world.db, { botId, name: "Test", kind: source, proof, options }, world.box);
  return { id, address: `${origin}/hooks/${source}/${id}`, source, proof, secret, options };
};

test.each(HOOK_KIND)("a test of %s comes in by the door of its posts, with either proof", async (kind) => {
  for (const proof of ["bearer", "hmac"] as const) {
    const hook = await newHook(kind, proof);
    expect(await sendTestPost({ ...hook, now: new Date() })).toEqual({ status: 200, message: "accepted" });
    const kept = (await world.events()).filter(({ body }) => body?.kind === "hook.received" && body.hookId === hook.id);
    expect(kept).toHaveLength(1);
  }
});

test("the end of a test is that of the same alert", async () => {
  const now = new Date();
  for (const kind of ["alertmanager", "grafana", "zabbix", "sentry"] as const) {
    const hook = await newHook(kind, "bearer");
    for (const isOver of [false, true]) {
      expect((await sendTestPost({ ...hook, isOver, now })).status).toBe(200);
    }
    const kept = (await world.events()).flatMap(({ body }) =>
      body?.kind === "hook.received" && body.hookId === hook.id ? [body] : [],
    );
    const read = kept.map(({ payload }) =>
      readHookPost(payload, { source: kind, options: hook.options, arrivedAt: now }),
    );
    const alerts = read.flatMap((one) => (one.kind === "alerts" ? one.post.alerts : []));
    expect(alerts.map(({ status, fingerprint }) => [status, fingerprint === alerts[0]?.fingerprint])).toEqual([
      ["firing", true],
      ["resolved", true],
    ]);
    expect(new Set(kept.map(({ subject }) => subject)).size).toBe(1);
  }
});

test("what is wrong with a hook is told in the gateway's own words", async () => {
  const hook = await newHook("zabbix", "bearer");
  expect(await sendTestPost({ ...hook, secret: "another", now: new Date() })).toEqual({
    status: 401,
    message: expect.stringMatching(/does not prove/),
  });
  const nobody = await sendTestPost({ ...hook, address: "http://127.0.0.1:1/hooks/x", now: new Date() });
  expect(nobody).toEqual({ status: 0, message: expect.stringMatching(/does not answer/) });
});
