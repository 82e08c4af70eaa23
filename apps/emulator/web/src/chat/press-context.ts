import { createContext, useContext } from "react";
import type { Person } from "../api/types.ts";

/** What pressing a word, a button or a card in a message does for the person who reads it. */
export type Press = {
  player: Person;
  people: Person[];
  /** Into the input. */
  put: (text: string) => void;
  /** Written at once, as the reader. */
  send: (text: string) => void;
  copy: (text: string) => void;
  call: (number: string) => void;
  /** The private chat with somebody. */
  openPerson: (personId: string) => void;
  openChat: (chatId: string) => void;
};

export const PressContext = createContext<Press | null>(null);

export function usePress(): Press {
  const press = useContext(PressContext);
  if (!press) throw new Error("usePress needs a PressContext above it; OpenDialog sets one");
  return press;
}
