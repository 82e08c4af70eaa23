import type { Entities } from "../entities/entities.ts";
import type { Said } from "./said.ts";

/** Words beside a number or a date that say nothing more. */
const FILLING =
  /^(?:my|the|it|its|it's|is|order|number|phone|no|name|here|номер|заказ\p{L}*|телефон\p{L}*|мой|моя|моего|вот|это|он|имя|меня|зовут|конечно|тьфу|ой|sorry|oops)$/iu;

/** True for words that are nothing but such facts as an order's number or a phone: an answer to something, and no wish. */
export function isBareAnswer({ text, understood: { entities } }: Pick<Said, "text" | "understood">): boolean {
  const found = spansOf(entities);
  if (found.length === 0) return false;
  const rest = found.reduce(
    (left, { start, end }) => left.slice(0, start) + " ".repeat(end - start) + left.slice(end),
    text,
  );
  return !text.includes("?") && (rest.match(/\p{L}{2,}/gu) ?? []).every((word) => FILLING.test(word));
}

const spansOf = ({ dates, ranges, phones, orderNumbers, money, names }: Entities) => [
  ...dates,
  ...ranges,
  ...phones,
  ...orderNumbers,
  ...money,
  ...names,
];
