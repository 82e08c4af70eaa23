/** Where in the text something was found: offsets of its first character and of the one behind its last. */
export type Span = { start: number; end: number };

/** A calendar day, `YYYY-MM-DD`. */
export type FoundDate = Span & {
  date: string;
  /** Another day the words may mean as well, such as `03/04` in English; the person has to be asked. */
  orElse: string | null;
};

/** First and last day, both included; `orElse` are others that the words may mean as well. */
export type FoundRange = Span & { from: string; to: string; orElse?: { from: string; to: string } };

/** A telephone number in E.164, such as `+79161234567`. */
export type FoundPhone = Span & { phone: string };

/** As written on a receipt, in upper case, with Latin letters: `A-1042`. */
export type FoundOrderNumber = Span & { number: string };

/** `currency` by ISO 4217; null when the words name none. */
export type FoundMoney = Span & { amount: number; currency: string | null };

export type FoundName = Span & { name: string };

/** Everything of use that a text names, each kind in the order of the text. */
export type Entities = {
  dates: readonly FoundDate[];
  ranges: readonly FoundRange[];
  phones: readonly FoundPhone[];
  orderNumbers: readonly FoundOrderNumber[];
  money: readonly FoundMoney[];
  names: readonly FoundName[];
};

export const NO_ENTITIES: Entities = { dates: [], ranges: [], phones: [], orderNumbers: [], money: [], names: [] };

/** What was asked for, if anything: it decides what bare words and digits are taken for. */
export type Expected = "name" | "orderNumber" | "phone" | "date";
