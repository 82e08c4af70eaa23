import { Preference } from "@botdeck/notifications";

import type { OfferedRule, PreferenceServices, ToldNotification } from "../preferences/services.ts";

type Given = {
  preference?: Partial<Preference>;
  rules?: readonly OfferedRule[];
  told?: readonly ToldNotification[];
  names?: Readonly<Record<string, string>>;
};

/** A person's settings as a conversation needs them; `kept` is what they are now. */
export function openPreferences({ preference = {}, rules = [], told = [], names = {} }: Given = {}) {
  const state = { kept: Preference.parse(preference) };
  const services: PreferenceServices = {
    read: async () => state.kept,
    change: async (change) => (state.kept = change(state.kept)),
    rules: async () => rules,
    latest: async (limit) => told.slice(0, limit),
    told: async (id) => told.find((each) => each.id === id) ?? null,
    namesOf: async () => new Map(Object.entries(names)),
  };
  return { state, services };
}
