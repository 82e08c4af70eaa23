const MOST_TITLE = 80;

/** Words of somebody who cannot wait: many are affected, or work stands still. */
const URGENT =
  /срочн|авари|горит|вс[её] встало|работа (?:стоит|встала)|не может работать|весь (?:офис|отдел|этаж)|всем офисом|у всех|urgent|asap|emergency|everybody|everyone|whole (?:office|floor|department)|nobody can|cannot work at all/iu;

/** What is told of a problem at a glance: the first sentence, or its beginning. */
export function titleOf(text: string): string {
  const line = text.replaceAll(/\s+/g, " ").trim();
  const sentence = /^.{10,}?[.!?](?=\s|$)/u.exec(line)?.[0].replace(/[.!?]+$/, "") ?? line;
  if (sentence.length <= MOST_TITLE) return sentence;
  const cut = sentence.slice(0, MOST_TITLE);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), MOST_TITLE / 2))}…`;
}

export const priorityOf = (text: string): "normal" | "high" => (URGENT.test(text) ? "high" : "normal");

/** Whether words tell of anything: a button's label or `it broke` do not. */
export const tellsEnough = (text: string): boolean => (text.match(/\p{L}{2,}/gu)?.length ?? 0) >= 2;
