import { execFile } from "node:child_process";
import { promisify } from "node:util";

import { messageOf } from "@botdeck/core";
import { z } from "zod";

import type { Ports } from "./zabbix-parts.ts";
import type { Zabbix } from "./find-zabbix.ts";
import { HOST, ITEM } from "./set-up-zabbix.ts";
import type { ZabbixApi } from "./zabbix-api.ts";

const SEND_TIMEOUT_MS = 10_000;

const Problem = z.object({ eventid: z.string(), clock: z.coerce.number(), r_eventid: z.string() });
const Event = z.object({
  acknowledged: z.string(),
  /** `1` while it is suppressed, by a maintenance or by hand. */
  suppressed: z.string(),
  acknowledges: z.array(z.object({ username: z.string(), message: z.string(), action: z.coerce.number() })),
});
export type ZabbixEvent = z.infer<typeof Event>;
/** `error` is why it could not be posted; empty for one that was. */
const Alert = z.object({
  status: z.string(),
  acknowledgeid: z.string(),
  mediatypeid: z.string(),
  error: z.string(),
});
type ZabbixUpdate = z.infer<typeof Alert>;

/** Sends a value of the watched machine. @returns False while the server does not know the machine yet. */
export async function sendLoad({ sender, environment }: Zabbix, ports: Ports, value: number): Promise<boolean> {
  const args = ["-z", "127.0.0.1", "-p", String(ports.server), "-s", HOST, "-k", ITEM, "-o", String(value)];
  const env = { ...process.env, ...environment };
  const { stdout } = await promisify(execFile)(sender, args, { env, timeout: SEND_TIMEOUT_MS }).catch(
    // It ends with 2 when a value was not taken.
    (error: unknown) => ({ stdout: messageOf(error) }),
  );
  return stdout.includes("processed: 1;");
}

/** The problem that fires; null when none does. `beganAt` is when it began by Zabbix's own words. */
export async function openProblem(api: ZabbixApi): Promise<{ eventId: string; beganAt: Date } | null> {
  const wanted = { output: ["eventid", "clock", "r_eventid"], source: 0, object: 0, ...OF_HOST };
  const problems = await api.call("problem.get", wanted, z.array(Problem));
  const open = problems.find(({ r_eventid }) => r_eventid === "0");
  return open === undefined ? null : { eventId: open.eventid, beganAt: new Date(open.clock * 1_000) };
}

/** Problems of the drill have this tag; Zabbix watches over itself as well. */
const OF_HOST = { tags: [{ tag: "service", value: "shop", operator: 1 }] };

/** What people did with a problem. */
export async function eventOf(api: ZabbixApi, eventId: string): Promise<ZabbixEvent | null> {
  const wanted = { eventids: [eventId], output: ["acknowledged", "suppressed"], select_acknowledges: "extend" };
  const [event] = await api.call("event.get", wanted, z.array(Event));
  return event ?? null;
}

/** What Zabbix has posted, or has to, of what people did with a problem. It fails to tell whoever has no media; that is none. */
export async function updatesOf(api: ZabbixApi, eventId: string): Promise<ZabbixUpdate[]> {
  const wanted = { eventids: [eventId], output: ["status", "acknowledgeid", "mediatypeid", "error"] };
  const alerts = await api.call("alert.get", wanted, z.array(Alert));
  return alerts.filter(({ acknowledgeid, mediatypeid }) => acknowledgeid !== "0" && mediatypeid !== "0");
}

export const isPosted = ({ status }: ZabbixUpdate): boolean => status === SENT;

const SENT = "1";

/** Whether this Zabbix suppresses a problem by hand, as those from 6.2 on do. */
export async function suppressesByHand(api: ZabbixApi): Promise<boolean> {
  const version = await api.version();
  const [major = 0, minor = 0] = version.split(".").map((part) => Number.parseInt(part, 10));
  return major > 6 || (major === 6 && minor >= 2);
}
