import type { Language } from "@botdeck/dialog";

/** What the runtime itself says when a bot lacks somebody's permission; in a group it names whom it has asked. */
export const PERMISSION_WORDS: Record<
  Language,
  { ask: string; button: string; inPrivate: (mention: string) => string }
> = {
  en: {
    ask: "I do this with your rights, and for that I need your permission, once. Press the button; then it goes on by itself.",
    button: "Give access",
    inPrivate: (mention) => `${mention}, I need your permission first: I have written to you in private.`,
  },
  ru: {
    ask: "Я сделаю это с вашими правами, для этого один раз нужно ваше разрешение. Нажмите кнопку — дальше всё пойдёт само.",
    button: "Дать доступ",
    inPrivate: (mention) => `${mention}, сначала нужно ваше разрешение: написал вам в личный чат.`,
  },
};
