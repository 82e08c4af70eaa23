/** What messengers put where somebody told no name. */
const NOBODY =
  /^(?:guest|user|client|customer|visitor|unknown|anonymous|telegram|whatsapp|гость|клиент|посетитель|пользователь|аноним)(?!\p{L})/iu;

/** True for what may be called to somebody: "Anna", and not "user8841", "id55120" or "Гость". */
export const isPersonName = (name: string): boolean =>
  /\p{L}{2,}/u.test(name) && !/[\p{N}_@]/u.test(name) && !NOBODY.test(name.trim());
