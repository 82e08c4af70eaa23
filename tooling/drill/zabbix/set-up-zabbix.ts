import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";

import { z } from "zod";

import type { ZabbixApi } from "./zabbix-api.ts";

const MEDIA_TYPE = join(import.meta.dirname, "../../../infra/zabbix/media-type-botdeck.yaml");

export const HOST = "web-1";
export const ITEM = "cpu.load";
export const TRIGGER = "High CPU utilization";

/** Numbers of Zabbix's API. */
const USER_TYPE = 1;
const ALLOW_LIST = 1;
const READ = 2;
const TRAPPER = 2;
const FLOAT = 0;
const HIGH = 4;
const SECRET_TEXT = 1;
const TRIGGERS = 0;
const ALL_SEVERITIES = 63;
const SEND_MESSAGE = 0;
const TELL_ALL_OF_RECOVERY = 11;
const TELL_ALL_OF_UPDATE = 12;

/** What a call that makes something answers: its ids, under a name of their own. */
const Made = z.record(z.string(), z.array(z.string())).transform((ids) => Object.values(ids)[0]?.[0] ?? "");

/** A machine whose load somebody else sends, and whoever watches over it. */
export async function makeHost(api: ZabbixApi): Promise<{ groupId: string }> {
  const groupId = await api.call("hostgroup.create", { name: "Shop" }, Made);
  const hostid = await api.call("host.create", { host: HOST, groups: [{ groupid: groupId }], interfaces: [] }, Made);
  const item = { hostid, name: "Load", key_: ITEM, type: TRAPPER, value_type: FLOAT };
  await api.call("item.create", item, Made);
  const trigger = {
    description: TRIGGER,
    expression: `last(/${HOST}/${ITEM})>90`,
    priority: HIGH,
    opdata: "Load {ITEM.LASTVALUE1}",
    tags: [{ tag: "service", value: "shop" }],
  };
  await api.call("trigger.create", trigger, Made);
  return { groupId };
}

/**
 * Somebody for Botdeck in Zabbix who may do no more than the documentation says: see the machine, and call `event.acknowledge`.
 *
 * @returns The token of their API.
 */
export async function makeBotdeckUser(
  api: ZabbixApi,
  { groupId }: { groupId: string },
): Promise<{ userId: string; token: string }> {
  const rules = { "api.access": 1, "api.mode": ALLOW_LIST, api: ["event.acknowledge"] };
  const roleid = await api.call("role.create", { name: "Botdeck", type: USER_TYPE, rules }, Made);
  const rights = [{ id: groupId, permission: READ }];
  const usrgrpid = await api.call("usergroup.create", { name: "Botdeck", rights }, Made);
  const user = { username: "botdeck", passwd: randomBytes(12).toString("hex"), roleid, usrgrps: [{ usrgrpid }] };
  const userId = await api.call("user.create", user, Made);
  const tokenId = await api.call("token.create", { name: "Botdeck", userid: userId }, Made);
  const [made] = await api.call("token.generate", [tokenId], z.tuple([z.object({ token: z.string() })]));
  return { userId, token: made.token };
}

/** The steps that stand in the description of our media type. */
export async function setUpMediaType(
  api: ZabbixApi,
  { userId, hook, frontendUrl }: { userId: string; hook: { address: string; secret: string }; frontendUrl: string },
): Promise<void> {
  const rules = { mediaTypes: { createMissing: true, updateExisting: true } };
  const source = readFileSync(MEDIA_TYPE, "utf8");
  await api.call("configuration.import", { format: "yaml", source, rules }, z.literal(true));
  const macros = [
    { macro: "{$BOTDECK.SECRET}", value: hook.secret, type: SECRET_TEXT },
    { macro: "{$ZABBIX.URL}", value: frontendUrl },
  ];
  await api.call("usermacro.createglobal", macros, Made);
  const wanted = { filter: { name: "Botdeck" }, output: ["mediatypeid"] };
  const [{ mediatypeid }] = await api.call("mediatype.get", wanted, z.tuple([z.object({ mediatypeid: z.string() })]));
  const media = { mediatypeid, sendto: hook.address, active: 0, severity: ALL_SEVERITIES, period: "1-7,00:00-24:00" };
  await api.call("user.update", { userid: userId, medias: [media] }, Made);
  const toAll = (operationtype: number) => [{ operationtype, opmessage: { default_msg: 1 } }];
  const action = {
    name: "Botdeck",
    eventsource: TRIGGERS,
    esc_period: "1h",
    operations: [
      {
        operationtype: SEND_MESSAGE,
        opmessage: { default_msg: 1, mediatypeid },
        opmessage_usr: [{ userid: userId }],
      },
    ],
    recovery_operations: toAll(TELL_ALL_OF_RECOVERY),
    update_operations: toAll(TELL_ALL_OF_UPDATE),
  };
  await api.call("action.create", action, Made);
}
