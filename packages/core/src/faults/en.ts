/**
 * What stands in the way of a call, and what people can do about it. The first sentence says what is so, for everybody; what follows is
 * for who looks after the portal and the deployment, and is told in the console only.
 */
export const causes = {
  limit: "The portal takes no more calls at the moment. After a while it takes them again.",
  workingTime: "The portal has closed this method for a while, because it was kept busy for too long.",
  blocked: "Bitrix24 has blocked the portal’s REST calls. Write to Bitrix24 support.",
  denied:
    "The portal does not allow this. Give the person behind the webhook, or the one who acts, the right that is missing on the portal.",
  notInChat: "The bot is not in this chat, or may not write there. Add it to the chat.",
  personDenied: "This person may not use the app. Give them access to it on the portal.",
  expired: "The access to the portal has run out. Install the app again.",
  noAuth: "The portal does not know our access. Check the webhook’s address, or install the app again.",
  grantOver: "The permission for the app is worth nothing any more. Authorise the app again.",
  wrongApp: "The portal does not know our app. Check the app’s client id and secret in the settings of the worker.",
  scope: "A right (scope) is missing. Add it to the webhook or the app on the portal.",
  needsApp: "This works only with an installed app, not with a webhook. Connect the portal by the app.",
  foreignBot: "The bot belongs to another app or webhook. Connect the portal with the one that registered it.",
  unpaid: "The portal’s plan has no REST, or is not paid. Pay for the plan.",
  noMethod: "The portal does not know this method. Update its modules, or switch the module on.",
  deleted: "The portal does not exist any more. Disconnect it here.",
  broken: "The portal has a fault of its own. If it stays, write to the portal’s administrator or Bitrix24 support.",
  notFound: "It is not there any more, or this person may not see it. Look on the portal.",
  refused: "The portal refused this. Read its words, mend what they name, then try again.",
  unreachable: "The portal does not answer. If it stays, check that the portal is up and can be reached from here.",
  authServer:
    "The authorization server of Bitrix24 does not answer. If it stays, check that it can be reached from here.",
  unclear:
    "The portal’s answer was not clear, so nobody knows whether it was done. Look on the portal before you repeat it.",
  unknownWhether: "Nobody can tell whether it was done. Look on the portal, then replay it or leave it.",
  permission: "The person has to give the app their rights first. They have been sent a link: remind them of it.",
  sealed:
    "What opens this portal was sealed with another key than the worker has. Put the former BOTDECK_SECRET_KEY back, or connect the portal anew.",
  left: "The portal is disconnected. Connect it again if this is still to be done.",
  botOff: "The bot is switched off on this portal. Switch it on if it is to speak.",
  takenOver: "An operator took the conversation over, so the bot stays silent. Nothing to do.",
  privateNetwork:
    "The portal lies in a private network. Such portals are taken only where gateway, worker and console have B24_PRIVATE_PORTALS=true.",
  webhookUnknown:
    "The portal does not know this webhook. Check that the whole address was copied and the webhook was not deleted.",
  botsFull:
    "A portal of this version takes five bots of an app at most. Update its modules im and imbot, or leave out another bot.",
  database: "The database could not do it. If it stays, look at Postgres.",
  ours: "This is a fault of the console or the worker. Report it; the log has the whole story.",
};
