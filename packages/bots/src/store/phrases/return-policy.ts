/** How returns work in general; one who has something to return is `productReturn`. */
export const returnPolicyPhrases = {
  en: [
    "what is your return policy",
    "do you accept returns and for how long",
    "until when can I send things back",
    "terms for giving goods back",
    "is it possible to return goods at your shop",
    "within what time do you take things back",
    "what are the rules for exchange",
    "can I return an opened item",
    "are returns free",
    "do you take back used goods",
  ],
  ru: [
    "какие у вас условия возврата",
    "принимаете ли вы возвраты",
    "сколько дней на возврат товара",
    "до какого срока можно сдать покупку",
    "какие правила обмена и возврата",
    "можно ли у вас вообще вернуть товар",
    "в течение какого времени принимаете обратно",
    "возврат бесплатный",
    "можно вернуть без упаковки",
    "принимаете назад вскрытый товар",
  ],
} as const;
