import { AppError } from "@botdeck/core";
import { z } from "zod";

import { ORDER_STATUSES, type OrderStatus } from "./order.ts";

/** What a shop calls its statuses, and what they are. Case, blanks and signs do not matter. */
export const StatusWords = z.record(z.string().min(1), z.enum(ORDER_STATUSES));
export type StatusWords = z.infer<typeof StatusWords>;

/**
 * The words of 1C's trade configurations (of its `СтатусыЗаказовКлиентов` too) and of shops. `Закрыт` is left out: an order is
 * closed when it was delivered, and when it never will be.
 */
const USUAL_WORDS: Readonly<Record<OrderStatus, readonly string[]>> = {
  new: [
    "Новый",
    "Принят, ожидается оплата",
    "Accepted, awaiting payment",
    "Принят",
    "Создан",
    "Оформлен",
    "Не согласован",
    "На согласовании",
    "Согласован",
    "Подтвержден",
    "Ожидает оплаты",
    "Не оплачен",
  ],
  paid: ["Оплачен", "Оплачен, формируется к отправке", "Paid, being prepared", "Оплачено", "Предоплачен"],
  packing: [
    "Собирается",
    "В сборке",
    "На сборке",
    "Комплектуется",
    "К сборке",
    "Собран",
    "В обработке",
    "В работе",
    "К выполнению",
    "К обеспечению",
    "В резерве",
    "К отгрузке",
    "Готов к отгрузке",
    "Готов к отправке",
    "В процессе отгрузки",
  ],
  shipped: [
    "Отгружен",
    "Sent",
    "Отгружено",
    "Отправлен",
    "Отправлено",
    "В пути",
    "В доставке",
    "Доставляется",
    "Передан в доставку",
  ],
  at_pickup: [
    "В пункте выдачи",
    "Готов к выдаче",
    "Ожидает в пункте выдачи",
    "Прибыл в пункт выдачи",
    "Готов к самовывозу",
  ],
  delivered: ["Доставлен", "Completed", "Доставлено", "Выдан", "Получен", "Вручен", "Выполнен", "Завершен"],
  cancelled: ["Отменен", "Canceled", "Отменено", "Отмена", "Аннулирован", "Отказ"],
  returned: ["Возвращен", "Возврат", "Возвращено"],
};

/**
 * Reads a source's status, which may have several words: the first that is known tells.
 *
 * @param own The shop's words, before the usual ones.
 * @param source As a person reads it in an error.
 * @returns What throws AppError `unsupported`, naming the words, when none is known: a status that was guessed would be a
 * promise to a client.
 */
export function statusReader(own: StatusWords, source: string): (words: readonly string[]) => OrderStatus {
  const known = new Map<string, OrderStatus>();
  for (const status of ORDER_STATUSES) {
    for (const word of [status, ...USUAL_WORDS[status]]) known.set(folded(word), status);
  }
  for (const [word, status] of Object.entries(own)) known.set(folded(word), status);
  return (words) => {
    const status = words.map((word) => known.get(folded(word))).find((meaning) => meaning !== undefined);
    if (status !== undefined) return status;
    const named = words.map((word) => `"${word}"`).join(", ");
    const message = `${source} has an order in the status ${named}, which is not known. Say in its settings what it means`;
    throw new AppError("unsupported", message, { context: { status: words.join(", ") } });
  };
}

/** As 1C names the value of a list: `К отгрузке` is `КОтгрузке`. */
function folded(word: string): string {
  return word
    .toLowerCase()
    .replaceAll("ё", "е")
    .replaceAll(/[^\p{L}\d]/gu, "");
}
