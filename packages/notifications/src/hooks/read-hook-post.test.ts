import { AppError } from "@botdeck/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { foldAlerts } from "../alerts/fold-alerts.ts";
import { HookOptions } from "./hook-options.ts";
import { type HookSource, readHookPost } from "./read-hook-post.ts";

const arrivedAt = new Date("2026-11-20T09:00:00Z");
const read = (source: HookSource, payload: unknown, options: object = {}) =>
  readHookPost(payload, { source, options: HookOptions.parse(options), arrivedAt });
const alertsIn = (source: HookSource, payload: unknown, options: object = {}) => {
  const reading = read(source, payload, options);
  if (reading.kind !== "alerts") throw new Error("these are no alerts");
  return reading.post;
};

/** As Alertmanager 0.2x posts a group of two, one of which has recovered. */
const ALERTMANAGER = {
  receiver: "botdeck",
  status: "firing",
  alerts: [
    {
      status: "firing",
      labels: { alertname: "DiskFull", instance: "web-1:9100", severity: "critical", service: "shop" },
      annotations: { summary: "97 % of /var is used", description: "longer" },
      startsAt: "2026-11-20T08:58:12.123456789Z",
      endsAt: "0001-01-01T00:00:00Z",
      generatorURL: "http://prometheus:9090/graph?g0.expr=x&g0.tab=1",
      fingerprint: "1a30ba71cca2921f",
    },
    {
      status: "resolved",
      labels: { alertname: "DiskFull", instance: "web-2:9100", severity: "warning", service: "shop" },
      annotations: {},
      startsAt: "2026-11-20T10:00:00+02:00",
      endsAt: "2026-11-20T08:59:00Z",
      generatorURL: "",
      fingerprint: "2b",
    },
  ],
  groupLabels: { alertname: "DiskFull", service: "shop" },
  commonLabels: { alertname: "DiskFull", service: "shop" },
  commonAnnotations: {},
  externalURL: "http://alertmanager:9093",
  version: "4",
  groupKey: '{}/{}:{alertname="DiskFull", service="shop"}',
  truncatedAlerts: 3,
};

