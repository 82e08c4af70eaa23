import type { Faults } from "../faults/faults.ts";
import { ApiProblem } from "./api-problem.ts";
import type { Board, CalendarEntry, Clients, CrmCard, LogLine, Platform, TaskCard, TaskRow } from "./portal-types.ts";
import type { BotCommand, Dialog, Health, Message, NewFile, Notification, Person } from "./types.ts";

export type EmulatorApi = ReturnType<typeof createEmulatorApi>;

/** The emulator's control API; every method throws `ApiProblem` when the answer is no or none. */
export function createEmulatorApi(base: string) {
  async function call<T>(method: "GET" | "POST" | "PUT" | "DELETE", path: string, body?: unknown): Promise<T> {
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
      call<Message[]>("GET", `${dialogPath(dialogId)}/messages${asQuery(as)}&deleted=yes`),
    commands: (as: string, dialogId: string) =>
      call<BotCommand[]>("GET", `${dialogPath(dialogId)}/commands${asQuery(as)}`),
    startDialog: (as: string, start: NewDialog) => call<Dialog>("POST", "/dialogs", { as, ...start }),
    markRead: (as: string, dialogId: string, messageId: string) =>
      call<Dialog>("POST", `${dialogPath(dialogId)}/read`, { as, messageId }),
    tellTyping: (as: string, dialogId: string) => call<unknown>("POST", `${dialogPath(dialogId)}/typing`, { as }),
    edit: (as: string, messageId: string, text: string) =>
      call<Message>("PUT", `/messages/${encodeURIComponent(messageId)}`, { as, text }),
    remove: (as: string, messageId: string) =>
      call<unknown>("DELETE", `/messages/${encodeURIComponent(messageId)}${asQuery(as)}`),
    react: (as: string, messageId: string, reaction: string, isOn: boolean) =>
      call<Message>("POST", `/messages/${encodeURIComponent(messageId)}/reactions`, { as, reaction, isOn }),
    write: (as: string, dialogId: string, text: string, files: NewFile[]) =>
      call<Message>("POST", `${dialogPath(dialogId)}/messages`, { as, text, files }),
    /** `index` counts through the flat keyboard, its NEWLINE entries included. */
    press: (as: string, messageId: string, index: number) =>
      call<{ handled: Handled }>("POST", `/messages/${encodeURIComponent(messageId)}/press`, { as, index }),
    notifications: (as: string) => call<Notification[]>("GET", `/notifications${asQuery(as)}`),
    readNotifications: (as: string) => call<unknown>("POST", "/notifications/read", { as, isRead: true }),
    answerNotification: (as: string, id: string, value: string) =>
      call<{ handled: boolean }>("POST", `/notifications/${encodeURIComponent(id)}/answer`, { as, value }),
    board: (kind: "lead" | "deal", categoryId: number) =>
      call<Board>("GET", `/crm/board?kind=${kind}&category=${categoryId}`),
    clients: () => call<Clients>("GET", "/crm/clients"),
    card: (key: string) => call<CrmCard>("GET", `/crm/cards/${encodeURIComponent(key)}`),
    tasks: () => call<TaskRow[]>("GET", "/work/tasks"),
    task: (id: string) => call<TaskCard>("GET", `/work/tasks/${encodeURIComponent(id)}`),
    calendar: (from: Date, to: Date) =>
      call<CalendarEntry[]>("GET", `/work/calendar?from=${from.toISOString()}&to=${to.toISOString()}`),
    platform: () => call<Platform>("GET", "/platform"),
    log: (since: number) => call<{ lines: LogLine[]; next: number }>("GET", `/log?since=${since}`),
    createWebhook: (userId: string, scopes: string[]) => call<{ url: string }>("POST", "/webhooks", { userId, scopes }),
    deleteWebhook: (code: string) => call<unknown>("DELETE", `/webhooks/${encodeURIComponent(code)}`),
    faults: () => call<Faults>("GET", "/faults"),
    setFaults: (faults: Partial<Faults>) => call<Faults>("PUT", "/faults", faults),
    /** A REST method of the portal with the rights of a person, as its own pages do things. */
    act: (as: string, method: string, params: Record<string, unknown>) =>
      call<{ result: unknown }>("POST", "/act", { as, method, params }),
    moveLine: (as: string, dialogId: string, move: LineMove) =>
      call<unknown>("POST", `${dialogPath(dialogId)}/${move}`, { as }),
  };
}

/**
 * Nothing: a client's dialog with the open line. A bot or a colleague: the private chat, or the one that exists. A title
 * and members: a new group.
 */
export type NewDialog = { botId?: string; personId?: string; title?: string; memberIds?: string[] };

/** What an operator can do to an open line session: take it, close it, give it back to the bot. */
export type LineMove = "answer" | "close" | "to-bot";

/** What came of a pressed button: its bot was told, a message was written, or the portal had nothing to do. */
type Handled = "command" | "message" | "nothing";
