import type { Locale } from "../locale.ts";
import type { messages as access } from "./access/en.ts";
import type { messages as bots } from "./bots/en.ts";
import type { messages as conversation } from "./conversation/en.ts";
import type { messages as deliveries } from "./deliveries/en.ts";
import type { messages as entry } from "./entry/en.ts";
import type { messages as list } from "./list/en.ts";
import type { messages as notifications } from "./notifications/en.ts";
import type { messages as portals } from "./portals/en.ts";
import type { messages as quality } from "./quality/en.ts";
import type { messages as shared } from "./shared/en.ts";
import type { messages as training } from "./training/en.ts";
import type { messages as workflows } from "./workflows/en.ts";

/** The texts of all rooms together. A component has those of the rooms that `RoomTexts` around it names. */
export type RoomMessages = typeof access &
  typeof bots &
  typeof conversation &
  typeof deliveries &
  typeof entry &
  typeof list &
  typeof notifications &
  typeof portals &
  typeof quality &
  typeof shared &
  typeof training &
  typeof workflows;

type Load = () => Promise<{ messages: Partial<RoomMessages> }>;

/** Each room's texts come by themselves, when somebody goes there; `shared` comes with the first of them. */
export const ROOM_LOADERS = {
  shared: { en: () => import("./shared/en.ts"), ru: () => import("./shared/ru.ts") },
  conversation: { en: () => import("./conversation/en.ts"), ru: () => import("./conversation/ru.ts") },
  bots: { en: () => import("./bots/en.ts"), ru: () => import("./bots/ru.ts") },
  list: { en: () => import("./list/en.ts"), ru: () => import("./list/ru.ts") },
  notifications: { en: () => import("./notifications/en.ts"), ru: () => import("./notifications/ru.ts") },
  workflows: { en: () => import("./workflows/en.ts"), ru: () => import("./workflows/ru.ts") },
  quality: { en: () => import("./quality/en.ts"), ru: () => import("./quality/ru.ts") },
  training: { en: () => import("./training/en.ts"), ru: () => import("./training/ru.ts") },
  deliveries: { en: () => import("./deliveries/en.ts"), ru: () => import("./deliveries/ru.ts") },
  portals: { en: () => import("./portals/en.ts"), ru: () => import("./portals/ru.ts") },
  entry: { en: () => import("./entry/en.ts"), ru: () => import("./entry/ru.ts") },
  access: { en: () => import("./access/en.ts"), ru: () => import("./access/ru.ts") },
} as const satisfies Record<string, Record<Locale, Load>>;
export type Room = keyof typeof ROOM_LOADERS;
