export const chatTexts = {
  en: {
    chatMade: "I am making the chat “{name}” for {people, number} people. Whoever comes or goes is added or taken out.",
    chatThere: "There is such a chat already: “{name}”. I keep its members in step.",
    chatNone: "I found none of that name.",
    chatNoRight: "I may not see projects here: an administrator has to give the app the right sonet_group.",
    chatWhich: "Which one do you mean?",
  },
  ru: {
    chatMade: "Создаю чат «{name}», участников: {people, number}. Кто придёт или уйдёт — того добавлю или уберу.",
    chatThere: "Такой чат уже есть: «{name}». Его состав я поддерживаю.",
    chatNone: "Не нашёл такого названия.",
    chatNoRight: "Мне здесь не видны проекты: администратору нужно дать приложению право sonet_group.",
    chatWhich: "Что вы имеете в виду?",
  },
} as const;
