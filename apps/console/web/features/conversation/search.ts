import { z } from "zod/mini";

/** The queues of the side bar, in its order. */
export const QUEUES = ["queue", "bot", "operator", "closed", "all"] as const;
export type Queue = (typeof QUEUES)[number];

const MOST_LETTERS = 100;
const Words = z.catch(z.optional(z.string().check(z.minLength(1), z.maxLength(MOST_LETTERS))), undefined);
const Flag = z.catch(z.optional(z.literal(true)), undefined);

/** The address is the state of the page: which queue, narrowed by what, and the conversation that is open. */
export const ConversationSearch = z.object({
  queue: z.catch(z._default(z.enum(QUEUES), "all"), "all"),
  portal: z.catch(z.optional(z.uuid()), undefined),
  bot: z.catch(z.optional(z.uuid()), undefined),
  line: Words,
  topic: Words,
  /** Beginnings of a client's names. */
  q: Words,
  mine: Flag,
  late: Flag,
  id: z.catch(z.optional(z.uuid()), undefined),
});
export type ConversationSearch = z.infer<typeof ConversationSearch>;

/** Which list it is, whatever is open beside it. */
export type WantedList = Omit<ConversationSearch, "id">;

/** Fewer letters than this find half of everybody. */
export const LEAST_LETTERS = 2;

/** One text for one list. */
export const listKey = ({ queue, portal, bot, line, topic, q, mine, late }: WantedList): string =>
  JSON.stringify([queue, portal, bot, line, topic, q, mine, late]);

/** Something beside queue and portal narrows the list. */
export const isNarrowed = ({ bot, line, topic, q, mine, late }: WantedList): boolean =>
  [bot, line, topic, q, mine, late].some((value) => value !== undefined);
