import { ApiProblem } from "./api-problem.ts";
import type { Dialog, Health, Message, NewFile, Person, Task } from "./types.ts";

export type EmulatorApi = ReturnType<typeof createEmulatorApi>;

/** The emulator's control API; every method throws `ApiProblem` when the answer is no or none. */
export function createEmulatorApi(base: string) {
  async function call<T>(method: "GET" | "POST", path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${base}${path}`, {
      method,
      ...(body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
    }).catch((cause: unknown) => {
      throw new ApiProblem(null, "", { cause });
    });
    if (!response.ok) throw await ApiProblem.from(response);
    const text = await response.text();
    return (text === "" ? null : JSON.parse(text)) as T; // safe: page and server are built and shipped together
  }
  const dialogPath = (id: string) => `/dialogs/${encodeURIComponent(id)}`;
  const asQuery = (personId: string) => `?as=${encodeURIComponent(personId)}`;

  return {
    health: () => call<Health>("GET", "/health"),
    people: () => call<Person[]>("GET", "/people"),
    dialogs: (as: string) => call<Dialog[]>("GET", `/dialogs${asQuery(as)}`),
    messages: (as: string, dialogId: string) =>
      call<Message[]>("GET", `${dialogPath(dialogId)}/messages${asQuery(as)}`),
    tasks: () => call<Task[]>("GET", "/tasks"),
    /** A client's open line dialog, or a private one of staff with a bot; the one that exists comes back. */
    startDialog: (as: string, botId?: string) =>
      call<Dialog>("POST", "/dialogs", botId === undefined ? { as } : { as, botId }),
    write: (as: string, dialogId: string, text: string, files: NewFile[]) =>
      call<Message>("POST", `${dialogPath(dialogId)}/messages`, { as, text, files }),
    /** `index` counts through the flat keyboard, its NEWLINE entries included. */
    press: (as: string, messageId: string, index: number) =>
      call<{ handled: Handled }>("POST", `/messages/${encodeURIComponent(messageId)}/press`, { as, index }),
    moveLine: (as: string, dialogId: string, move: LineMove) =>
      call<unknown>("POST", `${dialogPath(dialogId)}/${move}`, { as }),
  };
}

/** What an operator can do to an open line session: take it, close it, give it back to the bot. */
export type LineMove = "answer" | "close" | "to-bot";

/** What came of a pressed button: its bot was told, a message was written, or the portal had nothing to do. */
type Handled = "command" | "message" | "nothing";
