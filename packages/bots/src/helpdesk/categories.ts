/** What problems are about. `other` is chosen by people, never by words. */
export const CATEGORIES = ["network", "hardware", "software", "accounts", "access", "other"] as const;
export type Category = (typeof CATEGORIES)[number];

export const isCategory = (name: unknown): name is Category => CATEGORIES.some((category) => category === name);
