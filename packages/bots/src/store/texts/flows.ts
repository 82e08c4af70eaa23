/** What only workflows say. */
export const flowTexts = {
  en: {
    returnRefundPlanned:
      "We refund the money the way it was paid. If you would rather exchange the product, just ask for an operator.",
    returnUndecided: "There is still no decision about your return. A colleague will contact you about it.",
    returnPhotosMissing: "{count, plural, one {# photo} other {# photos}} could not be attached: see the dialog.",
    returnComment:
      "{outcome, select, refunded {Approved. The client gets the money back.} exchanged {Approved. The client wants an exchange.} approved {Approved. Refund or exchange is not settled yet: a person talks with the client.} declined {Declined. The client was told.} overdue {Nobody has decided in time; the supervisor was told.} other {Nobody has decided in time. The client was told that a colleague will contact them.}}",
  },
  ru: {
    returnRefundPlanned:
      "Вернём деньги тем же способом, которым вы платили. Если лучше обменять товар, попросите позвать оператора.",
    returnUndecided: "Решения по вашему возврату пока нет. Коллега свяжется с вами.",
    returnPhotosMissing:
      "{count, plural, one {# фото} few {# фото} other {# фото}} не удалось приложить: они в диалоге.",
    returnComment:
      "{outcome, select, refunded {Одобрено. Клиенту возвращаем деньги.} exchanged {Одобрено. Клиент хочет обмен.} approved {Одобрено. Деньги или обмен, пока не решено: с клиентом говорит сотрудник.} declined {Отклонено. Клиенту сообщили.} overdue {Решения в срок нет, руководителю сообщили.} other {Решения в срок нет. Клиенту сказали, что с ним свяжется сотрудник.}}",
  },
} as const;