describe("monitoring", () => {
  test("Alertmanager's groups are read as they are", () => {
    expect(alertsIn("alertmanager", ALERTMANAGER)).toEqual({
      groupKey: ALERTMANAGER.groupKey,
      groupLabels: { alertname: "DiskFull", service: "shop" },
      title: "DiskFull · shop",
      labels: { alertname: "DiskFull", service: "shop" },
      isOver: false,
      leftOut: 3,
      alerts: [
        {
          fingerprint: "1a30ba71cca2921f",
          name: "DiskFull web-1:9100",
          status: "firing",
          severity: "critical",
          summary: "97 % of /var is used",
          labels: ALERTMANAGER.alerts[0]?.labels,
          startsAt: "2026-11-20T08:58:12.123Z",
          endsAt: null,
          url: "http://prometheus:9090/graph?g0.expr=x&g0.tab=1",
        },
        expect.objectContaining({
          status: "resolved",
          severity: "warning",
          startsAt: "2026-11-20T08:00:00.000Z",
          endsAt: "2026-11-20T08:59:00.000Z",
          url: null,
        }),
      ],
    });
  });

  test("Grafana's are of the same form, and lead to the panel", () => {
    const [alert] = ALERTMANAGER.alerts;
    const grafana = {
      ...ALERTMANAGER,
      version: "1",
      orgId: 1,
      state: "alerting",
      title: "[FIRING:1] DiskFull",
      message: "…",
      alerts: [
        {
          ...alert,
          dashboardURL: "https://grafana.example/d/x",
          panelURL: "https://grafana.example/d/x?viewPanel=2",
          silenceURL: "https://grafana.example/silence",
          values: { B: 44.2 },
          valueString: "[ … ]",
        },
      ],
    };
    expect(alertsIn("grafana", grafana).alerts[0]?.url).toBe("https://grafana.example/d/x?viewPanel=2");
  });

  const ZABBIX = {
    event_source: "0",
    event_id: "4711",
    event_value: "1",
    event_update_status: "0",
    event_nseverity: "4",
    event_name: "High CPU utilization",
    event_opdata: "Current utilization: 97 %",
    event_tags: '[{"tag":"service","value":"shop"}]',
    event_timestamp: "1795165000",
    event_recovery_timestamp: "{EVENT.RECOVERY.TIMESTAMP}",
    trigger_id: "88",
    trigger_description: "",
    host_name: "web-1",
    zabbix_url: "https://zabbix.example/",
  };

  test("Zabbix's problem and its end are the same alert of the same group", () => {
    const problem = alertsIn("zabbix", ZABBIX);
    const end = alertsIn("zabbix", { ...ZABBIX, event_value: "0", event_recovery_timestamp: "1795165060" });
    expect(problem).toMatchObject({ groupKey: end.groupKey, title: "High CPU utilization · shop · web-1" });
    expect(problem.alerts).toMatchObject([
      {
        fingerprint: "4711",
        status: "firing",
        severity: "critical",
        summary: "Current utilization: 97 %",
        labels: { host: "web-1", trigger_id: "88", event_id: "4711", service: "shop" },
        startsAt: "2026-11-20T08:56:40.000Z",
        url: "https://zabbix.example/tr_events.php?triggerid=88&eventid=4711",
      },
    ]);
    expect(end.alerts).toMatchObject([
      {
        fingerprint: "4711",
        status: "resolved",
        startsAt: problem.alerts[0]?.startsAt,
        endsAt: "2026-11-20T08:57:40.000Z",
      },
    ]);
  });

  /** Of Zabbix 6.0, which fills in no timestamps, with how long it took after its problem began. */
  const unfilledAfter = (seconds: number, more: object) => {
    const unfilled = {
      event_timestamp: "{EVENT.TIMESTAMP}",
      event_recovery_timestamp: "{EVENT.RECOVERY.TIMESTAMP}",
      event_date: "2026.11.20",
      event_time: "11:56:40",
    };
    const at = new Date(Date.parse("2026-11-20T08:56:40Z") + seconds * 1_000);
    const options = HookOptions.parse({});
    const read = readHookPost({ ...ZABBIX, ...unfilled, ...more }, { source: "zabbix", options, arrivedAt: at });
    if (read.kind !== "alerts") throw new Error("no alerts");
    return { at, post: read.post };
  };

  test.each([
    ["ahead of UTC", "2026.11.20", "11:56:40"],
    ["behind UTC over midnight", "2026.11.19", "23:26:40"],
    ["of Nepal", "2026.11.20", "14:41:40"],
  ])(
    "Zabbix 6.0 names the same start at each post of a problem, and its end when it comes, by a clock %s",
    (_clock, event_date, event_time) => {
      const began = { event_date, event_time };
      const startsAt = "2026-11-20T08:56:40.000Z";
      const told = (seconds: number, more: object) => unfilledAfter(seconds, { ...began, ...more }).post.alerts;
      expect(told(3, { event_age: "2s" })).toMatchObject([{ startsAt, endsAt: null }]);
      // Sent again while the gateway was away, a day and an hour later.
      expect(told(90_130, { event_age: "1d 1h 1m 10s" })).toMatchObject([{ startsAt }]);
      const over = "2026-11-20T08:57:41.000Z";
      expect(told(61, { event_value: "0", event_age: "1m" })).toMatchObject([{ startsAt: over, endsAt: over }]);
    },
  );

  test.each([
    ["fired by the old media type, recovered by the new", 3, { event_date: "", event_time: "", event_age: "" }],
    ["a firing post 8 minutes late, then the recovery on time", 483, { event_age: "2s" }],
  ])("a problem of Zabbix 6.0 recovers: %s", (_how, seconds, more) => {
    const fired = unfilledAfter(seconds, more);
    const over = unfilledAfter(600, { event_value: "0", event_age: "10m" });
    const rules = { delaySeconds: 0, canBeAsked: false };
    const first = foldAlerts({ group: null, post: fired.post, now: fired.at, ...rules });
    expect(first?.group).toMatchObject({ state: "firing" });
    const last = foldAlerts({ group: first?.group ?? null, post: over.post, now: over.at, ...rules });
    expect(last).toMatchObject({ kind: "resolved", group: { state: "resolved", firing: 0 } });
  });

  test("a macro that an older Zabbix does not know is as if it was not there", () => {
    const old = {
      ...ZABBIX,
      event_timestamp: "{EVENT.TIMESTAMP}",
      zabbix_url: "{$ZABBIX.URL}",
      event_opdata: "*UNKNOWN*",
    };
    expect(alertsIn("zabbix", old).alerts).toMatchObject([
      { startsAt: arrivedAt.toISOString(), url: null, summary: "" },
    ]);
  });

  test("Sentry's alert, and the end of its issue, are the same alert", () => {
    const fired = alertsIn("sentry", {
      action: "triggered",
      data: {
        event: {
          issue_id: "1117540176",
          title: "ReferenceError: heck is not defined",
          level: "error",
          culprit: "?(<anonymous>)",
          project: 1,
          web_url: "https://sentry.io/organizations/x/issues/1117540176/events/e4/",
        },
        triggered_rule: "Very Important Alert Rule!",
      },
      actor: { type: "application" },
    });
    const issue = {
      id: "1117540176",
      shortId: "SHOP-1",
      title: "ReferenceError: heck is not defined",
      level: "error",
      status: "resolved",
    };
    const ended = alertsIn("sentry", { action: "resolved", data: { issue: { ...issue, project: { slug: "shop" } } } });
    expect(fired.alerts).toMatchObject([{ fingerprint: "1117540176", status: "firing", severity: "warning" }]);
    expect(ended.alerts).toMatchObject([
      { fingerprint: "1117540176", status: "resolved", labels: { service: "shop" } },
    ]);
  });

  test("Sentry's metric alerts carry how bad it is in their action", () => {
    const metric = {
      id: "7",
      title: "Too many errors",
      alert_rule: { name: "Errors" },
      date_started: "2026-11-20T08:00:00Z",
    };
    const body = {
      action: "critical",
      data: { metric_alert: metric, description_title: "Critical: Too many errors", web_url: "https://sentry.io/x" },
    };
    expect(alertsIn("sentry", body).alerts).toMatchObject([
      { name: "Errors", severity: "critical", startsAt: "2026-11-20T08:00:00.000Z", url: "https://sentry.io/x" },
    ]);
  });

  test("any other source has its paths, and is grouped by its labels", () => {
    const fields = { title: "check.name", status: "check.state", severity: "check.level", id: "check.id", url: "link" };
    const post = alertsIn(
      "generic",
      {
        check: { name: "Ping", state: "down", level: "high", id: 5 },
        host: "web-1",
        link: "https://x.example",
        more: [],
      },
      { fields },
    );
    expect(post).toMatchObject({ groupKey: "alertname=Ping,host=web-1", title: "Ping · web-1" });
    expect(post.alerts).toMatchObject([
      { fingerprint: "5", severity: "critical", status: "firing", url: "https://x.example" },
    ]);
    expect(alertsIn("generic", { check: { name: "Ping", state: "OK", id: 5 } }, { fields }).alerts[0]?.status).toBe(
      "resolved",
    );
  });
});

