// Written by `pnpm generate:methods` from the data of @botdeck/b24-spec. Do not edit.

import type { SystemMethods } from "./system.gen.ts";
import type { BizprocMethods } from "./bizproc.gen.ts";
import type { CalendarMethods } from "./calendar.gen.ts";
import type { CatalogMethods } from "./catalog.gen.ts";
import type { CrmMethods } from "./crm.gen.ts";
import type { DepartmentMethods } from "./department.gen.ts";
import type { DiskMethods } from "./disk.gen.ts";
import type { ImMethods } from "./im.gen.ts";
import type { ImbotMethods } from "./imbot.gen.ts";
import type { ImconnectorMethods } from "./imconnector.gen.ts";
import type { ImopenlinesMethods } from "./imopenlines.gen.ts";
import type { ListsMethods } from "./lists.gen.ts";
import type { SaleMethods } from "./sale.gen.ts";
import type { SonetGroupMethods } from "./sonet_group.gen.ts";
import type { TaskMethods } from "./task.gen.ts";
import type { TasksMethods } from "./tasks.gen.ts";
import type { TelephonyMethods } from "./telephony.gen.ts";
import type { TimemanMethods } from "./timeman.gen.ts";
import type { UserMethods } from "./user.gen.ts";
import type { VoximplantMethods } from "./voximplant.gen.ts";

/** Every REST method that the platform uses, by its wire name. */
export interface Methods
  extends SystemMethods,
    BizprocMethods,
    CalendarMethods,
    CatalogMethods,
    CrmMethods,
    DepartmentMethods,
    DiskMethods,
    ImMethods,
    ImbotMethods,
    ImconnectorMethods,
    ImopenlinesMethods,
    ListsMethods,
    SaleMethods,
    SonetGroupMethods,
    TaskMethods,
    TasksMethods,
    TelephonyMethods,
    TimemanMethods,
    UserMethods,
    VoximplantMethods {}
