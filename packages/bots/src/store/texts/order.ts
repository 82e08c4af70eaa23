export const orderTexts = {
  en: {
    askNumber: "What is your order number? It is on the receipt or in the message that confirmed the order.",
    askNumberNoneFound: "I see no orders of yours in our books. What is the order number?",
    numberUnclear: "I could not find an order number in that. It is on the receipt: a letter and digits.",
    askPhone: "Which phone did you give with the order? I need it to make sure that the order is yours.",
    phoneUnclear: "That does not look like a phone. Please write it whole, with the code.",
    orderUnknown:
      "I do not see order {number} with your phone. Please check the order number and the phone that you gave with it.",
    orderTold: `{status, select,
      new {Order {number} is accepted. {hasDay, select, yes {We expect to deliver it on {day, date, ::dMMMM}.} other {}}}
      paid {Order {number} is paid and waits for packing. {hasDay, select, yes {We expect to deliver it on {day, date, ::dMMMM}.} other {}}}
      packing {Order {number} is being packed. {hasDay, select, yes {We expect to deliver it on {day, date, ::dMMMM}.} other {}}}
      shipped {Order {number} is shipped and on its way. {hasDay, select, yes {It should arrive on {day, date, ::dMMMM}.} other {}}}
      at_pickup {Order {number} waits for you at the pick-up point and is ready to collect. {hasDay, select, yes {It has been there since {day, date, ::dMMMM}.} other {}}}
      delivered {Order {number} is delivered. {hasDay, select, yes {That was on {day, date, ::dMMMM}.} other {}}}
      cancelled {Order {number} is cancelled.}
      returned {Order {number} is returned.}
      other {Order {number} is in work.}
    }{hasItems, select, yes { It holds: {items}.} other {}}`,
  },
  ru: {
    askNumber: "Какой номер заказа? Он есть в чеке и в сообщении о том, что заказ принят.",
    askNumberNoneFound: "Не вижу у нас ваших заказов. Какой номер заказа?",
    numberUnclear: "Не вижу здесь номера заказа. Он есть в чеке: буква и цифры.",
    askPhone: "Какой телефон вы указали в заказе? По нему я проверю, что заказ ваш.",
    phoneUnclear: "Это не похоже на телефон. Напишите его, пожалуйста, целиком, с кодом.",
    orderUnknown:
      "Не вижу заказа {number} на ваш телефон. Проверьте, пожалуйста, номер заказа и телефон, который вы указали.",
    orderTold: `{status, select,
      new {Заказ {number} принят. {hasDay, select, yes {Ожидаем доставку {day, date, ::dMMMM}.} other {}}}
      paid {Заказ {number} оплачен и ждёт сборки. {hasDay, select, yes {Ожидаем доставку {day, date, ::dMMMM}.} other {}}}
      packing {Заказ {number} собирают. {hasDay, select, yes {Ожидаем доставку {day, date, ::dMMMM}.} other {}}}
      shipped {Заказ {number} отправлен и сейчас в пути. {hasDay, select, yes {Должен прийти {day, date, ::dMMMM}.} other {}}}
      at_pickup {Заказ {number} ждёт вас в пункте выдачи, можно забирать. {hasDay, select, yes {Он там с {day, date, ::dMMMM}.} other {}}}
      delivered {Заказ {number} доставлен{hasDay, select, yes { {day, date, ::dMMMM}} other {}}.}
      cancelled {Заказ {number} отменён.}
      returned {Заказ {number} возвращён.}
      other {Заказ {number} в работе.}
    }{hasItems, select, yes { В нём: {items}.} other {}}`,
  },
} as const;