describe("records for rules", () => {
  test.each<[string, HookSource, object, object]>([
    [
      "YooKassa",
      "payment",
      {
        type: "notification",
        event: "payment.succeeded",
        object: {
          id: "22d6",
          status: "succeeded",
          amount: { value: "2.00", currency: "RUB" },
          description: "Order 37",
        },
      },
      { id: "22d6", title: "Order 37", status: "succeeded", amount: 2, currency: "RUB" },
    ],
    [
      "Stripe, in cents",
      "payment",
      {
        object: "event",
        type: "payment_intent.succeeded",
        data: { object: { id: "pi_1", amount: 2099, currency: "usd", status: "succeeded", description: "Order 8" } },
      },
      { id: "pi_1", title: "Order 8", status: "succeeded", amount: 20.99, currency: "USD" },
    ],
    [
      "Stripe, in yen, of which there are no cents",
      "payment",
      { object: "event", data: { object: { id: "pi_2", amount: 500, currency: "jpy" } } },
      { id: "pi_2", amount: 500, currency: "JPY" },
    ],
    [
      "a provider that posts forms",
      "payment",
      { TransactionId: "504", Amount: "10.00", Currency: "RUB", Status: "Completed", Description: "Order 7" },
      { id: "504", title: "Order 7", status: "Completed", amount: 10, currency: "RUB" },
    ],
    [
      "1C",
      "one_c",
      { Номер: "00-12", Наименование: "Реализация", Сумма: "1 234,50", Валюта: "rub", Статус: "Проведён" },
      { id: "00-12", title: "Реализация", amount: 1234.5, currency: "RUB", status: "Проведён" },
    ],
    ["anybody", "generic", { any: ["thing", 1, null] }, { id: null, title: null, amount: null, fields: {} }],
  ])("of %s", (_, source, payload, record) => {
    expect(read(source, payload)).toMatchObject({ kind: "record", record });
  });

  test("by the paths that their source has", () => {
    const fields = { title: "doc.0.name", amount: "doc.0.sum", currency: "cur" };
    const payload = { doc: [{ name: "Bill", sum: 7 }], cur: "eur", note: "x" };
    expect(read("one_c", payload, { fields })).toMatchObject({
      record: { title: "Bill", amount: 7, currency: "EUR", fields: { cur: "eur", note: "x" } },
    });
  });
});

