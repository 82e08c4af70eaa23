import { waitUntil } from "@botdeck/local-stack";

const ANSWERED_WITHIN_MS = 60_000;

type Person = { id: string; role: string };
type Message = { authorId: string; text: string };

/** A client of an emulated portal who writes without a browser. */
export type Client = {
  write(text: string): Promise<void>;
  /** Settles when a bot has said that. @throws Error with the whole dialog when none does in time, a minute by default. */
  hears(pattern: RegExp, withinMs?: number): Promise<void>;
};

/** The emulator's own control API, with which anybody on this portal can be played. */
export function createEmulatorApi(url: string) {
  async function call<Answer>(path: string, body?: unknown, method = "POST"): Promise<Answer> {
    const post = { method, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
    const response = await fetch(new URL(`/emulator/api${path}`, url), body === undefined ? {} : post);
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Answer; // safe: both sides are in this repository
  }

  async function play(clientId: string): Promise<Client> {
    const dialog = await call<{ id: string }>("/dialogs", { as: clientId });
    const messages = `/dialogs/${dialog.id}/messages`;
    return {
      write: async (text) => void (await call(messages, { as: clientId, text })),
      async hears(pattern, withinMs = ANSWERED_WITHIN_MS) {
        let all: Message[] = [];
        const hasAnswer = async () => {
          all = await call<Message[]>(`${messages}?as=${clientId}`);
          return all.some(({ authorId, text }) => authorId !== clientId && pattern.test(text));
        };
        if (await waitUntil(hasAnswer, { timeoutMs: withinMs })) return;
        throw new Error(`No bot has said ${String(pattern)}:\n${all.map(({ text }) => text).join("\n")}`);
      },
    };
  }

  return {
    /** An inbound webhook of the administrator. */
    async makeWebhook(scopes: readonly string[]): Promise<string> {
      return (await call<{ url: string }>("/webhooks", { userId: "1", scopes })).url;
    },

    /** Installs a local app, which tells its handler as a real portal does. */
    async installApp(app: {
      name: string;
      clientId: string;
      clientSecret: string;
      handlerUrl: string;
      redirectUrl?: string;
      scopes: readonly string[];
    }): Promise<void> {
      await call("/apps", app);
    },

    /** What the portal does wrong from now on; everything that is left out is right again. */
    async setFaults(faults: object): Promise<void> {
      await call("/faults", faults, "PUT");
    },

    /** The portal's clients, each in their dialog with the open line. */
    async clients(): Promise<Client[]> {
      const people = await call<Person[]>("/people");
      return await Promise.all(people.filter(({ role }) => role === "client").map(({ id }) => play(id)));
    },
  };
}

/** @throws Error when the portal has nobody of that number, counted from 0. */
export function clientAt(clients: readonly Client[], index: number): Client {
  const client = clients[index];
  if (client === undefined) throw new Error(`The portal has ${clients.length} clients.`);
  return client;
}
