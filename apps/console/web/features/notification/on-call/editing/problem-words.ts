import { useTranslations } from "use-intl";

/** Where something is wrong, such as `layers.0.people`. */
export type SettingProblem = { place: string; problem: string };

/** Which words say what is wrong at a place, by the last of its names. */
const KEYS = {
  name: "name",
  taken: "taken",
  timeZone: "timeZone",
  dialogId: "chat",
  fallbackDialogId: "chat",
  unseen: "unseen",
  layers: "layers",
  people: "people",
  count: "count",
  startsOn: "startsOn",
  changesAt: "clock",
  from: "clock",
  until: "clock",
  only: "only",
  days: "days",
  levels: "levels",
  targets: "targets",
  rotaId: "rota",
  id: "people",
  waitSeconds: "wait",
  repeats: "repeats",
  acknowledgedSeconds: "acknowledged",
} as const;

const isKnown = (name: string): name is keyof typeof KEYS => Object.hasOwn(KEYS, name);

/** What is wrong at a place or within it, in words; null where nothing is. */
export function useProblemAt(problems: readonly SettingProblem[]): (place: string) => string | null {
  const t = useTranslations("notifications.onCall.editing.problem");
  return (place) => {
    const found = problems.find((one) => one.place === place || one.place.startsWith(`${place}.`));
    if (found === undefined) return null;
    const name = found.place.split(".").findLast((part) => !/^\d+$/.test(part)) ?? "";
    return t(isKnown(name) ? KEYS[name] : "other");
  };
}
