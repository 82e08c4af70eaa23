// Written by `pnpm generate:methods` from the data of @botdeck/b24-spec. Do not edit.

export interface SaleMethods {
  /** Bitrix24 docs: sale/basket-item/sale-basket-item-add */
  "sale.basketitem.add": {
    params: {
      fields: {
        orderId: unknown;
        sort?: number | string | undefined;
        price?: number | string | undefined;
        basePrice?: number | string | undefined;
        discountPrice?: number | string | undefined;
        currency: unknown;
        customPrice?: string | undefined;
        quantity: number | string;
        xmlId?: string | undefined;
        name?: string | undefined;
        weight?: number | string | undefined;
        dimensions?: string | undefined;
        measureCode?: unknown | undefined;
        measureName?: unknown | undefined;
        canBuy?: string | undefined;
        vatRate?: number | string | undefined;
        vatIncluded?: string | undefined;
        catalogXmlId?: string | undefined;
        productXmlId?: string | undefined;
        productId: number | string;
      };
    };
    result: {
      basketItem?: {
        basePrice?: number | null;
        canBuy?: boolean | null;
        catalogXmlId?: string | null;
        currency?: string | null;
        customPrice?: boolean | null;
        dateInsert?: string | null;
        dateUpdate?: string | null;
        dimensions?: string | null;
        discountPrice?: number | null;
        id?: string | null;
        measureCode?: string | null;
        measureName?: string | null;
        name?: string | null;
        orderId?: string | null;
        price?: number | null;
        productId?: string | null;
        productXmlId?: string | null;
        properties?: unknown;
        quantity?: number | null;
        reservations?: unknown;
        sort?: number | null;
        vatIncluded?: boolean | null;
        vatRate?: number | null;
        weight?: number | null;
        xmlId?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: sale/basket-item/sale-basket-item-delete */
  "sale.basketitem.delete": {
    params: {
      id: unknown;
    };
    result: boolean;
  };
  /** Bitrix24 docs: sale/basket-item/sale-basket-item-get */
  "sale.basketitem.get": {
    params: {
      id: unknown;
    };
    result: {
      basketItem?: {
        basePrice?: number | null;
        canBuy?: boolean | null;
        catalogXmlId?: string | null;
        currency?: string | null;
        customPrice?: boolean | null;
        dateInsert?: string | null;
        dateUpdate?: string | null;
        dimensions?: string | null;
        discountPrice?: number | null;
        id?: string | null;
        measureCode?: string | null;
        measureName?: string | null;
        name?: string | null;
        orderId?: string | null;
        price?: number | null;
        productId?: string | null;
        productXmlId?: string | null;
        properties?: unknown;
        quantity?: number | null;
        reservations?: unknown;
        sort?: number | null;
        vatIncluded?: boolean | null;
        vatRate?: number | null;
        weight?: number | null;
        xmlId?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: sale/basket-item/sale-basket-item-list */
  "sale.basketitem.list": {
    params: {
      select?: readonly unknown[] | undefined;
      filter?: Readonly<Record<string, unknown>> | undefined;
      order?: Readonly<Record<string, unknown>> | undefined;
      start?: number | string | undefined;
    };
    result: {
      basketItems?: {
        currency?: string | null;
        id?: string | null;
        name?: string | null;
        orderId?: string | null;
        price?: number | null;
        productId?: string | null;
      }[] | null;
    };
  };
  /** Bitrix24 docs: sale/basket-item/sale-basket-item-update */
  "sale.basketitem.update": {
    params: {
      id: unknown;
      fields: {
        sort?: number | string | undefined;
        price?: number | string | undefined;
        basePrice?: number | string | undefined;
        discountPrice?: number | string | undefined;
        quantity?: number | string | undefined;
        xmlId?: string | undefined;
        name?: string | undefined;
        weight?: number | string | undefined;
        dimensions?: string | undefined;
        measureCode?: unknown | undefined;
        measureName?: unknown | undefined;
        canBuy?: string | undefined;
        vatRate?: number | string | undefined;
        vatIncluded?: string | undefined;
        catalogXmlId?: string | undefined;
        productXmlId?: string | undefined;
      };
    };
    result: {
      basketItem?: {
        basePrice?: number | null;
        canBuy?: boolean | null;
        catalogXmlId?: string | null;
        currency?: string | null;
        customPrice?: boolean | null;
        dateInsert?: string | null;
        dateUpdate?: string | null;
        dimensions?: string | null;
        discountPrice?: number | null;
        id?: string | null;
        measureCode?: string | null;
        measureName?: string | null;
        name?: string | null;
        orderId?: string | null;
        price?: number | null;
        productId?: string | null;
        productXmlId?: string | null;
        properties?: unknown;
        quantity?: number | null;
        reservations?: unknown;
        sort?: number | null;
        type?: unknown;
        vatIncluded?: boolean | null;
        vatRate?: number | null;
        weight?: number | null;
        xmlId?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: sale/order/sale-order-add */
  "sale.order.add": {
    params: {
      fields: {
        lid: string;
        personTypeId: unknown;
        currency: string;
        price?: number | string | undefined;
        discountValue?: number | string | undefined;
        statusId?: unknown | undefined;
        empStatusId?: unknown | undefined;
        dateInsert?: string | undefined;
        marked?: string | undefined;
        empMarkedId?: unknown | undefined;
        reasonMarked?: string | undefined;
        userDescription?: string | undefined;
        additionalInfo?: string | undefined;
        comments?: string | undefined;
        responsibleId?: unknown | undefined;
        recurringId?: number | string | undefined;
        lockedBy?: unknown | undefined;
        recountFlag?: string | undefined;
        affiliateId?: number | string | undefined;
        updated1c?: string | undefined;
        orderTopic?: string | undefined;
        xmlId?: string | undefined;
        id1c?: string | undefined;
        version1c?: string | undefined;
        externalOrder?: string | undefined;
        canceled?: string | undefined;
        empCanceledId?: unknown | undefined;
        reasonCanceled?: string | undefined;
        userId?: unknown | undefined;
      };
    };
    result: {
      order?: {
        accountNumber?: string | null;
        additionalInfo?: string | null;
        affiliateId?: string | null;
        canceled?: boolean | null;
        clients?: unknown;
        comments?: string | null;
        companyId?: string | null;
        currency?: string | null;
        dateCanceled?: string | null;
        dateInsert?: string | null;
        dateMarked?: string | null;
        dateStatus?: string | null;
        dateUpdate?: string | null;
        deducted?: boolean | null;
        discountValue?: number | null;
        empCanceledId?: string | null;
        empMarkedId?: string | null;
        empStatusId?: string | null;
        externalOrder?: boolean | null;
        id?: string | null;
        id1c?: string | null;
        lid?: string | null;
        lockedBy?: string | null;
        marked?: boolean | null;
        orderTopic?: string | null;
        payed?: boolean | null;
        personTypeId?: string | null;
        personTypeXmlId?: string | null;
        price?: number | null;
        reasonCanceled?: string | null;
        reasonMarked?: string | null;
        recountFlag?: boolean | null;
        recurringId?: string | null;
        requisiteLink?: unknown;
        responsibleId?: string | null;
        statusId?: string | null;
        statusXmlId?: string | null;
        updated1c?: boolean | null;
        userDescription?: string | null;
        userId?: string | null;
        version1c?: string | null;
        xmlId?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: sale/order/sale-order-delete */
  "sale.order.delete": {
    params: {
      id: unknown;
    };
    result: boolean;
  };
  /** Bitrix24 docs: sale/order/sale-order-get */
  "sale.order.get": {
    params: {
      id: unknown;
    };
    result: {
      order?: {
        accountNumber?: string | null;
        additionalInfo?: string | null;
        affiliateId?: string | null;
        basketItems?: {
          barcodeMulti?: boolean | null;
          basePrice?: number | null;
          canBuy?: boolean | null;
          catalogXmlId?: string | null;
          currency?: string | null;
          customPrice?: boolean | null;
          dateInsert?: string | null;
          dateRefresh?: unknown;
          dateUpdate?: string | null;
          detailPageUrl?: string | null;
          dimensions?: string | null;
          discountCoupon?: string | null;
          discountName?: string | null;
          discountPrice?: number | null;
          discountValue?: number | null;
          fuserId?: string | null;
          id?: string | null;
          lid?: string | null;
          measureCode?: string | null;
          measureName?: string | null;
          module?: string | null;
          name?: string | null;
          notes?: string | null;
          orderId?: string | null;
          price?: number | null;
          priceTypeId?: string | null;
          productId?: string | null;
          productPriceId?: string | null;
          productProviderClass?: string | null;
          productXmlId?: string | null;
          properties?: {
            basketId?: string | null;
            code?: string | null;
            id?: string | null;
            name?: string | null;
            sort?: number | null;
            value?: string | null;
            xmlId?: string | null;
          }[] | null;
          quantity?: number | null;
          recommendation?: string | null;
          reservations?: {
            basketId?: string | null;
            dateReserve?: string | null;
            dateReserveEnd?: string | null;
            id?: string | null;
            quantity?: number | null;
            reservedBy?: unknown;
            storeId?: string | null;
          }[] | null;
          setParentId?: string | null;
          sort?: number | null;
          subscribe?: string | null;
          type?: string | null;
          vatIncluded?: boolean | null;
          vatRate?: number | null;
          weight?: number | null;
          xmlId?: string | null;
        }[] | null;
        canceled?: boolean | null;
        clients?: {
          entityId?: string | null;
          entityTypeId?: string | null;
          id?: string | null;
          isPrimary?: boolean | null;
          orderId?: string | null;
          roleId?: string | null;
          sort?: number | null;
        }[] | null;
        comments?: string | null;
        companyId?: string | null;
        currency?: string | null;
        dateCanceled?: unknown;
        dateInsert?: string | null;
        dateLock?: unknown;
        dateMarked?: unknown;
        dateStatus?: string | null;
        dateUpdate?: string | null;
        deducted?: boolean | null;
        discountValue?: number | null;
        empCanceledId?: string | null;
        empMarkedId?: string | null;
        empStatusId?: string | null;
        externalOrder?: boolean | null;
        id?: string | null;
        id1c?: string | null;
        lid?: string | null;
        lockedBy?: string | null;
        marked?: boolean | null;
        orderTopic?: string | null;
        payed?: boolean | null;
        payments?: {
          accountNumber?: string | null;
          comments?: string | null;
          companyId?: string | null;
          currency?: string | null;
          dateBill?: string | null;
          dateMarked?: unknown;
          datePaid?: string | null;
          datePayBefore?: string | null;
          dateResponsibleId?: string | null;
          empMarkedId?: string | null;
          empPaidId?: string | null;
          empResponsibleId?: string | null;
          empReturnId?: string | null;
          externalPayment?: string | null;
          id?: string | null;
          id1c?: string | null;
          isReturn?: boolean | null;
          marked?: boolean | null;
          orderId?: string | null;
          paid?: boolean | null;
          payReturnComment?: string | null;
          payReturnDate?: string | null;
          payReturnNum?: string | null;
          paySystemId?: string | null;
          paySystemIsCash?: boolean | null;
          paySystemName?: string | null;
          paySystemXmlId?: string | null;
          payVoucherDate?: string | null;
          payVoucherNum?: string | null;
          priceCod?: number | null;
          psCurrency?: string | null;
          psInvoiceId?: string | null;
          psResponseDate?: string | null;
          psStatus?: string | null;
          psStatusCode?: string | null;
          psStatusDescription?: string | null;
          psStatusMessage?: string | null;
          psSum?: number | null;
          reasonMarked?: string | null;
          responsibleId?: string | null;
          sum?: number | null;
          updated1c?: boolean | null;
          version1c?: string | null;
          xmlId?: string | null;
        }[] | null;
        personTypeId?: string | null;
        personTypeXmlId?: string | null;
        price?: number | null;
        propertyValues?: {
          code?: string | null;
          id?: string | null;
          name?: string | null;
          orderPropsId?: string | null;
          orderPropsXmlId?: string | null;
          value?: string | null;
        }[] | null;
        reasonCanceled?: string | null;
        reasonMarked?: string | null;
        recountFlag?: boolean | null;
        recurringId?: string | null;
        requisiteLink?: {
          bankDetailId?: string | null;
          mcBankDetailId?: string | null;
          mcRequisiteId?: string | null;
          requisiteId?: string | null;
        } | null;
        responsibleId?: string | null;
        shipments?: {
          accountNumber?: string | null;
          allowDelivery?: boolean | null;
          basePriceDelivery?: number | null;
          canceled?: boolean | null;
          comments?: string | null;
          companyId?: string | null;
          currency?: string | null;
          customPriceDelivery?: boolean | null;
          dateAllowDelivery?: unknown;
          dateCanceled?: unknown;
          dateDeducted?: unknown;
          dateInsert?: string | null;
          dateMarked?: unknown;
          dateResponsibleId?: string | null;
          deducted?: boolean | null;
          deliveryDocDate?: string | null;
          deliveryDocNum?: string | null;
          deliveryId?: string | null;
          deliveryName?: string | null;
          deliveryXmlId?: string | null;
          discountPrice?: number | null;
          empAllowDeliveryId?: string | null;
          empCanceledId?: string | null;
          empDeductedId?: string | null;
          empMarkedId?: string | null;
          empResponsibleId?: string | null;
          externalDelivery?: boolean | null;
          id?: string | null;
          id1c?: string | null;
          marked?: boolean | null;
          orderId?: string | null;
          priceDelivery?: number | null;
          reasonMarked?: string | null;
          reasonUndoDeducted?: string | null;
          responsibleId?: string | null;
          shipmentItems?: {
            basketId?: string | null;
            dateInsert?: string | null;
            id?: string | null;
            orderDeliveryId?: string | null;
            quantity?: number | null;
            reservedQuantity?: number | null;
            xmlId?: string | null;
          }[] | null;
          statusId?: string | null;
          statusXmlId?: string | null;
          system?: boolean | null;
          trackingDescription?: string | null;
          trackingLastCheck?: string | null;
          trackingNumber?: string | null;
          trackingStatus?: string | null;
          updated1c?: boolean | null;
          version1c?: string | null;
          xmlId?: string | null;
        }[] | null;
        statusId?: string | null;
        statusXmlId?: string | null;
        taxValue?: number | null;
        tradeBindings?: {
          externalOrderId?: string | null;
          id?: string | null;
          orderId?: string | null;
          params?: unknown;
          tradingPlatformId?: string | null;
          tradingPlatformXmlId?: string | null;
          xmlId?: string | null;
        }[] | null;
        updated1c?: boolean | null;
        userDescription?: string | null;
        userId?: string | null;
        version?: number | null;
        version1c?: string | null;
        xmlId?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: sale/order/sale-order-get-fields */
  "sale.order.getfields": {
    params: {
      order?: Readonly<Record<string, unknown>> | undefined;
    };
    result: {
      order?: {
        accountNumber?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        additionalInfo?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        affiliateId?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        canceled?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        comments?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        companyId?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        currency?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        dateCanceled?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        dateInsert?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        dateLock?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        dateMarked?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        dateStatus?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        dateUpdate?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        deducted?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        discountValue?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        empCanceledId?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        empMarkedId?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        empStatusId?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        externalOrder?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        id?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        id1c?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        lid?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        lockedBy?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        marked?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        orderTopic?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        payed?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        personTypeId?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        personTypeXmlId?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        price?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        reasonCanceled?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        reasonMarked?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        recountFlag?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        recurringId?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        responsibleId?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        statusId?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        statusXmlId?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        taxValue?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        updated1c?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        userDescription?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        userId?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        version?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        version1c?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
        xmlId?: {
          isImmutable?: boolean | null;
          isReadOnly?: boolean | null;
          isRequired?: boolean | null;
          type?: string | null;
        } | null;
      } | null;
    };
  };
  /** Bitrix24 docs: sale/order/sale-order-list */
  "sale.order.list": {
    params: {
      select?: readonly unknown[] | undefined;
      filter?: Readonly<Record<string, unknown>> | undefined;
      order?: Readonly<Record<string, unknown>> | undefined;
      start?: number | string | undefined;
    };
    result: {
      orders?: {
        accountNumber?: string | null;
        additionalInfo?: string | null;
        affiliateId?: string | null;
        canceled?: boolean | null;
        comments?: string | null;
        companyId?: string | null;
        currency?: string | null;
        dateCanceled?: unknown;
        dateInsert?: string | null;
        dateLock?: unknown;
        dateMarked?: unknown;
        dateStatus?: string | null;
        dateUpdate?: string | null;
        deducted?: boolean | null;
        discountValue?: number | null;
        empCanceledId?: string | null;
        empMarkedId?: string | null;
        empStatusId?: string | null;
        externalOrder?: boolean | null;
        id?: string | null;
        id1c?: string | null;
        lid?: string | null;
        lockedBy?: string | null;
        marked?: boolean | null;
        orderTopic?: string | null;
        payed?: boolean | null;
        personTypeId?: string | null;
        personTypeXmlId?: string | null;
        price?: number | null;
        reasonCanceled?: string | null;
        reasonMarked?: string | null;
        recountFlag?: boolean | null;
        recurringId?: string | null;
        responsibleId?: string | null;
        statusId?: string | null;
        statusXmlId?: string | null;
        taxValue?: number | null;
        updated1c?: boolean | null;
        userDescription?: string | null;
        userId?: string | null;
        version?: number | null;
        version1c?: string | null;
        xmlId?: string | null;
      }[] | null;
    };
  };
  /** Bitrix24 docs: sale/order/sale-order-update */
  "sale.order.update": {
    params: {
      id: unknown;
      fields: Readonly<Record<string, unknown>>;
    };
    result: {
      order?: {
        accountNumber?: string | null;
        additionalInfo?: string | null;
        affiliateId?: string | null;
        canceled?: boolean | null;
        clients?: unknown;
        comments?: string | null;
        companyId?: string | null;
        currency?: string | null;
        dateCanceled?: string | null;
        dateInsert?: string | null;
        dateLock?: unknown;
        dateMarked?: string | null;
        dateStatus?: string | null;
        dateUpdate?: string | null;
        deducted?: boolean | null;
        discountValue?: number | null;
        empCanceledId?: string | null;
        empMarkedId?: string | null;
        empStatusId?: string | null;
        externalOrder?: boolean | null;
        id?: string | null;
        id1c?: string | null;
        lid?: string | null;
        lockedBy?: string | null;
        marked?: boolean | null;
        orderTopic?: string | null;
        payed?: boolean | null;
        personTypeId?: string | null;
        personTypeXmlId?: string | null;
        price?: number | null;
        reasonCanceled?: string | null;
        reasonMarked?: string | null;
        recountFlag?: boolean | null;
        recurringId?: string | null;
        requisiteLink?: unknown;
        responsibleId?: string | null;
        statusId?: string | null;
        statusXmlId?: string | null;
        taxValue?: unknown;
        updated1c?: boolean | null;
        userDescription?: string | null;
        userId?: string | null;
        version?: number | null;
        version1c?: string | null;
        xmlId?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: sale/payment/sale-payment-add */
  "sale.payment.add": {
    params: {
      fields: {
        orderId: unknown;
        paySystemId: unknown;
        paid?: string | undefined;
        datePaid?: string | undefined;
        empPaidId?: unknown | undefined;
        psStatus?: string | undefined;
        psStatusCode?: string | undefined;
        psStatusDescription?: string | undefined;
        psStatusMessage?: string | undefined;
        psSum?: number | string | undefined;
        psCurrency?: string | undefined;
        psResponseDate?: string | undefined;
        payVoucherNum?: string | undefined;
        payVoucherDate?: string | undefined;
        datePayBefore?: string | undefined;
        dateBill?: string | undefined;
        xmlId?: string | undefined;
        sum?: number | string | undefined;
        companyId?: number | string | undefined;
        payReturnNum?: string | undefined;
        priceCod?: number | string | undefined;
        payReturnDate?: string | undefined;
        empReturnId?: unknown | undefined;
        payReturnComment?: string | undefined;
        responsibleId?: unknown | undefined;
        empResponsibleId?: unknown | undefined;
        isReturn?: string | undefined;
        comments?: string | undefined;
        updated1c?: string | undefined;
        id1c?: string | undefined;
        version1c?: string | undefined;
        externalPayment?: string | undefined;
        psInvoiceId?: string | undefined;
        marked?: string | undefined;
        reasonMarked?: string | undefined;
        empMarkedId?: unknown | undefined;
      };
    };
    result: {
      payment?: {
        accountNumber?: string | null;
        comments?: string | null;
        companyId?: string | null;
        currency?: string | null;
        dateBill?: string | null;
        dateMarked?: string | null;
        datePaid?: string | null;
        datePayBefore?: string | null;
        dateResponsibleId?: string | null;
        empMarkedId?: string | null;
        empPaidId?: string | null;
        empResponsibleId?: string | null;
        empReturnId?: string | null;
        externalPayment?: string | null;
        id?: string | null;
        id1c?: string | null;
        isReturn?: boolean | null;
        marked?: boolean | null;
        orderId?: string | null;
        paid?: boolean | null;
        payReturnComment?: string | null;
        payReturnDate?: string | null;
        payReturnNum?: string | null;
        paySystemId?: string | null;
        paySystemIsCash?: boolean | null;
        paySystemName?: string | null;
        paySystemXmlId?: string | null;
        payVoucherDate?: string | null;
        payVoucherNum?: string | null;
        priceCod?: number | null;
        psCurrency?: string | null;
        psInvoiceId?: string | null;
        psResponseDate?: string | null;
        psStatus?: string | null;
        psStatusCode?: string | null;
        psStatusDescription?: string | null;
        psStatusMessage?: string | null;
        psSum?: number | null;
        reasonMarked?: string | null;
        responsibleId?: string | null;
        sum?: number | null;
        updated1c?: boolean | null;
        version1c?: string | null;
        xmlId?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: sale/payment/sale-payment-delete */
  "sale.payment.delete": {
    params: {
      id: unknown;
    };
    result: boolean;
  };
  /** Bitrix24 docs: sale/payment/sale-payment-get */
  "sale.payment.get": {
    params: {
      id: unknown;
    };
    result: {
      payment?: {
        accountNumber?: string | null;
        comments?: string | null;
        companyId?: string | null;
        currency?: string | null;
        dateBill?: string | null;
        dateMarked?: unknown;
        datePaid?: string | null;
        datePayBefore?: string | null;
        dateResponsibleId?: string | null;
        empMarkedId?: string | null;
        empPaidId?: string | null;
        empResponsibleId?: string | null;
        empReturnId?: string | null;
        externalPayment?: string | null;
        id?: string | null;
        id1c?: string | null;
        isReturn?: boolean | null;
        marked?: boolean | null;
        orderId?: string | null;
        paid?: boolean | null;
        payReturnComment?: string | null;
        payReturnDate?: string | null;
        payReturnNum?: string | null;
        paySystemId?: string | null;
        paySystemIsCash?: boolean | null;
        paySystemName?: string | null;
        paySystemXmlId?: string | null;
        payVoucherDate?: string | null;
        payVoucherNum?: string | null;
        priceCod?: number | null;
        psCurrency?: string | null;
        psInvoiceId?: string | null;
        psResponseDate?: string | null;
        psStatus?: string | null;
        psStatusCode?: string | null;
        psStatusDescription?: string | null;
        psStatusMessage?: string | null;
        psSum?: number | null;
        reasonMarked?: string | null;
        responsibleId?: string | null;
        sum?: number | null;
        updated1c?: boolean | null;
        version1c?: string | null;
        xmlId?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: sale/payment/sale-payment-list */
  "sale.payment.list": {
    params: {
      select?: readonly unknown[] | undefined;
      filter?: Readonly<Record<string, unknown>> | undefined;
      order?: Readonly<Record<string, unknown>> | undefined;
      start?: number | string | undefined;
    };
    result: {
      payments?: {
        accountNumber?: string | null;
        comments?: string | null;
        companyId?: string | null;
        currency?: string | null;
        dateBill?: string | null;
        dateMarked?: unknown;
        datePaid?: string | null;
        datePayBefore?: string | null;
        dateResponsibleId?: string | null;
        empMarkedId?: string | null;
        empPaidId?: string | null;
        empResponsibleId?: string | null;
        empReturnId?: string | null;
        externalPayment?: string | null;
        id?: string | null;
        id1c?: string | null;
        isReturn?: boolean | null;
        marked?: boolean | null;
        orderId?: string | null;
        paid?: boolean | null;
        payReturnComment?: string | null;
        payReturnDate?: string | null;
        payReturnNum?: string | null;
        paySystemId?: string | null;
        paySystemIsCash?: boolean | null;
        paySystemName?: string | null;
        paySystemXmlId?: string | null;
        payVoucherDate?: string | null;
        payVoucherNum?: string | null;
        priceCod?: number | null;
        psCurrency?: string | null;
        psInvoiceId?: string | null;
        psResponseDate?: string | null;
        psStatus?: string | null;
        psStatusCode?: string | null;
        psStatusDescription?: string | null;
        psStatusMessage?: string | null;
        psSum?: number | null;
        reasonMarked?: string | null;
        responsibleId?: string | null;
        sum?: number | null;
        updated1c?: boolean | null;
        version1c?: string | null;
        xmlId?: string | null;
      }[] | null;
    };
  };
  /** Bitrix24 docs: sale/payment/sale-payment-update */
  "sale.payment.update": {
    params: {
      id: unknown;
      fields: Readonly<Record<string, unknown>>;
    };
    result: {
      payment?: {
        accountNumber?: string | null;
        comments?: string | null;
        companyId?: string | null;
        currency?: string | null;
        dateBill?: string | null;
        dateMarked?: string | null;
        datePaid?: string | null;
        datePayBefore?: string | null;
        dateResponsibleId?: string | null;
        empMarkedId?: string | null;
        empPaidId?: string | null;
        empResponsibleId?: string | null;
        empReturnId?: string | null;
        externalPayment?: string | null;
        id?: string | null;
        id1c?: string | null;
        isReturn?: boolean | null;
        marked?: boolean | null;
        orderId?: string | null;
        paid?: boolean | null;
        payReturnComment?: string | null;
        payReturnDate?: string | null;
        payReturnNum?: string | null;
        paySystemId?: string | null;
        paySystemIsCash?: boolean | null;
        paySystemName?: string | null;
        paySystemXmlId?: string | null;
        payVoucherDate?: string | null;
        payVoucherNum?: string | null;
        priceCod?: number | null;
        psCurrency?: string | null;
        psInvoiceId?: string | null;
        psResponseDate?: string | null;
        psStatus?: string | null;
        psStatusCode?: string | null;
        psStatusDescription?: string | null;
        psStatusMessage?: string | null;
        psSum?: number | null;
        reasonMarked?: string | null;
        responsibleId?: string | null;
        sum?: number | null;
        updated1c?: boolean | null;
        version1c?: string | null;
        xmlId?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: pay-system/sale-pay-system-list */
  "sale.paysystem.list": {
    params: {
      SELECT?: readonly unknown[] | undefined;
      FILTER?: Readonly<Record<string, unknown>> | undefined;
      ORDER?: Readonly<Record<string, unknown>> | undefined;
    };
    result: {
      NAME?: string | null;
      PSA_NAME?: string | null;
      DESCRIPTION?: string | null;
      ACTION_FILE?: string | null;
      RESULT_FILE?: unknown;
      NEW_WINDOW?: boolean | null;
      PS_MODE?: string | null;
      HAVE_PAYMENT?: boolean | null;
      HAVE_ACTION?: boolean | null;
      HAVE_RESULT?: boolean | null;
      HAVE_PREPAY?: boolean | null;
      HAVE_PRICE?: boolean | null;
      HAVE_RESULT_RECEIVE?: boolean | null;
      ENCODING?: string | null;
      ACTIVE?: boolean | null;
      ALLOW_EDIT_PAYMENT?: boolean | null;
      IS_CASH?: boolean | null;
      AUTO_CHANGE_1C?: boolean | null;
      CAN_PRINT_CHECK?: boolean | null;
      ENTITY_REGISTRY_TYPE?: string | null;
      XML_ID?: string | null;
      ID?: string | null;
      PERSON_TYPE_ID?: string | null;
      SORT?: number | null;
      TARIFF?: unknown;
    }[];
  };
  /** Bitrix24 docs: sale/person-type/sale-person-type-get */
  "sale.persontype.get": {
    params: {
      id: unknown;
    };
    result: {
      personType?: {
        active?: boolean | null;
        code?: unknown;
        id?: string | null;
        name?: string | null;
        sort?: number | null;
        xmlId?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: sale/person-type/sale-person-type-list */
  "sale.persontype.list": {
    params: {
      select?: readonly unknown[] | undefined;
      filter?: Readonly<Record<string, unknown>> | undefined;
      order?: Readonly<Record<string, unknown>> | undefined;
      start?: number | string | undefined;
    };
    result: {
      personTypes?: {
        id?: string | null;
        name?: string | null;
        sort?: number | null;
        active?: boolean | null;
        code?: unknown;
        xmlId?: string | null;
      }[] | null;
    };
  };
  /** Bitrix24 docs: sale/property-value/sale-property-value-list */
  "sale.propertyvalue.list": {
    params: {
      select?: readonly unknown[] | undefined;
      filter?: Readonly<Record<string, unknown>> | undefined;
      order?: Readonly<Record<string, unknown>> | undefined;
      start?: number | string | undefined;
    };
    result: {
      propertyValues?: {
        code?: string | null;
        id?: string | null;
        name?: string | null;
        orderId?: string | null;
        orderPropsId?: string | null;
        orderPropsXmlId?: string | null;
        value?: string | null;
      }[] | null;
    };
  };
  /** Bitrix24 docs: sale/shipment/sale-shipment-add */
  "sale.shipment.add": {
    params: {
      fields: {
        orderId: unknown;
        allowDelivery: string;
        deducted: string;
        deliveryId: unknown;
        statusId?: unknown | undefined;
        deliveryDocDate?: string | undefined;
        deliveryDocNum?: string | undefined;
        trackingNumber?: string | undefined;
        basePriceDelivery?: number | string | undefined;
        comments?: string | undefined;
        companyId?: number | string | undefined;
        responsibleId?: number | string | undefined;
        xmlId?: string | undefined;
      };
    };
    result: {
      shipment?: {
        accountNumber?: string | null;
        allowDelivery?: boolean | null;
        basePriceDelivery?: number | null;
        canceled?: boolean | null;
        comments?: string | null;
        currency?: string | null;
        customPriceDelivery?: boolean | null;
        dateAllowDelivery?: string | null;
        dateDeducted?: string | null;
        dateInsert?: string | null;
        dateResponsibleId?: string | null;
        deducted?: boolean | null;
        deliveryDocDate?: string | null;
        deliveryDocNum?: string | null;
        deliveryId?: string | null;
        deliveryName?: string | null;
        deliveryXmlId?: string | null;
        empAllowDeliveryId?: string | null;
        empDeductedId?: string | null;
        empResponsibleId?: string | null;
        id?: string | null;
        marked?: boolean | null;
        orderId?: string | null;
        priceDelivery?: number | null;
        responsibleId?: string | null;
        shipmentItems?: unknown;
        statusId?: string | null;
        statusXmlId?: string | null;
        system?: boolean | null;
        trackingNumber?: string | null;
        xmlId?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: sale/shipment/sale-shipment-delete */
  "sale.shipment.delete": {
    params: {
      id: unknown;
    };
    result: boolean;
  };
  /** Bitrix24 docs: sale/shipment/sale-shipment-get */
  "sale.shipment.get": {
    params: {
      id: unknown;
    };
    result: {
      shipment?: {
        accountNumber?: string | null;
        allowDelivery?: boolean | null;
        basePriceDelivery?: number | null;
        canceled?: boolean | null;
        comments?: string | null;
        companyId?: string | null;
        currency?: string | null;
        customPriceDelivery?: boolean | null;
        dateAllowDelivery?: unknown;
        dateCanceled?: unknown;
        dateDeducted?: unknown;
        dateInsert?: string | null;
        dateMarked?: unknown;
        dateResponsibleId?: string | null;
        deducted?: boolean | null;
        deliveryDocDate?: string | null;
        deliveryDocNum?: string | null;
        deliveryId?: string | null;
        deliveryName?: string | null;
        deliveryXmlId?: string | null;
        discountPrice?: number | null;
        empAllowDeliveryId?: string | null;
        empCanceledId?: string | null;
        empDeductedId?: string | null;
        empMarkedId?: string | null;
        empResponsibleId?: string | null;
        externalDelivery?: boolean | null;
        id?: string | null;
        id1c?: string | null;
        marked?: boolean | null;
        orderId?: string | null;
        priceDelivery?: number | null;
        reasonMarked?: string | null;
        reasonUndoDeducted?: string | null;
        responsibleId?: string | null;
        shipmentItems?: {
          basketId?: string | null;
          dateInsert?: string | null;
          id?: string | null;
          orderDeliveryId?: string | null;
          quantity?: number | null;
          reservedQuantity?: number | null;
          xmlId?: string | null;
        }[] | null;
        statusId?: string | null;
        statusXmlId?: string | null;
        system?: boolean | null;
        trackingDescription?: string | null;
        trackingLastCheck?: string | null;
        trackingNumber?: string | null;
        trackingStatus?: string | null;
        updated1c?: boolean | null;
        version1c?: string | null;
        xmlId?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: sale/shipment/sale-shipment-list */
  "sale.shipment.list": {
    params: {
      select?: readonly unknown[] | undefined;
      filter?: Readonly<Record<string, unknown>> | undefined;
      order?: Readonly<Record<string, unknown>> | undefined;
      start?: number | string | undefined;
    };
    result: {
      shipments?: {
        accountNumber?: string | null;
        allowDelivery?: boolean | null;
        basePriceDelivery?: number | null;
        canceled?: boolean | null;
        comments?: string | null;
        companyId?: string | null;
        currency?: string | null;
        customPriceDelivery?: boolean | null;
        dateAllowDelivery?: unknown;
        dateCanceled?: unknown;
        dateDeducted?: unknown;
        dateInsert?: string | null;
        dateMarked?: unknown;
        dateResponsibleId?: string | null;
        deducted?: boolean | null;
        deliveryDocDate?: string | null;
        deliveryDocNum?: string | null;
        deliveryId?: string | null;
        deliveryName?: string | null;
        deliveryXmlId?: string | null;
        discountPrice?: number | null;
        empAllowDeliveryId?: string | null;
        empCanceledId?: string | null;
        empDeductedId?: string | null;
        empMarkedId?: string | null;
        empResponsibleId?: string | null;
        externalDelivery?: boolean | null;
        id?: string | null;
        id1c?: string | null;
        marked?: boolean | null;
        orderId?: string | null;
        priceDelivery?: number | null;
        reasonMarked?: string | null;
        reasonUndoDeducted?: string | null;
        responsibleId?: string | null;
        statusId?: string | null;
        statusXmlId?: string | null;
        system?: boolean | null;
        trackingDescription?: string | null;
        trackingLastCheck?: string | null;
        trackingNumber?: string | null;
        trackingStatus?: string | null;
        updated1c?: boolean | null;
        version1c?: string | null;
        xmlId?: string | null;
      }[] | null;
    };
  };
  /** Bitrix24 docs: sale/shipment/sale-shipment-update */
  "sale.shipment.update": {
    params: {
      id: unknown;
      fields: {
        allowDelivery: string;
        deducted: string;
        deliveryId: unknown;
        statusId?: unknown | undefined;
        deliveryDocDate?: string | undefined;
        deliveryDocNum?: string | undefined;
        trackingNumber?: string | undefined;
        basePriceDelivery?: number | string | undefined;
        priceDelivery?: number | string | undefined;
        comments?: string | undefined;
        companyId?: number | string | undefined;
        responsibleId?: number | string | undefined;
        xmlId?: string | undefined;
      };
    };
    result: {
      shipment?: {
        accountNumber?: string | null;
        allowDelivery?: boolean | null;
        basePriceDelivery?: number | null;
        canceled?: boolean | null;
        comments?: string | null;
        companyId?: string | null;
        currency?: string | null;
        customPriceDelivery?: boolean | null;
        dateAllowDelivery?: string | null;
        dateCanceled?: unknown;
        dateDeducted?: string | null;
        dateInsert?: string | null;
        dateMarked?: unknown;
        dateResponsibleId?: string | null;
        deducted?: boolean | null;
        deliveryDocDate?: string | null;
        deliveryDocNum?: string | null;
        deliveryId?: string | null;
        deliveryName?: string | null;
        deliveryXmlId?: string | null;
        discountPrice?: number | null;
        empAllowDeliveryId?: string | null;
        empCanceledId?: string | null;
        empDeductedId?: string | null;
        empMarkedId?: string | null;
        empResponsibleId?: string | null;
        externalDelivery?: boolean | null;
        id?: string | null;
        id1c?: string | null;
        marked?: boolean | null;
        orderId?: string | null;
        priceDelivery?: number | null;
        reasonMarked?: string | null;
        reasonUndoDeducted?: string | null;
        responsibleId?: string | null;
        shipmentItems?: unknown;
        statusId?: string | null;
        statusXmlId?: string | null;
        system?: boolean | null;
        trackingDescription?: string | null;
        trackingLastCheck?: string | null;
        trackingNumber?: string | null;
        trackingStatus?: string | null;
        updated1c?: boolean | null;
        version1c?: string | null;
        xmlId?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: sale/status/sale-status-get */
  "sale.status.get": {
    params: {
      id: unknown;
    };
    result: {
      status?: {
        color?: string | null;
        id?: string | null;
        notify?: boolean | null;
        sort?: number | null;
        type?: string | null;
        xmlId?: string | null;
      } | null;
    };
  };
  /** Bitrix24 docs: sale/status/sale-status-list */
  "sale.status.list": {
    params: {
      select?: readonly unknown[] | undefined;
      filter?: Readonly<Record<string, unknown>> | undefined;
      order?: Readonly<Record<string, unknown>> | undefined;
      start?: number | string | undefined;
    };
    result: {
      statuses?: {
        color?: string | null;
        id?: string | null;
        notify?: boolean | null;
        sort?: number | null;
        type?: string | null;
        xmlId?: string | null;
      }[] | null;
    };
  };
  /** Bitrix24 docs: sale/status-lang/sale-status-lang-list */
  "sale.statusLang.list": {
    params: {
      select?: readonly unknown[] | undefined;
      filter?: Readonly<Record<string, unknown>> | undefined;
      order?: Readonly<Record<string, unknown>> | undefined;
      start?: number | string | undefined;
    };
    result: {
      statusLangs?: {
        description?: string | null;
        lid?: string | null;
        name?: string | null;
        statusId?: string | null;
      }[] | null;
    };
  };
}
