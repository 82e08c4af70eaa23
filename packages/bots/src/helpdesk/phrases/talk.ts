export const greeting = {
  en: ["hello", "hi", "good morning", "hey", "good afternoon", "help", "what can you do", "hi there"],
  ru: ["привет", "здравствуйте", "добрый день", "доброе утро", "помощь", "что ты умеешь", "хай", "приветствую"],
};

export const thanks = {
  en: ["thank you", "thanks", "thanks a lot", "great, thank you", "ok thanks", "perfect", "cool", "many thanks"],
  ru: [
    "спасибо",
    "благодарю",
    "большое спасибо",
    "супер, спасибо",
    "ок, спасибо",
    "отлично",
    "понял, спасибо",
    "класс",
  ],
};

/** What tells of no problem that anybody here could solve. */
export const oos = {
  en: [
    "what is the weather like",
    "when is lunch",
    "tell me a joke",
    "who won the match",
    "I want to go on holiday",
    "book a table for two",
    "what time is it",
    "how much is a taxi",
    "where is the nearest cafe",
    "when is the salary paid",
    "congratulate a colleague",
    "order flowers",
  ],
  ru: [
    "какая погода",
    "когда обед",
    "расскажи анекдот",
    "кто выиграл матч",
    "хочу в отпуск",
    "забронируй столик",
    "который час",
    "сколько стоит такси",
    "где ближайшее кафе",
    "когда зарплата",
    "поздравь коллегу",
    "закажи цветы",
  ],
};
