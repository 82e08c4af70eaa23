import { COMPANY, CONTACT, LEAD, recordsOf } from "../crm/entity-kind.ts";
import type { Chat, CrmBinding } from "../state/model.ts";
import type { State } from "../state/state.ts";

/** How the CRM names a client's dialog among the messengers of an entity. */
export function messengerAddressOf(chat: Chat): string {
  return `imol|${chat.entityId}`;
}

/** The CRM entities of an open line dialog: those it was bound to, and those whose card names it as a messenger. */
export function bindingsOf(state: State, chat: Chat): CrmBinding[] {
  if (chat.kind !== "open_line") return [];
  const address = messengerAddressOf(chat);
  const named = [LEAD, CONTACT, COMPANY].flatMap((kind) =>
    [...recordsOf(state, kind)]
      .filter(({ fm }) => fm.some(({ typeId, value }) => typeId === "IM" && value === address))
      // safe: these three kinds have these three codes
      .map(({ id }): CrmBinding => ({ type: kind.code as CrmBinding["type"], id })),
  );
  const bound = chat.crmBindings ?? [];
  const isNew = ({ type, id }: CrmBinding): boolean => !bound.some((one) => one.type === type && one.id === id);
  return [...bound, ...named.filter(isNew)];
}
