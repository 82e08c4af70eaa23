import { COMPANY, CONTACT, DEAL, LEAD } from "../../crm/entity-kind.ts";
import type { RestMethod } from "../method.ts";
import { activityBindingMethods } from "./activity-binding.ts";
import { activityMethods } from "./activity.ts";
import { bindingMethods } from "./bindings.ts";
import { categoryMethods } from "./category.ts";
import { currencyMethods } from "./currency.ts";
import { inAnyCase } from "./documented-names.ts";
import { duplicateMethods } from "./duplicate.ts";
import { enumMethods } from "./enum.ts";
import { itemProductRowMethods } from "./item-product-rows.ts";
import { itemMethods } from "./item.ts";
import { oldEntityMethods } from "./old-entity.ts";
import { productRowMethods } from "./product-rows.ts";
import { settingsMethods } from "./settings.ts";
import { stageHistoryMethods } from "./stage-history.ts";
import { statusMethods } from "./status.ts";
import { timelineBindingMethods } from "./timeline-binding.ts";
import { timelineCommentMethods } from "./timeline-comment.ts";
import { todoMethods } from "./todo.ts";
import { typeMethods } from "./type.ts";

const METHODS: RestMethod[] = [
  ...[LEAD, DEAL, CONTACT, COMPANY].flatMap((kind) => oldEntityMethods(kind)),
  ...bindingMethods,
  ...productRowMethods,
  ...itemMethods,
  ...itemProductRowMethods,
  ...statusMethods,
  ...categoryMethods,
  ...stageHistoryMethods,
  ...duplicateMethods,
  ...activityMethods,
  ...activityBindingMethods,
  ...todoMethods,
  ...timelineCommentMethods,
  ...timelineBindingMethods,
  ...typeMethods,
  ...currencyMethods,
  ...enumMethods,
  ...settingsMethods,
];

/** Bitrix24 docs: api-reference/crm. */
export const crmMethods: RestMethod[] = METHODS.map((method) => inAnyCase(method));
