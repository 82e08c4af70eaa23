// Written by `pnpm generate:methods` from the data of @botdeck/b24-spec. Do not edit.

export interface CatalogMethods {
  /** Bitrix24 docs: catalog/catalog/catalog-catalog-get */
  "catalog.catalog.get": {
    params: {
      id: unknown;
    };
    result: {
      catalog?: {
        iblockId?: string | null;
        iblockTypeId?: string | null;
        id?: string | null;
        lid?: string | null;
        name?: string | null;
        productIblockId?: string | null;
        skuPropertyId?: string | null;
        subscription?: boolean | null;
        vatId?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: catalog/catalog/catalog-catalog-list */
  "catalog.catalog.list": {
    params: {
      select?: readonly unknown[] | undefined;
      filter?: Readonly<Record<string, unknown>> | undefined;
      order?: Readonly<Record<string, unknown>> | undefined;
      start?: number | string | undefined;
    };
    result: {
      catalogs?: {
        iblockId?: string | null;
        iblockTypeId?: string | null;
        id?: string | null;
        lid?: string | null;
        name?: string | null;
        productIblockId?: string | null;
        skuPropertyId?: string | null;
        subscription?: boolean | null;
        vatId?: string | null;
      }[] | null;
    };
  };
  /** Bitrix24 docs: catalog/measure/catalog-measure-get */
  "catalog.measure.get": {
    params: {
      id: unknown;
    };
    result: {
      measure?: {
        code?: number | null;
        id?: string | null;
        isDefault?: boolean | null;
        measureTitle?: string | null;
        symbol?: string | null;
        symbolIntl?: string | null;
        symbolLetterIntl?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: catalog/measure/catalog-measure-list */
  "catalog.measure.list": {
    params: {
      select?: readonly unknown[] | undefined;
      filter?: Readonly<Record<string, unknown>> | undefined;
      order?: Readonly<Record<string, unknown>> | undefined;
      start?: number | string | undefined;
    };
    result: {
      measures?: {
        code?: number | null;
        id?: string | null;
        symbolIntl?: string | null;
      }[] | null;
    };
  };
  /** Bitrix24 docs: catalog/price/catalog-price-add */
  "catalog.price.add": {
    params: {
      fields: {
        productId: unknown;
        catalogGroupId: unknown;
        price: number | string;
        currency: string;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: {
      price?: {
        catalogGroupId?: string | null;
        currency?: string | null;
        extraId?: string | null;
        id?: string | null;
        price?: number | null;
        productId?: string | null;
        quantityFrom?: unknown;
        quantityTo?: unknown;
        timestampX?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: catalog/price/catalog-price-delete */
  "catalog.price.delete": {
    params: {
      id: unknown;
    };
    result: boolean;
  };
  /** Bitrix24 docs: catalog/price/catalog-price-get */
  "catalog.price.get": {
    params: {
      id: unknown;
    };
    result: {
      price?: {
        catalogGroupId?: string | null;
        currency?: string | null;
        extraId?: string | null;
        id?: string | null;
        price?: number | null;
        productId?: string | null;
        quantityFrom?: unknown;
        quantityTo?: unknown;
        timestampX?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: catalog/price/catalog-price-list */
  "catalog.price.list": {
    params: {
      select?: readonly unknown[] | undefined;
      filter?: Readonly<Record<string, unknown>> | undefined;
      order?: Readonly<Record<string, unknown>> | undefined;
      start?: number | string | undefined;
    };
    result: {
      prices?: {
        catalogGroupId?: string | null;
        currency?: string | null;
        id?: string | null;
        price?: number | null;
        productId?: string | null;
      }[] | null;
    };
  };
  /** Bitrix24 docs: catalog/price/catalog-price-update */
  "catalog.price.update": {
    params: {
      id: unknown;
      fields: {
        price: number | string;
        currency: string;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: {
      price?: {
        catalogGroupId?: string | null;
        currency?: string | null;
        extraId?: string | null;
        id?: string | null;
        price?: number | null;
        productId?: string | null;
        quantityFrom?: unknown;
        quantityTo?: unknown;
        timestampX?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: catalog/price-type/catalog-price-type-get */
  "catalog.priceType.get": {
    params: {
      id: unknown;
    };
    result: {
      priceType?: {
        base?: boolean | null;
        createdBy?: string | null;
        dateCreate?: string | null;
        id?: string | null;
        modifiedBy?: string | null;
        name?: string | null;
        sort?: number | null;
        timestampX?: string | null;
        xmlId?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: catalog/price-type/catalog-price-type-list */
  "catalog.priceType.list": {
    params: {
      select?: readonly unknown[] | undefined;
      filter?: Readonly<Record<string, unknown>> | undefined;
      order?: Readonly<Record<string, unknown>> | undefined;
      start?: number | string | undefined;
    };
    result: {
      priceTypes?: {
        id?: string | null;
        name?: string | null;
        xmlId?: string | null;
      }[] | null;
    };
  };
  /** Bitrix24 docs: catalog/product/catalog-product-add */
  "catalog.product.add": {
    params: {
      fields: {
        iblockId: unknown;
        name: string;
        active?: string | undefined;
        code?: string | undefined;
        xmlId?: string | undefined;
        barcodeMulti?: string | undefined;
        canBuyZero?: string | undefined;
        createdBy?: unknown | undefined;
        modifiedBy?: unknown | undefined;
        dateActiveFrom?: string | undefined;
        dateActiveTo?: string | undefined;
        dateCreate?: string | undefined;
        iblockSectionId?: unknown | undefined;
        IblockSection?: readonly unknown[] | undefined;
        measure?: unknown | undefined;
        previewText?: string | undefined;
        detailText?: string | undefined;
        previewPicture?: Readonly<Record<string, unknown>> | undefined;
        detailPicture?: Readonly<Record<string, unknown>> | undefined;
        previewTextType?: string | undefined;
        detailTextType?: string | undefined;
        sort?: number | string | undefined;
        subscribe?: string | undefined;
        vatId?: unknown | undefined;
        vatIncluded?: string | undefined;
        height?: number | string | undefined;
        length?: number | string | undefined;
        weight?: number | string | undefined;
        width?: number | string | undefined;
        quantityTrace?: string | undefined;
        purchasingCurrency?: string | undefined;
        purchasingPrice?: number | string | undefined;
        quantity?: number | string | undefined;
        quantityReserved?: number | string | undefined;
        recurSchemeLength?: number | string | undefined;
        recurSchemeType?: string | undefined;
        trialPriceId?: number | string | undefined;
        withoutOrder?: string | undefined;
        propertyN?: unknown | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: {
      element?: {
        active?: boolean | null;
        available?: boolean | null;
        bundle?: boolean | null;
        canBuyZero?: string | null;
        code?: string | null;
        createdBy?: string | null;
        dateActiveFrom?: string | null;
        dateActiveTo?: string | null;
        dateCreate?: string | null;
        detailPicture?: {
          id?: string | null;
          url?: string | null;
          urlMachine?: string | null;
        } | null;
        detailText?: string | null;
        detailTextType?: string | null;
        height?: number | null;
        iblockId?: string | null;
        iblockSectionId?: string | null;
        id?: string | null;
        length?: number | null;
        measure?: number | null;
        modifiedBy?: string | null;
        name?: string | null;
        previewPicture?: {
          id?: string | null;
          url?: string | null;
          urlMachine?: string | null;
        } | null;
        previewText?: string | null;
        previewTextType?: string | null;
        property258?: {
          value?: string | null;
          valueId?: string | null;
        } | null;
        property259?: {
          value?: string | null;
          valueId?: string | null;
        }[] | null;
        purchasingCurrency?: string | null;
        purchasingPrice?: number | null;
        quantity?: number | null;
        quantityReserved?: number | null;
        quantityTrace?: string | null;
        sort?: number | null;
        subscribe?: string | null;
        timestampX?: string | null;
        type?: number | null;
        vatId?: string | null;
        vatIncluded?: boolean | null;
        weight?: number | null;
        width?: number | null;
        xmlId?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: catalog/product/catalog-product-delete */
  "catalog.product.delete": {
    params: {
      id: unknown;
    };
    result: boolean;
  };
  /** Bitrix24 docs: catalog/product/catalog-product-get */
  "catalog.product.get": {
    params: {
      id: unknown;
    };
    result: {
      product?: {
        active?: boolean | null;
        available?: boolean | null;
        bundle?: boolean | null;
        canBuyZero?: string | null;
        code?: string | null;
        createdBy?: string | null;
        dateActiveFrom?: string | null;
        dateActiveTo?: string | null;
        dateCreate?: string | null;
        detailPicture?: {
          id?: string | null;
          url?: string | null;
          urlMachine?: string | null;
        } | null;
        detailText?: string | null;
        detailTextType?: string | null;
        height?: number | null;
        iblockId?: string | null;
        iblockSectionId?: string | null;
        id?: string | null;
        length?: number | null;
        measure?: number | null;
        modifiedBy?: string | null;
        name?: string | null;
        previewPicture?: {
          id?: string | null;
          url?: string | null;
          urlMachine?: string | null;
        } | null;
        previewText?: string | null;
        previewTextType?: string | null;
        property258?: {
          value?: string | null;
          valueId?: string | null;
        } | null;
        property259?: {
          value?: string | null;
          valueId?: string | null;
        }[] | null;
        purchasingCurrency?: string | null;
        purchasingPrice?: number | null;
        quantity?: number | null;
        quantityReserved?: number | null;
        quantityTrace?: string | null;
        sort?: number | null;
        subscribe?: string | null;
        timestampX?: string | null;
        type?: number | null;
        vatId?: string | null;
        vatIncluded?: boolean | null;
        weight?: number | null;
        width?: number | null;
        xmlId?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: catalog/product/catalog-product-list */
  "catalog.product.list": {
    params: {
      select?: readonly unknown[] | undefined;
      filter?: Readonly<Record<string, unknown>> | undefined;
      order?: Readonly<Record<string, unknown>> | undefined;
      start?: string | undefined;
    };
    result: {
      products?: {
        active?: boolean | null;
        available?: boolean | null;
        barcodeMulti?: boolean | null;
        bundle?: boolean | null;
        canBuyZero?: string | null;
        code?: string | null;
        createdBy?: string | null;
        dateActiveFrom?: string | null;
        dateActiveTo?: string | null;
        dateCreate?: string | null;
        detailPicture?: {
          id?: string | null;
          url?: string | null;
          urlMachine?: string | null;
        } | null;
        detailText?: string | null;
        detailTextType?: string | null;
        height?: number | null;
        iblockId?: string | null;
        iblockSectionId?: string | null;
        id?: string | null;
        length?: number | null;
        measure?: number | null;
        modifiedBy?: string | null;
        name?: string | null;
        previewPicture?: {
          id?: string | null;
          url?: string | null;
          urlMachine?: string | null;
        } | null;
        previewText?: string | null;
        previewTextType?: string | null;
        property258?: {
          value?: string | null;
          valueId?: string | null;
        } | null;
        property259?: {
          value?: string | null;
          valueId?: string | null;
        }[] | null;
        purchasingCurrency?: string | null;
        purchasingPrice?: number | null;
        quantity?: number | null;
        quantityReserved?: number | null;
        quantityTrace?: string | null;
        recurSchemeLength?: number | null;
        recurSchemeType?: string | null;
        sort?: number | null;
        subscribe?: string | null;
        timestampX?: string | null;
        trialPriceId?: string | null;
        type?: number | null;
        vatId?: string | null;
        vatIncluded?: boolean | null;
        weight?: number | null;
        width?: number | null;
        withoutOrder?: boolean | null;
        xmlId?: string | null;
      }[] | null;
    };
  };
  /** Bitrix24 docs: catalog/product/catalog-product-update */
  "catalog.product.update": {
    params: {
      id: unknown;
      fields: {
        name?: string | undefined;
        active?: string | undefined;
        code?: string | undefined;
        xmlId?: string | undefined;
        barcodeMulti?: string | undefined;
        canBuyZero?: string | undefined;
        createdBy?: unknown | undefined;
        modifiedBy?: unknown | undefined;
        dateActiveFrom?: string | undefined;
        dateActiveTo?: string | undefined;
        dateCreate?: string | undefined;
        iblockSectionId?: unknown | undefined;
        IblockSection?: readonly unknown[] | undefined;
        measure?: unknown | undefined;
        previewText?: string | undefined;
        detailText?: string | undefined;
        previewPicture?: Readonly<Record<string, unknown>> | undefined;
        detailPicture?: Readonly<Record<string, unknown>> | undefined;
        previewTextType?: string | undefined;
        detailTextType?: string | undefined;
        sort?: number | string | undefined;
        subscribe?: string | undefined;
        vatId?: unknown | undefined;
        vatIncluded?: string | undefined;
        height?: number | string | undefined;
        length?: number | string | undefined;
        weight?: number | string | undefined;
        width?: number | string | undefined;
        quantityTrace?: string | undefined;
        purchasingCurrency?: string | undefined;
        purchasingPrice?: number | string | undefined;
        quantity?: number | string | undefined;
        quantityReserved?: number | string | undefined;
        recurSchemeLength?: number | string | undefined;
        recurSchemeType?: string | undefined;
        trialPriceId?: number | string | undefined;
        withoutOrder?: string | undefined;
        propertyN?: unknown | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: {
      element?: {
        active?: boolean | null;
        available?: boolean | null;
        bundle?: boolean | null;
        canBuyZero?: string | null;
        code?: string | null;
        createdBy?: string | null;
        dateActiveFrom?: string | null;
        dateActiveTo?: string | null;
        dateCreate?: string | null;
        detailPicture?: {
          id?: string | null;
          url?: string | null;
          urlMachine?: string | null;
        } | null;
        detailText?: string | null;
        detailTextType?: string | null;
        height?: number | null;
        iblockId?: string | null;
        iblockSectionId?: string | null;
        id?: string | null;
        length?: number | null;
        measure?: number | null;
        modifiedBy?: string | null;
        name?: string | null;
        previewPicture?: {
          id?: string | null;
          url?: string | null;
          urlMachine?: string | null;
        } | null;
        previewText?: string | null;
        previewTextType?: string | null;
        property258?: {
          value?: string | null;
          valueId?: string | null;
        } | null;
        property259?: {
          value?: string | null;
          valueId?: string | null;
        }[] | null;
        purchasingCurrency?: string | null;
        purchasingPrice?: number | null;
        quantity?: number | null;
        quantityReserved?: number | null;
        quantityTrace?: string | null;
        sort?: number | null;
        subscribe?: string | null;
        timestampX?: string | null;
        type?: number | null;
        vatId?: string | null;
        vatIncluded?: boolean | null;
        weight?: number | null;
        width?: number | null;
        xmlId?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: catalog/section/catalog-section-add */
  "catalog.section.add": {
    params: {
      fields: {
        iblockId: unknown;
        iblockSectionId?: unknown | undefined;
        name: string;
        xmlId?: string | undefined;
        code?: string | undefined;
        sort?: number | string | undefined;
        active?: string | undefined;
        description?: string | undefined;
        descriptionType?: string | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: {
      section?: {
        active?: boolean | null;
        code?: string | null;
        description?: string | null;
        descriptionType?: string | null;
        iblockId?: string | null;
        iblockSectionId?: string | null;
        id?: string | null;
        name?: string | null;
        sort?: number | null;
        xmlId?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: catalog/section/catalog-section-delete */
  "catalog.section.delete": {
    params: {
      id: unknown;
    };
    result: boolean;
  };
  /** Bitrix24 docs: catalog/section/catalog-section-get */
  "catalog.section.get": {
    params: {
      id: unknown;
    };
    result: {
      section?: {
        active?: boolean | null;
        code?: string | null;
        description?: string | null;
        descriptionType?: string | null;
        iblockId?: string | null;
        iblockSectionId?: string | null;
        id?: string | null;
        name?: string | null;
        sort?: number | null;
        xmlId?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: catalog/section/catalog-section-list */
  "catalog.section.list": {
    params: {
      select?: readonly unknown[] | undefined;
      filter?: Readonly<Record<string, unknown>> | undefined;
      order?: Readonly<Record<string, unknown>> | undefined;
      start?: number | string | undefined;
    };
    result: {
      sections?: {
        id?: string | null;
        name?: string | null;
        sort?: number | null;
      }[] | null;
    };
  };
  /** Bitrix24 docs: catalog/section/catalog-section-update */
  "catalog.section.update": {
    params: {
      id: unknown;
      fields: {
        iblockId: unknown;
        iblockSectionId?: unknown | undefined;
        name: string;
        xmlId?: string | undefined;
        code?: string | undefined;
        sort?: number | string | undefined;
        active?: string | undefined;
        description?: string | undefined;
        descriptionType?: string | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: {
      section?: {
        active?: boolean | null;
        code?: string | null;
        description?: string | null;
        descriptionType?: string | null;
        iblockId?: string | null;
        iblockSectionId?: string | null;
        id?: string | null;
        name?: string | null;
        sort?: number | null;
        xmlId?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: catalog/store/catalog-store-add */
  "catalog.store.add": {
    params: {
      fields: {
        address: string;
        title?: string | undefined;
        active?: string | undefined;
        description?: string | undefined;
        gpsN?: number | string | undefined;
        gpsS?: number | string | undefined;
        imageId?: Readonly<Record<string, unknown>> | undefined;
        dateModify?: string | undefined;
        dateCreate?: string | undefined;
        userId?: unknown | undefined;
        modifiedBy?: unknown | undefined;
        phone?: string | undefined;
        schedule?: string | undefined;
        xmlId?: string | undefined;
        sort?: number | string | undefined;
        email?: string | undefined;
        issuingCenter?: string | undefined;
        code?: string | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: {
      store?: {
        active?: boolean | null;
        address?: string | null;
        code?: string | null;
        dateCreate?: string | null;
        dateModify?: string | null;
        description?: string | null;
        email?: string | null;
        gpsN?: number | null;
        gpsS?: number | null;
        id?: string | null;
        imageId?: {
          id?: string | null;
          url?: string | null;
        } | null;
        issuingCenter?: boolean | null;
        modifiedBy?: string | null;
        phone?: string | null;
        schedule?: string | null;
        sort?: number | null;
        title?: string | null;
        userId?: string | null;
        xmlId?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: catalog/store/catalog-store-delete */
  "catalog.store.delete": {
    params: {
      id: unknown;
    };
    result: boolean;
  };
  /** Bitrix24 docs: catalog/store/catalog-store-get */
  "catalog.store.get": {
    params: {
      id: unknown;
    };
    result: {
      store?: {
        active?: boolean | null;
        address?: string | null;
        code?: string | null;
        dateCreate?: string | null;
        dateModify?: string | null;
        description?: string | null;
        email?: string | null;
        gpsN?: number | null;
        gpsS?: number | null;
        id?: string | null;
        imageId?: {
          id?: string | null;
          url?: string | null;
        } | null;
        issuingCenter?: boolean | null;
        modifiedBy?: string | null;
        phone?: string | null;
        schedule?: string | null;
        sort?: number | null;
        title?: string | null;
        userId?: string | null;
        xmlId?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: catalog/store/catalog-store-list */
  "catalog.store.list": {
    params: {
      select?: readonly unknown[] | undefined;
      filter?: Readonly<Record<string, unknown>> | undefined;
      order?: Readonly<Record<string, unknown>> | undefined;
      start?: number | string | undefined;
    };
    result: {
      stores?: {
        active?: boolean | null;
        address?: string | null;
        code?: string | null;
        dateCreate?: string | null;
        dateModify?: string | null;
        description?: string | null;
        email?: string | null;
        gpsN?: number | null;
        gpsS?: number | null;
        id?: string | null;
        imageId?: {
          id?: string | null;
          url?: string | null;
        } | null;
        issuingCenter?: boolean | null;
        modifiedBy?: string | null;
        phone?: string | null;
        schedule?: string | null;
        sort?: number | null;
        title?: string | null;
        userId?: string | null;
        xmlId?: string | null;
      }[] | null;
    };
  };
  /** Bitrix24 docs: catalog/store/catalog-store-update */
  "catalog.store.update": {
    params: {
      id: unknown;
      fields: {
        address?: string | undefined;
        title?: string | undefined;
        active?: string | undefined;
        description?: string | undefined;
        gpsN?: number | string | undefined;
        gpsS?: number | string | undefined;
        imageId?: Readonly<Record<string, unknown>> | undefined;
        dateModify?: string | undefined;
        dateCreate?: string | undefined;
        userId?: unknown | undefined;
        modifiedBy?: unknown | undefined;
        phone?: string | undefined;
        schedule?: string | undefined;
        xmlId?: string | undefined;
        sort?: number | string | undefined;
        email?: string | undefined;
        issuingCenter?: string | undefined;
        code?: string | undefined;
        [userField: `UF_${string}` | `uf${string}` | `PROPERTY_${string}` | `property${string}` | `parentId${number}` | `PARENT_ID_${number}`]: unknown;
      };
    };
    result: {
      store?: {
        active?: boolean | null;
        address?: string | null;
        code?: string | null;
        dateCreate?: string | null;
        dateModify?: string | null;
        description?: string | null;
        email?: string | null;
        gpsN?: number | null;
        gpsS?: number | null;
        id?: string | null;
        imageId?: {
          id?: string | null;
          url?: string | null;
        } | null;
        issuingCenter?: boolean | null;
        modifiedBy?: string | null;
        phone?: string | null;
        schedule?: string | null;
        sort?: number | null;
        title?: string | null;
        userId?: string | null;
        xmlId?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: catalog/store-product/catalog-store-product-get */
  "catalog.storeproduct.get": {
    params: {
      id: unknown;
    };
    result: {
      storeProduct?: {
        amount?: number | null;
        id?: string | null;
        productId?: string | null;
        quantityReserved?: number | null;
        storeId?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: catalog/store-product/catalog-store-product-list */
  "catalog.storeproduct.list": {
    params: {
      select?: readonly unknown[] | undefined;
      filter?: Readonly<Record<string, unknown>> | undefined;
      order?: Readonly<Record<string, unknown>> | undefined;
      start?: number | string | undefined;
    };
    result: {
      storeProducts?: {
        amount?: number | null;
        id?: string | null;
        productId?: string | null;
        storeId?: string | null;
      }[] | null;
    };
  };
}
