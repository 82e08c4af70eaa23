/** Buying, paying, delivery, returning. */
export const SHOP = `
вернуть rtn. rfnd. верну. вернул верните вернем возвра обратно. сдать. сдаю. сдам. refund return. returns. returned returning;
обмен поменя замени замена. замену. exchang replac swap;
деньг денег. деньж средств сумм money. cash funds amount;
оплат заплат платеж платить. плачу. предоплат pay. paid paying payment checkout наложенн наличк безналичн терминал;
карта. карту. картой. карте. картами. банковск visa mastercard мир. сбп. card. cards.;
рассроч кредит частями долями сплит. заем. installment credit loan;
счет. счета. юрлиц безнал реквизит накладн инвойс юридическ invoice billing;
чек. чека. чеки. квитанц receipt;
заказ купил покупк приобрел приобрет оформил order. orders ordered bought purchas;
посылк бандерол отправлени груз. грузом. parcel package shipment;
отследи отслеж трек. треку. трекинг track tracking;
статус состояни стади progress status;
ждать. жду. ждем. дождать ожида задерж задержк опазд wait delay;
приедет приеде придет приход прибуд прибы довез доедет привез дойдет получу. arriv едет. везут везет. везете. привезут
  приедут дошел. дошла. дошло. прише пришло. пришла. пришли. came. coming receive received;
достав курьер пересыл отправк довоз deliver courier shipping shipped;
самовыв забрать. заберу. забираю пвз. пункт выдач pickup collect;
москв питер спб. самар казан екатеринб новосиб ростов краснодар воронеж регион област город деревн пригород city town
  region abroad;
товар издели вещ продукц предмет ассортимент product item goods;
холодильник чайник пылесос телевизор телик стирал посудомо микроволнов духовк плита. плиту. утюг фен. миксер блендер
  кофемашин кофевар мультивар тостер кондиционер обогревател вентилятор наушник смартфон айфон iphone планшет колонк
  fridge refrigerator kettle vacuum television washer washing dishwasher oven microwave toaster headphone blender
  мясоруб фотоаппарат камера. камеру. зарядк зарядное чехол кабель самокат велосипед игрушк коляск косметик духи.
  посуд сковород кастрюл дрель шурупов перфоратор бензопил газонокосил насос аккумулятор роутеры весы. часики
  увлажнител водонагрев бойлер соковыжимал хлебопеч приставк видеокарт процессор флешк гаджет девайс charger camera.
  tablet speaker console. drill scooter stroller cookware battery;
диван кровать. кресл стул. шкаф матрас подушк одеял люстр лампа. лампу. ковер sofa chair mattress lamp couch;
платье. куртк футболк джинс рубашк обув ботин кроссов сапог туфл пальто юбк свитер шапк сумк рюкзак штаны. брюк dress.
  jacket shirt jeans shoes sneaker boots coat bag. backpack;
bosch lg. samsung dyson xiaomi apple sony philips tefal huawei бош. самсунг сяоми;
размер маломер велик. велико. мало. мала. маловат size. sizes.;
цвет бел черн красн синий синем зелен серый сером розов желт color colour white black red. blue green grey;
налич склад остал остатк завоз завез поступ появ запас имеется stock availab restock inventory осталос закончил
  раскупил распродан;
цена. цены. цену. ценник стоит. стоимост почем дорог дешев тариф price cost. costs. expensive cheap fee.;
скидк акци промокод купон распродаж discount promo coupon sale.;
`;