test.each<[HookSource, unknown, RegExp, object?]>([
  [
    "alertmanager",
    { groupKey: "x", status: "firing", alerts: [{ startsAt: 5 }] },
    /Alertmanager at alerts\.0\.startsAt/,
  ],
  ["alertmanager", [], /no notification of Alertmanager/],
  ["grafana", { alerts: [] }, /no notification of Grafana at groupKey/],
  ["zabbix", { event_value: "2", event_id: "1" }, /media type for Zabbix at event_value/],
  ["zabbix", { event_value: "1", event_id: "1" }, /names no problem/],
  ["sentry", { action: "triggered", data: {} }, /no error of Sentry/],
  ["payment", "paid", /no object of JSON/],
  ["generic", { name: "x" }, /no title at message/, { fields: { title: "message" } }],
])(
  "%s: what cannot be read is refused in one sentence that says what is missing: %j",
  (source, payload, message, options) => {
    expect(() => read(source, payload, options)).toThrow(AppError);
    expect(() => read(source, payload, options)).toThrow(message);
  },
);

test("whatever is posted, it is read or refused, and no name in it means anything", () => {
  const sources: HookSource[] = ["alertmanager", "grafana", "zabbix", "sentry", "payment", "one_c", "generic"];
  fc.assert(
    fc.property(fc.constantFrom(...sources), fc.jsonValue(), (source, payload) => {
      try {
        // Such paths are refused when they are kept; of those that were kept before nothing comes.
        const options = { ...HookOptions.parse({}), fields: { title: "constructor.name", severity: "__proto__.x" } };
        const reading = readHookPost(payload, { source, options, arrivedAt });
        expect(["alerts", "record"]).toContain(reading.kind);
      } catch (error) {
        expect(error).toBeInstanceOf(AppError);
      }
    }),
  );
});

test("a name of any length makes a key that stays short, and another name another one", () => {
  const long = (end: string) =>
    alertsIn("alertmanager", { ...ALERTMANAGER, groupKey: "x".repeat(20_000) + end }).groupKey;
  expect(long("a").length).toBeLessThan(200);
  expect(long("a")).not.toBe(long("b"));
});

test("a source that tells novels fills no row with them", () => {
  const [alert] = ALERTMANAGER.alerts;
  const long = "😀".repeat(100_000);
  const labels = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`label${index}`, long]));
  const told = {
    ...alert,
    labels,
    annotations: { summary: long },
    generatorURL: `https://x.example/${"x".repeat(9_000)}`,
  };
  const post = alertsIn("alertmanager", { ...ALERTMANAGER, commonLabels: labels, alerts: [told] });
  expect(JSON.stringify(post).length).toBeLessThan(40_000);
  expect(post.alerts[0]).toMatchObject({ fingerprint: "1a30ba71cca2921f", url: null });
  const record = read("payment", { id: "x".repeat(50_000), title: long, note: long, amount: 1 });
  expect(JSON.stringify(record).length).toBeLessThan(3_000);
});
