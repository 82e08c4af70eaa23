import type { IntentDefinition } from "@botdeck/dialog";

import type { Category } from "./categories.ts";
import { access } from "./phrases/access.ts";
import { accounts } from "./phrases/accounts.ts";
import { hardware } from "./phrases/hardware.ts";
import { network } from "./phrases/network.ts";
import { software } from "./phrases/software.ts";
import { greeting, oos, thanks } from "./phrases/talk.ts";

type Phrases = { en: readonly string[]; ru: readonly string[] };

const both = ({ en, ru }: Phrases) => [...en, ...ru];
const category = (name: Category, phrases: Phrases) => ({
  examples: both(phrases),
  title: `category_${name}`,
  topic: name,
  // A ticket in the wrong category is one press away from the right person, and nobody waits for an answer meanwhile.
  isCheap: true,
});

/** Whole messages that only greet or thank. */
const GREETING =
  /^(?:привет\w*|здравствуй(?:те)?|добр(?:ый|ое) (?:день|утро|вечер)|hello|hi|hey|good (?:morning|afternoon))[!. ]*$/iu;
const THANKS = /^(?:большое )?(?:спасибо|благодарю|thanks|thank you)(?: большое| a lot| very much)?[!. ]*$/iu;
const CANCEL = /^(?:отмена|отмени(?:ть|те)?|не надо|не нужно|cancel|stop|never ?mind)[!. ]*$/iu;

/** What employees write to the helpdesk, by the phrases they say it with. */
export const helpdeskIntents = {
  network: category("network", network),
  hardware: category("hardware", hardware),
  software: category("software", software),
  accounts: category("accounts", accounts),
  access: category("access", access),
  // Of buttons only: words are about something else in a thousand ways.
  other: { examples: [], title: "category_other", topic: "other" },
  newProblem: { examples: [], topic: "other" },
  greeting: { examples: both(greeting), rules: [GREETING], isTalk: true, isCheap: true },
  thanks: { examples: both(thanks), rules: [THANKS], isTalk: true, isCheap: true },
  cancel: {
    // Said as it is or not at all: what stands in a description is no wish to end.
    examples: [],
    rules: [CANCEL],
    isTalk: true,
  },
  oos: { examples: both(oos) },
} satisfies Record<string, IntentDefinition>;
