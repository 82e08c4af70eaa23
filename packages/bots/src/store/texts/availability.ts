export const availabilityTexts = {
  en: {
    askProduct: "Which product are you looking for? Its name or article will do.",
    productUnclear: "Please write the name of the product or its article.",
    productUnknown: "I find nothing like that in our catalog. Could you write the name or the article another way?",
    productUnknownAside: "I find nothing like that in our catalog.",
    askWhichProduct: "There are several. Which one do you mean?",
    whichUnclear: "Please choose one of the list, or write its article.",
    productThere:
      "{name} is in stock{hasStores, select, yes {: {stores}} other {}}.{hasPrice, select, yes { Price: {price, number} {currency}.} other {}}",
    productElsewhere:
      "{name} is not in stock in {store} now, but there is some elsewhere: {stores}.{hasPrice, select, yes { Price: {price, number} {currency}.} other {}}",
    productNone: "{name} is out of stock now.{hasPrice, select, yes { Price: {price, number} {currency}.} other {}}",
    productGone:
      "{name} is out of stock now.{hasPrice, select, yes { Price: {price, number} {currency}.} other {}} Shall I tell you when it is back?",
    watchYes: "Yes, tell me",
    watchNo: "No, thanks",
    watchUnclear: "Shall I write to you when it is back? Yes or no?",
    watchPromised: "All right: I will write to you here as soon as it is back in stock.",
    watchDeclined: "All right.",
    watchBack: "{name} is back in stock.",
  },
  ru: {
    askProduct: "Какой товар ищете? Подойдёт название или артикул.",
    productUnclear: "Напишите, пожалуйста, название товара или артикул.",
    productUnknown: "Не нахожу такого в каталоге. Напишите, пожалуйста, название или артикул иначе.",
    productUnknownAside: "Не нахожу такого в каталоге.",
    askWhichProduct: "Подходит несколько товаров. Какой из них вам нужен?",
    whichUnclear: "Выберите, пожалуйста, один из списка или напишите артикул.",
    productThere:
      "{name} есть в наличии{hasStores, select, yes {: {stores}} other {}}.{hasPrice, select, yes { Цена: {price, number} {currency}.} other {}}",
    productElsewhere:
      "{name}: сейчас нет в наличии ({store}), но есть в других магазинах: {stores}.{hasPrice, select, yes { Цена: {price, number} {currency}.} other {}}",
    productNone: "{name}: сейчас нет в наличии.{hasPrice, select, yes { Цена: {price, number} {currency}.} other {}}",
    productGone:
      "{name}: сейчас нет в наличии.{hasPrice, select, yes { Цена: {price, number} {currency}.} other {}} Сообщить, когда снова появится?",
    watchYes: "Да, сообщите",
    watchNo: "Нет, спасибо",
    watchUnclear: "Написать вам, когда товар появится? Да или нет?",
    watchPromised: "Хорошо, напишу вам сюда, как только товар снова появится.",
    watchDeclined: "Хорошо.",
    watchBack: "{name} снова в наличии.",
  },
} as const;
