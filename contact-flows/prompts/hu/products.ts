/** Every word about products, in Hungarian. */
import type { products as english } from '../en/products.ts';
import type { Translation } from '../translation.ts';

export const products: Translation<typeof english> = {
  productInformationFault: 'Gombnyomással most nem tudunk termékekről tájékoztatást adni.',

  askAboutProduct:
    'Melyik termékről szeretne hallani? Kérjük, adja meg a számát, majd nyomja meg a kettőskeresztet. A mai akciókhoz nyomja meg az 1-est és a kettőskeresztet. Ha munkatársunkkal szeretne beszélni, nyomja meg a 0-t és a kettőskeresztet.',
  aboutProductSilence: 'Nem kaptuk meg a termék számát.',
  aboutProductUnknown: 'Ilyen számú termékünk nincs. Kérjük, nézze meg még egyszer a számot.',
  aboutProductFault: 'A termékeinket most nem érjük el.',

  offersToday:
    'A mai akciók. {offers} Másik termékhez nyomja meg a 4-es gombot. A főmenühöz az 5-öst. Ha munkatársunkkal szeretne beszélni, a 0-t. A hívás befejezéséhez a 9-est.',
  noOffers: 'Ma nincs akciós termékünk.',

  aboutProduct: '{productName}, darabja {price}, adó nélkül.',
  aboutOffer: 'Ez akciós ár, utoljára {until} érvényes. Utána {usualPrice} az ára.',
  aboutStock: 'Raktáron van.',
  aboutDelivery: 'Raktáron van, a szállítási idő legfeljebb {delivery}.',
  aboutSoldOut: 'Jelenleg elfogyott.',
  aboutRestock: 'Jelenleg elfogyott. Legfeljebb {delivery} múlva várunk belőle újat.',
  aboutWarranty: 'A jótállás ideje {warranty}.',

  afterProduct:
    'Ha újra meghallgatná, nyomja meg az 1-es gombot. Másik termékhez a 2-est. A főmenühöz a 3-ast. Ha megrendelné, a 4-est. Ha munkatársunkkal szeretne beszélni, a 0-t. A hívás befejezéséhez a 9-est.',
  afterSoldOut:
    'Ha újra meghallgatná, nyomja meg az 1-es gombot. Másik termékhez a 2-est. A főmenühöz a 3-ast. Ha munkatársunkkal szeretne beszélni, a 0-t. A hívás befejezéséhez a 9-est.',
  aboutHeardOften: 'Erről már többször hallott.',
  aboutManyProducts: 'További termékeinkről egyik munkatársunk tud tájékoztatást adni.',
  orderChosen: 'Egy pillanat türelmet, felvesszük rá a rendelését.',
  aboutOrderFault: 'Ezt gombnyomással most nem tudjuk felvenni rendelésként.',
};
