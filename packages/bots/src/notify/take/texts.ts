/** What is said of records that somebody takes. */
export const claimTexts = {
  en: {
    takeWhat: "I do not know that record. Press a button of a notification.",
    takenNow: "It is yours: I make you responsible.",
    takenAlready: "You have it already.",
    takenBy: "{name} was first and has it.",
    completing: "I complete it for you.",
  },
  ru: {
    takeWhat: "Не знаю такой записи. Нажмите кнопку под уведомлением.",
    takenNow: "Записал за вами: назначаю вас ответственным.",
    takenAlready: "Вы уже взяли это в работу.",
    takenBy: "Раньше успел другой сотрудник: {name}.",
    completing: "Завершаю за вас.",
  },
} as const;
