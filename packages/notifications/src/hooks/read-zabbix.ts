import { type Alert, type Severity } from "@botdeck/core";
import { z } from "zod";

import type { AlertPost } from "./hook-post.ts";
import { labelGroup } from "./label-group.ts";
import { notReadable } from "./not-readable.ts";
import { RefusedPost } from "./post-refusal.ts";
import { textOf } from "./value-at.ts";
import { zabbixMoments } from "./zabbix-moments.ts";

/** Zabbix's numbers of severities: not classified, information, warning, average, high, disaster. */
const SEVERITIES: readonly Severity[] = ["info", "info", "warning", "warning", "critical", "critical"];

/** A macro that Zabbix could not fill in stays as it is, or becomes this. */
const UNFILLED = /^(\*UNKNOWN\*|\{[A-Z$][^}]*\})$/;

const Text = z
  .unknown()
  .optional()
  .transform((value) => textOf(value) ?? "")
  .transform((text) => (UNFILLED.test(text) ? "" : text));

/** The parameters of the media type that is shipped in `infra/zabbix`; each is a macro that Zabbix fills in. */
const ZabbixPost = z.object({
  event_id: z.coerce.string().min(1),
  /** `1` is a problem, `0` its end. */
  event_value: z.enum(["0", "1"]).or(z.literal([0, 1]).transform((value) => String(value))),
  /** `1` when somebody acknowledged, commented or changed it. */
  event_update_status: Text,
  event_nseverity: Text,
  event_name: Text,
  event_opdata: Text,
  event_tags: z.unknown().optional(),
  event_timestamp: Text,
  event_date: Text,
  event_time: Text,
  event_age: Text,
  event_recovery_timestamp: Text,
  trigger_id: Text,
  trigger_description: Text,
  host_name: Text,
  zabbix_url: Text,
});

/**
 * Reads what the media type for Zabbix posts: one problem, or its end.
 *
 * @throws AppError `invalid` for anything else.
 */
export function readZabbix(
  payload: unknown,
  { groupBy, arrivedAt }: { groupBy: readonly string[]; arrivedAt: Date },
): AlertPost {
  const read = ZabbixPost.safeParse(payload);
  if (!read.success) throw notReadable("no_zabbix", read.error);
  const post = read.data;
  const isResolved = post.event_value === "0";
  const name = post.event_name || post.trigger_description;
  if (name === "") throw new RefusedPost("invalid", "zabbix_names_none");
  const { startsAt, endsAt } = momentsOf(post, { isResolved, arrivedAt });
  const labels = {
    ...tagsOf(post.event_tags),
    alertname: name,
    ...(post.host_name !== "" && { host: post.host_name }),
    ...(post.trigger_id !== "" && { trigger_id: post.trigger_id }),
    event_id: post.event_id,
  };
  const alert: Alert = {
    fingerprint: post.event_id,
    name: post.host_name === "" ? name : `${name} ${post.host_name}`,
    status: isResolved ? "resolved" : "firing",
    severity: SEVERITIES[Number(post.event_nseverity || 2)] ?? "warning",
    summary: post.event_opdata || post.trigger_description,
    labels,
    startsAt,
    endsAt: isResolved ? endsAt : null,
    url: addressOf(post),
  };
  return labelGroup(alert, groupBy);
}

const momentsOf = (
  post: z.infer<typeof ZabbixPost>,
  { isResolved, arrivedAt }: { isResolved: boolean; arrivedAt: Date },
) =>
  zabbixMoments(
    {
      isOver: isResolved,
      timestamp: post.event_timestamp,
      recoveryTimestamp: post.event_recovery_timestamp,
      date: post.event_date,
      time: post.event_time,
      age: post.event_age,
    },
    arrivedAt,
  );

const Tags = z.array(z.object({ tag: z.string().min(1), value: z.coerce.string() })).max(100);

/** Zabbix fills `{EVENT.TAGSJSON}` in as a text of JSON. */
function tagsOf(given: unknown): Record<string, string> {
  let tags = given;
  try {
    if (typeof given === "string") tags = JSON.parse(given);
  } catch {
    return {}; // the macro was not filled in
  }
  const read = Tags.safeParse(tags);
  return read.success ? Object.fromEntries(read.data.map(({ tag, value }) => [tag, value])) : {};
}

function addressOf({ zabbix_url: base, trigger_id, event_id }: z.infer<typeof ZabbixPost>): string | null {
  if (!/^https?:\/\//i.test(base) || !URL.canParse(base)) return null;
  const url = new URL(`${base.replace(/\/+$/, "")}/tr_events.php`);
  url.searchParams.set("triggerid", trigger_id);
  url.searchParams.set("eventid", event_id);
  return url.href;
}
