import { expect, test } from "vitest";

import { httpBuildQuery } from "../__fixtures__/http-build-query.ts";
import { parseBody } from "../parse-body.ts";
import { readEnvelope } from "../read-envelope.ts";
import { toKeyedPortalChange } from "./keyed-portal-change.ts";
import { parseOfflineEvent, parsePortalEvent } from "./parse-portal-event.ts";

const PORTAL = "0198a3a0-0000-7000-8000-000000000001";
const ARRIVED = new Date("2026-05-14T10:00:00Z");

function posted(event: string, data: object, ts = "1771928985", portalId = PORTAL) {
  const body = parseBody("application/x-www-form-urlencoded", httpBuildQuery({ event, data, ts, auth: {} }));
  const parsed = parsePortalEvent(readEnvelope(body), ARRIVED);
  return parsed === null ? null : toKeyedPortalChange(parsed, portalId);
}

function queued(EVENT_NAME: string, EVENT_DATA: object, TIMESTAMP_X: string) {
  const parsed = parseOfflineEvent({ EVENT_NAME, EVENT_DATA, TIMESTAMP_X }, ARRIVED);
  return parsed === null ? null : toKeyedPortalChange(parsed, PORTAL);
}

const DEAL = { FIELDS: { ID: 17 } };

test("a change names its record, so that the changes of one record stay in order", () => {
  const subjects = [
    posted("ONCRMDEALUPDATE", DEAL),
    posted("ONCRMDEALMOVETOCATEGORY", { FIELDS: { ID: 17, CATEGORY_ID: 5, STAGE_ID: "C5:NEW" } }),
    posted("ONCRMDYNAMICITEMUPDATE", { FIELDS: { ID: 17, ENTITY_TYPE_ID: 128 } }),
    posted("ONTASKUPDATE", { FIELDS_BEFORE: { ID: 9 }, FIELDS_AFTER: { ID: 9 } }),
    posted("ONTASKCOMMENTADD", { FIELDS_AFTER: { ID: 0, TASK_ID: 9, MESSAGE_ID: 1458 } }),
  ].map((keyed) => keyed?.event.kind === "portal.changed" && keyed.event.subject);
  expect(subjects).toEqual(["deal:17", "deal:17", "item:128:17", "task:9", "task:9"]);
});

test("what happens once in a record's life is one event, whenever and by whichever way it is told", () => {
  const webhook = posted("ONCRMDEALADD", DEAL);
  expect(posted("ONCRMDEALADD", DEAL, "1771930000")?.dedupeKey).toBe(webhook?.dedupeKey);
  expect(queued("ONCRMDEALADD", DEAL, "2026-02-24T11:00:00+00:00")?.dedupeKey).toBe(webhook?.dedupeKey);
});

test("a change told twice is one event, and two changes of one record are two", () => {
  const first = posted("ONCRMDEALUPDATE", DEAL);
  expect(posted("ONCRMDEALUPDATE", DEAL)).toEqual(first);
  const others = [
    posted("ONCRMDEALUPDATE", DEAL, "1771928986"),
    posted("ONCRMDEALDELETE", DEAL),
    posted("ONCRMLEADUPDATE", DEAL),
    posted("ONCRMDEALUPDATE", { FIELDS: { ID: 18 } }),
    posted("ONCRMDEALUPDATE", DEAL, undefined, "0198a3a0-0000-7000-8000-000000000002"),
  ].map((keyed) => keyed?.dedupeKey);
  expect(new Set([first?.dedupeKey, ...others]).size).toBe(6);
});

test("a row of the offline queue tells the same change as a webhook of the same second", () => {
  const row = queued("ONCRMDEALUPDATE", DEAL, "2026-02-24T13:29:45+03:00");
  expect(row?.dedupeKey).toBe(posted("ONCRMDEALUPDATE", DEAL)?.dedupeKey);
});

test.each<[string, object]>([
  ["ONOFFLINEEVENT", {}],
  ["ONAPPPAYMENT", { STATUS: "S", PAYMENT_EXPIRED: "N" }],
  ["ONIMCONNECTORSTATUSDELETE", { connector: "mine", line: 107 }],
])("%s concerns nobody", (event, data) => {
  expect(posted(event, data)).toBeNull();
});
