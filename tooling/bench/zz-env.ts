import { parseBody } from "@botdeck/b24-client";
import { messageForm } from "./load/message-event.ts";
import { senderOf } from "./load/sender.ts";
const body = messageForm(senderOf(0) as never, "Hello");
const maps = Array.from(
  { length: 500 },
  (_, i) =>
    (parseBody("application/x-www-form-urlencoded", body.replaceAll("999999999999", String(100000000000 + i))) as any)
      .data,
);
function time(name: string, f: (i: number) => unknown) {
  for (let i = 0; i < 5000; i++) f(i);
  const best: number[] = [];
  for (let r = 0; r < 9; r++) {
    const t = process.cpuUsage();
    const n = 5000;
    for (let i = 0; i < n; i++) f(i);
    const u = process.cpuUsage(t);
    best.push((u.user + u.system) / n);
  }
  console.log(name.padEnd(30), Math.min(...best).toFixed(2), "us");
}
const RE = /^(?:auth|access_token|refresh_token|application_token|client_id|client_secret|expires|expires_in)$/i;
const empty = () => Object.create(null);
const isAuthCached = (() => {
  const m = new Map<string, boolean>();
  return (k: string) => {
    let v = m.get(k);
    if (v === undefined) {
      v = RE.test(k);
      if (m.size > 2000) m.clear();
      m.set(k, v);
    }
    return v;
  };
})();
const SET = new Set([
  "auth",
  "access_token",
  "refresh_token",
  "application_token",
  "client_id",
  "client_secret",
  "expires",
  "expires_in",
]);
const mk = (isAuth: (k: string) => boolean, keysOf: "in" | "keys") =>
  function w(map: any): any {
    let kept: any = null;
    const ks = keysOf === "keys" ? Object.keys(map) : null;
    if (ks) {
      for (let i = 0; i < ks.length; i++) {
        const key = ks[i]!;
        const value = map[key];
        const c = isAuth(key) ? null : typeof value === "string" ? value : w(value);
        if (c === value) continue;
        kept ??= Object.assign(empty(), map);
        if (c === null) delete kept[key];
        else kept[key] = c;
      }
    } else
      for (const key in map) {
        const value = map[key];
        const c = isAuth(key) ? null : typeof value === "string" ? value : w(value);
        if (c === value) continue;
        kept ??= Object.assign(empty(), map);
        if (c === null) delete kept[key];
        else kept[key] = c;
      }
    return kept ?? map;
  };
function keepOnly(map: any): any {
  // skip descending into auth, no copy of big ones: build new only for touched
  let drop: string[] | null = null;
  let changed: [string, any][] | null = null;
  for (const key in map) {
    const v = map[key];
    if (isAuthCached(key)) {
      (drop ??= []).push(key);
    } else if (typeof v !== "string") {
      const c = keepOnly(v);
      if (c !== v) (changed ??= []).push([key, c]);
    }
  }
  if (drop === null && changed === null) return map;
  const out = empty();
  for (const key in map) if (drop === null || !drop.includes(key)) out[key] = map[key];
  if (changed) for (const [k, c] of changed) out[k] = c;
  return out;
}
const orig = function w(map: any): any {
  const kept = empty();
  for (const [key, value] of Object.entries(map)) {
    if (SET.has(key.toLowerCase())) continue;
    kept[key] = typeof value === "string" ? value : w(value);
  }
  return kept;
};
time("orig", (i) => orig(maps[i % 500]));
time("re/in", (i) => mk((k) => RE.test(k), "in")(maps[i % 500]));
const a = mk((k) => RE.test(k), "in"),
  b = mk(isAuthCached, "in"),
  c = mk(isAuthCached, "keys"),
  d = mk((k) => RE.test(k), "keys");
time("re in", (i) => a(maps[i % 500]));
time("cached in", (i) => b(maps[i % 500]));
time("cached keys", (i) => c(maps[i % 500]));
time("re keys", (i) => d(maps[i % 500]));
time("keepOnly", (i) => keepOnly(maps[i % 500]));
