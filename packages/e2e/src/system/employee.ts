import { waitUntil } from "@botdeck/local-stack";

const ANSWERED_WITHIN_MS = 60_000;

export type Heard = { id: string; authorId: string; text: string; keyboard: unknown };

/** Somebody of an emulated portal who talks to a bot in private, without a browser. */
export type Employee = {
  write(text: string): Promise<void>;
  /** The next message of the bot that says it, after those that were heard before. @throws Error with the dialog when none comes in time. */
  hears(pattern: RegExp): Promise<Heard>;
  /** Presses the button of a message that says this. */
  presses(message: Heard, button: string): Promise<void>;
  /** A message that was heard before, as soon as it says something else. @throws Error when it never does. */
  sees(message: Heard, pattern: RegExp): Promise<void>;
  /** Presses the link button of a message, signed in to the portal as this person, whoever it was for. */
  opens(message: Heard): Promise<{ status: number; page: string }>;
};

export async function playEmployee(portalUrl: string, personId: string, botUserId: string): Promise<Employee> {
  async function call<Answer>(path: string, body?: unknown): Promise<Answer> {
    const post = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
    const response = await fetch(new URL(`/emulator/api${path}`, portalUrl), body === undefined ? {} : post);
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Answer; // safe: both sides are in this repository
  }

  const dialog = await call<{ id: string }>("/dialogs", { as: personId, botId: botUserId });
  const messages = `/dialogs/${dialog.id}/messages`;
  const heard = new Set<string>();

  return {
    write: async (text) => void (await call(messages, { as: personId, text })),

    async hears(pattern) {
      let all: Heard[] = [];
      let found: Heard | undefined;
      const isThere = async () => {
        all = await call<Heard[]>(`${messages}?as=${personId}`);
        found = all.find(({ id, authorId, text }) => authorId !== personId && !heard.has(id) && pattern.test(text));
        return found !== undefined;
      };
      await waitUntil(isThere, { timeoutMs: ANSWERED_WITHIN_MS });
      if (found === undefined) {
        throw new Error(`The bot has not said ${String(pattern)}:\n${all.map(({ text }) => text).join("\n---\n")}`);
      }
      heard.add(found.id);
      return found;
    },

    async presses({ id, keyboard }, button) {
      const buttons = Array.isArray(keyboard) ? (keyboard as readonly { TEXT?: string }[]) : []; // safe: the emulator's own form
      const index = buttons.findIndex(({ TEXT }) => TEXT === button);
      if (index === -1) throw new Error(`The message has no button "${button}": ${JSON.stringify(keyboard)}`);
      await call(`/messages/${id}/press`, { as: personId, index });
    },

    async sees({ id }, pattern) {
      let text = "";
      const isSo = async () => {
        text = (await call<Heard[]>(`${messages}?as=${personId}`)).find((one) => one.id === id)?.text ?? "";
        return pattern.test(text);
      };
      if (!(await waitUntil(isSo, { timeoutMs: ANSWERED_WITHIN_MS }))) {
        throw new Error(`The message does not say ${String(pattern)}:\n${text}`);
      }
    },

    async opens({ keyboard }) {
      const [link] = /https?:[^"]+\/oauth\/authorize\/[^"]+/.exec(JSON.stringify(keyboard)) ?? [];
      if (link === undefined) throw new Error("The message has no button to authorise with");
      const answer = await fetch(`${link}&as=${personId}`);
      return { status: answer.status, page: await answer.text() };
    },
  };
}
