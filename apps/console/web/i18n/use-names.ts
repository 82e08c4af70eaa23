import { spaced } from "@botdeck/dialog/graph";
import { useMessages } from "use-intl";

import type { RoomMessages } from "./rooms/room-loaders.ts";
import { wordsOf } from "./words-of.ts";

/** What bots call by names of the code, as people call it; what nobody has named is spelled out. Only inside `RoomTexts`. */
export function useNames(): (group: keyof RoomMessages["names"], own: string) => string {
  const { names } = useMessages();
  return (group, own) => wordsOf(names[group], own) ?? spaced(own);
}
