import { AppError } from "@botdeck/core";
import type { FastifyPluginAsync } from "fastify";
import { z } from "zod";

import { COMPANY, CONTACT, DEAL, type EntityKind, findRecord, LEAD } from "../crm/entity-kind.ts";
import { categoriesOf, stagesOf } from "../crm/stages.ts";
import { titleOf } from "../crm/title.ts";
import type { Portal } from "../portal.ts";
import type { CrmRecord, CrmStatus } from "../state/crm.ts";
import type { State } from "../state/state.ts";
import { cardView, keyOf } from "./crm-card-views.ts";

const KINDS: Record<string, EntityKind> = { lead: LEAD, deal: DEAL, contact: CONTACT, company: COMPANY };

const Board = z.object({ kind: z.enum(["lead", "deal"]), category: z.coerce.number().int().default(0) });
const Keyed = z.object({ key: z.string().regex(/^(lead|deal|contact|company)-\d+$/) });

/** CRM as the portal page shows it; it is changed by the portal's own methods, through `POST /act`. */
export const crmViewRoutes: FastifyPluginAsync<{ portal: Portal }> = async (app, { portal }) => {
  const { state } = portal;

  app.get("/crm/board", async (request) => {
    const { kind: name, category } = Board.parse(request.query);
    const kind = name === "lead" ? LEAD : DEAL;
    const records = [...state[kind.collection].values()];
    const shown = kind === LEAD ? records : records.filter(({ categoryId }) => (categoryId ?? 0) === category);
    return {
      categories: kind === DEAL ? categoriesOf(state, DEAL).map(({ id, name: title }) => ({ id, name: title })) : [],
      stages: stagesOf(state, kind, category).map(stageView),
      cards: shown.map((record) => boardCard(state, kind, record)).toReversed(),
    };
  });

  app.get("/crm/clients", async () => ({
    contacts: [...state.contacts.values()].map((record) => clientView(state, CONTACT, record)).toReversed(),
    companies: [...state.companies.values()].map((record) => clientView(state, COMPANY, record)).toReversed(),
  }));

  app.get("/crm/cards/:key", async (request) => {
    const { key } = Keyed.parse(request.params);
    const [name = "", id = ""] = key.split("-");
    const kind = KINDS[name];
    const record = kind === undefined ? null : findRecord(state, kind, Number(id));
    if (kind === undefined || record === null) throw new AppError("not_found", `The CRM has no ${name} ${id}.`);
    return cardView(state, kind, record);
  });
};

function stageView({ statusId, name, color, semantics }: CrmStatus): Record<string, unknown> {
  return { id: statusId, name, color, semantics };
}

function boardCard(state: State, kind: EntityKind, record: CrmRecord): Record<string, unknown> {
  const contact = state.contacts.get(record.contacts[0]?.id ?? 0);
  const company = state.companies.get(record.companyId ?? 0);
  const client = [contact, company].flatMap((one) => (one === undefined ? [] : [titleOf(one)]));
  const ownName = kind === LEAD ? [record.name, record.lastName].filter(Boolean).join(" ") : "";
  return {
    key: keyOf(kind, record.id),
    id: record.id,
    entityTypeId: kind.entityTypeId,
    title: titleOf(record),
    stageId: record.stageId,
    opportunity: record.opportunity,
    currencyId: record.currencyId,
    assignedById: String(record.assignedById),
    client: client.join(", ") || ownName,
    updatedTime: record.updatedTime,
  };
}

function clientView(state: State, kind: EntityKind, record: CrmRecord): Record<string, unknown> {
  const company = state.companies.get(record.companyId ?? 0);
  const values = (typeId: string): string[] =>
    record.fm.filter((field) => field.typeId === typeId).map(({ value }) => value);
  return {
    key: keyOf(kind, record.id),
    title: titleOf(record),
    company: company === undefined ? "" : titleOf(company),
    phones: values("PHONE"),
    emails: values("EMAIL"),
    assignedById: String(record.assignedById),
  };
}
