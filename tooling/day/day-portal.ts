import { AppError, messageOf } from "@botdeck/core";
import type { z } from "zod";

import type { Conversation, Order, Product } from "./day-line.ts";
import { followChanges } from "./follow-changes.ts";
import { toE164 } from "./phone.ts";
import * as view from "./portal-views.ts";
import { resolveDay } from "./resolve-day.ts";

/** A photo of many megabytes goes through, and a portal that works on 200 dialogs is not at its quickest. */
const TIMEOUT_MS = 30_000;

/** `at` is `performance.now()` when it came. */
export type DialogChange =
  | { kind: "message"; at: number; isFromBot: boolean; message: view.Message }
  | { kind: "owner"; at: number; owner: string | null };

export type Seat = { clientId: string; dialogId: string };
export type DayPortal = Awaited<ReturnType<typeof openDayPortal>>;

/**
 * The emulated portal on which a day is played.
 *
 * @throws AppError `unreachable` when it does not answer; `conflict` when no bot is there to be talked to.
 */
export async function openDayPortal(emulatorUrl: string) {
  const api = `${emulatorUrl}/emulator/api`;
  const listeners = new Map<string, (change: DialogChange) => void>();
  const closing = new AbortController();

  const people = await call("/people", view.People);
  const botIds = new Set(people.filter(({ role }) => role === "bot").map(({ id }) => id));
  if (botIds.size === 0)
    throw new AppError("conflict", "No bot is registered on the demo portal; worker.log says why.");
  await followChanges(emulatorUrl, hear, closing.signal);

  function hear(raw: unknown): void {
    const at = performance.now();
    const { type } = view.Change.parse(raw);
    if (type === "dialog") {
      const { id, lineOwner } = view.OwnerChange.parse(raw);
      listeners.get(id)?.({ kind: "owner", at, owner: lineOwner });
    }
    if (type !== "message" && type !== "message.updated") return;
    const message = view.MessageChange.parse(raw);
    listeners.get(message.dialogId)?.({ kind: "message", at, isFromBot: botIds.has(message.authorId), message });
  }

  async function call<Answer>(
    path: string,
    form: z.ZodType<Answer>,
    body?: unknown,
    method: "POST" | "PUT" = "POST",
  ): Promise<Answer> {
    const sent = { method, body: JSON.stringify(body), headers: { "content-type": "application/json" } };
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const response = await fetch(`${api}${path}`, { signal, ...(body === undefined ? {} : sent) }).catch(
      (cause: unknown) => {
        throw new AppError("unreachable", `The emulator does not answer: ${messageOf(cause)}`, { cause });
      },
    );
    const text = await response.text();
    if (!response.ok) throw new AppError("rejected", `${path} answered ${response.status}: ${text.slice(0, 500)}`);
    return form.parse(JSON.parse(text));
  }

  return {
    /** Puts orders into the demo order source and products into the catalog. */
    async load(orders: readonly Order[], products: readonly Product[], today: Date): Promise<void> {
      const resolved = orders.map(({ eta, phone, purchased, ...order }) => ({
        ...order,
        ...(phone === undefined ? {} : { phone: toE164(phone) }),
        ...(eta === undefined ? {} : { eta: resolveDay(eta, today) }),
        ...(purchased === undefined ? {} : { purchased: resolveDay(purchased, today) }),
      }));
      await call("/orders", view.Anything, { orders: resolved }, "PUT");
      await call("/products", view.Anything, { products }, "PUT");
    },

    /** Somebody new comes to the portal's open line. */
    async settle({ client, lang }: Pick<Conversation, "client" | "lang">): Promise<Seat> {
      const [firstName = client.name, ...lastNames] = client.name.trim().split(/\s+/);
      const phone = client.phone === undefined ? {} : { phone: toE164(client.phone) };
      const settler = { firstName, lastName: lastNames.join(" "), role: "client", language: lang, ...phone };
      const { id: clientId } = await call("/people", view.Person, settler);
      const { id: dialogId } = await call("/dialogs", view.Dialog, { as: clientId });
      return { clientId, dialogId };
    },

    /** @returns The message's number, which later messages exceed. */
    async write(seat: Seat, text: string, files: readonly { name: string; contentBase64: string }[]): Promise<number> {
      const message = { as: seat.clientId, text, files };
      return Number((await call(`/dialogs/${seat.dialogId}/messages`, view.Written, message)).id);
    },

    /** @returns False when nothing comes of pressing it, as of a link. */
    async press(seat: Seat, messageId: string, index: number): Promise<boolean> {
      const press = { as: seat.clientId, index };
      return (await call(`/messages/${messageId}/press`, view.Pressed, press)).handled !== "nothing";
    },

    /** @returns A function that ends it. */
    follow(dialogId: string, listener: (change: DialogChange) => void): () => void {
      listeners.set(dialogId, listener);
      return () => void listeners.delete(dialogId);
    },

    crmOf: ({ dialogId, clientId }: Seat) => call(`/dialogs/${dialogId}/crm?as=${clientId}`, view.Crm),
    tasks: () => call("/work/tasks", view.Tasks),
    traffic: () => call("/traffic", view.Traffic),
    close: () => closing.abort(),
  };
}
