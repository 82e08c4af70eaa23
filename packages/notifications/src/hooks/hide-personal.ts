import { MASK } from "@botdeck/core";

const MOST_DEEP = 32;

/** Names under which people's data stand, whatever they look like. */
const PERSONAL_KEY =
  /(e-?mail|phone|mobile|^tel$|card|passport|(first|last|middle|full|customer|client|payer)_?name|surname|birth|address|user_?name|^user$|телефон|почта|фио|имя|фамилия|отчество|адрес|паспорт|(?<![а-яё])инн|снилс|signature|^sign$)/i;
/** The same, where they are a word of a name: `payer_inn`, `contactPerson`; an `inner` value is none. */
const PERSONAL_WORDS = new Set(["fio", "inn", "iban", "contact", "contacts", "owner", "owners"]);
const WORD_ENDS = /[^\p{L}\d]+|(?<=[\p{Ll}\d])(?=\p{Lu})/u;
/** Names of people: all that is below is theirs. */
const PERSON_KEY =
  /^(customer|payer|buyer|client|recipient|cardholder|(billing|shipping|customer|payer|buyer|client|recipient)_?(details|info|data)|billing|покупатель|плательщик|клиент|контрагент|получатель)$/i;
/** Somebody, of whom all but the name is business. */
const SOMEBODY_KEY =
  /^(author|employee|manager|sender|person|member|profile|creator|reporter|responsible|assignee|assigned_?to|operator|автор|сотрудник|менеджер|отправитель|ответственный)$/i;
const NAME_KEY = /^((display|nick)_?)?name$|^(login|title)$/i;
const SECRET_KEY = /(passw|passwd|^pwd$|secret|token|api[_-]?key|пароль)/i;
/** A form has no alerts whose name it could be. */
const FORM_KEY = /^(user_?)?name$/i;

/** A copy without people's data and secrets, as far as names of fields tell: names stay, and with what is below them what they hold goes. */
export function hidePersonal(value: unknown, { isForm = false }: { isForm?: boolean } = {}): unknown {
  const isHidden = (name: string) =>
    PERSONAL_KEY.test(name) ||
    SECRET_KEY.test(name) ||
    name.split(WORD_ENDS).some((word) => PERSONAL_WORDS.has(word.toLowerCase())) ||
    // `customer[name]`, as forms write what is nested.
    name.split(/[[\].]+/).some((part) => PERSON_KEY.test(part) || (isForm && FORM_KEY.test(part)));

  function hide(item: unknown, depth: number, isBelow: boolean, isSomebody = false): unknown {
    if (item === null) return null;
    if (typeof item === "string" && !isBelow && depth < MOST_DEEP) return hideWithin(item, depth);
    if (typeof item !== "object") return isBelow ? MASK : item;
    if (depth > MOST_DEEP) return MASK;
    if (Array.isArray(item)) return item.map((each) => hide(each, depth + 1, isBelow, isSomebody));
    const entries = Object.entries(item).map(([name, each]) => {
      const isOurs = isBelow || isHidden(name) || (isSomebody && NAME_KEY.test(name));
      return [name, hide(each, depth + 1, isOurs, SOMEBODY_KEY.test(name))] as const;
    });
    return Object.fromEntries(entries);
  }

  /** Some senders put JSON into a field. */
  function hideWithin(text: string, depth: number): unknown {
    if (!/^\s{0,9}[[{]/.test(text)) return text;
    try {
      return hide(JSON.parse(text), depth + 1, false);
    } catch {
      return text;
    }
  }

  return hide(value, 0, false);
}
