import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";

import { HookOptions, readHookPost } from "@botdeck/notifications";
import { expect, test } from "vitest";

const TEMPLATE = readFileSync(join(import.meta.dirname, "../infra/zabbix/media-type-botdeck.yaml"), "utf8");

/** Its parameters, each with the macro that Zabbix fills in. */
const PARAMETERS = Object.fromEntries(
  [...TEMPLATE.matchAll(/^ {8}- name: (\w+)\n {10}value: ["'](.*)["']$/gm)].map(([, name = "", value = ""]) => [
    name,
    value,
  ]),
);
const [, SCRIPT = ""] = /\n {6}script: \|\n((?: {8}.*\n|\n)+)/.exec(TEMPLATE) ?? [];

type Posted = { address: string; headers: string[]; body: string };

/** Runs the script as Zabbix does: its parameters are a text, and what it returns or throws is the outcome. */
function run(filled: Record<string, string>, status = 200) {
  const posted: Posted[] = [];
  class HttpRequest {
    headers: string[] = [];
    addHeader(header: string) {
      this.headers.push(header);
    }
    post(address: string, body: string) {
      posted.push({ address, headers: this.headers, body });
      return '{"accepted":true}';
    }
    getStatus() {
      return status;
    }
  }
  const value = JSON.stringify({ ...PARAMETERS, ...filled });
  const outcome: unknown = runInNewContext(`(function (value) {${SCRIPT}})(value)`, { value, HttpRequest });
  return { outcome, posted };
}

const FILLED = {
  hook_address: "https://botdeck.example/hooks/1",
  hook_secret: "s3cret",
  event_source: "0",
  event_id: "4711",
  event_value: "1",
  event_name: "High CPU utilization",
  event_nseverity: "5",
  event_timestamp: "1795165000",
  event_tags: "[]",
  host_name: "web-1",
  trigger_id: "88",
  zabbix_url: "https://zabbix.example",
};

test("what the media type for Zabbix posts is read as the alert that it is, and its secret only proves it", () => {
  expect(Object.keys(PARAMETERS)).toEqual(expect.arrayContaining(Object.keys(FILLED)));
  const { outcome, posted } = run(FILLED);
  expect(outcome).toBe("OK");
  expect(posted).toMatchObject([
    { address: FILLED.hook_address, headers: ["Content-Type: application/json", "Authorization: Bearer s3cret"] },
  ]);
  const body = posted[0]?.body ?? "";
  expect(body).not.toContain("s3cret");
  const options = HookOptions.parse({});
  const read = readHookPost(JSON.parse(body), { source: "zabbix", options, arrivedAt: new Date() });
  expect(read).toMatchObject({
    post: {
      title: "High CPU utilization · web-1",
      alerts: [
        {
          fingerprint: "4711",
          severity: "critical",
          startsAt: "2026-11-20T08:56:40.000Z",
          url: "https://zabbix.example/tr_events.php?triggerid=88&eventid=4711",
        },
      ],
    },
  });
});

test("a Zabbix that fills in no timestamps posts what tells when its problem began all the same", () => {
  const clock = { event_date: "2026.11.20", event_time: "11:56:40", event_age: "1m 5s" };
  const { posted } = run({ ...FILLED, event_timestamp: "{EVENT.TIMESTAMP}", ...clock });
  expect(Object.keys(PARAMETERS)).toEqual(expect.arrayContaining(Object.keys(clock)));
  const hook = {
    source: "zabbix",
    options: HookOptions.parse({}),
    arrivedAt: new Date("2026-11-20T08:57:46Z"),
  } as const;
  const read = readHookPost(JSON.parse(posted[0]?.body ?? ""), hook);
  expect(read).toMatchObject({ post: { alerts: [{ startsAt: "2026-11-20T08:56:40.000Z" }] } });
});

test("what is missing is said in Zabbix, and what is no trigger's event is not told", () => {
  expect(() => run({ ...FILLED, hook_address: "admin" })).toThrow(/no address of a hook/);
  expect(() => run({ ...FILLED, hook_secret: "{$BOTDECK.SECRET}" })).toThrow(/BOTDECK.SECRET/);
  expect(() => run(FILLED, 401)).toThrow(/Botdeck answered 401/);
  expect(run({ ...FILLED, event_source: "1" })).toEqual({ outcome: "nothing to tell", posted: [] });
});
