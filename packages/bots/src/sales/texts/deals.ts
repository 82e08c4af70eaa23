export const dealTexts = {
  en: {
    myDeals: "My deals",
    dealsNone: "You have no open deals.",
    dealsHead: "Your open deals: {total, number}, {sums}",
    dealsSummed: "The sum is of the first {summed, number}.",
    dealsPage: "Page {page, number} of {pages, number}",
    pageBefore: "← Page {page, number}",
    pageAfter: "Page {page, number} →",
    notYourList: "This list belongs to somebody else, here is yours.",
  },
  ru: {
    myDeals: "Мои сделки",
    dealsNone: "У вас нет открытых сделок.",
    dealsHead: "Ваши открытые сделки: {total, number}, {sums}",
    dealsSummed: "Сумма — по первым {summed, number}.",
    dealsPage: "Страница {page, number} из {pages, number}",
    pageBefore: "← Страница {page, number}",
    pageAfter: "Страница {page, number} →",
    notYourList: "Это чужой список, вот ваш.",
  },
} as const;
