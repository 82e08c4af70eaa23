import type { Language } from "../../state/model.ts";
import type { State } from "../../state/state.ts";

/** Connectors that a portal brings along. */
const BUILT_IN: Record<string, Record<Language, string>> = {
  livechat: { en: "Live chat", ru: "Онлайн-чат" },
  network: { en: "Bitrix24.Network", ru: "Битрикс24.Network" },
};

/** What a connector is called; its own name for one that was removed. */
export function connectorTitle(state: State, id: string, language: Language): string {
  return BUILT_IN[id]?.[language] ?? state.connectors.get(id)?.name ?? id;
}

/** Every connector of the portal by its name: those it brings along, and those of applications. */
export function connectorTitles(state: State, language: Language): Record<string, string> {
  const ids = [...Object.keys(BUILT_IN), ...state.connectors.keys()];
  return Object.fromEntries(ids.map((id) => [id, connectorTitle(state, id, language)]));
}
