import { COMPANY, CONTACT, DEAL, LEAD } from "../../crm/entity-kind.ts";
import type { RestMethod } from "../method.ts";
import { oldEntityMethods } from "./old-entity.ts";

export const crmMethods: RestMethod[] = [LEAD, DEAL, CONTACT, COMPANY].flatMap(oldEntityMethods);
