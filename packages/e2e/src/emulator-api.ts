import { waitUntil } from "@botdeck/local-stack";

const ANSWERED_WITHIN_MS = 60_000;

type Person = { id: string; role: string };
type Message = { authorId: string; text: string };

/** A client of an emulated portal who writes without a browser. */
export type Client = {
  write(text: string): Promise<void>;
  /** Settles when a bot has said that. @throws Error with the whole dialog when none does within a minute. */
  hears(pattern: RegExp): Promise<void>;
};

/** The emulator's own control API, with which anybody on this portal can be played. */
export function createEmulatorApi(url: string) {
  async function call<Answer>(path: string, body?: unknown): Promise<Answer> {
    const post = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
    const response = await fetch(new URL(`/emulator/api${path}`, url), body === undefined ? {} : post);
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Answer; // safe: both sides are in this repository
  }

  return {
    /** An inbound webhook of the administrator. */
    async makeWebhook(scopes: readonly string[]): Promise<string> {
      return (await call<{ url: string }>("/webhooks", { userId: "1", scopes })).url;
    },

    /** The portal's first client, in their dialog with the open line. */
    async firstClient(): Promise<Client> {
      const people = await call<Person[]>("/people");
      const client = people.find(({ role }) => role === "client");
      if (client === undefined) throw new Error("The portal has no client.");
      const dialog = await call<{ id: string }>("/dialogs", { as: client.id });
      const messages = `/dialogs/${dialog.id}/messages`;
      return {
        write: async (text) => void (await call(messages, { as: client.id, text })),
        async hears(pattern) {
          let all: Message[] = [];
          const hasAnswer = async () => {
            all = await call<Message[]>(`${messages}?as=${client.id}`);
            return all.some(({ authorId, text }) => authorId !== client.id && pattern.test(text));
          };
          if (await waitUntil(hasAnswer, { timeoutMs: ANSWERED_WITHIN_MS })) return;
          throw new Error(`No bot has said ${String(pattern)}:\n${all.map(({ text }) => text).join("\n")}`);
        },
      };
    },
  };
}
