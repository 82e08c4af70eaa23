import { expect, test } from "vitest";

import { itemUserField, userFieldOf } from "./user-field.ts";

test.each([
  ["UF_CRM_1721244707107", "ufCrm_1721244707107"],
  ["UF_CRM_44_1721812760630", "ufCrm44_1721812760630"],
  ["UF_CRM_44_COLOR", "ufCrm44Color"],
  ["UF_CRM_FAVOURITE_COLOR", "ufCrmFavouriteColor"],
  ["UF_CRM_COLOR_2", "ufCrmColor_2"],
])("the user field %s is %s in the universal methods, and the same one back", (old, universal) => {
  expect(itemUserField(old)).toBe(universal);
  expect(userFieldOf(universal)).toBe(old);
  expect(userFieldOf(old)).toBe(old);
});

test("other names are no user fields, and a parent has two spellings", () => {
  expect(userFieldOf("title")).toBeNull();
  expect(userFieldOf("uf")).toBeNull();
  expect([userFieldOf("PARENT_ID_1040"), userFieldOf("parentId1040")]).toEqual(["parentId1040", "parentId1040"]);
});
