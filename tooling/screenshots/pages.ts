import type { SignedIn } from "./sign-in.ts";

export type ShownPage = {
  /** Of its picture's file. */
  name: string;
  path: string;
  /** Pressed once it is there, to show what opens with it. */
  press?: string;
  /** For pages that draw on, in milliseconds. */
  settleMs?: number;
  /** Seen by whoever is not signed in. */
  isStranger?: true;
};

type Thing = { id: string };
type Portal = Thing & { domain: string };
type Rows<Row> = { rows: Row[] };

/** Every page of the console, those of one thing with the first such thing that there is. */
export async function findPages(console: SignedIn): Promise<ShownPage[]> {
  const [portal] = await console.query<Portal[]>("portal.list");
  const bots = await console.query<(Thing & { code: string })[]>("bot.list");
  const bot = bots.find(({ code }) => code === "store") ?? bots[0];
  return [
    { name: "sign-in", path: "/login", isStranger: true },
    { name: "set-password", path: "/set-password#token-of-a-picture", isStranger: true },
    { name: "now", path: "/conversations" },
    { name: "now-waiting", path: "/conversations?queue=queue" },
    { name: "now-palette", path: "/conversations", press: "Control+k" },
    { name: "now-shortcuts", path: "/conversations", press: "?" },
    ...(await conversationPages(console)),
    { name: "workflows", path: "/workflows" },
    ...(await workflowPages(console)),
    { name: "quality", path: "/quality", settleMs: 800 },
    { name: "quality-visits", path: "/quality/visits" },
    { name: "training", path: "/training" },
    { name: "deliveries", path: "/deliveries" },
    { name: "deliveries-in-doubt", path: "/deliveries/in-doubt" },
    { name: "deliveries-letters", path: "/deliveries/letters" },
    ...(await letterPages(console)),
    { name: "deliveries-intake", path: "/deliveries/intake" },
    { name: "deliveries-jobs", path: "/deliveries/jobs" },
    ...(portal === undefined ? [] : await notificationPages(console, portal.id)),
    { name: "portals", path: "/portals" },
    { name: "portals-connect", path: "/portals/connect" },
    ...(portal === undefined ? [] : [{ name: "portal", path: `/portals/${portal.id}` }]),
    ...(portal === undefined || bot === undefined
      ? []
      : [
          { name: "bot", path: `/portals/${portal.id}/bots/${bot.id}` },
          { name: "bot-texts", path: `/bots/${bot.id}/texts` },
          { name: "bot-dialogs", path: `/bots/${bot.id}/dialogs`, settleMs: 1_500 },
        ]),
    { name: "access", path: "/access" },
    { name: "access-people", path: "/access/people" },
    { name: "access-sessions", path: "/access/sessions" },
    { name: "access-audit", path: "/access/audit" },
    { name: "access-erase", path: "/access/erase" },
  ];
}

async function conversationPages(console: SignedIn): Promise<ShownPage[]> {
  const { rows } = await console.query<Rows<Thing & { owner: string }>>("conversation.list", {
    queue: "all",
    portalId: null,
  });
  // Who has waited longest.
  const waiting = rows.findLast(({ owner }) => owner.startsWith("queue:")) ?? rows[0];
  return waiting === undefined ? [] : [{ name: "conversation", path: `/conversations?id=${waiting.id}` }];
}

async function workflowPages(console: SignedIn): Promise<ShownPage[]> {
  const { rows } = await console.query<Rows<Thing>>("workflow.list", {});
  return rows.slice(0, 1).map(({ id }) => ({ name: "workflow", path: `/workflows/${encodeURIComponent(id)}` }));
}

async function letterPages(console: SignedIn): Promise<ShownPage[]> {
  const { rows } = await console.query<Rows<Thing>>("deadLetter.list", {});
  return rows.slice(0, 1).map(({ id }) => ({ name: "deliveries-letter", path: `/deliveries/letters/${id}` }));
}

async function notificationPages(console: SignedIn, portalId: string): Promise<ShownPage[]> {
  const groups = await console.query<Rows<Thing>>("alert.list", { portalId });
  const rotas = await console.query<Thing[]>("rota.list", { portalId });
  const { policies } = await console.query<{ policies: Thing[] }>("policy.list", { portalId });
  const rules = await console.query<{ code: string }[]>("notificationRule.list", { portalId });
  const room = "/notifications";
  return [
    { name: "notifications-rules", path: `${room}/rules` },
    ...rules.slice(0, 1).map(({ code }) => ({ name: "notifications-rule", path: `${room}/rules/${code}` })),
    { name: "notifications-log", path: `${room}/log` },
    { name: "notifications-alerts", path: `${room}/alerts` },
    ...groups.rows.slice(0, 1).map(({ id }) => ({ name: "notifications-alert", path: `${room}/alerts/${id}` })),
    { name: "notifications-sources", path: `${room}/sources` },
    { name: "notifications-silences", path: `${room}/silences` },
    { name: "notifications-policies", path: `${room}/policies` },
    ...policies.slice(0, 1).map(({ id }) => ({ name: "notifications-policy", path: `${room}/policies/${id}` })),
    { name: "notifications-on-call", path: `${room}/on-call` },
    ...rotas.slice(0, 1).map(({ id }) => ({ name: "notifications-rota", path: `${room}/on-call/${id}` })),
  ];
}
