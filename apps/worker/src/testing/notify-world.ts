import { notifyBot } from "@botdeck/bots";
import { createFakePortal, type FakeMethod } from "@botdeck/b24-client/testing";
import type { PortalChange, RecordChange } from "@botdeck/core";
import { keepEvents, notification, portal as portalTable, rateBudget } from "@botdeck/db";
import { GrantNeeded } from "@botdeck/portal-clients";
import { asc } from "drizzle-orm";

import type { Carriers } from "../deliverer/carrier.ts";
import { createPortalRules } from "../notifications/portal-rules.ts";
import { createClaimServices } from "../notifications/take/claim-services.ts";
import { webhookCarriers } from "./webhook-carriers.ts";
import { createWorld } from "./world.ts";

type Row = Record<string, unknown>;

/** Anna and Boris sell under Clara, who heads their department; Dora heads the company. Eva packs orders, Filip has left. */
const PEOPLE = [
  ["2", "Anna", "Berg", 3],
  ["3", "Boris", "Klein", 3],
  ["4", "Clara", "Meier", 3],
  ["5", "Dora", "Lang", 1],
  ["6", "Eva", "Stern", 7],
] as const;
const USERS = [
  ...PEOPLE.map(([ID, NAME, LAST_NAME, department]) => ({
    ID,
    NAME,
    LAST_NAME,
    ACTIVE: true,
    UF_DEPARTMENT: [department],
  })),
  { ID: "8", NAME: "Filip", LAST_NAME: "Roth", ACTIVE: false, UF_DEPARTMENT: [3] },
];
const DEPARTMENTS = [
  { ID: "1", NAME: "Company", UF_HEAD: "5" },
  { ID: "3", NAME: "Sales", PARENT: "1", UF_HEAD: "4" },
  { ID: "7", NAME: "Orders", PARENT: "1", UF_HEAD: "5" },
];
const STATUSES = [
  ...[
    ["NEW", "New"],
    ["PREPARATION", "Papers"],
    ["WON", "Won", "S"],
    ["LOSE", "Lost", "F"],
  ].map(([STATUS_ID, NAME, SEMANTICS = null]) => ({ ENTITY_ID: "DEAL_STAGE", STATUS_ID, NAME, SEMANTICS, SORT: 10 })),
  { ENTITY_ID: "STATUS", STATUS_ID: "NEW", NAME: "Unprocessed", SEMANTICS: null },
  { ENTITY_ID: "SOURCE", STATUS_ID: "WEB", NAME: "Web site" },
];

