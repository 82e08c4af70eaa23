/** What a colour says: who holds the conversation (bot, human), or how things stand (neutral, warning, danger). */
export type Tone = "neutral" | "bot" | "human" | "warning" | "danger";

/** Text and tinted ground of a tone; readable together in both themes. */
export const toneTint = {
  neutral: "bg-neutral-tint text-neutral",
  bot: "bg-bot-tint text-bot",
  human: "bg-human-tint text-human",
  warning: "bg-warning-tint text-warning",
  danger: "bg-danger-tint text-danger",
} satisfies Record<Tone, string>;

/** Text of a tone on the page's own ground. */
export const toneText = {
  neutral: "text-neutral",
  bot: "text-bot",
  human: "text-human",
  warning: "text-warning",
  danger: "text-danger",
} satisfies Record<Tone, string>;
