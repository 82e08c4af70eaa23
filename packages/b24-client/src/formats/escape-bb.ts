export const ZERO_WIDTH_SPACE = "\u200B";

/**
 * Makes a stranger's text safe inside a message: what looks like a BB code (a mention, a link, an image) or a quotation
 * stays a plain text that looks the same. Bitrix24 has no escape of its own, so the bracket is parted from the name by
 * nothing visible.
 *
 * @see Bitrix24 docs: chat-bots-v2/imbot.v2/messages/message-formatting
 */
export function escapeBb(userText: string): string {
  return userText
    .replace(/\[(?=[/*a-z])/gi, `[${ZERO_WIDTH_SPACE}`)
    .replace(/^>(?=>)/gm, `>${ZERO_WIDTH_SPACE}`)
    .replace(/^-(?=-{5})/gm, `-${ZERO_WIDTH_SPACE}`);
}

/** Takes back what `escapeBb` put in, for channels that show plain text. */
export function unescapeBb(text: string): string {
  return text.replace(/\[\u200B(?=[/*a-z])/gi, "[").replace(/^([>-])\u200B(?=[>-])/gm, "$1");
}
