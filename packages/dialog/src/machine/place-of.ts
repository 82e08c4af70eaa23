import { type DialogState, INITIAL_PLACE, type Place } from "./state.ts";
import type { Surroundings } from "./step.ts";

/** Who said nothing for so long begins anew in a group, in milliseconds. */
const PLACE_KEPT_MS = 7 * 24 * 3_600_000;

type Where = Pick<Surroundings, "dialog" | "person" | "at">;

/** Where the bot stands with whom a step is about: in a group with each person apart. */
export function placeOf(state: DialogState, { dialog, person }: Where): Place {
  const { people, ...shared } = state;
  if (dialog.type !== "group") return shared;
  const own = people[person.id];
  if (own === undefined) return INITIAL_PLACE;
  const { at: _, ...place } = own;
  return place;
}

/** The conversation's state with the person's place as it is now. Places of a group that nobody came back to are dropped. */
export function withPlace(state: DialogState, place: Place, { dialog, person, at }: Where): DialogState {
  if (dialog.type !== "group") return { ...place, people: state.people };
  const oldest = Date.parse(at) - PLACE_KEPT_MS;
  const others = Object.entries(state.people).filter(
    ([id, other]) => id !== person.id && Date.parse(other.at) > oldest,
  );
  return { ...state, people: { ...Object.fromEntries(others), [person.id]: { ...place, at } } };
}
