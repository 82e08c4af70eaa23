/** What bots that read the CRM for a person say when it does not go as they hoped. */
export const crmAnswerTexts = {
  en: {
    noRights: "The portal does not let you see this. An administrator can change your rights in the CRM.",
    portalAway: "The portal did not answer when you asked. Nothing was changed.",
    webhookOnly:
      "This portal is connected by a webhook, which cannot tell people apart, so I may not act for you. An administrator can install the app, or let everybody have the webhook owner's rights.",
    again: "Try again",
    ownerRights: "This portal is connected by a webhook, so these are the rights of its owner and not yours.",
  },
  ru: {
    noRights: "Портал не показывает вам эти данные. Права в CRM может изменить администратор.",
    portalAway: "Портал не ответил, когда вы спросили. Ничего не изменено.",
    webhookOnly:
      "Портал подключён через вебхук, который не различает людей, поэтому действовать от вашего имени я не могу. Администратор может установить приложение или открыть всем права владельца вебхука.",
    again: "Повторить",
    ownerRights: "Портал подключён через вебхук, поэтому это права его владельца, а не ваши.",
  },
} as const;
export type CrmAnswerTextKey = keyof (typeof crmAnswerTexts)["en"];
