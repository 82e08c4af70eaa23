import type { ClientCard } from "@botdeck/crm";
import { plainWords, type Slots } from "@botdeck/dialog";
import type { StoreContext } from "../store-context.ts";
import { cardWord } from "./card-words.ts";

/** What the client told, as far as an operator can use it. */
const TOLD = ["number", "phone", "knownPhone", "words", "need", "name", "day", "reason"] as const;

/**
 * What an operator sees who takes the dialog over: the topic with its tag, how sure the bot was, what the client told, files,
 * and where the client is in the CRM. Plain text: what it quotes has no lines of its own, which would pass for the bot's.
 */
export function contextCard(
  ctx: StoreContext,
  { topic, cause, slots, card }: { topic: string; cause: string; slots: Slots; card: ClientCard | null },
): string {
  const { t, said } = ctx;
  const word = (group: Parameters<typeof cardWord>[1], own: string) => cardWord(ctx.language, group, own);
  const [best] = said.understood.intents;
  const facts = TOLD.flatMap((name) => {
    const value = slots[name];
    return typeof value === "string" && value !== "" ? [`${word("told", name)}: ${plainWords(value)}`] : [];
  });
  // Those of a return are the flow's.
  const files = Math.max(ctx.files.length, Array.isArray(slots["photos"]) ? slots["photos"].length : 0);
  const lines = [
    t("cardTitle", { topic: word("topic", topic) }),
    t("cardCause", { cause: word("cause", cause) }),
    best &&
      t("cardConfidence", {
        intent: word("intent", best.intent),
        percent: Math.round(best.confidence * 100),
        provider: word("provider", said.understood.provider),
      }),
    facts.length > 0 && t("cardTold", { facts: facts.join("; ") }),
    files > 0 && t("cardFiles", { count: files }),
    said.text !== "" && t("cardWords", { words: plainWords(said.text) }),
    crmLine(card),
    // Last, behind what the client wrote: queues are sorted by it.
    `#${topic}`,
  ];
  return lines.filter((line) => typeof line === "string").join("\n");
}

function crmLine(card: ClientCard | null): string | null {
  if (card === null) return null;
  if (card.leadId !== null) return `CRM: /crm/lead/details/${card.leadId}/`;
  return card.contactId === null ? null : `CRM: /crm/contact/details/${card.contactId}/`;
}
