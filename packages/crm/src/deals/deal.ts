import type { MethodResult } from "@botdeck/b24-client";

/** A deal, as far as lists and reports need it. */
export type Deal = {
  id: string;
  title: string;
  amount: number;
  /** ISO 4217; empty where the portal names none. */
  currency: string;
  /** What it was when it was read; the history tells what it was before. */
  stageId: string;
  categoryId: string;
  /** Portal user id. */
  assignedById: string;
  contactId: string | null;
  companyId: string | null;
  /** ISO 8601 with the portal's offset. */
  createdAt: string;
  /** When it came to its stage; null where the portal does not tell. */
  movedAt: string | null;
  lastActivityAt: string | null;
  /** By when it should be closed, a day. */
  closesOn: string | null;
};

type Row = NonNullable<MethodResult<"crm.item.list">["items"]>[number];

/** What `crm.item.list` has to select for `dealOf`. */
export const DEAL_FIELDS = [
  "id",
  "title",
  "opportunity",
  "currencyId",
  "stageId",
  "categoryId",
  "assignedById",
  "contactId",
  "companyId",
  "createdTime",
  "movedTime",
  "lastActivityTime",
  "closedate",
];

export function dealOf(row: Row): Deal {
  return {
    id: row.id ?? "",
    title: row.title ?? "",
    amount: row.opportunity ?? 0,
    currency: row.currencyId ?? "",
    stageId: row.stageId ?? "",
    categoryId: row.categoryId ?? "0",
    assignedById: row.assignedById ?? "",
    contactId: linked(row.contactId),
    companyId: linked(row.companyId),
    createdAt: row.createdTime ?? "",
    movedAt: row.movedTime || null,
    lastActivityAt: row.lastActivityTime || null,
    closesOn: row.closedate?.slice(0, 10) || null,
  };
}

const linked = (id: string | null | undefined): string | null => (id == null || id === "0" ? null : id);
