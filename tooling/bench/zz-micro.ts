import {
  parseBody,
  readEnvelope,
  parseWebhookEvent,
  toKeyedBotEvent,
  digestApplicationToken,
  verifyApplicationToken,
} from "@botdeck/b24-client";
import { newId } from "@botdeck/core/ids";
import { messageForm } from "./load/message-event.ts";
import { senderOf } from "./load/sender.ts";
import { randomUUID, createHash, hash } from "node:crypto";
const s = senderOf(0);
const body = messageForm(s as never, "Hello");
const bodies = Array.from({ length: 500 }, (_, i) => body.replaceAll("999999999999", String(100000000000 + i)));
function time(name: string, f: (i: number) => unknown) {
  for (let i = 0; i < 3000; i++) f(i);
  const best: number[] = [];
  for (let r = 0; r < 7; r++) {
    const t = process.cpuUsage();
    const n = 3000;
    for (let i = 0; i < n; i++) f(i);
    const u = process.cpuUsage(t);
    best.push((u.user + u.system) / n);
  }
  console.log(name.padEnd(30), Math.min(...best).toFixed(2), "us");
}
const b = (i: number) => bodies[i % bodies.length]!;
const maps = bodies.map((x) => parseBody("application/x-www-form-urlencoded", x));
const envs = maps.map((m) => readEnvelope(m));
const at = new Date();
const parsed = envs.map((e) => {
  const p = parseWebhookEvent(e, at);
  if (!p.ok) throw 1;
  return p.events[0]!;
});
const keyed = parsed.map((p) => toKeyedBotEvent(p, { portalId: newId(), botId: newId() }));
const dig = [digestApplicationToken(s.applicationToken)];
console.log("body", body.length, "pairs", body.split("&").length, "json", JSON.stringify(keyed[0]!.event).length);
time("parseBody", (i) => parseBody("application/x-www-form-urlencoded", b(i)));
time("readEnvelope", (i) => readEnvelope(maps[i % 500]!));
time("verify", () => verifyApplicationToken(s.applicationToken, dig));
time("parseWebhookEvent", (i) => parseWebhookEvent(envs[i % 500]!, at));
time("toKeyed", (i) => toKeyedBotEvent(parsed[i % 500]!, { portalId: "a", botId: "b" }));
time("newId", () => newId());
time("randomUUID", () => randomUUID());
time("JSON.stringify", (i) => JSON.stringify(keyed[i % 500]!.event));
const js = keyed.map((k) => JSON.stringify(k.event));
time("escape regex", (i) => js[i % 500]!.replace(/["\\]/g, "\\$&"));
time("escape stringify", (i) => JSON.stringify(js[i % 500]!));
time("createHash", (i) =>
  createHash("sha256")
    .update(js[i % 500]!)
    .digest("hex"),
);
time("hash oneshot", (i) => hash("sha256", js[i % 500]!, "hex"));
