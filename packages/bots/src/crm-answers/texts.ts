/** What bots that read the CRM for a person say when it does not go as they hoped. */
export const crmAnswerTexts = {
  en: {
    noRights: "The portal does not let you see this. An administrator can change your rights in the CRM.",
    portalAway: "The portal has not answered in time. Nothing was changed.",
    again: "Try again",
    ownerRights: "This portal is connected by a webhook, so these are the rights of its owner and not yours.",
  },
  ru: {
    noRights: "Портал не показывает вам эти данные. Права в CRM может изменить администратор.",
    portalAway: "Портал не ответил вовремя. Ничего не изменено.",
    again: "Повторить",
    ownerRights: "Портал подключён через вебхук, поэтому это права его владельца, а не ваши.",
  },
} as const;
export type CrmAnswerTextKey = keyof (typeof crmAnswerTexts)["en"];