/** A world whose portal has people, deals, leads and tasks, with the notification bot at work on it. */
export async function createNotifyWorld() {
  const world = await createWorld(notifyBot);
  const items: Record<string, Row> = {};
  const tasks: Record<string, Row> = {};
  const steps: Row[] = [];
  const history: Row[] = [];
  const comments: Record<string, Row> = {};
  const refuse = (error: string, error_description: string) => ({ error, error_description });
  /** Set to have the portal refuse what somebody does, or nobody's permission there. */
  const portal = { refusesAssigning: false, refusesCompleting: false, lacksPermission: false };
  let messages = 100;
  const methods: Record<string, FakeMethod> = {
    "user.get": () => USERS,
    // Dora set the app up.
    profile: () => ({ ID: "5", ADMIN: true, NAME: "Dora", LAST_NAME: "Lang", PERSONAL_GENDER: "" }),
    "department.get": () => DEPARTMENTS,
    "crm.category.list": () => ({ categories: [{ id: 0, name: "Sales", sort: 100 }] }),
    "crm.status.list": ({ filter }) => {
      const wanted = (filter as Row | undefined)?.["ENTITY_ID"];
      return STATUSES.filter(({ ENTITY_ID }) => wanted === undefined || ENTITY_ID === wanted);
    },
    "crm.item.get": ({ entityTypeId, id }) => {
      const item = items[`${String(entityTypeId)}:${String(id)}`];
      if (item === undefined) throw refuse("NOT_FOUND", "Not found");
      return { item };
    },
    "crm.item.update": ({ entityTypeId, id, fields }) => {
      if (portal.refusesAssigning) throw refuse("ACCESS_DENIED", "Access denied.");
      return { item: Object.assign(items[`${String(entityTypeId)}:${String(id)}`] ?? {}, fields) };
    },
    "crm.stagehistory.list": ({ filter }) => {
      const owner = String((filter as Row)["OWNER_ID"]);
      return { items: steps.filter((step) => step["OWNER_ID"] === owner).toReversed() };
    },
    "tasks.task.get": ({ taskId }) => {
      const task = tasks[String(taskId)];
      return task === undefined ? [] : { task };
    },
    "tasks.task.complete": () => {
      if (portal.refusesCompleting) throw refuse("ACCESS_DENIED", "Access denied.");
      return { task: true };
    },
    "tasks.task.history.list": () => ({ list: history.toReversed() }),
    "task.commentitem.get": ({ ITEMID }) => comments[String(ITEMID)],
    "imbot.v2.Chat.Message.send": () => ({ id: ++messages, uuidMap: {} }),
    "imbot.v2.Chat.Message.update": () => true,
  };
  const { transport, requests } = createFakePortal(methods);
  const rules = createPortalRules({ db: world.db, portals: world.portals });
  world.deps.notifying = { ...world.deps.notifying, rules };
  await world.db.update(portalTable).set({ rights: "owner" });
  const carriers: Carriers = webhookCarriers(world, transport, (real) => async (of, personId, ...more) => {
    if (portal.lacksPermission) throw new GrantNeeded(of.id, personId);
    return await real(of, personId, ...more);
  });
  const claims = createClaimServices({ db: world.db, rules: world.deps.notifying.rules });
  world.deps.outside = {
    ...world.deps.outside,
    servicesFor: (_code, { portalId, botId, dialog, person }, conversationId) => ({
      claims: claims.of({ portalId, botId, conversationId, dialog, person }),
    }),
  };
  let count = 0;

  return {
    ...world,
    items,
    tasks,
    steps,
    history,
    comments,
    requests,
    refusal: portal,
    carriers,
    /** What the portal keeps about rules and the bot has changed. */
    forgetRules: rules.forget,

    /** The portal tells that something changed. */
    async changed(
      subject: string,
      change: PortalChange["change"],
      { by = null, at }: { by?: string | null; at?: string } = {},
    ) {
      const event: PortalChange = {
        kind: "portal.changed",
        portalId: world.portal.id,
        botId: null,
        subject,
        change,
        userId: by,
        occurredAt: at ?? new Date().toISOString(),
      };
      await keepEvents(world.db, [{ dedupeKey: `change-${++count}`, event }], { source: "webhook" });
    },

    /** A look at all records found something. */
    async found(subject: string, change: "overdue" | "stale", record: Row): Promise<void> {
      const people = Object.fromEntries(
        PEOPLE.map(([id, first, last, department]) => {
          const headIds = id === "4" ? ["5"] : ["4", "5"];
          return [id, { name: `${first} ${last}`, headIds, departmentIds: [String(department)] }];
        }),
      );
      const event: RecordChange = {
        kind: "record.changed",
        portalId: world.portal.id,
        botId: world.bot.id,
        subject,
        change,
        record,
        history: null,
        people,
        userId: null,
        occurredAt: new Date().toISOString(),
      };
      await keepEvents(world.db, [{ dedupeKey: `found-${++count}`, event }], { source: "fetch" });
    },

    /** Somebody presses a button of a card, or types the command, in their own dialog. */
    async press(personId: string, command: string, params: string): Promise<void> {
      const name =
        PEOPLE.find(([id]) => id === personId)
          ?.slice(1, 3)
          .join(" ") ?? `Person ${personId}`;
      await world.give({
        kind: "command.called",
        person: { id: personId, name, kind: "employee" },
        dialog: { id: personId, chatId: null, type: "private", title: name, entityId: null },
        message: { id: String(++messages), text: `/${command} ${params}`, files: [] },
        command: { id: "1", name: command, params, context: "keyboard" },
      });
    },

    /** Runs and delivers until nothing is left to do. */
    async settle(): Promise<void> {
      // Many tests share a portal; none of them is about its limits.
      await world.db.update(rateBudget).set({ arrivalAt: new Date() });
      for (;;) {
        await world.runAll();
        if (!(await world.deliverOnce(carriers))) return;
      }
    },

    /** What became of the rules, oldest first. */
    notifications: () =>
      world.db.select().from(notification).orderBy(asc(notification.createdAt), asc(notification.id)),

    /** Who was told what by a message of their own. */
    async told(): Promise<{ to: string; text: string; rows: Record<string, string> }[]> {
      return (await world.effects()).flatMap(({ body }) => {
        if (body.kind !== "chat.send" && body.kind !== "chat.notify") return [];
        const rows = body.card?.blocks.flatMap((block) => (block.kind === "rows" ? block.rows : [])) ?? [];
        return [
          {
            to: body.dialogId,
            text: body.text,
            rows: Object.fromEntries(rows.map(({ name, value }) => [name, value])),
          },
        ];
      });
    },
  };
}
export type NotifyWorld = Awaited<ReturnType<typeof createNotifyWorld>>;
