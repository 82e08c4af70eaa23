/** Receipts print `A-1042`; people write `a1042`, `А 1042` (Cyrillic) or just `1042`. */
const ORDER_NUMBER = /(?<![\p{L}\p{N}])(?:[aа][\s-]?)?(\d{4,6})(?![\p{L}\p{N}])/iu;

/** The order number in what somebody wrote, in the form of the receipt, or null. */
export function findOrderNumber(text: string): string | null {
  const digits = ORDER_NUMBER.exec(text)?.[1];
  return digits === undefined ? null : `A-${digits}`;
}
