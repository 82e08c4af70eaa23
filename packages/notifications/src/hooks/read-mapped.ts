import { type Alert } from "@botdeck/core";

import type { HookOptions } from "./hook-options.ts";
import type { AlertPost, MappedPost } from "./hook-post.ts";
import { labelGroup } from "./label-group.ts";
import { RefusedPost } from "./post-refusal.ts";
import { severityOf } from "./severity-of.ts";
import { shortName } from "./short-name.ts";
import { textOf, valueAt } from "./value-at.ts";

type Fields = NonNullable<HookOptions["fields"]>;
type Field = keyof Fields;

/** Plain values at the top that rules may look at, so many at most. */
const MOST_FIELDS = 50;
/** In characters. */
const LONGEST_VALUE = 1_000;

/**
 * Where posts have their parts when nobody has said it: names that payment providers, 1C and hand-made scripts use. `object` is
 * how YooKassa wraps what a notification is about, `data.object` how Stripe does.
 */
const USUAL: Readonly<Record<Field, readonly string[]>> = {
  id: [
    "object.id",
    "data.object.id",
    "payment_id",
    "PaymentId",
    "TransactionId",
    "InvoiceId",
    "order_id",
    "id",
    "Номер",
    "number",
  ],
  title: [
    "object.description",
    "data.object.description",
    "title",
    "subject",
    "name",
    "description",
    "Description",
    "message",
    "text",
    "Наименование",
    "Заголовок",
  ],
  status: ["object.status", "data.object.status", "status", "Status", "state", "event", "Статус", "payment_status"],
  severity: ["severity", "level", "priority"],
  url: ["url", "link", "web_url", "permalink"],
  amount: ["object.amount.value", "data.object.amount", "amount.value", "amount", "Amount", "sum", "Сумма", "total"],
  currency: ["object.amount.currency", "data.object.currency", "amount.currency", "currency", "Currency", "Валюта"],
};

/**
 * Reads a post of any form by the paths of its source.
 *
 * @throws AppError `invalid` when it is no object, or lacks what the source's paths say that it has.
 */
export function readMapped(payload: unknown, fields: Fields | undefined): MappedPost {
  if (typeof payload !== "object" || payload === null || Array.isArray(payload)) {
    throw new RefusedPost("invalid", "no_object");
  }
  const text = (field: Field): string | null => {
    const own = fields?.[field];
    const value = textOf(own === undefined ? firstOf(payload, USUAL[field]) : valueAt(payload, own));
    return value === null ? null : value.slice(0, LONGEST_VALUE).toWellFormed();
  };
  const title = text("title");
  if (fields !== undefined && title === null) throw new RefusedPost("invalid", "no_title", { path: fields.title });
  const url = text("url");
  const currency = text("currency")?.toUpperCase() ?? null;
  const amount = amountOf(text("amount"));
  const id = text("id");
  const isMinor = fields?.amount === undefined && isInMinorUnits(payload);
  return {
    id: id === null ? null : shortName(id),
    title,
    status: text("status"),
    amount: amount === null || !isMinor ? amount : amount / 10 ** digitsOf(currency ?? "RUB"),
    currency,
    url: url !== null && /^https?:\/\//i.test(url) && URL.canParse(url) ? url : null,
    fields: plainFields(payload),
  };
}

/** True for a source of any form whose posts are alerts: it says where their severity stands. */
export const isAlertSource = (fields: Fields | undefined): boolean => fields?.severity !== undefined;

const RESOLVED =
  /^(resolved|ok|closed|recovered|recovery|up|success|fixed|done|normal|0|false|восстановлено|закрыт[ао]?)$/i;

/** A post of any form as an alert. @throws AppError `invalid` as `readMapped` does. */
export function readMappedAlert(
  payload: unknown,
  { fields, groupBy, arrivedAt }: { fields: Fields; groupBy: readonly string[]; arrivedAt: Date },
): AlertPost {
  const { id, title, status, url, fields: plain } = readMapped(payload, fields);
  const name = title ?? "Alert";
  const isResolved = status !== null && RESOLVED.test(status);
  const severity = fields.severity === undefined ? null : textOf(valueAt(payload, fields.severity));
  const labels = Object.fromEntries(Object.entries(plain).map(([label, value]) => [label, String(value)]));
  const now = arrivedAt.toISOString();
  const alert: Alert = {
    fingerprint: shortName(id ?? name),
    name,
    status: isResolved ? "resolved" : "firing",
    severity: severityOf(severity ?? undefined),
    summary: textOf(firstOf(payload, ["summary", "description", "message", "text"])) ?? "",
    labels: { ...labels, alertname: name },
    startsAt: now,
    endsAt: isResolved ? now : null,
    url,
  };
  return labelGroup(alert, groupBy);
}

function firstOf(payload: unknown, paths: readonly string[]): unknown {
  for (const path of paths) {
    const value = valueAt(payload, path);
    if (textOf(value) !== null) return value;
  }
  return undefined;
}

/** Numbers as people and 1C write them: `1 234,50`. */
function amountOf(text: string | null): number | null {
  if (text === null) return null;
  const amount = Number(text.replace(/[\s\u00A0]/g, "").replace(",", "."));
  return Number.isFinite(amount) ? amount : null;
}

/** Stripe's events and T-Bank's notifications tell cents and kopecks. */
const isInMinorUnits = (payload: object): boolean =>
  textOf(valueAt(payload, "object")) === "event" || Object.hasOwn(payload, "TerminalKey");

/** How many digits a currency has behind the point: none of yen, three of dinars. */
function digitsOf(currency: string): number {
  if (!/^[A-Z]{3}$/.test(currency)) return 2;
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

function plainFields(payload: object): Record<string, string | number | boolean> {
  const plain = Object.entries(payload).flatMap(([name, value]: [string, unknown]) =>
    typeof value === "number" ||
    typeof value === "boolean" ||
    (typeof value === "string" && value.length <= LONGEST_VALUE)
      ? [[name, value] as const]
      : [],
  );
  return Object.fromEntries(plain.slice(0, MOST_FIELDS));
}
