import { AppError, messageOf } from "@botdeck/core";

import { callJson } from "../start/http.ts";
import type { SignedIn } from "./sign-in.ts";

type Options = {
  emulatorUrl: string;
  gatewayUrl: string;
  console: SignedIn;
  say: (line: string) => void;
};

type Person = { id: string; name: string; role: string };

/** What is written; or a file that is sent without a word, in base64. */
type Line = string | { name: string; contentBase64: string };

/** A picture of one grey pixel. */
const PHOTO: Line = {
  name: "broken chair.png",
  contentBase64: "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGM4AgAA0gDRXm1WJAAAAABJRU5ErkJggg==",
};

/** Whoever writes this morning, and what; each waits for the bot's answer before the next line. */
const CLIENTS: readonly { firstName: string; lastName: string; language: "en" | "ru"; lines: readonly Line[] }[] = [
  {
    firstName: "Anna",
    lastName: "Field",
    language: "en",
    lines: ["Hello!", "where is my order A-1042?", "+12025553101", "thanks"],
  },
  {
    firstName: "Boris",
    lastName: "Lane",
    language: "en",
    lines: ["I want to return the chair", "A-1044", "+12025553101", "It is broken", PHOTO, "Yes, send it"],
  },
  { firstName: "Clara", lastName: "Weiss", language: "en", lines: ["I was charged twice!", "I need a person"] },
  { firstName: "Дмитрий", lastName: "Орлов", language: "ru", lines: ["Где мой заказ?", "не помню номер", "оператора"] },
  { firstName: "Elena", lastName: "Popescu", language: "en", lines: ["Do you have the kettle in stock?"] },
  { firstName: "Мария", lastName: "Ким", language: "ru", lines: ["Здравствуйте", "Когда вы работаете?"] },
  { firstName: "Omar", lastName: "Haddad", language: "en", lines: ["blorp frobnicate?", "the grommet of my whatsit"] },
  { firstName: "Светлана", lastName: "Ершова", language: "ru", lines: ["Хочу вернуть чайник", "A-1048"] },
];
const nextYear = new Date().getFullYear() + 1;
/** What colleagues ask of the bots inside, and answer them. */
const COLLEAGUES_ASK: readonly { as: string; bot: string; lines: readonly Line[] }[] = [
  { as: "Emma (employee)", bot: "HR assistant", lines: [`/vacation 15.07.${nextYear}–28.07.${nextYear}`] },
  {
    as: "Igor Belov",
    bot: "Helpdesk",
    lines: ["The printer on the second floor is broken", "Equipment", "It jams", "Yes, send it"],
  },
  { as: "Sofia Keller", bot: "Reports", lines: ["/help"] },
  { as: "Daniel Weiss", bot: "Sales assistant", lines: ["/help"] },
];
const ALERTS = ["DiskFull", "CheckoutSlow"];
/** Enough for the bot's answer, which takes a tenth of it. */
const PAUSE_MS = 900;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Lets clients write, colleagues ask and monitoring fire, so that every room of the console has something to show. */
export async function playMorning({ emulatorUrl, gatewayUrl, console, say }: Options): Promise<void> {
  const api = `${emulatorUrl}/emulator/api`;
  for (const { lines, ...settler } of CLIENTS) {
    const person = (await callJson(`${api}/people`, { ...settler, role: "client" })) as Person; // safe: both sides are here
    await write(api, person.id, lines);
  }
  say("clients have written");
  const people = (await callJson(`${api}/people`)) as Person[]; // safe: as above
  for (const { as, bot: botName, lines } of COLLEAGUES_ASK) {
    const colleague = people.find(({ name }) => name === as);
    const bot = people.find(({ role, name }) => role === "bot" && name === botName);
    if (colleague !== undefined && bot !== undefined) await write(api, colleague.id, lines, bot.id);
  }
  await fireAlerts(gatewayUrl, console, say);
}

async function write(api: string, as: string, lines: readonly Line[], botId?: string): Promise<void> {
  const dialog = (await callJson(`${api}/dialogs`, { as, ...(botId !== undefined && { botId }) })) as { id: string }; // safe: as above
  for (const line of lines) {
    const said = typeof line === "string" ? { text: line } : { text: "", files: [line] };
    await callJson(`${api}/dialogs/${encodeURIComponent(dialog.id)}/messages`, { as, ...said });
    await pause(PAUSE_MS);
  }
}

async function fireAlerts(gatewayUrl: string, console: SignedIn, say: (line: string) => void): Promise<void> {
  const [portal] = await console.query<{ id: string }[]>("portal.list");
  const bots = await console.query<{ id: string; code: string }[]>("bot.list");
  const bot = bots.find(({ code }) => code === "notify");
  if (portal === undefined || bot === undefined) return;
  try {
    const { id, secret } = await console.mutate<{ id: string; secret: string }>("hook.create", {
      portalId: portal.id,
      botId: bot.id,
      name: "Monitoring of the shop",
      kind: "alertmanager",
    });
    const url = new URL(`/hooks/alertmanager/${id}`, gatewayUrl);
    for (const alertname of ALERTS) {
      const labels = { alertname, service: "shop", severity: "critical" };
      const alert = {
        status: "firing",
        labels: { ...labels, instance: "web-1" },
        annotations: { summary: `${alertname} on web-1` },
        startsAt: new Date().toISOString(),
      };
      const body = {
        version: "4",
        status: "firing",
        groupKey: `{}:{alertname="${alertname}"}`,
        groupLabels: labels,
        commonLabels: labels,
        commonAnnotations: {},
        externalURL: "http://127.0.0.1:9093",
        alerts: [alert],
      };
      const headers = { "content-type": "application/json", authorization: `Bearer ${secret}` };
      const { status } = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
      if (status !== 200) throw new AppError("rejected", `the gateway answered ${status}`);
    }
    await pause(PAUSE_MS);
  } catch (error) {
    say(`no alerts: ${messageOf(error)}`);
  }
}
