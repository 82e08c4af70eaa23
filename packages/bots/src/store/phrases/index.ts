import { aboutBotPhrases } from "./about-bot.ts";
import { availabilityPhrases } from "./availability.ts";
import { backPhrases } from "./back.ts";
import { cancelPhrases } from "./cancel.ts";
import { complaintPhrases } from "./complaint.ts";
import { deliveryInfoPhrases } from "./delivery-info.ts";
import { goodbyePhrases } from "./goodbye.ts";
import { greetingPhrases } from "./greeting.ts";
import { jobPhrases } from "./job.ts";
import { noPhrases } from "./no.ts";
import { oosPhrases } from "./oos.ts";
import { operatorPhrases } from "./operator.ts";
import { orderStatusPhrases } from "./order-status.ts";
import { otherRequestPhrases } from "./other-request.ts";
import { paymentInfoPhrases } from "./payment-info.ts";
import { productReturnPhrases } from "./product-return.ts";
import { purchasePhrases } from "./purchase.ts";
import { returnPolicyPhrases } from "./return-policy.ts";
import { thanksPhrases } from "./thanks.ts";
import { warrantyPhrases } from "./warranty.ts";
import { workingHoursPhrases } from "./working-hours.ts";
import { yesPhrases } from "./yes.ts";

/**
 * What clients of a shop write, by intent and language: the store bot's training phrases. `oos` is no intent but the
 * messages that belong to none. A phrase stands once over all files. Whoever edits them does not read the test
 * conversations, or the figures mean nothing.
 */
export const storePhrases = {
  orderStatus: orderStatusPhrases,
  availability: availabilityPhrases,
  productReturn: productReturnPhrases,
  purchase: purchasePhrases,
  operator: operatorPhrases,
  workingHours: workingHoursPhrases,
  greeting: greetingPhrases,
  returnPolicy: returnPolicyPhrases,
  thanks: thanksPhrases,
  goodbye: goodbyePhrases,
  aboutBot: aboutBotPhrases,
  deliveryInfo: deliveryInfoPhrases,
  paymentInfo: paymentInfoPhrases,
  warranty: warrantyPhrases,
  complaint: complaintPhrases,
  job: jobPhrases,
  otherRequest: otherRequestPhrases,
  yes: yesPhrases,
  no: noPhrases,
  cancel: cancelPhrases,
  back: backPhrases,
  oos: oosPhrases,
} as const;
