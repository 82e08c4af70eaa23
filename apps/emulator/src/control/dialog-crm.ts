import type { FastifyPluginAsync } from "fastify";
import { z } from "zod";

import { bindingsOf } from "../chat/crm-bindings.ts";
import { CONTACT, LEAD, findRecord } from "../crm/entity-kind.ts";
import type { Portal } from "../portal.ts";
import type { CrmRecord } from "../state/crm.ts";
import type { Chat } from "../state/model.ts";
import type { State } from "../state/state.ts";
import { readDialog } from "./dialogs.ts";

const As = z.object({ as: z.string() });

/** What the CRM has of the client of an open line dialog: bound leads and contacts, and the contacts of those leads. */
export const dialogCrmRoutes: FastifyPluginAsync<{ portal: Portal }> = async (app, { portal }) => {
  app.get("/dialogs/:id/crm", async (request) => {
    const { chat } = readDialog(portal, request, As.parse(request.query).as);
    return recordsOf(portal.state, chat).map(recordView);
  });
};

function recordsOf(state: State, chat: Chat): CrmRecord[] {
  const bound = bindingsOf(state, chat);
  const idsOf = (type: string): number[] => bound.filter((one) => one.type === type).map(({ id }) => id);
  const leads = idsOf("LEAD").flatMap((id) => findRecord(state, LEAD, id) ?? []);
  const contactIds = [...idsOf("CONTACT"), ...leads.flatMap(({ contacts }) => contacts.map(({ id }) => id))];
  return [...leads, ...[...new Set(contactIds)].flatMap((id) => findRecord(state, CONTACT, id) ?? [])];
}

function recordView({ entityTypeId, id, title, comments, fm, ...names }: CrmRecord): Record<string, unknown> {
  return {
    kind: entityTypeId === LEAD.entityTypeId ? "lead" : "contact",
    id: String(id),
    title: title ?? "",
    name: [names.name, names.secondName, names.lastName].filter(Boolean).join(" "),
    phones: fm.filter(({ typeId }) => typeId === "PHONE").map(({ value }) => value),
    comment: comments ?? "",
  };
}
