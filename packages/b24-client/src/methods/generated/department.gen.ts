// Written by `pnpm generate:methods` from the data of @botdeck/b24-spec. Do not edit.

export interface DepartmentMethods {
  /** Bitrix24 docs: departments/department-add */
  "department.add": {
    params: {
      NAME: string;
      SORT?: number | string | undefined;
      PARENT: number | string;
      UF_HEAD?: number | string | undefined;
    };
    result: string;
  };
  /** Bitrix24 docs: departments/department-delete */
  "department.delete": {
    params: {
      ID: number | string;
    };
    result: boolean;
  };
  /** Bitrix24 docs: departments/department-fields */
  "department.fields": {
    params: Record<never, never>;
    result: {
      ID?: string | null;
      NAME?: string | null;
      SORT?: string | null;
      PARENT?: string | null;
      UF_HEAD?: string | null;
    };
  };
  /** Bitrix24 docs: departments/department-get */
  "department.get": {
    params: {
      sort?: string | undefined;
      order?: string | undefined;
      ID?: number | string | undefined;
      NAME?: string | undefined;
      SORT?: number | string | undefined;
      PARENT?: number | string | undefined;
      UF_HEAD?: number | string | undefined;
      START?: number | string | undefined;
    };
    result: {
      ID: string;
      NAME?: string | null;
      SORT?: number | null;
      PARENT?: string | null;
      UF_HEAD?: string | null;
    }[];
  };
  /** Bitrix24 docs: departments/department-update */
  "department.update": {
    params: {
      ID: number | string;
      NAME?: string | undefined;
      SORT?: number | string | undefined;
      PARENT?: number | string | undefined;
      UF_HEAD?: number | string | undefined;
    };
    result: boolean;
  };
}
