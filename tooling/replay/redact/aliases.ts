/** What takes the place of what is a person's own: the same thing always has the same alias, of the same kind. */
export type Aliases = {
  /** @param phone E.164. */
  phone(phone: string): string;
  mail(address: string): string;
  /** As many digits as there were. */
  digits(run: string): string;
  /** Every run of digits of an order's number, by itself. */
  orderNumber(number: string): string;
  /** @param place Of the word in a full name: the first is a given name, the others are surnames. */
  name(word: string, place: number): string;
};

const GIVEN_NAMES = {
  latin: ["Mary", "Alex", "Helen", "Peter", "Kate", "Paul", "Nina", "Max", "Vera", "Oscar"],
  cyrillic: ["Мария", "Алексей", "Ольга", "Дмитрий", "Елена", "Сергей", "Наталья", "Андрей", "Вера", "Павел"],
};
const SURNAMES = {
  latin: ["Smith", "Brown", "Wilson", "Taylor", "Clark"],
  cyrillic: ["Смирнова", "Кузнецов", "Попова", "Соколов", "Лебедева"],
};
/** More digits without a letter may be read as a phone, unless they begin so. */
const PHONE_LENGTH = 9;
const MOST_TRIES = 100_000;

/**
 * @param isTaken Whether something is in what is made anonymous: then it is no alias for anything.
 */
export function createAliases(isTaken: (made: string) => boolean): Aliases {
  const made = new Map<string, string>();
  const given = new Set<string>();
  function aliasOf(key: string, candidate: (count: number) => string | undefined): string {
    const known = made.get(key);
    if (known !== undefined) return known;
    let alias = "";
    for (let count = 0; count < MOST_TRIES; count++) {
      const next = candidate(count);
      // When all are in use, some are given twice.
      if (next === undefined) break;
      alias = next;
      if (!given.has(alias) && !isTaken(alias)) break;
    }
    made.set(key, alias);
    given.add(alias);
    return alias;
  }

  const digits = (run: string): string =>
    aliasOf(`digits ${run}`, (count) => {
      const first = run.length < PHONE_LENGTH ? "9" : "1";
      const rest = String(count);
      return rest.length < run.length ? first + rest.padStart(run.length - 1, "0") : undefined;
    });

  return {
    phone: (phone) =>
      aliasOf(`phone ${phone}`, (count) => (count < 10_000 ? `+7900000${String(count).padStart(4, "0")}` : undefined)),
    mail: (address) => aliasOf(`mail ${address.toLowerCase()}`, (count) => `client${count + 1}@example.com`),
    digits,
    orderNumber: (number) => number.replaceAll(/\d+/g, digits),
    name(word, place) {
      const script = /\p{Script=Cyrillic}/u.test(word) ? "cyrillic" : "latin";
      const pool = (place === 0 ? GIVEN_NAMES : SURNAMES)[script];
      const alias = aliasOf(`name ${script} ${word.toLowerCase()}`, (count) => pool[count]);
      return word === word.toLowerCase() ? alias.toLowerCase() : alias;
    },
  };
}
